import type { Case } from '../facts/case.ts';
import type { Plan } from '../plan/plan.ts';
import type { Context } from './context.ts';
import { holds } from './expression.ts';
import { missingOfCondition } from './missing.ts';
import { traceCondition } from './trace.ts';
import type { CaseResult } from './verdict.ts';

/** Was the book in force when the acts of the case were done, and what does that rest on? Told once for the case. */
export function bookForce(plan: Plan, kase: Case, context: () => Context): CaseResult['book'] {
  const force = plan.book?.inForce;
  if (force === undefined) return { outside: [], missing: [], readings: [], params: [] };
  const ctx = context();
  const frames = kase.matters.map((matter) => ({ matter, live: false }));
  const traces = frames.map((frame) => traceCondition(ctx, force, frame.matter));
  const distinct = <T>(all: readonly T[]): readonly T[] => [
    ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
  ];
  return {
    outside: frames.filter((f) => holds(ctx, force, f) === false).map((f) => f.matter.id),
    missing: distinct(frames.flatMap((f) => missingOfCondition(ctx, force, f))),
    readings: distinct(traces.flatMap((t) => t.readings)),
    params: distinct(traces.flatMap((t) => t.params)),
  };
}

/** Of the case as a whole: no only where it was in force for none of its matters. */
export function inForceOf(book: CaseResult['book'], kase: Case): CaseResult['inForce'] {
  if (book.missing.length > 0) return 'unknown';
  return kase.matters.length === 0 || book.outside.length < kase.matters.length;
}
