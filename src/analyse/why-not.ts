import type { WorkCalendar } from '../calendar/calendar.ts';
import type { Model } from '../check/model.ts';
import { engineOf } from '../engine/compiled/engine-from-plan.ts';
import type { CaseResult, NormResult } from '../evaluate/verdict.ts';
import type { Case } from '../facts/case.ts';
import type { Plan } from '../plan/plan.ts';
import { type Candidates, COST, candidates, changed, type FactChange } from './changes.ts';
import { factsOfNorm } from './norm-facts.ts';

export interface WhyNotOptions {
  readonly asOf: number;
  readonly calendar: WorkCalendar;
  /** Facts that are left alone: by name, or `編號.名稱`. */
  readonly keep: ReadonlySet<string>;
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
const MOST_CASES = 60_000;

/**
 * The cheapest set of at most four changes of facts (see `COST`) after which no hard norm is violated or in conflict, none
 * that was decided has become open, and every norm that was violated still applies: a case is not mended by making another
 * case of it. Every solution changes a fact on which the first broken norm rests, so the search branches over those alone;
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
  let left = most;
  let cut = false;
  let depth = 0;
  const seen = new Set<string>();
  const places = new Map<string, readonly (readonly [string, string])[]>();

  const placesOf = (norm: string): readonly (readonly [string, string])[] => {
    const known = places.get(norm);
    if (known) return known;
    const declared = plan.norms.find((n) => n.name === norm);
    const made = (declared ? factsOfNorm(plan, declared) : []).flatMap(({ kind, fact }) =>
      kase.matters
        .filter((m) => plan.lineage[m.kind]?.includes(kind))
        .filter((m) => !keep.has(fact) && !keep.has(`${m.id}.${fact}`))
        .map((m) => [m.id, fact] as const),
    );
    places.set(norm, made);
    return made;
  };

  /** Norms of which no two rest on one fact need a change each. */
  const apart = (wrong: readonly NormResult[]): number => {
    const taken = new Set<string>();
    let count = 0;
    for (const { norm } of wrong) {
      const own = placesOf(norm).map(([id, fact]) => `${id}\n${fact}`);
      if (own.some((place) => taken.has(place))) continue;
      for (const place of own) taken.add(place);
      count += 1;
    }
    return count;
  };

  const go = (changes: readonly FactChange[], cost: number): void => {
    if (left === 0) {
      cut = true;
      return;
    }
    left -= 1;
    const current = changed(kase, model, changes);
    const result = decide(current);
    const wrong = broken(before, result);
    const [first] = wrong;
    if (!first) {
      if (cost < bound) {
        best = changes;
        bound = cost;
      }
      return;
    }
    const least = apart(wrong);
    if (changes.length + least > depth || cost + least * COST.supply >= bound) return;
    const next: { readonly changes: readonly FactChange[]; readonly cost: number }[] = [];
    for (const [id, fact] of placesOf(first.norm)) {
      if (changes.some((c) => c.matter === id && c.fact === fact)) continue;
      const matter = kase.matters.find((m) => m.id === id);
      if (!matter) continue;
      for (const change of values.of(current, matter, fact)) {
        const more = [...changes, change];
        const key = more
          .map((c) => `${c.matter}\n${c.fact}\n${JSON.stringify(c.to)}`)
          .sort()
          .join('\n\n');
        if (cost + change.cost >= bound || seen.has(key)) continue;
        seen.add(key);
        next.push({ changes: more, cost: cost + change.cost });
      }
    }
    for (const one of next.sort((a, b) => a.cost - b.cost)) if (one.cost < bound) go(one.changes, one.cost);
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
      for (const [id, fact] of placesOf(first.norm)) {
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
    if (broken(before, decide(changed(kase, model, changes))).length > 0) return;
    best = changes;
    bound = changes.reduce((sum, c) => sum + c.cost, 0) + 1e-9;
  };

  greedily();
  // few changes first: a small solution bounds the search for larger ones, and mostly ends it
  for (depth = 1; depth <= MOST_CHANGES && !cut && depth * COST.supply < bound; depth += 1) {
    seen.clear();
    go([], 0);
  }
  return { ...(best ? { best } : {}), complete: !cut };
}

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
