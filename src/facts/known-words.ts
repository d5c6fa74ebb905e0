import { rememberCanonical } from '../check/canonical-name.ts';
import { once } from '../text/once.ts';
import { ATTESTATION_WORDS, CASE_WORDS } from './case-words.ts';
import { LITERAL_WORDS } from './literal.ts';
import { DURATION_WORDS, MONEY_WORDS } from './unit-words.ts';

/** Words of the case format that are their own canonical form (held by a test). */
export function knownWords(): readonly string[] {
  return [
    ...[CASE_WORDS, ATTESTATION_WORDS].flatMap((words) => Object.values(words).flat()),
    ...LITERAL_WORDS,
    ...Object.values(DURATION_WORDS).flat(),
    ...Object.keys(MONEY_WORDS),
    '月',
  ].filter((word) => !NOT_CANONICAL.has(word));
}
const NOT_CANONICAL: ReadonlySet<string> = new Set(['週']);

/** So that a case written in these words and in the names of the rulebook is read without the dictionaries. */
export const rememberKnownWords = once(() => rememberCanonical(knownWords()));
