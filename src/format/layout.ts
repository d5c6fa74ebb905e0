import type { TextPart } from '../syntax/block-trees.ts';
import { displayWidth, padEnd } from '../text/display-width.ts';
import type { SourceFile } from '../text/span.ts';
import { type Item, itemsOf, type Row } from './block-lines.ts';
import { concat, type Doc, fill, flatText, line, nest, text } from './doc.ts';
import { penFor } from './pieces.ts';
import { printDoc } from './print-doc.ts';
import { endOf, type OwnComment, type Trivia, triviaBetween } from './trivia.ts';
import type { Wording } from './words.ts';

/** Columns a line has. */
const LINE_WIDTH = 120;
/** What is wider than this does not push the column of its neighbours. */
const WIDEST_COLUMN = 40;
const BODY = 2;

/** What was written on one line: one item or several. */
interface Line {
  readonly items: readonly Item[];
  /** Between the items: did a `；` part them? */
  readonly parted: readonly boolean[];
  readonly above: readonly OwnComment[];
  readonly blank: boolean;
  readonly behind?: string;
  /** The head of a block begins at the margin. */
  readonly head: boolean;
  /** Where it begins: what is said of a further matter of an example is set in once more. */
  readonly indent: number;
}

/** A file, or a fence of one, as it should be written; `\n` at the end of each line. */
export function layOutPart(file: SourceFile, part: TextPart, wording: Wording): string {
  const { lines, after } = linesOf(file, part, wording);
  const out: string[] = [];
  const blankBefore = (blank: boolean): void => {
    if (blank && out.length > 0 && out.at(-1) !== '') out.push('');
  };
  const own = (comments: readonly OwnComment[], indent: (c: OwnComment) => number): void => {
    for (const c of comments) {
      blankBefore(c.blank);
      out.push(`${' '.repeat(indent(c))}${c.text}`);
    }
  };
  const columns = columnsOf(lines);
  const tables = tablesOf(lines);
  lines.forEach((l, i) => {
    const below = l.indent;
    // comments set in behind the lines of a block still belong to it, up to the first that is not
    const outside = l.head ? l.above.findIndex((c) => !c.indented) : 0;
    const belongs = i > 0 && l.head ? (outside < 0 ? l.above.length : outside) : 0;
    const within = (c: OwnComment): number => (l.above.indexOf(c) < belongs ? BODY : below);
    own(l.above, within);
    blankBefore(l.blank);
    const rendered = printed(l, columns.get(l), tables.get(l));
    out.push(l.behind === undefined ? rendered : `${rendered}  ${l.behind}`);
  });
  own(after.own, (c) => (c.indented && lines.length > 0 ? BODY : 0));
  return out.map((l) => `${l}\n`).join('');
}

function linesOf(
  file: SourceFile,
  part: TextPart,
  wording: Wording,
): { readonly lines: readonly Line[]; readonly after: Trivia } {
  const lines: (Line & { readonly items: Item[]; readonly parted: boolean[]; behind?: string })[] = [];
  let from = part.start;
  let behindWord = false;
  for (const { cst, tokens } of part.blocks) {
    const items = itemsOf(cst, penFor(file.text, wording, cst, tokens));
    items.forEach((item, i) => {
      const trivia = triviaBetween(file.text, from, item.first.startOffset, behindWord);
      const last = lines.at(-1);
      if (trivia.newline || !last || i === 0) {
        if (last && trivia.trailing !== undefined) last.behind = trivia.trailing;
        const { own: above, blank } = trivia;
        lines.push({
          items: [item],
          parted: [],
          above,
          blank,
          head: i === 0,
          indent: indentOf(item, i, last),
        });
      } else {
        last.items.push(item);
        last.parted.push(trivia.semicolon);
      }
      from = endOf(item.last);
      behindWord = true;
    });
  }
  const after = triviaBetween(file.text, from, part.end, behindWord);
  const last = lines.at(-1);
  if (last && after.trailing !== undefined) last.behind = after.trailing;
  return { lines, after };
}

function indentOf({ kind }: Item, i: number, above: Line | undefined): number {
  if (i === 0) return 0;
  const under = above?.items[0]?.kind === 'subject' || above?.indent === 2 * BODY;
  return kind === 'assignment' && under ? 2 * BODY : BODY;
}

function printed(l: Line, column: number | undefined, table: readonly number[] | undefined): string {
  const { indent } = l;
  const margin = ' '.repeat(indent);
  const [only] = l.items;
  if (only?.row && table && l.items.length === 1) return margin + rowText(only.row, table);
  if (only?.column && column !== undefined) {
    const { of, before, rest } = only.column;
    const padded = concat(text(padEnd(before, column)), rest);
    // a case that would be too long in the column stands on its line without it
    if (of === 'field' || standsOnOneLine(padded, LINE_WIDTH - indent))
      return margin + printDoc(nest(BODY, padded), LINE_WIDTH, indent);
  }
  // a line that is too long goes on with the next clause below; within a clause it is set in once more
  const docs = l.items.map((item, i) => (l.head && i === 0 ? item.doc : nest(BODY, itemDoc(item))));
  const gaps = l.parted.map((parted) => line(parted ? ' ; ' : ' '));
  const doc = fill(docs, gaps);
  return margin + printDoc(l.head ? nest(BODY, doc) : doc, LINE_WIDTH, indent);
}

/** A row that shares its line or has its line broken stands as it is. */
function itemDoc({ doc, row }: Item): Doc {
  return row ? text(rowText(row, [])) : doc;
}

/**
 * The column of each line that stands in one with its neighbours. A field's depends on the names alone; a case of a
 * definition takes part if it stands on one line.
 */
function columnsOf(lines: readonly Line[]): ReadonlyMap<Line, number> {
  const found = new Map<Line, number>();
  let run: Line[] = [];
  const close = (): void => {
    const widths = run.map((l) => displayWidth(l.items[0]?.column?.before ?? ''));
    const column = Math.max(0, ...widths.filter((w) => w <= WIDEST_COLUMN));
    if (run.length > 1) for (const l of run) found.set(l, column);
    run = [];
  };
  for (const l of lines) {
    const [item, ...more] = l.items;
    const own = more.length === 0 ? item?.column : undefined;
    // a case on several lines parts those above it from those below
    const column = own?.of === 'when' && !standsOnOneLine(item?.doc, LINE_WIDTH - BODY) ? undefined : own;
    if (column === undefined || l.blank || column.of !== run[0]?.items[0]?.column?.of) close();
    if (column !== undefined) run.push(l);
  }
  close();
  return found;
}

function standsOnOneLine(doc: Doc | undefined, width: number): boolean {
  const words = doc && flatText(doc);
  return words !== undefined && displayWidth(words) <= width;
}

/** The widths of the columns of a table, for each of its rows. */
function tablesOf(lines: readonly Line[]): ReadonlyMap<Line, readonly number[]> {
  const found = new Map<Line, readonly number[]>();
  let rows: Line[] = [];
  const close = (): void => {
    const all = rows.flatMap((l) => l.items[0]?.row ?? []);
    const basis = all.some((r) => r.basis !== undefined);
    const columns = Math.max(0, ...all.map((r) => r.cells.length));
    const widest = (cell: (r: Row) => string | undefined): number =>
      Math.max(0, ...all.map((r) => displayWidth(cell(r) ?? '')));
    const widths = [
      ...Array.from({ length: columns }, (_, i) => widest((r) => r.cells[i])),
      widest((r) => r.value),
      ...(basis ? [widest((r) => r.basis)] : []),
    ];
    for (const l of rows) found.set(l, widths);
    rows = [];
  };
  for (const l of lines) {
    if (l.head) close();
    if (l.items.length === 1 && l.items[0]?.row) rows.push(l);
  }
  close();
  return found;
}

function rowText({ cells, value, basis }: Row, widths: readonly number[]): string {
  const cell = (words: string, i: number): string => padEnd(words, widths[i] ?? 0);
  const n = cells.length;
  const last = widths.length > n + 1 || basis !== undefined ? ` ${cell(basis ?? '', n + 1)} |` : '';
  return `| ${cells.map(cell).join(' | ')} || ${cell(value, n)} |${last}`;
}
