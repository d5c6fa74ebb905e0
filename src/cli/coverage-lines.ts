import type { Style, Voice } from '../report/voice.ts';
import { WORD } from '../report/wording.ts';
import { CITING_WORD } from '../source/cited-places.ts';
import type {
  ChapterCoverage,
  CitingDeclaration,
  CoverageCount,
  CoverageState,
  SentenceCoverage,
} from '../source/sentence-coverage.ts';
import { chineseNumeral, formatCitation } from '../text/citation-text.ts';
import { displayWidth, padEnd, printable } from '../text/display-width.ts';
import { type MessageKey, say } from './messages.ts';

export const STATE: Readonly<Record<CoverageState, { key: MessageKey; mark: string; style: Style }>> = {
  encoded: { key: 'stateEncoded', mark: '✓', style: 'green' },
  declaratory: { key: 'stateDeclaratory', mark: '○', style: 'cyan' },
  untouched: { key: 'stateUntouched', mark: '✗', style: 'red' },
};

/** `規則：甲、乙`, one line a kind; a declaratory provision with its reason. */
export function citedByLines(citedBy: readonly CitingDeclaration[], voice: Voice): string[] {
  const kinds = [...new Set(citedBy.map((c) => c.kind))];
  return kinds.map((kind) => {
    const names = citedBy
      .filter((c) => c.kind === kind)
      .map(({ name, reason }) => {
        const why =
          reason === undefined ? '' : `${voice.say(WORD.open)}${printable(reason)}${voice.say(WORD.close)}`;
        return printable(name) + why;
      });
    return `${voice.say(CITING_WORD[kind])}${voice.say(WORD.colon)}${names.join(voice.say(WORD.sequence))}`;
  });
}

export function chapterTitle({ chapter, title }: ChapterCoverage, voice: Voice): string {
  if (chapter === undefined) return say(voice, 'noChapter');
  const name = say(voice, 'chapterName', {
    n: voice.language === 'en' ? chapter : chineseNumeral(chapter),
  });
  return printable([name, ...(title === undefined || title === '' ? [] : [title])].join(' '));
}

export const countText = (count: CoverageCount, voice: Voice): string =>
  say(voice, 'coverageCount', { ...count });

/** The table: a line a sentence, then a line a chapter and the total. */
export function coverageLines(
  rows: readonly SentenceCoverage[],
  chapters: readonly ChapterCoverage[],
  total: CoverageCount,
  wordsOf: (row: SentenceCoverage) => string | undefined,
  voice: Voice,
): string[] {
  const language = voice.language === 'en' ? 'en' : 'zh';
  const places = rows.map((row) => formatCitation(row.citation, language));
  const width = Math.max(0, ...places.map(displayWidth));
  const lines = rows.flatMap((row, i) => {
    const { key, mark, style } = STATE[row.state];
    const by = citedByLines(row.citedBy, voice).join(' · ');
    const words = wordsOf(row);
    return [
      `${padEnd(places[i] ?? '', width)}  ${voice.paint(style, `${mark} ${say(voice, key)}`)}  ${by}`.trimEnd(),
      ...(words === undefined ? [] : [`    ${voice.paint('dim', printable(words))}`]),
    ];
  });
  const titles = chapters.map((chapter) => chapterTitle(chapter, voice));
  const all = say(voice, 'total');
  const room = Math.max(displayWidth(all), ...titles.map(displayWidth));
  return [
    ...lines,
    '',
    ...chapters.map((chapter, i) => `${padEnd(titles[i] ?? '', room)}  ${countText(chapter, voice)}`),
    `${padEnd(all, room)}  ${countText(total, voice)}`,
  ];
}
