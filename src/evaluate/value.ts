import type { Constant } from '../check/model.ts';
import type { CaseValue } from '../facts/case.ts';
import type { DurationUnit } from '../syntax/ast.ts';

/** An event that has not happened (未發生). It is a known value. */
export const NOT_YET = Symbol('未發生');
/** Nothing is known about the value. */
export const UNKNOWN = Symbol('unknown');

export interface Duration {
  readonly v: number;
  readonly unit: DurationUnit;
}
export type RecordValue = Readonly<Record<string, CaseValue>>;
/**
 * A known value at run time: 是非 → boolean; numbers → number (money in 分); dates → day number; times → minute
 * number; events → day number or NOT_YET; enum members, texts, references → string; sets → sorted strings; lists → records.
 */
export type Known =
  | boolean
  | number
  | string
  | typeof NOT_YET
  | Duration
  | readonly string[]
  | readonly RecordValue[];
/** A count over records with unknown fields: not known, but within limits (both included). */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}
export type Value = Known | typeof UNKNOWN | Bounds;

export function isBounds(value: Value): value is Bounds {
  return typeof value === 'object' && 'low' in value;
}
export function isUnknown(value: Value): value is typeof UNKNOWN | Bounds {
  return value === UNKNOWN || isBounds(value);
}
export function isDuration(value: Value): value is Duration {
  return typeof value === 'object' && 'unit' in value;
}

export function knownFromConstant(constant: Constant | CaseValue): Value {
  switch (constant.t) {
    case 'unknown':
      return UNKNOWN;
    case 'duration':
      return { v: constant.v, unit: constant.unit };
    case 'event':
      return constant.v === 'not-yet' ? NOT_YET : constant.v;
    case 'set':
      return [...constant.v].sort();
    default:
      return constant.v;
  }
}

/** Equality of known values, for rows of tables and for 為. */
export function sameValue(a: Known, b: Known): boolean {
  if (a === b) return true;
  if (isDuration(a) && isDuration(b)) return a.v === b.v && a.unit === b.unit;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
  return false;
}

/** Strong Kleene: true, false, or undefined for unknown. */
export type Tri = boolean | undefined;
export const tri = (value: Value): Tri => (typeof value === 'boolean' ? value : undefined);
export const fromTri = (value: Tri): Value => value ?? UNKNOWN;
export function allOf(values: Iterable<Tri>): Tri {
  let result: Tri = true;
  for (const v of values) {
    if (v === false) return false;
    if (v === undefined) result = undefined;
  }
  return result;
}
export function anyOf(values: Iterable<Tri>): Tri {
  let result: Tri = false;
  for (const v of values) {
    if (v === true) return true;
    if (v === undefined) result = undefined;
  }
  return result;
}
export const notOf = (value: Tri): Tri => (value === undefined ? undefined : !value);
