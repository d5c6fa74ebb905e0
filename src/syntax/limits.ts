import type { IToken } from 'chevrotain';
import { K, LBrace, LParen, Minus, RBrace, RParen } from '../../grammar/tokens.ts';

/** Rule files are untrusted: each limit has a coded error and is checked before the costly work begins. */
export const MAX_BYTES = 4 * 1024 * 1024;
export const MAX_TOKENS = 600_000;
export const MAX_DEPTH = 200;
export const MAX_ERRORS = 200;

const PREFIXES: ReadonlySet<string> = new Set([K.not.name, K.set.name, Minus.name]);
const OPENERS: ReadonlySet<string> = new Set([LParen.name, LBrace.name]);
const CLOSERS: ReadonlySet<string> = new Set([RParen.name, RBrace.name]);

/** The first token that lies deeper than MAX_DEPTH, by brackets and by chains of 非 and 集合. */
export function tooDeep(tokens: readonly IToken[]): IToken | undefined {
  let depth = 0;
  let run = 0;
  for (const t of tokens) {
    const name = t.tokenType.name;
    if (PREFIXES.has(name)) run++;
    else if (OPENERS.has(name)) depth++;
    else {
      run = 0;
      if (CLOSERS.has(name)) depth = Math.max(0, depth - 1);
    }
    if (depth + run > MAX_DEPTH) return t;
  }
  return undefined;
}
