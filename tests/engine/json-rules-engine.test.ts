import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Engine } from 'json-rules-engine';
import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { jsonRulesEngine } from '../../src/engine/json-rules-engine/json-rules-engine.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { Case } from '../../src/facts/case.ts';
import { caseFromExample } from '../../src/facts/case-from-example.ts';
import { readCases } from '../../src/facts/read-cases.ts';
import { planFromModel } from '../../src/plan/plan-from-model.ts';
import { casesFor } from '../support/random-cases.ts';
import { caseOf, rulebook } from '../support/random-rulebook.ts';
import { everyRulebook } from '../support/rulebooks.ts';
import { ROOT } from '../support/run-cli.ts';

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

const books = everyRulebook().map((book) => ({ ...book, engine: jsonRulesEngine(book.plan, Engine) }));

describe.each(books)('$name', ({ name, model, plan, engine }) => {
  const agree = async (kase: Case, asOf: number, what: string) => {
    const right = evaluate(plan, kase, { asOf, calendar });
    expect(await engine.evaluate(kase, { asOf, calendar }), what).toEqual(right);
  };

  test('every example', async () => {
    for (const example of model.examples) {
      const asOf = example.asOf ?? example.actDate ?? 0;
      await agree(caseFromExample(example, model), asOf, example.name);
    }
  });

  test.runIf(Object.keys(model.kinds).length > 0)('random cases', async () => {
    await fc.assert(
      fc.asyncProperty(casesFor(model, plan), (kase) => agree(kase, kase.asOf ?? 0, name)),
      { numRuns: Math.ceil(RUNS.numRuns / 4) },
    );
  });
});

test.each(['hongshan', 'example'])('every case of %s', async (name) => {
  const book = books.find((b) => b.name === name);
  const folder = join(ROOT, 'rules', name, 'cases');
  let cases = 0;
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const kase of book ? readCases({ name: file, text }, book.model).value : []) {
      const options = { asOf: kase.asOf ?? 0, calendar };
      expect(await book?.engine.evaluate(kase, options), file).toEqual(
        book && evaluate(book.plan, kase, options),
      );
      cases++;
    }
  }
  expect(cases).toBeGreaterThan(0);
});
