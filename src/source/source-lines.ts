import { parseChineseNumeral } from '../text/citation-text.ts';
import { lineStarts } from '../text/span.ts';

/** A line without its end, and the offset where it starts. */
export interface SourceLine {
  readonly text: string;
  readonly start: number;
}

export function sourceLines(text: string): SourceLine[] {
  const starts = lineStarts(text);
  return starts.map((start, i) => ({
    text: text.slice(start, starts[i + 1] ?? text.length).replace(/[\r\n]+$/, ''),
    start,
  }));
}

/** `list`: 「四十七、」; `article`: 「第四十七條」. */
export type ArticleStyle = 'list' | 'article';

/** What a line is. `body` is the offset in the line where the words after the mark begin. */
export type LineKind =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text' }
  | { readonly kind: 'section' }
  | { readonly kind: 'chapter'; readonly number: number; readonly title: string }
  | {
      readonly kind: 'article';
      readonly style: ArticleStyle;
      readonly number: number;
      readonly branch?: number;
      readonly body: number;
    }
  | { readonly kind: 'item'; readonly number: number; readonly body: number };

const SPACE = '[ \\t\\u00a0\\u3000\\ufeff]';
const BLANK = new RegExp(`^${SPACE}*$`);
const NUMERAL = '[〇零一二三四五六七八九十百千兩两0-9０-９]+';
const CHAPTER = new RegExp(`^${SPACE}*第${SPACE}*(${NUMERAL})${SPACE}*章${SPACE}*(.*)$`);
const SECTION = new RegExp(`^${SPACE}*第${SPACE}*${NUMERAL}${SPACE}*[節节編编](?:${SPACE}+.*)?$`);
const NUMBERED = new RegExp(`^${SPACE}*(${NUMERAL})、${SPACE}*`);
const ARTICLE = new RegExp(
  `^${SPACE}*第${SPACE}*(${NUMERAL})${SPACE}*[條条](?:之(${NUMERAL}))?(${SPACE}*[:：]|${SPACE}+|$|)`,
);
const ITEM = new RegExp(`^${SPACE}*[（(]${SPACE}*(${NUMERAL})${SPACE}*[)）]${SPACE}*、?`);
/** After these an opening 「第四十八條」 is a reference inside a sentence, not a heading. */
const GOES_ON = /^[第規规所的和及、至到中與与或]/;

/**
 * Recognises one line. `style` is the way articles are written in this text once the first was seen;
 * `previous` the number of the article above: where no space follows 「第四十八條」, only the next number counts.
 */
export function readLine(
  text: string,
  style: ArticleStyle | undefined,
  previous: number | undefined,
): LineKind {
  if (BLANK.test(text)) return { kind: 'blank' };
  const chapter = CHAPTER.exec(text);
  if (chapter && !/[。！？!?]/.test(text)) {
    const number = numeral(chapter[1]);
    if (number !== undefined) return { kind: 'chapter', number, title: (chapter[2] ?? '').trim() };
  }
  if (SECTION.test(text)) return { kind: 'section' };
  const article = style === 'list' ? null : ARTICLE.exec(text);
  if (article) {
    const number = numeral(article[1]);
    const branch = article[2] === undefined ? undefined : numeral(article[2]);
    const rest = text.slice(article[0].length);
    const delimited = article[3] !== '' || rest === '';
    const next =
      previous === undefined || number === previous + 1 || (branch !== undefined && number === previous);
    if (number !== undefined && (delimited || (next && !GOES_ON.test(rest)))) {
      return {
        kind: 'article',
        style: 'article',
        number,
        ...(branch === undefined ? {} : { branch }),
        body: article[0].length,
      };
    }
  }
  const numbered = style === 'article' ? null : NUMBERED.exec(text);
  if (numbered) {
    const number = numeral(numbered[1]);
    if (number !== undefined) return { kind: 'article', style: 'list', number, body: numbered[0].length };
  }
  const item = ITEM.exec(text);
  const number = item ? numeral(item[1]) : undefined;
  return item && number !== undefined ? { kind: 'item', number, body: item[0].length } : { kind: 'text' };
}

function numeral(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseChineseNumeral(text);
}
