import { ALWAYS, allOf, anyOf, type Formula, lies, NEVER, type Rails } from './formula.ts';
import { NO, type Origin, pick, type Slot, YES } from './slot.ts';
import type { Slots } from './slots.ts';

/** A set of members of one enum: written down, or given by the case. */
export type SetTerm =
  | { readonly is: 'members'; readonly members: ReadonlySet<string> }
  | { readonly is: 'given'; readonly origin: Origin; readonly key: string };

interface Membership {
  readonly has: (member: string) => Formula;
  readonly lacks: (member: string) => Formula;
}

function membership(slots: Slots, set: SetTerm): Membership {
  if (set.is === 'members') {
    const { members } = set;
    return {
      has: (m) => (members.has(m) ? ALWAYS : NEVER),
      lacks: (m) => (members.has(m) ? NEVER : ALWAYS),
    };
  }
  const slot = (m: string): Slot => slots.member(set.origin, set.key, m);
  return { has: (m) => lies(slot(m), pick(YES)), lacks: (m) => lies(slot(m), pick(NO)) };
}

export type SetRelation = 'subset' | 'disjoint' | 'eq';

/** Over the members of the enum. That an unknown set is unknown in all its members is not used, hence not `exact`. */
export function compareSets(
  slots: Slots,
  relation: SetRelation,
  left: SetTerm,
  right: SetTerm,
  universe: readonly string[],
): Rails {
  const [l, r] = [membership(slots, left), membership(slots, right)];
  const holds = (m: string): Formula => {
    switch (relation) {
      case 'subset':
        return anyOf([l.lacks(m), r.has(m)]);
      case 'disjoint':
        return anyOf([l.lacks(m), r.lacks(m)]);
      case 'eq':
        return anyOf([allOf([l.has(m), r.has(m)]), allOf([l.lacks(m), r.lacks(m)])]);
    }
  };
  const fails = (m: string): Formula => {
    switch (relation) {
      case 'subset':
        return allOf([l.has(m), r.lacks(m)]);
      case 'disjoint':
        return allOf([l.has(m), r.has(m)]);
      case 'eq':
        return anyOf([allOf([l.has(m), r.lacks(m)]), allOf([l.lacks(m), r.has(m)])]);
    }
  };
  return { yes: allOf(universe.map(holds)), no: anyOf(universe.map(fails)), exact: false };
}

/** Is the value of an enum slot, or a written member, in the set? */
export function elementOf(slots: Slots, element: string | Slot, set: SetTerm): Rails {
  const { has, lacks } = membership(slots, set);
  if (typeof element === 'string') return { yes: has(element), no: lacks(element), exact: true };
  const each = element.names.slice(1).map((name, i) => [lies(element, pick(i + 1)), name] as const);
  return {
    yes: anyOf(each.map(([is, name]) => allOf([is, has(name)]))),
    no: anyOf(each.map(([is, name]) => allOf([is, lacks(name)]))),
    exact: set.is === 'members' && set.members.size > 0,
  };
}
