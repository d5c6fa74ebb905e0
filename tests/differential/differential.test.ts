import { Engine } from 'json-rules-engine';
import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { caseText } from '../../src/differential/case-text.ts';
import { difference } from '../../src/differential/difference.ts';
import { randomFrom } from '../../src/differential/random.ts';
import { caseMaker } from '../../src/differential/random-case.ts';
import { randomRulebook, rulebookText } from '../../src/differential/random-rulebook.ts';
import { type Contestant, differential } from '../../src/differential/run.ts';
import { engineFromPlan } from '../../src/engine/compiled/engine-from-plan.ts';
import { jsonRulesEngine } from '../../src/engine/json-rules-engine/json-rules-engine.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { readCases } from '../../src/facts/read-cases.ts';
import { compile } from '../../src/pipeline.ts';
import { PLAN_OPERATIONS } from '../support/plan-operations.ts';
import { everyRulebook } from '../support/rulebooks.ts';
import { stripSpans } from '../support/strip-spans.ts';

const calendar = chinaCalendar();
const SEED = Number(process.env.DIFFERENTIAL_SEED ?? Date.now() % 1_000_000_000);
const VERDICTS = Number(process.env.DIFFERENTIAL_VERDICTS ?? 100_000);
const CONTESTANTS: readonly Contestant[] = [
  { name: 'bytecode', open: (plan) => engineFromPlan(plan, 'bytecode') },
  { name: 'generated', open: (plan) => engineFromPlan(plan, 'generated') },
  { name: 'json-rules-engine', open: (plan) => jsonRulesEngine(plan, Engine) },
];

test(`every engine gives what the reference gives: seed ${SEED}, ${VERDICTS} verdicts each`, async () => {
  const result = await differential({ seed: SEED, verdicts: VERDICTS, contestants: CONTESTANTS, calendar });
  if (result.mismatch) {
    const { engine, rulebook, kase, difference: found } = result.mismatch;
    throw new Error(
      `seed ${SEED}, ${engine}: ${JSON.stringify(found)}\n${rulebookText(rulebook)}\n${caseText(kase)}`,
    );
  }
  expect(result.verdicts).toBeGreaterThanOrEqual(VERDICTS);
  expect(PLAN_OPERATIONS.filter((op) => (result.operations[op] ?? 0) < 10)).toEqual([]);
}, 300_000);

describe('random rulebooks', () => {
  test('compile, but for those where two rows come out as one condition with two values', () => {
    const r = randomFrom(1);
    const codes = Array.from({ length: 400 }, () =>
      compile([{ name: 'rules.norm', text: rulebookText(randomRulebook(r, 12)) }])
        .diagnostics.filter((d) => d.severity === 'error')
        .map((d) => d.code),
    );
    expect([...new Set(codes.flat())].filter((code) => code !== 'table-overlap')).toEqual([]);
    expect(codes.filter((c) => c.length > 0).length).toBeLessThan(4);
  });

  test('and their cases follow from the seed', () => {
    const once = () => {
      const r = randomFrom(7);
      const text = rulebookText(randomRulebook(r, 12));
      const { model, plan } = compile([{ name: 'rules.norm', text }]).value;
      if (!plan) throw new Error('seed 7 has errors: take another');
      return [text, caseText(caseMaker(model, plan)(r))];
    };
    expect(once()).toEqual(once());
  });

  test.each(everyRulebook().map((book) => [book.name, book] as const))(
    '%s: a case written as a file is read as it was',
    (_, { model, plan }) => {
      if (Object.keys(model.kinds).length === 0) return;
      const make = caseMaker(model, plan);
      const r = randomFrom(3);
      for (let i = 0; i < 5; i += 1) {
        const kase = make(r);
        const text = caseText(kase);
        const { value, diagnostics } = readCases({ name: 'case.yaml', text }, model);
        const links = new Set(['case-reference-unknown', 'judgement-wrong-attester', 'judgement-unattested']);
        expect(
          diagnostics.filter((d) => d.severity === 'error' && !links.has(d.code)),
          text,
        ).toEqual([]);
        if (diagnostics.some((d) => d.code === 'case-reference-unknown')) continue;
        expect(stripSpans(value), text).toEqual(stripSpans([kase]));
      }
    },
  );
});

describe('an engine that is wrong', () => {
  /** Takes 衝突 … or any verdict for another: what a mistake in an engine may look like. */
  const wrong = (
    name: string,
    mistake: (verdict: string, due: number | undefined) => string,
  ): Contestant => ({
    name,
    open: (plan) => ({
      evaluate: (kase, options) => {
        const right = evaluate(plan, kase, options);
        return {
          ...right,
          norms: right.norms.map((n) => ({ ...n, verdict: mistake(n.verdict, n.due) as typeof n.verdict })),
        };
      },
    }),
  });

  test('is found, and what remains is one norm, one matter and the facts that matter', async () => {
    const exempted = wrong('no exemption', (v) => (v === 'exempt' ? 'violated' : v));
    const { mismatch } = await differential({
      seed: 5,
      verdicts: 100_000,
      contestants: [exempted],
      calendar,
    });
    expect(mismatch?.difference).toMatchObject({ path: 'norms.0.verdict', expected: 'exempt' });
    expect(mismatch?.rulebook.blocks.length).toBeLessThanOrEqual(2);
    expect(mismatch?.kase.matters).toHaveLength(1);
    const size = (m: typeof mismatch) =>
      rulebookText(m?.rulebook ?? { force: '', blocks: [] }).split('自乙日\n')[1];
    expect(size(mismatch)?.split('\n').length).toBeLessThan(14);
    // what was printed can be read back, and shows the difference again
    const text = rulebookText(mismatch?.rulebook ?? { force: '', blocks: [] });
    const { model, plan } = compile([{ name: 'rules.norm', text }]).value;
    const [kase] = readCases(
      { name: 'case.yaml', text: mismatch ? caseText(mismatch.kase) : '' },
      model,
    ).value;
    expect(plan && kase && evaluate(plan, kase, { asOf: 0, calendar }).norms.map((n) => n.verdict)).toContain(
      'exempt',
    );
  });

  test('is named, with the first place that differs; the same seed gives the same', async () => {
    const late = wrong('late', (v) => (v === 'pending' ? 'violated' : v));
    const run = () =>
      differential({ seed: 9, verdicts: 50_000, contestants: [...CONTESTANTS.slice(0, 1), late], calendar });
    const [one, two] = [await run(), await run()];
    expect(one.mismatch?.engine).toBe('late'); // told by the command as engines-differ
    expect(one).toEqual(two);
  });
});

test('the first difference of two values', () => {
  expect(difference({ a: [1, { b: 2 }] }, { a: [1, { b: 2, c: undefined }] })).toBeUndefined();
  expect(difference({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] })).toEqual({
    path: 'a.1.b',
    expected: 2,
    found: 3,
  });
  expect(difference([1], [1, 2])).toEqual({ path: '1', expected: undefined, found: 2 });
  expect(difference([], {})).toEqual({ path: '', expected: [], found: {} });
  expect(difference(Number.NaN, Number.NaN)).toBeUndefined();
});
