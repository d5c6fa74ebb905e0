import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { isLiterate } from '../syntax/literate.ts';
import type { SourceFile } from '../text/span.ts';
import { EXIT } from './exit-code.ts';
import { expandPaths, kindOf, RULE_FILES, readText, startOf, walk } from './files.ts';
import { folderOf, liesIn, sameFolder, upwards } from './folders.ts';
import type { Session } from './session.ts';

/** The texts of a rulebook, read but not yet understood. */
export interface RulebookFiles {
  /** The folder or the paths, as the user wrote them. */
  readonly label: string;
  readonly files: readonly SourceFile[];
  readonly lock?: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
}

export function readRulebook(session: Session, args: readonly string[]): RulebookFiles {
  const expanded = expandPaths(args, RULE_FILES);
  const diagnostics: Diagnostic[] = [...expanded.diagnostics];
  const files: SourceFile[] = [];
  for (const path of expanded.paths) {
    const read = readText(session, path);
    diagnostics.push(...read.diagnostics);
    if (!read.file) continue;
    files.push(read.file);
    // of a literate file the parser says so
    if (!isLiterate(path) && saysNothing(read.file.text))
      diagnostics.push(report('empty-rule-file', startOf(read.file.name), {}));
  }
  const lock = findLock(session, args, expanded.paths, diagnostics);
  return { label: args.join(' '), files, ...(lock ? { lock } : {}), diagnostics };
}

/** Blank lines and comments only. */
const saysNothing = (text: string): boolean => !/^[^\S\r\n]*[^\s#＃]/m.test(text);

const LOCK_NAME = 'source.lock.json';

function findLock(
  session: Session,
  args: readonly string[],
  paths: readonly string[],
  diagnostics: Diagnostic[],
): SourceFile | undefined {
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
  const read = readText(session, first);
  diagnostics.push(...read.diagnostics);
  return read.file;
}

/**
 * The nearest `rules/` that holds rules, upwards from the first case and from here; else the shipped rulebook. Of several
 * books in it the one that the case (or the working folder) lies in; in this package else the shipped one.
 */
export function rulebookPaths(session: Session, near: readonly string[]): readonly string[] | undefined {
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
