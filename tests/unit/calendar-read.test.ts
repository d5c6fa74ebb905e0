import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/calendar/date.ts';
import { readCalendar } from '../../src/facts/read-calendar.ts';

const told = (text: string) =>
  readCalendar({ name: 'office.yaml', text }).diagnostics.map(
    (d) => `${d.code}「${d.span ? text.slice(d.span.start, d.span.end) : ''}」`,
  );

describe("an office's calendar file", () => {
  it('is read', () => {
    const text =
      '名稱: 區政府\n年份: [2026]\n休息日:\n  2026-10-01: 国庆节\n  2026-10-02:\n工作日: { 2026-10-10: 調休上班 }\n';
    const { value, diagnostics } = readCalendar({ name: 'office.yaml', text });
    expect(diagnostics).toEqual([]);
    expect(value?.id).toBe('區政府');
    expect(value?.covers(2026)).toBe(true);
    expect(value?.day(parseDate('2026-10-01') ?? 0)).toEqual({ working: false, name: '国庆节' });
    expect(value?.day(parseDate('2026-10-02') ?? 0)).toEqual({ working: false, name: '休息日' });
    expect(value?.day(parseDate('2026-10-10') ?? 0)).toEqual({ working: true, name: '調休上班' });
    expect(readCalendar({ name: 'dir/office.yaml', text: 'years: 2026' }).value?.id).toBe('office.yaml');
  });
  it('is refused as a whole when a part is wrong', () => {
    expect(told('')).toEqual(['calendar-incomplete「」']);
    expect(told('甲')).toEqual(['case-not-a-mapping「甲」']);
    expect(told('休息日: {}')).toEqual(['calendar-incomplete「」']);
    expect(told('年份: [26]')).toEqual(['calendar-year「26」']);
    expect(told('年份: 2026\n放假: {}')).toEqual(['calendar-unknown-key「放假」']);
    expect(told('年份: 2026\n休息日: [2026-10-01]')).toEqual(['case-not-a-mapping「[2026-10-01]」']);
    expect(told('年份: 2026\n休息日: { 2026-02-30: 甲 }')).toEqual(['case-invalid-date「2026-02-30」']);
    expect(told('年份: 2026\n休息日: { 2027-02-03: 甲 }')).toEqual(['calendar-date-outside「2027-02-03」']);
    expect(readCalendar({ name: 'a', text: '年份: 2026\n休息日: { 2027-02-03: 甲 }' }).value).toBeUndefined();
  });
});
