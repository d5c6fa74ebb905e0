import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { engineFromPlan } from '../../src/engine/compiled/engine-from-plan.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { caseFromExample } from '../../src/facts/case-from-example.ts';
import { readCases } from '../../src/facts/read-cases.ts';
import { compile } from '../../src/pipeline.ts';
import { planFromModel } from '../../src/plan/plan-from-model.ts';
import { caseOf, rulebook } from '../support/random-rulebook.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const calendar = chinaCalendar();
const MODES = ['bytecode', 'generated'] as const;
const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 400) };

test('random rulebooks and cases: everything the reference interpreter says', () => {
  fc.assert(
    fc.property(rulebook, fc.array(caseOf(false), { minLength: 1, maxLength: 4 }), (model, cases) => {
      const plan = planFromModel(model);
      const engines = MODES.map((mode) => engineFromPlan(plan, mode));
      for (const kase of cases) {
        const options = { asOf: kase.asOf ?? 0, calendar };
        const right = evaluate(plan, kase, options);
        for (const engine of engines) expect(engine.evaluate(kase, options)).toEqual(right);
      }
    }),
    RUNS,
  );
});

describe('the shipped rulebook', () => {
  const folder = join(root, 'rules/hongshan');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.norm'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  const { model, plan } = compile(files).value;
  if (!plan) throw new Error('the shipped rulebook has errors');
  const engines = MODES.map((mode) => engineFromPlan(plan, mode));

  test('every example', () => {
    for (const example of model.examples) {
      const kase = caseFromExample(example, model);
      const options = { asOf: example.asOf ?? example.actDate ?? 0, calendar };
      const right = evaluate(plan, kase, options);
      for (const engine of engines) expect(engine.evaluate(kase, options), example.name).toEqual(right);
    }
  });

  test('every case', () => {
    for (const name of readdirSync(join(folder, 'cases'))) {
      const text = readFileSync(join(folder, 'cases', name), 'utf8');
      for (const kase of readCases({ name, text }, model).value) {
        const options = { asOf: kase.asOf ?? 0, calendar };
        const right = evaluate(plan, kase, options);
        for (const engine of engines) expect(engine.evaluate(kase, options), name).toEqual(right);
      }
    }
  });
});
