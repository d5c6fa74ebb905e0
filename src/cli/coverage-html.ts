import type { Voice } from '../report/voice.ts';
import type { ChapterCoverage, CoverageCount, SentenceCoverage } from '../source/sentence-coverage.ts';
import { citationKey, formatCitation } from '../text/citation-text.ts';
import { chapterTitle, citedByLines, STATE } from './coverage-lines.ts';
import { type MessageKey, say } from './messages.ts';

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => `&#${c.codePointAt(0)};`).replace(/[\ud800-\udfff]/gu, '\ufffd');

const STYLE = `:root{color-scheme:light dark}
body{font:16px/1.6 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%;margin:1rem 0}
th,td{border-bottom:1px solid #8886;padding:.3rem .6rem;text-align:left;vertical-align:top}
td.n{text-align:right;font-variant-numeric:tabular-nums}
tr.untouched td:first-child{border-left:.3rem solid #d33}
tr.encoded td:first-child{border-left:.3rem solid #2a2}
tr.declaratory td:first-child{border-left:.3rem solid #28a}
.words{opacity:.75}
@media print{body{max-width:none;margin:0}tr{break-inside:avoid}}`;

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
  const text = (key: MessageKey) => escapeHtml(say(voice, key));
  const heading = escapeHtml(say(voice, 'coverageTitle', { title }));
  const count = (name: string, c: CoverageCount): string =>
    `<tr><td>${escapeHtml(name)}</td>${[c.sentences, c.encoded, c.declaratory, c.untouched]
      .map((n) => `<td class="n">${n}</td>`)
      .join('')}<td class="n">${c.percent}%</td></tr>`;
  const sentence = (row: SentenceCoverage): string => {
    const words = wordsOf(row);
    const by = citedByLines(row.citedBy, voice).map(escapeHtml).join('<br>');
    const own = words === undefined ? '' : `<div class="words">${escapeHtml(words)}</div>`;
    const id = citationKey(row.citation);
    return `<tr class="${row.state}" id="${id}"><td>${escapeHtml(formatCitation(row.citation, language))}</td><td>${text(STATE[row.state].key)}</td><td>${own}${by}</td></tr>`;
  };
  const head = (keys: readonly MessageKey[], more = ''): string =>
    `<thead><tr>${keys.map((key) => `<th>${text(key)}</th>`).join('')}${more}</tr></thead>`;
  return `<!doctype html>
<html lang="${voice.language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${heading}</title>
<style>
${STYLE}
</style>
<h1>${heading}</h1>
<table>
${head(['columnPlace', 'columnSentences', 'stateEncoded', 'stateDeclaratory', 'stateUntouched'], '<th>%</th>')}
<tbody>
${[...chapters.map((c) => count(chapterTitle(c, voice), c)), count(say(voice, 'total'), total)].join('\n')}
</tbody>
</table>
<table>
${head(['columnPlace', 'columnState', 'columnCitedBy'])}
<tbody>
${rows.map(sentence).join('\n')}
</tbody>
</table>
</html>
`;
}
