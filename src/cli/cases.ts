import type { Model } from '../check/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Case } from '../facts/case.ts';
import { readCases } from '../facts/read-cases.ts';
import { CASE_FILES, expandPaths, kindOf, readText, walk } from './files.ts';
import { folderOf } from './folders.ts';
import type { Session } from './session.ts';

export interface LoadedCases {
  readonly cases: readonly Case[];
  readonly diagnostics: readonly Diagnostic[];
}

/** All cases of all files, in order. Cases of a file with an error are not checked: the error is the answer. */
export function loadCases(session: Session, args: readonly string[], model: Model): LoadedCases {
  const expanded = expandPaths(args, CASE_FILES);
  const diagnostics: Diagnostic[] = [...expanded.diagnostics];
  const cases: Case[] = [];
  for (const path of expanded.paths) {
    const read = readText(session, path);
    diagnostics.push(...read.diagnostics);
    if (!read.file) continue;
    const result = readCases(read.file, model);
    diagnostics.push(...result.diagnostics);
    if (result.diagnostics.some((d) => d.severity === 'error')) continue;
    cases.push(...result.value);
  }
  return { cases, diagnostics };
}

/** The scenarios of a rulebook: the cases under `cases/` of its folder, or of the folder its file lies in. */
export function loadScenarios(session: Session, book: string, model: Model): LoadedCases {
  const folder = kindOf(book) === 'folder' ? book : folderOf(book);
  const path = `${folder.replace(/\/+$/, '')}/cases`;
  if (kindOf(path) !== 'folder') return { cases: [], diagnostics: [] };
  const found: Diagnostic[] = [];
  const files = walk(path, path, found).filter((name) => CASE_FILES.matches(name));
  const { cases, diagnostics } = loadCases(session, files, model);
  return { cases, diagnostics: [...found, ...diagnostics] };
}
