import { isLive } from '../evaluate/norm-verdict.ts';
import type { PlanException, PlanNorm } from '../plan/plan.ts';
import { allOf, anyOf, type Formula, slotsIn } from './formula.ts';
import type { Prover } from './prover.ts';
import type { Slot } from './slot.ts';
import type { Witness } from './witness.ts';

/** What is proven of a norm by itself. */
export type NormFinding =
  /** It never applies, although its own 當 may hold. */
  | { readonly is: 'never-applies' }
  /** Wherever the norm applies, the exception does not. */
  | { readonly is: 'exception-never'; readonly exception: PlanException }
  /** Wherever the norm applies, the exception does too. */
  | { readonly is: 'exception-always'; readonly exception: PlanException }
  /** Wherever the norm applies, what it asks is so already. */
  | { readonly is: 'vacuous' }
  /** Wherever the norm applies, what it asks (or permits) cannot be. */
  | { readonly is: 'impossible' };

export function normFindings(p: Prover, norm: PlanNorm): readonly NormFinding[] {
  const { norms: r } = p;
  const applies = allOf([r.isKind(norm.kinds).yes, r.applies(norm).yes]);
  const never = (...more: readonly Formula[]) => p.never(allOf([applies, ...more])) === 'yes';
  if (never()) return [{ is: 'never-applies' }];
  const exceptions = norm.exceptions.flatMap((exception): NormFinding[] => {
    const rails = r.exception(norm, exception);
    if (never(rails.yes)) return [{ is: 'exception-never', exception }];
    return never(rails.no) ? [{ is: 'exception-always', exception }] : [];
  });
  const kind = r.isKind(norm.kinds).yes;
  const asked: readonly NormFinding[] = cannot(p, applies, kind, [norm])
    ? [{ is: 'impossible' }]
    : norm.modality !== 'may' && never(r.asked(norm).no)
      ? [{ is: 'vacuous' }]
      : [];
  return [...exceptions, ...asked];
}

/**
 * Is it out of the question that all of these are met, where `applies` holds? Neither as things stand, nor later: what has
 * not happened may happen, but then what is asked must at least go together, wherever the norms then apply.
 */
function cannot(p: Prover, applies: Formula, kind: Formula, norms: readonly PlanNorm[]): boolean {
  const { norms: r } = p;
  const never = (...all: readonly Formula[]) => p.never(allOf(all)) === 'yes';
  const now = norms.map((n) => r.asked(n).yes);
  return never(applies, ...now) && (never(kind, ...now) || never(applies, ...norms.map(r.canBeMet)));
}

/** What is proven of two norms of one matter. */
export type PairFinding =
  /** Whenever `norm` is not met, `by` applies and is not met either. `same`: and the other way round. */
  | { readonly is: 'shadowed'; readonly norm: PlanNorm; readonly by: PlanNorm; readonly same: boolean }
  /** Where both apply, as in the witness, at most one of them can be complied with. */
  | { readonly is: 'contradict'; readonly norms: readonly [PlanNorm, PlanNorm]; readonly witness: Witness };

interface Known {
  readonly norm: PlanNorm;
  readonly kinds: ReadonlySet<string>;
  /** Of what is required: the slots it speaks of. */
  readonly slots: ReadonlySet<Slot>;
  /** The matter is of its kind, A is true and E is false. */
  readonly live: Formula;
  readonly kind: Formula;
  readonly unmet: Formula;
  readonly notUnmet: Formula;
}

export function pairFindings(p: Prover): readonly PairFinding[] {
  const { norms: r, t } = p;
  const known = t.plan.norms
    .filter((n) => n.modality !== 'may')
    .map((norm): Known => {
      const kind = r.isKind(norm.kinds);
      const [a, e] = [r.applies(norm), r.excepted(norm)];
      const live = allOf([kind.yes, a.yes, e.no]);
      const asked = r.asked(norm);
      return {
        norm,
        kinds: new Set(t.slots.descendants(norm.kinds)),
        slots: slotsIn(asked.yes),
        live,
        kind: kind.yes,
        unmet: allOf([live, asked.no]),
        notUnmet: anyOf([kind.no, a.no, e.yes, asked.yes]),
      };
    });
  const breakable = known.filter((k) => p.never(k.unmet) !== 'yes');
  return [...shadowed(p, breakable), ...contradictions(p, known)];
}

function shadowed(p: Prover, norms: readonly Known[]): readonly PairFinding[] {
  const covers = (by: Known, norm: Known): boolean =>
    by !== norm &&
    by.norm.strength === 'hard' &&
    sameBearers(by.norm, norm.norm) &&
    [...norm.kinds].every((k) => by.kinds.has(k)) &&
    meet(by.slots, norm.slots) &&
    p.never(allOf([norm.unmet, by.notUnmet])) === 'yes';
  return norms.flatMap((norm, i): PairFinding[] => {
    for (const [k, by] of norms.entries()) {
      if (!covers(by, norm)) continue;
      const same = covers(norm, by);
      // of two that ask the same the later is told
      if (!same || k < i) return [{ is: 'shadowed', norm: norm.norm, by: by.norm, same }];
    }
    return [];
  });
}

const sameBearers = (a: PlanNorm, b: PlanNorm): boolean =>
  a.bearers.length === b.bearers.length && a.bearers.every((x) => b.bearers.includes(x));

function contradictions(p: Prover, norms: readonly Known[]): readonly PairFinding[] {
  return norms.flatMap((one, i) =>
    norms.slice(i + 1).flatMap((other): PairFinding[] => {
      const [a, b] = [one.norm, other.norm];
      if (a.strength !== 'hard' || b.strength !== 'hard' || excepts(a, b) || excepts(b, a)) return [];
      if (!meet(one.slots, other.slots) || ![...one.kinds].some((k) => other.kinds.has(k))) return [];
      const both = allOf([one.live, other.live]);
      const kind = allOf([one.kind, other.kind]);
      if (!cannot(p, both, kind, [a, b])) return [];
      // one that cannot be met by itself where both apply contradicts nothing else
      if (cannot(p, both, kind, [a]) || cannot(p, both, kind, [b])) return [];
      const answer = p.example(
        both,
        a.kinds,
        (ctx, { matter }) => isLive(ctx, a, matter) && isLive(ctx, b, matter),
      );
      return answer.found === 'yes' ? [{ is: 'contradict', norms: [a, b], witness: answer.witness }] : [];
    }),
  );
}

const excepts = (norm: PlanNorm, other: PlanNorm): boolean =>
  norm.exceptions.some(({ source }) => source.kind === 'norm' && source.norm === other.name);

function meet(a: ReadonlySet<Slot>, b: ReadonlySet<Slot>): boolean {
  for (const slot of a) if (b.has(slot)) return true;
  return false;
}
