import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';
import { requirementOf, theNorm } from '../proven-norms.ts';

/**
 * What a norm asks wherever it applies must be possible, now or later; what it permits must be possible to use. What has
 * not happened yet may still happen, so a duty that is only pending is not impossible.
 */
export function requirementImpossible(context: LintContext): readonly Diagnostic[] {
  return context
    .proof()
    .norms()
    .flatMap(({ norm, finding }) =>
      finding.is === 'impossible'
        ? [
            report(
              'requirement-impossible',
              requirementOf(context, norm),
              { name: norm.name },
              { related: [theNorm(norm)] },
            ),
          ]
        : [],
    );
}
