import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';

/**
 * Of the same bearers, and wherever it is not met another hard norm is not met either: then it asks nothing of its own. An
 * article that repeats another is encoded so on purpose, and says it in a comment.
 */
export function normShadowed({ proof }: LintContext): readonly Diagnostic[] {
  return proof()
    .pairs()
    .flatMap((f) => {
      if (f.is !== 'shadowed') return [];
      const related = [
        {
          span: f.by.span,
          message: { zh: `「${f.by.name}」要求得一樣多或更多`, en: `"${f.by.name}" asks as much or more` },
        },
      ];
      return [report('norm-shadowed', f.norm.span, { name: f.norm.name, by: f.by.name }, { related })];
    });
}
