import { expressionsOf } from '../../check/norm-expressions.ts';
import { subexpressions } from '../../check/walk.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import { wordsOf } from '../../source/compare.ts';
import type { LintContext } from '../context.ts';
import { type Quantity, quantitiesIn, says } from '../numbers-in-words.ts';

/**
 * No number is invented: a period in a norm stands in the words that the norm cites. Asked only where the official text
 * is at hand (`--source`).
 */
export function numberNotInText({ norms, source }: LintContext): readonly Diagnostic[] {
  if (!source) return [];
  return norms.flatMap(({ norm }) => {
    const cites = [...norm.cites, ...norm.unless.flatMap((u) => u.cites)];
    const words = cites.flatMap((c) => wordsOf(source, c.citation).map((s) => s.text)).join('');
    if (words === '') return [];
    const quantities: readonly Quantity[] = quantitiesIn(words);
    return expressionsOf(norm)
      .flatMap((root) => [...subexpressions(root)])
      .flatMap((e) => {
        if (e.op !== 'const' || e.value.t !== 'duration') return [];
        const { value } = e;
        // «before a day» is written as «at the latest one day before it»
        if (value.v === 1 && value.unit === 'day') return [];
        if (quantities.some((q) => says(value, q))) return [];
        return [report('number-not-in-text', e.span, { name: norm.name })];
      });
  });
}
