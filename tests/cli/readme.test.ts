import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, withFolder, zhunsheng } from '../support/run-cli.ts';

const README = readFileSync(`${ROOT}/README.md`, 'utf8');

/** Blocks that the README marks: files of a reader who follows it, then what the commands print for him. */
const blocks = [...README.matchAll(/<!-- test: (\S+) -->\n```\w*\n([\s\S]*?)```/g)].map(
  ([, name = '', text = '']) => ({
    name,
    text,
  }),
);

test('what the README writes from nothing prints what the README says', () => {
  let files: Record<string, string> = {};
  let runs = 0;
  for (const { name, text } of blocks) {
    if (name !== 'run' && name !== 'example') {
      files[name] = text;
      continue;
    }
    withFolder(files, (folder) => {
      if (name === 'example')
        cpSync(`${ROOT}/rules/example`, join(folder, 'rules/example'), { recursive: true });
      for (const [, args = '', printed] of text.matchAll(
        /^\$ npx zhunsheng (.*)\n([\s\S]*?)(?=^\$|$(?![\s\S]))/gm,
      )) {
        expect(zhunsheng(folder, args.split(' ')).out).toBe(printed);
        runs++;
      }
    });
    files = {};
  }
  expect(runs).toBe(6);
});

test('the norm that the README shows stands so in the example', () => {
  const shown = /^```norm\n([\s\S]*?)^```/m.exec(README)?.[1] ?? '-';
  expect(readFileSync(`${ROOT}/rules/example/parking.norm.md`, 'utf8')).toContain(shown);
});

test('every dependency has its line, every command and exit code is named', () => {
  const { dependencies } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));
  for (const name of Object.keys(dependencies)) expect(README).toMatch(new RegExp(`^\\| ${name}[ |]`, 'm'));
  for (const command of ['check', 'validate', 'explain', 'graph', 'schema', 'init', 'source lock']) {
    expect(README).toMatch(new RegExp(`^\\| \`${command}[ \`]`, 'm'));
  }
  for (const code of [0, 1, 2, 3, 4, 64, 70]) expect(README).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'));
});
