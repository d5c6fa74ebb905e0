import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { isLiterate } from '../syntax/literate.ts';
import type { SourceFile } from '../text/span.ts';
import { EXIT } from './exit-code.ts';
import {
  decodeContent,
  expandPaths,
  type FileContent,
  kindOf,
  RULE_FILES,
  readContent,
  startOf,
  walk,
} from './files.ts';
import { folderOf, liesIn, sameFolder, upwards } from './folders.ts';
import type { Session } from './session.ts';

/** The files of a rulebook, read but not yet decoded. */
export interface FoundRulebook {
  /** The folder or the paths, as the user wrote them. */
  readonly label: string;
  readonly files: readonly FileContent[];
  readonly lock?: FileContent;
  readonly diagnostics: readonly Diagnostic[];
}

/** The texts of a rulebook, not yet understood. */
export interface RulebookFiles {
  readonly label: string;
  readonly files: readonly SourceFile[];
  readonly lock?: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
}

export function readRulebook(session: Session, args: readonly string[]): RulebookFiles {
  return decodeRulebook(session, findRulebook(session, args));
}

export function findRulebook(session: Session, args: readonly string[]): FoundRulebook {
  const expanded = expandPaths(args, RULE_FILES);
  const diagnostics: Diagnostic[] = [...expanded.diagnostics];
  const read = (path: string): readonly FileContent[] => {
    const { content, diagnostics: found } = readContent(session, path);
    diagnostics.push(...found);
    return content ? [content] : [];
  };
  const files = expanded.paths.flatMap(read);
  const lockPath = findLock(args, expanded.paths, diagnostics);
  const [lock] = lockPath === undefined ? [] : read(lockPath);
  return { label: args.join(' '), files, ...(lock ? { lock } : {}), diagnostics };
}

export function decodeRulebook(session: Session, found: FoundRulebook): RulebookFiles {
  const diagnostics: Diagnostic[] = [...found.diagnostics];
  const read = (content: FileContent): readonly SourceFile[] => {
    const decoded = decodeContent(session, content);
    diagnostics.push(...decoded.diagnostics);
    return decoded.file ? [decoded.file] : [];
  };
  const files = found.files.flatMap(read);
  for (const { name, text } of files) {
    // of a literate file the parser says so
    if (!isLiterate(name) && saysNothing(text))
      diagnostics.push(report('empty-rule-file', startOf(name), {}));
  }
  const [lock] = found.lock ? read(found.lock) : [];
  return { label: found.label, files, ...(lock ? { lock } : {}), diagnostics };
}

/** Blank lines and comments only. */
const saysNothing = (text: string): boolean => !/^[^\S\r\n]*[^\s#＃]/m.test(text);

const LOCK_NAME = 'source.lock.json';

function findLock(
  args: readonly string[],
  paths: readonly string[],
  diagnostics: Diagnostic[],
): string | undefined {
  const folders = args.filter((arg) => arg !== '-' && kindOf(arg) === 'folder');
  const beside = paths.filter((path) => path !== '-').map((path) => `${folderOf(path)}/${LOCK_NAME}`);
  const found = new Set([
    ...folders.flatMap((folder) => walk(folder, folder, []).filter((path) => path.endsWith(`/${LOCK_NAME}`))),
    ...(folders.length > 0 ? [] : beside.filter((path) => kindOf(path) === 'file')),
  ]);
  const [first, second] = [...found].sort();
  if (first === undefined) return undefined;
  if (second !== undefined) {
    diagnostics.push(report('several-locks', undefined, { path: args.join(' ') }));
    return undefined;
  }
  return first;
}

/**
 * The configured rulebook, else the nearest `rules/` that holds rules, upwards from the first case and from here; else the
 * shipped rulebook. Of several books the one that the case (or the working folder) lies in; in this package else the
 * shipped one.
 */
export function rulebookPaths(session: Session, near: readonly string[]): readonly string[] | undefined {
  if (session.rules !== undefined) return oneOf(session, session.rules, near);
  const root = session.io.packageRoot;
  for (const start of [...near.filter((path) => path !== '-'), '.']) {
    for (const folder of upwards(start === '.' ? '.' : folderOf(start))) {
      const rules = folder === '.' ? 'rules' : `${folder}/rules`;
      if (kindOf(rules) !== 'folder') continue;
      const books = rulebooksIn(rules);
      const [first, second] = books;
      if (first === undefined) continue;
      const own = books.find((book) => liesIn(start, book));
      if (second === undefined || own !== undefined) return [own ?? first];
      if (kindOf(`${rules}/hongshan`) === 'folder' && sameFolder(root, folder)) return [`${rules}/hongshan`];
      session.emit(
        [report('several-rulebooks', undefined, { path: rules, names: books.join('、') })],
        EXIT.usage,
      );
      return undefined;
    }
  }
  const shipped = `${root}/rules/hongshan`;
  if (kindOf(shipped) === 'folder') return [shipped];
  session.emit([report('no-rulebook', undefined, {})], EXIT.rules);
  return undefined;
}

/** As above, and every one of several that are configured: for commands that go through all. */
export const allRulebookPaths = (session: Session): readonly string[] | undefined =>
  session.rules ?? rulebookPaths(session, []);

function oneOf(
  session: Session,
  paths: readonly string[],
  near: readonly string[],
): readonly string[] | undefined {
  const books = booksOf(paths);
  const [first, second] = books;
  if (second === undefined) return first ?? paths;
  for (const start of [...near.filter((path) => path !== '-'), '.']) {
    const own = books.find((book) => book.some((path) => kindOf(path) === 'folder' && liesIn(start, path)));
    if (own) return own;
  }
  const names = books.map((book) => book.join(' ')).join('、');
  session.emit([report('several-rulebooks', undefined, { path: paths.join(' '), names })], EXIT.usage);
  return undefined;
}

/** `rules/` itself if it holds rule files, else each of its folders that does. */
function rulebooksIn(rules: string): readonly string[] {
  const files = walk(rules, rules, []).filter(RULE_FILES.matches);
  if (files.some((path) => folderOf(path) === rules)) return [rules];
  const depth = rules.split('/').length + 1;
  return [...new Set(files.map((path) => path.split('/').slice(0, depth).join('/')))];
}

/** The rulebooks of a folder: its folders, where more than one has a lock; else the folder as a whole. */
export function booksIn(folder: string): readonly string[] {
  const books = rulebooksIn(folder.length > 1 ? folder.replace(/\/+$/, '') : folder);
  const locked = books.filter((book) => kindOf(`${book}/${LOCK_NAME}`) === 'file');
  return locked.length > 1 ? books : [folder];
}

/** Each folder is a rulebook of its own, or holds several; files given are one together. */
export function booksOf(args: readonly string[]): readonly (readonly string[])[] {
  const folders = args.filter((arg) => arg !== '-' && kindOf(arg) === 'folder');
  const files = args.filter((arg) => !folders.includes(arg));
  return [
    ...[...new Set(folders.flatMap(booksIn))].map((folder) => [folder]),
    ...(files.length > 0 ? [files] : []),
  ];
}
