import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import { witnessText } from '../../prove/witness-text.ts';
import type { LintContext } from '../context.ts';
import { theNorm } from '../proven-norms.ts';

/**
 * Two hard norms that both apply in a case (which is named) and of which at most one can be met, now or later, although
 * neither is the exception to the other: whoever stands there breaks the law whatever she does.
 */
export function normsContradict({ proof }: LintContext): readonly Diagnostic[] {
  return proof()
    .pairs()
    .flatMap((f) => {
      if (f.is !== 'contradict') return [];
      const [first, second] = f.norms;
      const { zh: witness, en: witnessEn } = witnessText(f.witness);
      const params = { witness, witnessEn, first: first.name, second: second.name };
      return [report('norms-contradict', second.span, params, { related: [theNorm(first)] })];
    });
}
