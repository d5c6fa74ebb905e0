import { EOF, type IRecognitionException, type IToken, type TokenType } from 'chevrotain';
import { KEYWORDS, type KeywordId } from '../../grammar/keywords.ts';
import { MESSAGE_SEPARATOR } from '../../grammar/parser.ts';
import {
  ALL_TOKENS,
  Equals,
  Ge,
  Gt,
  K,
  keywordOfToken,
  Le,
  Lt,
  Ne,
  Newline,
  NumberToken,
  OpenQuote,
  QuoteToken,
  Unknown,
} from '../../grammar/tokens.ts';
import type { Bilingual, Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Extra, report } from '../diagnostics/report.ts';
import type { Span } from '../text/span.ts';
import { MAX_ERRORS } from './limits.ts';
import { suggestion } from './suggest.ts';

const MAX_EXPECTED = 5;
const TOKEN_BY_NAME: ReadonlyMap<string, (typeof ALL_TOKENS)[number]> = new Map(
  ALL_TOKENS.map((t) => [t.name, t]),
);
const KINDS: ReadonlyMap<string, Bilingual> = new Map([
  ['AnyName', { zh: '名稱', en: 'a name' }],
  ['Name', { zh: '名稱', en: 'a name' }],
  ['Citation', { zh: '條款（如「第二條」）', en: 'a citation (such as "art. 2")' }],
  ['Date', { zh: '日期', en: 'a date' }],
  ['Time', { zh: '時刻', en: 'a time' }],
  ['Number', { zh: '數目', en: 'a number' }],
  ['Quote', { zh: '「…」中的文字', en: 'text in 「…」' }],
  ['Newline', { zh: '換行', en: 'a new line' }],
]);
/** Where an operand may stand, nearly everything may begin it: say so, instead of listing it all. */
const OPERAND: Bilingual = { zh: '名稱、數目、日期或括號', en: 'a name, a number, a date or a bracket' };
const PHRASES: ReadonlyMap<string, Bilingual> = new Map([
  ['atom', OPERAND],
  ['primary', OPERAND],
  ['number', OPERAND],
  ['givenValue', OPERAND],
  ['cell', { zh: '「任意」、比較或數值', en: '"any", a comparison or a value' }],
  [
    'type',
    {
      zh: '類型（如「是非」「日期」「事件」「數」，或枚舉的名稱）',
      en: 'a type (such as boolean, date, event, number, or an enum)',
    },
  ],
  [
    'clauses',
    {
      zh: '換行或新的子句（如「依據」「當」「應當」）',
      en: 'a new line or a clause (such as cite, when, shall)',
    },
  ],
  ['cases', { zh: '換行或新的情形（如「若」「否則」）', en: 'a new line or a case (such as if, otherwise)' }],
  [
    'file',
    { zh: '換行，或新的段落（如「規則」「事項」）', en: 'a new line, or a block (such as norm, matter)' },
  ],
  ['fields', { zh: '換行、欄位（名稱 : 類型）或子句', en: 'a new line, a field (name : type) or a clause' }],
  [
    'tableBlock',
    { zh: '表格的一行（以「|」開頭）或子句', en: 'a table row (beginning with "|") or a clause' },
  ],
  ['readingBlock', { zh: '讀法的名稱或子句', en: 'the name of an interpretation or a clause' }],
  [
    'exampleBlock',
    { zh: '事實（名稱 為 值）、「對象」或「結果」', en: 'a fact (name is value), "subject" or "expect"' },
  ],
  [
    'verdict',
    { zh: '結論（如「合規」「違規」「待定」）', en: 'a verdict (such as compliant, violated, undetermined)' },
  ],
]);

/** `rule` is where the parser stood, `block` the kind of block it was in. */
function phrase(rule: string, block: string, names: readonly string[]): Bilingual {
  const known = names.filter((name) => name !== 'EOF');
  // A rule's phrase describes its choice; a single missing token is better named itself.
  if (known.length === 0) return PHRASES.get(BODIES.get(block) ?? 'file') ?? OPERAND;
  const own = PHRASES.get(rule);
  if (own && known.length > 1) return own;
  if (known.includes('Number') && known.includes('AnyName')) return OPERAND;
  const shown = known.slice(0, MAX_EXPECTED).map(one);
  const more = known.length > MAX_EXPECTED;
  return {
    zh: `${shown.map((s) => s.zh).join('、')}${more ? '等' : ''}`,
    en: `${shown.map((s) => s.en).join(', ')}${more ? ', …' : ''}`,
  };
}
/** What the lines of a block are, for errors where a line should have ended. */
const BODIES: ReadonlyMap<string, string> = new Map([
  [K.book.name, 'clauses'],
  [K.parameter.name, 'clauses'],
  [K.declaratory.name, 'clauses'],
  [K.norm.name, 'clauses'],
  [K.definition.name, 'cases'],
  [K.matter.name, 'fields'],
  [K.record.name, 'fields'],
  [K.table.name, 'tableBlock'],
  [K.reading.name, 'readingBlock'],
  [K.example.name, 'exampleBlock'],
]);
function one(name: string): Bilingual {
  const kind = KINDS.get(name);
  if (kind) return kind;
  const type = TOKEN_BY_NAME.get(name);
  const id: KeywordId | undefined = type && keywordOfToken(type);
  if (id) return { zh: `「${KEYWORDS[id].hant[0]}」`, en: `"${KEYWORDS[id].en[0]}"` };
  return { zh: `「${type?.LABEL ?? name}」`, en: `"${type?.LABEL ?? name}"` };
}

const COMPARISONS: ReadonlySet<string> = new Set(['comparison', 'postfix']);
const RELATION_SIGNS: ReadonlySet<TokenType> = new Set([Ge, Le, Ne, Gt, Lt, Equals]);

/** One sentence for what the parser could not use. `tokens` are those of the line, for errors at its end. */
export function parserDiagnostic(
  file: string,
  error: IRecognitionException,
  tokens: readonly IToken[],
  block: string,
): Diagnostic {
  const [rule = '', ...names] = error.message.split(MESSAGE_SEPARATOR);
  const expected = phrase(rule, block, names);
  const params = { expectedZh: expected.zh, expectedEn: expected.en };
  const { token: found } = error;
  if (
    found.tokenType === EOF ||
    found.tokenType === Newline ||
    found.startOffset < 0 ||
    Number.isNaN(found.startOffset)
  ) {
    const last = lastWord(found, tokens);
    const extra = last ? suggestion(file, last, tokens, [], false) : {};
    return report('unexpected-end', endSpan(file, found, tokens), params, extra);
  }
  const span = { file, start: found.startOffset, end: (found.endOffset ?? found.startOffset) + 1 };
  const id = keywordOfToken(found.tokenType);
  const lineOver = names.every((name) => name === 'EOF');
  if (lineOver && ((id && COMPARISONS.has(KEYWORDS[id].role)) || RELATION_SIGNS.has(found.tokenType))) {
    return report('chained-comparison', span, { found: found.image });
  }
  const words = names.flatMap((name) => {
    const type = TOKEN_BY_NAME.get(name);
    const keyword = type && keywordOfToken(type);
    return keyword ? [...KEYWORDS[keyword].hant, ...KEYWORDS[keyword].hans, ...KEYWORDS[keyword].en] : [];
  });
  const extra =
    found.tokenType === NumberToken && names.includes('AnyName')
      ? { hint: NUMERAL_AS_NAME }
      : names.length === 1 && names[0] === QuoteToken.name
        ? quoted(file, found, tokens)
        : suggestion(file, found, tokens, words, names.includes('Citation'));
  return report('unexpected-token', span, { found: shorten(found.image), ...params }, extra);
}
const NUMERAL_AS_NAME = {
  zh: '數字，或數字加單位（如「十一人」），讀作數量，不能作名稱；前面請加上別的字，例如「第一則」「共十一人」。',
  en: 'A numeral, with or without a unit (such as "3 days"), is a number and no name; put another word before it, such as "limit-1".',
};
/** A text was to stand here, and what stands here is a text: from here to the next clause or the end of the line it wants its marks. */
function quoted(file: string, found: IToken, line: readonly IToken[]): Extra {
  const rest = line.filter((t) => t.startOffset >= found.startOffset && t.tokenType !== Newline);
  const next = rest.findIndex((t, i) => {
    const id = keywordOfToken(t.tokenType);
    return i > 0 && id !== undefined && KEYWORDS[id].role === 'clause';
  });
  const words = next < 0 ? rest : rest.slice(0, next);
  const last = words.at(-1) ?? found;
  const span = { file, start: found.startOffset, end: last.startOffset + last.image.length };
  const text = words.reduce((all, t) => {
    const gap = t.startOffset - found.startOffset - all.length;
    return `${all}${' '.repeat(Math.max(0, gap))}${t.image}`;
  }, '');
  return {
    hint: { zh: `文字要放在引號裡：「${text}」`, en: `Put the text in quotation marks: 「${text}」` },
    fix: {
      title: { zh: `改為「${text}」（連引號）`, en: 'Put it in quotation marks' },
      edits: [{ span, text: `「${text}」` }],
      guess: true,
    },
  };
}
function lastWord(found: IToken, tokens: readonly IToken[]): IToken | undefined {
  const limit =
    Number.isNaN(found.startOffset) || found.tokenType === EOF ? Number.POSITIVE_INFINITY : found.startOffset;
  return tokens.findLast((t) => t.tokenType !== Newline && t.startOffset < limit);
}
/** Something is missing: the mark stands on the last word before the gap. */
function endSpan(file: string, found: IToken, tokens: readonly IToken[]): Span {
  const last = lastWord(found, tokens);
  const start = last?.startOffset ?? 0;
  return { file, start, end: (last?.endOffset ?? start - 1) + 1 };
}

export function shorten(text: string): string {
  const chars = [...text];
  return chars.length > 30 ? `${chars.slice(0, 30).join('')}…` : text;
}

/** One complaint for a run of characters that mean nothing here. */
export function unknownDiagnostics(file: string, tokens: readonly IToken[]): Diagnostic[] {
  const runs: { found: string; start: number; end: number }[] = [];
  for (const t of tokens) {
    if (t.tokenType !== Unknown) continue;
    const end = t.startOffset + t.image.length;
    const last = runs.at(-1);
    if (last?.end === t.startOffset) last.end = end;
    else runs.push({ found: t.image, start: t.startOffset, end });
  }
  return runs.slice(0, MAX_ERRORS + 1).map(({ found: run, start, end }) => {
    const found = String.fromCodePoint(run.codePointAt(0) ?? 0xfffd);
    const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const shown = /[\p{C}\p{Z}\p{M}]/u.test(found) ? ' ' : found;
    return report('unknown-character', { file, start, end }, { found: shown, codepoint: `U+${code}` });
  });
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['「', '」'],
  ['“', '”'],
  ['"', '"'],
  ['＂', '＂'],
]);
export function openQuoteDiagnostics(file: string, tokens: readonly IToken[]): Diagnostic[] {
  return tokens
    .filter((t) => t.tokenType === OpenQuote)
    .map((t) => {
      const found = t.image.charAt(0);
      const span = { file, start: t.startOffset, end: t.startOffset + t.image.trimEnd().length };
      return report('unterminated-quote', span, { found, expected: CLOSING.get(found) ?? '」' });
    });
}
