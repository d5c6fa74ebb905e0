import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { type CoverageReport, coverageOf, type Measure } from '../../src/coverage/coverage.ts';
import { allDecisions, type DecisionTree, decisionsOf } from '../../src/coverage/decisions.ts';
import { observe } from '../../src/coverage/observe.ts';
import { randomFrom } from '../../src/differential/random.ts';
import { caseMaker } from '../../src/differential/random-case.ts';
import { randomRulebook, rulebookText } from '../../src/differential/random-rulebook.ts';
import { makeContext } from '../../src/evaluate/context.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { holds } from '../../src/evaluate/expression.ts';
import { allOf, anyOf, notOf, type Tri } from '../../src/evaluate/value.ts';
import { readCases } from '../../src/facts/read-cases.ts';
import { compile } from '../../src/pipeline.ts';
import { runTests } from '../../src/verify/test-report.ts';

const calendar = chinaCalendar();

const RULES = `枚舉 文種 = 請示、報告、函
記錄 出訪
  公務 : 是非
讀法 起算 依據 第九條
  自收到起算（採用）
  自登記起算
事項 公文
  甲 : 是非
  乙 : 是非
  丙 : 是非
  急件 : 是非
  收到 : 日期
  登記 : 日期
  答覆 : 事件
  文種 : 文種
  出訪記錄 : 列表 出訪
`;
const NORM = (body: string): string => `規則 規\n  依據 第一條\n  適用 公文\n${body}`;

function cover(rules: string, examples: readonly string[], scenario = ''): CoverageReport {
  const blocks = examples.map((e, i) => {
    const [facts, result] = e.split(' → ');
    return `例 例${i + 1} 於 規\n  ${facts}\n  結果 ${result}\n`;
  });
  const read = compile([{ name: 'rules.norm', text: `${RULES}${rules}\n${blocks.join('')}` }]);
  const { model, plan } = read.value;
  if (!plan) throw new Error(read.diagnostics.map((d) => d.message.zh).join('\n'));
  const cases = scenario === '' ? [] : readCases({ name: 'case.yaml', text: scenario }, model).value;
  const { tests } = runTests(model, plan, cases, { calendar });
  expect(tests.flatMap((t) => t.diagnostics.map((d) => d.message.zh))).toEqual([]);
  return coverageOf(model, plan, tests, calendar);
}
/** The items of one measure, `+` covered and `-` not, with what was seen. */
const told = ({ items }: CoverageReport, measure: Measure): readonly string[] =>
  items
    .filter((i) => i.measure === measure)
    .map((i) => `${i.covered ? '+' : '-'} ${i.text.zh}${i.seen.length > 0 ? ` ${i.seen.join(' ')}` : ''}`);
const missing = ({ items }: CoverageReport, measure: Measure): readonly string[] =>
  items.filter((i) => i.measure === measure).flatMap((i) => i.missing.map((m) => m.zh));

describe('conditions, masking MC/DC', () => {
  const BOTH = NORM('  當 甲 且 乙\n  應當 丙\n');

  test('且: each condition decides only while the other is true', () => {
    const report = cover(BOTH, [
      '甲 為 是 ; 乙 為 是 ; 丙 為 是 → 合規',
      '甲 為 否 ; 乙 為 否 ; 丙 為 是 → 不適用',
      '甲 為 是 ; 乙 為 否 → 不適用',
    ]);
    expect(told(report, 'condition')).toEqual([
      '- 甲 true false decides-true',
      '+ 乙 true false decides-true decides-false',
      '- 丙 true decides-true',
    ]);
    expect(missing(report, 'condition')).toEqual([
      '規則「規」的當：還沒有「甲」為否、同時「乙」為是的例（有這樣的，但別的條件已經決定了結果）',
      '規則「規」的要求：還沒有「丙」為否的例',
    ]);
  });

  test('或 and 非: each decides only while the others are false', () => {
    const rules = NORM('  當 甲 或 非（乙 且 急件）\n  應當 丙\n');
    const report = cover(rules, [
      '甲 為 是 ; 乙 為 是 ; 急件 為 是 ; 丙 為 是 → 合規',
      '甲 為 否 ; 乙 為 是 ; 急件 為 是 → 不適用',
      '甲 為 否 ; 乙 為 否 ; 急件 為 是 ; 丙 為 否 → 違規',
    ]);
    expect(told(report, 'condition')).toEqual([
      '+ 甲 true false decides-true decides-false',
      '+ 乙 true false decides-true decides-false',
      '- 急件 true decides-true',
      '+ 丙 true false decides-true decides-false',
    ]);
  });

  test('what is unknown beside a condition masks it', () => {
    const report = cover(BOTH, ['甲 為 是 ; 丙 為 否 → 待定 缺 乙', '甲 為 否 → 不適用']);
    expect(told(report, 'condition')).toEqual(['- 甲 true false', '- 乙', '- 丙']);
  });

  test('a requirement counts only where the norm applies and nothing lifts it', () => {
    const rules = NORM('  當 甲\n  應當 乙\n  除非 急件 依據 第二條\n');
    const lifted = cover(rules, ['甲 為 是 ; 乙 為 否 ; 急件 為 是 → 豁免', '甲 為 否 ; 乙 為 是 → 不適用']);
    expect(told(lifted, 'condition')).toEqual([
      '+ 甲 true false decides-true decides-false',
      '- 乙',
      '- 急件 true decides-true',
    ]);
    expect(told(lifted, 'exception')).toEqual(['- 除非 fired']);
    expect(missing(lifted, 'exception')).toEqual(['「規」的除非：還沒有適用而不屬此例外的例']);
  });

  test('a limit that is still open is neither; a duty without limit can be no more than not yet done', () => {
    const open = '查核日期 為 2026-03-03 ; 收到 為 2026-03-02 ; 答覆 未發生 → 待履行';
    const limited = cover(NORM('  應當 答覆 不遲於 收到 後 5 日\n'), [open]);
    expect(told(limited, 'condition')).toEqual(['- 答覆 不遲於 收到 後 5 日']);
    const unlimited = cover(NORM('  應當 答覆 已發生\n'), [open]);
    expect(told(unlimited, 'condition')).toEqual(['- 答覆 已發生 false decides-false']);
    const past = cover(NORM('  當 答覆 已發生\n  應當 甲\n'), [open.replace('待履行', '不適用')]);
    expect(told(past, 'condition')).toEqual(['- 答覆 已發生 false decides-false', '- 甲']);
  });

  test('其中 is decided for each entry of the list, also below a definition', () => {
    const rules = `定義 公務次數 : 數\n  依據 第三條\n  即 計數（出訪記錄 其中 公務 且 甲）\n${NORM('  應當 公務次數 不超過 1\n')}`;
    const report = cover(rules, [
      '甲 為 是 ; 出訪記錄 為 （公務 為 是）、（公務 為 否） → 合規',
      '甲 為 是 ; 出訪記錄 為 （公務 為 是）、（公務 為 是） → 違規',
    ]);
    expect(told(report, 'condition')).toEqual([
      '+ 公務 true false decides-true decides-false',
      '- 甲 true decides-true',
      '+ 公務次數 不超過 1 true false decides-true decides-false',
    ]);
  });

  test('only norms whose verdict is stated count', () => {
    const other = NORM('  當 甲\n  應當 乙\n').replace('規則 規', '規則 另');
    const report = cover(NORM('  應當 丙\n') + other, ['甲 為 是 ; 乙 為 是 ; 丙 為 是 → 合規']);
    expect(told(report, 'norm')).toEqual(['+ 規 compliant', '- 另']);
    expect(told(report, 'condition')).toEqual(['- 丙 true decides-true', '- 甲', '- 乙']);
  });
});

describe('norms, rows, exceptions, readings', () => {
  test('a norm that is only 不適用 or 待定 has not been tried', () => {
    const report = cover(NORM('  當 甲\n  應當 乙\n'), ['甲 為 否 → 不適用', '甲 為 是 → 待定']);
    expect(told(report, 'norm')).toEqual(['- 規 undetermined not-applicable']);
    expect(missing(report, 'norm')).toEqual(['規則「規」的例只有待定、不適用，還沒有合規、違規或豁免的例']);
  });

  test('a row counts where it gives the value; 例外 若 is an exception as well', () => {
    const rules = `定義 答期 : 日數
  依據 第三條
  若 文種 為 請示 則 5 日
  若 文種 為 報告 則 3 日
  例外 若 急件 則 1 日
  否則 9 日
${NORM('  應當 答覆 不遲於 收到 後 答期\n')}`;
    const report = cover(rules, [
      '文種 為 請示 ; 急件 為 否 ; 收到 為 2026-03-02 ; 答覆 為 2026-03-07 → 合規',
      '文種 為 函 ; 急件 為 否 ; 收到 為 2026-03-02 ; 答覆 為 2026-03-12 → 違規',
    ]);
    expect(told(report, 'row')).toEqual(['+ 第 1 列', '- 第 2 列', '- 第 3 列', '+ 否則']);
    expect(missing(report, 'row')[0]).toBe('「答期」第 2 列：還沒有取這一列的值的例');
    expect(told(report, 'exception')).toEqual(['- 例外 若 not-fired']);
  });

  test('an exception norm, over its own conditions; a scenario counts for the norms it names', () => {
    const exception = `規則 例外規\n  依據 第五條\n  適用 公文\n  當 急件 且 乙\n  可以 甲\n  例外於 規\n`;
    const rules = NORM('  應當 丙\n') + exception;
    const scenario = (expected: string) =>
      `事項: 公文\n事實: { 丙: 否, 急件: 是, 乙: 是, 甲: 是 }\n期望: ${expected}\n`;
    const report = cover(rules, ['丙 為 否 ; 急件 為 否 → 違規'], scenario('{ 規: 豁免 }'));
    expect(told(report, 'norm')).toEqual(['+ 規 violated exempt', '- 例外規']);
    expect(told(report, 'exception')).toEqual(['+ 例外規則「例外規」 fired not-fired']);
    expect(told(report, 'condition')).toEqual([
      '- 丙 false decides-false',
      '- 急件 true false decides-true',
      '- 乙 true decides-true',
      '- 甲 true decides-true',
    ]);
    expect(told(cover(rules, [], scenario('{ 結論: 合規 }')), 'norm')).toEqual(['- 規', '- 例外規']);
  });

  test('each option of a reading that a verdict rests on', () => {
    const rules = NORM('  當 起算 為 自收到起算\n  應當 答覆 不遲於 收到 後 3 日\n');
    const report = cover(rules, ['收到 為 2026-03-02 ; 答覆 為 2026-03-05 → 合規']);
    expect(told(report, 'reading')).toEqual(['+ 自收到起算', '- 自登記起算']);
    const both = cover(rules, [
      '收到 為 2026-03-02 ; 答覆 為 2026-03-05 → 合規',
      '起算 為 自登記起算 ; 收到 為 2026-03-02 → 不適用',
    ]);
    expect(both.totals.reading).toEqual({ covered: 2, all: 2 });
  });

  test('counts are exact', () => {
    const report = cover(NORM('  當 甲 且 乙\n  應當 丙\n'), ['甲 為 是 ; 乙 為 是 ; 丙 為 是 → 合規']);
    expect(report.totals).toEqual({
      norm: { covered: 1, all: 1 },
      condition: { covered: 0, all: 3 },
      row: { covered: 0, all: 0 },
      exception: { covered: 0, all: 0 },
      reading: { covered: 0, all: 2 },
    });
  });
});

const RUNS = Number(process.env.PROPERTY_RUNS ?? 60);

test('over random rulebooks: a condition decides exactly where the decision turns with it alone', () => {
  const r = randomFrom(20_261_126);
  let decided = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const text = rulebookText(randomRulebook(r, 4));
    const { model, plan } = compile([{ name: 'rules.norm', text }]).value;
    if (!plan) continue;
    const instrumented = decisionsOf(model, plan);
    const make = caseMaker(model, plan);
    for (let n = 0; n < 4; n += 1) {
      const kase = make(r);
      const result = evaluate(plan, kase, { asOf: 0, calendar });
      for (const { norm, matter } of result.norms) {
        const seen = observe(instrumented, [{ kase, result, judged: [{ norm, matter }] }], calendar);
        const when = instrumented.norms.get(norm)?.when[0];
        const at = kase.matters.find((m) => m.id === matter);
        if (when?.part !== 'when' || !at) continue;
        const ctx = makeContext(instrumented.plan, kase, { asOf: result.asOf, calendar });
        const frame = { matter: at, live: false };
        for (const condition of when.conditions) {
          const turned = (value: boolean): Tri =>
            valueWith(when.tree, (node, c) => (c === condition ? value : holds(ctx, node, frame)));
          const now = holds(ctx, condition.node, frame);
          const [a, b] = [turned(true), turned(false)];
          const decides = a !== undefined && b !== undefined && a !== b;
          const was = seen.conditions.get(condition);
          expect([was?.decidesTrue ?? false, was?.decidesFalse ?? false]).toEqual([
            now === true && decides,
            now === false && decides,
          ]);
          if (decides && now !== undefined) decided += 1;
        }
      }
    }
    expect(allDecisions(instrumented).length).toBeGreaterThan(0);
  }
  expect(decided).toBeGreaterThan(RUNS / 4);
});

type Condition = Extract<DecisionTree, { op: 'condition' }>['condition'];

function valueWith(tree: DecisionTree, leaf: (node: number, condition: Condition) => Tri): Tri {
  switch (tree.op) {
    case 'condition':
      return leaf(tree.node, tree.condition);
    case 'const':
      return tree.value;
    case 'not':
      return notOf(valueWith(tree.arg, leaf));
    case 'and':
      return allOf(tree.args.map((a) => valueWith(a, leaf)));
    default:
      return anyOf(tree.args.map((a) => valueWith(a, leaf)));
  }
}
