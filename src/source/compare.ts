import type { Model } from '../check/model.ts';
import type { Bilingual, Diagnostic, Fix, Related } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { Citation } from '../text/citation.ts';
import { citationKey, formatCitation } from '../text/citation-text.ts';
import type { Span } from '../text/span.ts';
import { CITING_WORD, type CitedPlace, citedPlaces } from './cited-places.ts';
import { findArticle, resolveInLock, type SourceLock } from './lock-tree.ts';
import { lockSentence } from './normalise.ts';
import type { Article, OfficialText, Sentence } from './official-text.ts';

/**
 * Compares a text with the lock, sentence by sentence: changed, moved, added and removed sentences, each with the
 * declarations that cite it and the examples of those, because they must be read again. A sentence that stands
 * elsewhere with the same fingerprint has moved: new citations are offered as a fix.
 */
export function compareWithLock(text: OfficialText, lock: SourceLock, model?: Model): Diagnostic[] {
  const now = allSentences(text).map(({ citation, sentence }) => ({
    citation,
    key: citationKey(citation),
    span: sentence.span,
    ...lockSentence(sentence.text),
  }));
  const before = lockSentences(lock).map((s) => ({ ...s, key: citationKey(s.citation) }));
  const hashNow = new Map(now.map((s) => [s.key, s.sha256]));
  const hashBefore = new Map(before.map((s) => [s.key, s.sha256]));
  const gone = before.filter((s) => hashNow.get(s.key) !== s.sha256);
  const come = now.filter((s) => hashBefore.get(s.key) !== s.sha256);
  if (inOtherScript(before, now)) {
    const start = now[0]?.span ?? { file: text.file, start: 0, end: 0 };
    return [report('source-other-script', start, { sentences: gone.length })];
  }
  const { movedTo, taken } = movedSentences(gone, come);
  const newAt = new Map(come.filter((s) => !taken.has(s.key)).map((s) => [s.key, s]));

  const citing = model ? citedPlaces(model) : [];
  const diagnostics: Diagnostic[] = [];
  const params = (c: Citation) => ({ zh: formatCitation(c, 'zh'), en: formatCitation(c, 'en') });
  const related = (c: Citation): Related[] =>
    citing
      .filter(({ cite }) => within(c, cite.citation, lock))
      .map((place) => ({ span: place.cite.span, message: reviewText(place, model) }));
  for (const { citation, key } of gone) {
    const to = movedTo.get(key);
    const changed = newAt.get(key);
    const extra = { related: related(citation) };
    if (to) {
      const target = params(to.citation);
      const both = { ...params(citation), to: target.zh, toEn: target.en };
      const fix = movedFix(citing, citation, to.citation, lock);
      diagnostics.push(report('source-sentence-moved', to.span, both, { ...extra, fix }));
    } else if (changed) {
      newAt.delete(key);
      diagnostics.push(report('source-sentence-changed', changed.span, params(citation), extra));
    } else {
      const start = { file: text.file, start: 0, end: 0 };
      diagnostics.push(report('source-sentence-removed', start, params(citation), extra));
    }
  }
  for (const { citation, span } of newAt.values())
    diagnostics.push(report('source-sentence-added', span, params(citation), { related: related(citation) }));
  return diagnostics;
}

/** The same places with sentences of the same length, and hardly one with the same words. */
function inOtherScript(before: readonly Measured[], now: readonly Measured[]): boolean {
  const here = new Map(now.map((s) => [s.key, s]));
  const same = before.filter((s) => here.get(s.key)?.length === s.length);
  const changed = same.filter((s) => here.get(s.key)?.sha256 !== s.sha256);
  return before.length >= 10 && same.length > 0.95 * before.length && changed.length > 0.8 * before.length;
}
interface Measured {
  readonly key: string;
  readonly length: number;
  readonly sha256: string;
}

interface Hashed {
  readonly citation: Citation;
  readonly key: string;
  readonly sha256: string;
}

/** Pairs what is gone with what has come, by fingerprint and in reading order, each sentence once. */
function movedSentences<N extends Hashed>(
  gone: readonly Hashed[],
  come: readonly N[],
): { readonly movedTo: ReadonlyMap<string, N>; readonly taken: ReadonlySet<string> } {
  const waiting = new Map<string, N[]>();
  for (const s of come) waiting.set(s.sha256, [...(waiting.get(s.sha256) ?? []), s]);
  const movedTo = new Map<string, N>();
  for (const s of gone) {
    const target = waiting.get(s.sha256)?.shift();
    if (target) movedTo.set(s.key, target);
  }
  return { movedTo, taken: new Set([...movedTo.values()].map((s) => s.key)) };
}

function reviewText({ kind, name }: CitedPlace, model: Model | undefined): Bilingual {
  const examples = model?.examples.filter((e) => kind === 'norm' && e.norms.includes(name)) ?? [];
  const names = (open: string, close: string, between: string) =>
    examples.map((e) => `${open}${e.name}${close}`).join(between);
  return {
    zh: `${CITING_WORD[kind].zh}「${name}」依據此處，請覆核${examples.length > 0 ? `，連同例${names('「', '」', '')}` : ''}`,
    en: `${CITING_WORD[kind].en} "${name}" cites it: review${examples.length > 0 ? `, with examples ${names('"', '"', ', ')}` : ''}`,
  };
}

/** Only a citation of this one sentence can follow it; what cites more must be read by a person. */
function movedFix(
  citing: readonly CitedPlace[],
  from: Citation,
  to: Citation,
  lock: SourceLock,
): Fix | undefined {
  const spans = new Map<string, Span>();
  for (const { cite } of citing) {
    const resolved = resolveInLock(lock, cite.citation);
    if (resolved.found && resolved.sentences.length === 1 && within(from, cite.citation, lock))
      spans.set(`${cite.span.file}:${cite.span.start}`, cite.span);
  }
  if (spans.size === 0) return undefined;
  const [zh, en] = [formatCitation(to, 'zh'), formatCitation(to, 'en')];
  return {
    title: { zh: `引用改為「${zh}」`, en: `cite ${en} instead` },
    edits: [...spans.values()].map((span) => ({ span, text: zh })),
  };
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
export const allSentences = (text: OfficialText) => [...sentencesWithPlace(text.articles)];
const lockSentences = (lock: SourceLock) =>
  [...sentencesWithPlace(lock.articles)].map(({ citation, sentence }) => ({
    citation,
    length: sentence.length,
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
