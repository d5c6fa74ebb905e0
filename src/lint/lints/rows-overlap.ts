import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import { witnessText } from '../../prove/witness-text.ts';
import type { LintContext } from '../context.ts';
import { rowNumber, theRow } from '../proven-rows.ts';

/**
 * Two rows that hold in one case (which is named) with different values give 衝突 there. Rows that are written alike are an
 * error of the checker already (`table-overlap`); here what they say is compared, whatever the words.
 */
export function rowsOverlap({ proof }: LintContext): readonly Diagnostic[] {
  return proof()
    .tables()
    .flatMap(({ definition, finding }) => {
      if (finding.is !== 'overlap') return [];
      const [first, second] = finding.rows;
      const { zh: witness, en: witnessEn } = witnessText(finding.witness);
      const rows = { first: rowNumber(first), second: rowNumber(second) };
      const params = { name: definition.name, witness, witnessEn, ...rows };
      return [report('rows-overlap', second.span, params, { related: [theRow(first)] })];
    });
}
