import type { NormDecl } from '../../check/model.ts';
import { subexpressions } from '../../check/walk.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { VerdictWord } from '../../syntax/ast.ts';
import type { LintContext } from '../context.ts';

/**
 * A duty is tried from both sides: an act that keeps it and one that breaks it. Examples of one side only also hold of a
 * norm that is always kept, or never. A permission (可以) cannot be broken, and is tried by being used; a duty without
 * deadline is not broken either, only 待履行.
 */
export function examplesOneSided({ norms, examplesOf }: LintContext): readonly Diagnostic[] {
  return norms.flatMap(({ norm, block }) => {
    const found = new Set((examplesOf.get(norm.name) ?? []).map((e) => e.expect.verdict));
    const some = (...verdicts: readonly VerdictWord[]) => verdicts.some((v) => found.has(v));
    if (found.size === 0) return [];
    const broken =
      norm.modality === 'may' || some('violated', 'deviation') || (isOpenEnded(norm) && some('pending'));
    const lacks = !some('compliant') ? 'kept' : broken ? undefined : 'broken';
    if (!lacks) return [];
    const params = { name: norm.name, zh: SIDE[lacks].zh, en: SIDE[lacks].en };
    return [report('examples-one-sided', block.name.span, params)];
  });
}

/** Something is to happen, and nothing says by when. */
const isOpenEnded = (norm: NormDecl): boolean =>
  norm.deadline === undefined && [...subexpressions(norm.requirement)].some((e) => e.op === 'occurred');

const SIDE = {
  kept: { zh: '合規', en: 'complies' },
  broken: { zh: '違規或偏離', en: 'violates it or deviates' },
} as const;
