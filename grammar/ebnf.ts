import type { TokenType } from 'chevrotain';
import { assertNever } from '../src/text/invariant.ts';
import { KEYWORD_IDS, KEYWORDS, spellings } from './keywords.ts';
import type { GrammarRule, Production } from './production.ts';
import { K, keywordOfToken, SIGNS } from './tokens.ts';

/** Words that are not spelt out but described. */
const LEXICAL: ReadonlyMap<string, string> = new Map([
  ['AnyName', 'Name, or a soft keyword (a type or a value word) outside its own place'],
  ['Name', 'Han, Latin letters, digits, "_" and inner "-"; not beginning with a digit; NAME／隨後'],
  [
    'Citation',
    '第N條[之N][第N款][第（N）項][第N句], from any level downwards, or art. N[-N] [para. N] [item N] [s. N]',
  ],
  ['Date', 'YYYY-MM-DD'],
  ['Time', 'YYYY-MM-DDTHH:MM'],
  ['Number', 'digits with an optional fraction, or a Chinese numeral that is a word or stands before a unit'],
  ['Quote', '「…」, “…” or "…" on one line'],
  ['Newline', 'the end of a line that does not go on'],
]);

/** How a token is shown: a keyword by its 繁體 spelling, a sign by itself, the rest by name. */
export function tokenTitle(token: TokenType): string {
  const id = keywordOfToken(token);
  if (id) return KEYWORDS[id].hant[0] ?? id;
  const isSign = SIGNS.some((sign) => sign === token);
  return isSign ? (token.LABEL ?? token.name) : token.name;
}
function symbol(token: TokenType): string {
  const id = keywordOfToken(token);
  if (id) return id.replace(/[A-Z]/g, (c) => `_${c}`).toUpperCase();
  return SIGNS.some((sign) => sign === token) ? `"${token.LABEL}"` : token.name;
}

function show(p: Production, inner: boolean): string {
  switch (p.kind) {
    case 'sequence': {
      const text = p.items.map((item) => show(item, true)).join(' ');
      return inner && p.items.length > 1 ? `(${text})` : text;
    }
    case 'choice': {
      const text = p.items.map((item) => show(item, false)).join(' | ');
      return inner ? `(${text})` : text;
    }
    case 'optional':
      return `${show(p.item, true)}?`;
    case 'many': {
      const item = show(p.item, true);
      if (!p.separator) return `${item}${p.atLeastOne ? '+' : '*'}`;
      const list = `${item} (${symbol(p.separator)} ${item})*`;
      return p.atLeastOne ? list : `(${list})?`;
    }
    case 'rule':
      return p.name;
    case 'token':
      return symbol(p.token);
    default:
      return assertNever(p);
  }
}

/** W3C-style EBNF: the rules, then every keyword with its spellings in three dialects. */
export function ebnf(rules: readonly GrammarRule[]): string {
  const keywords = KEYWORD_IDS.map((id) => {
    const all = spellings(id).map((s) => `"${s}"`);
    return `${symbol(K[id])} ::= ${all.join(' | ')}`;
  });
  return [
    '/* Generated from grammar/parser.ts and grammar/keywords.ts; do not edit. */',
    '',
    ...rules.map(({ name, body }) => `${name} ::= ${show(body, false)}`),
    '',
    ...[...LEXICAL].map(([name, text]) => `${name} ::= /* ${text} */`),
    '',
    ...keywords,
    '',
  ].join('\n');
}
