import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { explain } from '../../src/evaluate/explain.ts';
import type { Verdict } from '../../src/evaluate/verdict.ts';
import { planFromModel } from '../../src/plan/plan-from-model.ts';
import { Open, oracleVerdict } from '../support/oracle.ts';
import { caseOf, rulebook } from '../support/random-rulebook.ts';

const calendar = chinaCalendar();
const numRuns = Number(process.env.PROPERTY_RUNS ?? 400);

test('where everything is known, plan and interpreter agree with ordinary two-valued logic', () => {
  let compared = 0;
  fc.assert(
    fc.property(rulebook, caseOf(true), (model, kase) => {
      for (const result of evaluate(planFromModel(model), kase, { asOf: kase.asOf ?? 0, calendar }).norms) {
        const norm = model.norms[result.norm];
        const matter = kase.matters.find((m) => m.id === result.matter);
        if (!norm || !matter) throw new Error('a result without a norm');
        let expected: Verdict;
        try {
          expected = oracleVerdict({ model, kase, matter }, norm);
        } catch (e) {
          if (e instanceof Open) continue;
          throw e;
        }
        compared += 1;
        expect(result.verdict).toBe(expected);
      }
    }),
    { numRuns },
  );
  expect(compared).toBeGreaterThan(numRuns);
});

test('an explanation gives the verdict it explains, and each part of it the truth that leads there', () => {
  fc.assert(
    fc.property(rulebook, caseOf(false), (model, kase) => {
      const plan = planFromModel(model);
      const options = { asOf: kase.asOf ?? 0, calendar };
      const results = evaluate(plan, kase, options).norms;
      const explained = explain(plan, kase, options);
      expect(explained.map((e) => e.result)).toEqual(results);
      for (const { result, applicability, requirement, exceptions } of explained) {
        if (result.verdict === 'not-applicable' && result.modality !== 'may')
          expect(applicability.truth).toBe('false');
        if (result.verdict === 'violated' || result.verdict === 'deviation') {
          expect([applicability.truth, requirement?.truth]).toEqual(['true', 'false']);
          expect(exceptions.every((e) => e.truth === 'false')).toBe(true);
        }
        if (result.verdict === 'exempt') expect(exceptions.some((e) => e.truth === 'true')).toBe(true);
        if (result.verdict === 'pending') expect(requirement?.truth).toBe('pending');
      }
    }),
    { numRuns },
  );
});
