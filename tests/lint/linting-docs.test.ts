import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import { ROOT, withFolder, zhunsheng } from '../support/run-cli.ts';

/** What is wrong with the linting itself: one page, a section a code, its command lines run among its files. */
const page = readFileSync(join(ROOT, 'src/diagnostics/docs/linting.md'), 'utf8');
const sections = page.split(/^(?=## )/m);

test('every code has its section, in the order of the numbers', () => {
  const codes = Object.entries(CODES).flatMap(([code, { id }]) =>
    /^Z79/.test(id) ? [`## ${id} ${code}`] : [],
  );
  expect(sections.map((s) => s.split('\n')[0])).toEqual(codes.sort());
});

const runs = sections.flatMap((section) => {
  const [, id = ''] = /^## (Z\d+)/.exec(section) ?? [];
  const [, command] = /^```console bad\n\$ zhunsheng ([^\n]*)\n```/m.exec(section) ?? [];
  const files = [...section.matchAll(/^```norm file=(\S+)\n(.*?)^```/gms)];
  return command === undefined
    ? []
    : [{ id, command, files: Object.fromEntries(files.map((m) => [m[1], m[2]])) }];
});

test.each(runs)('$id: zhunsheng $command', ({ id, command, files }) => {
  const { err } = withFolder(files, (folder) => zhunsheng(folder, command.split(' ')));
  expect(err).toContain(` ${id} `);
});
