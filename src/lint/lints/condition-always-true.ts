import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';
import { alwaysConditions } from '../proven-conditions.ts';

/**
 * A condition that holds whatever the facts asks nothing: either it is one too many, or it does not ask what the article
 * does. 是 written as a condition, and a row of 任意 alone, say so themselves and are left alone.
 */
export function conditionAlwaysTrue(context: LintContext): readonly Diagnostic[] {
  return alwaysConditions(context, true).map(({ expr, text }) =>
    report('condition-always-true', expr.span, { text }),
  );
}
