import { report } from '../diagnostics/report.ts';
import type { Span } from '../text/span.ts';
import { word } from './literal.ts';
import { type Reader, suggest, wrongColon } from './read-value.ts';
import { shorten, type Tree } from './tree.ts';
import { duplicateKey } from './yaml-tree.ts';

/** Entries of the case format; the first spelling is the one that is written out. */
export const CASE_WORDS = {
  cases: ['案件', '案件組', 'cases'],
  title: ['案件', '名稱', '標題', 'title', 'case'],
  actDate: ['行為日期', 'actDate'],
  asOf: ['查核日期', 'asOf'],
  params: ['參數', 'params', 'parameters'],
  readings: ['讀法', 'readings'],
  kind: ['事項', 'kind'],
  facts: ['事實', 'facts'],
  matters: ['事項組', 'matters'],
  id: ['編號', 'id'],
  kept: ['不可改', 'kept'],
  expected: ['期望', 'expected'],
  note: ['備註', 'note'],
} as const;
export const ATTESTATION_WORDS = {
  value: ['值', 'value'],
  by: ['認定', '認定人', 'by'],
  date: ['日期', 'date'],
  ground: ['理由', 'ground'],
} as const;
export const CALENDAR_WORDS = {
  id: ['名稱', 'id'],
  years: ['年份', 'years'],
  holidays: ['休息日', 'holidays'],
  workdays: ['工作日', 'workdays'],
} as const;

export const CASE_ENTRIES = [
  'title',
  'actDate',
  'asOf',
  'params',
  'readings',
  'kind',
  'facts',
  'matters',
  'id',
  'kept',
  'expected',
  'note',
] as const;
export const MATTER_ENTRIES = ['id', 'kind', 'actDate', 'facts', 'note'] as const;

type Words = Readonly<Record<string, readonly string[]>>;
type Found<K extends string> = Partial<Record<K, { readonly value: Tree; readonly keySpan: Span }>>;
type UnknownKey = 'case-unknown-key' | 'judgement-unknown-key' | 'calendar-unknown-key';

const tables = new Map<Words, Map<string, string[]>>();

/** The entry names that a written key can stand for; 案件 is both a title and a list of cases. */
export function entryNames(key: string, words: Words): readonly string[] {
  let table = tables.get(words);
  if (!table) {
    table = new Map<string, string[]>();
    for (const [name, spellings] of Object.entries(words)) {
      for (const spelling of spellings) {
        const k = word(spelling);
        table.set(k, [...(table.get(k) ?? []), name]);
      }
    }
    tables.set(words, table);
  }
  return table.get(word(key)) ?? [];
}

/** Sorts the entries of a mapping by their names; undefined, with a report, if it is no mapping. */
export function readEntries<W extends Words, K extends keyof W & string>(
  reader: Reader,
  tree: Tree,
  name: string,
  words: W,
  entries: readonly K[],
  unknownKey: UnknownKey,
): Found<K> | undefined {
  if (tree.kind !== 'map') {
    reader.diagnostics.push(wrongColon(reader, tree) ?? report('case-not-a-mapping', tree.span, { name }));
    return undefined;
  }
  const found: Found<K> = {};
  for (const { key, keySpan, value } of tree.entries) {
    const entry = entries.find((e) => entryNames(key, words).includes(e));
    const first = entry === undefined ? undefined : found[entry];
    if (entry === undefined) {
      const extra = suggest(
        reader,
        key,
        keySpan,
        entries.flatMap((e) => words[e] ?? []),
      );
      reader.diagnostics.push(report(unknownKey, keySpan, { key: shorten(key) }, extra));
    } else if (first) {
      reader.diagnostics.push(duplicateKey(key, keySpan, first.keySpan));
    } else {
      found[entry] = { value, keySpan };
    }
  }
  return found;
}
