import { expressionsOf, reachedFrom } from '../../check/norm-expressions.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';
import { quantitiesIn, says } from '../numbers-in-words.ts';
import { placeOf } from '../place.ts';

/**
 * The 要旨 is what people read, the rule is what decides. A number of days, years or times in the gist that the rule does
 * not use (itself, in its definitions, or as the value of a parameter) is one of the two gone wrong.
 */
export function gistNumberDiffers(context: LintContext): readonly Diagnostic[] {
  const { norms, model } = context;
  const following = Object.values(model.norms).filter((n) => n.follows !== undefined);
  const followUps = new Map(following.map((n) => [n.follows, n]));
  return norms.flatMap(({ norm, block }) => {
    const gist = block.clauses.find((c) => c.kind === 'gist');
    const quantities = quantitiesIn(norm.gist ?? '');
    if (!gist || quantities.length === 0) return [];
    const follow = followUps.get(norm.name);
    const constants = reachedFrom(model, (follow ? [norm, follow] : [norm]).flatMap(expressionsOf)).flatMap(
      (e) => {
        if (e.op === 'const') return [e.value];
        const value = e.op === 'param' ? model.parameters[e.name]?.value : undefined;
        return value ? [value] : [];
      },
    );
    return quantities
      .filter((q) => !constants.some((c) => says(c, q)))
      .map((q) =>
        report('gist-number-differs', placeOf(context, gist.text.span, q.written), {
          name: norm.name,
          found: q.written,
        }),
      );
  });
}
