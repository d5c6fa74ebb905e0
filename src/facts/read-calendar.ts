import type { WorkCalendar } from '../calendar/calendar.ts';
import { civil, formatDate } from '../calendar/date.ts';
import { listCalendar } from '../calendar/list-calendar.ts';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { SourceFile } from '../text/span.ts';
import { CALENDAR_WORDS, readEntries } from './case-words.ts';
import { word } from './literal.ts';
import { lookupOf } from './lookup.ts';
import { readDay, readText } from './read-matter.ts';
import type { Reader } from './read-value.ts';
import { shorten, shown, type Tree } from './tree.ts';
import { readTrees } from './yaml-tree.ts';

const NO_NAMES = lookupOf({
  enums: {},
  groups: {},
  kinds: {},
  records: {},
  parameters: {},
  readings: {},
  definitions: {},
  norms: {},
  declaratory: {},
  quotations: [],
  examples: [],
  units: [],
  aliases: [],
  nameAliases: {},
});

/**
 * An office's own calendar, YAML or JSON:
 * `名稱: 區政府`, `年份: [2026]`, `休息日: { 2026-10-01: 國慶節 }`, `工作日: { 2026-10-10: 調休上班 }`.
 * Undefined if anything is wrong with it: a calendar with a gap would give wrong due dates.
 */
export function readCalendar(file: SourceFile): Result<WorkCalendar | undefined> {
  const trees = readTrees(file);
  const diagnostics: Diagnostic[] = [...trees.diagnostics];
  const start = { file: file.name, start: 0, end: 0 };
  const tree = trees.value[0];
  if (!tree || (tree.kind === 'scalar' && tree.empty)) {
    if (diagnostics.length === 0) diagnostics.push(report('calendar-incomplete', start, { key: '年份' }));
    return { value: undefined, diagnostics };
  }
  const reader: Reader = { file, lookup: NO_NAMES, diagnostics };
  const names = ['id', 'years', 'holidays', 'workdays'] as const;
  const found = readEntries(reader, tree, '工作日曆', CALENDAR_WORDS, names, 'calendar-unknown-key');
  if (!found) return { value: undefined, diagnostics };
  const id = (found.id && readText(reader, '名稱', found.id.value)) ?? file.name.replace(/^.*[/\\]/, '');
  if (!found.years) diagnostics.push(report('calendar-incomplete', start, { key: '年份' }));
  const years = readYears(reader, found.years?.value);
  const holidays = readDays(reader, '休息日', found.holidays?.value, years);
  const workdays = readDays(reader, '工作日', found.workdays?.value, years);
  const failed = diagnostics.some((d) => d.severity === 'error');
  return { value: failed ? undefined : listCalendar({ id, years, holidays, workdays }), diagnostics };
}

function readYears(reader: Reader, tree: Tree | undefined): readonly number[] {
  if (!tree) return [];
  const items = tree.kind === 'seq' ? tree.items : [tree];
  return items.flatMap((item) => {
    const text = item.kind === 'scalar' ? word(item.text).replace(/年$/, '') : '';
    if (/^[1-9]\d{3}$/.test(text)) return [Number(text)];
    reader.diagnostics.push(report('calendar-year', item.span, { found: shown(item) }));
    return [];
  });
}

function readDays(
  reader: Reader,
  name: string,
  tree: Tree | undefined,
  years: readonly number[],
): Record<string, string> {
  const days: Record<string, string> = Object.create(null);
  if (!tree || (tree.kind === 'scalar' && tree.empty)) return days;
  if (tree.kind !== 'map') {
    reader.diagnostics.push(report('case-not-a-mapping', tree.span, { name }));
    return days;
  }
  for (const { key, keySpan, value } of tree.entries) {
    const day = readDay(reader, name, { kind: 'scalar', text: key, empty: false, span: keySpan });
    if (day === undefined) continue;
    if (years.length > 0 && !years.includes(civil(day).year)) {
      reader.diagnostics.push(report('calendar-date-outside', keySpan, { found: shorten(key) }));
      continue;
    }
    days[formatDate(day)] = readText(reader, name, value) ?? name;
  }
  return days;
}
