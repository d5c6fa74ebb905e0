import type { Block } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';
import type { LintContext } from './context.ts';

/** A file as comments in it see it: where words begin, and the wholes that may be let pass. */
export interface FileParts {
  readonly file: string;
  readonly text: string;
  /** Offsets of words, ascending. */
  readonly words: readonly number[];
  /** By where they begin, the longest first. */
  readonly parts: readonly Span[];
  /** Where each of `parts` begins. */
  readonly begins: readonly number[];
}

export function filePartsOf(context: LintContext, file: string): FileParts {
  const blocks = context.parsed.find((f) => f.file === file)?.blocks ?? [];
  const parts = blocks.flatMap(partsOf).sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    file,
    text: context.texts.find((t) => t.name === file)?.text ?? '',
    words: (context.lexed().get(file)?.tokens ?? []).flatMap((t) =>
      t.tokenType.name === 'Newline' ? [] : [t.startOffset],
    ),
    parts,
    begins: parts.map((p) => p.start),
  };
}

/**
 * What a comment speaks of. Behind something: its line. On a line of its own: the largest whole that begins on the next line
 * with words (a block, a clause, a field, a row …), or that line where nothing whole begins.
 */
export function partBelow({ file, text, words, parts, begins }: FileParts, comment: Span): Span {
  let lineStart = comment.start;
  while (lineStart > 0 && !/[\r\n]/.test(text.charAt(lineStart - 1))) lineStart--;
  if (text.slice(lineStart, comment.start).trim() !== '')
    return { file, start: lineStart, end: comment.start };
  const start = words[firstFrom(words, comment.end)];
  if (start === undefined) return { file, start: comment.end, end: comment.end };
  const lineEnd = start + lineFrom(text, start).length;
  const part = parts[firstFrom(begins, start)];
  return part && part.start < lineEnd ? part : { file, start, end: lineEnd };
}

/** What stands from an offset to the end of its line. */
function lineFrom(text: string, offset: number): string {
  const line = /[^\r\n]*/y;
  line.lastIndex = offset;
  return line.exec(text)?.[0] ?? '';
}

/** Index of the first of these ascending numbers that is not below `from`. */
function firstFrom(ascending: readonly number[], from: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Everything in a block that may be let pass as a whole, the block first. */
function partsOf(block: Block): readonly Span[] {
  const inner = 'clauses' in block ? block.clauses.filter((c) => !(c.kind === 'cite' && c.fromHeading)) : [];
  return [
    block.span,
    ...inner.map((c) => c.span),
    ...('fields' in block ? block.fields.map((f) => f.span) : []),
    ...('rows' in block ? block.rows.map((r) => r.span) : []),
    ...('options' in block ? block.options.map((o) => o.span) : []),
  ];
}
