import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';

/**
 * Every norm says in one sentence what it asks: the 要旨 is what a clerk reads beside the verdict, and what a lawyer
 * who reviews the rulebook holds against the article.
 */
export function normWithoutGist({ norms }: LintContext): readonly Diagnostic[] {
  return norms.flatMap(({ norm, block }) =>
    (norm.gist ?? '').trim() === ''
      ? [report('norm-without-gist', block.name.span, { name: norm.name })]
      : [],
  );
}
