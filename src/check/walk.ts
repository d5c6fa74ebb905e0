import type { Expr } from '../syntax/ast.ts';
import { assertNever } from '../text/invariant.ts';
import type { TExpr } from './model.ts';

/** The direct operands of a typed expression, in order of writing. */
export function operands(e: TExpr): readonly TExpr[] {
  switch (e.op) {
    case 'const':
    case 'fact':
    case 'item':
    case 'param':
    case 'reading':
    case 'def':
    case 'actDate':
    case 'asOf':
      return [];
    case 'follow':
      return [e.ref];
    case 'and':
    case 'or':
    case 'ordered':
      return e.args;
    case 'not':
    case 'empty':
    case 'occurred':
      return [e.arg];
    case 'cmp':
    case 'in':
    case 'subset':
    case 'disjoint':
    case 'samePeriod':
    case 'arith':
      return [e.left, e.right];
    case 'within':
      return [e.arg, e.anchor, e.amount];
    case 'shift':
      return [e.base, e.amount];
    case 'aggregate':
      return e.where ? [e.list, e.where] : [e.list];
    default:
      return assertNever(e);
  }
}

/** `e` and everything below it, parents first. */
export function* subexpressions(e: TExpr): Generator<TExpr> {
  yield e;
  for (const operand of operands(e)) yield* subexpressions(operand);
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
