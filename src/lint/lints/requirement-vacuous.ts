import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';
import { requirementOf, theNorm } from '../proven-norms.ts';

/** A duty that is met as soon as it applies (當 says what it asks) binds nobody: the requirement or the condition is not that of the article. */
export function requirementVacuous(context: LintContext): readonly Diagnostic[] {
  return context
    .proof()
    .norms()
    .flatMap(({ norm, finding }) =>
      finding.is === 'vacuous'
        ? [
            report(
              'requirement-vacuous',
              requirementOf(context, norm),
              { name: norm.name },
              { related: [theNorm(norm)] },
            ),
          ]
        : [],
    );
}
