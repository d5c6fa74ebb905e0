import { lexer } from '../../grammar/tokens.ts';
import type { NormFile } from '../syntax/ast.ts';
import { isLiterate, onlyFences, readLiterate } from '../syntax/literate.ts';
import { parseNorm } from '../syntax/parse.ts';
import type { SourceFile } from '../text/span.ts';
import { commentText } from './trivia.ts';

/**
 * Where two texts say different things: other blocks, or other comments. The place is the beginning of the first block of
 * `before` that is not the same in `after`; undefined where they say the same. `read`: `before`, parsed already.
 */
export function differs(
  before: SourceFile,
  after: SourceFile,
  read: NormFile = parseNorm(before).value,
): number | undefined {
  const b = parseNorm(after);
  const [blocks, others] = [read.blocks, b.value.blocks];
  const at = blocks.findIndex((block, i) => meaning(block) !== meaning(others[i]));
  if (at >= 0) return blocks[at]?.span.start ?? 0;
  if (blocks.length !== others.length || b.diagnostics.some((d) => d.severity === 'error')) return 0;
  const [comments, kept] = [commentsOf(before), commentsOf(after)];
  return comments.length === kept.length && comments.every((c, i) => c === kept[i]) ? undefined : 0;
}

/** A tree without its places; a date is the day it names, in whatever digits. */
const meaning = (tree: unknown): string =>
  JSON.stringify(tree, (key, value: unknown) => {
    if (key === 'span') return undefined;
    const literal = value as { readonly kind?: string; readonly text?: string } | null;
    if (literal?.kind === 'dateLit' || literal?.kind === 'timeLit')
      return { ...literal, text: literal.text?.normalize('NFKC') };
    return value;
  }) ?? '';

/** The comments of a text in their order; in a literate one those of its rules. */
export function commentsOf({ name, text }: SourceFile): readonly string[] {
  const rules = isLiterate(name) ? onlyFences(text, readLiterate({ name, text }).fences) : text;
  return (lexer.tokenize(rules).groups.comments ?? []).map((c) => commentText(c.image).trimEnd());
}
