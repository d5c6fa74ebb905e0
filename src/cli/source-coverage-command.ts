import { eIdOf } from '../export/eid.ts';
import { wordsOf } from '../source/compare.ts';
import {
  chapterCoverage,
  countCoverage,
  type SentenceCoverage,
  sentenceCoverage,
} from '../source/sentence-coverage.ts';
import { formatCitation } from '../text/citation-text.ts';
import { coverageHtml } from './coverage-html.ts';
import { coverageLines } from './coverage-lines.ts';
import { EXIT } from './exit-code.ts';
import type { Session } from './session.ts';
import { openLocked } from './source-command.ts';
import { readOfficialText } from './source-text.ts';

export interface CoverageOptions {
  readonly format: 'table' | 'json' | 'html';
  readonly source?: string;
}

/** `source coverage`: what the rulebook makes of every sentence; 1 if it makes nothing of one. */
export function sourceCoverageCommand(
  session: Session,
  args: readonly string[],
  options: CoverageOptions,
): void {
  const book = openLocked(session, args.length > 0 ? args : undefined);
  const read = options.source === undefined ? undefined : readOfficialText(session, options.source);
  if (!book || (read && !read.text)) return;
  const { model } = book.compiled;
  const rows = sentenceCoverage(model, book.lock);
  const chapters = chapterCoverage(rows, book.lock);
  const total = countCoverage(rows);
  const words = ({ citation }: SentenceCoverage): string | undefined =>
    read?.text && wordsOf(read.text, citation)[0]?.text;
  const title = model.book?.title ?? book.lock.title ?? book.label;
  if (total.untouched > 0) session.exit(EXIT.violation);
  if (options.format === 'table')
    return session.print(...coverageLines(rows, chapters, total, words, session.voice));
  if (options.format === 'html')
    return session.io.out(coverageHtml(title, rows, chapters, total, words, session.voice));
  const sentences = rows.map((row) => {
    const own = words(row);
    return {
      citation: { text: formatCitation(row.citation, 'zh'), eId: eIdOf(row.citation), ...row.citation },
      ...(row.chapter === undefined ? {} : { chapter: row.chapter }),
      state: row.state,
      citedBy: row.citedBy,
      ...(own === undefined ? {} : { words: own }),
    };
  });
  session.data(JSON.stringify({ title, total, chapters, sentences }, null, 2));
}
