import type { Model } from '../check/model.ts';
import type { Citation } from '../text/citation.ts';
import { citationKey } from '../text/citation-text.ts';
import type { CitingKind } from './cited-places.ts';
import { coverage, uncoveredProvisions, uncoveredSentences } from './coverage.ts';
import { findArticle, type SourceLock } from './lock-tree.ts';

/** `encoded`: something decides by it; `declaratory`: only declared to be undecidable; `untouched`: neither. */
export type CoverageState = 'encoded' | 'declaratory' | 'untouched';

export interface CitingDeclaration {
  readonly kind: CitingKind;
  readonly name: string;
  /** Why a declaratory provision is not decided. */
  readonly reason?: string;
}
export interface SentenceCoverage {
  readonly citation: Citation;
  readonly chapter?: number;
  readonly state: CoverageState;
  readonly citedBy: readonly CitingDeclaration[];
}
export interface CoverageCount {
  readonly sentences: number;
  readonly encoded: number;
  readonly declaratory: number;
  readonly untouched: number;
  /** Whole per cent of sentences not untouched, rounded down: 100 means all. */
  readonly percent: number;
}
export interface ChapterCoverage extends CoverageCount {
  readonly chapter?: number;
  readonly title?: string;
}

/** Every sentence of the official text with what the rulebook makes of it, in reading order. */
export function sentenceCoverage(model: Model, lock: SourceLock): SentenceCoverage[] {
  return coverage(model, lock)
    .filter((row) => row.level === 'sentence')
    .map(({ citation, citedBy }) => {
      const chapter = findArticle(lock.articles, citation)?.chapter;
      const unique = new Map(citedBy.map(({ kind, name }) => [`${kind} ${name}`, { kind, name }]));
      const state: CoverageState =
        unique.size === 0
          ? 'untouched'
          : [...unique.values()].some(({ kind }) => kind !== 'declaratory')
            ? 'encoded'
            : 'declaratory';
      const withReason = ({ kind, name }: { kind: CitingKind; name: string }): CitingDeclaration => {
        const reason = kind === 'declaratory' ? model.declaratory[name]?.reason : undefined;
        return { kind, name, ...(reason === undefined ? {} : { reason }) };
      };
      return {
        citation,
        ...(chapter === undefined ? {} : { chapter }),
        state,
        citedBy: [...unique.values()].map(withReason),
      };
    });
}

export function countCoverage(rows: readonly SentenceCoverage[]): CoverageCount {
  const of = (state: CoverageState): number => rows.filter((row) => row.state === state).length;
  const untouched = of('untouched');
  const percent = rows.length === 0 ? 100 : Math.floor(((rows.length - untouched) * 100) / rows.length);
  return {
    sentences: rows.length,
    encoded: of('encoded'),
    declaratory: of('declaratory'),
    untouched,
    percent,
  };
}

/** In the order of the text; what stands before the first chapter has no number. */
export function chapterCoverage(rows: readonly SentenceCoverage[], lock: SourceLock): ChapterCoverage[] {
  const chapters = [...new Set(rows.map((row) => row.chapter))];
  return chapters.map((chapter) => {
    const title = lock.chapters.find((c) => c.number === chapter)?.title;
    return {
      ...(chapter === undefined ? {} : { chapter }),
      ...(title === undefined ? {} : { title }),
      ...countCoverage(rows.filter((row) => row.chapter === chapter)),
    };
  });
}

/** 條, 款, 項 that nothing cites, and the sentences that nothing cites of those places that something does. */
export function untouchedPlaces(model: Model, lock: SourceLock): Citation[] {
  const provisions = uncoveredProvisions(model, lock);
  const whole = new Set(provisions.map(citationKey));
  const above = ({ sentence: _, ...place }: Citation): Citation => place;
  const articleOf = ({ article, branch }: Citation): Citation => ({
    article,
    ...(branch === undefined ? {} : { branch }),
  });
  return [
    ...provisions,
    ...uncoveredSentences(model, lock).filter(
      (c) => !whole.has(citationKey(above(c))) && !whole.has(citationKey(articleOf(c))),
    ),
  ];
}
