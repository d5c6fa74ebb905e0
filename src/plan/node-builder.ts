import type { Constant, Type } from '../check/model.ts';
import type { Relation } from '../syntax/ast.ts';
import { invariant } from '../text/invariant.ts';
import type { Span } from '../text/span.ts';
import { OPPOSITE_RELATION } from './operands.ts';
import type { NodeId, PlanNode } from './plan.ts';

const BOOL: Type = { t: 'bool' };

export interface NodeBuilder {
  readonly nodes: PlanNode[];
  readonly spans: Span[];
  add(node: PlanNode, span: Span): NodeId;
  bool(value: boolean, span: Span): NodeId;
  and(args: readonly NodeId[], span: Span): NodeId;
  or(args: readonly NodeId[], span: Span): NodeId;
  not(arg: NodeId, span: Span): NodeId;
  cmp(rel: Relation, left: NodeId, right: NodeId, span: Span): NodeId;
}

/**
 * Hash-consing constructor of plan nodes. It keeps the plan in negation normal form: 非 stands only before an
 * atom. A comparison is turned round instead of negated, except where an event takes part: with 未發生 both
 * «不遲於» and «晚於» are false, so one is not the negation of the other (design.md, section 4). `from`: a plan to which nodes
 * are added; those it has keep their numbers.
 */
export function nodeBuilder(
  from: { readonly nodes: readonly PlanNode[]; readonly spans: readonly Span[] } = { nodes: [], spans: [] },
): NodeBuilder {
  const nodes: PlanNode[] = [...from.nodes];
  const spans: Span[] = [...from.spans];
  const known = new Map<string, NodeId>(nodes.map((node, id) => [JSON.stringify(node), id]));

  const at = (id: NodeId): PlanNode => {
    const node = nodes[id];
    invariant(node, `plan node ${id}`);
    return node;
  };

  const add = (node: PlanNode, span: Span): NodeId => {
    const key = JSON.stringify(node);
    const old = known.get(key);
    if (old !== undefined) return old;
    nodes.push(node);
    spans.push(span);
    known.set(key, nodes.length - 1);
    return nodes.length - 1;
  };

  const constant = (value: Constant, type: Type, span: Span) => add({ op: 'const', value, type }, span);
  const bool = (value: boolean, span: Span) => constant({ t: 'bool', v: value }, BOOL, span);
  const isBool = (id: NodeId, value: boolean) => {
    const node = at(id);
    return node.op === 'const' && node.value.t === 'bool' && node.value.v === value;
  };

  const junction = (op: 'and' | 'or', args: readonly NodeId[], span: Span): NodeId => {
    const absorbing = op === 'or';
    const flat = args.flatMap((id) => {
      const node = at(id);
      return node.op === op ? [...node.args] : [id];
    });
    if (flat.some((id) => isBool(id, absorbing))) return bool(absorbing, span);
    const kept = [...new Set(flat)].filter((id) => !isBool(id, !absorbing));
    const [first] = kept;
    if (first === undefined) return bool(!absorbing, span);
    return kept.length === 1 ? first : add({ op, args: kept, type: BOOL }, span);
  };
  const and = (args: readonly NodeId[], span: Span) => junction('and', args, span);
  const or = (args: readonly NodeId[], span: Span) => junction('or', args, span);
  const cmp = (rel: Relation, left: NodeId, right: NodeId, span: Span) =>
    add({ op: 'cmp', rel, left, right, type: BOOL }, span);

  const not = (arg: NodeId, span: Span): NodeId => {
    const node = at(arg);
    switch (node.op) {
      case 'const':
        invariant(node.value.t === 'bool', 'negation of a condition');
        return bool(!node.value.v, span);
      case 'not':
        return node.arg;
      case 'and':
        return or(
          node.args.map((a) => not(a, span)),
          span,
        );
      case 'or':
        return and(
          node.args.map((a) => not(a, span)),
          span,
        );
      case 'cmp':
        return at(node.left).type.t === 'event' || at(node.right).type.t === 'event'
          ? add({ op: 'not', arg, type: BOOL }, span)
          : cmp(OPPOSITE_RELATION[node.rel], node.left, node.right, span);
      default:
        return add({ op: 'not', arg, type: BOOL }, span);
    }
  };

  return { nodes, spans, add, bool, and, or, not, cmp };
}
