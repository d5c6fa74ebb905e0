import type { Block, Clause, Expr } from '../syntax/ast.ts';
import { assertNever } from '../text/invariant.ts';

/** Every expression of a block as it was written, and everything in them, parents first. Examples have values only. */
export function expressionsIn(block: Block): readonly Expr[] {
  const clauses = 'clauses' in block ? block.clauses.flatMap(inClause) : [];
  const rows =
    block.kind === 'table' ? [...block.columns.map((c) => c.expr), ...block.rows.map((r) => r.value)] : [];
  return [...clauses, ...rows].flatMap((e) => [...written(e)]);
}

function inClause(c: Clause): readonly Expr[] {
  switch (c.kind) {
    case 'condition':
    case 'shall':
    case 'shallNot':
    case 'may':
    case 'deadline':
    case 'unless':
    case 'from':
    case 'until':
      return [c.expr];
    case 'onlyMay':
      return [c.who, c.expr];
    case 'maintain':
      return c.to ? [c.from, c.to] : [c.from];
    case 'thereafter':
      return c.deadline ? [c.expr, c.deadline] : [c.expr];
    case 'when':
    case 'exceptWhen':
      return [c.condition, c.value];
    case 'otherwise':
    case 'is':
      return [c.value];
    case 'cite':
    case 'gist':
    case 'note':
    case 'quotation':
    case 'appliesTo':
    case 'bearer':
    case 'exceptionTo':
    case 'strength':
    case 'reason':
    case 'title':
    case 'hitPolicy':
      return [];
    default:
      return assertNever(c);
  }
}

function* written(e: Expr): Generator<Expr> {
  yield e;
  for (const part of partsOf(e)) yield* written(part);
}

function partsOf(e: Expr): readonly Expr[] {
  switch (e.kind) {
    case 'nameExpr':
    case 'pathExpr':
    case 'boolLit':
    case 'numberLit':
    case 'dateLit':
    case 'timeLit':
    case 'textLit':
    case 'notYetLit':
    case 'emptyLit':
    case 'recordLit':
      return [];
    case 'listLit':
      return e.items;
    case 'and':
    case 'or':
      return e.operands;
    case 'not':
    case 'isEmpty':
    case 'occurred':
      return [e.operand];
    case 'compare':
    case 'member':
    case 'setRelation':
    case 'samePeriod':
    case 'arith':
      return [e.left, e.right];
    case 'between':
      return [e.operand, e.low, e.high];
    case 'within':
      return [e.operand, e.window];
    case 'ordered':
      return e.steps;
    case 'shift':
      return [e.base, e.amount];
    case 'aggregate':
      return e.where ? [e.list, e.where] : [e.list];
    default:
      return assertNever(e);
  }
}
