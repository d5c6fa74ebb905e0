import type { Constant, Type } from '../check/model.ts';
import type { DurationUnit } from '../syntax/ast.ts';
import { before, type Cells, cell, cells, NOT_YET_BIT, type Region, span, UNKNOWN_BIT } from './region.ts';

/** The matter that is spoken of: the one under judgement, or the one that references lead to from there. */
export interface Place {
  readonly key: string;
  /** Facts that are references, one after the other; undefined where the way is no plain path. */
  readonly path: readonly string[] | undefined;
  /** Inside an aggregate: a record of a list. */
  readonly record: boolean;
}
export const HERE: Place = { key: '', path: [], record: false };

/** Where the values of a slot come from. */
export type Origin =
  | { readonly from: 'fact'; readonly place: Place; readonly fact: string; readonly type: Type }
  | { readonly from: 'param'; readonly name: string; readonly type: Type }
  | { readonly from: 'reading'; readonly name: string }
  | { readonly from: 'actDate'; readonly place: Place }
  | { readonly from: 'asOf' }
  | { readonly from: 'kind'; readonly place: Place }
  /** Is `member` in the set? */
  | { readonly from: 'member'; readonly set: Origin; readonly member: string }
  /** How `left` and `right` (plus `offset`) stand to each other. */
  | { readonly from: 'order'; readonly left: Slot; readonly right: Slot; readonly offset: number }
  /** A day reached from another over months or working days. */
  | {
      readonly from: 'shift';
      readonly base: Slot;
      readonly offset: number;
      readonly direction: 'after' | 'before';
      readonly unit: DurationUnit;
      readonly count: number;
    }
  /** What is not looked into: arithmetic, counts, conditions on lists. */
  | { readonly from: 'opaque' };

/** One thing that a case can settle, with all values it may have, 未知 among them. */
export interface Slot {
  readonly id: number;
  readonly key: string;
  readonly origin: Origin;
  readonly type: Type;
  readonly all: Region;
  /** Of cells, by index; 0 is 未知. */
  readonly names: readonly string[];
  /** Of a line: only whole numbers. */
  readonly whole: boolean;
}

export const UNKNOWN_CELL = 0;
/** Of 是非 and of whatever is a condition. */
export const YES = 1;
export const NO = 2;
/** Of an order. */
export const LESS = 1;
export const EQUAL = 2;
export const MORE = 3;
export const NOT_YET_CELL = 4;

export const pick = (...indices: readonly number[]): Cells =>
  cells(indices.reduce((mask, i) => mask | cell(i), 0n));

export const CONDITION_NAMES = ['未知', '是', '否'] as const;
export const ORDER_NAMES = ['未知', '<', '=', '>', '未發生'] as const;

/** Everything that a line of this type holds. Only given facts are known to be whole or not negative. */
export function lineOf(type: Type, origin: Origin): { readonly all: Region; readonly whole: boolean } {
  const special = UNKNOWN_BIT | (type.t === 'event' ? NOT_YET_BIT : 0);
  const given = origin.from === 'fact';
  switch (type.t) {
    case 'date':
    case 'event':
    case 'time':
      return { all: span(undefined, undefined, true, special), whole: true };
    case 'duration':
      return { all: span(given ? before(0) : undefined, undefined, given, special), whole: given };
    default: {
      const whole = given && type.t === 'number' && type.unit === '元';
      return { all: span(undefined, undefined, whole, special), whole };
    }
  }
}

/** Types whose values lie on a line. A duration that does not say its unit lies on none. */
export function isLine(type: Type): boolean {
  switch (type.t) {
    case 'number':
    case 'date':
    case 'time':
    case 'event':
      return true;
    case 'duration':
      return type.unit !== undefined;
    default:
      return false;
  }
}

/** A value that is compared: written down, or that of a slot, days or minutes away. */
export type Term =
  | { readonly is: 'const'; readonly value: Constant }
  | { readonly is: 'slot'; readonly slot: Slot; readonly offset: number };
