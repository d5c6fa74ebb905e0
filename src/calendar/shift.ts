import type { WorkCalendar, WorkdayShift } from './calendar.ts';
import { civil, FIRST_DAY, isWeekend, LAST_DAY } from './date.ts';

/** About four hundred years: more is beyond every calendar and is not counted day by day. */
const MOST = 100_000;

/**
 * The day reached by counting `count` working days from `day`, which is not counted itself (三個工作日內: the first day is
 * the next working day). A count of zero is the day itself, worked or not. A negative count turns round, a broken
 * one is counted in full.
 */
export function shiftWorkdays(
  calendar: WorkCalendar,
  day: number,
  count: number,
  direction: 'after' | 'before',
): WorkdayShift {
  const step = (direction === 'after') === count >= 0 ? 1 : -1;
  const wanted = Math.ceil(Math.abs(count));
  const counted: number[] = [];
  const skipped: { readonly day: number; readonly name: string }[] = [];
  let unpublishedYear: number | undefined;
  let at = day;
  let year = civil(day).year;
  let covered = calendar.covers(year);
  if (!(wanted <= MOST)) return beyond(step, year);
  while (counted.length < wanted) {
    at += step;
    if (at > LAST_DAY || at < FIRST_DAY) return beyond(step, unpublishedYear ?? year);
    const c = civil(at);
    if (c.year !== year) {
      year = c.year;
      covered = calendar.covers(year);
    }
    if (!covered) unpublishedYear ??= year;
    const kind = covered ? calendar.day(at) : { working: !isWeekend(at) };
    if (kind.working) counted.push(at);
    else skipped.push({ day: at, name: kind.name ?? (isWeekend(at) ? '週末' : '休息日') });
  }
  return {
    day: at,
    estimate: unpublishedYear !== undefined,
    ...(unpublishedYear === undefined ? {} : { unpublishedYear }),
    counted,
    skipped,
  };
}

function beyond(step: number, unpublishedYear: number): WorkdayShift {
  return { day: step > 0 ? LAST_DAY : FIRST_DAY, estimate: true, unpublishedYear, counted: [], skipped: [] };
}
