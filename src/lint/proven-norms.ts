import type { Related } from '../diagnostics/diagnostic.ts';
import type { PlanNorm } from '../plan/plan.ts';
import type { Span } from '../text/span.ts';
import type { LintContext } from './context.ts';

export const theNorm = ({ span, name }: PlanNorm): Related => ({
  span,
  message: { zh: `規則「${name}」`, en: `the norm "${name}"` },
});

/** What a norm requires or permits, where it stands. */
export const requirementOf = ({ model }: LintContext, norm: PlanNorm): Span =>
  model.norms[norm.name]?.requirement.span ?? norm.span;
