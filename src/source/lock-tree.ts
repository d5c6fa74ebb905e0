import type { Citation } from '../text/citation.ts';

export interface LockSentence {
  /** Code points of the normalised sentence. */
  readonly length: number;
  readonly sha256: string;
}
export interface LockItem {
  readonly number: number;
  readonly sentences: readonly LockSentence[];
}
export interface LockParagraph {
  readonly sentences: readonly LockSentence[];
  readonly items: readonly LockItem[];
}
export interface LockArticle {
  readonly number: number;
  readonly branch?: number;
  readonly chapter?: number;
  readonly paragraphs: readonly LockParagraph[];
}
export interface LockChapter {
  readonly number: number;
  readonly title: string;
}
/** The shape of a regulation without its words: what a rulebook is anchored in. */
export interface SourceLock {
  readonly version: 1;
  readonly title?: string;
  readonly chapters: readonly LockChapter[];
  readonly articles: readonly LockArticle[];
}

export type PlaceLevel = 'article' | 'paragraph' | 'item' | 'sentence';

/** Where a citation leads: the full citation, or the level at which the text ends and what there is instead. */
export type Resolved =
  | { readonly found: true; readonly citation: Citation; readonly sentences: readonly LockSentence[] }
  | {
      readonly found: false;
      readonly level: PlaceLevel;
      /** `ambiguous`: the paragraph must be named, because several could be meant. */
      readonly reason: 'missing' | 'ambiguous';
      /** Numbers that exist at that level, within what was found (for `ambiguous`, the candidates). */
      readonly existing: readonly number[];
    };

export function findArticle<A extends { readonly number: number; readonly branch?: number }>(
  articles: readonly A[],
  citation: Citation,
): A | undefined {
  return articles.find((a) => a.number === citation.article && (a.branch ?? 0) === (citation.branch ?? 0));
}

/**
 * Finds a cited place. A 項 or 句 without 款 means the only 款; where an article has several, a 項 means the one 款
 * that has items. Otherwise the 款 must be written: guessing would cite the wrong words.
 */
export function resolveInLock(lock: SourceLock, citation: Citation): Resolved {
  const article = findArticle(lock.articles, citation);
  if (!article)
    return missing(
      'article',
      lock.articles.filter((a) => a.branch === undefined).map((a) => a.number),
    );
  const base = {
    article: citation.article,
    ...(citation.branch === undefined ? {} : { branch: citation.branch }),
  };
  const inner = citation.item !== undefined || citation.sentence !== undefined;
  let number = citation.paragraph;
  if (number === undefined && inner) {
    const candidates = article.paragraphs.flatMap((p, i) =>
      citation.item === undefined || p.items.length > 0 ? [i + 1] : [],
    );
    if (candidates.length > 1)
      return { found: false, level: 'paragraph', reason: 'ambiguous', existing: candidates };
    number = candidates[0];
    if (number === undefined) return missing(citation.item === undefined ? 'sentence' : 'item', []);
  }
  if (number === undefined) {
    const all = article.paragraphs.flatMap((p) => [...p.sentences, ...p.items.flatMap((i) => i.sentences)]);
    return { found: true, citation: base, sentences: all };
  }
  const paragraph = article.paragraphs[number - 1];
  if (!paragraph) return missing('paragraph', count(article.paragraphs.length));
  const place = { ...base, paragraph: number };
  const item =
    citation.item === undefined ? undefined : paragraph.items.find((i) => i.number === citation.item);
  if (citation.item !== undefined && !item)
    return missing(
      'item',
      paragraph.items.map((i) => i.number),
    );
  const sentences = item?.sentences ?? paragraph.sentences;
  const inItem = item ? { ...place, item: item.number } : place;
  if (citation.sentence === undefined) {
    const below = item ? [] : paragraph.items.flatMap((i) => i.sentences);
    return { found: true, citation: inItem, sentences: [...sentences, ...below] };
  }
  const sentence = sentences[citation.sentence - 1];
  if (!sentence) return missing('sentence', count(sentences.length));
  return { found: true, citation: { ...inItem, sentence: citation.sentence }, sentences: [sentence] };
}

function missing(level: PlaceLevel, existing: readonly number[]): Resolved {
  return { found: false, level, reason: 'missing', existing };
}
const count = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);
