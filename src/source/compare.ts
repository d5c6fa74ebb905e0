import type { Model } from '../check/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { Citation } from '../text/citation.ts';
import { citationKey, formatCitation } from '../text/citation-text.ts';
import type { Span } from '../text/span.ts';
import { citedPlaces } from './cited-places.ts';
import { findArticle, resolveInLock, type SourceLock } from './lock-tree.ts';
import { lockSentence, normaliseSource } from './normalise.ts';
import type { Article, OfficialText, Sentence } from './official-text.ts';

/**
 * Compares a text with the lock, sentence by sentence: changed, added and removed sentences, each with the
 * declarations that cite it, because those must be read again.
 */
export function compareWithLock(text: OfficialText, lock: SourceLock, model?: Model): Diagnostic[] {
  const now = new Map(allSentences(text).map((s) => [citationKey(s.citation), s] as const));
  const citing = model ? citedPlaces(model) : [];
  const diagnostics: Diagnostic[] = [];
  const push = (
    code: 'source-sentence-changed' | 'source-sentence-added' | 'source-sentence-removed',
    at: Span,
    c: Citation,
  ): void => {
    const params = { zh: formatCitation(c, 'zh'), en: formatCitation(c, 'en') };
    const related = citing
      .filter(({ cite }) => within(c, cite.citation, lock))
      .map(({ cite, name }) => ({
        span: cite.span,
        message: { zh: `「${name}」依據此處，請覆核`, en: `"${name}" cites it: review` },
      }));
    diagnostics.push(report(code, at, params, { related }));
  };
  const before = new Set<string>();
  for (const { citation, sha256 } of lockSentences(lock)) {
    const key = citationKey(citation);
    before.add(key);
    const found = now.get(key);
    if (!found) push('source-sentence-removed', { file: text.file, start: 0, end: 0 }, citation);
    else if (lockSentence(found.sentence.text).sha256 !== sha256)
      push('source-sentence-changed', found.sentence.span, citation);
  }
  for (const [key, { citation, sentence }] of now)
    if (!before.has(key)) push('source-sentence-added', sentence.span, citation);
  return diagnostics;
}

/** The sentences of a cited place, for showing the words beside a verdict; empty where the place does not exist. */
export function wordsOf(text: OfficialText, citation: Citation): readonly Sentence[] {
  const article = findArticle(text.articles, citation);
  if (!article) return [];
  const inner = citation.item !== undefined || citation.sentence !== undefined;
  const fitting = article.paragraphs.filter((p) => citation.item === undefined || p.items.length > 0);
  const paragraph =
    citation.paragraph !== undefined
      ? article.paragraphs[citation.paragraph - 1]
      : inner && fitting.length === 1
        ? fitting[0]
        : undefined;
  if (!paragraph) return citation.paragraph === undefined && !inner ? sentencesOf(article) : [];
  const part =
    citation.item === undefined ? paragraph : paragraph.items.find((i) => i.number === citation.item);
  if (!part) return [];
  if (citation.sentence !== undefined) return part.sentences.slice(citation.sentence - 1, citation.sentence);
  return citation.item === undefined
    ? [...part.sentences, ...paragraph.items.flatMap((i) => i.sentences)]
    : part.sentences;
}

/** A 引文 must occur exactly once in the places its norm cites. */
export function checkQuotations(model: Model, text: OfficialText): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const norm of Object.values(model.norms)) {
    if (!norm.quotation) continue;
    const wanted = normaliseSource(norm.quotation.text);
    const unique = new Map(
      norm.cites.flatMap(({ citation }) => wordsOf(text, citation)).map((s) => [s.span.start, s]),
    );
    const words = normaliseSource([...unique.values()].map((s) => s.text).join(''));
    const times = wanted === '' ? 0 : words.split(wanted).length - 1;
    const params = { norm: norm.name, times };
    if (times === 0) diagnostics.push(report('quotation-not-found', norm.quotation.span, params));
    else if (times > 1) diagnostics.push(report('quotation-not-unique', norm.quotation.span, params));
  }
  return diagnostics;
}

function sentencesOf(article: Article): Sentence[] {
  return article.paragraphs.flatMap((p) => [...p.sentences, ...p.items.flatMap((i) => i.sentences)]);
}

/** Every sentence of anything shaped like a regulation, with its full citation, in reading order. */
function* sentencesWithPlace<S>(
  articles: readonly Tree<S>[],
): Generator<{ citation: Citation; sentence: S }> {
  for (const a of articles) {
    const base = { article: a.number, ...(a.branch === undefined ? {} : { branch: a.branch }) };
    for (const [p, paragraph] of a.paragraphs.entries()) {
      const place = { ...base, paragraph: p + 1 };
      for (const [s, sentence] of paragraph.sentences.entries())
        yield { citation: { ...place, sentence: s + 1 }, sentence };
      for (const item of paragraph.items)
        for (const [s, sentence] of item.sentences.entries())
          yield { citation: { ...place, item: item.number, sentence: s + 1 }, sentence };
    }
  }
}
interface Tree<S> {
  readonly number: number;
  readonly branch?: number;
  readonly paragraphs: readonly {
    readonly sentences: readonly S[];
    readonly items: readonly { readonly number: number; readonly sentences: readonly S[] }[];
  }[];
}
const allSentences = (text: OfficialText) => [...sentencesWithPlace(text.articles)];
const lockSentences = (lock: SourceLock) =>
  [...sentencesWithPlace(lock.articles)].map(({ citation, sentence }) => ({
    citation,
    sha256: sentence.sha256,
  }));

/** Whether the sentence `inner` lies in the cited place `outer`. */
function within(inner: Citation, outer: Citation, lock: SourceLock): boolean {
  const resolved = resolveInLock(lock, outer);
  const place = resolved.found ? resolved.citation : outer;
  return (
    place.article === inner.article &&
    (place.branch ?? 0) === (inner.branch ?? 0) &&
    (place.paragraph === undefined || place.paragraph === inner.paragraph) &&
    (place.item === undefined || place.item === inner.item) &&
    (place.sentence === undefined || (place.sentence === inner.sentence && place.item === inner.item))
  );
}
