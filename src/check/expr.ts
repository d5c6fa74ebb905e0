import type { Expr } from '../syntax/ast.ts';
import { assertNever } from '../text/invariant.ts';
import { typeAggregate } from './aggregate.ts';
import { typeArithmetic } from './arithmetic.ts';
import { coerce } from './coerce.ts';
import { typeBetween, typeCompare } from './compare.ts';
import { complain } from './context.ts';
import { typeOrdered, typeSamePeriod, typeShift, typeWithin } from './dates.ts';
import type { Env, Expected } from './env.ts';
import { boolConst, typeDate, typeEmpty, typeNumber } from './literal.ts';
import type { TExpr, Type } from './model.ts';
import { resolveName, typePath } from './names.ts';
import { alternativeMeant } from './ordinary-words.ts';
import { typeIsEmpty, typeList, typeMember, typeSetRelation } from './sets.ts';
import { BOOL, typeName } from './types.ts';

/** Resolves and types an expression; `undefined` when an error was reported. `expected` only guides names and lists. */
export function typeExpr(expr: Expr, env: Env, expected?: Expected): TExpr | undefined {
  const { span } = expr;
  switch (expr.kind) {
    case 'nameExpr':
      return resolveName(expr.name, env, expected);
    case 'pathExpr':
      return typePath(expr, env);
    case 'boolLit':
      return boolConst(expr.value, span);
    case 'numberLit':
      return typeNumber(expr, env);
    case 'dateLit':
    case 'timeLit':
      return typeDate(expr, env);
    case 'textLit':
      return { op: 'const', value: { t: 'text', v: expr.value }, type: { t: 'text' }, span };
    case 'notYetLit':
      return complain(env.ctx, 'value-not-here', span, { name: '未發生' });
    case 'recordLit':
      return complain(env.ctx, 'value-not-here', span, { name: '（…）' });
    case 'emptyLit':
      return typeEmpty(expr, env, expected);
    case 'listLit':
      return typeList(expr, env, expected);
    case 'and':
    case 'or': {
      const args = expr.operands.map((operand, i) =>
        condition(operand, env, expr.kind === 'or' ? expr.operands[i - 1] : undefined),
      );
      const known = args.filter((arg) => arg !== undefined);
      return known.length === args.length ? { op: expr.kind, args: known, type: BOOL, span } : undefined;
    }
    case 'not': {
      const arg = condition(expr.operand, env);
      return arg && { op: 'not', arg, type: BOOL, span };
    }
    case 'compare':
      return typeCompare(expr, env);
    case 'member':
      return typeMember(expr, env);
    case 'setRelation':
      return typeSetRelation(expr, env);
    case 'isEmpty':
      return typeIsEmpty(expr.operand, expr.negated, span, env);
    case 'occurred':
      return typeOccurred(expr.operand, expr.negated, span, env);
    case 'between':
      return typeBetween(expr, env);
    case 'within':
      return typeWithin(expr, env);
    case 'samePeriod':
      return typeSamePeriod(expr, env);
    case 'ordered':
      return typeOrdered(expr, env);
    case 'shift':
      return typeShift(expr, env);
    case 'arith':
      return typeArithmetic(expr, env, expected);
    case 'aggregate':
      return typeAggregate(expr, env);
    default:
      return assertNever(expr);
  }
}

/** An expression that must have the type: a constant is brought to it, everything else must agree. */
export function expectType(expr: Expr, env: Env, expected: Type): TExpr | undefined {
  const typed = typeExpr(expr, env, expected);
  return typed && coerce(typed, expected, env);
}

/** `before`: the alternative in front of it, for what a drafter may have meant. */
export function condition(expr: Expr, env: Env, before?: Expr): TExpr | undefined {
  const typed = typeExpr(expr, env, BOOL);
  if (!typed || typed.type.t === 'bool') return typed;
  const extra = before && alternativeMeant(before, expr);
  return complain(env.ctx, 'condition-not-boolean', expr.span, { type: typeName(typed.type) }, extra);
}

export function negate(arg: TExpr): TExpr {
  return { op: 'not', arg, type: BOOL, span: arg.span };
}

export function typeOccurred(
  operand: Expr,
  negated: boolean,
  span: TExpr['span'],
  env: Env,
): TExpr | undefined {
  const arg = typeExpr(operand, env);
  if (!arg) return undefined;
  if (arg.type.t !== 'event')
    return complain(env.ctx, 'not-an-event', operand.span, { type: typeName(arg.type) });
  const occurred: TExpr = { op: 'occurred', arg, type: BOOL, span };
  return negated ? negate(occurred) : occurred;
}
