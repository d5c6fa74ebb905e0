import type { Case } from '../facts/case.ts';
import type { Plan } from '../plan/plan.ts';
import { bookForce, inForceOf } from './book-force.ts';
import { type EvaluateOptions, isKind, makeContext } from './context.ts';
import { contradictions } from './contradictions.ts';
import { normResult } from './norm-verdict.ts';
import type { CaseResult, NormResult, Verdict } from './verdict.ts';

export type { EvaluateOptions } from './context.ts';

/** The reference interpreter: lays the plan against a case. Pure; the case's own 查核日期 wins over `options.asOf`. */
export function evaluate(plan: Plan, kase: Case, options: EvaluateOptions): CaseResult {
  const ctx = makeContext(plan, kase, options);
  const norms = kase.matters.flatMap((matter) =>
    plan.norms
      .filter((norm) => isKind(plan, matter, norm.kinds))
      .map((norm) => normResult(ctx, norm, matter)),
  );
  const book = bookForce(plan, kase, () => ctx);
  return {
    title: kase.title,
    verdict: caseVerdict(norms),
    inForce: inForceOf(book, kase),
    book,
    ...(kase.actDate === undefined ? {} : { actDate: kase.actDate }),
    asOf: ctx.asOf,
    norms,
    counts: countVerdicts(norms),
    contradictions: kase.matters.flatMap((m) => contradictions(ctx, m)),
    diagnostics: [],
  };
}

/** Soft norms never make a case 待定 or 待履行; what is undetermined but cannot be violated does no harm. */
export function caseVerdict(norms: readonly NormResult[]): CaseResult['verdict'] {
  const hard = norms.filter((n) => n.strength === 'hard');
  if (hard.some((n) => n.verdict === 'violated')) return 'violated';
  if (hard.some((n) => n.verdict === 'conflict' && !n.harmless)) return 'conflict';
  if (hard.some((n) => n.verdict === 'undetermined' && !n.harmless)) return 'undetermined';
  if (hard.some((n) => n.verdict === 'pending')) return 'pending';
  const applied = norms.some(
    (n) => n.verdict !== 'not-applicable' && n.verdict !== 'undetermined' && n.verdict !== 'conflict',
  );
  return applied ? 'compliant' : 'not-applicable';
}

export function countVerdicts(norms: readonly NormResult[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = {
    'not-applicable': 0,
    exempt: 0,
    compliant: 0,
    violated: 0,
    deviation: 0,
    pending: 0,
    conflict: 0,
    undetermined: 0,
  };
  for (const n of norms) counts[n.verdict] += 1;
  return counts;
}
