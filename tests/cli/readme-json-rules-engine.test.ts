import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { plainCase } from '../../src/engine/json-rules-engine/plain-case.ts';
import { readCases } from '../../src/facts/read-cases.ts';
import { compile } from '../../src/pipeline.ts';
import { ROOT, zhunsheng } from '../support/run-cli.ts';

const README = readFileSync(`${ROOT}/README.md`, 'utf8');
const block = (name: string): string =>
  new RegExp(`<!-- stranger: ${name} -->\\n\`\`\`\\w*\\n([\\s\\S]*?)\`\`\``).exec(README)?.[1] ?? '';

/** A program of somebody else: the stock package, the export and nothing of this repository. */
const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-stranger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'node_modules'));
symlinkSync(`${ROOT}/node_modules/json-rules-engine`, join(folder, 'node_modules/json-rules-engine'));
writeFileSync(join(folder, 'decide.mjs'), block('decide.mjs'));
writeFileSync(join(folder, 'case.json'), block('case.json'));
const shipped = `${ROOT}/rules/hongshan`;

function decide(file: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['decide.mjs', file], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout;
}

test('the program of the README runs as it is written and prints what the README says', () => {
  expect(zhunsheng(folder, ['export', 'json-rules-engine', shipped, '-o', 'rulebook']).code).toBe(0);
  expect(decide('case.json')).toBe(block('output'));
});

test('for every shipped case it prints the verdicts of check', () => {
  const names = readdirSync(shipped).filter((name) => name.endsWith('.norm'));
  const { model } = compile(
    names.map((name) => ({ name, text: readFileSync(`${shipped}/${name}`, 'utf8') })),
  ).value;
  const files = readdirSync(`${shipped}/cases`);
  for (const file of files) {
    const path = `${shipped}/cases/${file}`;
    const [kase] = readCases({ name: file, text: readFileSync(path, 'utf8') }, model).value;
    if (!kase) throw new Error(file);
    writeFileSync(join(folder, 'one.json'), JSON.stringify(plainCase(kase, kase.asOf ?? 0)));
    const checked = JSON.parse(zhunsheng(folder, ['check', path, '-f', 'json', '--exit-zero']).out).cases[0];
    const lines = checked.norms
      .filter((n: { verdict: string }) => n.verdict !== 'not-applicable')
      .map((n: { verdict: string; matter: string; norm: string; citations: { text: string }[] }) =>
        [n.verdict, n.matter, n.norm, ...n.citations.map((c) => c.text)].join(' '),
      );
    expect(decide('one.json'), file).toBe(`${[checked.verdict, ...lines].join('\n')}\n`);
  }
  expect(files.length).toBeGreaterThan(20);
});
