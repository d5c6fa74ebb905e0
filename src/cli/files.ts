import { closeSync, lstatSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { isLiterate } from '../syntax/literate.ts';
import { decodeText, MAX_FILE_BYTES } from '../text/decode.ts';
import type { SourceFile, Span } from '../text/span.ts';
import { errorReason } from './error-reason.ts';
import { globBase, globToRegExp, isGlob } from './glob.ts';
import { readUpTo } from './node-io.ts';
import type { Session } from './session.ts';

/** Which files of a folder are meant, and what to say if there are none. */
export interface FileSort {
  readonly matches: (name: string) => boolean;
  readonly none: 'folder-without-rules' | 'folder-without-cases';
}
export const RULE_FILES: FileSort = {
  matches: (name) => name.endsWith('.norm') || isLiterate(name),
  none: 'folder-without-rules',
};
export const CASE_FILES: FileSort = {
  matches: (name) => /\.(ya?ml|json)$/.test(name) && !name.endsWith('.lock.json'),
  none: 'folder-without-cases',
};

const MAX_FILES = 20_000;
const MAX_DEPTH = 32;

export interface Expanded {
  readonly paths: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Files, folders, globs and `-` as the user wrote them → paths, each once, in a fixed order. */
export function expandPaths(args: readonly string[], sort: FileSort): Expanded {
  const paths = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const arg of args) {
    const found = expandOne(arg, sort, diagnostics);
    for (const path of found) paths.add(path);
  }
  return { paths: [...paths], diagnostics };
}

function expandOne(arg: string, sort: FileSort, diagnostics: Diagnostic[]): readonly string[] {
  if (arg === '-') return ['-'];
  const kind = kindOf(arg);
  if (kind === 'file') return [arg];
  if (kind === 'folder') {
    const before = diagnostics.length;
    const found = walk(arg, arg, diagnostics).filter((path) => sort.matches(path));
    if (found.length === 0 && diagnostics.length === before)
      diagnostics.push(report(sort.none, startOf(arg), { path: arg }));
    return found;
  }
  if (!isGlob(arg)) {
    diagnostics.push(report('missing-file', startOf(arg), { path: arg }));
    return [];
  }
  const pattern = globToRegExp(arg.replace(/^(\.\/)+/, ''));
  const base = globBase(arg);
  const prefix = /^(\.\/)+/.exec(arg)?.[0] ?? '';
  const found =
    kindOf(base) === 'folder'
      ? walk(base, base, diagnostics)
          .map((path) => path.replace(/^(\.\/)+/, ''))
          .filter((path) => pattern.test(path))
          .map((path) => prefix + path)
      : [];
  if (found.length === 0) diagnostics.push(report('empty-glob', startOf(arg), { pattern: arg }));
  return found;
}

export function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat === undefined ? undefined : stat.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (errorReason(error) === 'ENOTDIR') return undefined;
    // it may not even be looked at: reading it as a file then says why
    return 'file';
  }
}

/** All files below a folder, by name; hidden folders, node_modules and linked folders are not entered. */
export function walk(root: string, folder: string, diagnostics: Diagnostic[], depth = 0): string[] {
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch (error) {
    diagnostics.push(unreadable(folder, error));
    return [];
  }
  const found: string[] = [];
  for (const name of names) {
    if (name.startsWith('.') || name === 'node_modules') continue;
    const path = folder.endsWith('/') ? folder + name : `${folder}/${name}`;
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      if (depth < MAX_DEPTH) found.push(...walk(root, path, diagnostics, depth + 1));
    } else if (stat?.isFile() || (stat?.isSymbolicLink() && kindOf(path) === 'file')) found.push(path);
    if (found.length > MAX_FILES) {
      diagnostics.push(report('too-many-files', startOf(root), { path: root, limit: MAX_FILES }));
      return [];
    }
  }
  return found;
}

/** A file as it lies on the disk. */
export interface FileContent {
  /** Path as the user wrote it, or `<stdin>`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads and decodes one file; the text is entered in the session's table, so that places can be shown. */
export function readText(
  session: Session,
  path: string,
): { readonly file?: SourceFile; readonly diagnostics: readonly Diagnostic[] } {
  const { content, diagnostics } = readContent(session, path);
  return content ? decodeContent(session, content) : { diagnostics };
}

export function readContent(
  session: Session,
  path: string,
): { readonly content?: FileContent; readonly diagnostics: readonly Diagnostic[] } {
  const name = path === '-' ? '<stdin>' : path;
  try {
    const bytes = path === '-' ? session.io.stdin(MAX_FILE_BYTES) : readBytes(path);
    return { content: { name, bytes }, diagnostics: [] };
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return {
      diagnostics: [gone ? report('missing-file', startOf(path), { path }) : unreadable(path, error)],
    };
  }
}

export function decodeContent(
  session: Session,
  { name, bytes }: FileContent,
): { readonly file?: SourceFile; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = decodeText(bytes, name);
  session.sources.add(value);
  return diagnostics.some((d) => d.severity === 'error') ? { diagnostics } : { file: value, diagnostics };
}

/** At most one byte past the limit: what is too large is refused by the decoder, not read. */
function readBytes(path: string): Uint8Array {
  const stat = statSync(path);
  if (stat.isFile() && stat.size <= MAX_FILE_BYTES) return readFileSync(path);
  const descriptor = openSync(path, 'r');
  try {
    return readUpTo(descriptor, MAX_FILE_BYTES);
  } finally {
    closeSync(descriptor);
  }
}

function unreadable(path: string, error: unknown): Diagnostic {
  return report('unreadable-file', startOf(path), { path, reason: errorReason(error) });
}

/** What has no text has its beginning for a place, so that every error of a file names one. */
export const startOf = (path: string): Span => ({ file: path === '-' ? '<stdin>' : path, start: 0, end: 0 });
