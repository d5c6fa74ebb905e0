import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext, WrittenNorm } from '../context.ts';
import { otherHere } from '../place.ts';

/** Two norms with one gist: a reader of a verdict cannot tell which of them is meant, and most often the gist was copied. */
export function gistRepeated({ norms }: LintContext): readonly Diagnostic[] {
  const seen = new Map<string, WrittenNorm>();
  return norms.flatMap((written) => {
    const gist = written.block.clauses.find((c) => c.kind === 'gist');
    const key = (written.norm.gist ?? '').normalize('NFKC').replaceAll(/[\s\p{P}\p{Cf}]/gu, '');
    if (!gist || key === '') return [];
    const before = seen.get(key);
    if (!before) {
      seen.set(key, written);
      return [];
    }
    const related = [otherHere(before.block.name.span, before.norm.name)];
    const params = { name: written.norm.name, other: before.norm.name };
    return [report('gist-repeated', gist.text.span, params, { related })];
  });
}
