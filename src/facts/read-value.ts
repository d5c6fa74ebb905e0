import type { Type } from '../check/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean, type Extra, report } from '../diagnostics/report.ts';
import type { SourceFile, Span } from '../text/span.ts';
import type { CaseValue } from './case.ts';
import { isEmptyWord, isUnknownWord, type LiteralProblem, parseLiteral, setOf } from './literal.ts';
import { type Lookup, own } from './lookup.ts';
import { type ScalarTree, type SeqTree, shorten, shown, type Tree } from './tree.ts';
import { durationWord } from './unit-words.ts';
import { colonError, duplicateKey } from './yaml-tree.ts';

/** What reading a file carries along. */
export interface Reader {
  readonly file: SourceFile;
  readonly lookup: Lookup;
  readonly diagnostics: Diagnostic[];
}

const UNKNOWN: CaseValue = { t: 'unknown' };

/** Reads the value of the fact, field or parameter `name`; undefined if it is none of the type, which is reported. */
export function readValue(reader: Reader, name: string, type: Type, tree: Tree): CaseValue | undefined {
  if (tree.kind === 'scalar' && isUnknown(tree, type, reader.lookup)) return UNKNOWN;
  switch (type.t) {
    case 'list':
      return readList(reader, name, type, tree);
    case 'ref':
      if (tree.kind === 'scalar' && tree.text.trim() !== '') {
        return { t: 'ref', v: tree.text.trim(), kind: type.kind };
      }
      reader.diagnostics.push(report('case-wants-reference', tree.span, { name }));
      return undefined;
    case 'set':
      if (tree.kind === 'seq') return readSet(reader, name, type, tree);
  }
  if (tree.kind !== 'scalar') {
    reader.diagnostics.push(problemOf(reader, name, type, tree, { problem: 'form' }));
    return undefined;
  }
  const literal = parseLiteral(tree.text, type, reader.lookup);
  if (!('problem' in literal)) return literal;
  reader.diagnostics.push(problemOf(reader, name, type, tree, literal));
  return undefined;
}

/** Nothing written, or 未知 — unless the enum has a member of that name. */
function isUnknown(tree: ScalarTree, type: Type, lookup: Lookup): boolean {
  if (tree.empty) return true;
  if (!isUnknownWord(tree.text)) return false;
  const of = type.t === 'set' ? type.of : type;
  return of.t !== 'enum' || lookup.members(of.enum).find(tree.text) === undefined;
}

function readSet(
  reader: Reader,
  name: string,
  type: Extract<Type, { t: 'set' }>,
  tree: SeqTree,
): CaseValue | undefined {
  const items = tree.items.flatMap((item) => {
    const literal =
      item.kind === 'scalar' && !item.empty
        ? parseLiteral(item.text, type.of, reader.lookup)
        : ({ problem: 'form' } as const);
    if (!('problem' in literal)) return [literal];
    reader.diagnostics.push(problemOf(reader, name, type.of, item, literal));
    return [];
  });
  if (items.length < tree.items.length) return undefined;
  const set = setOf(items, type.of, reader.lookup);
  return 'problem' in set ? undefined : set;
}

/** A list that is given is complete; a record may lack fields, and they are unknown. */
function readList(
  reader: Reader,
  name: string,
  type: Extract<Type, { t: 'list' }>,
  tree: Tree,
): CaseValue | undefined {
  if (tree.kind === 'scalar' && isEmptyWord(tree.text)) return { t: 'list', v: [], record: type.record };
  if (tree.kind !== 'seq') {
    reader.diagnostics.push(report('case-wants-list', tree.span, { name, record: type.record }));
    return undefined;
  }
  const before = reader.diagnostics.length;
  const v = tree.items.map((item) => readRecord(reader, name, type.record, item));
  const failed = reader.diagnostics.slice(before).some((d) => d.severity === 'error');
  return failed ? undefined : { t: 'list', v, record: type.record };
}

function readRecord(reader: Reader, name: string, record: string, tree: Tree): Record<string, CaseValue> {
  const values: Record<string, CaseValue> = Object.create(null);
  if (tree.kind !== 'map') {
    const code = wrongColon(reader, tree) ?? report('case-wants-list', tree.span, { name, record });
    reader.diagnostics.push(code);
    return values;
  }
  const table = reader.lookup.fields(record);
  const seen = new Map<string, Span>();
  for (const { key, keySpan, value } of tree.entries) {
    const field = table.find(key);
    const type =
      field === undefined ? undefined : own(reader.lookup.model.records, record)?.fields[field]?.type;
    if (field === undefined || !type) {
      const extra = suggest(reader, key, keySpan, table.spellings);
      reader.diagnostics.push(report('case-unknown-field', keySpan, { record, field: shorten(key) }, extra));
      continue;
    }
    const first = seen.get(field);
    if (first) {
      reader.diagnostics.push(duplicateKey(key, keySpan, first));
      continue;
    }
    seen.set(field, keySpan);
    const read = readValue(reader, field, type, value);
    if (read) values[field] = read;
  }
  return values;
}

/** `名稱：內容` where a mapping should be: the colon is what is wrong. */
export function wrongColon(reader: Reader, tree: Tree): Diagnostic | undefined {
  if (tree.kind !== 'scalar') return undefined;
  const lineEnd = reader.file.text.indexOf('\n', tree.span.start);
  const end = Math.min(tree.span.end, lineEnd < 0 ? tree.span.end : lineEnd);
  return colonError(reader.file, tree.span.start, end);
}

/** Names longer than this are not compared: the time grows with their length. */
const LONGEST_COMPARED = 40;

/** «did you mean», with the replacement as a fix. */
export function suggest(reader: Reader, written: string, span: Span, spellings: readonly string[]): Extra {
  if (written.length > LONGEST_COMPARED) return {};
  const hint = didYouMean(written.trim(), spellings);
  const near = hint && /「(.*)」/.exec(hint.zh)?.[1];
  if (!hint || near === undefined) return {};
  const title = { zh: `改成「${near}」`, en: `Replace with "${near}"` };
  return { hint, fix: { title, edits: [replacement(reader, span, near)], guess: true } };
}

function problemOf(
  reader: Reader,
  name: string,
  type: Type,
  tree: Tree,
  { problem }: LiteralProblem,
): Diagnostic {
  const found = shown(tree);
  const { span } = tree;
  if (problem === 'date') return report('case-invalid-date', span, { found });
  if (problem === 'range') return report('case-out-of-range', span, { name, found });
  const example = exampleOf(type, reader.lookup);
  const fix = tree.kind === 'scalar' ? dateFix(reader, tree) : {};
  switch (type.t) {
    case 'bool':
      return report('case-wants-bool', span, { name, found });
    case 'number':
      if (type.unit === '元') return report('case-wants-money', span, { name, found });
      if (problem === 'unit') {
        return report('case-unit-mismatch', span, { name, found, unit: type.unit || '—', example });
      }
      return report('case-wants-number', span, { name, found, example });
    case 'date':
      return report('case-wants-date', span, { name, found }, fix);
    case 'time':
      return report('case-wants-time', span, { name, found });
    case 'event':
      return report('case-wants-event', span, { name, found }, fix);
    case 'duration':
      if (problem === 'unit' && type.unit !== undefined) {
        const unit = durationWord(type.unit);
        return report('case-unit-mismatch', span, { name, found, unit, example });
      }
      return report('case-wants-duration', span, { name, found, example });
    case 'enum': {
      const { names, spellings } = reader.lookup.members(type.enum);
      const members = joined(names);
      if (tree.kind !== 'scalar')
        return report('case-wants-member', span, { name, enum: type.enum, members });
      const extra = suggest(reader, tree.text, span, spellings);
      return report('case-unknown-member', span, { found, enum: type.enum, members }, extra);
    }
    case 'set':
      if (problem === 'member' || tree.kind === 'scalar') {
        const part = tree.kind === 'scalar' ? firstWrong(tree, type.of, reader.lookup) : undefined;
        return problemOf(reader, name, type.of, part ?? tree, { problem });
      }
      return report('case-wants-set', span, { name, example });
    case 'list':
      return report('case-wants-list', span, { name, record: type.record });
    case 'ref':
      return report('case-wants-reference', span, { name });
    case 'text':
      return report('case-wants-text', span, { name });
  }
}

/** What was quoted stays quoted. */
function replacement({ file }: Reader, span: Span, text: string) {
  const quote = /^["']/.exec(file.text.slice(span.start, span.end))?.[0] ?? '';
  return { span, text: quote + text + quote };
}

/** Which part of `A、B、C` is wrong. */
function firstWrong(tree: ScalarTree, of: Type, lookup: Lookup): ScalarTree | undefined {
  let at = 0;
  for (const part of tree.text.split(/[、,，]/)) {
    const text = part.trim();
    if ('problem' in parseLiteral(text, of, lookup)) {
      // Quotes and folds move the text against the file: then the whole value is shown.
      const offset = tree.span.end - tree.span.start === tree.text.length ? tree.text.indexOf(text, at) : -1;
      if (offset < 0) return { ...tree, text };
      const start = tree.span.start + offset;
      return { ...tree, text, span: { ...tree.span, start, end: start + text.length } };
    }
    at += part.length + 1;
  }
  return undefined;
}

/** 2026/9/28 and 2026年9月28日 are understood well enough to be mended. */
export function dateFix(reader: Reader, tree: ScalarTree): Extra {
  const m = /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s*$/.exec(tree.text);
  if (!m) return {};
  const text = `${m[1]}-${(m[2] ?? '').padStart(2, '0')}-${(m[3] ?? '').padStart(2, '0')}`;
  const title = { zh: `改成「${text}」`, en: `Write "${text}"` };
  return { fix: { title, edits: [replacement(reader, tree.span, text)] } };
}

const MOST_SHOWN = 12;
export function joined(names: readonly string[]): string {
  return names.slice(0, MOST_SHOWN).join('、') + (names.length > MOST_SHOWN ? '……' : '');
}

/** A value such as a clerk could write. */
export function exampleOf(type: Type, lookup: Lookup): string {
  switch (type.t) {
    case 'bool':
      return '是';
    case 'number':
      return type.unit === '元' ? '12.5 萬元' : type.unit === '' ? '3' : `3 ${type.unit}`;
    case 'date':
    case 'event':
      return '2026-09-28';
    case 'time':
      return '2026-09-28T09:00';
    case 'duration':
      return `3 ${durationWord(type.unit ?? 'workday')}`;
    case 'enum':
      return lookup.members(type.enum).names[0] ?? '…';
    case 'set':
      return exampleOf(type.of, lookup);
    case 'list':
    case 'ref':
    case 'text':
      return '…';
  }
}
