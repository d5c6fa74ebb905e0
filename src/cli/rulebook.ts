import type { Model } from '../check/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Program } from '../engine/compiled/program.ts';
import { type Compiled, compile } from '../pipeline.ts';
import type { Plan } from '../plan/plan.ts';
import { readLock, type SourceLock } from '../source/lock.ts';
import type { SourceFile } from '../text/span.ts';
import { EXIT } from './exit-code.ts';
import { type RulebookFiles, readRulebook, rulebookPaths } from './rulebook-files.ts';
import type { Session } from './session.ts';

/** A rulebook as it was read: `plan` is absent while there are errors. */
export interface LoadedRulebook {
  readonly label: string;
  readonly files: readonly SourceFile[];
  readonly compiled: Compiled;
  readonly locked: boolean;
  readonly lock?: SourceLock;
  readonly diagnostics: readonly Diagnostic[];
}
export interface UsableRulebook {
  readonly label: string;
  readonly files: readonly SourceFile[];
  readonly model: Model;
  readonly plan: Plan;
  /** Where it has been lowered already. */
  readonly program?: Program;
}

/** For every command but `validate`: warnings of the drafter's trade are not shown, errors end the run with 3. */
export function openRulebook(
  session: Session,
  option: readonly string[] | undefined,
  near: readonly string[],
): UsableRulebook | undefined {
  const paths = option ?? rulebookPaths(session, near);
  return paths === undefined ? undefined : useRulebook(session, readRulebook(session, paths));
}

export function useRulebook(session: Session, read: RulebookFiles): UsableRulebook | undefined {
  const { compiled, diagnostics, label, files } = compileRulebook(session, read);
  session.emit(
    diagnostics.filter((d) => d.severity === 'error'),
    EXIT.rules,
  );
  const { model, plan } = compiled;
  return plan === undefined ? undefined : { label, files, model, plan };
}

export function compileRulebook(session: Session, read: RulebookFiles): LoadedRulebook {
  const diagnostics: Diagnostic[] = [...read.diagnostics];
  const lock = read.lock && readLock(read.lock.text, read.lock.name);
  if (read.lock) session.sources.add(read.lock);
  if (lock) diagnostics.push(...lock.diagnostics);
  const broken = diagnostics.some((d) => d.severity === 'error');
  const result = compile(read.files, lock?.value);
  diagnostics.push(...result.diagnostics);
  // a rulebook with a file that could not be read is not the rulebook that was meant
  const { plan, ...unplanned } = result.value;
  const compiled = broken || plan === undefined ? unplanned : result.value;
  return {
    label: read.label,
    files: read.files,
    compiled,
    locked: lock?.value !== undefined,
    ...(lock?.value ? { lock: lock.value } : {}),
    diagnostics,
  };
}
