import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  addYears,
  civil,
  daysInMonth,
  FIRST_DAY,
  formatChineseDate,
  formatDate,
  formatTime,
  fromCivil,
  isWeekend,
  LAST_DAY,
  parseDate,
  parseTime,
  weekday,
} from '../../src/calendar/date.ts';

const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
const shifted = (date: string, months: number) =>
  formatDate(addMonths(parseDate(date) ?? Number.NaN, months));

describe('dates', () => {
  it('agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * 86_400_000);
        const c = civil(day);
        expect(c).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(weekday(day)).toBe(date.getUTCDay());
        expect(fromCivil(c.year, c.month, c.day)).toBe(day);
        expect(parseDate(formatDate(day))).toBe(day);
      }),
    );
  });
  it('reads only days that exist and are written in full', () => {
    expect(parseDate('1970-01-01')).toBe(0);
    expect(parseDate('2026-09-28')).toBe(20_724);
    expect(parseDate('2024-02-29')).toBeDefined();
    for (const text of ['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-01', '2026-01-00', '0000-01-01']) {
      expect(parseDate(text)).toBeUndefined();
    }
    for (const text of ['2026-9-28', '2026/09/28', ' 2026-09-28', '2026-09-28T00:00', '26-09-28', '']) {
      expect(parseDate(text)).toBeUndefined();
    }
  });
  it('reads and writes times', () => {
    expect(parseTime('1970-01-02T00:01')).toBe(1441);
    expect(parseTime('1970-01-01 09:00')).toBe(540);
    expect(parseTime('1970-01-01T09:00:00')).toBe(540);
    for (const text of ['2026-09-28', '2026-09-28T24:00', '2026-09-28T09:60', '2026-02-30T09:00']) {
      expect(parseTime(text)).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.integer({ min: FIRST_DAY * 1440, max: LAST_DAY * 1440 + 1439 }), (time) => {
        expect(parseTime(formatTime(time))).toBe(time);
      }),
    );
  });
  it('keeps to the end of a shorter month', () => {
    expect(shifted('2026-01-31', 1)).toBe('2026-02-28');
    expect(shifted('2024-01-31', 1)).toBe('2024-02-29');
    expect(shifted('2026-03-31', -1)).toBe('2026-02-28');
    expect(shifted('2026-12-15', 1)).toBe('2027-01-15');
    expect(shifted('2026-01-15', -13)).toBe('2024-12-15');
    expect(formatDate(addYears(parseDate('2024-02-29') ?? 0, 1))).toBe('2025-02-28');
    expect(formatDate(addYears(parseDate('2024-02-29') ?? 0, 4))).toBe('2028-02-29');
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const from = civil(day);
        const to = civil(addMonths(day, months));
        expect((to.year - from.year) * 12 + to.month - from.month).toBe(months);
        expect(to.day).toBe(Math.min(from.day, daysInMonth(to.year, to.month)));
      }),
    );
  });
  it('shows days', () => {
    expect(formatChineseDate(parseDate('2026-09-08') ?? 0)).toBe('2026年9月8日');
    expect(isWeekend(parseDate('2026-09-27') ?? 0)).toBe(true);
    expect(isWeekend(parseDate('2026-09-28') ?? 0)).toBe(false);
  });
});
