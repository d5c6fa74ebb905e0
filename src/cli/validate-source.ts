import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { checkCitations } from '../source/citations.ts';
import { compareWithLock } from '../source/compare.ts';
import { makeLock } from '../source/lock.ts';
import type { OfficialText } from '../source/official-text.ts';
import { checkQuotations } from '../source/quotations.ts';
import {
  type CoverageCount,
  countCoverage,
  sentenceCoverage,
  untouchedPlaces,
} from '../source/sentence-coverage.ts';
import { citationKey, formatCitation } from '../text/citation-text.ts';
import { startOf } from './files.ts';
import type { LoadedRulebook } from './rulebook.ts';

export interface AnchorOptions {
  /** The official text, if one was given and could be read. */
  readonly text?: OfficialText | undefined;
  readonly asked: boolean;
  readonly requireSource: boolean;
  readonly complete: boolean;
}
export interface Anchoring {
  readonly errors: readonly Diagnostic[];
  /** What the reader should know, and need not mend. */
  readonly notes: readonly Diagnostic[];
  readonly coverage?: CoverageCount;
}

/** Is the rulebook anchored in the official text: the words themselves, the quotations, and every sentence? */
export function anchor(book: LoadedRulebook, options: AnchorOptions): Anchoring {
  const { text, asked, requireSource, complete } = options;
  const { model } = book.compiled;
  const path = book.label;
  const errors: Diagnostic[] = [];
  const notes: Diagnostic[] = [];
  if (text) {
    errors.push(
      ...(book.lock ? compareWithLock(text, book.lock, model) : checkCitations(model, makeLock(text))),
      ...checkQuotations(model, text),
    );
  } else if (requireSource) errors.push(report('source-required', undefined, {}));
  else if (!asked && book.lock) notes.push(report('source-not-compared', undefined, { path }));
  if (!book.lock && ((text && requireSource) || complete))
    errors.push(report('lock-required', undefined, { path }));
  if (!book.lock) return { errors, notes };
  if (complete) {
    const spans = text ? spansOf(text) : new Map();
    for (const place of untouchedPlaces(model, book.lock)) {
      const params = { zh: formatCitation(place, 'zh'), en: formatCitation(place, 'en') };
      const at = spans.get(citationKey(place)) ?? startOf(book.files[0]?.name ?? path);
      errors.push(report('source-untouched', at, params));
    }
  }
  return { errors, notes, coverage: countCoverage(sentenceCoverage(model, book.lock)) };
}

/** Where 條, 款, 項 and 句 stand in the text, by the key of their citation. */
function spansOf(text: OfficialText): ReadonlyMap<string, Diagnostic['span']> {
  const spans = new Map<string, Diagnostic['span']>();
  for (const article of text.articles) {
    const base = {
      article: article.number,
      ...(article.branch === undefined ? {} : { branch: article.branch }),
    };
    spans.set(citationKey(base), article.paragraphs[0]?.span ?? article.span);
    for (const [p, paragraph] of article.paragraphs.entries()) {
      const place = { ...base, paragraph: p + 1 };
      spans.set(citationKey(place), paragraph.span);
      for (const [s, sentence] of paragraph.sentences.entries())
        spans.set(citationKey({ ...place, sentence: s + 1 }), sentence.span);
      for (const item of paragraph.items) {
        spans.set(citationKey({ ...place, item: item.number }), item.span);
        for (const [s, sentence] of item.sentences.entries())
          spans.set(citationKey({ ...place, item: item.number, sentence: s + 1 }), sentence.span);
      }
    }
  }
  return spans;
}
