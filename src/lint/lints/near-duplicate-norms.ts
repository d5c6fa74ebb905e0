import type { NormDecl } from '../../check/model.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext, WrittenNorm } from '../context.ts';
import { otherHere } from '../place.ts';

/**
 * Two norms that ask the same under the same conditions, up to the numbers in them, are one norm written twice or a copy
 * that was not finished. Where two articles really say the same, one norm cites both.
 */
export function nearDuplicateNorms({ norms }: LintContext): readonly Diagnostic[] {
  const seen = new Map<string, WrittenNorm>();
  return norms.flatMap((written) => {
    const { norm, block } = written;
    const key = likeness(norm);
    const before = seen.get(key);
    if (!before) {
      seen.set(key, written);
      return [];
    }
    const related = [otherHere(before.block.name.span, before.norm.name)];
    const params = { name: norm.name, other: before.norm.name };
    return [report('near-duplicate-norms', block.name.span, params, { related })];
  });
}

/** Equal for norms that differ in numbers and dates only. */
function likeness(norm: NormDecl): string {
  const { kinds, modality, when, who, requirement, deadline, maintain, unless, exceptionTo, from, until } =
    norm;
  const said = {
    ...{ kinds, modality, when, who, requirement, deadline, maintain, from, until },
    unless: unless.map((u) => u.when),
    exceptionTo: exceptionTo.map((e) => [e.norm, e.path]),
  };
  return JSON.stringify(said, (key, value: unknown) => {
    if (key === 'span') return undefined;
    const constant = value as { readonly t?: string; readonly v?: unknown } | null;
    return constant && typeof constant === 'object' && typeof constant.v === 'number' ? constant.t : value;
  });
}
