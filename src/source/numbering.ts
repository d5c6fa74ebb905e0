import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { Span } from '../text/span.ts';

interface Numbered {
  readonly number: number;
  readonly branch?: number;
  readonly paragraphs: readonly unknown[];
  readonly span: Span;
}

/**
 * Articles must be numbered once each, upwards, without gaps. Only the start may be missing, because a text
 * is often handed over without its first page: that is a note, so that nobody takes it for the whole.
 */
export function checkNumbering(file: string, articles: readonly Numbered[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const first = articles[0];
  if (!first) return [report('source-no-articles', { file, start: 0, end: 0 }, {})];
  if (first.number > 1)
    diagnostics.push(report('source-starts-late', headOf(first), { first: first.number }));
  const seen = new Map<string, Numbered>();
  let highest: Numbered | undefined;
  for (const article of articles) {
    const label = `${article.number}${article.branch === undefined ? '' : `-${article.branch}`}`;
    const number = label;
    const earlier = seen.get(label);
    if (earlier) {
      const related = [{ span: headOf(earlier), message: { zh: '先前在此', en: 'first here' } }];
      diagnostics.push(report('source-duplicate-article', headOf(article), { number }, { related }));
      continue;
    }
    seen.set(label, article);
    if (article.paragraphs.length === 0)
      diagnostics.push(report('source-empty-article', headOf(article), { number }));
    if (highest && order(article) < order(highest)) {
      diagnostics.push(
        report('source-article-out-of-order', headOf(article), { number, after: highest.number }),
      );
      continue;
    }
    if (highest && article.number > highest.number + 1) {
      diagnostics.push(report('source-article-gap', headOf(article), { number, after: highest.number }));
    }
    highest = article;
  }
  return diagnostics;
}

const order = (a: Numbered): number => a.number * 10_000 + (a.branch ?? 0);
/** The mark at the start of the article is enough to find it; the article itself may be a page. */
const headOf = (a: Numbered): Span => ({ ...a.span, end: Math.min(a.span.end, a.span.start + 8) });
