import type { Expr } from '../syntax/ast.ts';
import { complain } from './context.ts';
import type { Env } from './env.ts';
import { typeExpr } from './expr.ts';
import type { TExpr } from './model.ts';
import { BOOL, DATE, isDay, typeName, unitName } from './types.ts';

interface Shift {
  readonly base: TExpr;
  readonly amount: TExpr;
  readonly direction: 'after' | 'before';
}

function shiftOf(expr: Extract<Expr, { kind: 'shift' }>, env: Env): Shift | undefined {
  const base = typeExpr(expr.base, env);
  const amount = typeExpr(expr.amount, env);
  if (!base || !amount) return undefined;
  if (!isDay(base.type) && base.type.t !== 'time') {
    return complain(env.ctx, 'shift-base', base.span, { type: typeName(base.type) });
  }
  if (amount.type.t !== 'duration') {
    return complain(env.ctx, 'shift-amount', amount.span, { type: typeName(amount.type) });
  }
  const { unit } = amount.type;
  if ((unit === 'hour' || unit === 'minute') && isDay(base.type)) {
    return complain(env.ctx, 'shift-hours-on-date', amount.span, { unit: unitName(amount.type) });
  }
  return { base, amount, direction: expr.direction };
}

export function typeShift(expr: Extract<Expr, { kind: 'shift' }>, env: Env): TExpr | undefined {
  const shift = shiftOf(expr, env);
  return (
    shift && {
      op: 'shift',
      ...shift,
      type: shift.base.type.t === 'time' ? shift.base.type : DATE,
      span: expr.span,
    }
  );
}

/** X 在 A 前 P 內, X 在 A 後 P 內. */
export function typeWithin(expr: Extract<Expr, { kind: 'within' }>, env: Env): TExpr | undefined {
  const arg = dayOrTime(expr.operand, env);
  if (expr.window.kind !== 'shift') {
    const window = typeExpr(expr.window, env);
    return window && complain(env.ctx, 'shift-amount', expr.window.span, { type: typeName(window.type) });
  }
  const shift = shiftOf(expr.window, env);
  if (!arg || !shift) return undefined;
  if ((arg.type.t === 'time') !== (shift.base.type.t === 'time')) {
    return complain(env.ctx, 'date-time-mix', expr.span, {});
  }
  const { base, amount, direction } = shift;
  return { op: 'within', arg, anchor: base, direction, amount, type: BOOL, span: expr.span };
}

function dayOrTime(expr: Expr, env: Env): TExpr | undefined {
  const typed = typeExpr(expr, env);
  if (!typed || isDay(typed.type) || typed.type.t === 'time') return typed;
  return complain(env.ctx, 'type-mismatch', expr.span, { expected: '日期', actual: typeName(typed.type) });
}

export function typeSamePeriod(expr: Extract<Expr, { kind: 'samePeriod' }>, env: Env): TExpr | undefined {
  const left = dayOrTime(expr.left, env);
  const right = dayOrTime(expr.right, env);
  if (!left || !right) return undefined;
  if ((left.type.t === 'time') !== (right.type.t === 'time')) {
    return complain(env.ctx, 'date-time-mix', expr.span, {});
  }
  return { op: 'samePeriod', period: expr.period, left, right, type: BOOL, span: expr.span };
}

/** 依序 A、B、C: days, or times, but not both. */
export function typeOrdered(expr: Extract<Expr, { kind: 'ordered' }>, env: Env): TExpr | undefined {
  const steps = expr.steps.map((step) => dayOrTime(step, env));
  const args = steps.filter((step) => step !== undefined);
  if (args.length < steps.length) return undefined;
  const odd = args.find((step) => (step.type.t === 'time') !== (args[0]?.type.t === 'time'));
  if (odd) return complain(env.ctx, 'date-time-mix', odd.span, {});
  return { op: 'ordered', strict: expr.strict, args, type: BOOL, span: expr.span };
}
