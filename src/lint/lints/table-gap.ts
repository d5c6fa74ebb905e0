import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import { witnessText } from '../../prove/witness-text.ts';
import type { LintContext } from '../context.ts';

/**
 * Where a norm asks a definition or table for a value, some row or the default gives one for every case whose facts are
 * known; else the norm stays 待定 for good. What is only unknown is no gap, and neither is a case in which nothing asks.
 */
export function tableGap({ proof }: LintContext): readonly Diagnostic[] {
  return proof()
    .tables()
    .flatMap(({ definition, finding }) => {
      if (finding.is !== 'gap') return [];
      const { zh: witness, en: witnessEn } = witnessText(finding.witness);
      const { norm } = finding;
      const related = norm
        ? [
            {
              span: norm.span,
              message: { zh: `「${norm.name}」此時要用它的值`, en: `"${norm.name}" then asks for its value` },
            },
          ]
        : [];
      return [
        report('table-gap', definition.span, { name: definition.name, witness, witnessEn }, { related }),
      ];
    });
}
