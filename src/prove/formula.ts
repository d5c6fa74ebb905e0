import { intersect, isEmpty, type Region, union, without } from './region.ts';
import type { Slot } from './slot.ts';

/** A two-valued statement about slots: «the value of this slot lies in this region», joined by 且 and 或. Shared parts are shared. */
export type Formula =
  | { readonly is: 'yes' }
  | { readonly is: 'no' }
  | { readonly is: 'lies'; readonly slot: Slot; readonly region: Region }
  | { readonly is: 'and' | 'or'; readonly args: readonly Formula[] };

export const ALWAYS: Formula = { is: 'yes' };
export const NEVER: Formula = { is: 'no' };

export function lies(slot: Slot, region: Region): Formula {
  const inside = intersect(region, slot.all);
  if (isEmpty(inside)) return NEVER;
  if (isEmpty(without(slot.all, inside))) return ALWAYS;
  return { is: 'lies', slot, region: inside };
}

export const allOf = (args: readonly Formula[]): Formula => join('and', args);
export const anyOf = (args: readonly Formula[]): Formula => join('or', args);

/** Statements about one slot become one statement. */
function join(is: 'and' | 'or', args: readonly Formula[]): Formula {
  const [neutral, absorbing] = is === 'and' ? [ALWAYS, NEVER] : [NEVER, ALWAYS];
  const slots = new Map<Slot, Region>();
  const others = new Set<Formula>();
  for (const arg of args.flatMap((a) => (a.is === is ? a.args : [a]))) {
    if (arg.is === absorbing.is) return absorbing;
    if (arg.is === 'and' || arg.is === 'or') others.add(arg);
    if (arg.is !== 'lies') continue;
    const before = slots.get(arg.slot);
    const merge = is === 'and' ? intersect : union;
    slots.set(arg.slot, before ? merge(before, arg.region) : arg.region);
  }
  const stated = [...slots].map(([slot, region]) => lies(slot, region));
  if (stated.some((s) => s.is === absorbing.is)) return absorbing;
  const [first, ...more] = [...stated.filter((s) => s.is === 'lies'), ...others];
  return first === undefined ? neutral : more.length === 0 ? first : { is, args: [first, ...more] };
}

/** «Not so». 未知 and 未發生 are values like others here, so nothing is lost. */
export function negate(formula: Formula, done: Map<Formula, Formula> = new Map()): Formula {
  switch (formula.is) {
    case 'yes':
      return NEVER;
    case 'no':
      return ALWAYS;
    case 'lies':
      return lies(formula.slot, without(formula.slot.all, formula.region));
    default: {
      const known = done.get(formula);
      if (known) return known;
      const args = formula.args.map((a) => negate(a, done));
      const made = formula.is === 'and' ? anyOf(args) : allOf(args);
      done.set(formula, made);
      return made;
    }
  }
}

/** Every slot a statement speaks of; of an order its two sides. */
export function slotsIn(formula: Formula): ReadonlySet<Slot> {
  const found = new Set<Slot>();
  const seen = new Set<Formula>();
  const add = (slot: Slot): void => {
    const { origin } = slot;
    if (origin.from === 'order') {
      add(origin.left);
      add(origin.right);
    } else if (origin.from === 'shift') add(origin.base);
    else found.add(slot);
  };
  const visit = (f: Formula): void => {
    if (seen.has(f)) return;
    seen.add(f);
    if (f.is === 'lies') add(f.slot);
    else if (f.is === 'and' || f.is === 'or') for (const arg of f.args) visit(arg);
  };
  visit(formula);
  return found;
}

/**
 * A condition of the language in two statements: when it is certainly true and when certainly false; where neither holds it
 * is 未知. For a case in which every fact is known, a rail may say «yes» too often (where something is not looked into) but
 * never too rarely. `exact`: the two rails say of every case, whatever is unknown in it, just what the interpreter says.
 */
export interface Rails {
  readonly yes: Formula;
  readonly no: Formula;
  readonly exact: boolean;
}
export const TRUE: Rails = { yes: ALWAYS, no: NEVER, exact: true };
export const FALSE: Rails = { yes: NEVER, no: ALWAYS, exact: true };
export const not = ({ yes, no, exact }: Rails): Rails => ({ yes: no, no: yes, exact });
export const both = (args: readonly Rails[]): Rails => ({
  yes: allOf(args.map((a) => a.yes)),
  no: anyOf(args.map((a) => a.no)),
  exact: args.every((a) => a.exact),
});
export const either = (args: readonly Rails[]): Rails => not(both(args.map(not)));
