import type { Block } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';
import type { LintContext } from './context.ts';

/**
 * What a comment speaks of. Behind something: its line. On a line of its own: the smallest whole of the rulebook that
 * begins on the next line with words (a block, a clause, a field, a row …), or that line where nothing whole begins.
 */
export function partsBelow(context: LintContext, comment: Span): Span {
  const text = context.words({ file: comment.file, start: 0, end: Number.MAX_SAFE_INTEGER });
  const lineStart =
    Math.max(text.lastIndexOf('\n', comment.start - 1), text.lastIndexOf('\r', comment.start - 1)) + 1;
  if (text.slice(lineStart, comment.start).trim() !== '')
    return { file: comment.file, start: lineStart, end: comment.start };
  const tokens = context.lexed().get(comment.file)?.tokens ?? [];
  const first = tokens.find((t) => t.startOffset >= comment.end && t.tokenType.name !== 'Newline');
  if (!first) return { file: comment.file, start: comment.end, end: comment.end };
  const line = lineOf(text, first.startOffset);
  const blocks = context.parsed.find((f) => f.file === comment.file)?.blocks ?? [];
  const begins = blocks.flatMap(partsOf).filter((p) => line.start <= p.start && p.start < line.end);
  const [part] = begins.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return part ?? { file: comment.file, ...line };
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

function lineOf(text: string, offset: number): { readonly start: number; readonly end: number } {
  const rest = text.slice(offset).search(/[\r\n]|$/);
  return { start: offset, end: offset + rest };
}
