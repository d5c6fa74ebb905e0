/** Days are numbers since 1970-01-01 (proleptic Gregorian), times minutes since 1970-01-01T00:00; no time zone. */
export interface Civil {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

const MINUTES_PER_DAY = 1440;
/** Years that can be written with four digits; what leaves this range is not a date of any file. */
export const FIRST_DAY = fromCivil(1, 1, 1);
export const LAST_DAY = fromCivil(9999, 12, 31);

/** Day number of a civil date; month and day may be out of range and then roll over. Algorithm: Hinnant, days_from_civil. */
export function fromCivil(year: number, month: number, day: number): number {
  const carry = Math.floor((month - 1) / 12);
  const m = month - carry * 12;
  const y = year + carry - (m <= 2 ? 1 : 0);
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468 + day - 1;
}

/** Civil date of a day number. Algorithm: Hinnant, civil_from_days. */
export function civil(day: number): Civil {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp + (mp < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  return fromCivil(year, month + 1, 1) - fromCivil(year, month, 1);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Saturday or Sunday. */
export function isWeekend(day: number): boolean {
  const w = weekday(day);
  return w === 0 || w === 6;
}

/** Same day of another month; a day that month lacks becomes its last day (Jan 31 + 1 → Feb 28). */
export function addMonths(day: number, months: number): number {
  const c = civil(day);
  const first = civil(fromCivil(c.year, c.month + months, 1));
  return fromCivil(first.year, first.month, Math.min(c.day, daysInMonth(first.year, first.month)));
}

/** Same day of another year; Feb 29 becomes Feb 28. */
export function addYears(day: number, years: number): number {
  return addMonths(day, years * 12);
}

/** `2026-09-28` → day number; undefined if it is not written so or there is no such day. */
export function parseDate(text: string): number | undefined {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!m) return undefined;
  const year = Number(m[1]);
  const month = Number(m[2]);
  const day = Number(m[3]);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return fromCivil(year, month, day);
}

export function formatDate(day: number): string {
  const c = civil(day);
  return `${year4(c.year)}-${pad(c.month)}-${pad(c.day)}`;
}

/** `2026年9月28日` */
export function formatChineseDate(day: number): string {
  const c = civil(day);
  return `${c.year}年${c.month}月${c.day}日`;
}

/** `2026-09-28T09:00` (also a space instead of T, and seconds of 00) → minutes; undefined otherwise. */
export function parseTime(text: string): number | undefined {
  const m = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::00)?$/.exec(text);
  if (!m) return undefined;
  const day = parseDate(m[1] ?? '');
  const hour = Number(m[2]);
  const minute = Number(m[3]);
  if (day === undefined || hour > 23 || minute > 59) return undefined;
  return day * MINUTES_PER_DAY + hour * 60 + minute;
}

export function formatTime(time: number): string {
  const day = dayOfTime(time);
  const minutes = time - day * MINUTES_PER_DAY;
  return `${formatDate(day)}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** The day on which a time falls. */
export function dayOfTime(time: number): number {
  return Math.floor(time / MINUTES_PER_DAY);
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
function year4(year: number): string {
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}
