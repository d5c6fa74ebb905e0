import type { ExampleDecl } from '../../check/model.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';
import { otherHere } from '../place.ts';

/** Two examples of a norm with the same facts try nothing twice; most often one was meant to differ and does not. */
export function exampleRepeated({ model }: LintContext): readonly Diagnostic[] {
  const seen = new Map<string, ExampleDecl>();
  return model.examples.flatMap((example) => {
    const { norms, actDate, asOf, params, readings, matters } = example;
    const key = JSON.stringify(
      [norms, actDate, asOf, params, readings, matters.map(sorted)],
      (name, value) => (name === 'span' ? undefined : value),
    );
    const before = seen.get(key);
    if (!before) {
      seen.set(key, example);
      return [];
    }
    const related = [otherHere(before.span, before.name)];
    return [
      report('example-repeated', example.span, { name: example.name, other: before.name }, { related }),
    ];
  });
}

/** The order in which facts are written does not matter. */
const sorted = (matter: ExampleDecl['matters'][number]): object => ({
  ...matter,
  facts: Object.entries(matter.facts).sort(([a], [b]) => (a < b ? -1 : 1)),
});
