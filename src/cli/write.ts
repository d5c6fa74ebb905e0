import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { report } from '../diagnostics/report.ts';
import { errorReason } from './error-reason.ts';
import { EXIT } from './exit-code.ts';
import { folderOf } from './folders.ts';
import type { Session } from './session.ts';

/** Writes a file whole or not at all: beside it first, then renamed. What is no file (a pipe, a terminal) is written to. */
export function tryWrite(session: Session, path: string, text: string): boolean {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    if (isDevice(path)) {
      writeFileSync(path, text);
      return true;
    }
    makeFolder(folderOf(path));
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, path);
    return true;
  } catch (error) {
    removeQuietly(temporary);
    session.emit([report('unwritable-file', undefined, { path, reason: errorReason(error) })], EXIT.usage);
    return false;
  }
}

/** Tries out beforehand whether `tryWrite` will succeed, for what must not be lost at the end of a long run. */
export function canWrite(session: Session, path: string): boolean {
  const temporary = `${path}.${process.pid}.tmp`;
  const fail = (reason: string): false => {
    session.emit([report('unwritable-file', undefined, { path, reason })], EXIT.usage);
    return false;
  };
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return fail('EISDIR');
    if (isDevice(path)) return true;
    makeFolder(folderOf(path));
    writeFileSync(temporary, '', { flag: 'wx' });
    return true;
  } catch (error) {
    return fail(errorReason(error));
  } finally {
    removeQuietly(temporary);
  }
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

function isDevice(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && !stat.isFile() && !stat.isDirectory();
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
