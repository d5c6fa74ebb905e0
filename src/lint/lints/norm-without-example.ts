import { nameKey } from '../../check/canonical-name.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { ExpectedEntry } from '../../facts/case.ts';
import type { LintContext } from '../context.ts';

/**
 * A norm that no example tries, and of which no case expects anything, has never been seen to decide: nobody would notice
 * if it said the opposite.
 */
export function normWithoutExample({ norms, examplesOf, scenarios }: LintContext): readonly Diagnostic[] {
  const expected = new Set(scenarios.flatMap((s) => (s.expected ?? []).flatMap(namesIn)));
  return norms.flatMap(({ norm, block }) =>
    examplesOf.has(norm.name) || expected.has(nameKey(norm.name))
      ? []
      : [report('norm-without-example', block.name.span, { name: norm.name })],
  );
}

/** A norm stands in 期望 by its name, or below the 編號 of a matter. */
function namesIn({ key, value }: ExpectedEntry): readonly string[] {
  const below =
    typeof value === 'string' ? [] : value.flatMap((v) => (typeof v === 'string' ? [] : namesIn(v)));
  return [nameKey(key), ...below];
}
