import type { Model } from '../check/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Case } from '../facts/case.ts';
import { readCases } from '../facts/read-cases.ts';
import { CASE_FILES, expandPaths, readText } from './files.ts';
import type { Session } from './session.ts';

/** All cases of all files, in order. Cases of a file with an error are not checked: the error is the answer. */
export function loadCases(
  session: Session,
  args: readonly string[],
  model: Model,
): { readonly cases: readonly Case[]; readonly diagnostics: readonly Diagnostic[] } {
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
