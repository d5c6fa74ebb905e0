import { nameKey } from '../check/canonical-name.ts';
import { didYouMean, report } from '../diagnostics/report.ts';
import { caseVerdict } from '../evaluate/evaluate.ts';
import type { CaseResult, NormResult, Verdict } from '../evaluate/verdict.ts';
import { EXIT } from './exit-code.ts';
import type { UsableRulebook } from './rulebook.ts';
import type { Session } from './session.ts';

/** `--norm NAME` in any spelling → the canonical name. */
export function resolveNorm(
  session: Session,
  { model, plan }: UsableRulebook,
  name: string | undefined,
): string | undefined | 'wrong' {
  if (name === undefined) return undefined;
  const key = nameKey(name, model.aliases);
  const found = plan.norms.find((n) => nameKey(n.name, model.aliases) === key);
  if (found) return found.name;
  const hint = didYouMean(
    key,
    plan.norms.map((n) => n.name),
  );
  session.emit([report('unknown-norm-option', undefined, { name }, { hint })], EXIT.usage);
  return 'wrong';
}

/** The result as if the rulebook held this one norm. */
export function withNorm(result: CaseResult, norm: string): CaseResult {
  const norms = result.norms.filter((n) => n.norm === norm);
  const contradictions = result.contradictions.filter((c) => c.norms.includes(norm));
  return { ...result, norms, contradictions, verdict: caseVerdict(norms), counts: countsOf(norms) };
}

function countsOf(norms: readonly NormResult[]): CaseResult['counts'] {
  const count = (verdict: Verdict) => norms.filter((n) => n.verdict === verdict).length;
  return {
    'not-applicable': count('not-applicable'),
    exempt: count('exempt'),
    compliant: count('compliant'),
    violated: count('violated'),
    deviation: count('deviation'),
    pending: count('pending'),
    conflict: count('conflict'),
    undetermined: count('undetermined'),
  };
}
