import { civil } from '../../calendar/date.ts';
import { expressionsOf, expressionsOfDefinition } from '../../check/norm-expressions.ts';
import { subexpressions } from '../../check/walk.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';

/**
 * Working days are known for the years whose holidays are published. An example whose deadline runs into a later year is 待定 for
 * that reason alone and shows nothing of the norm, unless it says that this is what it shows (缺 工作日曆); and a deadline
 * counted from a date in the rules is open until that year is published.
 */
export function deadlineBeyondCalendar({ model, runs, calendar }: LintContext): readonly Diagnostic[] {
  const examples = runs().flatMap(({ example, result }) => {
    if (example.missing?.includes('工作日曆')) return [];
    const years = result.norms
      .filter((n) => example.norms.includes(n.norm))
      .flatMap((n) => n.missing.flatMap((m) => (m.kind === 'calendar' ? [m.year] : [])));
    const [year] = years;
    return year === undefined
      ? []
      : [report('deadline-beyond-calendar', example.span, { name: example.name, year })];
  });
  const owners = [
    ...Object.values(model.norms).map((n) => ({ name: n.name, roots: expressionsOf(n) })),
    ...Object.values(model.definitions).map((d) => ({ name: d.name, roots: expressionsOfDefinition(d) })),
  ];
  const literals = owners.flatMap(({ name, roots }) =>
    roots
      .flatMap((root) => [...subexpressions(root)])
      .flatMap((e) => {
        if (e.op !== 'shift' || e.base.op !== 'const' || e.base.value.t !== 'date') return [];
        if (e.amount.op !== 'const' || e.amount.value.t !== 'duration' || e.amount.value.unit !== 'workday')
          return [];
        const year = civil(e.base.value.v).year;
        return calendar.covers(year) ? [] : [report('deadline-beyond-calendar', e.span, { name, year })];
      }),
  );
  return [...examples, ...literals];
}
