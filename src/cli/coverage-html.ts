import { htmlPage, htmlTable } from '../report/html-page.ts';
import { REPORT_STYLE } from '../report/html-style.ts';
import type { Voice } from '../report/voice.ts';
import type { ChapterCoverage, CoverageCount, SentenceCoverage } from '../source/sentence-coverage.ts';
import { citationKey, formatCitation } from '../text/citation-text.ts';
import { escapeMarkup } from '../text/escape.ts';
import { chapterTitle, citedByLines, STATE } from './coverage-lines.ts';
import { type MessageKey, say } from './messages.ts';

/** One self-contained page: the chapters with their percentages, then every sentence. */
export function coverageHtml(
  title: string,
  rows: readonly SentenceCoverage[],
  chapters: readonly ChapterCoverage[],
  total: CoverageCount,
  wordsOf: (row: SentenceCoverage) => string | undefined,
  voice: Voice,
): string {
  const language = voice.language === 'en' ? 'en' : 'zh';
  const text = (key: MessageKey) => ({ text: say(voice, key) });
  const number = (key: MessageKey) => ({ ...text(key), n: true as const });
  const heading = say(voice, 'coverageTitle', { title });
  const count = (name: string, c: CoverageCount): readonly string[] => [
    escapeMarkup(name),
    ...[c.sentences, c.encoded, c.declaratory, c.untouched].map(String),
    `${c.percent}%`,
  ];
  const overview = htmlTable(
    say(voice, 'coverageOverview'),
    [
      text('columnPlace'),
      number('columnSentences'),
      number('stateEncoded'),
      number('stateDeclaratory'),
      number('stateUntouched'),
      { text: '%', n: true },
    ],
    [...chapters.map((c) => count(chapterTitle(c, voice), c)), count(say(voice, 'total'), total)],
  );
  const sentences = htmlTable(
    say(voice, 'coverageSentences'),
    [text('columnPlace'), { ...text('columnState'), word: true }, text('columnCitedBy')],
    rows.map((row) => {
      const words = wordsOf(row);
      const by = citedByLines(row.citedBy, voice)
        .map((line) => `<p>${escapeMarkup(line)}</p>`)
        .join('');
      return [
        escapeMarkup(formatCitation(row.citation, language)),
        escapeMarkup(say(voice, STATE[row.state].key)),
        `${words === undefined ? '' : `<p class="quiet">${escapeMarkup(words)}</p>`}${by}`,
      ];
    }),
    (i) => {
      const row = rows[i];
      return row ? ` class="${row.state}" id="${citationKey(row.citation)}"` : '';
    },
  );
  return htmlPage(
    voice.language,
    heading,
    REPORT_STYLE,
    `<h1>${escapeMarkup(heading)}</h1>\n${overview}\n${sentences}`,
  );
}
