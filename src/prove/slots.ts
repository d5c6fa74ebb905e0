import type { Model, Type } from '../check/model.ts';
import type { Plan } from '../plan/plan.ts';
import { before, cell, cells, type Region, span, UNKNOWN_BIT, without } from './region.ts';
import {
  CONDITION_NAMES,
  isLine,
  lineOf,
  ORDER_NAMES,
  type Origin,
  type Place,
  pick,
  type Slot,
  UNKNOWN_CELL,
} from './slot.ts';

/** Makes slots, one for each thing that can be settled. */
export interface Slots {
  readonly of: (origin: Origin, type: Type, key: string) => Slot;
  readonly fact: (place: Place, fact: string, type: Type) => Slot;
  readonly member: (set: Origin, key: string, member: string) => Slot;
  /** The kind of the matter at a place; `within`: only these and what descends from them. */
  readonly kind: (place: Place, within?: readonly string[]) => Slot;
  readonly order: (left: Slot, right: Slot, offset: number) => Slot;
  /** A condition that is not looked into. */
  readonly condition: (key: string) => Slot;
  /** A value that is not looked into. `count`: of a list. */
  readonly opaque: (key: string, type: Type, count?: boolean) => Slot;
  readonly descendants: (kinds: readonly string[]) => readonly string[];
  readonly membersOf: (type: Type) => readonly string[] | undefined;
}

const BOOL: Type = { t: 'bool' };

export function makeSlots(model: Model, plan: Plan): Slots {
  const known = new Map<string, Slot>();
  const kinds = Object.keys(plan.lineage).sort();
  const texts = [
    ...new Set(plan.nodes.flatMap((n) => (n.op === 'const' && n.value.t === 'text' ? [n.value.v] : []))),
  ];

  const make = (key: string, shape: () => Omit<Slot, 'id' | 'key'>): Slot => {
    const old = known.get(key);
    if (old) return old;
    const slot = { id: known.size, key, ...shape() };
    known.set(key, slot);
    return slot;
  };
  const named = (key: string, origin: Origin, type: Type, names: readonly string[]): Slot =>
    make(key, () => ({ origin, type, names, all: cells((1n << BigInt(names.length)) - 1n), whole: false }));

  const membersOf = (type: Type): readonly string[] | undefined =>
    type.t === 'enum' ? model.enums[type.enum]?.members : undefined;

  const of = (origin: Origin, type: Type, key: string): Slot => {
    if (isLine(type)) return make(key, () => ({ origin, type, names: [], ...lineOf(type, origin) }));
    if (type.t === 'bool') return named(key, origin, type, CONDITION_NAMES);
    if (type.t === 'text') return named(key, origin, type, ['', ...texts, '']);
    if (origin.from === 'reading')
      return named(key, origin, type, ['', ...(plan.readings[origin.name]?.options ?? [])]);
    return named(key, origin, type, ['', ...(membersOf(type) ?? [''])]);
  };

  const descendants = (within: readonly string[]): readonly string[] =>
    kinds.filter((k) => within.some((w) => plan.lineage[k]?.includes(w)));

  return {
    of,
    membersOf,
    descendants,
    fact: (place, fact, type) =>
      of({ from: 'fact', place, fact, type }, type, `${place.key}.${fact}:${JSON.stringify(type)}`),
    member: (set, key, member) =>
      named(`${key}∋${member}`, { from: 'member', set, member }, BOOL, CONDITION_NAMES),
    kind: (place, within) =>
      make(`${place.key}的事項`, () => {
        const some = within ? descendants(within) : kinds;
        const all = cells(some.reduce((mask, k) => mask | cell(kinds.indexOf(k) + 1), 0n));
        return { origin: { from: 'kind', place }, type: BOOL, names: ['', ...kinds], all, whole: false };
      }),
    order: (left, right, offset) =>
      named(`${left.id}?${right.id}+${offset}`, { from: 'order', left, right, offset }, BOOL, ORDER_NAMES),
    condition: (key) => named(`？${key}`, { from: 'opaque' }, BOOL, CONDITION_NAMES),
    opaque: (key, type, count = false) => {
      if (!count) return of({ from: 'opaque' }, type, `？${key}`);
      const all = span(before(0), undefined, true, UNKNOWN_BIT);
      return make(`？${key}`, () => ({ origin: { from: 'opaque' }, type, names: [], all, whole: true }));
    },
  };
}

/** Every value but 未知 (and 未發生, of an event). */
export function knownValues(slot: Slot): Region {
  return slot.all.sort === 'line' ? { ...slot.all, special: 0 } : without(slot.all, pick(UNKNOWN_CELL));
}
