import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';

/**
 * A, in all its parts, holds under no facts: 當 and 施行 exclude each other, or a follow-up duty follows a norm that never
 * fires. A 當 that is never true by itself is told by `condition-always-false`.
 */
export function normNeverApplies({ proof }: LintContext): readonly Diagnostic[] {
  const told = new Set(
    proof()
      .conditions()
      .flatMap((f) =>
        f.is === 'always' && !f.value && f.condition.at === 'when' && !f.part ? [f.condition.owner] : [],
      ),
  );
  return proof()
    .norms()
    .flatMap(({ norm, finding }) =>
      finding.is === 'never-applies' && !told.has(norm.name)
        ? [report('norm-never-applies', norm.span, { name: norm.name })]
        : [],
    );
}
