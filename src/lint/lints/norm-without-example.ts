import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';

/** A norm that no example tries has never been seen to decide anything: nobody would notice if it said the opposite. */
export function normWithoutExample({ norms, examplesOf }: LintContext): readonly Diagnostic[] {
  return norms.flatMap(({ norm, block }) =>
    examplesOf.has(norm.name) ? [] : [report('norm-without-example', block.name.span, { name: norm.name })],
  );
}
