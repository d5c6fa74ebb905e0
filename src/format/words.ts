import {
  type Dialect,
  KEYWORDS,
  type KeywordId,
  keywordOf,
  spellings,
  translateKeyword,
} from '../../grammar/keywords.ts';
import {
  CitationToken,
  Colon,
  Comma,
  DateToken,
  Divide,
  Dot,
  DoublePipe,
  Equals,
  Ge,
  Gt,
  type IToken,
  keywordOfToken,
  LBrace,
  Le,
  LParen,
  Lt,
  Minus,
  Ne,
  NumberToken,
  Pipe,
  Plus,
  QuoteToken,
  RBrace,
  RParen,
  Semicolon,
  Times,
  TimeToken,
} from '../../grammar/tokens.ts';
import { formatCitation, parseChineseNumeral, parseCitation } from '../text/citation-text.ts';

/** Punctuation of a Chinese or an English text. */
export type Punctuation = 'zh' | 'en';

/** How words are written. Without a dialect every keyword stays in the one it is written in. */
export interface Wording {
  readonly dialect?: Dialect;
  readonly punctuation: Punctuation;
}

const SIGNS: ReadonlyMap<string, Readonly<Record<Punctuation, string>>> = new Map(
  (
    [
      [Comma, '、', ','],
      [Semicolon, '；', ';'],
      [LParen, '（', '('],
      [RParen, '）', ')'],
      [LBrace, '｛', '{'],
      [RBrace, '｝', '}'],
      [Colon, ':', ':'],
      [Equals, '=', '='],
      [Ne, '≠', '≠'],
      [Le, '≤', '≤'],
      [Ge, '≥', '≥'],
      [Lt, '<', '<'],
      [Gt, '>', '>'],
      [Plus, '+', '+'],
      [Minus, '-', '-'],
      [Times, '×', '×'],
      [Divide, '÷', '÷'],
      [Dot, '.', '.'],
      [Pipe, '|', '|'],
      [DoublePipe, '||', '||'],
    ] as const
  ).map(([type, zh, en]) => [type.name, { zh, en }]),
);

/** A keyword in its own place; a soft one that serves as a name is a name. */
export function keywordText(id: KeywordId, image: string, { dialect }: Wording): string {
  const written = image.replace(/[ \t\u3000\u00A0]+/g, ' ');
  return dialect ? translateKeyword(id, written, dialect) : written;
}

/** What is neither a keyword nor a name: signs, numbers, dates, citations, quotations. */
export function literalText(token: IToken, wording: Wording): string {
  const { image, tokenType } = token;
  switch (tokenType) {
    case NumberToken:
      return numberText(image);
    case DateToken:
    case TimeToken:
      return image.normalize('NFKC');
    case CitationToken:
      return citationText(image, wording);
    case QuoteToken:
      return quoteText(image, wording.punctuation);
    default:
      return SIGNS.get(tokenType.name)?.[wording.punctuation] ?? image;
  }
}

/** 三 → 3, １０ → 10. What is written with 萬 or 億 stays: 三十萬 is read, 300000 is counted. */
function numberText(image: string): string {
  if (/[0-9０-９]/.test(image)) return image.normalize('NFKC');
  const value = /[萬万億亿]/.test(image) ? undefined : parseChineseNumeral(image);
  return value === undefined ? image : String(value);
}

function citationText(image: string, { dialect }: Wording): string {
  const citation = parseCitation(image);
  if (!citation) return image;
  const script = dialect ?? (/[A-Za-z]/.test(image) ? 'en' : /[条项]/.test(image) ? 'hans' : 'hant');
  if (script === 'en') return formatCitation(citation, 'en');
  const written = formatCitation(citation, 'zh');
  return script === 'hans' ? written.replaceAll('條', '条').replaceAll('項', '项') : written;
}

/** The marks around a quotation; its words are never touched. */
function quoteText(image: string, punctuation: Punctuation): string {
  const words = image.slice(1, -1);
  if (punctuation === 'en') return words.includes('"') ? image : `"${words}"`;
  return /[「」]/.test(words) ? image : `「${words}」`;
}

/**
 * `is` before `empty` would be read as the one keyword `is empty`: do the words begin another keyword together?
 */
export function runTogether(first: string, second: string): boolean {
  const both = `${first} ${second}`;
  const id = keywordOf(both);
  if (id !== undefined) return true;
  return MULTIPLE.some((spelling) => both.startsWith(`${spelling} `) && spelling.length > first.length);
}
const MULTIPLE: readonly string[] = (Object.keys(KEYWORDS) as KeywordId[])
  .flatMap(spellings)
  .filter((s) => s.includes(' '));

/** The keyword that this token is, whatever place it stands in. */
export const keywordIdOf = (token: IToken): KeywordId | undefined => keywordOfToken(token.tokenType);
