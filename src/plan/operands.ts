import type { Relation } from '../syntax/ast.ts';
import { assertNever } from '../text/invariant.ts';
import type { NodeId, PlanNode } from './plan.ts';

/** The nodes a node is made of, in the order they are walked. A new node kind does not compile until it is here. */
export function operands(node: PlanNode): readonly NodeId[] {
  switch (node.op) {
    case 'const':
    case 'fact':
    case 'item':
    case 'param':
    case 'reading':
    case 'actDate':
    case 'asOf':
    case 'table':
      return [];
    case 'follow':
      return [node.ref, node.target];
    case 'and':
    case 'or':
      return node.args;
    case 'not':
    case 'empty':
    case 'occurred':
      return [node.arg];
    case 'reached':
      return [node.date];
    case 'cmp':
    case 'in':
    case 'subset':
    case 'disjoint':
    case 'samePeriod':
    case 'arith':
      return [node.left, node.right];
    case 'shift':
      return [node.base, node.amount];
    case 'aggregate':
      return node.where === undefined ? [node.list] : [node.list, node.where];
    default:
      return assertNever(node);
  }
}

/** The relation that holds exactly where the given one does not, for two known values. */
export const OPPOSITE_RELATION: Readonly<Record<Relation, Relation>> = {
  eq: 'ne',
  ne: 'eq',
  lt: 'ge',
  ge: 'lt',
  gt: 'le',
  le: 'gt',
};

/** The relation of the two sides when they change places. */
export const MIRRORED_RELATION: Readonly<Record<Relation, Relation>> = {
  eq: 'eq',
  ne: 'ne',
  lt: 'gt',
  gt: 'lt',
  le: 'ge',
  ge: 'le',
};
