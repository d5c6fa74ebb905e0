import { firesOnlyWhenUsed } from '../evaluate/exceptions.ts';
import type { PlanException, PlanNorm } from '../plan/plan.ts';
import { invariant } from '../text/invariant.ts';
import { ALWAYS, anyOf, both, either, type Formula, lies, not, type Rails } from './formula.ts';
import { placeOf } from './place.ts';
import { cell, cells } from './region.ts';
import { HERE, type Place } from './slot.ts';
import type { Translator } from './translate.ts';

/** A, E and R of the norms of a plan, as the interpreter has them (evaluate/exceptions.ts, evaluate/norm-verdict.ts). */
export interface NormRails {
  readonly norm: (name: string) => PlanNorm;
  /** The matter is of one of these kinds. */
  readonly isKind: (kinds: readonly string[], place?: Place) => Rails;
  readonly applies: (norm: PlanNorm, place?: Place) => Rails;
  readonly exception: (norm: PlanNorm, exception: PlanException, place?: Place) => Rails;
  readonly excepted: (norm: PlanNorm, place?: Place) => Rails;
  readonly fires: (norm: PlanNorm, place?: Place) => Rails;
  /** R is true, or may still become true (it is pending). */
  readonly canBeMet: (norm: PlanNorm) => Formula;
  /** R as it stands: what has not happened has not. */
  readonly asked: (norm: PlanNorm) => Rails;
}

export function normRails(t: Translator): NormRails {
  const norms = new Map(t.plan.norms.map((n) => [n.name, n]));
  const fired = new Map<string, Rails>();
  const r: NormRails = {
    norm: (name) => {
      const norm = norms.get(name);
      invariant(norm, `norm ${name}`);
      return norm;
    },
    isKind: (kinds, place = HERE) => {
      const slot = t.slots.kind(place);
      const mask = t.slots.descendants(kinds).reduce((all, k) => all | cell(slot.names.indexOf(k, 1)), 0n);
      const yes = lies(slot, cells(mask));
      const no = lies(slot, cells(~mask & (slot.all.sort === 'cells' ? slot.all.mask : 0n)));
      return { yes, no, exact: true };
    },
    applies: (norm, place = HERE) => {
      const own = t.rails(norm.applies, { place, live: false });
      return norm.follows === undefined ? own : both([own, r.fires(r.norm(norm.follows), place)]);
    },
    exception: (_norm, { source }, place = HERE) => {
      if (source.kind === 'unless') return t.rails(source.when, { place, live: false });
      const other = r.norm(source.norm);
      const at = (p: Place) => both([r.isKind(other.kinds, p), r.fires(other, p)]);
      if (source.link === 'same') return at(place);
      if (source.link === 'from-base') {
        const there = source.path.reduce((p, ref) => placeOf(t, ref, p), place);
        // the kind of what is referred to bounds what it may be
        const last = source.path.at(-1);
        const type = last === undefined ? undefined : t.node(last).type;
        t.slots.kind(there, type?.t === 'ref' ? [type.kind] : undefined);
        return { ...at(there), exact: false };
      }
      // some other matter of the case refers to this one; or none does
      const somewhere: Place = { key: `${place.key}←${other.name}`, path: undefined, record: false };
      return { yes: at(somewhere).yes, no: ALWAYS, exact: false };
    },
    excepted: (norm, place = HERE) => either(norm.exceptions.map((e) => r.exception(norm, e, place))),
    fires: (norm, place = HERE) => {
      const key = `${norm.name}@${place.key}`;
      const known = fired.get(key);
      if (known) return known;
      const made = both([
        r.applies(norm, place),
        not(r.excepted(norm, place)),
        ...(firesOnlyWhenUsed(norm) ? [t.rails(norm.requires, { place, live: false })] : []),
      ]);
      fired.set(key, made);
      return made;
    },
    canBeMet: (norm) => anyOf([false, true].map((live) => t.rails(norm.requires, { place: HERE, live }).yes)),
    asked: (norm) => t.rails(norm.requires, { place: HERE, live: false }),
  };
  return r;
}
