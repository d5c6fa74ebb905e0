import { addMonths, civil } from '../../calendar/date.ts';
import { type Code, FALSE, NOT_YET, TRUE, UNKNOWN } from './codes.ts';
import { FUNCTIONS, RELATIONS, UNITS } from './operations.ts';
import type { WorkdayCounter } from './workdays.ts';

/** The operations on numbers; relations, periods and units by their place in operations.ts, unknown is NaN. */

const [EQ, NE, LT, LE, GT] = RELATIONS.map((_, i) => i) as [number, number, number, number, number];

export function compareNumbers(relation: number, a: number, b: number): Code {
  // biome-ignore lint/suspicious/noSelfCompare: only NaN, the unknown number, differs from itself
  if (a !== a || b !== b) return UNKNOWN;
  return holds(relation, a, b) ? TRUE : FALSE;
}

function holds(relation: number, a: number, b: number): boolean {
  switch (relation) {
    case EQ:
      return a === b;
    case NE:
      return a !== b;
    case LT:
      return a < b;
    case LE:
      return a <= b;
    case GT:
      return a > b;
    default:
      return a >= b;
  }
}

/** Days and events: with 未發生 the comparison is false, or, taken as live, true as long as it may still come true. */
export function compareDays(mode: number, a: number, b: number, asOf: number): Code {
  if (a !== NOT_YET && b !== NOT_YET) return compareNumbers(mode & 7, a, b);
  if (mode < 8) return FALSE;
  const eventLeft = a === NOT_YET;
  const other = eventLeft ? b : a;
  const relation = mode & 7;
  // the event must come before the other day: `<` and `≤` seen from the event
  const before = eventLeft ? relation === LT || relation === LE : relation === GT || relation > GT;
  if (other === NOT_YET || !(before || relation === EQ)) return TRUE;
  if (Number.isNaN(other)) return UNKNOWN;
  const strict = relation === LT || relation === GT;
  return asOf <= (strict ? other - 1 : other) ? TRUE : FALSE;
}

export function compareDurations(relation: number, a: number, aUnit: number, b: number, bUnit: number): Code {
  if (Number.isNaN(a) || Number.isNaN(b)) return UNKNOWN;
  if (relation === EQ || relation === NE)
    return (a === b && aUnit === bUnit) === (relation === EQ) ? TRUE : FALSE;
  return aUnit === bUnit ? compareNumbers(relation, a, b) : UNKNOWN;
}

/** Counts of which only limits may be known. */
export function compareCounts(
  relation: number,
  low: number,
  high: number,
  low2: number,
  high2: number,
): Code {
  if (Number.isNaN(low) || Number.isNaN(low2)) return UNKNOWN;
  if (low === high && low2 === high2) return compareNumbers(relation, low, low2);
  if (low !== high && low2 !== high2) return UNKNOWN;
  return low2 === high2
    ? bounded(relation, low, high, low2)
    : bounded(MIRROR[relation] ?? relation, low2, high2, low);
}
const MIRROR = [EQ, NE, GT, GT + 1, LT, LE];

function bounded(relation: number, low: number, high: number, n: number): Code {
  if (relation === EQ) return n < low || n > high ? FALSE : UNKNOWN;
  if (relation === NE) return n < low || n > high ? TRUE : UNKNOWN;
  const atLow = compareNumbers(relation, low, n);
  return atLow === compareNumbers(relation, high, n) ? atLow : UNKNOWN;
}

export const occurred = (event: number, live: number): Code =>
  event === NOT_YET ? (live ? TRUE : FALSE) : Number.isNaN(event) ? UNKNOWN : TRUE;

export const reached = (date: number, live: number, asOf: number): Code => {
  if (date === NOT_YET) return live ? TRUE : FALSE;
  if (Number.isNaN(date)) return UNKNOWN;
  return asOf > date || live ? TRUE : FALSE;
};

export function samePeriod(period: number, a: number, b: number): Code {
  if (a === NOT_YET || b === NOT_YET) return FALSE;
  if (Number.isNaN(a) || Number.isNaN(b)) return UNKNOWN;
  const [x, y] = [civil(a), civil(b)];
  if (x.year !== y.year) return FALSE;
  if (period === 0) return TRUE;
  if (period === 2) return x.month === y.month ? TRUE : FALSE;
  return Math.floor((x.month - 1) / 3) === Math.floor((y.month - 1) / 3) ? TRUE : FALSE;
}

const [YEAR, MONTH, WEEK, DAY, WORKDAY, HOUR] = UNITS.map((_, i) => i);

/** `how`: 1 before, 2 a moment in minutes instead of a day. */
export function shift(
  base: number,
  amount: number,
  unit: number,
  how: number,
  workdays: WorkdayCounter,
): number {
  if (base === NOT_YET) return NOT_YET;
  if (Number.isNaN(base) || Number.isNaN(amount)) return Number.NaN;
  const n = how & 1 ? -amount : amount;
  const time = how >= 2;
  const to = moved(base, amount, n, unit, how, time, workdays);
  return Number.isFinite(to) ? to : Number.NaN;
}

function moved(
  base: number,
  amount: number,
  n: number,
  unit: number,
  how: number,
  time: boolean,
  workdays: WorkdayCounter,
): number {
  const months = (k: number) =>
    time ? addMonths(Math.floor(base / 1440), k) * 1440 + (base % 1440) : addMonths(base, k);
  switch (unit) {
    case YEAR:
      return months(12 * n);
    case MONTH:
      return months(n);
    case WEEK:
      return base + (time ? 7 * n * 1440 : 7 * n);
    case DAY:
      return base + (time ? n * 1440 : n);
    case WORKDAY: {
      const start = time ? Math.floor(base / 1440) : base;
      const day = workdays.shift(start, how & 1 ? -amount : amount, amount);
      return time ? day * 1440 + (base % 1440) : day;
    }
    case HOUR:
      return base + 60 * n;
    default:
      return base + n;
  }
}

/** Rounded to 12 significant decimals, as the interpreter does. */
export function arithmetic(fn: number, a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  const name = FUNCTIONS[fn];
  if (name === 'div' && b === 0) return Number.NaN;
  const raw = name === 'add' ? a + b : name === 'sub' ? a - b : name === 'mul' ? a * b : a / b;
  return rounded(raw);
}

export const rounded = (value: number): number => {
  const to = Number(value.toPrecision(12));
  return Number.isFinite(to) ? to : Number.NaN;
};

// ---- sets: sorted codes of texts, undefined when unknown ----------------------------------------------------------
export type Elements = readonly number[] | undefined;

export const isIn = (element: number, set: Elements): Code => {
  if (set?.length === 0) return FALSE;
  if (!set || Number.isNaN(element)) return UNKNOWN;
  return set.includes(element) ? TRUE : FALSE;
};
export const subset = (a: Elements, b: Elements): Code => {
  if (a?.length === 0) return TRUE;
  if (!a || !b) return UNKNOWN;
  return a.every((x) => b.includes(x)) ? TRUE : FALSE;
};
export const disjoint = (a: Elements, b: Elements): Code => {
  if (a?.length === 0 || b?.length === 0) return TRUE;
  if (!a || !b) return UNKNOWN;
  return a.some((x) => b.includes(x)) ? FALSE : TRUE;
};
export const sameElements = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i]);
export const sameSets = (a: Elements, b: Elements, unequal: number): Code => {
  if (!a || !b) return UNKNOWN;
  return sameElements(a, b) === (unequal === 0) ? TRUE : FALSE;
};
export const isEmpty = (list: readonly unknown[] | undefined): Code =>
  list === undefined ? UNKNOWN : list.length === 0 ? TRUE : FALSE;
