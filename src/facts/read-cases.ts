import type { Constant, Model } from '../check/model.ts';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { SourceFile, Span } from '../text/span.ts';
import type { Case, CaseMatter, ExpectedEntry, KeptFact } from './case.ts';
import { freeId } from './case-from-example.ts';
import { CASE_ENTRIES, CASE_WORDS, entryNames, MATTER_ENTRIES, readEntries } from './case-words.ts';
import { rememberKnownWords } from './known-words.ts';
import { type Lookup, lookupOf, own } from './lookup.ts';
import { checkReferences, duplicateMatter, readDay, readFacts, readKind, readText } from './read-matter.ts';
import { joined, type Reader, readValue, suggest } from './read-value.ts';
import { shorten, shown, type Tree } from './tree.ts';
import { duplicateKey, readTrees } from './yaml-tree.ts';

/**
 * The cases of a YAML file (one a document, a list, or a list under 案件) or of a JSON file. What cannot be read is
 * reported and left out, so a case with errors is incomplete and must not be judged.
 */
export function readCases(file: SourceFile, model: Model): Result<readonly Case[]> {
  rememberKnownWords();
  const trees = readTrees(file);
  const diagnostics: Diagnostic[] = [...trees.diagnostics];
  const reader: Reader = { file, lookup: lookupOf(model), diagnostics };
  const single = trees.value.flatMap((tree) => casesOf(reader, tree));
  const value = single.flatMap((tree, index) => readCase(reader, tree, index, single.length) ?? []);
  if (single.length === 0 && diagnostics.length === 0) {
    diagnostics.push(report('case-empty', { file: file.name, start: 0, end: 0 }, {}));
  }
  return { value, diagnostics };
}

function casesOf(reader: Reader, tree: Tree): readonly Tree[] {
  if (tree.kind === 'scalar' && tree.empty) return [];
  if (tree.kind === 'seq') return tree.items;
  if (tree.kind !== 'map') return [tree];
  const list = tree.entries.find(
    (e) => e.value.kind === 'seq' && entryNames(e.key, CASE_WORDS).includes('cases'),
  );
  if (list?.value.kind !== 'seq') return [tree];
  for (const other of tree.entries) {
    if (other !== list) {
      reader.diagnostics.push(report('case-unknown-key', other.keySpan, { key: shorten(other.key) }));
    }
  }
  return list.value.items;
}

function readCase(reader: Reader, tree: Tree, index: number, count: number): Case | undefined {
  const found = readEntries(reader, tree, '案件', CASE_WORDS, CASE_ENTRIES, 'case-unknown-key');
  if (!found) return undefined;
  const stem = reader.file.name.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const title =
    (found.title && readText(reader, '案件', found.title.value)) ??
    (count === 1 ? stem : `${stem}#${index + 1}`);
  const actDate = found.actDate && readDay(reader, '行為日期', found.actDate.value);
  const asOf = found.asOf && readDay(reader, '查核日期', found.asOf.value);

  const drafts: { tree: Tree; main: boolean }[] = [];
  if (found.kind || found.facts || !found.matters) drafts.push({ tree, main: true });
  if (found.matters) {
    const { value } = found.matters;
    if (value.kind === 'seq') drafts.push(...value.items.map((item) => ({ tree: item, main: false })));
    else reader.diagnostics.push(report('case-not-a-list', value.span, { name: '事項組' }));
    if (value.kind === 'seq' && value.items.length === 0) {
      reader.diagnostics.push(report('case-kind-missing', found.matters.keySpan, exampleKind(reader)));
    }
  }
  const matters = readMatters(reader, drafts);
  return {
    title,
    ...(actDate === undefined ? {} : { actDate }),
    ...(asOf === undefined ? {} : { asOf }),
    matters,
    params: readParams(reader, found.params?.value),
    readings: readReadings(reader, found.readings?.value),
    ...(found.kept ? { kept: readKept(reader, found.kept.value, matters) } : {}),
    ...(found.expected ? { expected: readExpected(reader, found.expected.value) } : {}),
    span: tree.span,
  };
}

/** `不可改: [會議日期, 甲.簽發人]`: names of facts, or with the 編號 of their matter before them. */
function readKept(reader: Reader, tree: Tree, matters: readonly CaseMatter[]): readonly KeptFact[] {
  if (tree.kind === 'scalar' && tree.empty) return [];
  const items = tree.kind === 'seq' ? tree.items : [tree];
  return items.flatMap((item) => {
    const written = readText(reader, '不可改', item);
    if (written === undefined) return [];
    const kept = keptFact(reader.lookup, matters, written);
    if (kept) return [kept];
    const spellings = matters.flatMap((m) => reader.lookup.facts(m.kind).spellings);
    const extra = suggest(reader, written, item.span, [...new Set(spellings)]);
    reader.diagnostics.push(report('case-unknown-kept', item.span, { name: shorten(written) }, extra));
    return [];
  });
}

/** What a name in 不可改 or `--keep` means: a fact of the matters, or of that one whose 編號 stands before it. */
export function keptFact(
  lookup: Lookup,
  matters: readonly CaseMatter[],
  written: string,
): KeptFact | undefined {
  const named = matters.flatMap((m) => {
    if (!written.startsWith(`${m.id}.`)) return [];
    const fact = lookup.facts(m.kind).find(written.slice(m.id.length + 1).trim());
    return fact === undefined ? [] : [{ matter: m.id, fact }];
  });
  if (named[0]) return named[0];
  for (const { kind } of matters) {
    const fact = lookup.facts(kind).find(written);
    if (fact !== undefined) return { fact };
  }
  return undefined;
}

function readMatters(
  reader: Reader,
  drafts: readonly { tree: Tree; main: boolean }[],
): readonly CaseMatter[] {
  const ids = new Map<string, Span>();
  const unnamed = new Set<number>();
  const matters: CaseMatter[] = [];
  for (const { tree, main } of drafts) {
    // The short form keeps its entries at the case itself, which has been read for unknown entries already.
    const scratch: Reader = main ? { ...reader, diagnostics: [] } : reader;
    const words = main ? CASE_ENTRIES : MATTER_ENTRIES;
    const found = readEntries(scratch, tree, '事項', CASE_WORDS, words, 'case-unknown-key');
    if (!found) continue;
    if (!found.kind) {
      const span = found.facts?.keySpan ?? startOf(tree);
      reader.diagnostics.push(report('case-kind-missing', span, exampleKind(reader)));
      continue;
    }
    const written = found.id && readText(reader, '編號', found.id.value);
    const id = written === undefined ? undefined : written.normalize('NFC');
    if (id !== undefined && found.id) {
      const first = ids.get(id);
      if (first) {
        reader.diagnostics.push(duplicateMatter(id, found.id.value.span, first));
        continue;
      }
      ids.set(id, found.id.value.span);
    }
    const kind = readKind(reader, found.kind.value);
    if (!kind) continue;
    const actDate = main || !found.actDate ? undefined : readDay(reader, '行為日期', found.actDate.value);
    if (id === undefined) unnamed.add(matters.length);
    matters.push({
      id: id ?? '',
      kind: kind.name,
      facts: readFacts(reader, kind, found.facts?.value),
      ...(actDate === undefined ? {} : { actDate }),
      span: tree.span,
    });
  }
  const taken = new Set(matters.map((m) => m.id));
  const next = new Map<string, number>();
  const named = matters.map((matter, index) => {
    if (!unnamed.has(index)) return matter;
    const { id, n } = freeId(matter.kind, taken, next.get(matter.kind) ?? 1);
    taken.add(id);
    next.set(matter.kind, n + 1);
    return { ...matter, id };
  });
  return checkReferences(reader, named, ids);
}

function exampleKind(reader: Reader): { readonly example: string } {
  return { example: reader.lookup.kinds.names[0] ?? '…' };
}

function startOf(tree: Tree): Span {
  const entry = tree.kind === 'map' ? tree.entries[0] : undefined;
  return entry?.keySpan ?? { ...tree.span, end: tree.span.start };
}

function readParams(reader: Reader, tree: Tree | undefined): Case['params'] {
  const params: Record<string, { value: Constant; span: Span }> = Object.create(null);
  const { model, parameters } = reader.lookup;
  for (const { key, keySpan, value } of namedEntries(reader, tree, '參數')) {
    const name = parameters.find(key);
    const type = name === undefined ? undefined : own(model.parameters, name)?.type;
    if (name === undefined || !type) {
      const extra = suggest(reader, key, keySpan, parameters.spellings);
      reader.diagnostics.push(report('case-unknown-parameter', keySpan, { name: shorten(key) }, extra));
      continue;
    }
    if (Object.hasOwn(params, name)) {
      reader.diagnostics.push(duplicateKey(key, keySpan, params[name]?.span ?? keySpan));
      continue;
    }
    const read = readValue(reader, name, type, value);
    if (!read) continue;
    const constant = read.t === 'unknown' || read.t === 'list' ? undefined : read;
    if (constant) params[name] = { value: constant, span: value.span };
    else reader.diagnostics.push(report('case-parameter-without-value', value.span, { name }));
  }
  return params;
}

function readReadings(reader: Reader, tree: Tree | undefined): Case['readings'] {
  const chosen: Record<string, { option: string; span: Span }> = Object.create(null);
  const { readings, options } = reader.lookup;
  for (const { key, keySpan, value } of namedEntries(reader, tree, '讀法')) {
    const name = readings.find(key);
    if (name === undefined) {
      const extra = suggest(reader, key, keySpan, readings.spellings);
      reader.diagnostics.push(report('case-unknown-reading', keySpan, { name: shorten(key) }, extra));
      continue;
    }
    if (Object.hasOwn(chosen, name)) {
      reader.diagnostics.push(duplicateKey(key, keySpan, chosen[name]?.span ?? keySpan));
      continue;
    }
    const written = value.kind === 'scalar' ? value.text : '';
    const option = options(name).find(written);
    if (option === undefined) {
      const params = { name, option: shown(value), options: joined(options(name).names) };
      reader.diagnostics.push(report('case-unknown-option', value.span, params));
      continue;
    }
    chosen[name] = { option, span: value.span };
  }
  return chosen;
}

/** The entries of a mapping whose keys are names of the rulebook; nothing written is an empty mapping. */
function namedEntries(reader: Reader, tree: Tree | undefined, name: string) {
  if (!tree || (tree.kind === 'scalar' && tree.empty)) return [];
  if (tree.kind === 'map') return tree.entries;
  reader.diagnostics.push(report('case-not-a-mapping', tree.span, { name }));
  return [];
}

function readExpected(reader: Reader, tree: Tree): readonly ExpectedEntry[] {
  return namedEntries(reader, tree, '期望').map(({ key, keySpan, value }) => ({
    key,
    keySpan,
    value: expectedValue(reader, key, value),
    span: value.span,
  }));
}

function expectedValue(reader: Reader, key: string, tree: Tree): ExpectedEntry['value'] {
  if (tree.kind === 'scalar') return tree.text;
  if (tree.kind === 'seq')
    return tree.items.map((item) => (item.kind === 'scalar' ? item.text : shown(item)));
  return tree.entries.map((e) => ({
    key: e.key,
    keySpan: e.keySpan,
    value: expectedValue(reader, `${key}/${e.key}`, e.value),
    span: e.value.span,
  }));
}
