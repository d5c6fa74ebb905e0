import type { Expr } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';
import { constantOf } from './constant.ts';
import { complain, isKindOf, keyOf, recordOf } from './context.ts';
import type { Env } from './env.ts';
import type { Constant, Type } from './model.ts';
import { didYouMean } from './suggest.ts';
import { typeName } from './types.ts';

export interface ExampleState {
  readonly matters: Map<string, string>;
  /** Where 未發生 was given. */
  readonly notYet: Span[];
}

/** A value in an example: constants, 未發生, records, and names of matters. */
export function exampleValue(expr: Expr, type: Type, env: Env, state: ExampleState): Constant | undefined {
  const { ctx } = env;
  if (expr.kind === 'notYetLit') {
    if (type.t !== 'event') return complain(ctx, 'not-an-event', expr.span, { type: typeName(type) });
    state.notYet.push(expr.span);
    return { t: 'event', v: 'not-yet' };
  }
  if (type.t === 'list') return listValue(expr, type.record, env, state);
  if (type.t === 'ref') return reference(expr, type.kind, env);
  if (type.t === 'set' && type.of.t === 'ref') {
    const { kind } = type.of;
    const items = expr.kind === 'listLit' ? expr.items : expr.kind === 'emptyLit' ? [] : [expr];
    const refs = items.map((item) => reference(item, kind, env));
    const ids = refs.flatMap((ref) => (ref?.t === 'ref' ? [ref.v] : []));
    return ids.length === refs.length ? { t: 'set', v: [...new Set(ids)], of: type.of } : undefined;
  }
  // values of an example are constants: a fact of the same name as a member is not meant
  return constantOf(expr, type, { ctx, kinds: [] });
}

function reference(expr: Expr, kind: string, env: Env): Constant | undefined {
  const { ctx } = env;
  if (expr.kind !== 'nameExpr') return complain(ctx, 'constant-expected', expr.span, {});
  const id = keyOf(ctx, expr.name);
  const actual = env.matters?.get(id);
  if (actual === undefined) {
    const hint = didYouMean(expr.name.text, env.matters?.keys() ?? []);
    return complain(ctx, 'unknown-matter', expr.span, { name: expr.name.text }, hint ? { hint } : {});
  }
  if (isKindOf(ctx, actual, kind)) return { t: 'ref', v: id, kind };
  return complain(ctx, 'type-mismatch', expr.span, { expected: `指向 ${kind}`, actual: `指向 ${actual}` });
}

function listValue(expr: Expr, record: string, env: Env, state: ExampleState): Constant | undefined {
  const items = expr.kind === 'listLit' ? expr.items : expr.kind === 'emptyLit' ? [] : [expr];
  const rows: Readonly<Record<string, Constant>>[] = [];
  let broken = false;
  for (const item of items) {
    const row = recordValue(item, record, env, state);
    if (row) rows.push(row);
    else broken = true;
  }
  return broken ? undefined : { t: 'list', v: rows, record };
}

function recordValue(
  expr: Expr,
  record: string,
  env: Env,
  state: ExampleState,
): Readonly<Record<string, Constant>> | undefined {
  const { ctx } = env;
  if (expr.kind !== 'recordLit') {
    return complain(ctx, 'type-mismatch', expr.span, { expected: record, actual: '單個值' });
  }
  const lookup = ctx.records.get(record)?.lookup;
  const given = new Map<string, Constant>();
  let broken = false;
  for (const { name, value } of expr.fields) {
    const field = lookup?.get(keyOf(ctx, name));
    if (!field) {
      const hint = didYouMean(name.text, lookup?.keys() ?? []);
      complain(ctx, 'unknown-field', name.span, { name: name.text, owner: record }, hint ? { hint } : {});
      broken = true;
      continue;
    }
    if (given.has(field.name)) complain(ctx, 'duplicate-value', name.span, { name: name.text });
    const constant = exampleValue(value, field.type, env, state);
    if (constant) given.set(field.name, constant);
    else broken = true;
  }
  return broken ? undefined : recordOf(given);
}
