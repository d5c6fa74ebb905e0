import { report } from '../diagnostics/report.ts';
import { lockToJson, makeLock } from '../source/lock.ts';
import { parseOfficialText } from '../source/official-text.ts';
import { EXIT } from './exit-code.ts';
import { kindOf, readText, startOf } from './files.ts';
import { say } from './messages.ts';
import type { Session } from './session.ts';
import { tryWrite } from './write.ts';

/** `source lock TEXT`: the structure and the fingerprints of the official text, without its words. */
export function sourceLockCommand(session: Session, path: string, output: string | undefined): void {
  if (path !== '-' && kindOf(path) === 'folder') {
    return session.emit([report('unreadable-file', startOf(path), { path, reason: 'EISDIR' })], EXIT.input);
  }
  const read = readText(session, path);
  session.emit(read.diagnostics, EXIT.input);
  if (!read.file) return;
  const text = parseOfficialText(read.file);
  session.emit(text.diagnostics, EXIT.input);
  if (text.diagnostics.some((d) => d.severity === 'error')) return;
  const json = lockToJson(makeLock(text.value));
  if (output === undefined) return session.io.out(json);
  if (!tryWrite(session, output, json)) return;
  session.print(
    say(session.voice, 'lockWritten', {
      path: output,
      articles: text.value.articles.length,
      sentences: text.value.sentenceCount,
    }),
  );
}
