import { applyFixes } from '../diagnostics/apply-fixes.ts';
import { report } from '../diagnostics/report.ts';
import { type Compiled, compile } from '../pipeline.ts';
import { lockToJson, type SourceLock } from '../source/lock.ts';
import type { OfficialText } from '../source/official-text.ts';
import { movesOf } from '../source/renewed-lock.ts';
import { onceFor } from '../text/once.ts';
import type { SourceFile } from '../text/span.ts';
import { EXIT } from './exit-code.ts';
import { type FixOptions, mend, putInPlace } from './fixes.ts';
import { say } from './messages.ts';
import type { LoadedRulebook } from './rulebook.ts';
import type { RulebookFiles } from './rulebook-files.ts';
import type { Session } from './session.ts';

/**
 * The rulebook with what can be mended mended: first the language, as long as no new error comes of it; then, where the
 * official text is given, citations of sentences that have moved, together with the lock.
 */
export function mendRulebook(
  session: Session,
  read: RulebookFiles,
  book: LoadedRulebook,
  official: OfficialText | undefined,
  options: FixOptions,
): RulebookFiles {
  const diagnosticsOf = onceFor((texts: readonly SourceFile[]) => compile(texts, book.lock).diagnostics);
  const errorsIn = (texts: readonly SourceFile[]) =>
    diagnosticsOf(texts).filter((d) => d.severity === 'error').length;
  const before = errorsIn(read.files);
  const files = mend(session, read.files, diagnosticsOf, (texts) => errorsIn(texts) <= before, options);
  const compiled = compile(files).value;
  if (!official || !book.lock || !read.lock || !compiled.plan) return { ...read, files };
  return moveCitations(session, { ...read, files, lock: read.lock }, compiled, official, book.lock, options);
}

function moveCitations(
  session: Session,
  read: RulebookFiles & { readonly lock: SourceFile },
  { model }: Compiled,
  official: OfficialText,
  lock: SourceLock,
  options: FixOptions,
): RulebookFiles {
  const { moved, lock: renewed } = movesOf(official, lock, model);
  if (moved.length === 0) return read;
  if (!renewed) {
    session.emit([report('fix-needs-reading', undefined, { sentences: moved.length })], EXIT.rules);
    return read;
  }
  const { texts, refused } = applyFixes(
    read.files,
    moved,
    (now) => compile(now, renewed).value.plan !== undefined,
  );
  if (refused.length > 0) {
    session.emit([report('fix-needs-reading', undefined, { sentences: refused.length })], EXIT.rules);
    return read;
  }
  const changes = [...read.files, read.lock].flatMap((before, i) => {
    const after = texts[i]?.text ?? lockToJson(renewed);
    return before.text === after ? [] : [{ before, after }];
  });
  const failed = putInPlace(session, changes, options);
  if (options.dryRun || failed.size > 0) return read;
  session.io.err(`${say(session.voice, 'fixed', { n: moved.length, files: changes.length })}\n`);
  return { ...read, files: texts, lock: { ...read.lock, text: lockToJson(renewed) } };
}
