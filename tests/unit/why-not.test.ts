import { describe, expect, test } from 'vitest';
import { COST, candidates, changed, type FactChange } from '../../src/analyse/changes.ts';
import { broken, newDeviations, type WhyNot, whyNot } from '../../src/analyse/why-not.ts';
import { chinaCalendar } from '../../src/calendar/china.ts';
import type { Constant, Model } from '../../src/check/model.ts';
import { caseText } from '../../src/differential/case-text.ts';
import { randomFrom } from '../../src/differential/random.ts';
import { caseMaker } from '../../src/differential/random-case.ts';
import { randomRulebook, rulebookText } from '../../src/differential/random-rulebook.ts';
import { engineOf } from '../../src/engine/compiled/engine-from-plan.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { Case } from '../../src/facts/case.ts';
import { readCases } from '../../src/facts/read-cases.ts';
import { compile } from '../../src/pipeline.ts';
import { finiteRulebook } from '../support/finite-rulebook.ts';

const calendar = chinaCalendar();
const RULES = `枚舉 職務 = 區長、副區長、主任
事項 公文
  急件 : 是非 由 主任 認定
  收到 : 日期
  答覆 : 事件
  簽發人 : 職務
  件數 : 數
規則 限期答覆
  依據 第一條
  適用 公文
  應當 答覆 不遲於 收到 後 3 個工作日
  除非 急件 依據 第二條
規則 區長簽發
  依據 第三條
  適用 公文
  當 件數 超過 5
  應當 簽發人 為 區長
規則 件數上限
  依據 第四條
  適用 公文
  應當 件數 不超過 8
`;
function ask(facts: string, keep: readonly string[] = [], rules = RULES): WhyNot {
  const { model, plan } = compile([{ name: 'rules.norm', text: rules }]).value;
  if (!plan) throw new Error('the rules have errors');
  const text = `查核日期: 2026-10-30\n事項: 公文\n事實: { ${facts} }\n`;
  const [kase] = readCases({ name: 'case.yaml', text }, model).value;
  if (!kase) throw new Error('the case has errors');
  return whyNot(model, plan, kase, {
    asOf: 0,
    calendar,
    keep: [...(kase.kept ?? []), ...keep.map((fact) => ({ fact }))],
  });
}
const said = ({ changes }: WhyNot): readonly string[] =>
  changes.map((c) => `${c.fact} ${'v' in c.to ? c.to.v : ''}`);
const OCTOBER_8 = 20_734;

describe('why not', () => {
  test('nothing violated: nothing to change', () => {
    const answer = ask('收到: 2026-09-28, 答覆: 2026-10-08, 件數: 3, 急件: 否');
    expect([answer.outcome, answer.changes]).toEqual(['none', []]);
  });

  test('a date moves to the nearest day that is allowed', () => {
    const answer = ask('收到: 2026-09-28, 答覆: 2026-10-20, 件數: 3, 急件: { 值: 否, 認定: 主任 }');
    expect(answer.outcome).toBe('found');
    expect(said(answer)).toEqual([`答覆 ${OCTOBER_8}`]);
    expect(answer.mends.map((m) => m.map((n) => n.norm))).toEqual([['限期答覆']]);
    expect(answer.after?.verdict).toBe('compliant');
  });

  test('what has not happened and is late: the last day on which it was in time', () => {
    const answer = ask('收到: 2026-09-28, 答覆: 未發生, 件數: 3, 急件: { 值: 否, 認定: 主任 }');
    expect(said(answer)).toEqual([`答覆 ${OCTOBER_8}`]);
  });

  test('a case marks what is left alone itself', () => {
    const { model, plan } = compile([{ name: 'rules.norm', text: RULES }]).value;
    if (!plan) throw new Error('the rules have errors');
    const of = (kept: string) => {
      const text = `查核日期: 2026-10-30\n不可改: [${kept}]\n事項組:\n  - 編號: 甲\n    事項: 公文\n    事實: { 件數: 9, 簽發人: 區長, 急件: { 值: 是, 認定: 主任 } }\n`;
      const [kase] = readCases({ name: 'case.yaml', text }, model).value;
      return kase && whyNot(model, plan, kase, { asOf: 0, calendar, keep: kase.kept ?? [] }).outcome;
    };
    expect([of('簽發人'), of('件數'), of('甲.件數')]).toEqual(['found', 'not-found', 'not-found']);
  });

  test('a number moves to the limit, also where the limit is worked out', () => {
    const rules = `事項 申請
  申請額 : 金額
  已用   : 金額
規則 總額
  依據 第一條
  適用 申請
  應當 申請額 + 已用 不超過 100 萬元
`;
    const { model, plan } = compile([{ name: 'rules.norm', text: rules }]).value;
    if (!plan) throw new Error('the rules have errors');
    const text = '事項: 申請\n事實: { 申請額: 80 萬元, 已用: 30.5 萬元 }\n';
    const [kase] = readCases({ name: 'case.yaml', text }, model).value;
    if (!kase) throw new Error('the case has errors');
    const answer = whyNot(model, plan, kase, { asOf: 0, calendar, keep: [{ fact: '已用' }] });
    expect(said(answer)).toEqual(['申請額 69500000']);
  });

  test('a soft norm that would be departed from is spared where another change does', () => {
    const rules = `事項 公文
  件數 : 數
  份數 : 數
規則 總數
  依據 第一條
  適用 公文
  應當 件數 不超過 5 或 份數 不超過 5
規則 多備
  依據 第二條
  適用 公文
  應當 件數 不少於 6
  效力 柔性
`;
    expect(said(ask('件數: 6, 份數: 30', [], rules))).toEqual(['份數 5']);
  });

  test('what is kept is left alone; what was attested is changed last', () => {
    const facts = '收到: 2026-09-28, 答覆: 2026-10-20, 件數: 3, 急件: { 值: 否, 認定: 主任 }';
    // 10-15: the third working day after it is 10-20, over a week-end
    expect(said(ask(facts, ['答覆']))).toEqual([`收到 ${OCTOBER_8 + 7}`]);
    expect(said(ask(facts, ['答覆', '收到']))).toEqual(['急件 true']);
    expect(ask(facts, ['答覆', '收到', '急件']).outcome).toBe('not-found');
  });

  test('one change may mend two norms; a norm is not mended by no longer applying', () => {
    const two = ask('收到: 2026-09-28, 答覆: 2026-10-08, 急件: 否, 件數: 9, 簽發人: 副區長');
    expect(said(two)).toEqual(
      ['件數 8', '簽發人 區長'].sort((a, b) => said(two).indexOf(a) - said(two).indexOf(b)),
    );
    expect(two.after?.verdict).toBe('compliant');
    expect(
      ask('收到: 2026-09-28, 答覆: 2026-10-08, 急件: 否, 件數: 6, 簽發人: 副區長', ['簽發人']).outcome,
    ).toBe('not-found');
  });
});

test('on small rulebooks and cases no set of up to two changes is cheaper', () => {
  const r = randomFrom(11);
  let asked = 0;
  let mended = 0;
  for (let i = 0; i < 400 && asked < 20; i += 1) {
    const text = rulebookText(randomRulebook(r, 3));
    const { model, plan } = compile([{ name: 'rules.norm', text }]).value;
    if (!plan) continue;
    const make = caseMaker(model, plan);
    const broke = (c: Case) => {
      const result = evaluate(plan, c, { asOf: 0, calendar });
      return c.matters.length === 1 && broken(result, result).length > 0;
    };
    const kase = Array.from({ length: 12 }, () => make(r)).find(broke);
    if (!kase) continue;
    const decide = (c: Case) => evaluate(plan, c, { asOf: 0, calendar });
    const before = decide(kase);
    asked += 1;
    const answer = whyNot(model, plan, kase, { asOf: 0, calendar, keep: [], most: 4000 });
    const cost = (changes: readonly FactChange[]) => changes.reduce((sum, c) => sum + c.cost, 0);
    const mends = (changes: readonly FactChange[]) =>
      broken(before, decide(changed(kase, model, changes))).length === 0;
    if (answer.changes.length > 0) {
      mended += 1;
      expect(mends(answer.changes), text).toBe(true);
    }
    // every change of every fact, alone and in pairs of the cheapest
    const values = candidates(model, plan, kase, before);
    const all = kase.matters.flatMap((m) =>
      Object.keys(model.kinds[m.kind]?.facts ?? {}).flatMap((fact) => values.of(kase, m, fact)),
    );
    const best = answer.outcome === 'found' ? cost(answer.changes) : Number.POSITIVE_INFINITY;
    const single = all.find((one) => one.cost < best - 1e-6 && mends([one]));
    expect(single, `${text}\n${JSON.stringify(single)}`).toBeUndefined();
    const few = all.slice(0, 60);
    for (const [k, one] of few.entries())
      for (const two of few.slice(k + 1)) {
        if (one.fact === two.fact || one.cost + two.cost >= best - 1e-6) continue;
        expect(mends([one, two]), `${text}\n${JSON.stringify([one, two])}`).toBe(false);
      }
  }
  expect(asked).toBeGreaterThan(12);
  expect(mended).toBeGreaterThan(5);
});

/** Every change of every fact of a case over 是非 and enums. */
function everyChange(model: Model, kase: Case): readonly FactChange[] {
  return kase.matters.flatMap((m) =>
    Object.values(model.kinds[m.kind]?.facts ?? {}).flatMap(({ name, type, attesters }) => {
      const from = m.facts[name]?.value;
      const all: readonly Constant[] =
        type.t === 'bool'
          ? [true, false].map((v) => ({ t: 'bool', v }))
          : type.t === 'enum'
            ? (model.enums[type.enum]?.members ?? []).map((v) => ({ t: 'enum', v, enum: type.enum }))
            : [];
      const known = from !== undefined && from.t !== 'unknown' && m.facts[name]?.rejected === undefined;
      const cost = !known
        ? COST.supply
        : attesters.length > 0 && m.facts[name]?.attestation
          ? COST.attested
          : COST.change;
      return all
        .filter((to) => JSON.stringify(to) !== JSON.stringify(from))
        .map((to) => ({ matter: m.id, fact: name, ...(from ? { from } : {}), to, cost }));
    }),
  );
}
const sets = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  size === 0 ? [[]] : all.flatMap((one, i) => sets(all.slice(i + 1), size - 1).map((rest) => [one, ...rest]));

test.each([false, true])(
  'by brute force, with exceptions, definitions and tables, several matters: %s: no set of up to three changes is cheaper',
  (linked) => {
    const r = randomFrom(linked ? 22 : 21);
    let found = 0;
    let several = 0;
    let none = 0;
    for (let i = 0; i < 400 && found < 60; i += 1) {
      const text = finiteRulebook(r, linked);
      const { model, plan } = compile([{ name: 'rules.norm', text }]).value;
      if (!plan) continue;
      const engine = engineOf(plan);
      const decide = (c: Case) => engine.evaluate(c, { asOf: 0, calendar });
      const make = caseMaker(model, plan);
      const kase = Array.from({ length: 12 }, () => make(r)).find((c) => {
        const result = decide(c);
        return (
          c.matters.length === (linked ? 2 : 1) &&
          (!linked || c.matters.some((m) => m.kind === '件')) &&
          broken(result, result).length > 0
        );
      });
      if (!kase) continue;
      const before = decide(kase);
      const answer = whyNot(model, plan, kase, { asOf: 0, calendar, keep: [] });
      expect(answer.outcome, text).not.toBe('given-up');
      const price = (changes: readonly FactChange[]) =>
        changes.reduce((sum, c) => sum + c.cost, 0) +
        newDeviations(before, decide(changed(kase, model, changes))) * COST.deviation;
      const ours = answer.outcome === 'found' ? price(answer.changes) : Number.POSITIVE_INFINITY;
      const all = everyChange(model, kase);
      let best = Number.POSITIVE_INFINITY;
      let cheapest: readonly FactChange[] = [];
      for (const size of [1, 2, 3])
        for (const changes of sets(all, size)) {
          if (new Set(changes.map((c) => `${c.matter}.${c.fact}`)).size < size) continue;
          if (changes.reduce((sum, c) => sum + c.cost, 0) >= best) continue;
          if (broken(before, decide(changed(kase, model, changes))).length > 0) continue;
          const cost = price(changes);
          if (cost < best) [best, cheapest] = [cost, changes];
        }
      const what = `${text}\n${caseText(kase)}\nours ${ours} ${JSON.stringify(answer.changes)}\nbest ${best} ${JSON.stringify(cheapest)}`;
      if (answer.changes.length <= 3 || best < Number.POSITIVE_INFINITY)
        expect(ours, what).toBeCloseTo(Math.min(ours, best), 6);
      if (answer.outcome === 'found') {
        found += 1;
        expect(broken(before, decide(changed(kase, model, answer.changes)))).toEqual([]);
        if (answer.changes.length > 1) several += 1;
      } else none += 1;
    }
    expect(found).toBeGreaterThan(40);
    expect(several).toBeGreaterThan(4);
    expect(none).toBeGreaterThan(0);
  },
);
