import { chmodSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import { type Run, SMALL_CASE, SMALL_RULES, withFolder, zhunsheng } from '../support/run-cli.ts';

interface Updated extends Run {
  readonly rules: string;
  readonly kase: string;
}
function update(rules: string, kase: string, ...args: string[]): Updated {
  return withFolder({ 'rules/a.norm': rules, 'rules/cases/a.yaml': kase }, (folder) => {
    const run = zhunsheng(folder, ['test', '--update', ...args]);
    const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
    return { ...run, rules: read('rules/a.norm'), kase: read('rules/cases/a.yaml') };
  });
}
const example = (facts: string, result: string): string => `\n例 某 於 三日答覆\n  ${facts}\n  ${result}\n`;
const LATE = '送達日期 為 2026-09-28 ; 答覆 為 2026-10-09 ; 急件 為 否   # 遲了一天';
const HELD = `${SMALL_CASE}期望: { 結論: 違規 }\n`;

describe('test --update', () => {
  test('the verdicts of examples and cases, and nothing else of their texts', () => {
    const kase = `# 前註\n${SMALL_CASE}期望:\n  結論: "合規"   # 後註\n  三日答覆: compliant\n  件數上限: { 結論: 违规 }\n`;
    const run = update(SMALL_RULES + example(LATE, '結果   合規  # 註'), kase);
    expect([run.code, run.err]).toEqual([0, '']);
    expect(run.rules).toBe(SMALL_RULES + example(LATE, '結果   違規  # 註'));
    expect(run.kase).toBe(
      kase.replace('"合規"', '"違規"').replace('compliant', 'violated').replace('违规', '合规'),
    );
    expect(run.out).toBe(`改記 4 處期望，請逐一核對法律是否如此：
rules/a.norm:27:3: 某
  - 結果   合規  # 註
  + 結果   違規  # 註
rules/cases/a.yaml:12:7: 甲案
  - 結論: "合規"   # 後註
  + 結論: "違規"   # 後註
rules/cases/a.yaml:13:9: 甲案
  - 三日答覆: compliant
  + 三日答覆: violated
rules/cases/a.yaml:14:15: 甲案
  - 件數上限: { 結論: 违规 }
  + 件數上限: { 結論: 合规 }
`);
  });

  test('what is missing and when it is due, in the form in which it was written', () => {
    const facts = '送達日期 為 2026-09-28 ; 答覆 為 2026-10-09';
    const open = SMALL_CASE.replace('  急件: 否\n', '');
    const kase = `${open}期望:\n  缺: 件數、答覆\n  三日答覆:\n    缺:\n      - "答覆"\n`;
    const run = update(SMALL_RULES + example(facts, '結果 待定 缺 答覆、急件'), kase);
    expect(run.code).toBe(0);
    expect(run.rules).toContain('結果 待定 缺 急件\n');
    expect(run.kase).toContain('  缺: 急件\n  三日答覆:\n    缺:\n      ["急件"]');
    const due = '查核日期 為 2026-09-29 ; 送達日期 為 2026-09-28 ; 答覆 未發生 ; 急件 為 否';
    const pending = update(SMALL_RULES + example(due, '結果 待履行 期限 2026-10-01'), HELD);
    expect(pending.rules).toContain('結果 待履行 期限 2026-10-08\n');
  });

  test('a 缺 that has nothing to say any more goes; none is invented', () => {
    const run = update(SMALL_RULES + example(LATE, '結果 待定 缺 急件'), HELD);
    expect(run.rules).toContain('  結果 違規\n');
    const other = update(
      SMALL_RULES + example('送達日期 為 2026-09-28 ; 答覆 為 2026-10-09', '結果 合規'),
      HELD,
    );
    expect(other.rules).toContain('  結果 待定\n');
  });

  test('简体 and English stay what they are; CRLF and BOM too', () => {
    const hans = `\ufeff${(SMALL_RULES + example(LATE, '结果 合规')).replaceAll('\n', '\r\n')}`;
    const run = update(hans, HELD);
    expect(run.rules).toBe(hans.replace('结果 合规', '结果 违规'));
    const en = update(SMALL_RULES + example(LATE, 'expect not applicable'), HELD);
    expect(en.rules).toContain('  expect violated\n');
  });

  test('everything holds: nothing is written', () => {
    const run = update(SMALL_RULES + example(LATE, '結果 違規'), HELD);
    expect([run.code, run.out]).toEqual([0, '期望都符合，沒有改動\n']);
  });

  test.each<readonly [string, string, string, number]>([
    ['an error in the rules', `${SMALL_RULES}規則 壞\n`, HELD, 3],
    ['a case that cannot be read', SMALL_RULES, 'a: [', 4],
    ['a case that expects nothing', SMALL_RULES, SMALL_CASE, 1],
    ['a name that is none', SMALL_RULES, HELD.replace('結論', '結輪'), 1],
  ])('%s: refused as a whole', (_, rules, kase, code) => {
    const all = rules.endsWith('壞\n') ? rules : rules + example(LATE, '結果 合規');
    const run = update(all, kase);
    expect([run.code, run.out, run.rules, run.kase]).toEqual([code, '', all, kase]);
    expect(run.err).toContain(CODES['update-refused'].id);
  });

  test('where no one value would be right it is left, and said', () => {
    const two =
      SMALL_RULES +
      example(LATE, '結果 待定')
        .replace('於 三日答覆', '於 三日答覆、件數上限')
        .replace(LATE, `${LATE}\n  件數 為 3`);
    const run = update(two, HELD);
    expect([run.code, run.rules]).toEqual([1, two]);
    expect(run.err).toContain(CODES['update-ambiguous'].id);
  });

  test('no byte order mark comes to a text that begins with a full-width sign', () => {
    const run = update(`＃ 註\n${SMALL_RULES}${example(LATE, '結果 合規')}`, HELD);
    expect(run.rules).toBe(`＃ 註\n${SMALL_RULES}${example(LATE, '結果 違規')}`);
  });

  test('a read-only file and a link out of the rulebook are left alone', () => {
    const rules = SMALL_RULES + example(LATE, '結果 合規');
    withFolder({ 'rules/a.norm': rules }, (folder) => {
      const path = join(folder, 'rules/a.norm');
      chmodSync(path, 0o444);
      const run = zhunsheng(folder, ['test', '--update']);
      expect([run.code, readFileSync(path, 'utf8')]).toEqual([64, rules]);
      expect(run.err).toContain(CODES['update-not-ours'].id);
    });
    withFolder(
      {
        'rules/a.norm': SMALL_RULES,
        'other/b.yaml': `${SMALL_CASE}期望: { 結論: 合規 }\n`,
        'rules/cases/c.yaml': HELD,
      },
      (folder) => {
        symlinkSync(join(folder, 'other/b.yaml'), join(folder, 'rules/cases/b.yaml'));
        const run = zhunsheng(folder, ['test', '--update']);
        expect(run.code).toBe(64);
        expect(run.err).toContain(CODES['update-not-ours'].id);
        expect(readFileSync(join(folder, 'other/b.yaml'), 'utf8')).toContain('合規');
      },
    );
  });

  test('the mode of a file is kept; as JSON', () => {
    withFolder({ 'rules/a.norm': SMALL_RULES + example(LATE, '結果 合規') }, (folder) => {
      const path = join(folder, 'rules/a.norm');
      chmodSync(path, 0o640);
      const run = zhunsheng(folder, ['test', '--update', '-f', 'json']);
      expect(statSync(path).mode & 0o777).toBe(0o640);
      expect(JSON.parse(run.out)).toMatchObject({
        updated: [{ place: 'rules/a.norm:27:3', test: '某', before: '結果 合規', after: '結果 違規' }],
        exitCode: 0,
      });
    });
  });

  test('not together with --watch, which it would set off', () => {
    expect(update(SMALL_RULES, HELD, '--watch').code).toBe(64);
  });

  test('in a literate file, at its place in the document', () => {
    const text = `# 測試\n\n\`\`\`norm\n${SMALL_RULES}${example(LATE, '結果 合規')}\`\`\`\n\n尾註 合規\n`;
    withFolder({ 'rules/a.norm.md': text }, (folder) => {
      expect(zhunsheng(folder, ['test', '--update']).code).toBe(0);
      const now = readFileSync(join(folder, 'rules/a.norm.md'), 'utf8');
      expect(now).toBe(text.replace('結果 合規', '結果 違規'));
    });
  });
});
