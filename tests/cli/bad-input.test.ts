import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import type { DiagnosticCode } from '../../src/diagnostics/diagnostic.ts';
import { ROOT, type Run, SMALL_CASE, SMALL_RULES, withFolder, zhunsheng } from '../support/run-cli.ts';

/** What every error owes its reader: its code at its place, no stack trace, the right exit code. */
function expectError(run: Run, exit: number, place: string, code: DiagnosticCode): void {
  expect(run.err).toContain(`${place}: 錯誤 ${CODES[code].id} `);
  expect(run.err).not.toMatch(/^\s+at .*[/(]/m);
  expect(run.err + run.out).not.toContain('node:internal');
  expect(run.code).toBe(exit);
}

const inCase = (from: string, to: string): string => {
  expect(SMALL_CASE).toContain(from);
  return SMALL_CASE.replace(from, to);
};
const inRules = (from: string, to: string): string => {
  expect(SMALL_RULES).toContain(from);
  return SMALL_RULES.replace(from, to);
};

const BOMB = ['a: &a [x, x, x, x, x, x, x, x, x]']
  .concat([...'bcdefg'].map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdef'[i]}`).join(', ')}]`))
  .join('\n');

const CASES: readonly (readonly [string, string | Uint8Array, string, DiagnosticCode])[] = [
  ['an empty file', '', '1:1', 'case-empty'],
  ['comments only', '# 尚未填寫\n', '1:1', 'case-empty'],
  ['an empty list of cases', '案件: []\n', '1:1', 'case-empty'],
  ['binary bytes', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), '1:1', 'binary-file'],
  ['invalid UTF-8', new Uint8Array([0x61, 0x3a, 0x20, 0xff, 0x0a]), '1:1', 'invalid-utf8'],
  ['a 10 MB line', `案件: ${'x'.repeat(10 * 1024 * 1024)}`, '1:1', 'file-too-large'],
  ['an unknown kind', inCase('事項: 申請', '事項: 申情'), '3:5', 'case-unknown-kind'],
  ['an unknown fact', inCase('急件', '急建'), '8:3', 'case-unknown-fact'],
  ['a wrong type', inCase('件數: 3', '件數: 很多'), '9:7', 'case-wants-number'],
  ['2026-02-30', inCase('2026-09-28', '2026-02-30'), '6:9', 'case-invalid-date'],
  ['duplicate keys', `${SMALL_CASE}  件數: 4\n`, '10:3', 'case-duplicate-key'],
  ['an alias bomb', BOMB, '2:8', 'case-too-many-aliases'],
  ['__proto__ as a fact', `${SMALL_CASE}  __proto__: 1\n`, '10:3', 'case-forbidden-key'],
  ['constructor as a fact', `${SMALL_CASE}  constructor: 1\n`, '10:3', 'case-forbidden-key'],
  ['deep nesting', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, '1:68', 'case-too-deep'],
];

describe('case files', () => {
  test.each(CASES)('%s', (_, text, place, code) => {
    withFolder({ 'rules/a.norm': SMALL_RULES, 'c.yaml': text }, (folder) => {
      expectError(zhunsheng(folder, ['check', 'c.yaml']), 4, `c.yaml:${place}`, code);
    });
  });

  test('JSON is read as strictly', () => {
    const json = '{ "案件": "甲", "事項": "申請", "事實": { "__proto__": 1, "constructor": 2 } }';
    withFolder({ 'rules/a.norm': SMALL_RULES, 'c.json': json }, (folder) => {
      const run = zhunsheng(folder, ['check', 'c.json']);
      expectError(run, 4, 'c.json:1:34', 'case-forbidden-key');
      expectError(run, 4, 'c.json:1:50', 'case-forbidden-key');
    });
  });

  test('a missing file, an empty glob, a folder without cases', () => {
    withFolder({ 'rules/a.norm': SMALL_RULES, 'leer/x.txt': '' }, (folder) => {
      const run = zhunsheng(folder, ['check', 'keine.yaml', 'c*.yaml', 'leer']);
      expectError(run, 4, 'keine.yaml:1:1', 'missing-file');
      expectError(run, 4, 'c*.yaml:1:1', 'empty-glob');
      expectError(run, 4, 'leer:1:1', 'folder-without-cases');
      expect(run.out).toBe('');
    });
  });

  test('a file that cannot be read says why', () => {
    const name = `${'x'.repeat(300)}.yaml`;
    withFolder({ 'rules/a.norm': SMALL_RULES }, (folder) => {
      expectError(zhunsheng(folder, ['check', name]), 4, `${name}:1:1`, 'unreadable-file');
    });
  });

  test('of several files the good ones are checked all the same', () => {
    withFolder({ 'rules/a.norm': SMALL_RULES, 'c/a.yaml': SMALL_CASE, 'c/b.yaml': '' }, (folder) => {
      const run = zhunsheng(folder, ['check', 'c']);
      expectError(run, 4, 'c/b.yaml:1:1', 'case-empty');
      expect(run.out).toContain('違規  甲案');
    });
  });
});

const PARENS = inRules('件數 不超過 5', `${'('.repeat(10_000)}件數 不超過 5${')'.repeat(10_000)}`);
const TWICE = `${SMALL_RULES}
規則 件數上限
  依據 第三條
  適用 申請
  應當 件數 不超過 6
`;
const exception = (name: string, to: string): string => `
規則 ${name}
  依據 第三條
  適用 申請
  當 急件
  可以 件數 不超過 6
  例外於 ${to}
`;

const RULES: readonly (readonly [string, string | Uint8Array, string, DiagnosticCode])[] = [
  ['an empty file', '', '1:1', 'empty-rule-file'],
  ['comments only', '# 尚未起草\n\n', '1:1', 'empty-rule-file'],
  ['binary bytes', new Uint8Array([0, 1, 2, 3]), '1:1', 'binary-file'],
  ['invalid UTF-8', new Uint8Array([0xe8, 0xa6, 0x0a]), '1:1', 'invalid-utf8'],
  ['a 10 MB line', `# ${'x'.repeat(10 * 1024 * 1024)}`, '1:1', 'file-too-large'],
  ['10,000 nested parentheses', PARENS, '23:206', 'nesting-too-deep'],
  ['two norms of one name', TWICE, '25:4', 'duplicate-name'],
  [
    'a cycle of exceptions',
    SMALL_RULES + exception('子', '丑') + exception('丑', '子'),
    '37:7',
    'exception-cycle',
  ],
  ['an unknown unit', inRules('件數 不超過 5', '件數 不超過 5 斤'), '23:15', 'unknown-unit'],
];

describe('rule files', () => {
  test.each(RULES)('%s', (_, text, place, code) => {
    withFolder({ 'rules/a.norm': text, 'c.yaml': SMALL_CASE }, (folder) => {
      expectError(zhunsheng(folder, ['validate']), 3, `rules/a.norm:${place}`, code);
      const run = zhunsheng(folder, ['check', 'c.yaml', '--rules', 'rules']);
      expectError(run, 3, `rules/a.norm:${place}`, code);
      expect(run.out).toBe('');
    });
  });

  test('a citation to article 80', () => {
    const lock = readFileSync(`${ROOT}/rules/hongshan/source.lock.json`);
    const text = inRules('第三條', '第八十條');
    withFolder({ 'rules/a.norm': text, 'rules/source.lock.json': lock }, (folder) => {
      expectError(zhunsheng(folder, ['validate']), 3, 'rules/a.norm:21:6', 'citation-unknown-article');
    });
  });

  test('a missing folder, a folder without rules, an empty glob', () => {
    withFolder({ 'leer/x.txt': '', 'c.yaml': SMALL_CASE }, (folder) => {
      const run = zhunsheng(folder, ['validate', 'keine', 'leer', 'r*.norm']);
      expectError(run, 3, 'keine:1:1', 'missing-file');
      expectError(run, 3, 'leer:1:1', 'folder-without-rules');
      expectError(run, 3, 'r*.norm:1:1', 'empty-glob');
      expectError(
        zhunsheng(folder, ['check', 'c.yaml', '--rules', 'leer']),
        3,
        'leer:1:1',
        'folder-without-rules',
      );
    });
  });

  test('a lock that is none', () => {
    withFolder({ 'rules/a.norm': SMALL_RULES, 'rules/source.lock.json': '{' }, (folder) => {
      expectError(zhunsheng(folder, ['validate']), 3, 'rules/source.lock.json:1:1', 'source-lock-invalid');
    });
  });

  test('all errors of all files are told in one run', () => {
    const other = `規則 乙\n  依據 第四條\n  適用 申請\n  應當 件數 不超過 無此名\n`;
    withFolder({ 'rules/a.norm': inRules('不超過 5', '不超過 5 斤'), 'rules/b.norm': other }, (folder) => {
      const run = zhunsheng(folder, ['validate']);
      expectError(run, 3, 'rules/a.norm:23:15', 'unknown-unit');
      expectError(run, 3, 'rules/b.norm:4:13', 'unknown-name');
    });
  });
});

test('BOM and CRLF change nothing', () => {
  const verdict = (text: string, rules: string) =>
    withFolder({ 'rules/a.norm': rules, 'c.yaml': text }, (folder) => zhunsheng(folder, ['check', 'c.yaml']));
  const plain = verdict(SMALL_CASE, SMALL_RULES);
  expect(plain.code).toBe(1);
  const crlf = (text: string) => text.replaceAll('\n', '\r\n');
  expect(verdict(`\ufeff${SMALL_CASE}`, `\ufeff${SMALL_RULES}`)).toEqual(plain);
  expect(verdict(crlf(SMALL_CASE), crlf(SMALL_RULES))).toEqual(plain);
});

test('what a file says cannot steer the terminal', () => {
  const text = inCase('案件: 甲案', '案件: "甲\\u001b[31m案\\u202e"');
  withFolder({ 'rules/a.norm': SMALL_RULES, 'c.yaml': text }, (folder) => {
    const run = zhunsheng(folder, ['check', 'c.yaml']);
    expect(run.out).toContain('甲�[31m案�');
    expect(run.out).not.toContain('\u001b');
  });
});
