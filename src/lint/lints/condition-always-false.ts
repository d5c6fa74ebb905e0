import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';
import { alwaysConditions } from '../proven-conditions.ts';

/**
 * A condition that holds under no facts: what stands behind it is never law. A row of a table that never holds is told by
 * `row-unreachable`.
 */
export function conditionAlwaysFalse(context: LintContext): readonly Diagnostic[] {
  return alwaysConditions(context, false)
    .filter(({ condition, part }) => part || (condition.at !== 'row' && condition.at !== 'cell'))
    .map(({ expr, text }) => report('condition-always-false', expr.span, { text }));
}
