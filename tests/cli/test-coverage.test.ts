import { describe, expect, test } from 'vitest';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import { ROOT, type Run, SMALL_RULES, withFolder, zhunsheng } from '../support/run-cli.ts';

const EXAMPLES = `
例 恰在期限 於 三日答覆
  送達日期 為 2026-09-28 ; 答覆 為 2026-10-08 ; 急件 為 否
  結果 合規
例 恰好五件 於 件數上限
  件數 為 5
  結果 合規
`;
const REST = `
例 過期 於 三日答覆
  送達日期 為 2026-09-28 ; 答覆 為 2026-10-09 ; 急件 為 否
  結果 違規
例 急件不限 於 三日答覆
  送達日期 為 2026-09-28 ; 答覆 為 2026-10-09 ; 急件 為 是
  結果 豁免
例 多了一件 於 件數上限
  件數 為 6
  結果 違規
`;
const cover = (rules: string, ...args: string[]): Run =>
  withFolder({ 'rules/a.norm': rules }, (folder) => zhunsheng(folder, ['test', ...args]));

describe('test --coverage', () => {
  test('the examples that are missing, each at its place, and a table', () => {
    const run = cover(SMALL_RULES + EXAMPLES, '--coverage');
    expect([run.code, run.err]).toEqual([0, '']);
    expect(run.out).toBe(`✓ rules  2 個例、0 件案件：2 通過，0 未過
rules/a.norm:17:6: 規則「三日答覆」的要求：還沒有「答覆 不遲於 送達日期 後 3 個工作日」不成立的例
rules/a.norm:18:3: 「三日答覆」的除非：還沒有因它而豁免（或改用其值）的例
rules/a.norm:18:6: 規則「三日答覆」的除非：還沒有「急件」為是的例
rules/a.norm:23:6: 規則「件數上限」的要求：還沒有「件數 不超過 5」不成立的例
                規則       條件 MC/DC  列  例外     讀法
  rules/a.norm  2／2 100%  0／3 0%     —   0／1 0%  —
  合計          2／2 100%  0／3 0%     —   0／1 0%  —
`);
  });

  test('nothing is missing', () => {
    const run = cover(SMALL_RULES + EXAMPLES + REST, '--coverage', '--threshold', '100');
    expect([run.code, run.err]).toEqual([0, '']);
    expect(run.out).toContain('  合計          2／2 100%  3／3 100%   —   1／1 100%  —');
  });

  test('in English, and as JSON', () => {
    const english = cover(SMALL_RULES + EXAMPLES, '--coverage', '--lang', 'en');
    expect(english.out).toContain('unless: no example is lifted by it');
    expect(english.out).toContain('conditions (MC/DC)');
    const { rulebooks } = JSON.parse(cover(SMALL_RULES + EXAMPLES, '--coverage', '-f', 'json').out);
    const { totals, files, norms, uncovered } = rulebooks[0].coverage;
    expect(totals.condition).toEqual({ covered: 0, all: 3, percent: 0 });
    expect(files).toEqual([{ file: 'rules/a.norm', ...totals }]);
    expect(norms).toEqual([
      { name: '三日答覆', verdicts: ['compliant'] },
      { name: '件數上限', verdicts: ['compliant'] },
    ]);
    expect(uncovered[0]).toMatchObject({
      measure: 'condition',
      owner: '三日答覆',
      place: 'rules/a.norm:17:6',
      seen: ['true', 'decides-true'],
    });
    expect(uncovered[0].missing[0].zh).toContain('還沒有');
  });

  test('of the tests that were asked for alone', () => {
    const run = cover(SMALL_RULES + EXAMPLES, '--coverage', '--run', '恰好五件');
    expect(run.out).toContain('1／2 50%');
  });
});

describe('--propose', () => {
  test('an example to paste for each one that is missing: pasted, nothing is missing', () => {
    const run = cover(SMALL_RULES + EXAMPLES, '--propose');
    expect(run.code).toBe(0);
    expect(run.out).toContain(`rules/a.norm:23:6: 規則「件數上限」的要求：還沒有「件數 不超過 5」不成立的例
  可以補這個例（結果是規則現在的判讀，須先核對法律是否如此）：
    例 件數上限補例 於 件數上限
      件數 為 6
      結果 違規
`);
    const blocks = [...run.out.matchAll(/^ {4}例 .*\n(?: {6}.*\n)*? {6}結果.*\n/gm)].map(([b]) =>
      b.replace(/^ {4}/gm, ''),
    );
    const again = cover(SMALL_RULES + EXAMPLES + blocks.join(''), '--coverage', '--threshold', '100');
    expect([again.code, again.err]).toEqual([0, '']);
    const { uncovered } = JSON.parse(cover(SMALL_RULES + EXAMPLES, '--propose', '-f', 'json').out)
      .rulebooks[0].coverage;
    const last = uncovered.find((u: { owner: string }) => u.owner === '件數上限');
    expect(last.proposals[0]).toMatchObject({ norm: '件數上限', verdict: 'violated' });
    expect(blocks).toContain(last.proposals[0].text);
  });

  test('what cannot be so has no example, and that is said', () => {
    const never = `規則 不能\n  依據 第四條\n  適用 申請\n  當 件數 超過 5 且 件數 超過 9\n  應當 急件\n`;
    const run = cover(
      `${SMALL_RULES}${never}\n例 十件 於 不能\n  件數 為 10 ; 急件 為 是\n  結果 合規\n`.replace(
        '例 十件',
        '例 滿十件',
      ),
      '--propose',
    );
    expect(run.out).toContain('「件數 超過 5」不成立、同時「件數 超過 9」成立的例\n  沒有找到這樣的案情\n');
  });
});

describe('--threshold', () => {
  test('below it: 1, and which', () => {
    const run = cover(SMALL_RULES + EXAMPLES, '--coverage', '--threshold', 'norm=100,條件=50，exception=0');
    expect(run.code).toBe(1);
    expect(run.err).toContain(
      `${CODES['below-threshold'].id} 「rules」的「條件 MC/DC」為 0%（0／3），低於門檻 50%`,
    );
    expect(run.err.match(/Z6024/g)).toHaveLength(1);
    expect(
      cover(SMALL_RULES + EXAMPLES, '--coverage', '--threshold', '100').err.match(/Z6024/g),
    ).toHaveLength(2);
  });

  test('a hair below is below, although it is rounded the other way nowhere', () => {
    const third = cover(SMALL_RULES + EXAMPLES + REST.slice(0, REST.indexOf('例 急件不限')), '--coverage');
    expect(third.out).toContain('1／3 33.3%');
    const at = (percent: string): number | null =>
      cover(
        SMALL_RULES + EXAMPLES + REST.slice(0, REST.indexOf('例 急件不限')),
        '--coverage',
        '--threshold',
        `condition=${percent}`,
      ).code;
    expect([at('33.333'), at('33.334')]).toEqual([0, 1]);
  });

  test('JUnit and JSON say it as well', () => {
    const args = ['--coverage', '--threshold', '100'];
    expect(cover(SMALL_RULES + EXAMPLES, ...args, '-f', 'junit').out).toContain('below-threshold');
    const { rulebooks, exitCode } = JSON.parse(cover(SMALL_RULES + EXAMPLES, ...args, '-f', 'json').out);
    expect(exitCode).toBe(1);
    expect(rulebooks[0].below.map((d: { code: string }) => d.code)).toEqual([
      'below-threshold',
      'below-threshold',
    ]);
  });

  test.each<readonly [readonly string[], keyof typeof CODES]>([
    [['--coverage', '--threshold', '101'], 'bad-threshold'],
    [['--coverage', '--threshold=-1'], 'bad-threshold'],
    [['--coverage', '--threshold', 'all'], 'bad-threshold'],
    [['--coverage', '--threshold', 'norm=many'], 'bad-threshold'],
    [['--coverage', '--threshold', 'norm=1=2'], 'bad-threshold'],
    [['--coverage', '--threshold', '90,norm=100'], 'bad-threshold'],
    [['--coverage', '--threshold', ''], 'bad-threshold'],
    [['--coverage', '--threshold', 'line=90'], 'unknown-measure'],
    [['--coverage', '--threshold', 'norm=90,規則=80'], 'threshold-twice'],
    [['--coverage', '--threshold', 'mutation=90'], 'threshold-not-measured'],
    [['--mutate', '--threshold', 'norm=90'], 'threshold-not-measured'],
    [['--threshold', '90'], 'threshold-not-measured'],
  ])('%j is wrong usage, and nothing runs', (args, code) => {
    const run = cover(SMALL_RULES + EXAMPLES, ...args);
    expect([run.code, run.out]).toEqual([64, '']);
    expect(run.err).toContain(CODES[code].id);
  });
});

test('the shipped rulebooks', () => {
  const threshold = 'norm=100,condition=98,row=100,exception=100,reading=100';
  const run = zhunsheng(ROOT, ['test', 'rules', '--coverage', '--threshold', threshold]);
  expect([run.code, run.err]).toEqual([0, '']);
});
