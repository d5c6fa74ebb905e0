import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseAllDocuments,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Model } from '../check/model.ts';
import { invariant } from '../text/invariant.ts';
import type { SourceFile } from '../text/span.ts';
import type { Answer } from './answer.ts';
import { type Hand, handOf } from './case-hand.ts';
import { CASE_WORDS, entryNames } from './case-words.ts';
import { lookupOf } from './lookup.ts';
import { isJson } from './yaml-tree.ts';

/**
 * The text of a case file with an answer in it. Everything else stays as it is, to the character: comments, layout, quotes,
 * the spelling of keys. The file holds one case and has no errors. Undefined where the place is not written in the file
 * itself but a reference (`*name`) to another.
 */
export function withAnswer(file: SourceFile, model: Model, answer: Answer): string | undefined {
  const editor = open(file);
  if (!editor) return undefined;
  const { kase, hand } = editor;
  const lookup = lookupOf(model);
  if ('matterKind' in answer) return addMatter(editor, answer.subject.id, answer.matterKind);
  const { subject, value, attestation } = answer;
  // the day of the act and parameters are given or left out
  if (value.t === 'unknown' && (subject.kind === 'param' || subject.kind === 'actDate')) return file.text;
  const written = hand.value(value, attestation);
  switch (subject.kind) {
    case 'param': {
      const entry = find(kase, (key) => entryNames(key, CASE_WORDS).includes('params'));
      return inside(editor, kase, entry, hand.word('params'), hand.name(subject.name), written, (key) =>
        lookup.parameters.find(key),
      );
    }
    case 'actDate':
      return set(editor, kase, find(kase, isEntry('actDate')), hand.word('actDate'), written);
    case 'fact': {
      const matter = matterNode(editor, model, subject.matter);
      if (!matter) return undefined;
      return inside(
        editor,
        matter.node,
        find(matter.node, isEntry('facts')),
        hand.word('facts'),
        subject.fact,
        written,
        (key) => lookup.facts(matter.kind).find(key),
      );
    }
    case 'field': {
      const matter = matterNode(editor, model, subject.matter);
      const facts = matter && find(matter.node, isEntry('facts'))?.value;
      if (!matter || !isMap(facts)) return undefined;
      const list = find(facts, (key) => lookup.facts(matter.kind).find(key) === subject.fact)?.value;
      const record = isSeq(list) ? list.items[subject.index] : undefined;
      const type = model.kinds[matter.kind]?.facts[subject.fact]?.type;
      if (!isMap(record) || type?.t !== 'list') return undefined;
      const fields = lookup.fields(type.record);
      return set(
        editor,
        record,
        find(record, (key) => fields.find(key) === subject.field),
        subject.field,
        written,
      );
    }
  }
}

/** A new file for a case of one matter; whether it is YAML or JSON its name says. */
export function newCaseText(name: string, title: string, kind: string, asOf?: string): string {
  const hand = handOf({ json: isJson(name), english: false });
  const entries = [
    [hand.word('title'), hand.text(title)],
    ...(asOf === undefined ? [] : [[hand.word('asOf'), hand.text(asOf)] as const]),
    [hand.word('kind'), hand.text(kind)],
  ] as const;
  const facts = hand.word('facts');
  return hand.json
    ? `${hand.lines([...entries, [facts, '{}']])}\n`
    : `${[...entries.map(([k, v]) => `${k}: ${v}`), `${facts}:`].join('\n')}\n`;
}

type AnyPair = Pair<unknown, unknown>;
interface Editor {
  readonly file: SourceFile;
  readonly kase: YAMLMap;
  readonly hand: Hand;
}

function open(file: SourceFile): Editor | undefined {
  const docs = parseAllDocuments(file.text, { schema: 'core', uniqueKeys: false, prettyErrors: false });
  const [doc] = docs as readonly Document[];
  const root = doc?.contents;
  const listed = isMap(root)
    ? root.items.find((p) => isSeq(p.value) && entryNames(keyText(p), CASE_WORDS).includes('cases'))?.value
    : root;
  const kase = isSeq(listed) ? listed.items[0] : root;
  if (!isMap(kase)) return undefined;
  const kind = kase.items.find((p) =>
    entryNames(keyText(p), CASE_WORDS).some((w) => w === 'kind' || w === 'matters'),
  );
  const english = kind !== undefined && /^[ -~]+$/.test(keyText(kind));
  return { file, kase, hand: handOf({ json: isJson(file.name), english }) };
}

const keyText = (pair: AnyPair): string =>
  isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : '';
const isEntry =
  (entry: keyof typeof CASE_WORDS) =>
  (key: string): boolean =>
    entryNames(key, CASE_WORDS).includes(entry);
const find = (map: YAMLMap, is: (key: string) => boolean): AnyPair | undefined =>
  map.items.find((pair) => is(keyText(pair)));

/** The mapping that is a matter of the case: the case itself in the short form, else an item of 事項組. */
function matterNode(
  { kase }: Editor,
  model: Model,
  id: string,
): { readonly node: YAMLMap; readonly kind: string } | undefined {
  const group = find(kase, isEntry('matters'))?.value;
  const main = find(kase, isEntry('kind')) ? [kase] : [];
  const nodes = [...main, ...(isSeq(group) ? group.items : [])];
  const taken = new Set<string>();
  const lookup = lookupOf(model);
  const read = nodes.map((node) => {
    if (!isMap(node)) return undefined;
    const text = (entry: keyof typeof CASE_WORDS): string | undefined => {
      const value = find(node, isEntry(entry))?.value;
      return isScalar(value) && value.value !== null ? String(value.source ?? value.value).trim() : undefined;
    };
    const own = text('id')?.normalize('NFC') || undefined;
    if (own !== undefined) taken.add(own);
    const written = text('kind');
    return { node, own, kind: written === undefined ? '' : (lookup.kinds.find(written) ?? '') };
  });
  for (const one of read) {
    if (!one) continue;
    let name = one.own;
    for (let n = 1; name === undefined; n += 1) {
      const free = n === 1 ? one.kind : `${one.kind}#${n}`;
      if (!taken.has(free)) name = free;
    }
    taken.add(name);
    if (name === id) return { node: one.node, kind: one.kind };
  }
  return undefined;
}

/** Sets an entry of a mapping that is itself an entry of `outer`, and may not be there yet. */
function inside(
  editor: Editor,
  outer: YAMLMap,
  entry: AnyPair | undefined,
  word: string,
  name: string,
  written: string,
  canonical: (key: string) => string | undefined,
): string | undefined {
  const inner = entry?.value;
  if (isMap(inner) && inner.items.length > 0)
    return set(
      editor,
      inner,
      find(inner, (key) => canonical(key) === name),
      name,
      written,
    );
  if (isMap(inner) || inner === null || inner === undefined || (isScalar(inner) && inner.value === null))
    return set(editor, outer, entry, word, first(editor, outer, entry, name, written));
  return undefined;
}

/** A mapping with its first entry: in lines of its own where the file is in lines. */
function first(
  { file: { text }, hand }: Editor,
  outer: YAMLMap,
  entry: AnyPair | undefined,
  name: string,
  written: string,
): string {
  const beside = entry ?? outer.items.at(-1);
  return outer.flow === true && beside && lineIndent(text, startOf(beside.key)) !== undefined
    ? hand.lines([[name, written]])
    : hand.mapping([[name, written]], outer.flow === true);
}

function addMatter(editor: Editor, id: string, kind: string): string | undefined {
  const { kase, hand } = editor;
  const entries = [
    [hand.word('id'), hand.text(id)],
    [hand.word('kind'), hand.text(kind)],
  ] as const;
  const entry = find(kase, isEntry('matters'));
  const group = entry?.value;
  if (isSeq(group) && group.items.length > 0) return append(editor, group, entries);
  return set(editor, kase, entry, hand.word('matters'), hand.sequence(entries, kase.flow === true));
}

/** Where the value of a node ends, without the comment or the line ends after it. */
function endOf(node: unknown, text: string): number {
  if (isMap(node) && !node.flow && node.items.length > 0) {
    const last = node.items.at(-1) as AnyPair;
    const value = last.value as { range?: readonly number[] | null } | null;
    if (value?.range) return Math.max(endOf(value, text), keyEnd(last, text));
    return keyEnd(last, text);
  }
  if (isSeq(node) && !node.flow && node.items.length > 0) return endOf(node.items.at(-1), text);
  const range = (node as { range?: readonly number[] | null } | null)?.range;
  invariant(range, 'a node with a place');
  return (range[0] ?? 0) + text.slice(range[0], range[1]).trimEnd().length;
}

/** After the colon of a key. */
function keyEnd(pair: AnyPair, text: string): number {
  const range = (pair.key as { range?: readonly number[] | null } | null)?.range;
  invariant(range, 'a key with a place');
  return text.indexOf(':', range[1] ?? 0) + 1;
}

const startOf = (node: unknown): number =>
  (node as { range?: readonly number[] | null } | null)?.range?.[0] ?? 0;

/** An entry of a mapping gets this value; a new one is put after the last. */
function set(
  { file: { text }, hand }: Editor,
  map: YAMLMap,
  entry: AnyPair | undefined,
  key: string,
  written: string,
): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = (value: string, indent: string) => value.replaceAll('\n', `${newline}${indent}`);
  if (entry) {
    const indent = indentAt(text, startOf(entry.key));
    const colon = keyEnd(entry, text);
    const value = entry.value as { range?: readonly number[] | null } | null;
    const nothing =
      !value?.range || (isScalar(value) && value.value === null && value.range[0] === value.range[1]);
    const end = nothing ? colon : endOf(value, text);
    const gap = written.startsWith('\n') ? '' : ' ';
    return `${text.slice(0, colon)}${gap}${lines(written, indent)}${text.slice(Math.max(colon, end))}`;
  }
  const last = map.items.at(-1) as AnyPair | undefined;
  const gap = written.startsWith('\n') ? '' : ' ';
  if (map.flow) {
    const inner = startOf(map) + 1;
    const pair = `${hand.key(key)}: ${written}`;
    if (!last)
      return `${text.slice(0, inner)}${hand.json ? pair : ` ${pair} `}${text.slice(inner).trimStart()}`;
    const at = last.value ? endOf(last.value, text) : keyEnd(last, text);
    const own = lineIndent(text, startOf(last.key));
    return `${text.slice(0, at)},${own === undefined ? ' ' : `${newline}${own}`}${pair}${text.slice(at)}`;
  }
  invariant(last, 'a block mapping has an entry');
  const indent = indentAt(text, startOf(map.items[0]?.key));
  const at = lineEnd(text, endOf(map, text));
  return `${text.slice(0, at)}${newline}${indent}${hand.key(key)}:${gap}${lines(written, indent)}${text.slice(at)}`;
}

function append(
  { file: { text }, hand }: Editor,
  seq: YAMLSeq,
  entries: readonly (readonly [string, string])[],
): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const last = seq.items.at(-1);
  if (seq.flow) {
    const at = endOf(last, text);
    const own = lineIndent(text, startOf(last));
    return `${text.slice(0, at)},${own === undefined ? ' ' : `${newline}${own}`}${hand.mapping(entries, true)}${text.slice(at)}`;
  }
  const at = lineEnd(text, endOf(last, text));
  const dash = text.lastIndexOf('-', startOf(last));
  const indent = indentAt(text, dash);
  const between = ' '.repeat(Math.max(1, startOf(last) - dash - 1));
  const body = entries.map(([k, v]) => `${k}: ${v}`).join(`${newline}${indent} ${between}`);
  return `${text.slice(0, at)}${newline}${indent}-${between}${body}${text.slice(at)}`;
}

/** Blanks as wide as what stands before a place in its line. */
const indentAt = (text: string, at: number): string => ' '.repeat(at - (text.lastIndexOf('\n', at - 1) + 1));
/** The blanks before a place that stands first in its line. */
function lineIndent(text: string, at: number): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^[ \t]*$/.test(before) && text.lastIndexOf('\n', at - 1) >= 0 ? before : undefined;
}
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}
