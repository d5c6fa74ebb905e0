import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';
import { rowNumber, theRow } from '../proven-rows.ts';

/** A row of which another row says the same wherever it holds. */
export function rowRedundant({ proof }: LintContext): readonly Diagnostic[] {
  return proof()
    .tables()
    .flatMap(({ definition, finding }) => {
      if (finding.is !== 'redundant') return [];
      const params = { name: definition.name, row: rowNumber(finding.row), by: rowNumber(finding.by) };
      return [report('row-redundant', finding.row.span, params, { related: [theRow(finding.by)] })];
    });
}
