import { createHash } from 'node:crypto';
import type { WorkCalendar } from '../calendar/calendar.ts';
import { fromCivil } from '../calendar/date.ts';
import type { Case } from '../facts/case.ts';
import type { SourceFile } from '../text/span.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Of the texts, not of their names, order, line ends or Unicode form: what changes no verdict changes no hash. */
export function rulebookHash(files: readonly SourceFile[]): string {
  const each = files.map((file) => sha256(file.text.normalize('NFC').replace(/\r\n?/g, '\n')));
  return sha256(each.sort().join('\n'));
}

/** Of the checked facts: spelling, order and place in the file do not count. */
export function factsHash(kase: Case): string {
  return sha256(canonical({ ...kase, asOf: null }));
}

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** Of every published year, day by day. */
export function calendarHash(calendar: WorkCalendar): string {
  const lines = [calendar.id];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    if (!calendar.covers(year)) continue;
    let days = '';
    for (let day = fromCivil(year, 1, 1); day < fromCivil(year + 1, 1, 1); day++) {
      days += calendar.day(day).working ? '1' : '0';
    }
    lines.push(`${year} ${days}`);
  }
  return sha256(lines.join('\n'));
}

/** JSON with sorted keys and without places. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([key, item]) => item !== undefined && !(key === 'span' && isSpan(item)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

const isSpan = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'file' in value && 'start' in value;
