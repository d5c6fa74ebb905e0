import type { WorkCalendar } from './calendar/calendar.ts';
import { check } from './check/check.ts';
import type { ExampleDecl, Model } from './check/model.ts';
import type { Diagnostic, Result } from './diagnostics/diagnostic.ts';
import { engineOf } from './engine/compiled/engine-from-plan.ts';
import { exampleDiagnostics } from './evaluate/example-verdict.ts';
import type { CaseResult } from './evaluate/verdict.ts';
import type { Case } from './facts/case.ts';
import { caseFromExample } from './facts/case-from-example.ts';
import type { Plan } from './plan/plan.ts';
import { planFromModel } from './plan/plan-from-model.ts';
import { checkCitations, type SourceLock } from './source/lock.ts';
import type { NormFile } from './syntax/ast.ts';
import { parseNorm } from './syntax/parse.ts';
import type { SourceFile, Span } from './text/span.ts';

/** A rulebook that can decide cases: the checked model and the plan. `plan` is absent while there are errors. */
export interface Compiled {
  /** The files as they were read, by name. */
  readonly parsed: readonly NormFile[];
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
  const trees = parsed.map((p) => p.value);
  const checked = check(trees);
  const anchored = lock ? checkCitations(checked.value, lock) : [];
  const diagnostics = [...syntax, ...withoutConsequences(checked.diagnostics, parsed, syntax), ...anchored];
  const model = checked.value;
  return {
    value: {
      parsed: trees,
      model,
      ...(hasErrors(diagnostics) ? {} : { plan: planFromModel(model) }),
    },
    diagnostics,
  };
}

/**
 * A clause that could not be read is not also «missing», and what only it would have used is not «unused»: such
 * messages would send the drafter after mistakes she did not make.
 */
function withoutConsequences(
  found: readonly Diagnostic[],
  parsed: readonly Result<NormFile>[],
  syntax: readonly Diagnostic[],
): readonly Diagnostic[] {
  const errors = syntax.flatMap((d) => (d.span ? [d.span] : []));
  if (errors.length === 0) return found;
  const blocks = parsed.flatMap((p) => p.value.blocks.map((b) => b.span));
  const inside = (outer: Span, inner: Span) =>
    outer.file === inner.file && outer.start <= inner.start && inner.start <= outer.end;
  const broken = blocks.filter((block) => errors.some((error) => inside(block, error)));
  return found.filter(({ code, span }) => {
    if (code.startsWith('unused-')) return false;
    if (!INCOMPLETE.has(code) || !span) return true;
    return !broken.some((block) => inside(block, span));
  });
}
const INCOMPLETE: ReadonlySet<string> = new Set([
  'clause-missing',
  'modality-missing',
  'definition-empty',
  'example-no-result',
]);

/** case → verdicts. */
export function checkCase(plan: Plan, kase: Case, options: CheckOptions): CaseResult {
  return engineOf(plan).evaluate(kase, options);
}

/** Every example laid against the rulebook it stands in; a difference is an error at the example's 結果. */
export function validateExamples(model: Model, plan: Plan, calendar: WorkCalendar): Diagnostic[] {
  const engine = engineOf(plan);
  return model.examples.flatMap((example: ExampleDecl) => {
    const kase = caseFromExample(example, model);
    const result = engine.evaluate(kase, { asOf: example.asOf ?? example.actDate ?? 0, calendar });
    return exampleDiagnostics(example, kase, result);
  });
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error');
}
