import type { Model } from '../check/model.ts';
import type { Citation } from '../text/citation.ts';
import { citationKey } from '../text/citation-text.ts';
import { type CitedPlace, citedPlaces } from './cited-places.ts';
import { type LockArticle, type PlaceLevel, resolveInLock, type SourceLock } from './lock-tree.ts';

/** A place of the official text with everything in the rulebook that cites it, most specific places last. */
export interface CoverageRow {
  readonly citation: Citation;
  readonly level: PlaceLevel;
  readonly citedBy: readonly CitedPlace[];
}

/**
 * Which declarations cover which place.
 * - 句, 項 and 款 cited themselves are covered, and so are the 款 and 條 they stand in.
 * - A 款 cited as a whole covers its own sentences, not its 項: each item must be cited, so that none is forgotten.
 * - A 條 cited as a whole covers its only 款; where it has several, each must be cited.
 * - A 項 covers the last sentence of its 款, the one that introduces the list.
 */
export function coverage(model: Model, lock: SourceLock, articles?: readonly number[]): CoverageRow[] {
  const cited = new Map<string, CitedPlace[]>();
  const add = (citation: Citation, place: CitedPlace): void => {
    const key = citationKey(citation);
    const list = cited.get(key);
    if (list) list.push(place);
    else cited.set(key, [place]);
  };
  for (const place of citedPlaces(model)) {
    const resolved = resolveInLock(lock, place.cite.citation);
    if (!resolved.found) continue;
    for (const citation of covered(lock, resolved.citation)) add(citation, place);
  }
  const wanted = articles && new Set(articles);
  return lock.articles
    .filter((a) => !wanted || wanted.has(a.number))
    .flatMap((a) => placesOf(a))
    .map(({ citation, level }) => ({ citation, level, citedBy: cited.get(citationKey(citation)) ?? [] }));
}

/** 條, 款 and 項 that nothing in the rulebook cites; an article of which nothing is cited is listed once, as a whole. */
export function uncoveredProvisions(
  model: Model,
  lock: SourceLock,
  articles?: readonly number[],
): Citation[] {
  const open = coverage(model, lock, articles).filter(
    (row) => row.citedBy.length === 0 && row.level !== 'sentence',
  );
  const whole = new Set(open.filter((row) => row.level === 'article').map((row) => articleKey(row.citation)));
  return open
    .filter((row) => row.level === 'article' || !whole.has(articleKey(row.citation)))
    .map((row) => row.citation);
}

/** Sentences that nothing in the rulebook encodes or declares as declaratory. */
export function uncoveredSentences(model: Model, lock: SourceLock, articles?: readonly number[]): Citation[] {
  return coverage(model, lock, articles)
    .filter((row) => row.citedBy.length === 0 && row.level === 'sentence')
    .map((row) => row.citation);
}

const articleKey = (c: Citation): string => `${c.article}-${c.branch ?? 0}`;

function articleOf(c: Citation): Citation {
  return { article: c.article, ...(c.branch === undefined ? {} : { branch: c.branch }) };
}

/** All places one resolved citation covers, itself included. */
function covered(lock: SourceLock, citation: Citation): Citation[] {
  const article = articleOf(citation);
  const found = lock.articles.find((a) => articleKey(articleOfLock(a)) === articleKey(citation));
  if (citation.paragraph === undefined) {
    return found?.paragraphs.length === 1 ? [article, ...paragraphIntro(found, 1)] : [article];
  }
  if (!found) return [article];
  if (citation.item === undefined && citation.sentence === undefined) {
    return [article, ...paragraphIntro(found, citation.paragraph)];
  }
  const paragraph: Citation = { ...article, paragraph: citation.paragraph };
  if (citation.item === undefined) return [article, paragraph, citation];
  const item: Citation = { ...paragraph, item: citation.item };
  const lockParagraph = found.paragraphs[citation.paragraph - 1];
  const introLength = lockParagraph?.sentences.length ?? 0;
  const intro: Citation[] = introLength > 0 ? [{ ...paragraph, sentence: introLength }] : [];
  const sentences = lockParagraph?.items.find((i) => i.number === citation.item)?.sentences ?? [];
  const own: Citation[] =
    citation.sentence === undefined ? sentences.map((_, i) => ({ ...item, sentence: i + 1 })) : [citation];
  return [article, paragraph, ...intro, item, ...own];
}

function articleOfLock(a: LockArticle): Citation {
  return { article: a.number, ...(a.branch === undefined ? {} : { branch: a.branch }) };
}

function paragraphIntro(article: LockArticle, number: number): Citation[] {
  const paragraph: Citation = { ...articleOfLock(article), paragraph: number };
  const sentences = article.paragraphs[number - 1]?.sentences ?? [];
  return [paragraph, ...sentences.map((_, i) => ({ ...paragraph, sentence: i + 1 }))];
}

function placesOf(article: LockArticle): { citation: Citation; level: PlaceLevel }[] {
  const base = articleOfLock(article);
  const rows: { citation: Citation; level: PlaceLevel }[] = [{ citation: base, level: 'article' }];
  const add = (place: Citation, level: PlaceLevel, sentences: readonly unknown[]): void => {
    rows.push({ citation: place, level });
    for (const n of sentences.keys())
      rows.push({ citation: { ...place, sentence: n + 1 }, level: 'sentence' });
  };
  for (const [n, p] of article.paragraphs.entries()) {
    const paragraph: Citation = { ...base, paragraph: n + 1 };
    add(paragraph, 'paragraph', p.sentences);
    for (const item of p.items) add({ ...paragraph, item: item.number }, 'item', item.sentences);
  }
  return rows;
}
