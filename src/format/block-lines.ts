import type { CstElement, CstNode, IToken } from 'chevrotain';
import { Colon, K, Semicolon } from '../../grammar/tokens.ts';
import { inOrder } from '../syntax/cst.ts';
import { concat, type Doc, flatText, text } from './doc.ts';
import { firstToken, lastToken, type Pen, pieceOf, type RuleName, sequence } from './pieces.ts';

/** The head of a block, a clause, a field, a row …: what may stand on a line of its own. */
export interface Item {
  readonly kind: RuleName;
  readonly first: IToken;
  readonly last: IToken;
  readonly doc: Doc;
  /** Made to stand under its like in the lines around: `before` reaches up to the column. */
  readonly column?: { readonly of: 'field' | 'when'; readonly before: string; readonly rest: Doc };
  readonly row?: Row;
}
/** The cells of a table's row, each on one line. */
export interface Row {
  readonly cells: readonly string[];
  readonly value: string;
  readonly basis?: string;
}

/** The lines of a block in their order: its head first. `pen` is new. */
export function itemsOf(cst: CstNode, pen: Pen): readonly Item[] {
  const head: CstElement[] = [];
  const rest: CstElement[] = [];
  for (const part of inOrder(cst)) {
    if (!('children' in part)) (rest.length === 0 ? head : rest).push(part);
    else if (part.name === 'clauses' || part.name === 'fields') rest.push(...inOrder(part));
    else if (LINES.has(part.name)) rest.push(part);
    else (rest.length === 0 ? head : rest).push(part);
  }
  const rule = cst.name as RuleName;
  const whole = headOf(cst, head);
  const [start, end] = [firstToken(whole), lastToken(whole)];
  if (!start || !end) return [];
  const items: (Item | undefined)[] = [
    { kind: rule, first: start, last: end, doc: pieceOf(whole, rule, pen).doc },
  ];
  for (const part of rest) {
    if (!('children' in part) || part.name === 'separator') continue;
    pen.before = undefined;
    pen.owed = false;
    items.push(lineOf(part, pen));
  }
  return items.filter((item) => item !== undefined);
}

const LINES: ReadonlySet<string> = new Set([
  'separator',
  'clause',
  'row',
  'readingOption',
  'subject',
  'expectation',
  'assignment',
]);

/** The block without its lines: a tree of its own. */
function headOf(cst: CstNode, head: readonly CstElement[]): CstNode {
  const children: Record<string, CstElement[]> = {};
  head.forEach((part, i) => {
    children[`${i}`] = [part];
  });
  return { ...cst, children };
}

function lineOf(part: CstNode, pen: Pen): Item | undefined {
  const first = firstToken(part);
  const last = lastToken(part);
  if (!first || !last) return undefined;
  const [inner] = part.name === 'clause' ? inOrder(part) : [part];
  if (!inner || !('children' in inner)) return undefined;
  const kind = inner.name as RuleName;
  if (inner.name === 'row') {
    const row = rowOf(inner, pen);
    if (row) return { kind, first, last, doc: text(''), row };
    pen.before = undefined;
    pen.owed = false;
  }
  if (inner.name === 'field') return { kind, first, last, ...split(inner, 'field', pen) };
  if (inner.name === 'whenClause') return { kind, first, last, ...split(inner, 'when', pen) };
  return { kind, first, last, doc: pieceOf(inner, kind, pen).doc };
}

/** A line whose second part may stand in a column: a field at its `:`, a case of a definition at its 則. */
function split(node: CstNode, of: 'field' | 'when', pen: Pen): Pick<Item, 'doc' | 'column'> {
  const rule = node.name as RuleName;
  const { doc } = pieceOf(node, rule, pen);
  pen.before = undefined;
  pen.owed = false;
  const parts = inOrder(node);
  const at = parts.findIndex((p) => !('children' in p) && p.tokenType === (of === 'field' ? Colon : K.then));
  const before = flatText(sequence(parts.slice(0, at), rule, pen).doc);
  const { gap, doc: rest } = sequence(parts.slice(at), rule, pen);
  // what stands before the column is words on one line, and so is the sign itself
  return before === undefined || at < 1 ? { doc } : { doc, column: { of, before, rest: concat(gap, rest) } };
}

/** Undefined where a cell does not stand on one line. */
function rowOf(node: CstNode, pen: Pen): Row | undefined {
  const cells: string[] = [];
  let value: string | undefined;
  let basis: string | undefined;
  let bars = 0;
  for (const part of inOrder(node)) {
    if (!('children' in part)) {
      bars += 1;
      if (part.tokenType === Semicolon) return undefined;
      pieceOf(part, 'row', pen);
      continue;
    }
    const piece = pieceOf(part, 'row', pen);
    const words = flatText(concat(piece.gap, piece.doc))?.trim();
    if (words === undefined) return undefined;
    if (part.name === 'cell') cells.push(words);
    else if (part.name === 'values') value = words;
    else basis = words;
  }
  if (value === undefined) return undefined;
  // | a || v |   or   | a || v | basis |
  const withBasis = bars === cells.length + 3;
  return { cells, value, ...(withBasis ? { basis: basis ?? '' } : {}) };
}
