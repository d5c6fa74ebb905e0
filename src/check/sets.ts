import type { Expr } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';
import { agrees, coerce, elementOf } from './coerce.ts';
import { compare } from './compare.ts';
import { complain } from './context.ts';
import type { Env, Expected } from './env.ts';
import { negate, typeExpr } from './expr.ts';
import type { TExpr, Type } from './model.ts';
import { BOOL, typeName } from './types.ts';

/** A、B as a set of constants; groups stand for their members. */
export function typeList(
  expr: Extract<Expr, { kind: 'listLit' }>,
  env: Env,
  expected: Expected,
): TExpr | undefined {
  const wanted = expected?.t === 'set' ? expected.of : expected;
  const items = typeItems(expr.items, env, wanted);
  if (!items) return undefined;
  const open = items.find((item) => item.op !== 'const');
  if (open) return complain(env.ctx, 'constant-expected', open.span, {});
  const of = wanted?.t === 'enum' ? wanted : elementType(items[0]?.type);
  if (!of) {
    if (expected?.t === 'set')
      return { op: 'const', value: { t: 'set', v: [], of: expected.of }, type: expected, span: expr.span };
    return complain(env.ctx, 'constant-expected', expr.span, {});
  }
  const members: string[] = [];
  for (const item of items) {
    if (!agrees(elementType(item.type) ?? item.type, of, env)) return coerce(item, of, env);
    for (const member of membersOf(item)) if (!members.includes(member)) members.push(member);
  }
  return { op: 'const', value: { t: 'set', v: members, of }, type: { t: 'set', of }, span: expr.span };
}

function typeItems(items: readonly Expr[], env: Env, wanted: Expected): readonly TExpr[] | undefined {
  const out: TExpr[] = [];
  let broken = false;
  let type = wanted;
  for (const item of items) {
    const typed = typeExpr(item, env, type);
    if (!typed) broken = true;
    else {
      out.push(typed);
      type ??= elementType(typed.type);
    }
  }
  return broken ? undefined : out;
}

function elementType(type: Type | undefined): Type | undefined {
  return type?.t === 'set' ? type.of : type;
}

function membersOf(e: TExpr): readonly string[] {
  if (e.op !== 'const') return [];
  if (e.value.t === 'set') return e.value.v;
  const one = elementOf(e.value);
  return one === undefined ? [] : [one];
}

/** X 屬於 …: a list of members and groups, a group, or a set. Members that are not constants make one equation each. */
export function typeMember(expr: Extract<Expr, { kind: 'member' }>, env: Env): TExpr | undefined {
  const { left, right, span, negated } = expr;
  const element = typeExpr(left, env);
  if (!element) return undefined;
  if (element.type.t === 'set' || element.type.t === 'list') {
    return complain(
      env.ctx,
      'type-mismatch',
      left.span,
      { expected: '單個值', actual: typeName(element.type) },
      { hint: { zh: '集合用「包含於」。', en: 'Use `subset of` for a set.' } },
    );
  }
  const found = isIn(element, right, span, env);
  return found && negated ? negate({ ...found, span }) : found;
}

function isIn(element: TExpr, right: Expr, span: Span, env: Env): TExpr | undefined {
  const items = typeItems(right.kind === 'listLit' ? right.items : [right], env, element.type);
  if (!items) return undefined;
  const members: string[] = [];
  const tests: TExpr[] = [];
  for (const item of items) {
    if (item.op === 'const' && (item.type.t === 'set' || elementOf(item.value) !== undefined)) {
      const of = elementType(item.type) ?? item.type;
      if (!agrees(of, element.type, env)) return coerce({ ...item, type: of } as TExpr, element.type, env);
      for (const member of membersOf(item)) if (!members.includes(member)) members.push(member);
    } else if (item.type.t === 'set') {
      if (!agrees(element.type, item.type.of, env)) return coerce(item, { t: 'set', of: element.type }, env);
      tests.push({ op: 'in', left: element, right: item, type: BOOL, span });
    } else {
      const test = compare('eq', element, item, span, env);
      if (!test) return undefined;
      tests.push(test);
    }
  }
  if (members.length > 0) {
    const type: Type = { t: 'set', of: element.type };
    const set: TExpr = {
      op: 'const',
      value: { t: 'set', v: members, of: element.type },
      type,
      span: right.span,
    };
    tests.unshift({ op: 'in', left: element, right: set, type: BOOL, span });
  }
  const [only] = tests;
  return tests.length === 1 && only ? only : { op: 'or', args: tests, type: BOOL, span };
}

/** 包含於, 包含, 不相交, 相交 between sets; a single element on one side is asked for by `in`. */
export function typeSetRelation(expr: Extract<Expr, { kind: 'setRelation' }>, env: Env): TExpr | undefined {
  const { relation, span } = expr;
  const constantLeft = expr.left.kind === 'listLit' || expr.left.kind === 'emptyLit';
  const first = typeExpr(constantLeft ? expr.right : expr.left, env);
  if (!first) return undefined;
  const hint: Type = first.type.t === 'set' ? first.type : { t: 'set', of: first.type };
  const second = typeExpr(constantLeft ? expr.left : expr.right, env, hint);
  if (!second) return undefined;
  const [l, r] = constantLeft ? [second, first] : [first, second];
  const [left, right] = relation === 'superset' ? [r, l] : [l, r];
  const bad = [left, right].find((e) => e.type.t === 'list' || e.type.t === 'bool');
  if (bad || (left.type.t !== 'set' && right.type.t !== 'set')) {
    const e = bad ?? right;
    return complain(env.ctx, 'not-a-set', e.span, { type: typeName(e.type) });
  }
  const [a, b] = [elementType(left.type) ?? left.type, elementType(right.type) ?? right.type];
  if (!agrees(a, b, env) && !agrees(b, a, env))
    return coerce(
      { ...second, type: elementType(second.type) ?? second.type } as TExpr,
      elementType(first.type) ?? first.type,
      env,
    );
  if (relation === 'subset' || relation === 'superset') {
    if (right.type.t !== 'set')
      return complain(env.ctx, 'not-a-set', right.span, { type: typeName(right.type) });
    return { op: left.type.t === 'set' ? 'subset' : 'in', left, right, type: BOOL, span };
  }
  const [one, many] = left.type.t === 'set' ? [right, left] : [left, right];
  if (one.type.t !== 'set') {
    const found: TExpr = { op: 'in', left: one, right: many, type: BOOL, span };
    return relation === 'overlaps' ? found : negate(found);
  }
  const disjoint: TExpr = { op: 'disjoint', left, right, type: BOOL, span };
  return relation === 'disjoint' ? disjoint : negate(disjoint);
}

export function typeIsEmpty(operand: Expr, negated: boolean, span: Span, env: Env): TExpr | undefined {
  const arg = typeExpr(operand, env);
  if (!arg) return undefined;
  if (arg.type.t !== 'set' && arg.type.t !== 'list') {
    return complain(env.ctx, 'not-a-set', operand.span, { type: typeName(arg.type) });
  }
  const empty: TExpr = { op: 'empty', arg, type: BOOL, span };
  return negated ? negate(empty) : empty;
}
