import type { WorkCalendar } from '../calendar/calendar.ts';
import type { Engine } from '../engine/engine.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { CaseResult } from '../evaluate/verdict.ts';
import { compile } from '../pipeline.ts';
import type { Plan } from '../plan/plan.ts';
import { type Difference, difference } from './difference.ts';
import { type Random, randomFrom } from './random.ts';
import { caseMaker } from './random-case.ts';
import { type RandomRulebook, randomRulebook, rulebookText } from './random-rulebook.ts';
import { type Finding, shrink } from './shrink.ts';

/** An engine to be held against the reference interpreter. */
export interface Contestant {
  readonly name: string;
  readonly open: (plan: Plan) => Pick<Engine, 'evaluate'>;
}

export interface DifferentialOptions {
  readonly seed: number;
  /** Verdicts of a norm on a matter to be compared, for each engine; the last case may exceed it. */
  readonly verdicts: number;
  readonly contestants: readonly Contestant[];
  readonly calendar: WorkCalendar;
  /** Called after each rulebook with the verdicts compared so far. */
  readonly progress?: (verdicts: number) => void;
}
export interface Mismatch extends Finding {
  readonly engine: string;
  readonly difference: Difference;
}
export interface DifferentialResult {
  readonly rulebooks: number;
  readonly cases: number;
  /** Verdicts of a norm on a matter that were compared, for each engine. */
  readonly verdicts: number;
  /** Operations of plan nodes that were met, and how often. */
  readonly operations: Readonly<Record<string, number>>;
  /** The first that was found, made as small as it gets. */
  readonly mismatch?: Mismatch;
}

const NORMS = 12;
const CASES = 16;

/**
 * Random rulebooks and cases through every engine, until enough verdicts were compared or one differs: verdicts, citations,
 * missing facts, due dates and what defeats, and once a rulebook everything else of a result. Follows from the seed alone.
 */
export async function differential(options: DifferentialOptions): Promise<DifferentialResult> {
  const { seed, contestants, calendar } = options;
  const operations: Record<string, number> = {};
  const r = randomFrom(seed);
  let rulebooks = 0;
  let cases = 0;
  let verdicts = 0;
  while (verdicts < options.verdicts) {
    const rulebook = randomRulebook(r, NORMS);
    const book = open(rulebook);
    // two rows may come out as one condition with two values, which is an error of the rulebook
    if (!book) continue;
    rulebooks += 1;
    for (const { op } of book.plan.nodes) operations[op] = (operations[op] ?? 0) + 1;
    const engines = contestants.map((c) => ({ name: c.name, engine: c.open(book.plan) }));
    for (let i = 0; i < CASES && verdicts < options.verdicts; i += 1) {
      const kase = book.make(r);
      const asked = { asOf: kase.asOf ?? 0, calendar };
      const right = evaluate(book.plan, kase, asked);
      for (const { name, engine } of engines) {
        const result = await engine.evaluate(kase, asked);
        const found = i === 0 ? difference(right, result) : decided(right, result);
        if (!found) continue;
        const contestant = contestants.find((c) => c.name === name) as Contestant;
        const small = await shrink(
          { rulebook, kase },
          async (f) => !!(await differs(f, contestant, calendar)),
        );
        const rest = (await differs(small, contestant, calendar)) ?? found;
        return {
          rulebooks,
          cases,
          verdicts,
          operations,
          mismatch: { ...small, engine: name, difference: rest },
        };
      }
      cases += 1;
      verdicts += right.norms.length;
    }
    options.progress?.(verdicts);
  }
  return { rulebooks, cases, verdicts, operations };
}

/**
 * What an engine works out itself: verdicts, missing facts, due dates, what defeats. What a verdict rests on comes from
 * the walkers of evaluate/ in every engine, and is compared once a rulebook.
 */
function decided(expected: CaseResult, found: CaseResult): Difference | undefined {
  const own = ({ verdict, inForce, counts, contradictions, norms }: CaseResult) => ({
    verdict,
    inForce,
    counts,
    contradictions,
    norms: norms.map((n) => ({
      norm: n.norm,
      matter: n.matter,
      verdict: n.verdict,
      harmless: n.harmless,
      cites: n.cites,
      missing: n.missing,
      due: n.due,
      exemptBy: n.exemptBy,
    })),
  });
  return difference(own(expected), own(found));
}

/** Compiles; undefined where parts that hang together were taken away. */
function open(
  rulebook: RandomRulebook,
): { readonly plan: Plan; readonly make: (r: Random) => Finding['kase'] } | undefined {
  const { value } = compile([{ name: 'rules.norm', text: rulebookText(rulebook) }]);
  return value.plan && { plan: value.plan, make: caseMaker(value.model, value.plan) };
}

async function differs(
  { rulebook, kase }: Finding,
  contestant: Contestant,
  calendar: WorkCalendar,
): Promise<Difference | undefined> {
  const book = open(rulebook);
  if (!book) return undefined;
  const asked = { asOf: kase.asOf ?? 0, calendar };
  return difference(evaluate(book.plan, kase, asked), await contestant.open(book.plan).evaluate(kase, asked));
}
