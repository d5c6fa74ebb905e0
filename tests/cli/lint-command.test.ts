import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rewriteFile } from '../../src/cli/rewrite.ts';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import { type Run, withFolder, zhunsheng } from '../support/run-cli.ts';

const MATTER = '事項 清點\n  已清點 : 是非\n';
const NORM = `規則 按月清點
  依據 第二條
  要旨 「按月清點」
  適用 清點
  責任 管理員
  應當 已清點
`;
const EXAMPLES = `例 清點了 於 按月清點
  已清點 為 是
  結果 合規
例 沒清點 於 按月清點
  已清點 為 否
  結果 違規
`;
const CLEAN = MATTER + NORM + EXAMPLES;
/** Two things that `--fix` mends. */
const MIXED = CLEAN.replace('要旨', 'gist').replace('應當 已清點', '應當 已清点');

const ids = (run: Run): readonly string[] => run.err.match(/Z\d{4}/g) ?? [];
const lint = (files: Readonly<Record<string, string>>, ...args: readonly string[]): Run =>
  withFolder(files, (folder) => zhunsheng(folder, ['lint', ...args]));

describe('lint', () => {
  test('a clean rulebook: 0, and a summary', () => {
    const run = lint({ 'rules/a.norm': CLEAN });
    expect(run).toEqual({
      code: 0,
      err: '',
      out: '✓ rules  1 檔 · 1 條規則\n  0 項錯誤 · 0 項警告 · 0 項提示\n',
    });
  });

  test('warnings do not fail, unless there are more than are allowed', () => {
    const files = { 'rules/a.norm': CLEAN.replace('  責任 管理員\n', '') };
    expect(lint(files).code).toBe(0);
    expect(ids(lint(files))).toEqual(['Z7001']);
    expect(lint(files, '--max-warnings', '1').code).toBe(0);
    const run = lint(files, '--max-warnings', '0');
    expect(run.code).toBe(1);
    expect(run.err).toContain('警告 1 項，多於所容許的 0 項');
    expect(ids(run)).toContain(CODES['too-many-warnings'].id);
  });

  test('a name that is no lint, and a level that is none, have their own codes', () => {
    const files = { 'rules/a.norm': CLEAN };
    expect(ids(lint(files, '--only', 'nonsense'))).toEqual([CODES['unknown-lint-option'].id]);
    expect(ids(lint(files, '--severity', 'Z7001=grave'))).toEqual([CODES['bad-lint-level'].id]);
  });

  test('--severity makes a finding graver, or none', () => {
    const files = { 'rules/a.norm': CLEAN.replace('  責任 管理員\n', '') };
    expect(lint(files, '--severity', 'norm-without-bearer=error').code).toBe(1);
    expect(ids(lint(files, '--severity', 'Z7001=off'))).toEqual([]);
    expect(lint(files, '--severity', 'norm-without-bearer=info').err).toContain('提示 Z7001');
    expect(lint(files, '--severity', 'Z7001=error', '--severity', 'Z7001=off').code).toBe(0);
  });

  test('--only asks these and no others', () => {
    const files = { 'rules/a.norm': MATTER + NORM.replace('  要旨 「按月清點」\n', '') };
    expect(ids(lint(files))).toEqual(['Z7002', 'Z7003']);
    expect(ids(lint(files, '--only', 'norm-without-gist'))).toEqual(['Z7002']);
    expect(ids(lint(files, '--only', 'norm-without-gist,Z7003'))).toEqual(['Z7002', 'Z7003']);
    expect(ids(lint(files, '--only', 'norm-without-gist', '--only', 'Z7001'))).toEqual(['Z7002']);
  });

  test.each([
    [['--severity', 'norm-without-baerer=error'], '是不是「norm-without-bearer」？'],
    [['--severity', 'norm-without-bearer=fatal'], '「fatal」不是 off、info、warning、error 之一'],
    [['--severity', 'norm-without-bearer'], '沒有寫明輕重'],
    [['--severity', '=error'], '沒有名為「」的檢查項目'],
    [['--only', 'nonsense'], '沒有名為「nonsense」的檢查項目'],
    [['--only', ''], '沒有名為「」的檢查項目'],
    [['--max-warnings', '-1'], '「-1」不是可用的值'],
    [['--dry-run'], '「--dry-run」要與「--fix」並用'],
  ])('%j is wrong usage', (args, message) => {
    const run = lint({ 'rules/a.norm': CLEAN }, ...args);
    expect(run.code).toBe(64);
    expect(run.err).toContain(message);
    expect(run.out).toBe('');
  });

  test('a rulebook that does not compile is not linted: 3', () => {
    const run = lint({ 'rules/a.norm': MIXED.replace('已清点', '已清完') }, '--fix');
    expect(run.code).toBe(3);
    expect(ids(run)).toEqual(['Z2002']);
  });

  test('nothing to lint is an error', () => {
    expect(lint({ 'empty/x.txt': '' }, 'empty').code).toBe(3);
    expect(lint({ 'rules/a.norm': CLEAN }, 'nowhere').code).toBe(3);
    expect(lint({ 'rules/a.norm': '' }).code).toBe(3);
  });

  test('official words that the rulebook is not locked to are not used', () => {
    const text = '第一條 一。\n第二條 管理員按月清點。\n';
    withFolder({ 'rules/a.norm': CLEAN, 'a.txt': text, 'b.txt': `${text}第三條 三。\n` }, (folder) => {
      zhunsheng(folder, ['source', 'lock', 'a.txt', '-o', 'rules/source.lock.json']);
      expect(zhunsheng(folder, ['lint', '--source', 'a.txt']).err).toBe('');
      expect(ids(zhunsheng(folder, ['lint', '--source', 'b.txt']))).toEqual([CODES['lint-other-source'].id]);
      expect(zhunsheng(folder, ['lint', '--source', 'none.txt']).code).toBe(4);
    });
  });

  test('for programs: JSON, NDJSON, JUnit and annotations', () => {
    const files = { 'rules/a.norm': MIXED };
    const { rulebooks, exitCode } = JSON.parse(lint(files, '-f', 'json').out);
    expect(exitCode).toBe(0);
    expect(rulebooks[0].diagnostics.map((d: { code: string }) => d.code)).toEqual([
      'mixed-keyword-dialect',
      'name-spelt-otherwise',
    ]);
    expect(rulebooks[0].diagnostics[0].fix.edits[0]).toEqual({
      place: { file: 'rules/a.norm', line: 5, column: 3, endLine: 5, endColumn: 7 },
      text: '要旨',
    });
    expect(lint(files, '-f', 'ndjson').out.trim().split('\n')).toHaveLength(1);
    expect(lint(files, '-f', 'junit').out).toContain('<testsuite name="rules"');
    expect(lint(files, '-f', 'github').out).toContain('file=rules/a.norm,line=5,col=3');
  });
});

describe('lint --fix', () => {
  const onFile = (text: string | Uint8Array, use: (folder: string, path: string) => void): void =>
    withFolder({ 'rules/a.norm': text }, (folder) => use(folder, join(folder, 'rules/a.norm')));

  test('writes what is mended, and the second time has nothing to do', () => {
    onFile(MIXED, (folder, path) => {
      const run = zhunsheng(folder, ['lint', '--fix']);
      expect(run.err).toBe('已改正 2 處，寫入 1 檔\n');
      expect(run.code).toBe(0);
      expect(readFileSync(path, 'utf8')).toBe(CLEAN);
      expect(zhunsheng(folder, ['lint', '--fix']).err).toBe('');
    });
  });

  test('--dry-run prints the difference and writes nothing', () => {
    onFile(MIXED, (folder, path) => {
      const run = zhunsheng(folder, ['lint', '--fix', '--dry-run']);
      expect(run.out).toContain('-  gist 「按月清點」\n+  要旨 「按月清點」\n');
      expect(run.out).toContain('-  應當 已清点\n+  應當 已清點\n');
      expect(ids(run)).toEqual(['Z7005', 'Z7012']);
      expect(readFileSync(path, 'utf8')).toBe(MIXED);
    });
  });

  test('keeps the byte order mark, CRLF and the rights of the file', () => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    onFile(windows(MIXED), (folder, path) => {
      chmodSync(path, 0o640);
      zhunsheng(folder, ['lint', '--fix']);
      expect(readFileSync(path, 'utf8')).toBe(windows(CLEAN));
      expect(statSync(path).mode & 0o777).toBe(0o640);
    });
  });

  test('takes away what cannot be seen in literate files, outside the fences as well', () => {
    const page = `# 第二條\n\n原文\u200b如此。\n\n\`\`\`norm\n${CLEAN}\`\`\`\n`;
    withFolder({ 'rules/a.norm.md': page }, (folder) => {
      zhunsheng(folder, ['lint', '--fix']);
      expect(readFileSync(join(folder, 'rules/a.norm.md'), 'utf8')).toBe(page.replace('\u200b', ''));
    });
  });

  test('a fix that would change the meaning is refused, the others are not', () => {
    const text = `事項 清點
  品名 : 文字
  已清點 : 是非
${NORM.replace('責任 管理員', '當 品名 為 「圖\u200b書」\n  責任 管理員').replace('要旨', 'gist')}`;
    onFile(text, (folder, path) => {
      const run = zhunsheng(folder, ['lint', '--fix']);
      expect(ids(run)).toContain(CODES['fix-refused'].id);
      expect(readFileSync(path, 'utf8')).toBe(text.replace('gist', '要旨'));
    });
  });

  test('a read-only file and a link are left, and said', () => {
    onFile(MIXED, (folder, path) => {
      chmodSync(path, 0o444);
      const run = zhunsheng(folder, ['lint', '--fix']);
      expect(run.code).toBe(64);
      expect(run.err).toContain('無法寫入「rules/a.norm」（EACCES）');
      expect(readFileSync(path, 'utf8')).toBe(MIXED);
    });
    withFolder({ 'rules/b.norm': '枚舉 甲 = 乙、丙\n', 'elsewhere.norm': MIXED }, (folder) => {
      symlinkSync('../elsewhere.norm', join(folder, 'rules/a.norm'));
      const run = zhunsheng(folder, ['lint', '--fix']);
      expect(run.code).toBe(64);
      expect(ids(run)).toContain(CODES['fix-linked-file'].id);
      expect(readFileSync(join(folder, 'elsewhere.norm'), 'utf8')).toBe(MIXED);
    });
  });

  test('what was typed since the file was read is not overwritten', () => {
    onFile(`${MIXED}# 剛寫的\n`, (_folder, path) => {
      expect(rewriteFile({ name: path, text: MIXED }, CLEAN)?.code).toBe('fix-changed-file');
      expect(readFileSync(path, 'utf8')).toBe(`${MIXED}# 剛寫的\n`);
    });
  });

  test('standard input cannot be mended in place', () => {
    withFolder({}, (folder) => {
      const run = zhunsheng(folder, ['lint', '--fix', '-'], { input: MIXED });
      expect(run.code).toBe(64);
      expect(run.err).toContain('<stdin>');
    });
  });
});

describe('validate --fix', () => {
  const TEXT = '第一條 甲。乙。丙。\n第二條 管理員按月清點。\n';
  const cited = (...sentences: readonly string[]): string =>
    `${MATTER}${sentences.map((s, i) => NORM.replace('按月清點\n', `規${'甲乙丙'[i]}\n`).replace('第二條', s)).join('')}`;
  const onBook = (rules: string, use: (folder: string) => void): void =>
    withFolder({ 'rules/a.norm': rules, 'text.txt': TEXT }, (folder) => {
      zhunsheng(folder, ['source', 'lock', 'text.txt', '-o', 'rules/source.lock.json']);
      use(folder);
    });
  const rulesOf = (folder: string): string => readFileSync(join(folder, 'rules/a.norm'), 'utf8');
  const fix = (folder: string, ...more: readonly string[]): Run =>
    zhunsheng(folder, ['validate', '--source', 'text.txt', '--fix', ...more]);

  test('moved sentences: the citations follow, once, and what is new is told until it is locked', () => {
    onBook(cited('第一條第一句', '第一條第二句', '第一條第三句'), (folder) => {
      writeFileSync(join(folder, 'text.txt'), TEXT.replace('甲。', '新。甲。'));
      const after = cited('第一條第一款第二句', '第一條第一款第三句', '第一條第一款第四句');
      const dry = fix(folder, '--dry-run');
      expect(dry.out).toContain('-  依據 第一條第一句\n+  依據 第一條第一款第二句\n');
      expect(dry.out).toContain('+++ rules/source.lock.json');
      expect(rulesOf(folder)).toBe(cited('第一條第一句', '第一條第二句', '第一條第三句'));
      for (const run of [fix(folder), fix(folder)]) {
        expect(rulesOf(folder)).toBe(after);
        expect(ids(run)).toEqual(['Z3011']);
        expect(run.code).toBe(3);
      }
      zhunsheng(folder, ['source', 'lock', 'text.txt', '-o', 'rules/source.lock.json']);
      expect(fix(folder).code).toBe(0);
    });
  });

  test('a citation of a whole paragraph cannot follow: nothing is changed', () => {
    onBook(cited('第一條', '第二條第一句'), (folder) => {
      writeFileSync(join(folder, 'text.txt'), '第一條 管理員按月清點。\n第二條 甲。乙。丙。\n');
      const run = fix(folder);
      expect(ids(run)).toContain(CODES['fix-needs-reading'].id);
      expect(run.code).toBe(3);
      expect(rulesOf(folder)).toBe(cited('第一條', '第二條第一句'));
    });
  });

  test('one that still holds its sentence stays as it is', () => {
    onBook(cited('第一條', '第一條第一句'), (folder) => {
      writeFileSync(join(folder, 'text.txt'), '第一條 乙。甲。丙。\n第二條 管理員按月清點。\n');
      expect(fix(folder).code).toBe(0);
      expect(rulesOf(folder)).toBe(cited('第一條', '第一條第一款第二句'));
    });
  });

  test('blanks that were left out are put in; a guess is not taken', () => {
    const glued = CLEAN.replace('應當 已清點', '應當已清點').replace('要旨 ', '要皆 ');
    onBook(glued, (folder) => {
      const run = fix(folder);
      expect(rulesOf(folder)).toBe(glued.replace('應當已清點', '應當 已清點'));
      expect(run.code).toBe(3);
    });
  });
});
