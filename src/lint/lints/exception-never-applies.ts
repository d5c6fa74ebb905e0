import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';
import { theNorm } from '../proven-norms.ts';

/**
 * An exception (除非, or a norm that is 例外於 this one) that holds nowhere where the norm applies lifts nothing: the two
 * conditions exclude each other, or no matter is of both kinds. A 除非 that never holds at all is told by
 * `condition-always-false`.
 */
export function exceptionNeverApplies(context: LintContext): readonly Diagnostic[] {
  const { proof } = context;
  const told = new Set(
    proof()
      .conditions()
      .flatMap((f) =>
        f.is === 'always' && !f.value && f.condition.at === 'unless' && !f.part ? [f.expr.span.start] : [],
      ),
  );
  return proof()
    .norms()
    .flatMap(({ norm, finding }) => {
      if (finding.is !== 'exception-never') return [];
      const { span, source } = finding.exception;
      if (source.kind === 'unless' && [...told].some((at) => span.start <= at && at < span.end)) return [];
      return [report('exception-never-applies', span, { name: norm.name }, { related: [theNorm(norm)] })];
    });
}
