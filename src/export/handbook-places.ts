import type { Cite, Model } from '../check/model.ts';
import { citedPlaces } from '../source/cited-places.ts';
import { wordsOf } from '../source/compare.ts';
import { resolveInLock, type SourceLock } from '../source/lock-tree.ts';
import type { OfficialText } from '../source/official-text.ts';
import type { Citation } from '../text/citation.ts';
import { citationKey, formatCitation } from '../text/citation-text.ts';
import { eIdOf } from './eid.ts';
import { type Inline, separated } from './handbook-parts.ts';

export interface PlacedProvision {
  readonly id: string;
  readonly citation: Citation;
  readonly label: string;
  readonly words?: string;
}
/** An article with the places in it that exist in the lock or are cited. The article itself is its heading. */
export interface Placed {
  readonly id: string;
  readonly label: string;
  readonly citation: Citation;
  readonly chapter?: number;
  readonly provisions: readonly PlacedProvision[];
}
export interface Places {
  readonly articles: readonly Placed[];
  /** The identifier of the line (or of the heading) of a cited place. */
  readonly idOf: (citation: Citation) => string | undefined;
  readonly articleIdOf: (citation: Citation) => string | undefined;
}

/** All places of the regulation that the handbook shows, in the order of the text. */
export function placesOf(model: Model, lock: SourceLock | undefined, words?: OfficialText): Places {
  /** One form for one place: 項 and 句 with their 款, and the only 款 of an article as the article. */
  const normal = (c: Citation): Citation => {
    const found = lock && resolveInLock(lock, c);
    const full = found?.found ? found.citation : c;
    return full.item === undefined || full.paragraph !== undefined ? full : { ...full, paragraph: 1 };
  };
  const single = new Set(
    (lock?.articles ?? [])
      .filter((a) => a.paragraphs.length < 2)
      .map((a) => citationKey(wholeArticle({ article: a.number, ...branch(a.branch) }))),
  );
  const shown = (given: Citation): Citation => {
    const c = normal(given);
    if (!single.has(citationKey(wholeArticle(c)))) return c;
    return c.item === undefined && c.sentence === undefined ? wholeArticle(c) : c;
  };
  const label = (c: Citation): string => {
    const { paragraph: _, ...short } = c;
    return formatCitation(single.has(citationKey(wholeArticle(c))) ? short : c, 'zh');
  };

  const articles = new Map<string, { citation: Citation; chapter?: number; inner: Map<string, Citation> }>();
  const enter = (given: Citation, chapter?: number): void => {
    if (given.article === 0) return;
    const c = shown(given);
    const whole = wholeArticle(c);
    const key = citationKey(whole);
    const article = articles.get(key) ?? {
      citation: whole,
      ...(chapter === undefined ? {} : { chapter }),
      inner: new Map<string, Citation>(),
    };
    articles.set(key, article);
    article.inner.set(citationKey(c), c);
  };
  for (const a of lock?.articles ?? []) {
    const citation: Citation = { article: a.number, ...branch(a.branch) };
    enter(citation, a.chapter);
    for (const [i, p] of a.paragraphs.entries()) {
      enter({ ...citation, paragraph: i + 1 });
      for (const item of p.items) enter({ ...citation, paragraph: i + 1, item: item.number });
    }
  }
  for (const { cite } of citedPlaces(model)) {
    enter(wholeArticle(cite.citation));
    enter(cite.citation);
  }

  const placed = [...articles.values()]
    .sort((a, b) => compare(a.citation, b.citation))
    .map(
      ({ citation, chapter, inner }): Placed => ({
        id: eIdOf(citation),
        label: formatCitation(citation, 'zh'),
        citation,
        ...(chapter === undefined ? {} : { chapter }),
        provisions: [...inner.values()].sort(compare).map((c) => {
          const text = words && c.sentence === undefined ? ownWords(words, c) : '';
          return {
            id: c.paragraph === undefined && c.sentence === undefined ? `${eIdOf(c)}__whole` : eIdOf(c),
            citation: c,
            label: c.paragraph === undefined && c.sentence === undefined ? '全條' : label(c),
            ...(text === '' ? {} : { words: text }),
          };
        }),
      }),
    );
  const ids = new Map(
    placed.flatMap((a) => a.provisions.map((p) => [citationKey(p.citation), p.id] as const)),
  );
  return {
    articles: placed,
    idOf: (c) => ids.get(citationKey(shown(c))),
    articleIdOf: (c) => {
      const whole = wholeArticle(c);
      return articles.has(citationKey(whole)) ? eIdOf(whole) : undefined;
    },
  };
}

/** The words of the place itself: those of its 項 stand in their own lines. */
function ownWords(words: OfficialText, c: Citation): string {
  const all = wordsOf(words, c);
  if (c.item !== undefined) return all.map((s) => s.text).join('');
  const article = words.articles.find((a) => a.number === c.article && (a.branch ?? 0) === (c.branch ?? 0));
  if (c.paragraph === undefined && (article?.paragraphs.length ?? 0) > 1) return '';
  const own = article?.paragraphs[(c.paragraph ?? 1) - 1]?.sentences ?? [];
  return own.map((s) => s.text).join('');
}

const branch = (b: number | undefined): { readonly branch?: number } =>
  b === undefined ? {} : { branch: b };
const wholeArticle = (c: Citation): Citation => ({ article: c.article, ...branch(c.branch) });

function compare(a: Citation, b: Citation): number {
  for (const part of ['article', 'branch', 'paragraph', 'item', 'sentence'] as const) {
    const difference = (a[part] ?? 0) - (b[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** 「（第五條）」 after a condition, or nothing. */
export function citeInlines(cites: readonly Cite[], places: Places): readonly Inline[] {
  const links = citeLinks(cites, places);
  return links.length === 0 ? [] : ['（', ...separated(links), '）'];
}

export const citeLinks = (cites: readonly Cite[], places: Places): readonly Inline[] =>
  cites
    .filter((c) => c.citation.article !== 0)
    .map(({ citation }) => {
      const text = formatCitation(citation, 'zh');
      const to = places.idOf(citation);
      return to === undefined ? text : { text, to };
    });
