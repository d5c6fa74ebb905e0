import type { Model } from '../check/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Citation } from '../text/citation.ts';
import { citationKey } from '../text/citation-text.ts';
import type { Span } from '../text/span.ts';
import { citedPlaces } from './cited-places.ts';
import { allSentences, compareWithLock, wordsOf } from './compare.ts';
import { makeLock, type SourceLock } from './lock.ts';
import type { LockSentence } from './lock-tree.ts';
import type { OfficialText } from './official-text.ts';

/** Sentences that have moved, with their fixes, and the lock for after those fixes. */
export interface Moves {
  readonly moved: readonly Diagnostic[];
  /**
   * The places of the new text; a sentence with other words keeps its old fingerprint and a new one has none, so that both
   * are still told. Absent where some citation cannot follow by itself (of a whole 款 that its sentence has left, of a
   * sentence that is gone): a new lock would hide that.
   */
  readonly lock?: SourceLock;
}

/**
 * A citation that was moved once and is compared with the old lock again would be moved twice. So the citations and the
 * lock change together, or neither.
 */
export function movesOf(text: OfficialText, lock: SourceLock, model: Model): Moves {
  const found = compareWithLock(text, lock, model);
  const moved = found.filter((d) => d.code === 'source-sentence-moved');
  const cites = citedPlaces(model).map(({ cite }) => cite);
  const follows = (d: Diagnostic): boolean =>
    d.related.every(
      ({ span }) =>
        d.fix?.edits.some((e) => sameSpan(e.span, span)) ||
        cites.some((c) => sameSpan(c.span, span) && stillHolds(text, c.citation, d.span)),
    );
  const lost = found.some((d) => d.code === 'source-sentence-removed' && d.related.length > 0);
  if (lost || !moved.every(follows)) return { moved };
  return { moved, lock: withOldWords(text, lock, found) };
}

const stillHolds = (text: OfficialText, citation: Citation, sentence: Span | undefined): boolean =>
  wordsOf(text, citation).some((s) => s.span.start === sentence?.start);

const sameSpan = (a: Span, b: Span): boolean => a.file === b.file && a.start === b.start && a.end === b.end;

/** The fingerprint of no sentence: what is new is told until somebody has read it and locks the text. */
const UNREAD = '0'.repeat(64);

function withOldWords(text: OfficialText, lock: SourceLock, found: readonly Diagnostic[]): SourceLock {
  const keyAt = new Map(
    allSentences(text).map(({ citation, sentence }) => [sentence.span.start, citationKey(citation)]),
  );
  const keysOf = (code: Diagnostic['code']) =>
    new Set(found.flatMap((d) => (d.code === code && d.span ? [keyAt.get(d.span.start)] : [])));
  const [changed, added] = [keysOf('source-sentence-changed'), keysOf('source-sentence-added')];
  const before = new Map<string, LockSentence>();
  eachSentence(lock, (key, sentence) => {
    before.set(key, sentence);
    return sentence;
  });
  return eachSentence(makeLock(text), (key, sentence) =>
    changed.has(key)
      ? (before.get(key) ?? sentence)
      : added.has(key)
        ? { ...sentence, sha256: UNREAD }
        : sentence,
  );
}

/** The lock with each sentence as `change` gives it. */
function eachSentence(
  lock: SourceLock,
  change: (key: string, sentence: LockSentence) => LockSentence,
): SourceLock {
  return {
    ...lock,
    articles: lock.articles.map((a) => {
      const base = { article: a.number, ...(a.branch === undefined ? {} : { branch: a.branch }) };
      const all = (place: Citation, list: readonly LockSentence[]) =>
        list.map((s, i) => change(citationKey({ ...place, sentence: i + 1 }), s));
      return {
        ...a,
        paragraphs: a.paragraphs.map((p, n) => {
          const place = { ...base, paragraph: n + 1 };
          return {
            sentences: all(place, p.sentences),
            items: p.items.map((i) => ({ ...i, sentences: all({ ...place, item: i.number }, i.sentences) })),
          };
        }),
      };
    }),
  };
}
