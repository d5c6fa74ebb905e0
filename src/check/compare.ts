import type { Expr, Relation } from '../syntax/ast.ts';
import { agrees, coerce, isCount } from './coerce.ts';
import { complain } from './context.ts';
import type { Env } from './env.ts';
import { typeExpr, typeOccurred } from './expr.ts';
import type { TExpr, Type } from './model.ts';
import { isValueName } from './names.ts';
import { typeIsEmpty } from './sets.ts';
import { BOOL, isDay, typeName, unitName } from './types.ts';

type CompareExpr = Extract<Expr, { kind: 'compare' }>;

export function typeCompare(expr: CompareExpr, env: Env): TExpr | undefined {
  const { relation, left, right, span } = expr;
  const equality = relation === 'eq' || relation === 'ne';
  if (equality && right.kind === 'notYetLit') return typeOccurred(left, relation === 'eq', span, env);
  if (equality && right.kind === 'emptyLit') return typeIsEmpty(left, relation === 'ne', span, env);
  const [l, r] = typePair(left, right, env);
  return l && r && compare(relation, l, r, span, env);
}

/** Types two sides that should agree; the side that is a bare constant is read in the light of the other. */
export function typePair(left: Expr, right: Expr, env: Env): [TExpr | undefined, TExpr | undefined] {
  if (isConstantLike(left, env) && !isConstantLike(right, env)) {
    const r = typeExpr(right, env);
    return [r && typeExpr(left, env, r.type), r];
  }
  const l = typeExpr(left, env);
  if (!l) {
    // what the right side would be is unknown: report only what is wrong by itself
    if (!isConstantLike(right, env)) typeExpr(right, env);
    return [undefined, undefined];
  }
  return [l, typeExpr(right, env, l.type)];
}

function isConstantLike(expr: Expr, env: Env): boolean {
  if (expr.kind === 'nameExpr') return !isValueName(expr.name, env);
  return expr.kind === 'listLit' || expr.kind === 'emptyLit';
}

/** Checks that the sides can be compared and makes the comparison. */
export function compare(rel: Relation, l: TExpr, r: TExpr, span: TExpr['span'], env: Env): TExpr | undefined {
  const order = rel !== 'eq' && rel !== 'ne';
  if (order) {
    const unordered = [l, r].find((e) => !isOrdered(e.type));
    if (unordered) return complain(env.ctx, 'no-order', unordered.span, { type: typeName(unordered.type) });
  }
  const sides = bringTogether(l, r, env);
  if (!sides) return undefined;
  const [left, right] = sides;
  if (left.type.t === 'list') return complain(env.ctx, 'not-a-set', left.span, { type: typeName(left.type) });
  return { op: 'cmp', rel, left, right, type: BOOL, span };
}

function bringTogether(l: TExpr, r: TExpr, env: Env): readonly [TExpr, TExpr] | undefined {
  if (isCount(l) && !isCount(r)) {
    const left = coerce(l, r.type, env);
    return left && [left, r];
  }
  if (agrees(r.type, l.type, env) || agrees(l.type, r.type, env)) return [l, r];
  if (l.type.t === 'duration' && r.type.t === 'duration') {
    const params = { left: unitName(l.type), right: unitName(r.type) };
    return complain(env.ctx, 'unit-mismatch', r.span, params);
  }
  if (r.type.t === 'set' && l.op === 'const') {
    const left = coerce(l, r.type, env);
    return left && [left, r];
  }
  const right = coerce(r, l.type, env);
  return right && [l, right];
}

function isOrdered(type: Type): boolean {
  return type.t === 'number' || type.t === 'duration' || type.t === 'time' || isDay(type);
}

/** 介於 A 與 B: both limits included. */
export function typeBetween(expr: Extract<Expr, { kind: 'between' }>, env: Env): TExpr | undefined {
  const { operand, low, high, span } = expr;
  const x = typeExpr(operand, env);
  const a = typeExpr(low, env, x?.type);
  const b = typeExpr(high, env, x?.type);
  if (!x || !a || !b) return undefined;
  const from = compare('ge', x, a, span, env);
  const to = compare('le', x, b, span, env);
  return from && to && { op: 'and', args: [from, to], type: BOOL, span };
}
