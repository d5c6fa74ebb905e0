import type { WorkCalendar } from '../calendar/calendar.ts';
import type { Model } from '../check/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { engineOf } from '../engine/compiled/engine-from-plan.ts';
import type { CaseResult } from '../evaluate/verdict.ts';
import type { Case } from '../facts/case.ts';
import { caseFromExample } from '../facts/case-from-example.ts';
import type { Plan } from '../plan/plan.ts';
import type { Span } from '../text/span.ts';
import type { Difference, NormPlace } from './difference.ts';
import { exampleDifferences, judgedResults, placeOf } from './example.ts';
import { scenarioDifferences, statedNorms } from './scenario.ts';

/** One 例 of the rules, or one case with its 期望. */
export interface TestResult {
  readonly kind: 'example' | 'scenario';
  readonly name: string;
  /** Norms it is about; of a scenario those that 期望 names. */
  readonly norms: readonly string[];
  /** Where it is written. */
  readonly span: Span;
  readonly passed: boolean;
  /** Why it failed; empty where it passed. */
  readonly diagnostics: readonly Diagnostic[];
  readonly differences: readonly Difference[];
  /** Norms whose verdict it states, in the matters where it states it. */
  readonly judged: readonly NormPlace[];
  readonly kase: Case;
  readonly result: CaseResult;
}
export interface TestReport {
  readonly tests: readonly TestResult[];
  readonly passed: number;
  readonly failed: number;
}

export interface TestOptions {
  readonly calendar: WorkCalendar;
  /** Only tests whose name, file or norms hold this text (`*` stands for anything). */
  readonly pattern?: string;
}

/** Every 例 of the rulebook and every scenario, decided by the compiled engine, in order of files and places. */
export function runTests(
  model: Model,
  plan: Plan,
  scenarios: readonly Case[],
  { calendar, pattern }: TestOptions,
): TestReport {
  const wanted = matcher(pattern);
  const engine = engineOf(plan);
  const examples = model.examples
    .filter((e) => wanted([e.name, ...e.norms, e.span.file]))
    .map((example): TestResult => {
      const kase = caseFromExample(example, model);
      const result = engine.evaluate(kase, { asOf: example.asOf ?? example.actDate ?? 0, calendar });
      const { name, norms, span } = example;
      const judged = judgedResults(example, kase, result).map(placeOf);
      return test(
        { kind: 'example', name, norms, span, kase, result, judged },
        exampleDifferences(example, kase, result),
      );
    });
  const cases = scenarios.flatMap((kase): readonly TestResult[] => {
    const result = engine.evaluate(kase, { asOf: kase.asOf ?? kase.actDate ?? 0, calendar });
    const judged = statedNorms(kase, result, plan);
    const norms = [...new Set(judged.map((j) => j.norm))];
    if (!wanted([kase.title, ...norms, kase.span.file])) return [];
    const base = {
      kind: 'scenario',
      name: kase.title,
      norms,
      span: kase.span,
      kase,
      result,
      judged,
    } as const;
    return [test(base, scenarioDifferences(kase, result, plan))];
  });
  const tests = [...examples, ...cases];
  const failed = tests.filter((t) => !t.passed).length;
  return { tests, passed: tests.length - failed, failed };
}

const test = (
  base: Omit<TestResult, 'passed' | 'diagnostics' | 'differences'>,
  differences: readonly Difference[],
): TestResult => {
  const diagnostics = differences.map((d) => d.diagnostic);
  return { ...base, passed: !diagnostics.some((d) => d.severity === 'error'), diagnostics, differences };
};

function matcher(pattern: string | undefined): (texts: readonly string[]) => boolean {
  if (pattern === undefined) return () => true;
  const parts = pattern.normalize('NFC').split('*');
  const escaped = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const expression = new RegExp(escaped.join('.*'), 'iu');
  return (texts) => texts.some((text) => expression.test(text.normalize('NFC')));
}
