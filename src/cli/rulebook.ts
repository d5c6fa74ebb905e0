import type { Model } from '../check/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { type Compiled, compile } from '../pipeline.ts';
import type { Plan } from '../plan/plan.ts';
import { readLock, type SourceLock } from '../source/lock.ts';
import type { SourceFile } from '../text/span.ts';
import { EXIT } from './exit-code.ts';
import { expandPaths, kindOf, RULE_FILES, readText, walk } from './files.ts';
import { folderOf, sameFolder, upwards } from './folders.ts';
import type { Session } from './session.ts';

/** A rulebook as it was read: `plan` is absent while there are errors. */
export interface LoadedRulebook {
  /** The folder or the paths, as the user wrote them. */
  readonly label: string;
  readonly files: readonly SourceFile[];
  readonly compiled: Compiled;
  readonly locked: boolean;
  readonly diagnostics: readonly Diagnostic[];
}
export interface UsableRulebook {
  readonly label: string;
  readonly files: readonly SourceFile[];
  readonly model: Model;
  readonly plan: Plan;
}

/** For every command but `validate`: warnings of the drafter's trade are not shown, errors end the run with 3. */
export function openRulebook(
  session: Session,
  option: readonly string[] | undefined,
  near: readonly string[],
): UsableRulebook | undefined {
  const paths = option ?? rulebookPaths(session, near);
  if (paths === undefined) return undefined;
  const loaded = loadRulebook(session, paths);
  const { model, plan } = loaded.compiled;
  session.emit(
    loaded.diagnostics.filter((d) => d.severity === 'error'),
    EXIT.rules,
  );
  return plan === undefined ? undefined : { label: loaded.label, files: loaded.files, model, plan };
}

export function loadRulebook(session: Session, args: readonly string[]): LoadedRulebook {
  const expanded = expandPaths(args, RULE_FILES);
  const diagnostics: Diagnostic[] = [...expanded.diagnostics];
  const files: SourceFile[] = [];
  for (const path of expanded.paths) {
    const read = readText(session, path);
    diagnostics.push(...read.diagnostics);
    if (read.file) files.push(read.file);
  }
  const lock = findLock(session, args, expanded.paths, diagnostics);
  const broken = diagnostics.some((d) => d.severity === 'error');
  const result = compile(files, lock);
  diagnostics.push(...result.diagnostics);
  // a rulebook with a file that could not be read is not the rulebook that was meant
  const compiled = broken ? { model: result.value.model } : result.value;
  return { label: args.join(' '), files, compiled, locked: lock !== undefined, diagnostics };
}

const LOCK_NAME = 'source.lock.json';

function findLock(
  session: Session,
  args: readonly string[],
  paths: readonly string[],
  diagnostics: Diagnostic[],
): SourceLock | undefined {
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
  if (!read.file) return undefined;
  const lock = readLock(read.file.text, read.file.name);
  diagnostics.push(...lock.diagnostics);
  return lock.value;
}

/** The nearest `rules/` that holds rules, upwards from the first case and from here; else the shipped rulebook. */
export function rulebookPaths(session: Session, near: readonly string[]): readonly string[] | undefined {
  const shipped = `${session.io.packageRoot}/rules/hongshan`;
  const starts = [...near.filter((path) => path !== '-').map(folderOf), '.'];
  for (const start of starts) {
    for (const folder of upwards(start)) {
      const rules = folder === '.' ? 'rules' : `${folder}/rules`;
      if (kindOf(rules) !== 'folder') continue;
      const books = rulebooksIn(rules);
      const [first, second] = books;
      if (first === undefined) continue;
      if (second === undefined) return [first];
      if (kindOf(`${rules}/hongshan`) === 'folder' && sameFolder(session.io.packageRoot, folder))
        return [`${rules}/hongshan`];
      session.emit(
        [report('several-rulebooks', undefined, { path: rules, names: books.join('、') })],
        EXIT.usage,
      );
      return undefined;
    }
  }
  if (kindOf(shipped) === 'folder') return [shipped];
  session.emit([report('no-rulebook', undefined, {})], EXIT.rules);
  return undefined;
}

/** `rules/` itself if it holds rule files, else each of its folders that does. */
function rulebooksIn(rules: string): readonly string[] {
  const files = walk(rules, rules, []).filter(RULE_FILES.matches);
  if (files.some((path) => folderOf(path) === rules)) return [rules];
  return [
    ...new Set(
      files.map((path) =>
        path
          .split('/')
          .slice(0, rules.split('/').length + 1)
          .join('/'),
      ),
    ),
  ];
}
