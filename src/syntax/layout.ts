import type { IToken, TokenType } from 'chevrotain';
import { KEYWORD_IDS, KEYWORDS } from '../../grammar/keywords.ts';
import {
  Colon,
  Comma,
  Divide,
  Dot,
  Equals,
  Ge,
  Gt,
  K,
  LBrace,
  Le,
  LParen,
  Lt,
  Minus,
  Name,
  Ne,
  Newline,
  Plus,
  RBrace,
  RParen,
  Times,
} from '../../grammar/tokens.ts';

const set = (...types: readonly TokenType[]): ReadonlySet<TokenType> => new Set(types);
const roles = (...wanted: readonly string[]): TokenType[] =>
  KEYWORD_IDS.filter((id) => wanted.includes(KEYWORDS[id].role)).map((id) => K[id]);

const COMPARISONS = [...roles('comparison'), Ge, Le, Ne, Gt, Lt, Equals];
const SIGNS = [Plus, Minus, Times, Divide];
const CONNECTIVES = roles('connective');
/** A line that ends so is not finished. */
const GOES_ON = set(
  ...CONNECTIVES,
  ...COMPARISONS,
  ...SIGNS,
  Comma,
  Dot,
  LParen,
  LBrace,
  K.then,
  K.of,
  K.where,
  K.if,
  K.and2,
  K.from,
  K.until,
  K.by,
  K.via,
  K.onNorms,
);
/** A line that begins so carries on the one before. 非 is not here: it begins an operand, not a join. */
const CARRIES_ON = set(
  ...CONNECTIVES.filter((t) => t !== K.not),
  ...COMPARISONS,
  ...SIGNS,
  Comma,
  Dot,
  RParen,
  RBrace,
  K.then,
  K.of,
  K.where,
  K.inside,
  K.and2,
  K.until,
);
const BLOCKS = set(...roles('block'));
/** Nothing goes on over these: a missing bracket or a dangling 且 stays the trouble of its own line. */
export const STOPS = set(...roles('block', 'clause'));

/**
 * Between lexer and parser: drops line ends that do not end anything, and makes block keywords inside a line
 * (or before `:` and 為) names, since a block begins at the start of a line only. Returns one list a block; the
 * first holds what stands before any block.
 */
export function layOut(raw: readonly IToken[]): IToken[][] {
  const blocks: IToken[][] = [[]];
  let current: IToken[] = [];
  blocks[0] = current;
  let depth = 0;
  let lineStart = true;
  for (let i = 0; i < raw.length; i++) {
    const t = raw[i];
    if (!t) continue;
    if (t.tokenType === Newline) {
      while (raw[i + 1]?.tokenType === Newline) i++;
      const next = raw[i + 1];
      const before = current.at(-1);
      lineStart = true;
      if (!before || before.tokenType === Newline) continue;
      const stop = !next || (STOPS.has(next.tokenType) && !namesSomething(next, raw[i + 2]));
      const joined = !stop && (depth > 0 || GOES_ON.has(before.tokenType) || CARRIES_ON.has(next.tokenType));
      if (joined) lineStart = false;
      else {
        depth = 0;
        current.push(t);
      }
      continue;
    }
    if (BLOCKS.has(t.tokenType)) {
      if (lineStart && !namesSomething(t, raw[i + 1])) {
        current = [];
        blocks.push(current);
        depth = 0;
        current.push(t);
        lineStart = false;
        continue;
      }
      // 別名 also stands inside a field.
      current.push(
        t.tokenType === K.alias && !lineStart
          ? t
          : { ...t, tokenType: Name, tokenTypeIdx: Name.tokenTypeIdx ?? 0 },
      );
      lineStart = false;
      continue;
    }
    if (t.tokenType === LParen || t.tokenType === LBrace) depth++;
    if (t.tokenType === RParen || t.tokenType === RBrace) depth = Math.max(0, depth - 1);
    current.push(t);
    lineStart = false;
  }
  return blocks;
}

function namesSomething(word: IToken, next: IToken | undefined): boolean {
  return (
    BLOCKS.has(word.tokenType) &&
    word.tokenType !== K.chapter &&
    (next?.tokenType === Colon || next?.tokenType === K.is || next?.tokenType === K.attestedAs)
  );
}
