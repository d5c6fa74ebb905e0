import type { WorkCalendar } from '../../calendar/calendar.ts';
import { civil, fromCivil } from '../../calendar/date.ts';

/** Working days by tables of whole years, made when a year is first met. */
export interface WorkdayCounter {
  /** The day `count` working days from `day` (before it if negative); NaN where an unpublished year is crossed. `given` is the count as written. */
  shift(day: number, count: number, given: number): number;
}

interface Year {
  readonly first: number;
  /** Working days of the year, ascending. */
  readonly days: Int32Array;
  /** How many of them come before the n-th day of the year; one more entry than days. */
  readonly before: Uint16Array;
}

const MOST = 100_000; // as in calendar/shift.ts
const counters = new WeakMap<WorkCalendar, WorkdayCounter>();

export function workdayCounter(calendar: WorkCalendar): WorkdayCounter {
  const old = counters.get(calendar);
  if (old) return old;
  const counter = makeCounter(calendar);
  counters.set(calendar, counter);
  return counter;
}

function makeCounter(calendar: WorkCalendar): WorkdayCounter {
  const years = new Map<number, Year | undefined>();
  const yearTable = (year: number): Year | undefined => {
    if (years.has(year)) return years.get(year);
    const table = calendar.covers(year) ? makeYear(calendar, year) : undefined;
    years.set(year, table);
    return table;
  };
  const forward = (day: number, wanted: number): number => {
    let year = civil(day + 1).year; // the day itself is not counted, and need not be published
    let from = day + 1;
    let left = wanted;
    for (;;) {
      const table = yearTable(year);
      if (!table) return Number.NaN;
      const rank = table.before[from - table.first] ?? 0;
      const found = table.days[rank + left - 1];
      if (found !== undefined) return found;
      left -= table.days.length - rank;
      year += 1;
      from = fromCivil(year, 1, 1);
    }
  };
  const backward = (day: number, wanted: number): number => {
    let year = civil(day - 1).year;
    let until = day; // days before it count
    let left = wanted;
    for (;;) {
      const table = yearTable(year);
      if (!table) return Number.NaN;
      const rank = table.before[until - table.first] ?? 0;
      if (left <= rank) return table.days[rank - left] ?? Number.NaN;
      left -= rank;
      until = table.first;
      year -= 1;
    }
  };
  return {
    shift: (day, count, given) => {
      const wanted = Math.ceil(Math.abs(given));
      if (!(wanted <= MOST)) return Number.NaN;
      if (wanted === 0) return day;
      return count > 0 ? forward(day, wanted) : backward(day, wanted);
    },
  };
}

function makeYear(calendar: WorkCalendar, year: number): Year {
  const first = fromCivil(year, 1, 1);
  const length = fromCivil(year + 1, 1, 1) - first;
  const before = new Uint16Array(length + 1);
  const days: number[] = [];
  for (let i = 0; i < length; i += 1) {
    before[i] = days.length;
    if (calendar.day(first + i).working) days.push(first + i);
  }
  before[length] = days.length;
  return { first, days: Int32Array.from(days), before };
}
