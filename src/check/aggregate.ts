import type { Expr, Name } from '../syntax/ast.ts';
import { complain, keyOf } from './context.ts';
import type { Env } from './env.ts';
import { condition, typeExpr } from './expr.ts';
import type { FactDecl, TExpr, Type } from './model.ts';
import { markFact } from './names.ts';
import { didYouMean } from './suggest.ts';
import { BOOL, DATE, isDay, typeName } from './types.ts';

type AggregateExpr = Extract<Expr, { kind: 'aggregate' }>;

export function typeAggregate(expr: AggregateExpr, env: Env): TExpr | undefined {
  const { ctx } = env;
  const list = typeExpr(expr.list, env);
  if (!list) return undefined;
  if (list.type.t === 'set' && expr.op === 'count' && !expr.field && !expr.where) {
    return { op: 'aggregate', fn: 'count', list, type: { t: 'number', unit: '' }, span: expr.span };
  }
  if (list.type.t !== 'list') {
    return complain(ctx, 'not-a-list', expr.list.span, { type: typeName(list.type) });
  }
  const fields = ctx.records.get(list.type.record)?.lookup ?? new Map<string, FactDecl>();
  const where = expr.where && condition(expr.where, { ...env, item: fields });
  if (expr.where && !where) return undefined;
  if (expr.op === 'all' && !where) return complain(ctx, 'aggregate-condition-missing', expr.span, {});
  const rest = { op: 'aggregate', fn: expr.op, list, ...(where ? { where } : {}), span: expr.span } as const;
  if (expr.op === 'count' || expr.op === 'any' || expr.op === 'all') {
    if (expr.field) {
      return complain(ctx, 'not-a-list', expr.field.span, { type: expr.field.text });
    }
    return { ...rest, type: expr.op === 'count' ? { t: 'number', unit: '' } : BOOL };
  }
  if (!expr.field) return complain(ctx, 'aggregate-field-missing', expr.list.span, {});
  const field = fieldOf(expr.field, fields, list.type.record, env);
  const type = field && resultType(expr, field, expr.field, env);
  return field && type && { ...rest, field: field.name, type };
}

function fieldOf(
  name: Name,
  fields: ReadonlyMap<string, FactDecl>,
  record: string,
  env: Env,
): FactDecl | undefined {
  const field = fields.get(keyOf(env.ctx, name));
  if (field) {
    markFact(env.ctx, field);
    return field;
  }
  return complain(
    env.ctx,
    'unknown-field',
    name.span,
    { name: name.text, owner: record },
    { hint: didYouMean(name.text, fields.keys()) },
  );
}

/** 合計 of quantities, 最早／最晚 of days, 最大／最小 of quantities. */
function resultType(expr: AggregateExpr, field: FactDecl, name: Name, env: Env): Type | undefined {
  const { type } = field;
  const quantity = type.t === 'number' || type.t === 'duration';
  const day = isDay(type) || type.t === 'time';
  const wanted = expr.op === 'earliest' || expr.op === 'latest' ? '日期' : '數';
  if (wanted === '日期' ? day : quantity) return isDay(type) ? DATE : type;
  return complain(env.ctx, 'type-mismatch', name.span, { expected: wanted, actual: typeName(type) });
}
