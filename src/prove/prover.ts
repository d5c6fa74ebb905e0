import type { WorkCalendar } from '../calendar/calendar.ts';
import type { Model } from '../check/model.ts';
import { type Context, type Frame, makeContext } from '../evaluate/context.ts';
import type { NodeId, Plan } from '../plan/plan.ts';
import { compareTerms } from './comparison.ts';
import { ALWAYS, allOf, anyOf, type Formula, negate, slotsIn } from './formula.ts';
import { GUESSES } from './line-values.ts';
import { type NormRails, normRails } from './norm-rails.ts';
import type { Domains } from './order.ts';
import { HERE } from './slot.ts';
import { solve } from './solve.ts';
import { type At, type Translator, translator } from './translate.ts';
import {
  caseOf,
  declaredValue,
  FIRST_MATTER,
  type Given,
  SOME_DAY,
  type Witness,
  witnessOf,
} from './witness.ts';

/** What is proven, or nothing: `unknown` where the search came to its limit or does not look into something. */
export type Proof = 'yes' | 'no' | 'unknown';

/** A case in which something is so: the interpreter decided it, and it is. */
export type Search =
  | { readonly found: 'yes'; readonly witness: Witness }
  | { readonly found: 'no' | 'unknown' };

export interface Prover {
  readonly t: Translator;
  readonly norms: NormRails;
  /** Of the matter under judgement, nothing being pending. */
  readonly here: At;
  /** No case makes the statement true. */
  readonly never: (formula: Formula) => Proof;
  /** A case of these kinds that makes the statement true, of which the interpreter says so itself; given as few facts as do. */
  readonly example: (
    formula: Formula,
    kinds: readonly string[],
    confirm: (ctx: Context, frame: Frame) => boolean,
  ) => Search;
}

/** So many cases are offered to the interpreter before the search for a real one is given up. */
const MOST_TRIED = 24;

export function prover(model: Model, plan: Plan, calendar: WorkCalendar, nodes = plan.nodes): Prover {
  const t = translator(model, plan, nodes);
  // the plan may have grown by conditions that only a lint asks about
  const whole: Plan = { ...plan, nodes };
  const confirms = (witness: Witness, confirm: (ctx: Context, frame: Frame) => boolean): boolean => {
    const kase = caseOf(t, witness);
    const ctx = makeContext(whole, kase, { asOf: SOME_DAY, calendar });
    const matter = ctx.matters.get(FIRST_MATTER);
    return matter !== undefined && confirm(ctx, { matter, live: false });
  };
  /** Leaves out one thing after the other, as long as the rest is enough. */
  const fewest = (witness: Witness, confirm: (ctx: Context, frame: Frame) => boolean): Witness => {
    let { given } = witness;
    for (const one of witness.given) {
      const rest: readonly Given[] = given.filter((g) => g !== one);
      if (confirms({ ...witness, given: rest }, confirm)) given = rest;
    }
    return { ...witness, given };
  };
  return {
    t,
    norms: normRails(t),
    here: { place: HERE, live: false },
    never: (formula) => {
      const { found } = solve(formula);
      return found === 'no' ? 'yes' : found === 'yes' ? 'no' : 'unknown';
    },
    example: (formula, kinds, confirm) => {
      let refused = false;
      const search = (statement: Formula): Search => {
        let tried = 0;
        let real: Witness | undefined;
        const accept = (domains: Domains): boolean => {
          tried += 1;
          for (const guess of GUESSES) {
            const witness = witnessOf(t, kinds, domains, guess);
            if (!witness || !confirms(witness, confirm)) continue;
            real = fewest(witness, confirm);
            return true;
          }
          refused = true;
          return tried >= MOST_TRIED;
        };
        const { found } = solve(statement, accept);
        if (real) return { found: 'yes', witness: real };
        return { found: found === 'no' && !refused ? 'no' : 'unknown' };
      };
      const usual = asDeclared(t, formula);
      const first = usual.length === 0 ? undefined : search(allOf([formula, ...usual]));
      return first?.found === 'yes' ? first : search(formula);
    },
  };
}

/** Parameters and readings have the values that the rulebook gives them, as far as the statement speaks of them. */
function asDeclared(t: Translator, formula: Formula): readonly Formula[] {
  return [...slotsIn(formula)].flatMap((slot) => {
    const value = declaredValue(t.plan, slot.origin);
    return value
      ? [compareTerms(t.slots, 'eq', { is: 'slot', slot, offset: 0 }, { is: 'const', value }, false).yes]
      : [];
  });
}

/** Whatever the facts: once they are known, the condition is never false. */
export const alwaysTrue = (p: Prover, id: NodeId, given: Formula = ALWAYS): Proof =>
  p.never(allOf([given, p.t.rails(id, p.here).no]));
/** Whatever the facts: once they are known, the condition is never true. */
export const alwaysFalse = (p: Prover, id: NodeId, given: Formula = ALWAYS): Proof =>
  p.never(allOf([given, p.t.rails(id, p.here).yes]));
/** Whenever `a` is true, `b` is not false. */
export const implies = (p: Prover, a: NodeId, b: NodeId, given: Formula = ALWAYS): Proof =>
  p.never(allOf([given, p.t.rails(a, p.here).yes, p.t.rails(b, p.here).no]));

/** In every case the two conditions have the same value, also where facts are unknown. */
export function equivalent(p: Prover, a: NodeId, b: NodeId): Proof {
  if (a === b) return 'yes';
  const [x, y] = [p.t.rails(a, p.here), p.t.rails(b, p.here)];
  const differ = anyOf(
    (['yes', 'no'] as const).flatMap((rail) => [
      allOf([x[rail], negate(y[rail])]),
      allOf([y[rail], negate(x[rail])]),
    ]),
  );
  const same = p.never(differ);
  return same === 'yes' && !(x.exact && y.exact) ? 'unknown' : same;
}
