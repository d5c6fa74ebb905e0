import type { Expr } from '../syntax/ast.ts';
import { isCount } from './coerce.ts';
import { complain } from './context.ts';
import type { Env, Expected } from './env.ts';
import { typeExpr } from './expr.ts';
import type { TExpr, Type } from './model.ts';
import { isDay, sameType, typeName, unitName } from './types.ts';

type ArithExpr = Extract<Expr, { kind: 'arith' }>;

/** Sums keep their unit and never mix units; a product has at most one unit; equal units cancel in a quotient. */
export function typeArithmetic(expr: ArithExpr, env: Env, expected: Expected): TExpr | undefined {
  const left = typeExpr(expr.left, env, expected);
  const right = typeExpr(expr.right, env, expected);
  if (!left || !right) return undefined;
  const type = resultType(expr, left, right, env);
  return type && { op: 'arith', fn: expr.op, left, right, type, span: expr.span };
}

function resultType(expr: ArithExpr, left: TExpr, right: TExpr, env: Env): Type | undefined {
  const [l, r] = [left.type, right.type];
  const plain = (type: Type) => type.t === 'number' && type.unit === '';
  if (expr.op === 'add' || expr.op === 'sub') {
    if (expr.op === 'sub' && isDay(l) && isDay(r)) return { t: 'duration', unit: 'day' };
    if (l.t === r.t && (l.t === 'number' || l.t === 'duration')) {
      if (sameType(l, r) || isCount(right)) return l;
      if (isCount(left)) return r;
      const params = { left: unitName(l), right: unitName(r) };
      return complain(env.ctx, 'unit-mismatch', right.span, params);
    }
  } else if (expr.op === 'mul') {
    if (plain(r) && (l.t === 'number' || l.t === 'duration')) return l;
    if (plain(l) && (r.t === 'number' || r.t === 'duration')) return r;
  } else {
    if (plain(r) && l.t === 'number') return l;
    if (sameType(l, r) && (l.t === 'number' || l.t === 'duration')) return { t: 'number', unit: '' };
  }
  const shifts = (isDay(l) || l.t === 'time') && r.t === 'duration';
  return complain(
    env.ctx,
    'operator-type',
    expr.span,
    { left: typeName(l), right: typeName(r) },
    shifts
      ? { hint: { zh: '日期推算寫成「… 後 …」「… 前 …」。', en: 'Shift a date with `after` or `before`.' } }
      : {},
  );
}
