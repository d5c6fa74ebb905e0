import type { Cite } from '../check/model.ts';
import type { Citation } from '../text/citation.ts';
import { formatCitation } from '../text/citation-text.ts';
import { printable } from '../text/display-width.ts';
import type { Voice } from './voice.ts';
import { WORD } from './wording.ts';

/** The issuer's own words of the cited places, from the text that the user gave; places it lacks are left out. */
export type SourceWords = (
  cites: readonly Cite[],
) => readonly { readonly citation: Citation; readonly words: string }[];

/** `原文：…`, with the place where there are several. The words are shown as they are, in no other script. */
export function sourceWordLines(
  cites: readonly Cite[],
  wordsOf: SourceWords | undefined,
  voice: Voice,
): string[] {
  const found = wordsOf?.(cites) ?? [];
  const language = voice.language === 'en' ? 'en' : 'zh';
  return found.map(({ citation, words }) => {
    const place = found.length === 1 ? '' : ` ${formatCitation(citation, language)}`;
    return `${voice.say(WORD.sourceWords)}${place}${voice.say(WORD.colon)}${printable(words)}`;
  });
}
