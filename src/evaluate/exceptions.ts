import type { CaseMatter } from '../facts/case.ts';
import type { NodeId, PlanException, PlanNorm } from '../plan/plan.ts';
import { invariant } from '../text/invariant.ts';
import { type Context, isKind } from './context.ts';
import { holds, linked, nodeValue } from './expression.ts';
import { allOf, anyOf, isUnknown, notOf, type Tri } from './value.ts';

export function normOf(ctx: Context, name: string): PlanNorm {
  const norm = ctx.norms().get(name);
  invariant(norm, `norm ${name}`);
  return norm;
}

/** A: in force, 當 holds; a follow-up duty (隨後應當) applies where the norm it follows fires. */
export function applies(ctx: Context, norm: PlanNorm, matter: CaseMatter): Tri {
  const own = holds(ctx, norm.applies, { matter, live: false });
  if (own === false || norm.follows === undefined) return own;
  return allOf([own, fires(ctx, normOf(ctx, norm.follows), matter)]);
}

/** E: an own 除非, or an exception norm that fires. */
export function excepted(ctx: Context, norm: PlanNorm, matter: CaseMatter): Tri {
  return anyOf(norm.exceptions.map((e) => exceptionHolds(ctx, e, matter)));
}

/** An unused permission lifts nothing; a duty fires by applying. */
export function firesOnlyWhenUsed(norm: PlanNorm): boolean {
  return norm.modality === 'may' || norm.modality === 'only-may';
}

/** X fires = A(X) ∧ ¬E(X), for permissions also R(X): an unused permission lifts nothing. */
export function fires(ctx: Context, norm: PlanNorm, matter: CaseMatter): Tri {
  const key = `${norm.name}\n${matter.id}`;
  if (ctx.fires.has(key)) return ctx.fires.get(key);
  const result = allOf([
    applies(ctx, norm, matter),
    notOf(excepted(ctx, norm, matter)),
    firesOnlyWhenUsed(norm) ? holds(ctx, norm.requires, { matter, live: false }) : true,
  ]);
  ctx.fires.set(key, result);
  return result;
}

export function exceptionHolds(ctx: Context, exception: PlanException, matter: CaseMatter): Tri {
  const { source } = exception;
  if (source.kind === 'unless') return holds(ctx, source.when, { matter, live: false });
  return anyOf(exceptionMatters(ctx, exception, matter).map((m) => m.holds));
}

export interface ExceptionMatter {
  /** Undefined: the reference is unknown or leads to a matter that the case lacks. */
  readonly matter: CaseMatter | undefined;
  readonly holds: Tri;
}

/** The matters in which an exception norm may fire for `matter`, over references in either direction. */
export function exceptionMatters(
  ctx: Context,
  exception: PlanException,
  matter: CaseMatter,
): ExceptionMatter[] {
  const { source } = exception;
  invariant(source.kind === 'norm', 'an exception norm');
  const norm = normOf(ctx, source.norm);
  const at = (m: CaseMatter): ExceptionMatter => ({
    matter: m,
    holds: isKind(ctx.plan, m, norm.kinds) ? fires(ctx, norm, m) : false,
  });
  switch (source.link) {
    case 'same':
      return [at(matter)];
    case 'from-base': {
      const target = followPath(ctx, source.path, matter);
      return [target ? at(target) : { matter: undefined, holds: undefined }];
    }
    case 'from-exception':
      return ctx.kase.matters.flatMap((candidate) => {
        if (!isKind(ctx.plan, candidate, norm.kinds)) return [];
        const target = followPath(ctx, source.path, candidate);
        if (target) return target.id === matter.id ? [at(candidate)] : [];
        // A missing link may lead here: unknown, unless the exception does not fire anyway.
        return [{ matter: candidate, holds: fires(ctx, norm, candidate) === false ? false : undefined }];
      });
  }
}

export function followPath(ctx: Context, path: readonly NodeId[], start: CaseMatter): CaseMatter | undefined {
  let matter: CaseMatter | undefined = start;
  for (const id of path) {
    if (!matter) return undefined;
    const reference = nodeValue(ctx, id, { matter, live: false });
    matter = isUnknown(reference) ? undefined : linked(ctx, reference);
  }
  return matter;
}
