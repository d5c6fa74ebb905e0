import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';

/**
 * A duty has somebody whose duty it is. 可以 and 僅…可以 say in the sentence itself who may; 應當 and 不得 name the bearer
 * with 責任, so that a violation can be told to somebody.
 */
export function normWithoutBearer({ norms }: LintContext): readonly Diagnostic[] {
  return norms.flatMap(({ norm, block }) => {
    const duty = norm.modality === 'shall' || norm.modality === 'shall-not';
    if (!duty || norm.bearers.length > 0) return [];
    return [report('norm-without-bearer', block.name.span, { name: norm.name })];
  });
}
