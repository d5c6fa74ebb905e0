import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import { ROOT, SMALL_CASE, SMALL_RULES, withFolder, zhunsheng } from '../support/run-cli.ts';
import { readWorkflowCommand, type WorkflowCommand } from '../support/workflow-command.ts';

const schema = readFileSync(join(ROOT, 'tests/support/junit.xsd'), 'utf8');
async function faults(contents: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'junit.xml', contents }], schema: [schema] });
  return errors.map((e) => e.message);
}

function parseCommand(line: string): WorkflowCommand {
  const command = readWorkflowCommand(line);
  expect(command, line).toBeDefined();
  return command ?? { name: '', properties: {}, message: '' };
}

const WRONG = `${SMALL_RULES}\n規則 <甲&"乙">\n規則 丁：戊,己\n  依據 第一條\n  適用 申請%0A書\n  應當 急件\n`;
const many = (n: number): string =>
  SMALL_RULES +
  Array.from({ length: n }, (_, i) => `規則 多${i}\n  依據 第一條\n  適用 無此事\n  應當 急件\n`).join('');
const FAILING = {
  'rules/a.norm': `${SMALL_RULES}\n例 尖括號 於 三日答覆\n  送達日期 為 2026-09-28 ; 答覆 為 2026-10-09 ; 急件 為 否\n  結果 合規\n`,
  'rules/cases/a&b.yaml': `${SMALL_CASE}期望: { 結論: 合規 }\n`,
};

describe('junit', () => {
  test('validate: a test case for each file, valid by its schema whatever stands in it', async () => {
    const run = withFolder({ 'rules/a.norm': WRONG, 'rules/b<&.norm': '# 空\n單位 甲\n' }, (folder) =>
      zhunsheng(folder, ['validate', 'rules', '-f', 'junit']),
    );
    expect(run.code).toBe(3);
    expect(await faults(run.out)).toEqual([]);
    expect(run.out).toContain('<testsuite name="rules" tests="3" failures="1"');
    expect(run.out).toContain('name="rules/b&lt;&amp;.norm"');
  });

  test('test: a test case for each example and each case', async () => {
    const run = withFolder(FAILING, (folder) => zhunsheng(folder, ['test', 'rules', '-f', 'junit']));
    expect(run.code).toBe(1);
    expect(await faults(run.out)).toEqual([]);
    expect(run.out).toContain('<testsuites tests="2" failures="2" errors="0">');
    expect(run.out).toContain('type="scenario-differs"');
    expect(run.out).toContain('rules/cases/a&amp;b.yaml:10:');
  });

  test('a file that is not JUnit is told from one that is', async () => {
    expect(await faults('<testsuites><testsuite/></testsuites>')).not.toEqual([]);
  });
});

describe('github', () => {
  const github = (
    files: Readonly<Record<string, string>>,
    command: string,
    env: Record<string, string> = {},
  ) =>
    withFolder({ ...files, summary: 'before\n' }, (folder) => {
      const run = zhunsheng(folder, [command, 'rules', '-f', 'github'], {
        env: { GITHUB_STEP_SUMMARY: join(folder, 'summary'), ...env },
      });
      return {
        ...run,
        lines: run.out.trim().split('\n'),
        summary: readFileSync(join(folder, 'summary'), 'utf8'),
      };
    });

  test('annotations at the line and column, escaped', () => {
    const run = github({ 'rules/a,b:c.norm': WRONG }, 'validate');
    expect(run.code).toBe(3);
    const commands = run.lines.map(parseCommand);
    const errors = commands.filter((c) => c.name === 'error');
    expect(errors.length).toBeGreaterThan(1);
    for (const { properties } of errors) {
      expect(properties).toMatchObject({
        file: 'rules/a,b:c.norm',
        title: expect.stringMatching(/^Z\d{4}$/),
      });
      expect(Number(properties.line)).toBeGreaterThan(20);
    }
    expect(run.out).not.toMatch(/file=[^:]*,b/); // a comma in a name would begin a new property
    expect(run.summary).toMatch(/^before\n\n### 準繩 validate：/);
  });

  test('places in the case file as well', () => {
    const run = github(FAILING, 'test');
    const files = run.lines.map((line) => parseCommand(line).properties.file);
    expect(new Set(files)).toEqual(new Set(['rules/a.norm', 'rules/cases/a&b.yaml']));
  });

  test('ten errors, a notice for the rest, everything in the summary', () => {
    const run = github({ 'rules/a.norm': many(25) }, 'validate');
    const names = run.lines.map((line) => parseCommand(line).name);
    expect(names.filter((n) => n === 'error')).toHaveLength(10);
    expect(names.at(-1)).toBe('notice');
    expect(run.lines.at(-1)).toContain('另有 15 項');
    expect(run.summary.match(/多|無此事/g)?.length).toBeGreaterThanOrEqual(25);
  });

  test('a summary that cannot be written is a coded error', () => {
    const run = github({ 'rules/a.norm': SMALL_RULES }, 'validate', {
      GITHUB_STEP_SUMMARY: '/proc/none/summary',
    });
    expect(run.code).toBe(64);
    expect(run.err).toContain(CODES['unwritable-file'].id);
  });

  test('nothing found: no annotation', () => {
    const run = github({ 'rules/a.norm': SMALL_RULES }, 'validate');
    expect(run.lines.filter((line) => line.startsWith('::error'))).toEqual([]);
    expect(run.summary).toContain('0 項未過');
  });
});
