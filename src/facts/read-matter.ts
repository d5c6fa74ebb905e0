import { parseDate } from '../calendar/date.ts';
import type { FactDecl, KindDecl } from '../check/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean, report } from '../diagnostics/report.ts';
import { once } from '../text/once.ts';
import type { Span } from '../text/span.ts';
import type { Attestation, CaseMatter, GivenFact } from './case.ts';
import { rejection } from './case-from-example.ts';
import { ATTESTATION_WORDS, entryNames, readEntries } from './case-words.ts';
import { literalText, word } from './literal.ts';
import { own } from './lookup.ts';
import { dateFix, joined, type Reader, readValue, suggest, wrongColon } from './read-value.ts';
import { type MapTree, shorten, shown, type Tree } from './tree.ts';
import { duplicateKey } from './yaml-tree.ts';

/** The kind that `事項: …` names. */
export function readKind(reader: Reader, tree: Tree): KindDecl | undefined {
  const { kinds, model } = reader.lookup;
  const written = tree.kind === 'scalar' && !tree.empty ? tree.text : undefined;
  const name = written === undefined ? undefined : kinds.find(written);
  const kind = name === undefined ? undefined : own(model.kinds, name);
  if (kind) return kind;
  const extra = written === undefined ? {} : suggest(reader, written, tree.span, kinds.spellings);
  reader.diagnostics.push(report('case-unknown-kind', tree.span, { kind: shown(tree) }, extra));
  return undefined;
}

/** `事實: …`: every fact of the kind by its name. */
export function readFacts(reader: Reader, kind: KindDecl, tree: Tree | undefined): CaseMatter['facts'] {
  const facts: Record<string, GivenFact> = Object.create(null);
  if (!tree || (tree.kind === 'scalar' && tree.empty)) return facts;
  if (tree.kind !== 'map') {
    const name = '事實';
    reader.diagnostics.push(wrongColon(reader, tree) ?? report('case-not-a-mapping', tree.span, { name }));
    return facts;
  }
  const table = reader.lookup.facts(kind.name);
  const seen = new Map<string, Span>();
  for (const { key, keySpan, value } of tree.entries) {
    const name = table.find(key);
    const decl = name === undefined ? undefined : own(kind.facts, name);
    if (name === undefined || !decl) {
      const extra = suggest(reader, key, keySpan, table.spellings);
      const params = { kind: kind.name, fact: shorten(key) };
      reader.diagnostics.push(report('case-unknown-fact', keySpan, params, extra));
      continue;
    }
    const first = seen.get(name);
    if (first) {
      reader.diagnostics.push(duplicateKey(key, keySpan, first));
      continue;
    }
    seen.set(name, keySpan);
    const fact = readFact(reader, name, decl, value, keySpan);
    if (fact) facts[name] = fact;
  }
  return facts;
}

function readFact(
  reader: Reader,
  name: string,
  decl: FactDecl,
  tree: Tree,
  keySpan: Span,
): GivenFact | undefined {
  if (tree.kind === 'map' && (decl.attesters.length > 0 || looksAttested(tree))) {
    return readAttested(reader, name, decl, tree, keySpan);
  }
  const value = readValue(reader, name, decl.type, tree);
  if (!value) return undefined;
  if (value.t === 'unknown' || decl.attesters.length === 0) return { value, span: tree.span };
  return unattested(reader, name, decl, { value, span: tree.span });
}

/** `{ 值: 是, 認定: 政府辦主任, 日期: 2026-09-28, 理由: … }` */
function readAttested(
  reader: Reader,
  name: string,
  decl: FactDecl,
  tree: MapTree,
  keySpan: Span,
): GivenFact | undefined {
  const entries = ['value', 'by', 'date', 'ground'] as const;
  const found = readEntries(reader, tree, name, ATTESTATION_WORDS, entries, 'judgement-unknown-key');
  if (!found) return undefined;
  if (!found.value) {
    reader.diagnostics.push(report('judgement-without-value', keySpan, { fact: name }));
    return undefined;
  }
  const by = found.by && readText(reader, '認定', found.by.value);
  const date = found.date && readDay(reader, '日期', found.date.value);
  const ground = found.ground && readText(reader, '理由', found.ground.value);
  const value = readValue(reader, name, decl.type, found.value.value);
  if (!value) return undefined;
  const given: GivenFact = { value, span: found.value.value.span };
  if (decl.attesters.length === 0) {
    reader.diagnostics.push(report('attestation-not-needed', tree.span, { fact: name }));
    return given;
  }
  if (by === undefined) return value.t === 'unknown' ? given : unattested(reader, name, decl, given);
  const attester = reader.lookup.attesters(decl.attesters).find(by);
  const attestation: Attestation = {
    by: attester ?? by,
    ...(date === undefined ? {} : { date }),
    ...(ground === undefined ? {} : { ground }),
  };
  const attested: GivenFact = { ...given, attestation };
  if (value.t === 'unknown') return attested;
  if (attester === undefined) {
    const params = { fact: name, attesters: joined(decl.attesters), by: shorten(by) };
    const span = found.by?.value.span ?? tree.span;
    reader.diagnostics.push(report('judgement-wrong-attester', span, params));
  }
  return { ...attested, ...rejection(decl.attesters, attestation.by) };
}

function looksAttested(tree: MapTree): boolean {
  return tree.entries.some(({ key }) => entryNames(key, ATTESTATION_WORDS).includes('value'));
}

function unattested(reader: Reader, fact: string, decl: FactDecl, given: GivenFact): GivenFact {
  const { value } = given;
  const written =
    value.t === 'unknown' || value.t === 'list' ? '…' : value.t === 'ref' ? value.v : literalText(value);
  const params = {
    fact,
    attesters: joined(decl.attesters),
    first: decl.attesters[0] ?? '…',
    value: shorten(written),
  };
  reader.diagnostics.push(report('judgement-unattested', given.span, params));
  return { ...given, rejected: 'unattested' };
}

/** A text, or nothing; undefined after a report if it is a list or mapping. */
export function readText(reader: Reader, name: string, tree: Tree): string | undefined {
  if (tree.kind !== 'scalar') {
    reader.diagnostics.push(report('case-not-text', tree.span, { name }));
    return undefined;
  }
  const text = tree.text.trim();
  return tree.empty || text === '' ? undefined : text;
}

/** A date, or nothing. */
export function readDay(reader: Reader, name: string, tree: Tree): number | undefined {
  if (tree.kind === 'scalar' && tree.empty) return undefined;
  const text = tree.kind === 'scalar' ? word(tree.text) : '';
  const day = parseDate(text);
  if (day !== undefined) return day;
  const found = shown(tree);
  reader.diagnostics.push(
    /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? report('case-invalid-date', tree.span, { found })
      : report(
          'case-wants-date',
          tree.span,
          { name, found },
          tree.kind === 'scalar' ? dateFix(reader, tree) : {},
        ),
  );
  return undefined;
}

/**
 * References to other matters of the case, after all of them are known. A matter is meant by its 編號 as written; one that
 * is spelt otherwise is looked for in the other script, and then no two may be spelt alike.
 */
export function checkReferences(
  reader: Reader,
  matters: readonly CaseMatter[],
  given: ReadonlyMap<string, Span>,
): readonly CaseMatter[] {
  const byId = new Map(matters.map((m) => [m.id, m]));
  const bySpelling = once(() => foldedIds(reader, matters, given));
  return matters.map((matter) => {
    const facts: Record<string, GivenFact> = Object.create(null);
    for (const [name, fact] of Object.entries(matter.facts)) {
      const { value } = fact;
      if (value.t !== 'ref') {
        facts[name] = fact;
        continue;
      }
      const target = byId.get(value.v.normalize('NFC')) ?? bySpelling().get(reader.lookup.key(value.v));
      if (!target) {
        const ids = matters.map((m) => m.id);
        const hint = ids.length <= 100 && value.v.length <= 40 ? didYouMean(value.v, ids) : undefined;
        const params = { name, id: shorten(value.v) };
        reader.diagnostics.push(report('case-reference-unknown', fact.span, params, { hint }));
        facts[name] = fact;
        continue;
      }
      if (!own(reader.lookup.model.kinds, target.kind)?.lineage.includes(value.kind)) {
        const params = { name, id: target.id, wanted: value.kind, found: target.kind };
        const message = { zh: '它寫在這裡', en: 'It is given here' };
        const related = [{ span: target.span, message }];
        reader.diagnostics.push(report('case-reference-kind', fact.span, params, { related }));
        continue;
      }
      facts[name] = { ...fact, value: { ...value, v: target.id } };
    }
    return { ...matter, facts };
  });
}

function foldedIds(
  reader: Reader,
  matters: readonly CaseMatter[],
  given: ReadonlyMap<string, Span>,
): ReadonlyMap<string, CaseMatter> {
  const found = new Map<string, CaseMatter>();
  for (const matter of matters) {
    const key = reader.lookup.key(matter.id);
    const first = found.get(key);
    const span = given.get(matter.id);
    if (!first) found.set(key, matter);
    else if (span)
      reader.diagnostics.push(duplicateMatter(matter.id, span, given.get(first.id) ?? first.span));
  }
  return found;
}

export function duplicateMatter(id: string, span: Span, first: Span): Diagnostic {
  const message = { zh: '第一次用在這裡', en: 'First used here' };
  return report('case-duplicate-matter', span, { id: shorten(id) }, { related: [{ span: first, message }] });
}
