import type { Constant, Type } from '../check/model.ts';
import { compare } from '../evaluate/compare.ts';
import { knownFromConstant } from '../evaluate/value.ts';
import { MIRRORED_RELATION, OPPOSITE_RELATION } from '../plan/operands.ts';
import type { Relation } from '../syntax/ast.ts';
import { ALWAYS, allOf, anyOf, FALSE, type Formula, lies, NEVER, type Rails, TRUE } from './formula.ts';
import { after, before, cell, cells, NOT_YET_BIT, type Region, span, specials, union } from './region.ts';
import { EQUAL, isLine, LESS, MORE, NOT_YET_CELL, pick, type Slot, type Term } from './slot.ts';
import { knownValues, type Slots } from './slots.ts';

const ORDER_CELLS: Readonly<Record<Relation, readonly number[]>> = {
  eq: [EQUAL],
  ne: [LESS, MORE],
  lt: [LESS],
  le: [LESS, EQUAL],
  gt: [MORE],
  ge: [MORE, EQUAL],
};
/** Nothing is claimed: it may be true and it may be false. */
export const OPEN: Rails = { yes: ALWAYS, no: ALWAYS, exact: false };

/** `left rel right`. With 未發生 on a side it is false, or, `live`, not yet decided. */
export function compareTerms(slots: Slots, rel: Relation, left: Term, right: Term, live: boolean): Rails {
  if (left.is === 'const' && right.is === 'const') return constants(rel, left.value, right.value, live);
  if (left.is === 'const') return compareTerms(slots, MIRRORED_RELATION[rel], right, left, live);
  const notYet = left.slot.type.t === 'event' || (right.is === 'slot' && right.slot.type.t === 'event');
  if (right.is === 'const') return withConstant(rel, left.slot, left.offset, right.value, live);
  const [a, b, offset] = [left.slot, right.slot, right.offset - left.offset];
  if (a === b) {
    const holds = compare(rel, 0, offset) === true;
    const known = lies(a, knownValues(a));
    const unhappened = isLine(a.type) ? lies(a, specials(NOT_YET_BIT)) : NEVER;
    return holds
      ? { yes: live ? anyOf([known, unhappened]) : known, no: unhappened, exact: !live }
      : { yes: live ? unhappened : NEVER, no: anyOf([known, unhappened]), exact: !live };
  }
  if (a.type.t === 'enum' && b.type.t === 'enum') return sameMember(rel, a, b);
  if (!comparable(a.type, b.type)) return OPEN;
  const [low, high, relation, distance] =
    a.id < b.id ? [a, b, rel, offset] : [b, a, MIRRORED_RELATION[rel], -offset];
  const order = slots.order(low, high, distance);
  const open = notYet ? [NOT_YET_CELL] : [];
  return {
    yes: lies(order, pick(...ORDER_CELLS[relation], ...(live ? open : []))),
    no: lies(order, pick(...ORDER_CELLS[OPPOSITE_RELATION[relation]], ...open)),
    exact: !(live && notYet),
  };
}

const comparable = (a: Type, b: Type): boolean =>
  a.t !== 'duration' || (b.t === 'duration' && a.unit !== undefined && a.unit === b.unit);

function constants(rel: Relation, left: Constant, right: Constant, live: boolean): Rails {
  const unhappened = [left, right].some((c) => c.t === 'event' && c.v === 'not-yet');
  if (unhappened && live) return OPEN;
  const holds = compare(rel, knownFromConstant(left), knownFromConstant(right));
  if (holds === undefined) return { yes: NEVER, no: NEVER, exact: true };
  return holds ? TRUE : FALSE;
}

function withConstant(rel: Relation, slot: Slot, offset: number, value: Constant, live: boolean): Rails {
  if (value.t === 'event' && value.v === 'not-yet') return live ? OPEN : FALSE;
  if (isLine(slot.type)) {
    if (!('v' in value) || typeof value.v !== 'number') return OPEN;
    if (value.t === 'duration' && slot.type.t === 'duration' && value.unit !== slot.type.unit) return OPEN;
    const open = specials(slot.type.t === 'event' ? NOT_YET_BIT : 0);
    const yes = onLine(rel, value.v - offset, slot.whole);
    const no = onLine(OPPOSITE_RELATION[rel], value.v - offset, slot.whole);
    const exact = !(live && slot.type.t === 'event');
    return {
      yes: lies(slot, live ? union(yes, open) : yes),
      no: lies(slot, union(no, open)),
      exact,
    };
  }
  const index = indexOf(slot, value);
  if (index === undefined || (rel !== 'eq' && rel !== 'ne')) return OPEN;
  const same = lies(slot, pick(index));
  const other = lies(slot, without0(knownValues(slot), index));
  return rel === 'eq' ? { yes: same, no: other, exact: true } : { yes: other, no: same, exact: true };
}

const without0 = (region: Region, index: number): Region =>
  region.sort === 'cells' ? cells(region.mask & ~cell(index)) : region;

function indexOf(slot: Slot, value: Constant): number | undefined {
  if (value.t === 'bool') return value.v ? 1 : 2;
  if (value.t !== 'enum' && value.t !== 'text') return undefined;
  const at = slot.names.indexOf(value.v, 1);
  return at < 0 ? undefined : at;
}

function onLine(rel: Relation, at: number, whole: boolean): Region {
  switch (rel) {
    case 'eq':
      return span(before(at), after(at), whole);
    case 'ne':
      return union(span(undefined, before(at), whole), span(after(at), undefined, whole));
    case 'lt':
      return span(undefined, before(at), whole);
    case 'le':
      return span(undefined, after(at), whole);
    case 'gt':
      return span(after(at), undefined, whole);
    case 'ge':
      return span(before(at), undefined, whole);
  }
}

function sameMember(rel: Relation, a: Slot, b: Slot): Rails {
  const pairs = a.names.slice(1).map((name, i): readonly [Formula, Formula] => {
    const at = b.names.indexOf(name, 1);
    const here = lies(a, pick(i + 1));
    return [
      at < 0 ? NEVER : allOf([here, lies(b, pick(at))]),
      allOf([here, lies(b, at < 0 ? knownValues(b) : without0(knownValues(b), at))]),
    ];
  });
  const same = anyOf(pairs.map(([s]) => s));
  const other = anyOf(pairs.map(([, o]) => o));
  return rel === 'eq' ? { yes: same, no: other, exact: true } : { yes: other, no: same, exact: true };
}
