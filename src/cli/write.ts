import {
  chmodSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { report } from '../diagnostics/report.ts';
import { errorReason } from './error-reason.ts';
import { EXIT } from './exit-code.ts';
import { folderOf } from './folders.ts';
import type { Session } from './session.ts';

/**
 * Writes a file whole or not at all: beside it first, then renamed. A file that it replaces keeps its rights, and a link
 * stays a link; one that nobody may write stays as it is.
 */
export function tryWrite(session: Session, path: string, text: string): boolean {
  const refused = (reason: string): false => {
    session.emit([report('unwritable-file', undefined, { path, reason })], EXIT.usage);
    return false;
  };
  let temporary: string | undefined;
  try {
    const target = targetOf(path);
    if (typeof target === 'string') return refused(target);
    if (target.device) {
      writeFileSync(path, text);
      return true;
    }
    const { real, mode } = target;
    temporary = `${real}.${process.pid}.tmp`;
    writeFileSync(temporary, text, { flag: 'wx' });
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, real);
    return true;
  } catch (error) {
    if (temporary !== undefined) removeQuietly(temporary);
    return refused(errorReason(error));
  }
}

/** Tries out beforehand whether `tryWrite` will succeed, for what must not be lost at the end of a long run. */
export function canWrite(session: Session, path: string): boolean {
  const refused = (reason: string): false => {
    session.emit([report('unwritable-file', undefined, { path, reason })], EXIT.usage);
    return false;
  };
  let temporary: string | undefined;
  try {
    const target = targetOf(path);
    if (typeof target === 'string') return refused(target);
    if (target.device) return true;
    temporary = `${target.real}.${process.pid}.tmp`;
    writeFileSync(temporary, '', { flag: 'wx' });
    return true;
  } catch (error) {
    return refused(errorReason(error));
  } finally {
    if (temporary !== undefined) removeQuietly(temporary);
  }
}

/** Where a file would really be written, its folder made; or why it cannot be. */
function targetOf(
  path: string,
): 'EISDIR' | 'EACCES' | { readonly device: boolean; readonly real: string; readonly mode?: number } {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there === undefined) {
    makeFolder(folderOf(path));
    return { device: false, real: path };
  }
  if (there.isDirectory()) return 'EISDIR';
  // a device or a pipe (/dev/stdout) is no file that could be replaced
  if (!there.isFile()) return { device: true, real: path };
  if ((there.mode & 0o222) === 0) return 'EACCES';
  return { device: false, real: realpathSync(path), mode: there.mode };
}

/** A folder of files, whole or not at all; what stood there is replaced at once. */
export function tryWriteFolder(
  session: Session,
  path: string,
  files: readonly { readonly name: string; readonly text: string }[],
): boolean {
  const temporary = `${path}.${process.pid}.tmp`;
  const replaced = `${path}.${process.pid}.old`;
  let moved = false;
  try {
    makeFolder(folderOf(path));
    mkdirSync(temporary);
    for (const { name, text } of files) writeFileSync(`${temporary}/${name}`, text, { flag: 'wx' });
    if (existsSync(path)) {
      renameSync(path, replaced);
      moved = true;
    }
    renameSync(temporary, path);
    removeQuietly(replaced);
    return true;
  } catch (error) {
    if (moved && !existsSync(path)) renameSync(replaced, path);
    removeQuietly(temporary);
    session.emit([report('unwritable-file', undefined, { path, reason: errorReason(error) })], EXIT.usage);
    return false;
  }
}

/** With those above it. Not `recursive`: where a folder cannot be, as in /proc, Node 20 tries for ever. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(folderOf(path));
  mkdirSync(path);
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true, recursive: true });
  } catch {
    // what could not be written is not there
  }
}
