import type { ConditionFinding } from '../prove/conditions.ts';
import type { Span } from '../text/span.ts';
import type { LintContext } from './context.ts';

type Always = Extract<ConditionFinding, { readonly is: 'always' }> & { readonly text: string };

/** Conditions that always hold, or never, with the words of the drafter. */
export function alwaysConditions(context: LintContext, value: boolean): readonly Always[] {
  return context
    .proof()
    .conditions()
    .flatMap((f): Always[] =>
      f.is === 'always' && f.value === value ? [{ ...f, text: shortWords(context, f.expr.span) }] : [],
    );
}

const MOST = 60;

/** What was written at a place, on one line and not too long. */
export function shortWords(context: LintContext, span: Span): string {
  const words = [...context.words(span).replaceAll(/\s+/gu, ' ').trim()];
  return words.length > MOST ? `${words.slice(0, MOST).join('')}…` : words.join('');
}
