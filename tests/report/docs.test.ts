import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, withFolder, zhunsheng } from '../support/run-cli.ts';

/** Each command line of the pages, run among its files, tells of the code that the section is about. */
const page = readFileSync(join(ROOT, 'src/diagnostics/docs/cli.md'), 'utf8');
const runs = page.split(/^(?=## )/m).flatMap((section) => {
  const [, id = ''] = /^## (Z\d+)/.exec(section) ?? [];
  const [, command] = /^```console bad\n\$ zhunsheng ([^\n]*)\n```/m.exec(section) ?? [];
  const files = [...section.matchAll(/^```(?:norm|yaml) file=(\S+)\n(.*?)^```/gms)];
  return command === undefined
    ? []
    : [{ id, command, files: Object.fromEntries(files.map((m) => [m[1], m[2]])) }];
});

test.each(runs)('$id: zhunsheng $command', ({ id, command, files }) => {
  const { out, err } = withFolder(files, (folder) => zhunsheng(folder, command.split(' ')));
  expect(out + err).toContain(id);
});
