import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { SourceWords } from '../report/source-words.ts';
import { wordsOf } from '../source/compare.ts';
import { type OfficialText, parseOfficialText } from '../source/official-text.ts';
import type { Citation } from '../text/citation.ts';
import { joinSpans, type Span } from '../text/span.ts';
import { EXIT } from './exit-code.ts';
import { kindOf, readText, startOf } from './files.ts';
import type { Session } from './session.ts';

export interface ReadOfficialText {
  /** Absent while the text has errors. */
  readonly text?: OfficialText;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the official text that the user named and says what is wrong with it. */
export function readOfficialText(session: Session, path: string): ReadOfficialText {
  const diagnostics: Diagnostic[] = [];
  let text: OfficialText | undefined;
  if (path !== '-' && kindOf(path) === 'folder') {
    diagnostics.push(report('unreadable-file', startOf(path), { path, reason: 'EISDIR' }));
  } else {
    const read = readText(session, path);
    diagnostics.push(...read.diagnostics);
    const parsed = read.file && parseOfficialText(read.file);
    if (parsed) {
      diagnostics.push(...parsed.diagnostics);
      if (!parsed.diagnostics.some((d) => d.severity === 'error')) text = parsed.value;
    }
  }
  session.emit(diagnostics, EXIT.input);
  return { ...(text ? { text } : {}), diagnostics };
}

/** For verdicts: the words behind citations, `none` where no text was asked for, `wrong` if it cannot be read. */
export function wordsOption(session: Session, path: string | undefined): SourceWords | 'none' | 'wrong' {
  if (path === undefined) return 'none';
  const { text } = readOfficialText(session, path);
  return text ? wordsIn(text) : 'wrong';
}

export const wordsIn =
  (text: OfficialText): SourceWords =>
  (cites) =>
    cites.flatMap(({ citation }) => {
      const words = wordsOf(text, citation).map((s) => s.text);
      return words.length === 0 ? [] : [{ citation, words: words.join('') }];
    });

/** Where the text has a provision: from its first sentence to its last. */
export const provisionsOf =
  (text: OfficialText) =>
  (citation: Citation): Span | undefined => {
    const sentences = wordsOf(text, citation);
    const [first, last] = [sentences[0], sentences.at(-1)];
    return first && last && joinSpans(first.span, last.span);
  };
