import type { CstNode, IToken } from 'chevrotain';
import { lexer, Newline, Semicolon } from '../../grammar/tokens.ts';
import type { SourceFile } from '../text/span.ts';
import { nodes } from './cst.ts';
import { layOut } from './layout.ts';
import { isLiterate, onlyFences, readLiterate } from './literate.ts';
import { partsOf } from './literate-parts.ts';
import { runParser } from './recover.ts';

/** A block as it is written: its tree, and its words in the order of the text. */
export interface BlockTree {
  readonly cst: CstNode;
  readonly tokens: readonly IToken[];
}
/** A plain file, or one fence of a literate one: `[start, end)` of the text. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly BlockTree[];
  readonly comments: readonly IToken[];
}

/** The trees behind a file that `parseNorm` read without errors, for what must keep its surface. */
export function textParts(file: SourceFile): readonly TextPart[] {
  const literate = isLiterate(file.name) ? readLiterate(file) : undefined;
  const { tokens, groups } = lexer.tokenize(literate ? onlyFences(file.text, literate.fences) : file.text);
  const comments = groups.comments ?? [];
  const fences = literate?.fences ?? [{ start: 0, end: file.text.length }];
  return partsOf(tokens, literate).map((part, i) => {
    const { start, end } = fences[i] ?? { start: 0, end: file.text.length };
    return {
      start,
      end,
      blocks: layOut(part.tokens).slice(1).map(blockTree),
      comments: comments.filter((c) => c.startOffset >= start && c.startOffset < end),
    };
  });
}

function blockTree(chunk: IToken[]): BlockTree {
  const { cst } = runParser(chunk);
  const [block] = nodes(cst, 'block');
  const [inner] = block ? Object.values(block.children).flat() : [];
  return {
    cst: inner && 'children' in inner ? inner : cst,
    tokens: chunk.filter((t) => t.tokenType !== Newline && t.tokenType !== Semicolon),
  };
}
