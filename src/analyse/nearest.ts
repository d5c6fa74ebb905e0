import type { Constant } from '../check/model.ts';
import type { Case, GivenFact } from '../facts/case.ts';
import { costOf, type FactChange, scaleOf } from './changes.ts';

/** So many days, or units, are looked at one by one; beyond, the nearest is found by halving. */
const ONE_BY_ONE = 60;

/**
 * Moves dates, numbers and durations of a set of changes that mends a case as near to what they were as it still does: on
 * either side, one change after the other. Several dates that depend on each other may have nearer values together.
 */
export function nearest(
  kase: Case,
  asOf: number,
  mends: (changes: readonly FactChange[]) => boolean,
): (changes: readonly FactChange[]) => readonly FactChange[] {
  return (changes) =>
    changes.reduce<readonly FactChange[]>((all, change, at) => {
      const original = kase.matters.find((m) => m.id === change.matter)?.facts[change.fact];
      const moved = nearer(original, change, asOf, (one) => mends(all.map((c, i) => (i === at ? one : c))));
      return all.map((c, i) => (i === at ? moved : c));
    }, changes);
}

function nearer(
  original: GivenFact | undefined,
  change: FactChange,
  asOf: number,
  mends: (change: FactChange) => boolean,
): FactChange {
  const from = original && original.rejected === undefined ? scaleOf(original.value, asOf) : undefined;
  const to = scaleOf(change.to, asOf);
  if (original === undefined || from === undefined || to === undefined || !Number.isInteger(to - from))
    return change;
  if (change.to.t === 'event' && change.to.v === 'not-yet') return change;
  const at = (v: number): FactChange | undefined => {
    const value = { ...change.to, v } as Constant;
    const least = change.to.t === 'number' || change.to.t === 'duration' ? 0 : Number.NEGATIVE_INFINITY;
    return v < least || JSON.stringify(value) === JSON.stringify(original.value)
      ? undefined
      : { ...change, to: value, cost: costOf(original, value, asOf) };
  };
  const far = Math.abs(to - from);
  for (let step = 0; step < Math.min(far, ONE_BY_ONE); step += 1)
    for (const v of step === 0 ? [from] : [from - step, from + step]) {
      const one = at(v);
      if (one && mends(one)) return one;
    }
  if (far <= ONE_BY_ONE) return change;
  // between a value that does not mend and one that does
  let best = change;
  let [no, yes] = [from + Math.sign(to - from) * (ONE_BY_ONE - 1), to];
  while (Math.abs(yes - no) > 1) {
    const middle = Math.trunc((no + yes) / 2);
    const one = at(middle);
    if (one && mends(one)) {
      best = one;
      yes = middle;
    } else no = middle;
  }
  return best;
}
