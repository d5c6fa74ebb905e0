import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';
import { rowNumber, theRow } from '../proven-rows.ts';

/** A row that gives the value of no case: its conditions exclude each other, or a 例外 row always stands before it. */
export function rowUnreachable({ proof }: LintContext): readonly Diagnostic[] {
  return proof()
    .tables()
    .flatMap(({ definition, finding }) => {
      if (finding.is !== 'unreachable') return [];
      const params = { name: definition.name, row: rowNumber(finding.row) };
      return [
        report('row-unreachable', finding.row.span, params, { related: finding.overridden.map(theRow) }),
      ];
    });
}
