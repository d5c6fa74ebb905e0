import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { SourceWords } from '../report/source-words.ts';
import { wordsOf } from '../source/compare.ts';
import { type OfficialText, parseOfficialText } from '../source/official-text.ts';
import type { Citation } from '../text/citation.ts';
import { citationKey } from '../text/citation-text.ts';
import type { Span } from '../text/span.ts';
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

/** Where the text has a provision. */
export function provisionsOf(text: OfficialText): (citation: Citation) => Span | undefined {
  const places = placesOf(text);
  return (citation) => places.get(citationKey(citation));
}

/** Where 條, 款, 項 and 句 stand in the text, by the key of their citation. */
export function placesOf(text: OfficialText): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  for (const article of text.articles) {
    const base = {
      article: article.number,
      ...(article.branch === undefined ? {} : { branch: article.branch }),
    };
    spans.set(citationKey(base), article.paragraphs[0]?.span ?? article.span);
    for (const [p, paragraph] of article.paragraphs.entries()) {
      const place = { ...base, paragraph: p + 1 };
      spans.set(citationKey(place), paragraph.span);
      for (const [s, sentence] of paragraph.sentences.entries())
        spans.set(citationKey({ ...place, sentence: s + 1 }), sentence.span);
      for (const item of paragraph.items) {
        spans.set(citationKey({ ...place, item: item.number }), item.span);
        for (const [s, sentence] of item.sentences.entries())
          spans.set(citationKey({ ...place, item: item.number, sentence: s + 1 }), sentence.span);
      }
    }
  }
  return spans;
}
