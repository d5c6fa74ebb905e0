import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';
import { theNorm } from '../proven-norms.ts';

/** An exception that holds wherever the norm applies leaves nothing of the norm. */
export function exceptionSwallowsNorm({ proof }: LintContext): readonly Diagnostic[] {
  return proof()
    .norms()
    .flatMap(({ norm, finding }) =>
      finding.is === 'exception-always'
        ? [
            report(
              'exception-swallows-norm',
              finding.exception.span,
              { name: norm.name },
              { related: [theNorm(norm)] },
            ),
          ]
        : [],
    );
}
