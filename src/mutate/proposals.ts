import { basesFor, factsRead, judgedFirst, ownerFirst } from '../analyse/bases.ts';
import { exampleText } from '../analyse/example-text.ts';
import { findCase } from '../analyse/find-case.ts';
import { freeName, pastedExamples } from '../analyse/pasted-examples.ts';
import { type ReachGraph, reachGraph } from '../analyse/reach.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import type { ExampleDecl, Model } from '../check/model.ts';
import { engineFromPlan } from '../engine/compiled/engine-from-plan.ts';
import { exampleDiagnostics } from '../evaluate/example-verdict.ts';
import type { CaseResult, Verdict } from '../evaluate/verdict.ts';
import type { Case } from '../facts/case.ts';
import { caseFromExample } from '../facts/case-from-example.ts';
import type { Plan } from '../plan/plan.ts';
import { planFromModel } from '../plan/plan-from-model.ts';
import type { SourceFile } from '../text/span.ts';
import type { Mutant } from './mutations.ts';
import type { MutantResult } from './run.ts';

/** An example that would kill a mutant: it holds by the rules as they are, and fails by the changed ones. */
export interface Proposal {
  readonly name: string;
  readonly norm: string;
  /** What the rules give now. Whether the law says so is for the drafter to check. */
  readonly verdict: Verdict;
  /** What the changed rules give. */
  readonly mutated: Verdict;
  /** The block, ready to be pasted into the rules. */
  readonly text: string;
}

/**
 * For each surviving mutant an example that would notice, where one is found. Cases are sought from the examples and
 * scenarios on. Every proposal has been compiled with the rulebook, holds, and kills its mutant.
 */
export function proposalsFor(
  model: Model,
  files: readonly SourceFile[],
  survivors: readonly MutantResult[],
  scenarios: readonly Case[],
  calendar: WorkCalendar,
  { each, all, few }: ProposalLimits = LIMITS,
): ReadonlyMap<Mutant, Proposal> {
  const graph = reachGraph(model);
  const taken = new Set(model.examples.map((e) => e.name));
  const found = new Map<Mutant, Draft>();
  let left = all;
  for (const { mutant } of survivors) {
    const pair = enginesOf(graph, mutant, calendar);
    const before = [...found.values()].find((draft) => pair.outcome(draft) !== draft.verdict);
    if (before) {
      found.set(mutant, { ...before, mutated: pair.outcome(before) });
      continue;
    }
    const most = Math.min(each, Math.max(few, left));
    const { proposal, tried } = propose(model, mutant, pair, scenarios, taken, most);
    left -= tried;
    if (proposal) found.set(mutant, proposal);
  }
  return verified(model, files, found, graph, calendar);
}

/** Cases that are decided at most: for one mutant, for all, and for one when those for all are used up. About 30 µs each. */
export interface ProposalLimits {
  readonly each: number;
  readonly all: number;
  readonly few: number;
}
const LIMITS: ProposalLimits = { each: 6000, all: 300_000, few: 200 };

interface Draft extends Proposal {
  readonly kase: Case;
}

interface Pair {
  readonly plan: Plan;
  readonly affected: ReadonlySet<string>;
  readonly now: (kase: Case) => CaseResult;
  readonly changed: (kase: Case) => CaseResult;
  /** What the case of a proposal that was made for another mutant comes to under this one. */
  readonly outcome: (draft: Draft) => Verdict;
}

function enginesOf(graph: ReachGraph, mutant: Mutant, calendar: WorkCalendar): Pair {
  const affected = graph.affected(mutant.owner);
  const part = graph.part(affected);
  const plan = planFromModel(part);
  const decide = (p: Plan): ((kase: Case) => CaseResult) => {
    const engine = engineFromPlan(p, 'bytecode');
    return (kase) => engine.evaluate(kase, { asOf: kase.asOf ?? kase.actDate ?? 0, calendar });
  };
  const now = decide(plan);
  const changed = decide(planFromModel(mutant.apply(part)));
  return {
    plan,
    affected,
    now,
    changed,
    outcome: ({ kase, norm, verdict }) =>
      (affected.has(norm) && judgedFirst(kase, changed(kase), norm)?.verdict) || verdict,
  };
}

interface Shown {
  readonly norm: string;
  readonly verdict: Verdict;
  readonly mutated: Verdict;
}

function propose(
  model: Model,
  mutant: Mutant,
  { plan, affected, now, changed }: Pair,
  scenarios: readonly Case[],
  taken: Set<string>,
  most: number,
): { readonly proposal?: Draft; readonly tried: number } {
  let tried = 0;
  const norms = ownerFirst(affected, mutant.owner);
  const found = findCase<Shown>({
    model,
    plan,
    bases: basesFor(model, affected, mutant.owner.name, scenarios),
    facts: factsRead(plan),
    focus: FOCUS,
    most,
    decide: (kase) => {
      tried += 1;
      return now(kase);
    },
    shows: (kase, result) => {
      const other = changed(kase);
      let best: { readonly what: Shown; readonly rank: number } | undefined;
      for (const norm of norms) {
        const verdict = judgedFirst(kase, result, norm)?.verdict;
        const mutated = judgedFirst(kase, other, norm)?.verdict;
        if (verdict === undefined || mutated === undefined || verdict === mutated) continue;
        const rank = rankOf(verdict, mutated);
        if (!best || rank < best.rank) best = { what: { norm, verdict, mutated }, rank };
      }
      return best;
    },
  });
  if (!found) return { tried };
  const { norm, verdict, mutated } = found.what;
  const name = freeName(norm, taken);
  const text = exampleText({ name, norm, kase: found.kase, verdict }, model);
  if (text === undefined) return { tried };
  taken.add(name);
  return { proposal: { name, norm, verdict, mutated, text, kase: found.kase }, tried };
}

const FOCUS = 12;

/** Best are two verdicts that say something; an example that waits for facts is a weak one. */
function rankOf(verdict: Verdict, mutated: Verdict): number {
  const open = (v: Verdict): boolean => v === 'undetermined' || v === 'conflict';
  return open(verdict) ? 2 : open(mutated) ? 1 : 0;
}

/** What does not compile, hold and kill when it stands in the rulebook is no proposal. */
function verified(
  model: Model,
  files: readonly SourceFile[],
  found: ReadonlyMap<Mutant, Draft>,
  graph: ReachGraph,
  calendar: WorkCalendar,
): ReadonlyMap<Mutant, Proposal> {
  const byName = new Map([...found.values()].map((draft) => [draft.name, draft]));
  const examples = pastedExamples(files, [...byName.values()]);
  const fails = (example: ExampleDecl, of: Model): boolean => {
    const kase = caseFromExample(example, model);
    const engine = engineFromPlan(planFromModel(of), 'bytecode');
    const result = engine.evaluate(kase, { asOf: example.asOf ?? example.actDate ?? 0, calendar });
    return exampleDiagnostics(example, kase, result).length > 0;
  };
  return new Map(
    [...found].filter(([mutant, { name: own, norm }]) => {
      const example = examples.get(own);
      if (!example) return false;
      const part = graph.part(new Set([...graph.affected(mutant.owner), norm]));
      return !fails(example, part) && fails(example, mutant.apply(part));
    }),
  );
}
