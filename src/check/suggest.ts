import type { Bilingual } from '../diagnostics/diagnostic.ts';
import * as names from '../diagnostics/report.ts';

/** «Did you mean» for short Chinese names: a candidate must share a character, or it is only noise. */
export function didYouMean(word: string, candidates: Iterable<string>): Bilingual | undefined {
  return names.didYouMean(word, sharing(word, candidates));
}

export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return names.nearest(word, sharing(word, candidates));
}

function sharing(word: string, candidates: Iterable<string>): string[] {
  const letters = new Set(word);
  return [...candidates].filter((candidate) => Array.from(candidate).some((c) => letters.has(c)));
}
