import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { type Context, makeContext } from '../../src/evaluate/context.ts';
import { nodeValue } from '../../src/evaluate/expression.ts';
import { UNKNOWN, type Value } from '../../src/evaluate/value.ts';
import type { Case, CaseValue, GivenFact } from '../../src/facts/case.ts';
import { compile } from '../../src/pipeline.ts';
import type { NodeId, Plan } from '../../src/plan/plan.ts';
import { alwaysFalse, alwaysTrue, equivalent, implies, type Prover, prover } from '../../src/prove/prover.ts';

/**
 * On a vocabulary so small that every case can be written down, what is proven is exactly what is so: the interpreter is
 * asked about every case. Numbers and days are tried at each limit, beside it and between; everything may be unknown.
 */
const VOCABULARY = `枚舉 色 = 紅、黃、綠
單位 項
事項 事
  甲 : 是非
  乙 : 是非
  色一 : 色
  色二 : 色
  數 : 數 項
  發 : 事件
  集 : 集合 色
`;
const SPAN = { file: '', start: 0, end: 0 };
const DAY = 20700; // 2026-09-04
const VALUES: Readonly<Record<string, readonly CaseValue[]>> = {
  甲: [true, false].map((v) => ({ t: 'bool', v })),
  乙: [true, false].map((v) => ({ t: 'bool', v })),
  色一: ['紅', '黃', '綠'].map((v) => ({ t: 'enum', v, enum: '色' })),
  色二: ['紅', '黃', '綠'].map((v) => ({ t: 'enum', v, enum: '色' })),
  數: [0, 1, 1.5, 2, 3].map((v) => ({ t: 'number', v, unit: '項' })),
  發: [
    { t: 'event', v: 'not-yet' },
    ...[DAY - 1, DAY, DAY + 1, DAY + 2, DAY + 3].map((v) => ({ t: 'event', v }) as const),
  ],
  集: [[], ['紅'], ['黃'], ['紅', '黃'], ['綠', '紅'], ['紅', '黃', '綠'], ['綠'], ['黃', '綠']].map((v) => ({
    t: 'set',
    v: ['紅', '黃', '綠'].filter((m) => v.includes(m)),
    of: { t: 'enum', enum: '色' },
  })),
};

const word = (...words: readonly string[]) => fc.constantFrom(...words);
const atom: fc.Arbitrary<string> = fc.oneof(
  word('甲', '乙', '甲 為 乙'),
  fc
    .tuple(word('色一', '色二'), word('為', '不為'), word('紅', '黃', '綠', '色一', '色二'))
    .map((t) => t.join(' ')),
  fc.tuple(word('色一', '色二'), word('屬於', '不屬於'), word('紅、黃', '綠', '集')).map((t) => t.join(' ')),
  fc
    .tuple(word('數'), word('為', '不為', '超過', '少於', '不超過', '不少於'), word('1 項', '2 項'))
    .map((t) => t.join(' ')),
  fc
    .tuple(
      word('發'),
      word('為', '不為', '早於', '晚於', '不早於', '不遲於'),
      word('2026-09-04', '2026-09-06', '2026-09-04 後 1 日'),
    )
    .map((t) => t.join(' ')),
  word('發 已發生', '發 未發生', '集 為空', '集 不為空', '發 後 1 日 晚於 2026-09-06'),
  fc
    .tuple(
      word('集'),
      word('包含於', '包含', '不相交', '相交', '為'),
      word('｛紅｝', '｛紅、黃｝', '｛黃、綠｝'),
    )
    .map((t) => t.join(' ')),
);
const condition: fc.Arbitrary<string> = fc.letrec<{ c: string }>((tie) => ({
  c: fc.oneof(
    { maxDepth: 3 },
    { weight: 2, arbitrary: atom },
    { weight: 1, arbitrary: tie('c').map((c) => `非 （${c}）`) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(word('且', '或'), fc.array(tie('c'), { minLength: 2, maxLength: 3 }))
        .map(([op, args]) => args.map((a) => `（${a}）`).join(` ${op} `)),
    },
  ),
})).c;

interface Asked {
  readonly p: Prover;
  readonly plan: Plan;
  readonly ids: readonly NodeId[];
}

function ask(...conditions: readonly string[]): Asked {
  const definitions = conditions.map((c, i) => `定義 問${i} : 是非\n  依據 第一條\n  適用 事\n  即 ${c}\n`);
  const { value, diagnostics } = compile([{ name: 'a.norm', text: VOCABULARY + definitions.join('') }]);
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  const { model, plan } = value;
  if (!plan) throw new Error('no plan');
  const ids = conditions.map((_, i) => plan.definitions[`問${i}`]?.otherwise ?? -1);
  return { p: prover(model, plan, chinaCalendar()), plan, ids };
}

/** The values of the conditions in every case; `open`: also in those that leave facts unknown. */
function* everyValue(
  { plan, ids }: Asked,
  open: boolean,
  facts: readonly string[],
): Generator<readonly Value[]> {
  function* cases(names: readonly string[]): Generator<Record<string, GivenFact>> {
    const [first, ...rest] = names;
    if (first === undefined) return yield {};
    const values = VALUES[first] ?? [];
    for (const given of cases(rest))
      for (const value of open ? [...values, { t: 'unknown' } as const] : values)
        yield { ...given, [first]: { value, span: SPAN } };
  }
  for (const given of cases(facts)) {
    const kase: Case = {
      title: '',
      matters: [{ id: '甲', kind: '事', facts: given, span: SPAN }],
      params: {},
      readings: {},
      span: SPAN,
    };
    const ctx: Context = makeContext(plan, kase, { asOf: DAY, calendar: chinaCalendar() });
    const matter = ctx.matters.get('甲');
    if (matter) yield ids.map((id) => nodeValue(ctx, id, { matter, live: false }));
  }
}
const factsIn = (...conditions: readonly string[]): readonly string[] =>
  Object.keys(VALUES).filter((f) => conditions.some((c) => c.includes(f)));
/** Few enough cases to try them all. */
const small = (...conditions: readonly string[]): boolean =>
  factsIn(...conditions).reduce((n, f) => n * ((VALUES[f]?.length ?? 0) + 1), 1) < 3000;

describe('against every case', () => {
  test('always true, always false, and a case for what is neither', () => {
    fc.assert(
      fc.property(condition.filter(small), (c) => {
        const asked = ask(c);
        const [id = -1] = asked.ids;
        const values = new Set([...everyValue(asked, false, factsIn(c))].map(([v]) => v));
        expect(alwaysTrue(asked.p, id), c).toBe(values.has(false) ? 'no' : 'yes');
        expect(alwaysFalse(asked.p, id), c).toBe(values.has(true) ? 'no' : 'yes');
        for (const wanted of [true, false]) {
          const rails = asked.p.t.rails(id, asked.p.here);
          const found = asked.p.example(
            wanted ? rails.yes : rails.no,
            ['事'],
            (ctx, frame) => nodeValue(ctx, id, frame) === wanted,
          );
          if (!values.has(wanted)) expect(found.found, c).toBe('no');
          else expect(found, c).toMatchObject({ found: 'yes' });
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  const pair = fc.tuple(condition, condition).filter(([a, b]) => small(a, b));

  test('implies', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const asked = ask(a, b);
        const [x = -1, y = -1] = asked.ids;
        const against = [...everyValue(asked, false, factsIn(a, b))].some(
          ([u, v]) => u === true && v === false,
        );
        expect(implies(asked.p, x, y), `${a} ⇒ ${b}`).toBe(against ? 'no' : 'yes');
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  test('equivalent, whatever is unknown', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const asked = ask(a, b);
        const [x = -1, y = -1] = asked.ids;
        const proof = equivalent(asked.p, x, y);
        const differ = [...everyValue(asked, true, factsIn(a, b))].some(([u, v]) => u !== v);
        if (differ) expect(proof, `${a} ⇔ ${b}`).not.toBe('yes');
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

test.each([
  ['數 超過 1 項', '非 （數 不超過 1 項）', 'yes'],
  ['色一 屬於 紅、黃', '色一 為 紅 或 色一 為 黃', 'yes'],
  ['甲 或 非 （甲）', '乙 或 非 （乙）', 'no'], // unknown where their fact is unknown
  ['發 晚於 2026-09-04', '非 （發 不遲於 2026-09-04）', 'no'], // 未發生 is neither
  ['數 超過 1 項 且 （甲 或 乙）', '（數 超過 1 項 且 甲） 或 （數 超過 1 項 且 乙）', 'yes'],
])('%s ⇔ %s: %s', (a, b, wanted) => {
  const asked = ask(a, b);
  const [x = -1, y = -1] = asked.ids;
  expect(equivalent(asked.p, x, y)).toBe(wanted);
  const values = [...everyValue(asked, true, factsIn(a, b))];
  expect(values.length).toBeGreaterThan(1);
  expect(values.every(([u, v]) => u === v)).toBe(wanted === 'yes');
  if (a.startsWith('甲 或')) expect(values.some(([u]) => u === UNKNOWN)).toBe(true);
});
