import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { SourceFile, Span } from '../text/span.ts';
import { checkNumbering } from './numbering.ts';
import { splitSentences } from './sentences.ts';
import { type ArticleStyle, readLine, type SourceLine, sourceLines } from './source-lines.ts';

/** A sentence with its own words; these never leave the office's copy of the text. */
export interface Sentence {
  readonly text: string;
  readonly span: Span;
}
export interface Item {
  readonly number: number;
  readonly sentences: readonly Sentence[];
  readonly span: Span;
}
/** 款: one line and the 項 lines that it introduces. `sentences` are those of the line itself. */
export interface Paragraph {
  readonly sentences: readonly Sentence[];
  readonly items: readonly Item[];
  readonly span: Span;
}
export interface Article {
  readonly number: number;
  readonly branch?: number;
  /** Number of the chapter it stands in; absent before the first chapter heading. */
  readonly chapter?: number;
  readonly paragraphs: readonly Paragraph[];
  readonly span: Span;
}
export interface Chapter {
  readonly number: number;
  readonly title: string;
  readonly span: Span;
}
export interface OfficialText {
  readonly file: string;
  readonly title?: string;
  readonly chapters: readonly Chapter[];
  readonly articles: readonly Article[];
  /** How many sentences the text has, in paragraphs and items together. */
  readonly sentenceCount: number;
}

interface OpenItem {
  number: number;
  sentences: Sentence[];
  span: Span;
}
interface OpenParagraph {
  sentences: Sentence[];
  items: OpenItem[];
  span: Span;
}
interface OpenArticle {
  number: number;
  branch?: number;
  chapter?: number;
  paragraphs: OpenParagraph[];
  span: Span;
}

/**
 * Reads the plain text of a regulation. One line is one 款; a line that begins with （一） is a 項 of the 款
 * above it; 「四十七、」 or 「第四十七條」 begins an article (the way the first article is written holds for the
 * whole text, so that a list 「1、2、」 inside an article is not taken for articles); 「第八章 …」 begins a
 * chapter. Sentences end only at 。！？ (with the closing quotation marks and brackets after it): a semicolon
 * or the colon of an introduction ends none. What stands before the first article is the title, then
 * text without a number, which is reported.
 */
export function parseOfficialText(file: SourceFile): Result<OfficialText> {
  const diagnostics: Diagnostic[] = [];
  const chapters: Chapter[] = [];
  const articles: OpenArticle[] = [];
  let title: string | undefined;
  let style: ArticleStyle | undefined;
  let chapter: number | undefined;
  let article: OpenArticle | undefined;

  const spanOf = (line: SourceLine, from = 0): Span => ({
    file: file.name,
    start: line.start + from,
    end: line.start + line.text.length,
  });
  const addParagraph = (to: OpenArticle, line: SourceLine, from: number): void => {
    const sentences = splitSentences(file.name, line, from);
    to.paragraphs.push({ sentences, items: [], span: spanOf(line, from) });
  };
  const addItem = (to: OpenArticle, line: SourceLine, number: number, body: number, from: number): void => {
    const span = spanOf(line, from);
    if (to.paragraphs.length === 0) to.paragraphs.push({ sentences: [], items: [], span });
    const paragraph = to.paragraphs.at(-1);
    if (!paragraph) return;
    const expected = (paragraph.items.at(-1)?.number ?? 0) + 1;
    if (number !== expected)
      diagnostics.push(report('source-item-order', span, { number, expected, article: to.number }));
    paragraph.items.push({ number, sentences: splitSentences(file.name, line, body), span });
  };

  for (const line of sourceLines(file.text)) {
    const read = readLine(line.text, style, article?.number);
    switch (read.kind) {
      case 'blank':
        break;
      case 'chapter':
        chapter = read.number;
        article = undefined;
        chapters.push({ number: read.number, title: read.title, span: spanOf(line) });
        break;
      case 'section':
        article = undefined;
        diagnostics.push(report('source-section-skipped', spanOf(line), { heading: line.text.trim() }));
        break;
      case 'article': {
        style = read.style;
        article = {
          number: read.number,
          ...(read.branch === undefined ? {} : { branch: read.branch }),
          ...(chapter === undefined ? {} : { chapter }),
          paragraphs: [],
          span: spanOf(line),
        };
        articles.push(article);
        // The rest of an article's first line is its first 款, or already a 項 of a 款 without words.
        const rest = readLine(line.text.slice(read.body), undefined, undefined);
        if (rest.kind === 'item') addItem(article, line, rest.number, read.body + rest.body, read.body);
        else if (line.text.slice(read.body).trim() !== '') addParagraph(article, line, read.body);
        break;
      }
      case 'item':
        if (article) addItem(article, line, read.number, read.body, 0);
        else diagnostics.push(report('source-text-outside-articles', spanOf(line), {}));
        break;
      case 'text':
        if (article) addParagraph(article, line, 0);
        else if (title === undefined && chapters.length === 0) title = line.text.trim();
        else diagnostics.push(report('source-text-outside-articles', spanOf(line), {}));
        break;
    }
  }
  for (const a of articles)
    a.span = {
      ...a.span,
      end: a.paragraphs.at(-1)?.items.at(-1)?.span.end ?? a.paragraphs.at(-1)?.span.end ?? a.span.end,
    };
  diagnostics.push(...checkNumbering(file.name, articles));
  const value: OfficialText = {
    file: file.name,
    ...(title === undefined ? {} : { title }),
    chapters,
    articles,
    sentenceCount: articles
      .flatMap((a) => a.paragraphs.flatMap((p) => [p.sentences, ...p.items.map((i) => i.sentences)]))
      .flat().length,
  };
  return { value, diagnostics };
}
