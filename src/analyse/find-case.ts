import type { Model } from '../check/model.ts';
import type { CaseResult } from '../evaluate/verdict.ts';
import type { Case } from '../facts/case.ts';
import type { Plan } from '../plan/plan.ts';
import { neighbours, without } from './moves.ts';
import type { ReadFact } from './norm-facts.ts';

export interface CaseSearch<T> {
  readonly model: Model;
  readonly plan: Plan;
  /** Cases to start from, the likeliest first. */
  readonly bases: readonly Case[];
  /** Facts that may matter, the likeliest first. */
  readonly facts: readonly ReadFact[];
  /** How many of `facts` are varied in pairs with any other. */
  readonly focus: number;
  readonly decide: (kase: Case) => CaseResult;
  /** What a case shows: the wanted thing, better with a smaller rank (0: nothing could be better), or nothing. */
  readonly shows: (kase: Case, result: CaseResult) => { readonly what: T; readonly rank: number } | undefined;
  /** Cases that are decided at most. */
  readonly most: number;
}
export interface FoundCase<T> {
  readonly kase: Case;
  readonly what: T;
}

/** Cases from which pairs of changes are tried. */
const PAIRED = 6;

/**
 * Looks for a case that shows what is wanted: among the cases that are there, then with one thing changed, then with two. The
 * search is the same every time; what it finds is made small: no fact, matter or date stays in it that is not needed for
 * what it shows.
 */
export function findCase<T>(search: CaseSearch<T>): FoundCase<T> | undefined {
  const { model, plan, bases, facts, decide, shows, most } = search;
  let left = most;
  let best: { readonly kase: Case; readonly what: T; readonly rank: number } | undefined;
  const seen = new Set<string>();

  /** True when nothing could be better. */
  const look = (kase: Case): boolean => {
    const key = keyOf(kase);
    if (seen.has(key) || left <= 0) return left <= 0;
    seen.add(key);
    left -= 1;
    const found = shows(kase, decide(kase));
    if (found && (!best || found.rank < best.rank)) best = { kase, ...found };
    return best?.rank === 0;
  };

  const go = (): void => {
    for (const kase of bases) if (look(kase)) return;
    for (const kase of bases)
      for (const next of neighbours(model, plan, kase, decide(kase), facts)) if (look(next)) return;
    if (best) return;
    const focus = facts.slice(0, search.focus);
    for (const kase of bases.slice(0, PAIRED))
      for (const first of neighbours(model, plan, kase, decide(kase), focus))
        for (const next of neighbours(model, plan, first, decide(first), facts)) {
          if (look(next)) return;
        }
  };
  go();
  return best && minimal(search, best);
}

const keyOf = ({ matters, params, readings, actDate, asOf }: Case): string =>
  JSON.stringify([
    matters.map((m) => [
      m.id,
      m.kind,
      Object.entries(m.facts).map(([name, f]) => [name, f.value, f.attestation?.by, f.rejected]),
    ]),
    Object.entries(params).map(([name, p]) => [name, p.value]),
    Object.entries(readings).map(([name, r]) => [name, r.option]),
    actDate,
    asOf,
  ]);

/** Leaves out whatever does not change what the case shows. */
function minimal<T>(
  { decide, shows }: CaseSearch<T>,
  { kase, what }: { readonly kase: Case; readonly what: T },
): FoundCase<T> {
  const wanted = JSON.stringify(what);
  let current = kase;
  const keep = (next: Case): void => {
    const found = shows(next, decide(next));
    if (found && JSON.stringify(found.what) === wanted) current = next;
  };
  const dropMatters = (): void => {
    for (const { id } of kase.matters) {
      if (current.matters.length === 1) break;
      const others = current.matters.filter((m) => m.id !== id);
      const linked = others.some((m) =>
        Object.values(m.facts).some(({ value }) => value.t === 'ref' && value.v === id),
      );
      if (!linked && others.length < current.matters.length) keep({ ...current, matters: others });
    }
  };
  dropMatters();
  for (const { id } of current.matters)
    for (const fact of Object.keys(current.matters.find((m) => m.id === id)?.facts ?? {})) {
      const matter = current.matters.find((m) => m.id === id);
      if (matter) keep(without(current, matter, fact));
    }
  dropMatters();
  for (const name of Object.keys(current.readings)) {
    const { [name]: _, ...readings } = current.readings;
    keep({ ...current, readings });
  }
  for (const name of Object.keys(current.params)) {
    const { [name]: _, ...params } = current.params;
    keep({ ...current, params });
  }
  const notYet = current.matters.some((m) =>
    Object.values(m.facts).some((f) => f.value.t === 'event' && f.value.v === 'not-yet'),
  );
  if (!notYet && current.asOf !== undefined) keep(leftOut(current, 'asOf'));
  if (current.actDate !== undefined) keep(leftOut(current, 'actDate'));
  return { kase: current, what };
}

function leftOut(kase: Case, key: 'asOf' | 'actDate'): Case {
  const { [key]: _, ...rest } = kase;
  return rest;
}
