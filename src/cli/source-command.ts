import { report } from '../diagnostics/report.ts';
import { eIdOf } from '../export/eid.ts';
import { citationProblem } from '../source/citations.ts';
import { compareWithLock, wordsOf } from '../source/compare.ts';
import { lockToJson, makeLock, resolveInLock, type SourceLock } from '../source/lock.ts';
import { checkQuotations } from '../source/quotations.ts';
import { sentenceCoverage } from '../source/sentence-coverage.ts';
import type { Citation } from '../text/citation.ts';
import { formatCitation, parseCitation } from '../text/citation-text.ts';
import { printable } from '../text/display-width.ts';
import { citedByLines } from './coverage-lines.ts';
import { EXIT } from './exit-code.ts';
import { say } from './messages.ts';
import { compileRulebook, type LoadedRulebook } from './rulebook.ts';
import { readRulebook, rulebookPaths } from './rulebook-files.ts';
import type { Session } from './session.ts';
import { readOfficialText } from './source-text.ts';
import { tryWrite } from './write.ts';

/** `source lock TEXT`: the structure and the fingerprints of the official text, without its words. */
export function sourceLockCommand(session: Session, path: string, output: string | undefined): void {
  const { text } = readOfficialText(session, path);
  if (!text) return;
  const json = lockToJson(makeLock(text));
  if (output === undefined) return session.io.out(json);
  if (!tryWrite(session, output, json)) return;
  session.print(
    say(session.voice, 'lockWritten', {
      path: output,
      articles: text.articles.length,
      sentences: text.sentenceCount,
    }),
  );
}

export interface VerifyOptions {
  readonly rules?: readonly string[];
}

/** `source verify TEXT`: is this the text that the rulebook was written for? */
export function sourceVerifyCommand(session: Session, path: string, options: VerifyOptions): void {
  const book = openLocked(session, options.rules);
  const { text } = readOfficialText(session, path);
  if (!book || !text) return;
  const { model } = book.compiled;
  const different = [...compareWithLock(text, book.lock, model), ...checkQuotations(model, text)];
  session.emit(different, EXIT.violation);
  if (different.length > 0) return;
  const { voice } = session;
  const done = say(voice, 'verified', { articles: text.articles.length, sentences: text.sentenceCount });
  session.print(`${voice.paint('green', '✓')} ${done}`);
}

export interface ShowOptions {
  readonly rules?: readonly string[];
  readonly source?: string;
}

/** `source show CITATION`: every sentence of the place, its words if they were given, and what cites it. */
export function sourceShowCommand(session: Session, written: string, options: ShowOptions): void {
  const citation = parseCitation(written);
  if (!citation || citation.article === 0) {
    return session.emit([report('bad-citation-argument', undefined, { text: written })], EXIT.usage);
  }
  const book = openLocked(session, options.rules);
  const read = options.source === undefined ? undefined : readOfficialText(session, options.source);
  if (!book || (read && !read.text)) return;
  const problem = citationProblem(citation, undefined, book.lock);
  const resolved = resolveInLock(book.lock, citation);
  if (problem || !resolved.found) return session.emit(problem ? [problem] : [], EXIT.input);
  const { voice } = session;
  const language = voice.language === 'en' ? 'en' : 'zh';
  const rows = sentenceCoverage(book.compiled.model, book.lock).filter((row) =>
    within(row.citation, resolved.citation),
  );
  for (const row of rows) {
    const locked = resolveInLock(book.lock, row.citation);
    const sentence = locked.found ? locked.sentences[0] : undefined;
    const words = read?.text && wordsOf(read.text, row.citation)[0]?.text;
    session.print(
      `${voice.paint('bold', formatCitation(row.citation, language))}  ${voice.paint('dim', eIdOf(row.citation))}`,
      `  ${
        words === undefined
          ? say(voice, 'showLocked', {
              length: sentence?.length ?? 0,
              sha: sentence?.sha256.slice(0, 12) ?? '',
            })
          : printable(words)
      }`,
      ...(row.citedBy.length === 0 ? [say(voice, 'showNothing')] : citedByLines(row.citedBy, voice)).map(
        (line) => `  ${line}`,
      ),
    );
  }
}

/** Whether a sentence lies in a resolved place. */
function within(inner: Citation, outer: Citation): boolean {
  return (['article', 'branch', 'paragraph', 'item', 'sentence'] as const).every((part) => {
    if (part === 'item' && outer.sentence !== undefined) return inner.item === outer.item;
    return part === 'branch' ? inner.branch === outer.branch : [undefined, inner[part]].includes(outer[part]);
  });
}

type LockedRulebook = LoadedRulebook & { readonly lock: SourceLock };

/** The rulebook with its lock, named by `paths` or found; its errors end the run with 3. */
export function openLocked(
  session: Session,
  given: readonly string[] | undefined,
): LockedRulebook | undefined {
  const paths = given ?? rulebookPaths(session, []);
  if (paths === undefined) return undefined;
  const book = compileRulebook(session, readRulebook(session, paths));
  session.emit(
    book.diagnostics.filter((d) => d.severity === 'error'),
    EXIT.rules,
  );
  const { lock } = book;
  if (lock) return { ...book, lock };
  session.emit([report('lock-required', undefined, { path: book.label })], EXIT.rules);
  return undefined;
}
