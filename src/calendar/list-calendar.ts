import type { WorkCalendar } from './calendar.ts';
import { isWeekend, parseDate } from './date.ts';

/** A calendar as a list: what an office keeps for itself, or what is published for a year. Dates are `2026-10-01`. */
export interface CalendarList {
  readonly id: string;
  /** Years for which the list is complete. */
  readonly years: readonly number[];
  /** Days off besides Saturdays and Sundays: date → name. */
  readonly holidays: Readonly<Record<string, string>>;
  /** Saturdays, Sundays (or holidays) that are worked: date → reason. */
  readonly workdays: Readonly<Record<string, string>>;
}

type DayKind = ReturnType<WorkCalendar['day']>;
export const ORDINARY: DayKind = { working: true };
export const WEEKEND: DayKind = { working: false, name: '週末' };

/** Days that are in neither list are working days from Monday to Friday. A make-up day wins over a holiday. */
export function listCalendar(list: CalendarList): WorkCalendar {
  const years = new Set(list.years);
  const days = new Map<number, DayKind>();
  const enter = (entries: Readonly<Record<string, string>>, working: boolean) => {
    for (const [date, name] of Object.entries(entries)) {
      const day = parseDate(date);
      if (day !== undefined) days.set(day, { working, name });
    }
  };
  enter(list.holidays, false);
  enter(list.workdays, true);
  return {
    id: list.id,
    covers: (year) => years.has(year),
    day: (day) => days.get(day) ?? (isWeekend(day) ? WEEKEND : ORDINARY),
  };
}
