import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';

/**
 * A reading is a decision that may be taken otherwise tomorrow. An option that no example and no case chooses has never
 * been seen to work; and that the options differ at all nobody has shown.
 */
export function readingNeverTried({ model, scenarios }: LintContext): readonly Diagnostic[] {
  return Object.values(model.readings).flatMap((reading) =>
    reading.options.flatMap((option) => {
      const tried =
        option.name === reading.adopted ||
        model.examples.some((e) => e.readings[reading.name] === option.name) ||
        scenarios.some((s) => s.readings[reading.name]?.option === option.name);
      if (tried) return [];
      return [report('reading-never-tried', option.span, { reading: reading.name, option: option.name })];
    }),
  );
}
