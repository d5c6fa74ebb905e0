import { getDayDetail, isWorkday } from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chinaCalendar, publishedYears } from '../../src/calendar/china.ts';
import { formatDate, fromCivil, isWeekend, LAST_DAY, parseDate } from '../../src/calendar/date.ts';
import { listCalendar } from '../../src/calendar/list-calendar.ts';
import { shiftWorkdays } from '../../src/calendar/shift.ts';

const china = chinaCalendar();
const day = (text: string) => parseDate(text) ?? Number.NaN;
const later = (from: string, count: number) => shiftWorkdays(china, day(from), count, 'after');

describe('the calendar of China', () => {
  it('knows the published years and no others', () => {
    const covered = Array.from({ length: 60 }, (_, i) => 1990 + i).filter((y) => china.covers(y));
    expect(covered[0]).toBe(2004);
    expect(covered).toContain(2026);
    expect(covered.length).toBe((covered.at(-1) ?? 0) - 2003);
    expect(china.id).toMatch(/^chinese-days@\d+\.\d+\.\d+$/);
  });
  it('takes no year for published of which only a part is known', () => {
    expect(
      publishedYears({ '2030-10-01': '', '2030-01-01': '', '2029-12-31': '', '2031-01-01': '' }),
    ).toEqual([2030]);
  });
  it('names days off and make-up days', () => {
    expect(china.day(day('2026-10-01'))).toEqual({ working: false, name: '國慶節' });
    expect(china.day(day('2026-10-10'))).toEqual({ working: true, name: '國慶節調休上班' });
    expect(china.day(day('2026-10-11'))).toEqual({ working: false, name: '週末' });
    expect(china.day(day('2026-10-12'))).toEqual({ working: true });
  });
  it('agrees with the package on every covered day, in names without 简体', () => {
    const end = fromCivil(2027, 1, 1);
    for (let d = fromCivil(2004, 1, 1); d < end; d++) {
      expect(china.day(d).working, formatDate(d)).toBe(isWorkday(formatDate(d)));
      expect(china.day(d).name ?? '').not.toMatch(/[节劳国国战动]/);
    }
    expect(getDayDetail('2026-10-01').work).toBe(false);
  });
});

describe('counting working days', () => {
  it('does not count the day itself and passes over holidays', () => {
    const shift = later('2026-09-28', 3);
    expect(formatDate(shift.day)).toBe('2026-10-08');
    expect(shift.counted.map(formatDate)).toEqual(['2026-09-29', '2026-09-30', '2026-10-08']);
    expect(shift.skipped).toHaveLength(7);
    expect(shift.skipped[0]).toEqual({ day: day('2026-10-01'), name: '國慶節' });
    expect(shift).toMatchObject({ estimate: false });
    expect(shift).not.toHaveProperty('unpublishedYear');
  });
  it('counts a worked Saturday', () => {
    expect(formatDate(later('2026-10-09', 1).day)).toBe('2026-10-10');
  });
  it('counts backwards', () => {
    const shift = shiftWorkdays(china, day('2026-10-08'), 1, 'before');
    expect(formatDate(shift.day)).toBe('2026-09-30');
    expect(shiftWorkdays(china, day('2026-10-08'), -1, 'after')).toEqual(shift);
  });
  it('leaves the day alone when there is nothing to count', () => {
    expect(later('2026-10-01', 0)).toEqual({
      day: day('2026-10-01'),
      estimate: false,
      counted: [],
      skipped: [],
    });
  });
  it('only estimates beyond the published years', () => {
    const last = Array.from({ length: 60 }, (_, i) => 1990 + i)
      .filter((y) => china.covers(y))
      .at(-1);
    const shift = later(`${last}-12-31`, 1);
    expect(shift).toMatchObject({ estimate: true, unpublishedYear: (last ?? 0) + 1 });
    expect(shiftWorkdays(china, day('2004-01-02'), 3, 'before')).toMatchObject({ unpublishedYear: 2003 });
  });
  it('ends, whatever the count', () => {
    for (const count of [1e12, Number.POSITIVE_INFINITY]) {
      expect(later('2026-01-01', count)).toMatchObject({ day: LAST_DAY, estimate: true });
    }
    const never = listCalendar({ id: 'x', years: [9999], holidays: {}, workdays: {} });
    expect(shiftWorkdays(never, LAST_DAY - 1, 50, 'after')).toMatchObject({ day: LAST_DAY, estimate: true });
  });
  it('splits every day it crosses into counted and skipped', () => {
    const from = fc.integer({ min: fromCivil(2004, 6, 1), max: fromCivil(2026, 6, 1) });
    fc.assert(
      fc.property(
        from,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('after', 'before'),
        (d, n, direction) => {
          const shift = shiftWorkdays(china, d, n, direction);
          const crossed = [...shift.counted, ...shift.skipped.map((s) => s.day)].sort((a, b) => a - b);
          const low = direction === 'after' ? d + 1 : shift.day;
          expect(crossed).toEqual(Array.from({ length: Math.abs(shift.day - d) }, (_, i) => low + i));
          expect(shift.counted).toHaveLength(n);
          expect(shift.counted.at(-1)).toBe(shift.day);
        },
      ),
    );
  });
});

describe('an office calendar', () => {
  const office = listCalendar({
    id: 'office',
    years: [2026],
    holidays: { '2026-03-02': '停電' },
    workdays: { '2026-03-07': '補班', ['__proto__']: 'x' },
  });
  it('is Monday to Friday but for what it lists', () => {
    expect(office.day(day('2026-03-02'))).toEqual({ working: false, name: '停電' });
    expect(office.day(day('2026-03-07'))).toEqual({ working: true, name: '補班' });
    expect(office.day(day('2026-03-03'))).toEqual({ working: true });
    expect(office.day(day('2026-03-08')).working).toBe(!isWeekend(day('2026-03-08')));
    expect(office.covers(2027)).toBe(false);
  });
});
