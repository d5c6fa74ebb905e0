import { type Cells, intersect, isEmpty, type Line, NOT_YET_BIT, type Region } from './region.ts';
import { EQUAL, LESS, MORE, NOT_YET_CELL, type Origin, pick, type Slot, UNKNOWN_CELL } from './slot.ts';
import { knownValues } from './slots.ts';

/** What is settled so far: slots that are not in it may have any of their values. */
export type Domains = Map<Slot, Region>;

type OrderSlot = Slot & { readonly origin: Extract<Origin, { from: 'order' }> };
type ShiftSlot = Slot & { readonly origin: Extract<Origin, { from: 'shift' }> };
const isOrder = (slot: Slot): slot is OrderSlot => slot.origin.from === 'order';
const isShift = (slot: Slot): slot is ShiftSlot => slot.origin.from === 'shift';

const ORDERED = pick(LESS, EQUAL, MORE);
const domainOf = (domains: Domains, slot: Slot): Region => domains.get(slot) ?? slot.all;
const mask = (region: Region): bigint => (region as Cells).mask;

/** A distance in numbers and in «a little more»: strictly less by 0 is (0, −1). */
interface Distance {
  readonly by: number;
  readonly strictly: number;
}
const plus = (a: Distance, b: Distance): Distance => ({ by: a.by + b.by, strictly: a.strictly + b.strictly });
const shorter = (a: Distance, b: Distance): boolean =>
  a.by < b.by || (a.by === b.by && a.strictly < b.strictly);

/** `to − from ≤ distance`; undefined stands for nought. */
export interface Edge {
  readonly from: Slot | undefined;
  readonly to: Slot | undefined;
  readonly distance: Distance;
}

/**
 * Whether orders between days and numbers go together (a before b before c, and not c before a), with the ranges they lie
 * in. Narrows `domains`; false: they do not. Differences of two values are all that is looked at (Bellman and Ford).
 */
export function ordersHold(domains: Domains): boolean {
  const orders = [...domains.keys()].filter(isOrder);
  for (let before = -1; before !== settled(domains); ) {
    before = settled(domains);
    if (orders.some((slot) => !settleOrder(domains, slot))) return false;
  }
  const edges = edgesOf(domains);
  return edges.length === 0 || distances(edges) !== undefined;
}

/** Grows with every narrowing: what special values are left of days and orders. */
function settled(domains: Domains): number {
  let left = 0;
  for (const region of domains.values())
    left +=
      region.sort === 'line' ? 4 - region.special : region.mask === (region.mask & ORDERED.mask) ? 1 : 0;
  return left;
}

function narrow(domains: Domains, slot: Slot, to: Region): boolean {
  const region = intersect(domainOf(domains, slot), to);
  if (isEmpty(region)) return false;
  domains.set(slot, region);
  return true;
}

/** 未發生 and 未知 in an order are those of its sides. */
function settleOrder(domains: Domains, slot: OrderSlot): boolean {
  const { left, right } = slot.origin;
  const sides = [left, right];
  if (sides.every((s) => isKnown(domainOf(domains, s))) && !narrow(domains, slot, ORDERED)) return false;
  const now = mask(domainOf(domains, slot));
  if ((now & ~ORDERED.mask) === 0n) return sides.every((s) => mustBeKnown(domains, s));
  if (now !== pick(NOT_YET_CELL).mask) return true;
  const may = sides.filter((s) => mayNotHaveHappened(domains, s));
  const [only] = may;
  if (!only) return false;
  return may.length > 1 || mustNotHaveHappened(domains, only);
}

function isKnown(region: Region): boolean {
  return region.sort === 'line' ? region.special === 0 : (region.mask & pick(UNKNOWN_CELL).mask) === 0n;
}
function mustBeKnown(domains: Domains, slot: Slot): boolean {
  return (
    narrow(domains, slot, knownValues(slot)) && (!isShift(slot) || mustBeKnown(domains, slot.origin.base))
  );
}
function mayNotHaveHappened(domains: Domains, slot: Slot): boolean {
  const region = domainOf(domains, slot);
  const may = region.sort === 'line' && (region.special & NOT_YET_BIT) !== 0;
  return may && (!isShift(slot) || mayNotHaveHappened(domains, slot.origin.base));
}
function mustNotHaveHappened(domains: Domains, slot: Slot): boolean {
  const unhappened: Line = { sort: 'line', ranges: [], special: NOT_YET_BIT };
  return (
    narrow(domains, slot, unhappened) && (!isShift(slot) || mustNotHaveHappened(domains, slot.origin.base))
  );
}

export function edgesOf(domains: Domains): readonly Edge[] {
  const edges: Edge[] = [];
  const involved = new Set<Slot>();
  const whole = (a: Slot, b: Slot, n: number) => a.whole && b.whole && Number.isInteger(n);
  const at = (by: number, strict: boolean, exact: boolean): Distance =>
    strict ? (exact ? { by: by - 1, strictly: 0 } : { by, strictly: -1 }) : { by, strictly: 0 };
  for (const [slot, region] of domains) {
    if (!isOrder(slot)) continue;
    const { left, right, offset } = slot.origin;
    if (left.all.sort !== 'line' || right.all.sort !== 'line') continue;
    const now = mask(region);
    if ((now & ~ORDERED.mask) !== 0n) continue;
    involved.add(left).add(right);
    const may = (cell: number) => (now & pick(cell).mask) !== 0n;
    const exact = whole(left, right, offset);
    // left − right ≤ offset
    if (!may(MORE)) edges.push({ from: right, to: left, distance: at(offset, !may(EQUAL), exact) });
    if (!may(LESS)) edges.push({ from: left, to: right, distance: at(-offset, !may(EQUAL), exact) });
  }
  if (edges.length === 0) return edges;
  for (const slot of [...involved]) if (isShift(slot)) involved.add(slot.origin.base);
  const moved = [...involved].filter(isShift).filter((s) => isKnown(domainOf(domains, s)));
  for (const slot of moved) edges.push(...shiftEdges(slot));
  for (const a of moved) for (const b of moved) edges.push(...laterShift(a, b));
  for (const slot of involved) {
    const region = domainOf(domains, slot);
    if (region.sort !== 'line' || region.special !== 0) continue;
    const [first, last] = [region.ranges[0], region.ranges.at(-1)];
    if (first && Number.isFinite(first.from.at))
      edges.push({
        from: slot,
        to: undefined,
        distance: { by: -first.from.at, strictly: first.from.after ? -1 : 0 },
      });
    if (last && Number.isFinite(last.to.at))
      edges.push({
        from: undefined,
        to: slot,
        distance: { by: last.to.at, strictly: last.to.after ? 0 : -1 },
      });
  }
  return edges;
}

/** The fewest and the most days that one of the unit is, of many. */
const DAYS = {
  year: [365, 366],
  month: [28, 31],
  workday: [1, Number.POSITIVE_INFINITY],
} as const;
type Counted = keyof typeof DAYS;

function countedOf(slot: ShiftSlot): { readonly count: number; readonly unit: Counted } | undefined {
  const { unit, count } = slot.origin;
  if (unit !== 'year' && unit !== 'month' && unit !== 'workday') return undefined;
  return Number.isInteger(count) && count >= 0 ? { count, unit } : undefined;
}

/** A day reached over months or working days is so many days away from where it began. */
function shiftEdges(slot: ShiftSlot): readonly Edge[] {
  const counted = countedOf(slot);
  if (!counted) return [];
  const { base, offset, direction } = slot.origin;
  const day = slot.type.t === 'time' ? 1440 : 1;
  const [least, most] = DAYS[counted.unit].map((n) => (counted.count === 0 ? 0 : n * counted.count * day));
  const [early, late] = direction === 'after' ? [base, slot] : [slot, base];
  // late − early ≥ least, but the offset belongs to the base
  const shift = direction === 'after' ? offset : -offset;
  return [
    { from: late, to: early, distance: { by: -((least ?? 0) + shift), strictly: 0 } },
    ...(Number.isFinite(most)
      ? [{ from: early, to: late, distance: { by: (most ?? 0) + shift, strictly: 0 } }]
      : []),
  ];
}

/** From one day, five working days lead further than three. */
function laterShift(a: ShiftSlot, b: ShiftSlot): readonly Edge[] {
  const [x, y] = [countedOf(a), countedOf(b)];
  const same =
    a.origin.base === b.origin.base &&
    a.origin.offset === b.origin.offset &&
    a.origin.direction === b.origin.direction;
  if (!x || !y || !same || x.unit !== y.unit || x.count >= y.count) return [];
  const day = a.type.t === 'time' ? 1440 : 1;
  const by = -(y.count - x.count) * DAYS[x.unit][0] * day;
  return a.origin.direction === 'after'
    ? [{ from: b, to: a, distance: { by, strictly: 0 } }]
    : [{ from: a, to: b, distance: { by, strictly: 0 } }];
}

/** How far each slot may be from nought; undefined where the edges contradict each other. */
export function distances(edges: readonly Edge[]): ReadonlyMap<Slot | undefined, Distance> | undefined {
  const far = new Map<Slot | undefined, Distance>([[undefined, { by: 0, strictly: 0 }]]);
  for (const { from, to } of edges) for (const slot of [from, to]) far.set(slot, { by: 0, strictly: 0 });
  for (let round = 0; round <= far.size; round += 1) {
    let moved = false;
    for (const { from, to, distance } of edges) {
      const next = plus(far.get(from) ?? distance, distance);
      const now = far.get(to);
      if (!now || !shorter(next, now)) continue;
      far.set(to, next);
      moved = true;
    }
    if (!moved) return far;
  }
  return undefined;
}
