import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { Engine } from 'json-rules-engine';
import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { jsonRulesEngine } from '../../src/engine/json-rules-engine/json-rules-engine.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { caseFromExample } from '../../src/facts/case-from-example.ts';
import { readCases } from '../../src/facts/read-cases.ts';
import { compile } from '../../src/pipeline.ts';
import { planFromModel } from '../../src/plan/plan-from-model.ts';
import { caseOf, rulebook } from '../support/random-rulebook.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const calendar = chinaCalendar();
const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) };

test('random rulebooks and cases: everything the reference interpreter says', async () => {
  await fc.assert(
    fc.asyncProperty(
      rulebook,
      fc.array(caseOf(false), { minLength: 1, maxLength: 3 }),
      async (model, cases) => {
        const plan = planFromModel(model);
        const engine = jsonRulesEngine(plan, Engine);
        for (const kase of cases) {
          const options = { asOf: kase.asOf ?? 0, calendar };
          expect(await engine.evaluate(kase, options)).toEqual(evaluate(plan, kase, options));
        }
      },
    ),
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
  const engine = jsonRulesEngine(plan, Engine);

  test('every example', async () => {
    for (const example of model.examples) {
      const kase = caseFromExample(example, model);
      const options = { asOf: example.asOf ?? example.actDate ?? 0, calendar };
      expect(await engine.evaluate(kase, options), example.name).toEqual(evaluate(plan, kase, options));
    }
  });

  test('every case', async () => {
    for (const name of readdirSync(join(folder, 'cases'))) {
      const text = readFileSync(join(folder, 'cases', name), 'utf8');
      for (const kase of readCases({ name, text }, model).value) {
        const options = { asOf: kase.asOf ?? 0, calendar };
        expect(await engine.evaluate(kase, options), name).toEqual(evaluate(plan, kase, options));
      }
    }
  });
});
