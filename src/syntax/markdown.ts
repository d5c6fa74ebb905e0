/** What a literate file needs of Markdown (CommonMark 0.31): headings, fences, and how far a list moves them in. */
export type MarkdownLine =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly offset: number }
  /** The line under a heading without `#`. */
  | { readonly kind: 'underline'; readonly level: number }
  | { readonly kind: 'fence'; readonly mark: string; readonly word: string; readonly offset: number }
  /** A fence behind `>`: its own mark is not at the beginning of the line. */
  | { readonly kind: 'quotedFence'; readonly word: string; readonly offset: number; readonly length: number }
  | { readonly kind: 'comment'; readonly closed: boolean }
  | { readonly kind: 'text'; readonly text: string; readonly offset: number }
  | { readonly kind: 'other' };

/** ```norm, ~~~ norm, ```{.norm}. After backticks no further backtick may follow: that is code within a line. */
const FENCE = /^(?<mark>`{3,}(?=[^`]*$)|~{3,})[ \t]*(?:\{[ \t]*\.?)?(?<word>[^\s{}`]*)/;
const QUOTATION = /^(?:>[ \t]*)+/;
/** `## 第三條`, closed by `##` or not; before 第 the blank may be left out, as writers of Chinese do. */
const HEADING = /^(?<mark>#{1,6})(?:[ \t\u3000]+|(?=第)|$)(?<title>.*)$/;
const UNDERLINE = /^(?:=+|-+)\s*$/;

/** What a line is, read from `offset` on, outside of fences and comments. */
export function markdownLine(line: string, offset: number): MarkdownLine {
  const rest = line.slice(offset);
  const fence = FENCE.exec(rest)?.groups;
  if (fence) return { kind: 'fence', mark: fence.mark ?? '', word: wordOf(fence.word), offset };
  if (rest.startsWith('<!--')) return { kind: 'comment', closed: rest.slice(4).includes('-->') };
  const quoted = QUOTATION.exec(rest)?.[0].length;
  if (quoted !== undefined) {
    const inside = FENCE.exec(rest.slice(quoted));
    if (!inside?.groups) return { kind: 'other' };
    const { mark = '', word } = inside.groups;
    return { kind: 'quotedFence', word: wordOf(word), offset: offset + quoted, length: mark.length };
  }
  const heading = HEADING.exec(rest)?.groups;
  if (heading) {
    const { mark = '', title = '' } = heading;
    return { kind: 'heading', level: mark.length, text: title, offset: line.length - title.length };
  }
  if (UNDERLINE.test(rest)) return { kind: 'underline', level: rest.startsWith('=') ? 1 : 2 };
  return { kind: 'text', text: rest, offset };
}
const wordOf = (word: string | undefined): string => (word ?? '').toLowerCase();

/** A fence is closed by at least as many of its signs, alone on a line. */
export function closesFence(line: string, mark: string, base: number): boolean {
  const written = line.trim();
  return (
    written.length >= mark.length &&
    written === mark.charAt(0).repeat(written.length) &&
    columnsOf(line) - base <= 3
  );
}

const TAB = 4;
/** Columns of white space at the beginning of a text that stands from column `from` on. */
function columnsOf(text: string, from = 0): number {
  let column = from;
  for (const c of text) {
    if (c === ' ') column++;
    else if (c === '\t') column += TAB - (column % TAB);
    else break;
  }
  return column - from;
}

/** The list items that are open, each by the column where its text begins. */
export type OpenItems = readonly number[];
const MARKER = /^(?:[-*+]|[0-9]{1,9}[.)])(?=[ \t]|$)/;
/** Nobody nests lists deeper; a line of a million marks is not read for each of them. */
const MAX_NESTING = 32;
const RULE = /^(?:[-*][ \t]*){3,}$/;

/**
 * A line that is not blank: the items open after it, where its own text begins, and by how many columns that stands
 * in beyond the innermost item (more than 3: indented code).
 */
export function enterItems(
  open: OpenItems,
  line: string,
): { readonly items: OpenItems; readonly offset: number; readonly indent: number } {
  let column = columnsOf(line);
  const items = open.filter((c) => c <= column);
  let offset = line.search(/[^ \t]|$/);
  const indent = () => column - (items.at(-1) ?? 0);
  while (indent() <= 3 && items.length < MAX_NESTING) {
    const rest = line.slice(offset);
    const marker = MARKER.exec(rest)?.[0];
    if (marker === undefined || RULE.test(rest)) break;
    const behind = rest.slice(marker.length);
    const gap = columnsOf(behind, column + marker.length);
    const empty = behind.trim() === '';
    items.push(column + marker.length + (empty || gap > 4 ? 1 : gap));
    column += marker.length + gap;
    offset = empty ? line.length : offset + marker.length + behind.search(/[^ \t]/);
  }
  return { items, offset, indent: indent() };
}
