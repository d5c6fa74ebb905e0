import { accessSync, constants, readFileSync, realpathSync } from 'node:fs';
import { report } from '../diagnostics/report.ts';
import { byteOrderMark } from '../text/decode.ts';
import { errorReason } from './error-reason.ts';
import { EXIT } from './exit-code.ts';
import { kindOf } from './files.ts';
import { folderOf } from './folders.ts';
import type { Session } from './session.ts';
import { tryWrite } from './write.ts';

/** The file that an interview writes, and what is known to stand in it. */
export interface CaseFile {
  /** As the user wrote it. */
  readonly path: string;
  /** Writes the text, if it is not there yet. What goes wrong is reported; `elsewhere`: it is in a file beside it. */
  readonly save: (text: string) => 'saved' | 'elsewhere' | 'failed';
}

/**
 * `known`: what was read from it. Another file that is there is not overwritten unless `force` says so, and one that was read
 * is not when somebody else has changed it since: then the answers go into a file beside it.
 */
export function openCaseFile(
  session: Session,
  path: string,
  known: Uint8Array | undefined,
  force: boolean,
): CaseFile | undefined {
  const kind = kindOf(path);
  const fail = (reason: string): undefined =>
    void session.emit([report('unwritable-file', undefined, { path, reason })], EXIT.usage);
  if (kind === 'folder') return fail('EISDIR');
  if (kind === 'file' && known === undefined && !force)
    return void session.emit([report('output-exists', undefined, { path })], EXIT.usage);
  // through a link, so that the link stays
  const real = kind === 'file' ? realpathSync(path) : path;
  const refused =
    kind === 'file' ? (notWritable(real) ?? notWritable(folderOf(real))) : notWritable(nearest(real));
  if (refused !== undefined) return fail(refused);
  const mark = known ? byteOrderMark(known) : '';
  let stands: string | undefined = known && Buffer.from(known).toString('utf8');
  if (kind === 'file' && known === undefined) stands = contentOf(real);
  return {
    path,
    save(text) {
      const whole = mark + text;
      const now = contentOf(real);
      if (now === whole) return 'saved';
      if (now !== stands) {
        const saved = beside(path);
        if (!tryWrite(session, saved, whole)) return 'failed';
        session.emit([report('changed-meanwhile', undefined, { path, saved })], EXIT.usage);
        return 'elsewhere';
      }
      if (!tryWrite(session, real, whole)) return 'failed';
      stands = whole;
      return 'saved';
    },
  };
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Asked before the first question, not after the last answer. */
function notWritable(path: string): string | undefined {
  try {
    accessSync(path, constants.W_OK);
    return undefined;
  } catch (error) {
    return errorReason(error);
  }
}

/** The folder, or that above it which is there: the others are made. */
function nearest(path: string): string {
  const folder = folderOf(path);
  return kindOf(folder) !== undefined || folder === path ? folder : nearest(folder);
}

/** `case.yaml` → `case-2.yaml`, the first that is free. */
export function beside(path: string): string {
  const at = /\.[^./\\]*$/.exec(path)?.index ?? path.length;
  for (let n = 2; ; n += 1) {
    const other = `${path.slice(0, at)}-${n}${path.slice(at)}`;
    if (kindOf(other) === undefined) return other;
  }
}

/** A name for the file of a case: its title without what file systems do not take. */
export function fileNameOf(title: string): string {
  const name = [...title.normalize('NFC').replace(/[\p{Cc}\p{Cf}\s/\\:*?"<>|]+/gu, '_')]
    .slice(0, 60)
    .join('');
  return `${name.replace(/^[._-]+/, '') || 'case'}.yaml`;
}
