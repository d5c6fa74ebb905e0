import { type Alias, Composer, type CST, type Document, isAlias, isMap, isScalar, isSeq, Parser } from 'yaml';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { lineStarts, positionAt, type SourceFile, type Span } from '../text/span.ts';
import { type Entry, shorten, type Tree } from './tree.ts';

export const MAX_CHARACTERS = 4 * 1024 * 1024;
export const MAX_DEPTH = 64;
export const MAX_REFERENCES = 50;

const OPTIONS = {
  schema: 'core',
  version: '1.2',
  prettyErrors: false,
  uniqueKeys: false,
  merge: false,
} as const;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The documents of a YAML file, or the one of a JSON file (by its name). Documents with errors of syntax are left
 * out. Limits are checked before anything recursive runs.
 */
export function readTrees(file: SourceFile): Result<readonly Tree[]> {
  const diagnostics: Diagnostic[] = [];
  const whole: Span = { file: file.name, start: 0, end: 0 };
  const size = file.text.length;
  if (size > MAX_CHARACTERS) {
    return { value: [], diagnostics: [report('case-too-large', whole, { size, limit: MAX_CHARACTERS })] };
  }
  if (isJson(file.name)) {
    const broken = jsonError(file);
    if (broken) return { value: [], diagnostics: [broken] };
  }
  const tokens: CST.Token[] = [];
  for (const token of new Parser().parse(file.text)) {
    const deep = tooDeep(token);
    if (deep !== undefined) {
      const span = { file: file.name, start: deep, end: Math.min(size, deep + 1) };
      return { value: [], diagnostics: [report('case-too-deep', span, { limit: MAX_DEPTH })] };
    }
    tokens.push(token);
  }
  const value: Tree[] = [];
  const starts = lineStarts(file.text);
  for (const doc of new Composer(OPTIONS).compose(tokens, true, size)) {
    if (doc.errors.length > 0 || doc.warnings.length > 0) {
      diagnostics.push(...syntaxErrors(doc, file, starts));
      continue;
    }
    const tree = treeOf(doc, file, diagnostics);
    if (tree) value.push(tree);
  }
  return { value, diagnostics };
}

export function isJson(name: string): boolean {
  return /\.json$/i.test(name);
}

function jsonError(file: SourceFile): Diagnostic | undefined {
  try {
    JSON.parse(file.text);
    return undefined;
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '');
    const start = Math.min(at ? Number(at[1]) : file.text.length, file.text.length);
    return report(
      'case-json-syntax',
      { file: file.name, start, end: Math.min(start + 1, file.text.length) },
      {},
    );
  }
}

/** Offset at which nesting passes the limit. No recursion: a hostile file would exhaust the stack. */
function tooDeep(root: CST.Token): number | undefined {
  const open: { token: CST.Token; depth: number }[] = [{ token: root, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) return token.offset;
    if (token.type === 'document') {
      if (token.value) open.push({ token: token.value, depth });
    } else if ('items' in token) {
      for (const item of token.items) {
        if (item.key) open.push({ token: item.key, depth: depth + 1 });
        if (item.value) open.push({ token: item.value, depth: depth + 1 });
      }
    }
  }
  return undefined;
}

/** One error a line: those that follow from the first only confuse. */
function syntaxErrors(doc: Document, file: SourceFile, starts: readonly number[]): Diagnostic[] {
  const seen = new Set<number>();
  const out: Diagnostic[] = [];
  for (const error of [...doc.errors, ...doc.warnings].sort((a, b) => a.pos[0] - b.pos[0])) {
    const start = Math.min(error.pos[0], file.text.length);
    const line = positionAt(starts, start).line;
    if (seen.has(line)) continue;
    seen.add(line);
    const span = { file: file.name, start, end: Math.min(Math.max(error.pos[1], start), file.text.length) };
    const lineStart = starts[line - 1] ?? 0;
    out.push(colonError(file, lineStart, starts[line] ?? file.text.length) ?? syntaxError(error.code, span));
  }
  return out;
}

function syntaxError(code: string, span: Span): Diagnostic {
  switch (code) {
    case 'TAB_AS_INDENT':
      return report('case-yaml-tab', span, {});
    case 'MISSING_CHAR':
      return report('case-yaml-unclosed', span, {});
    case 'BAD_INDENT':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'UNEXPECTED_TOKEN':
      return report('case-yaml-layout', span, {});
    case 'BAD_SCALAR_START':
      return report('case-yaml-quote', span, {});
    default:
      return report('case-yaml-syntax', span, { detail: code.toLowerCase().replaceAll('_', ' ') });
  }
}

/** `名稱：內容` or `名稱:內容` at the start of a line: the commonest slip of those who write Chinese. */
export function colonError(file: SourceFile, start: number, end: number): Diagnostic | undefined {
  const m = /^(\s*(?:- +)*[^\s"'#:：,[{]+)(：\s*|:(?=[^\s:/]))/.exec(file.text.slice(start, end));
  if (!m) return undefined;
  const at = start + (m[1] ?? '').length;
  const span = { file: file.name, start: at, end: at + (m[2] ?? '').length };
  const title = { zh: '改成半形冒號加空格', en: 'Write a half-width colon and a space' };
  return report('case-colon', span, {}, { fix: { title, edits: [{ span, text: ': ' }] } });
}

function treeOf(doc: Document, file: SourceFile, diagnostics: Diagnostic[]): Tree | undefined {
  const anchors = new Map<string, unknown>();
  let references = 0;
  let depth = 0;
  const spanOf = (node: { range?: readonly number[] | null | undefined }, fallback?: Span): Span => {
    const [start, end] = node.range ?? [];
    if (start === undefined || end === undefined || end <= start) {
      return fallback ?? { file: file.name, start: start ?? 0, end: start ?? 0 };
    }
    return { file: file.name, start, end };
  };

  function follow(alias: Alias, at: Span): Tree | undefined {
    references++;
    if (references > MAX_REFERENCES) {
      if (references === MAX_REFERENCES + 1) {
        diagnostics.push(report('case-too-many-aliases', at, { limit: MAX_REFERENCES }));
      }
      return undefined;
    }
    const target = anchors.get(alias.source);
    if (target === undefined) {
      diagnostics.push(report('case-unknown-anchor', at, { name: shorten(alias.source) }));
      return undefined;
    }
    return convert(target, at);
  }

  function convert(node: unknown, at: Span): Tree | undefined {
    if (isAlias(node)) return follow(node, spanOf(node, at));
    // Contents that are repeated by reference can be deeper than the file's own nesting.
    if (depth > MAX_DEPTH) {
      diagnostics.push(report('case-too-deep', at, { limit: MAX_DEPTH }));
      return undefined;
    }
    depth++;
    const tree = convertNode(node, at);
    depth--;
    return tree;
  }

  function convertNode(node: unknown, at: Span): Tree {
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    let tree: Tree;
    if (isScalar(node)) {
      const { value } = node;
      const text = typeof value === 'string' ? value : (node.source ?? String(value));
      tree = { kind: 'scalar', text, empty: value === null, value, span: spanOf(node, at) };
    } else if (isSeq(node)) {
      const items = node.items.flatMap((item) => convert(item, spanOf(node, at)) ?? []);
      tree = { kind: 'seq', items, span: spanOf(node, at) };
    } else if (isMap(node)) {
      tree = { kind: 'map', entries: entriesOf(node.items, spanOf(node, at)), span: spanOf(node, at) };
    } else {
      tree = { kind: 'scalar', text: '', empty: true, span: at };
    }
    // Entered after its contents: a reference to what encloses it would never end.
    if (anchor !== undefined) anchors.set(anchor, node);
    return tree;
  }

  function entriesOf(pairs: readonly { key: unknown; value: unknown }[], at: Span): Entry[] {
    const seen = new Map<string, Span>();
    const entries: Entry[] = [];
    for (const pair of pairs) {
      const key = isAlias(pair.key) ? anchors.get(pair.key.source) : pair.key;
      const keySpan = isScalar(pair.key) || isAlias(pair.key) ? spanOf(pair.key, at) : at;
      if (!isScalar(key) || key.value === null) {
        diagnostics.push(report('case-key-not-text', keySpan, {}));
        continue;
      }
      const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
      if (key.anchor !== undefined) anchors.set(key.anchor, key);
      const before = seen.get(name);
      if (FORBIDDEN.has(name)) {
        diagnostics.push(report('case-forbidden-key', keySpan, { key: name }));
      } else if (before) {
        diagnostics.push(duplicateKey(name, keySpan, before));
      } else {
        seen.set(name, keySpan);
        const value = convert(pair.value, keySpan);
        if (value) entries.push({ key: name, keySpan, value });
      }
    }
    return entries;
  }

  return convert(doc.contents, { file: file.name, start: 0, end: 0 });
}

export function duplicateKey(key: string, span: Span, first: Span): Diagnostic {
  const message = { zh: '第一次寫在這裡', en: 'First given here' };
  return report('case-duplicate-key', span, { key: shorten(key) }, { related: [{ span: first, message }] });
}
