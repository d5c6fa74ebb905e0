import { chmodSync, lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { decodeText } from '../text/decode.ts';
import type { SourceFile } from '../text/span.ts';
import { errorReason } from './error-reason.ts';
import { startOf } from './files.ts';

/**
 * Puts `after` in the place of a file whose text was `before`: whole or not at all, with the rights and the byte order
 * mark it had. Refuses a link (what it points to may be anybody's), a file that may not be written, and one that has
 * changed since it was read: what somebody typed in the meantime is not lost. The result says what went wrong.
 */
export function rewriteFile(before: SourceFile, after: string): Diagnostic | undefined {
  const path = before.name;
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const stat = lstatSync(path);
    if (stat.isSymbolicLink()) return report('fix-linked-file', startOf(path), { path });
    if ((stat.mode & 0o222) === 0) return unwritable(path, 'EACCES');
    const bytes = readFileSync(path);
    if (decodeText(bytes, path).value.text !== before.text)
      return report('fix-changed-file', startOf(path), { path });
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\uFEFF' : '';
    writeFileSync(temporary, mark + after, { flag: 'wx' });
    chmodSync(temporary, stat.mode);
    renameSync(temporary, path);
    return undefined;
  } catch (error) {
    rmSync(temporary, { force: true });
    return unwritable(path, errorReason(error));
  }
}

const unwritable = (path: string, reason: string): Diagnostic =>
  report('unwritable-file', startOf(path), { path, reason });
