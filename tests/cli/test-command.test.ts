import { describe, expect, test } from 'vitest';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import { ROOT, type Run, SMALL_CASE, SMALL_RULES, withFolder, zhunsheng } from '../support/run-cli.ts';

const EXAMPLE = `
例 恰在期限 於 三日答覆
  送達日期 為 2026-09-28 ; 答覆 為 2026-10-08 ; 急件 為 否
  結果 合規
`;
const run = (files: Readonly<Record<string, string>>, ...args: string[]): Run =>
  withFolder(files, (folder) => zhunsheng(folder, ['test', ...args]));
const RULES = { 'rules/a.norm': SMALL_RULES + EXAMPLE };
const scenario = (expected: string): Record<string, string> => ({
  ...RULES,
  'rules/cases/a.yaml': `${SMALL_CASE}期望: ${expected}\n`,
});

describe('test', () => {
  test('examples and scenarios that hold', () => {
    const held = run(scenario('{ 結論: 違規, 三日答覆: 違規, 件數上限: 合規 }'));
    expect([held.code, held.err]).toEqual([0, '']);
    expect(held.out).toBe('✓ rules  1 個例、1 件案件：2 通過，0 未過\n');
  });

  test('English words, 简体 names and matters by their 編號', () => {
    const kase = `查核日期: 2026-10-12\n事項组: []\n`.replace(
      '事項组: []',
      '事項組:\n  - 編號: 甲\n    事項: 申請\n    事實: { 件數: 3 }\n  - 編號: 乙\n    事項: 申請\n    事實: { 件數: 9 }',
    );
    const files = (expected: string) => ({ ...RULES, 'rules/cases/a.yaml': `${kase}期望: ${expected}\n` });
    expect(
      run(files('{ verdict: violated, 甲: { 件数上限: compliant }, 乙: { 件數上限: 違規 } }')).code,
    ).toBe(0);
    const wrong = run(files('{ 結論: 違規, 甲: { 件數上限: 違規 } }'));
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('期望「件數上限」為 違規，算得 合規');
  });

  test('one that fails: the expectation, the norm, and how it came to what it gave', () => {
    const failed = run(scenario('{ 結論: 合規, 三日答覆: 合規 }'));
    expect(failed.code).toBe(1);
    expect(failed.err).toMatch(/rules\/cases\/a\.yaml:10:\d+: 錯誤 Z5010 期望「三日答覆」為 合規，算得 違規/);
    expect(failed.err).toContain('rules/a.norm:13:4 規則在這裡');
    expect(failed.err).toContain('  期望 rules/cases/a.yaml:10:');
    expect(failed.err).toContain('  ≠ 要求須成立');
    expect(failed.err).toContain('2026-10-08 ＝ 送達日期 2026-09-28 後 3 個工作日');
    expect(failed.out).toBe('✗ rules  1 個例、1 件案件：1 通過，1 未過\n');
  });

  test('an example that fails, with its explanation', () => {
    const failed = run({ 'rules/a.norm': SMALL_RULES + EXAMPLE.replace('2026-10-08', '2026-10-09') });
    expect(failed.code).toBe(1);
    expect(failed.err).toContain(CODES['example-verdict'].id);
    expect(failed.out).toContain('0 通過，1 未過');
  });

  test('missing facts and due dates of the whole', () => {
    const open = SMALL_CASE.replace('  急件: 否\n', '').replace('答覆: 2026-10-12', '答覆: 2026-10-12');
    const files = (expected: string) => ({ ...RULES, 'rules/cases/a.yaml': `${open}期望: ${expected}\n` });
    expect(run(files('{ 結論: 待定, 缺: [急件] }')).code).toBe(0);
    expect(run(files('{ 結論: 待定, 缺: 急件、件數 }')).err).toContain('期望「缺」為 件數、急件，算得 急件');
  });

  test('of a norm and of a matter: its verdict, what is missing, when it is due', () => {
    const open = SMALL_CASE.replace('2026-10-12', '2026-10-01').replace('答覆: 2026-10-12', '答覆: 未發生');
    const files = (expected: string) => ({ ...RULES, 'rules/cases/a.yaml': `${open}期望: ${expected}\n` });
    const held = '{ 三日答覆: { 結論: 待履行, 期限: 2026-10-08 }, 申請: { 結論: 待履行, 件數上限: 合規 } }';
    expect(run(files(held)).err).toBe('');
    const wrong = run(files('{ 三日答覆: { 期限: 2026-10-09, 缺: [急件] }, 申請: { 結論: 合規 } }'));
    expect(wrong.err).toContain('期望「三日答覆：期限」為 2026-10-09，算得 2026-10-08');
    expect(wrong.err).toContain('期望「三日答覆：缺」為 急件，算得 —');
    expect(wrong.err).toContain('期望「結論」為 合規，算得 待履行');
  });

  test('expected and found stand side by side where there is room, else one below the other', () => {
    const files = { 'rules/a.norm': SMALL_RULES + EXAMPLE.replace('2026-10-08', '2026-10-09') };
    const at = (columns: string): string =>
      withFolder(files, (folder) => zhunsheng(folder, ['test'], { env: { COLUMNS: columns } })).err;
    expect(at('120').split('\n').slice(4)).toEqual([
      '  期望 rules/a.norm:27:3 │ 算得',
      '  ✓ 合規                 │ ✗ 違規  三日答覆（申請）',
      '                         │   rules/a.norm:13:4',
      '    適用須成立           │ ✓ 適用',
      '  ≠ 要求須成立           │ ✗ 要求',
      '                         │   ✗ 答覆 不遲於 送達日期 後 3 個工作日',
      '                         │     · 答覆：2026-10-09  rules/a.norm:26:23',
      '                         │     · 送達日期：2026-09-28  rules/a.norm:26:3',
      '                         │ ✗ 除非',
      '                         │   ✗ 急件',
      '                         │     · 急件：否  rules/a.norm:26:41',
      '                         │ 2026-10-08 ＝ 送達日期 2026-09-28 後 3 個工作日：09-29、09-30、10-08（跳過 10-01 至 10-07 國',
      '                         │   慶節）',
      '',
    ]);
    const narrow = at('80').split('\n').slice(4);
    expect(narrow.slice(0, 6)).toEqual([
      '  期望 rules/a.norm:27:3',
      '  ✓ 合規',
      '    適用須成立',
      '  ≠ 要求須成立',
      '  算得',
      '  ✗ 違規  三日答覆（申請）',
    ]);
  });

  test.each<readonly [string, string, string]>([
    ['nothing expected', '{}', 'scenario-without-expectations'],
    ['a name that is none', '{ 三日答覆了: 違規 }', 'expectation-unknown'],
    ['a name that is none under a norm', '{ 三日答覆: { 結果: 違規 } }', 'expectation-unknown'],
    ['a word that is no verdict', '{ 三日答覆: 違法 }', 'expectation-not-a-verdict'],
    ['a verdict that is left out', '{ 三日答覆: }', 'expectation-not-a-verdict'],
    ['a day that is none', '{ 期限: 2026-02-30 }', 'expectation-not-a-date'],
    ['nothing under a matter', '{ 申請: {} }', 'expectation-empty'],
  ])('%s is an error, not a pass', (_, expected, code) => {
    const found = run(scenario(expected));
    expect(found.code).toBe(1);
    expect(found.err).toContain(CODES[code as keyof typeof CODES].id);
  });

  test('a case file that cannot be read ends with 4, a rule file with 3', () => {
    const unreadable = run({ ...RULES, 'rules/cases/a.yaml': 'a: [' });
    expect(unreadable.code).toBe(4);
    expect(unreadable.out).toBe('✗ rules  1 個例、0 件案件：1 通過，0 未過\n');
    expect(run({ 'rules/a.norm': '規則 甲\n' }).code).toBe(3);
  });

  test('--run takes names of examples, norms, cases and files', () => {
    const files = scenario('{ 結論: 違規 }');
    expect(run(files, '--run', '恰在').out).toContain('1 個例、0 件案件');
    expect(run(files, '--run', '甲*').out).toContain('0 個例、1 件案件');
    expect(run(files, '--run', 'cases/a').out).toContain('0 個例、1 件案件');
    const none = run(files, '--run', '沒有這個');
    expect(none.code).toBe(64);
    expect(none.err).toContain(CODES['no-test-matches'].id);
  });

  test('a rulebook without examples and cases is an error', () => {
    const none = run({ 'rules/a.norm': SMALL_RULES });
    expect(none.code).toBe(64);
    expect(none.err).toContain(CODES['no-tests'].id);
    expect(run({ 'rules/a.norm': SMALL_RULES }, '--fail-on-empty').code).toBe(64);
  });

  test('--no-fail-on-empty: said, but no error', () => {
    const none = run({ 'rules/a.norm': SMALL_RULES }, '--no-fail-on-empty');
    expect([none.code, none.err]).toEqual([0, '']);
    expect(none.out).toContain('0 個例、0 件案件');
    expect(run(RULES, '--run', '沒有這個', '--no-fail-on-empty').code).toBe(0);
  });

  test('as JSON', () => {
    const failed = run(scenario('{ 結論: 合規 }'), '-f', 'json');
    const { rulebooks, exitCode } = JSON.parse(failed.out);
    expect(exitCode).toBe(1);
    expect(rulebooks[0]).toMatchObject({ rulebook: 'rules', passed: 1, failed: 1 });
    expect(rulebooks[0].tests[1]).toMatchObject({
      kind: 'scenario',
      name: '甲案',
      passed: false,
      place: 'rules/cases/a.yaml:1:1',
    });
    expect(rulebooks[0].tests[1].diagnostics[0]).toMatchObject({ code: 'scenario-differs' });
  });

  test('the shipped rulebooks', () => {
    const all = zhunsheng(ROOT, ['test', 'rules']);
    expect([all.code, all.err]).toEqual([0, '']);
    expect(all.out.match(/^✓ rules\/\w+ .*0 未過$/gm)).toHaveLength(2);
  });
});

describe('test --mutate', () => {
  const RULES = `枚舉 色 = 紅、綠、藍
類 暖色 = 紅、綠
單位 件
事項 申請
  送達日期 : 日期
  答覆     : 事件
  急件     : 是非
  補件     : 是非
  色       : 色
  件數     : 數 件
規則 件數上限
  依據 第一條
  適用 申請
  當 色 屬於 暖色
  應當 件數 不超過 5 件
`;
  const example = (name: string, facts: string, verdict: string): string =>
    `例 ${name} 於 件數上限\n  ${facts}\n  結果 ${verdict}\n`;
  const weak = example('合', '色 為 紅 ; 件數 為 1 件', '合規');
  const strong = [
    example('恰', '色 為 紅 ; 件數 為 5 件', '合規'),
    example('過', '色 為 紅 ; 件數 為 6 件', '違規'),
    example('綠', '色 為 綠 ; 件數 為 6 件', '違規'),
    example('藍', '色 為 藍 ; 件數 為 6 件', '不適用'),
  ].join('');
  const mutate = (examples: string, ...args: string[]): Run =>
    withFolder({ 'rules/a.norm': RULES + examples }, (folder) =>
      zhunsheng(folder, ['test', '--mutate', ...args]),
    );

  test('examples on both sides of every limit kill every mutant', () => {
    const run = mutate(strong);
    expect(run.code).toBe(0);
    expect(run.out).toContain('0 處沒有');
    expect(run.out).toContain('察覺率 100%');
  });

  test('survivors are told at their places, with what was changed', () => {
    const run = mutate(weak);
    expect(run.code).toBe(0);
    expect(run.out).toContain('rules/a.norm:15:13: 規則「件數上限」之中「5 件」減少一個單位，沒有例察覺');
    expect(run.out).toContain('rules/a.norm:2:3: 類「暖色」不含「綠」，沒有例察覺');
    expect(run.out).not.toContain('不含「紅」'); // the example is about red
  });

  test('--threshold: 1 below it; over 100 it is wrong usage', () => {
    expect(mutate(weak, '--threshold', '95').code).toBe(1);
    expect(mutate(strong, '--threshold', '100').code).toBe(0);
    expect(mutate(weak, '--threshold', 'mutation=95').err).toContain('「變異察覺率」');
    expect(mutate(strong, '--threshold', '101').code).toBe(64);
    expect(mutate(strong, '--threshold', 'most').code).toBe(64);
  });

  test('each survivor with an example to paste, that kills it; as JSON too', () => {
    const told = mutate(weak);
    expect(told.out).toContain(
      '    例 件數上限補例 於 件數上限\n      色 為 綠 ; 件數 為 1 件\n      結果 合規\n',
    );
    const blocks = [...told.out.matchAll(/^ {4}例 .*\n(?: {6}.*\n)*? {6}結果.*\n/gm)].map(([b]) =>
      b.replace(/^ {4}/gm, ''),
    );
    expect(mutate(weak + blocks.join('')).out).toContain('0 處沒有');
    const { survivors } = JSON.parse(mutate(weak, '-f', 'json').out).rulebooks[0].mutation;
    expect(survivors[0].proposal).toMatchObject({ norm: '件數上限', verdict: 'compliant' });
    expect(blocks).toContain(survivors[0].proposal.text);
  });

  test('tests that fail are told first: no mutant is run', () => {
    const run = mutate(example('錯', '色 為 紅 ; 件數 為 1 件', '違規'));
    expect(run.code).toBe(1);
    expect(run.out).not.toContain('變異');
  });

  test('a scenario kills as well; as JSON', () => {
    const run = withFolder(
      {
        'rules/a.norm': RULES + strong.replace(/例 綠[\s\S]*?例 藍/, '例 藍'),
        'rules/cases/a.yaml':
          '查核日期: 2026-01-01\n事項: 申請\n事實: { 色: 綠, 件數: 6 }\n期望: { 件數上限: 違規 }\n',
      },
      (folder) => zhunsheng(folder, ['test', '--mutate', '-f', 'json']),
    );
    expect(JSON.parse(run.out).rulebooks[0].mutation).toMatchObject({
      survived: 0,
      percent: 100,
      survivors: [],
    });
  });
});
