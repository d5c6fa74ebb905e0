import type { CaseMatter } from '../facts/case.ts';
import type { PlanNorm } from '../plan/plan.ts';
import type { Context, Frame } from './context.ts';
import { dueDate } from './due.ts';
import { applies, excepted, exceptionHolds, fires, normOf } from './exceptions.ts';
import { holds } from './expression.ts';
import { missingOfNorm } from './missing.ts';
import { trace } from './trace.ts';
import { allOf, notOf, type Tri } from './value.ts';
import type { Missing, NormResult, Verdict } from './verdict.ts';

/** R as the section on pending duties defines it. */
export type Requirement = 'true' | 'false' | 'pending' | 'unknown';

export function requirement(ctx: Context, norm: PlanNorm, matter: CaseMatter): Requirement {
  const r0 = holds(ctx, norm.requires, { matter, live: false });
  if (r0 === true) return 'true';
  const r1 = holds(ctx, norm.requires, { matter, live: true });
  if (r0 === false && r1 === false) return 'false';
  return r0 === false && r1 === true ? 'pending' : 'unknown';
}

interface Judgement {
  readonly verdict: Verdict;
  readonly missing: readonly Missing[];
  readonly harmless: boolean;
}

/** The table of design.md, section 4: one norm, one matter. */
export function judge(ctx: Context, norm: PlanNorm, matter: CaseMatter): Judgement {
  const a = applies(ctx, norm, matter);
  const definite = (verdict: Verdict): Judgement => ({ verdict, missing: [], harmless: false });
  if (a === false) return definite('not-applicable');
  const e = excepted(ctx, norm, matter);
  const r = requirement(ctx, norm, matter);
  const permission = norm.modality === 'may';
  if (permission) {
    // A permission that is not used asks for nothing; defeated it is only where it was used, so that 不適用 stays final.
    const usedNow = holds(ctx, norm.requires, { matter, live: false });
    if (usedNow === false) return definite('not-applicable');
    if (a === true && e === true && usedNow === true) return definite('exempt');
  } else if (a === true && e === true) return definite('exempt');
  if (a === true && r === 'true' && !(permission && e === true)) return definite('compliant');
  const rTri: Tri = r === 'true' ? true : r === 'false' ? false : undefined;
  const violated = permission ? false : allOf([a, notOf(e), notOf(rTri)]);
  if (violated === true) return definite(norm.strength === 'hard' ? 'violated' : 'deviation');
  if (a === true && r === 'pending') return definite('pending');
  const missing = missingOf(ctx, norm, matter);
  const conflict = missing.length > 0 && missing.every((m) => m.kind === 'conflict');
  return { verdict: conflict ? 'conflict' : 'undetermined', missing, harmless: violated === false };
}

/** What an open verdict waits for. */
export function missingOf(ctx: Context, norm: PlanNorm, matter: CaseMatter): Missing[] {
  return missingOfNorm(ctx, norm, matter, openFrame(ctx, norm, matter, requirement(ctx, norm, matter)));
}

/** The day a pending duty falls due. */
export function dueOfNorm(ctx: Context, norm: PlanNorm, matter: CaseMatter): number | undefined {
  return dueDate(ctx, norm.requires, { matter, live: true });
}

/** The reading of R (live atoms false or true) that is unknown; none if R is not what is unknown. */
function openFrame(ctx: Context, norm: PlanNorm, matter: CaseMatter, r: Requirement): Frame | undefined {
  if (r !== 'unknown') return undefined;
  const plain = { matter, live: false };
  return holds(ctx, norm.requires, plain) === undefined ? plain : { matter, live: true };
}

export function normResult(ctx: Context, norm: PlanNorm, matter: CaseMatter): NormResult {
  const judgement = judge(ctx, norm, matter);
  const { verdict } = judgement;
  const due = verdict === 'pending' ? dueOfNorm(ctx, norm, matter) : undefined;
  return {
    norm: norm.name,
    matter: matter.id,
    matterKind: matter.kind,
    verdict,
    modality: norm.modality,
    strength: norm.strength,
    bearers: norm.bearers,
    cites: norm.cites,
    ...(norm.gist === undefined ? {} : { gist: norm.gist }),
    missing: judgement.missing,
    harmless: judgement.harmless,
    ...(due === undefined ? {} : { due }),
    exemptBy: verdict === 'exempt' ? defeaters(ctx, norm, matter) : [],
    ...trace(ctx, norm, matter),
    span: norm.span,
  };
}

/** What defeats the norm, each with its own citation. */
export function defeaters(ctx: Context, norm: PlanNorm, matter: CaseMatter): NormResult['exemptBy'] {
  return norm.exceptions
    .filter((e) => exceptionHolds(ctx, e, matter) === true)
    .map(({ source, span }) =>
      source.kind === 'unless'
        ? { cites: source.cites, span }
        : { norm: source.norm, cites: normOf(ctx, source.norm).cites, span },
    );
}

/** A norm is live for contradictions when it applies and nothing defeats it. */
export function isLive(ctx: Context, norm: PlanNorm, matter: CaseMatter): boolean {
  return (
    norm.modality !== 'may' &&
    applies(ctx, norm, matter) === true &&
    fires(ctx, norm, matter) !== false &&
    excepted(ctx, norm, matter) === false
  );
}
