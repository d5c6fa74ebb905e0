import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import type { Model } from '../../src/check/model.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { CaseResult, NormResult, Verdict } from '../../src/evaluate/verdict.ts';
import type { Case, GivenFact } from '../../src/facts/case.ts';
import { planFromModel } from '../../src/plan/plan-from-model.ts';
import { caseOf, rulebook } from '../support/random-rulebook.ts';

const calendar = chinaCalendar();
const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 400) };
const run = (model: Model, kase: Case): CaseResult =>
  evaluate(planFromModel(model), kase, { asOf: kase.asOf ?? 0, calendar });
const byNorm = (r: CaseResult) => new Map(r.norms.map((n) => [`${n.norm}@${n.matter}`, n]));
const DEFINITE: readonly Verdict[] = [
  'not-applicable',
  'exempt',
  'compliant',
  'violated',
  'deviation',
  'pending',
];
/** 合規 and 待履行 may still be refined to 豁免. */
const keeps = (before: NormResult, after: NormResult | undefined) =>
  before.verdict === after?.verdict ||
  ((before.verdict === 'compliant' || before.verdict === 'pending') && after?.verdict === 'exempt');

/** Adds to `kase` those facts of `more` that it lacks and that `pick` chooses. */
function withFacts(kase: Case, more: Case, pick: (matter: string, fact: string) => boolean): Case {
  return {
    ...kase,
    matters: kase.matters.map((m, i) => {
      const extra: Record<string, GivenFact> = {};
      for (const [name, fact] of Object.entries(more.matters[i]?.facts ?? {}))
        if (!Object.hasOwn(m.facts, name) && pick(m.id, name)) extra[name] = fact;
      return { ...m, facts: { ...m.facts, ...extra } };
    }),
  };
}

describe('invariants of design.md, section 4', () => {
  test('adding facts changes no definite verdict, except 合規 or 待履行 to 豁免', () => {
    fc.assert(
      fc.property(rulebook, caseOf(false), caseOf(true), fc.func(fc.boolean()), (model, kase, full, pick) => {
        const before = run(model, kase);
        const after = byNorm(
          run(
            model,
            withFacts(kase, full, (m, f) => pick(m, f)),
          ),
        );
        for (const n of before.norms)
          if (DEFINITE.includes(n.verdict)) expect(keeps(n, after.get(`${n.norm}@${n.matter}`))).toBe(true);
      }),
      RUNS,
    );
  });

  test('a definite verdict holds in every completion; harmless 待定 never becomes 違規', () => {
    fc.assert(
      fc.property(rulebook, caseOf(false), caseOf(true), (model, kase, full) => {
        const after = byNorm(
          run(
            model,
            withFacts(kase, full, () => true),
          ),
        );
        for (const n of run(model, kase).norms) {
          const then = after.get(`${n.norm}@${n.matter}`);
          if (DEFINITE.includes(n.verdict)) expect(keeps(n, then)).toBe(true);
          if (n.harmless) expect(['violated', 'deviation', 'pending']).not.toContain(then?.verdict);
        }
      }),
      RUNS,
    );
  });

  test('at case level 違規 is final; 合規, 待履行 and 不適用 never become 違規 or 待定', () => {
    fc.assert(
      fc.property(rulebook, caseOf(false), caseOf(true), fc.func(fc.boolean()), (model, kase, full, pick) => {
        const before = run(model, kase).verdict;
        const after = run(
          model,
          withFacts(kase, full, (m, f) => pick(m, f)),
        ).verdict;
        if (before === 'violated') expect(after).toBe('violated');
        if (['compliant', 'pending', 'not-applicable'].includes(before))
          expect(['violated', 'undetermined']).not.toContain(after);
      }),
      RUNS,
    );
  });

  test('the order of norms, rows, matters and facts is irrelevant', () => {
    fc.assert(
      fc.property(rulebook, caseOf(false), (model, kase) => {
        const turned = <T>(r: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(r).reverse());
        const other: Model = {
          ...model,
          norms: turned(model.norms),
          definitions: Object.fromEntries(
            Object.entries(model.definitions).map(([k, d]) => [k, { ...d, rows: [...d.rows].reverse() }]),
          ),
        };
        const otherCase: Case = {
          ...kase,
          matters: [...kase.matters].reverse().map((m) => ({ ...m, facts: turned(m.facts) })),
        };
        const a = run(model, kase);
        const b = byNorm(run(other, otherCase));
        for (const n of a.norms) {
          const o = b.get(`${n.norm}@${n.matter}`);
          expect([o?.verdict, o?.due, o?.harmless]).toEqual([n.verdict, n.due, n.harmless]);
          expect(o?.missing.map((m) => JSON.stringify({ ...m, rows: undefined }))).toEqual(
            n.missing.map((m) => JSON.stringify({ ...m, rows: undefined })),
          );
        }
      }),
      RUNS,
    );
  });

  test('待定 names what is missing, and only absent things', () => {
    fc.assert(
      fc.property(rulebook, caseOf(false), (model, kase) => {
        for (const n of run(model, kase).norms) {
          const open = n.verdict === 'undetermined' || n.verdict === 'conflict';
          expect(n.missing.length > 0).toBe(open);
          for (const m of n.missing)
            if (m.kind === 'fact')
              expect(kase.matters.find((x) => x.id === m.matter)?.facts[m.fact]).toBeUndefined();
        }
      }),
      RUNS,
    );
  });

  test('with every fact given, nothing is 待定 for an absent fact', () => {
    fc.assert(
      fc.property(rulebook, caseOf(true), (model, kase) => {
        for (const n of run(model, kase).norms)
          expect(n.missing.filter((m) => m.kind === 'fact')).toEqual([]);
      }),
      RUNS,
    );
  });

  test('待履行 on the day of the check becomes 違規 or 偏離 once its due date has passed', () => {
    fc.assert(
      fc.property(rulebook, caseOf(true), (model, kase) => {
        for (const n of run(model, kase).norms) {
          if (n.verdict !== 'pending' || n.due === undefined) continue;
          const late = byNorm(run(model, { ...kase, asOf: n.due + 1 })).get(`${n.norm}@${n.matter}`);
          expect(late?.verdict === 'pending' && late.due === n.due).toBe(false);
        }
      }),
      RUNS,
    );
  });
});
