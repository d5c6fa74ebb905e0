import { OPPOSITE_RELATION, operands } from '../plan/operands.ts';
import type { NodeId, Plan, PlanNode } from '../plan/plan.ts';

/** What a condition reads, definitions and tables followed to the facts behind them. Each list sorted, each name once. */
export interface Read {
  /** `事項.事實`, the kind being the one that declares the fact. */
  readonly facts: readonly string[];
  readonly definitions: readonly string[];
  readonly parameters: readonly string[];
  readonly readings: readonly string[];
}

export function readBy(plan: Plan, roots: readonly NodeId[]): Read {
  const facts = new Set<string>();
  const definitions = new Set<string>();
  const parameters = new Set<string>();
  const readings = new Set<string>();
  const seen = new Set<NodeId>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = plan.nodes[id];
    if (!node || seen.has(id)) continue;
    seen.add(id);
    open.push(...operands(node));
    if (node.op === 'fact') facts.add(`${node.kind}.${node.fact}`);
    if (node.op === 'param') parameters.add(node.name);
    if (node.op === 'reading') readings.add(node.name);
    if (node.op === 'table' && !definitions.has(node.definition)) {
      definitions.add(node.definition);
      const d = Object.hasOwn(plan.definitions, node.definition)
        ? plan.definitions[node.definition]
        : undefined;
      open.push(...(d?.rows ?? []).flatMap((row) => [row.when, row.value]));
      if (d?.otherwise !== undefined) open.push(d.otherwise);
    }
  }
  const sorted = (names: ReadonlySet<string>) => [...names].sort();
  return {
    facts: sorted(facts),
    definitions: sorted(definitions),
    parameters: sorted(parameters),
    readings: sorted(readings),
  };
}

/**
 * A 不得 as its drafter wrote it: the plan holds the negation of what is forbidden, in which 非 stands only before
 * atoms; this negates it again. New nodes go to the end of `nodes`, which must be a copy of the plan's.
 */
export function forbidden(nodes: PlanNode[], id: NodeId): NodeId {
  const add = (node: PlanNode): NodeId => nodes.push(node) - 1;
  const node = nodes[id];
  if (!node) return id;
  const { type } = node;
  switch (node.op) {
    case 'not':
      return node.arg;
    case 'and':
    case 'or': {
      const args = node.args.map((arg) => forbidden(nodes, arg));
      return add({ op: node.op === 'and' ? 'or' : 'and', args, type });
    }
    case 'cmp':
      // with 未發生 neither «不遲於» nor «晚於» holds: a comparison with an event has no other opposite than 非
      return isEvent(nodes, node.left) || isEvent(nodes, node.right)
        ? add({ op: 'not', arg: id, type })
        : add({ ...node, rel: OPPOSITE_RELATION[node.rel] });
    case 'const':
      return node.value.t === 'bool' ? add({ ...node, value: { t: 'bool', v: !node.value.v } }) : id;
    default:
      return add({ op: 'not', arg: id, type });
  }
}

const isEvent = (nodes: readonly PlanNode[], id: NodeId): boolean => nodes[id]?.type.t === 'event';

/** The members of a conjunction, without those in `hidden`; nothing where the condition always holds. */
export function conjuncts(plan: Plan, id: NodeId, hidden: ReadonlySet<NodeId>): readonly NodeId[] {
  const node = plan.nodes[id];
  const parts = node?.op === 'and' ? node.args : [id];
  return parts.filter((part) => {
    const p = plan.nodes[part];
    return !hidden.has(part) && !(p?.op === 'const' && p.value.t === 'bool' && p.value.v);
  });
}
