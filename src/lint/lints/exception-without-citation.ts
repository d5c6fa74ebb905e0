import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';

/**
 * 豁免 is answered with the provision that exempts. A 除非 without 依據 of its own lets an act go free on nobody's word:
 * even where the exception stands in the same sentence, that sentence is cited.
 */
export function exceptionWithoutCitation({ norms }: LintContext): readonly Diagnostic[] {
  return norms.flatMap(({ norm, block }) =>
    block.clauses.flatMap((clause) =>
      clause.kind === 'unless' && clause.citations.length === 0
        ? [report('exception-without-citation', clause.span, { name: norm.name })]
        : [],
    ),
  );
}
