import { chmodSync, lstatSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { byteOrderMark, decodeText } from '../text/decode.ts';
import type { SourceFile } from '../text/span.ts';
import { errorReason } from './error-reason.ts';
import { startOf } from './files.ts';

/** What became of a text that was to stand in the place of another. */
export type Replaced = 'replaced' | 'read-only' | 'changed' | { readonly failed: string };

/**
 * Puts `after` in the place of a file whose text was `before`: whole or not at all, with the rights and the byte order
 * mark it had. Not where the file may not be written, and not where it has changed since it was read: what somebody typed
 * in the meantime is not lost.
 */
export function replaceText(path: string, before: string, after: string): Replaced {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const { mode } = statSync(path);
    if ((mode & 0o222) === 0) return 'read-only';
    const bytes = readFileSync(path);
    if (decodeText(bytes, path).value.text !== before) return 'changed';
    writeFileSync(temporary, byteOrderMark(bytes) + after, { flag: 'wx' });
    chmodSync(temporary, mode);
    renameSync(temporary, path);
    return 'replaced';
  } catch (error) {
    rmSync(temporary, { force: true });
    return { failed: errorReason(error) };
  }
}

/** The same for a rule file that is mended, but never through a link: what it points to may be anybody's. The result says what went wrong. */
export function rewriteFile({ name: path, text }: SourceFile, after: string): Diagnostic | undefined {
  const unwritable = (reason: string) => report('unwritable-file', startOf(path), { path, reason });
  try {
    if (lstatSync(path).isSymbolicLink()) return report('fix-linked-file', startOf(path), { path });
  } catch (error) {
    return unwritable(errorReason(error));
  }
  const replaced = replaceText(path, text, after);
  if (replaced === 'replaced') return undefined;
  if (replaced === 'changed') return report('fix-changed-file', startOf(path), { path });
  return unwritable(replaced === 'read-only' ? 'EACCES' : replaced.failed);
}
