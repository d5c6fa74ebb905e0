import type { WorkCalendar } from '../calendar/calendar.ts';
import type { Model } from '../check/model.ts';
import { engineOf } from '../engine/compiled/engine-from-plan.ts';
import type { CaseResult, NormResult } from '../evaluate/verdict.ts';
import type { Case, KeptFact } from '../facts/case.ts';
import type { Plan } from '../plan/plan.ts';
import { type Candidates, COST, candidates, changed, type FactChange, leastCost } from './changes.ts';
import { nearest } from './nearest.ts';
import { factsOfNorm } from './norm-facts.ts';

export interface WhyNotOptions {
  readonly asOf: number;
  readonly calendar: WorkCalendar;
  /** Facts that are left alone. */
  readonly keep: readonly KeptFact[];
  /** At most so many cases are decided in the search. */
  readonly most?: number;
}
export interface WhyNot {
  readonly before: CaseResult;
  /** `none`: nothing is violated. `found`: no cheaper set of changes mends it. `not-found`: none of up to four changes does.
   *  `given-up`: the search came to its limit; `changes`, if any, mend the case, but a smaller set may. */
  readonly outcome: 'none' | 'found' | 'not-found' | 'given-up';
  readonly changes: readonly FactChange[];
  readonly after?: CaseResult;
  /** Violated norms that each change, taken back, would leave violated. */
  readonly mends: readonly (readonly NormResult[])[];
}

const MOST_CHANGES = 4;
const MOST_CASES = 30_000;
/** So many cases are decided to find values that are nearer, once no fewer or lighter changes are possible. */
const MOST_NEAR = 4000;

/**
 * The cheapest set of at most four changes of facts (see `COST`) after which no hard norm is violated or in conflict, none
 * that was decided has become open, and every norm that was violated still applies: a case is not mended by making another
 * case of it. Whatever mends it changes a fact on which the first broken norm rests, so the search branches over those alone;
 * what cannot be cheaper than the best that is known is not looked at.
 */
export function whyNot(model: Model, plan: Plan, kase: Case, options: WhyNotOptions): WhyNot {
  const engine = engineOf(plan);
  const decide = (c: Case): CaseResult =>
    engine.evaluate(c, { asOf: options.asOf, calendar: options.calendar });
  const before = decide(kase);
  if (broken(before, before).length === 0) return { before, outcome: 'none', changes: [], mends: [] };
  const tried = search(model, plan, kase, before, decide, candidates(model, plan, kase, before), options);
  const { best, complete } = tried;
  if (!best) return { before, outcome: complete ? 'not-found' : 'given-up', changes: [], mends: [] };
  const mends = best.map((one) =>
    broken(
      before,
      decide(
        changed(
          kase,
          model,
          best.filter((other) => other !== one),
        ),
      ),
    ),
  );
  return {
    before,
    outcome: complete ? 'found' : 'given-up',
    changes: best,
    after: decide(changed(kase, model, best)),
    mends,
  };
}

interface Found {
  readonly best?: readonly FactChange[];
  readonly complete: boolean;
}

function search(
  model: Model,
  plan: Plan,
  kase: Case,
  before: CaseResult,
  decide: (kase: Case) => CaseResult,
  values: Candidates,
  { keep, most = MOST_CASES }: WhyNotOptions,
): Found {
  let best: readonly FactChange[] | undefined;
  let bound = Number.POSITIVE_INFINITY;
  let baseBound = Number.POSITIVE_INFINITY;
  let nearness = false;
  let left = most;
  let cut = false;
  let depth = 0;
  const seen = new Set<string>();
  const places = new Map<string, readonly (readonly [string, string])[]>();

  const placesOf = ({ norm, matter, verdict }: NormResult): readonly (readonly [string, string])[] => {
    // what was violated and is shall not cease to apply; what the changes broke may
    const was = before.norms.find((n) => n.norm === norm && n.matter === matter)?.verdict;
    const part = isWrong(was) && isWrong(verdict) ? 'requirement' : 'whole';
    const key = `${part} ${norm}`;
    const known = places.get(key);
    if (known) return known;
    const declared = plan.norms.find((n) => n.name === norm);
    const made = (declared ? factsOfNorm(plan, declared, part) : []).flatMap(({ kind, fact }) =>
      kase.matters
        .filter((m) => plan.lineage[m.kind]?.includes(kind))
        .filter((m) => !keep.some((k) => k.fact === fact && (k.matter ?? m.id) === m.id))
        .map((m) => [m.id, fact] as const),
    );
    places.set(key, made);
    return made;
  };
  const original = ({ matter, fact }: FactChange) => kase.matters.find((m) => m.id === matter)?.facts[fact];
  /** Less than this the changes cannot cost, wherever their values are moved to. */
  const atLeast = (changes: readonly FactChange[]): number =>
    changes.reduce((sum, change) => sum + leastCost(original(change)), 0);
  const nearer = nearest(kase, before.asOf, (changes) => {
    left -= 1;
    return broken(before, decide(changed(kase, model, changes))).length === 0;
  });
  /** What is not looked at: what cannot have fewer or lighter changes, or, among as many, what cannot be nearer. */
  const hopeless = (least: number): boolean => (nearness ? least >= bound : least >= baseBound - 1e-9);
  const keepIfBetter = (changes: readonly FactChange[]): void => {
    const moved = nearer(changes);
    const departed = COST.deviation * newDeviations(before, decide(changed(kase, model, moved)));
    const cost = moved.reduce((sum, c) => sum + c.cost, 0) + departed;
    const base = atLeast(moved) + departed;
    if (base > baseBound + 1e-9 || (base > baseBound - 1e-9 && cost >= bound)) return;
    best = moved;
    bound = cost;
    baseBound = base;
  };

  /** Norms of which no two rest on one fact need a change each. */
  const apart = (wrong: readonly NormResult[]): number => {
    const taken = new Set<string>();
    let count = 0;
    for (const norm of wrong) {
      const own = placesOf(norm).map(([id, fact]) => `${id}\n${fact}`);
      if (own.some((place) => taken.has(place))) continue;
      for (const place of own) taken.add(place);
      count += 1;
    }
    return count;
  };

  const go = (changes: readonly FactChange[]): void => {
    if (left <= 0) {
      cut = true;
      return;
    }
    left -= 1;
    const current = changed(kase, model, changes);
    const wrong = broken(before, decide(current));
    const [first] = wrong;
    if (!first) return keepIfBetter(changes);
    const more = apart(wrong);
    if (changes.length + more > depth || hopeless(atLeast(changes) + more * COST.supply)) return;
    const next: (readonly FactChange[])[] = [];
    for (const [id, fact] of placesOf(first)) {
      if (changes.some((c) => c.matter === id && c.fact === fact)) continue;
      const matter = kase.matters.find((m) => m.id === id);
      if (!matter) continue;
      for (const change of values.of(current, matter, fact)) {
        const set = [...changes, change];
        const key = set
          .map((c) => `${c.matter}\n${c.fact}\n${JSON.stringify(c.to)}`)
          .sort()
          .join('\n\n');
        if (seen.has(key)) continue;
        seen.add(key);
        next.push(set);
      }
    }
    const price = (set: readonly FactChange[]) => set.reduce((sum, c) => sum + c.cost, 0);
    for (const set of next.sort((a, b) => price(a) - price(b))) if (!hopeless(atLeast(set))) go(set);
  };

  /** The change that mends most at each step: not always the least, but something to do better than. */
  const greedily = (): void => {
    let changes: readonly FactChange[] = [];
    for (let n = 0; n < MOST_CHANGES; n += 1) {
      const current = changed(kase, model, changes);
      const wrong = broken(before, decide(current));
      const [first] = wrong;
      if (!first) break;
      let next: { readonly change: FactChange; readonly wrong: number } | undefined;
      for (const [id, fact] of placesOf(first)) {
        const matter = kase.matters.find((m) => m.id === id);
        if (!matter || changes.some((c) => c.matter === id && c.fact === fact)) continue;
        for (const change of values.of(current, matter, fact)) {
          const now = broken(before, decide(changed(kase, model, [...changes, change]))).length;
          const better = !next || now < next.wrong || (now === next.wrong && change.cost < next.change.cost);
          if (now < wrong.length && better) next = { change, wrong: now };
        }
      }
      if (!next) return;
      changes = [...changes, next.change];
    }
    if (broken(before, decide(changed(kase, model, changes))).length === 0) keepIfBetter(changes);
  };

  greedily();
  // few changes first: a small solution bounds the search for larger ones, and mostly ends it
  for (depth = 1; depth <= MOST_CHANGES && !cut && depth * COST.supply < baseBound - 1e-9; depth += 1) {
    seen.clear();
    go([]);
  }
  const complete = !cut;
  if (best && complete) {
    // among as many changes of the same weight, those that move least
    nearness = true;
    left = Math.min(left, MOST_NEAR);
    depth = best.length;
    seen.clear();
    go([]);
  }
  return { ...(best ? { best } : {}), complete };
}

const isWrong = (verdict: NormResult['verdict'] | undefined): boolean =>
  verdict === 'violated' || verdict === 'conflict';
const isOpen = (n: NormResult): boolean => n.verdict === 'undetermined' && !n.harmless;

/** Hard norms that are violated or in conflict, that were and no longer apply, or that were decided and are open now. */
export function broken(before: CaseResult, now: CaseResult): readonly NormResult[] {
  return now.norms.filter((n, i) => {
    if (n.strength !== 'hard') return false;
    if (n.verdict === 'violated' || n.verdict === 'conflict') return true;
    const was = before.norms[i]?.verdict;
    if (was === 'violated' || was === 'conflict') return n.verdict === 'not-applicable' || isOpen(n);
    return isOpen(n) && was !== 'undetermined';
  });
}

/** Soft norms that are departed from now and were not before. */
export const newDeviations = (before: CaseResult, now: CaseResult): number =>
  now.norms.filter((n, i) => n.verdict === 'deviation' && before.norms[i]?.verdict !== 'deviation').length;
