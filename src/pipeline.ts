import type { WorkCalendar } from './calendar/calendar.ts';
import { check } from './check/check.ts';
import type { ExampleDecl, Model } from './check/model.ts';
import type { Diagnostic, Result } from './diagnostics/diagnostic.ts';
import { evaluate } from './evaluate/evaluate.ts';
import { exampleDiagnostics } from './evaluate/example-verdict.ts';
import type { CaseResult } from './evaluate/verdict.ts';
import type { Case } from './facts/case.ts';
import { caseFromExample } from './facts/case-from-example.ts';
import type { Plan } from './plan/plan.ts';
import { planFromModel } from './plan/plan-from-model.ts';
import { checkCitations, type SourceLock } from './source/lock.ts';
import { parseNorm } from './syntax/parse.ts';
import type { SourceFile } from './text/span.ts';

/** A rulebook that can decide cases: the checked model and the plan. `plan` is absent while there are errors. */
export interface Compiled {
  readonly model: Model;
  readonly plan?: Plan;
}

export interface CheckOptions {
  /** 查核日期, a day number; a case's own wins. */
  readonly asOf: number;
  readonly calendar: WorkCalendar;
}

/** The whole flow on one screen: text → AST → checked model → plan. Order of files does not matter. */
export function compile(files: readonly SourceFile[], lock?: SourceLock): Result<Compiled> {
  const parsed = [...files].sort((a, b) => (a.name < b.name ? -1 : 1)).map(parseNorm);
  const syntax = parsed.flatMap((p) => p.diagnostics);
  const checked = check(parsed.map((p) => p.value));
  const anchored = lock ? checkCitations(checked.value, lock) : [];
  const diagnostics = [...syntax, ...checked.diagnostics, ...anchored];
  const model = checked.value;
  return {
    value: hasErrors(diagnostics) ? { model } : { model, plan: planFromModel(model) },
    diagnostics,
  };
}

/** case → verdicts. */
export function checkCase(plan: Plan, kase: Case, options: CheckOptions): CaseResult {
  return evaluate(plan, kase, options);
}

/** Every example laid against the rulebook it stands in; a difference is an error at the example's 結果. */
export function validateExamples(model: Model, plan: Plan, calendar: WorkCalendar): Diagnostic[] {
  return model.examples.flatMap((example: ExampleDecl) => {
    const kase = caseFromExample(example, model);
    const result = evaluate(plan, kase, { asOf: example.asOf ?? example.actDate ?? 0, calendar });
    return exampleDiagnostics(example, kase, result);
  });
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error');
}
