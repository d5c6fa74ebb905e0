import type { Related } from '../diagnostics/diagnostic.ts';
import type { PlanRow } from '../plan/plan.ts';

/** Rows are counted from one, as they stand. */
export const rowNumber = ({ id }: PlanRow): string => id.slice(id.lastIndexOf('#') + 1);

export const theRow = (row: PlanRow): Related => ({
  span: row.span,
  message: { zh: `第 ${rowNumber(row)} 列`, en: `row ${rowNumber(row)}` },
});
