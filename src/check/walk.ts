import type { Expr } from '../syntax/ast.ts';
import { assertNever } from '../text/invariant.ts';
import type { TExpr } from './model.ts';
import { children } from './texpr-children.ts';

/** `e` and everything below it, parents first. */
export function* subexpressions(e: TExpr): Generator<TExpr> {
  yield e;
  for (const child of children(e)) yield* subexpressions(child);
}

/** A key that is equal for expressions that say the same, wherever they stand. */
export function structure(e: TExpr): string {
  return JSON.stringify(e, (name, value: unknown) => (name === 'span' ? undefined : value));
}

/** A bare name in an expression. `member`: it stands where a constant usually stands. `inWhere`: fields come first there. */
export interface BareName {
  readonly name: { readonly text: string; readonly span: Expr['span'] };
  readonly member: boolean;
  readonly inWhere: boolean;
}

/** All names that start a value in an untyped expression. */
export function* bareNames(e: Expr, member = false, inWhere = false): Generator<BareName> {
  switch (e.kind) {
    case 'nameExpr':
      yield { name: e.name, member, inWhere };
      return;
    case 'pathExpr':
      yield { name: e.base, member: false, inWhere };
      return;
    case 'boolLit':
    case 'numberLit':
    case 'dateLit':
    case 'timeLit':
    case 'textLit':
    case 'notYetLit':
    case 'emptyLit':
      return;
    case 'listLit':
      for (const item of e.items) yield* bareNames(item, true, inWhere);
      return;
    case 'recordLit':
      return;
    case 'and':
    case 'or':
      for (const operand of e.operands) yield* bareNames(operand, false, inWhere);
      return;
    case 'not':
    case 'isEmpty':
    case 'occurred':
      yield* bareNames(e.operand, false, inWhere);
      return;
    case 'compare':
    case 'member':
    case 'setRelation':
      yield* bareNames(e.left, false, inWhere);
      yield* bareNames(e.right, true, inWhere);
      return;
    case 'samePeriod':
    case 'arith':
      yield* bareNames(e.left, false, inWhere);
      yield* bareNames(e.right, false, inWhere);
      return;
    case 'between':
      for (const part of [e.operand, e.low, e.high]) yield* bareNames(part, false, inWhere);
      return;
    case 'within':
      yield* bareNames(e.operand, false, inWhere);
      yield* bareNames(e.window, false, inWhere);
      return;
    case 'ordered':
      for (const step of e.steps) yield* bareNames(step, false, inWhere);
      return;
    case 'shift':
      yield* bareNames(e.base, false, inWhere);
      yield* bareNames(e.amount, false, inWhere);
      return;
    case 'aggregate':
      yield* bareNames(e.list, false, inWhere);
      if (e.where) yield* bareNames(e.where, false, true);
      return;
    default:
      assertNever(e);
  }
}
