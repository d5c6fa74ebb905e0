import { MIRRORED_RELATION } from '../plan/operands.ts';
import type { Relation } from '../syntax/ast.ts';
import { isBounds, isDuration, isUnknown, NOT_YET, sameValue, type Tri, type Value } from './value.ts';

/** `left rel right` for values; an event that has not happened makes it false (see `eventAtom` for the live reading). */
export function compare(rel: Relation, left: Value, right: Value): Tri {
  if (left === NOT_YET || right === NOT_YET) return false;
  if (isBounds(left) && typeof right === 'number') return compareBounds(rel, left.low, left.high, right);
  if (isBounds(right) && typeof left === 'number')
    return compareBounds(MIRRORED_RELATION[rel], right.low, right.high, left);
  if (isUnknown(left) || isUnknown(right)) return undefined;
  if (rel === 'eq') return sameValue(left, right);
  if (rel === 'ne') return !sameValue(left, right);
  // Years, months, working days and days are kept apart: nothing says how many days a month has.
  if (isDuration(left) && isDuration(right))
    return left.unit === right.unit ? order(rel, left.v, right.v) : undefined;
  return typeof left === 'number' && typeof right === 'number' ? order(rel, left, right) : undefined;
}

function order(rel: Relation, a: number, b: number): boolean {
  switch (rel) {
    case 'lt':
      return a < b;
    case 'le':
      return a <= b;
    case 'gt':
      return a > b;
    case 'ge':
      return a >= b;
    case 'eq':
      return a === b;
    case 'ne':
      return a !== b;
  }
}

/** A number known to lie in [low, high] against a known one. */
function compareBounds(rel: Relation, low: number, high: number, n: number): Tri {
  if (rel === 'eq') return n < low || n > high ? false : undefined;
  if (rel === 'ne') return n < low || n > high ? true : undefined;
  const atLow = order(rel, low, n);
  return atLow === order(rel, high, n) ? atLow : undefined;
}

/**
 * The due date of an atom about an event that has not happened: the last day on which it could still come true.
 * `none` when there is no such day (it may happen at any time), undefined when the day is not known.
 */
export function dueOf(rel: Relation, left: Value, right: Value): number | 'none' | undefined {
  const eventLeft = left === NOT_YET;
  const other = eventLeft ? right : left;
  if (other === NOT_YET) return 'none';
  const direction = eventLeft ? rel : MIRRORED_RELATION[rel];
  if (direction === 'gt' || direction === 'ge' || direction === 'ne') return 'none';
  if (typeof other !== 'number') return undefined;
  return direction === 'lt' ? other - 1 : other;
}
