import type { Bilingual } from '../diagnostics/diagnostic.ts';
import { didYouMean, nearest } from '../diagnostics/report.ts';

/** «Did you mean» for short Chinese names: a candidate must share a character, or it is only noise. */
export function suggest(word: string, candidates: Iterable<string>): { hint?: Bilingual } {
  const hint = didYouMean(word, sharing(word, candidates));
  return hint ? { hint } : {};
}

export function nearestName(word: string, candidates: Iterable<string>): string | undefined {
  return nearest(word, sharing(word, candidates));
}

function sharing(word: string, candidates: Iterable<string>): string[] {
  const letters = new Set(word);
  return [...candidates].filter((candidate) => Array.from(candidate).some((c) => letters.has(c)));
}
