import {
  type CustomPatternMatcherFunc,
  createToken as chevrotainToken,
  type IToken,
  type ITokenConfig,
  Lexer,
  type TokenType,
} from 'chevrotain';
import { KEYWORD_IDS, KEYWORDS, type KeywordId, spellings } from './keywords.ts';

// Chevrotain drops the `u` flag without a word, therefore ranges are spelt out. Han beyond the basic plane
// (planes 2 and 3) are two UTF-16 units. × and ÷ lie inside the Latin block and are operators.
const HAN = '\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\u3005\\u3007';
const LATIN =
  'A-Za-z_\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F\\u1E00-\\u1EFF\\uFF21-\\uFF3A\\uFF41-\\uFF5A\\uFF3F';
const DIGIT = '0-9\\uFF10-\\uFF19';
const SURROGATES = '[\\uD840-\\uD8BF][\\uDC00-\\uDFFF]';
const START = `(?:[${HAN}${LATIN}]|${SURROGATES})`;
/** Letters that may stand inside a name; the combining marks are for texts in NFD. */
export const WORD_CLASS = `${HAN}${LATIN}${DIGIT}\\u0300-\\u036F\\uD840-\\uD8BF`;
const REST = `(?:[${HAN}${LATIN}${DIGIT}\\u0300-\\u036F]|${SURROGATES})`;
const END = `(?![${WORD_CLASS}])(?!-[${WORD_CLASS}])`;

const HAN_DIGIT = '〇零一二兩两三四五六七八九十百千';
/** Words that may stick to a Chinese numeral; anything else that begins with 三 or 五 is a name. */
const STICKY_UNITS =
  '年|月|週|周|日|天|自然日|工作日|小時|小时|分鐘|分钟|季度|元|萬元|万元|億元|亿元|項|项|次|人|件|份|名|家|位|票';

/** Only a line end holds line breaks; said of each token, Chevrotain need not work it out at every start. */
function createToken(config: ITokenConfig): TokenType {
  return chevrotainToken({ line_breaks: false, ...config });
}
const BLANK = '[ \\t\\u3000\\u00A0]';
const GAP = `${BLANK}+`;

function pattern(source: string): RegExp {
  return new RegExp(source);
}
function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

// ---- names -----------------------------------------------------------------------------------------
/** Whatever may serve as a name: a word, or a soft keyword outside its own place. */
export const AnyName = createToken({ name: 'AnyName', label: '名稱', pattern: Lexer.NA });
/** NAME／隨後 is how the follow-up duty of a norm is called. */
export const Name = createToken({
  name: 'Name',
  label: '名稱',
  categories: [AnyName],
  pattern: pattern(`${START}${REST}*(?:-${REST}+)*(?:[\\uFF0F/](?:隨後|随后|thereafter)${END})?`),
});

// ---- keywords --------------------------------------------------------------------------------------
/** 章 takes the rest of its line as a title, whatever characters stand there. */
const CHAPTER = pattern(`(?:${spellings('chapter').map(escaped).join('|')})${END}[^\\r\\n#＃]*`);
const chapterLine: CustomPatternMatcherFunc = (text, offset) => {
  let at = offset - 1;
  while (at >= 0 && /[ \t\u3000\u00A0\uFEFF]/.test(text.charAt(at))) at--;
  if (at >= 0 && !/[\r\n]/.test(text.charAt(at))) return null;
  const lineEnd = text.slice(offset).search(/[\r\n]|$/);
  const found = CHAPTER.exec(text.slice(offset, offset + lineEnd));
  return found && found.index === 0 ? found : null;
};

function tokenName(id: KeywordId): string {
  return `${id.charAt(0).toUpperCase()}${id.slice(1)}Word`;
}

function keywordToken(id: KeywordId): TokenType {
  const { soft, hant } = KEYWORDS[id];
  const shared = { name: tokenName(id), label: hant[0] ?? id, ...(soft ? { categories: [AnyName] } : {}) };
  if (id === 'chapter') {
    return createToken({
      ...shared,
      pattern: chapterLine,
      line_breaks: false,
      start_chars_hint: spellings(id).map((s) => s.charAt(0)),
    });
  }
  const words = [...spellings(id)].sort((x, y) => y.length - x.length).map(phrase);
  return createToken({ ...shared, pattern: pattern(`(?:${words.join('|')})${END}`) });
}
const ALL_SPELLINGS = KEYWORD_IDS.flatMap(spellings);
/** `is` stands aside where the text goes on to `is not` or `is empty`, so that the longest phrase always wins. */
function phrase(spelling: string): string {
  const longer = ALL_SPELLINGS.filter((other) => other.startsWith(`${spelling} `))
    .sort((x, y) => y.length - x.length)
    .map((other) => `(?!${GAP}${inWords(other.slice(spelling.length + 1))}${END})`);
  return `${inWords(spelling)}${longer.join('')}`;
}
function inWords(spelling: string): string {
  return spelling.split(' ').map(escaped).join(GAP);
}

export const K = Object.fromEntries(KEYWORD_IDS.map((id) => [id, keywordToken(id)])) as Readonly<
  Record<KeywordId, TokenType>
>;
const ID_OF_TOKEN: ReadonlyMap<string, KeywordId> = new Map(KEYWORD_IDS.map((id) => [K[id].name, id]));
export function keywordOfToken(token: TokenType): KeywordId | undefined {
  return ID_OF_TOKEN.get(token.name);
}
const KEYWORD_TOKENS = KEYWORD_IDS.map((id) => K[id]);

// ---- literals --------------------------------------------------------------------------------------
const NUM = `(?:[${DIGIT}]+|[${HAN_DIGIT}]+)`;
const CITATION_PARTS = [
  `第[ ]?${NUM}[ ]?[條条](?:之${NUM})?`,
  `第[ ]?${NUM}[ ]?款`,
  `第[ ]?[(\\uFF08]?${NUM}[)\\uFF09]?[ ]?[項项]`,
  `第[ ]?${NUM}[ ]?句`,
];
const EN_PARTS = [
  `(?:[Aa]rticle|[Aa]rt\\.)${BLANK}*[${DIGIT}]+(?:-[${DIGIT}]+)?`,
  `(?:paragraph|para\\.)${BLANK}*[${DIGIT}]+`,
  `item${BLANK}*\\(?[${DIGIT}]+\\)?`,
  `(?:sentence|s\\.)${BLANK}*[${DIGIT}]+`,
];
/** A citation may begin at any level (第（一）項 in a table row) and only goes down from there. */
function levels(parts: readonly string[], gap: string): string {
  const starts = parts.map(
    (part, i) =>
      part +
      parts
        .slice(i + 1)
        .map((p) => `(?:${gap}${p})?`)
        .join(''),
  );
  return `(?:${starts.join('|')})`;
}
const CITATION = `(?:${levels(CITATION_PARTS, '')}|${levels(EN_PARTS, `${BLANK}+`)})${END}`;
export const CitationToken = createToken({ name: 'Citation', label: '條款', pattern: pattern(CITATION) });
/**
 * A citation as a heading begins with it, from `lastIndex` on. After an article the title may follow without a blank
 * (第三條借用時間); 第一項工作 is no citation.
 */
export const headingCitation = (): RegExp =>
  new RegExp(
    `${CITATION}|${CITATION_PARTS[0]}${CITATION_PARTS.slice(1)
      .map((p) => `(?:${p})?`)
      .join('')}`,
    'y',
  );
const D = `[${DIGIT}]`;
const DASH = '[-\\uFF0D]';
const DATE = `${D}${D}${D}${D}${DASH}${D}${D}?${DASH}${D}${D}?`;
export const TimeToken = createToken({
  name: 'Time',
  label: '時刻值',
  pattern: pattern(`${DATE}[TＴ]${D}${D}?[:\\uFF1A]${D}${D}`),
});
export const DateToken = createToken({ name: 'Date', label: '日期值', pattern: pattern(DATE) });
export const NumberToken = createToken({
  name: 'Number',
  label: '數值',
  pattern: pattern(
    `(?:${D}+(?:[.\\uFF0E]${D}+)?|[${HAN_DIGIT}][${HAN_DIGIT}萬万億亿]*(?=(?:[個个]?(?:${STICKY_UNITS})|[個个])?${END}))`,
  ),
});
export const QuoteToken = createToken({
  name: 'Quote',
  label: '「…」',
  pattern: /「[^」\r\n]*」|“[^”\r\n]*”|"[^"\r\n]*"|＂[^＂\r\n]*＂/,
});
/** Matches only where the closing bracket is missing; the parser never sees it. */
export const OpenQuote = createToken({ name: 'OpenQuote', pattern: /[「“"＂][^\r\n]*/ });

/** Whatever nothing else begins with; the parser never sees it. */
export const Unknown = createToken({
  name: 'Unknown',
  pattern: pattern(
    '[$%&@^`~?\\u2300-\\u2BFF\\u3040-\\u33FF]+|[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|[\\u0000-\\uFFFF]',
  ),
  line_breaks: false,
});

// ---- punctuation -----------------------------------------------------------------------------------
const sign = (name: string, label: string, source: RegExp) => createToken({ name, label, pattern: source });
export const Newline = createToken({
  name: 'Newline',
  label: '換行',
  pattern: /\r\n|\n|\r/,
  line_breaks: true,
});
export const DoublePipe = sign('DoublePipe', '||', /[|｜][|｜]|‖|∥/);
export const Pipe = sign('Pipe', '|', /[|｜]/);
export const Colon = sign('Colon', '：', /[:：]/);
export const Semicolon = sign('Semicolon', '；', /[;；。]/);
export const Comma = sign('Comma', '、', /[、,，]/);
export const LParen = sign('LParen', '（', /[(（]/);
export const RParen = sign('RParen', '）', /[)）]/);
export const LBrace = sign('LBrace', '｛', /[{｛]/);
export const RBrace = sign('RBrace', '｝', /[}｝]/);
export const Ge = sign('Ge', '≥', /≥|≧|[>＞][=＝]/);
export const Le = sign('Le', '≤', /≤|≦|[<＜][=＝]/);
export const Ne = sign('Ne', '≠', /≠|[!！][=＝]/);
export const Gt = sign('Gt', '>', /[>＞]/);
export const Lt = sign('Lt', '<', /[<＜]/);
export const Equals = sign('Equals', '=', /[=＝]/);
export const Plus = sign('Plus', '+', /[+＋]/);
export const Minus = sign('Minus', '-', /[-－−]/);
export const Times = sign('Times', '×', /[*×＊]/);
export const Divide = sign('Divide', '÷', /[÷/／]/);
export const Dot = sign('Dot', '.', /[.．]/);

/** Listed one by one: `\s` would swallow line ends too. U+3000 is the blank of Chinese keyboards. */
const Blank = createToken({ name: 'Blank', pattern: /[ \t\f\u00A0\u3000\uFEFF]+/, group: Lexer.SKIPPED });
export const Comment = createToken({ name: 'Comment', pattern: /[#＃][^\r\n]*/, group: 'comments' });

export const SIGNS = [
  DoublePipe,
  Pipe,
  Colon,
  Semicolon,
  Comma,
  LParen,
  RParen,
  LBrace,
  RBrace,
  Ge,
  Le,
  Ne,
  Gt,
  Lt,
  Equals,
  Plus,
  Minus,
  Times,
  Divide,
  Dot,
] as const;

export const ALL_TOKENS: readonly TokenType[] = [
  Newline,
  Blank,
  Comment,
  CitationToken,
  TimeToken,
  DateToken,
  NumberToken,
  QuoteToken,
  OpenQuote,
  ...KEYWORD_TOKENS,
  Name,
  AnyName,
  ...SIGNS,
  Unknown,
];

export const lexer = new Lexer([...ALL_TOKENS], {
  ensureOptimizations: true,
  // Checked once for all by tests/unit/grammar-validity.test.ts instead of at every start.
  skipValidations: true,
  // The cheaper modes leave out the end of a token, which every span needs.
  positionTracking: 'full',
});

export type { IToken, TokenType };
