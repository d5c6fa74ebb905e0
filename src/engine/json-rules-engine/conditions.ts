import type { Constant } from '../../check/model.ts';
import type { NodeId } from '../../plan/plan.ts';
import { assertNever, invariant } from '../../text/invariant.ts';
import {
  type FactCondition,
  isCondition,
  type ProgramNode,
  type Slot,
  type StockCondition,
  slotOf,
  type TopCondition,
} from './format.ts';

/**
 * A formula has two rails, «definitely true» and «definitely false»; negation swaps them, and the engine's own `not`,
 * for which unknown is false, is never written.
 */
export type Rail = boolean;
export type Formula =
  | { readonly node: NodeId; readonly live: boolean }
  | { readonly slot: Slot }
  | { readonly op: 'all' | 'any'; readonly parts: readonly Formula[] }
  | { readonly not: Formula };

/** The stock engine recurses through nested conditions: deeper ones become facts of their own. */
const DEEPEST = 6;

export interface Lowering {
  readonly nodes: readonly ProgramNode[];
  /** Conditions that become facts, because several others use them or because they stand too deep. */
  readonly cut: ReadonlySet<NodeId>;
}

export function lowering(nodes: readonly ProgramNode[]): Lowering {
  const uses = new Map<NodeId, number>();
  for (const node of nodes)
    for (const operand of junctionOperands(node)) uses.set(operand, (uses.get(operand) ?? 0) + 1);
  const cut = new Set<NodeId>();
  const heights: number[] = [];
  for (const [id, node] of nodes.entries()) {
    const inner = junctionOperands(node).map((o) => (cut.has(o) ? 0 : (heights[o] ?? 0)));
    const height = inner.length === 0 ? 0 : 1 + inner.reduce((a, b) => Math.max(a, b), 0);
    heights.push(height);
    if (inner.length > 0 && ((uses.get(id) ?? 0) > 1 || height >= DEEPEST)) cut.add(id);
  }
  return { nodes, cut };
}

function junctionOperands(node: ProgramNode): readonly NodeId[] {
  if (node.op === 'and' || node.op === 'or') return node.args;
  return node.op === 'not' ? [node.arg] : [];
}

export function nodeOf(nodes: readonly ProgramNode[], id: NodeId): ProgramNode {
  const node = nodes[id];
  invariant(node, `plan node ${id}`);
  return node;
}

/** `ask` is told every fact that the condition reads. */
export type Ask = (
  formula: { readonly node: NodeId; readonly live: boolean } | { readonly slot: Slot },
) => void;

/** A rail as the root of a rule; a formula that is a node is spelt out, not asked for. */
export function topCondition(l: Lowering, formula: Formula, rail: Rail, ask: Ask): TopCondition {
  const condition =
    'node' in formula
      ? spelledOut(l, formula.node, formula.live, rail, ask)
      : conditionOf(l, formula, rail, ask);
  return 'fact' in condition ? { all: [condition] } : condition;
}

function conditionOf(l: Lowering, formula: Formula, rail: Rail, ask: Ask): StockCondition {
  if ('slot' in formula) {
    ask(formula);
    return isKnown(formula.slot, rail);
  }
  if ('not' in formula) return conditionOf(l, formula.not, !rail, ask);
  if ('op' in formula)
    return junction(
      formula.op,
      rail,
      formula.parts.map((part) => conditionOf(l, part, rail, ask)),
    );
  const node = nodeOf(l.nodes, formula.node);
  if (isCondition(node) && !l.cut.has(formula.node))
    return spelledOut(l, formula.node, formula.live, rail, ask);
  ask(formula);
  return isKnown(slotOf(node, formula.node, formula.live), rail);
}

export const isKnown = (fact: Slot, rail: Rail): FactCondition => ({
  fact,
  operator: rail ? 'true' : 'false',
  value: true,
});

/** An empty `any` is true for the stock engine: what is empty is folded into a comparison of constants. */
function junction(op: 'all' | 'any', rail: Rail, parts: readonly StockCondition[]): StockCondition {
  const key = (op === 'all') === rail ? 'all' : 'any';
  const [first] = parts;
  if (first === undefined)
    return { fact: 'constant', operator: key === 'all' ? 'true' : 'false', value: true };
  if (parts.length === 1) return first;
  return key === 'all' ? { all: parts } : { any: parts };
}

function spelledOut(l: Lowering, id: NodeId, live: boolean, rail: Rail, ask: Ask): StockCondition {
  const node = nodeOf(l.nodes, id);
  const inner = (operand: NodeId, r: Rail) => conditionOf(l, { node: operand, live }, r, ask);
  const atom = (name: string, left: NodeId, right?: NodeId): FactCondition => {
    ask({ node: left, live });
    const constant = right === undefined ? true : inlineConstant(nodeOf(l.nodes, right));
    if (right !== undefined && constant === undefined) ask({ node: right, live });
    return {
      fact: slotOf(nodeOf(l.nodes, left), left, live),
      operator: operatorName(name, rail, live && node.live === true),
      value: constant ?? { fact: right === undefined ? '' : slotOf(nodeOf(l.nodes, right), right, live) },
    };
  };
  switch (node.op) {
    case 'and':
    case 'or':
      return junction(
        node.op === 'and' ? 'all' : 'any',
        rail,
        node.args.map((a) => inner(a, rail)),
      );
    case 'not':
      return inner(node.arg, !rail);
    case 'cmp':
      return atom(node.rel, node.left, node.right);
    case 'in':
    case 'subset':
    case 'disjoint':
      return atom(node.op, node.left, node.right);
    case 'samePeriod':
      return atom(`same-${node.period}`, node.left, node.right);
    case 'empty':
    case 'occurred':
      return atom(node.op, node.arg);
    case 'reached':
      return atom(node.op, node.date);
    case 'const':
    case 'fact':
    case 'follow':
    case 'item':
    case 'param':
    case 'reading':
    case 'actDate':
    case 'asOf':
    case 'shift':
    case 'arith':
    case 'aggregate':
    case 'table':
      ask({ node: id, live });
      return isKnown(slotOf(node, id, live), rail);
    default:
      return assertNever(node);
  }
}

/** Not with a colon: the stock engine would take what stands before it for a decorator. */
export const operatorName = (name: string, rail: Rail, live: boolean): string =>
  `${name}.${rail ? 'true' : 'false'}${live ? '.live' : ''}`;

/** Constants stand in the condition itself, where a reader of the rules sees them. */
function inlineConstant(node: ProgramNode): Exclude<Constant['v'], 'not-yet'> | object | undefined {
  if (node.op !== 'const') return undefined;
  const { value } = node;
  switch (value.t) {
    case 'bool':
    case 'number':
    case 'text':
    case 'enum':
    case 'ref':
    case 'date':
    case 'time':
      return value.v;
    case 'set':
      return [...value.v].sort();
    case 'duration':
      return { v: value.v, unit: value.unit };
    case 'event':
    case 'list':
      return undefined;
    default:
      return assertNever(value);
  }
}
