import { operands } from '../../plan/operands.ts';
import type { NodeId, Plan, PlanNode } from '../../plan/plan.ts';
import type { ProgramNode } from './format.ts';

/** The plan's nodes with what the lowering must know of each. Linear in the plan, without recursion. */
export function nodesWithTraits(plan: Plan): readonly ProgramNode[] {
  const { nodes } = plan;
  const users: NodeId[][] = nodes.map(() => []);
  const itemUsers: NodeId[][] = nodes.map(() => []);
  for (const [id, node] of nodes.entries()) {
    for (const operand of valueOperands(plan, node)) users[operand]?.push(id);
    for (const operand of recordOperands(node)) itemUsers[operand]?.push(id);
  }
  const live = reach(users, (id) => startsLive(nodes, id));
  const item = reach(itemUsers, (id) => nodes[id]?.op === 'item');
  return nodes.map((node, id) => ({
    ...node,
    ...(live.has(id) ? { live: true } : {}),
    ...(item.has(id) ? { item: true } : {}),
  }));
}

/** Conditions of rows are always read without live atoms, so they do not count. */
function valueOperands(plan: Plan, node: PlanNode): readonly NodeId[] {
  if (node.op !== 'table') return operands(node);
  const definition = plan.definitions[node.definition];
  const otherwise = definition?.otherwise;
  return [...(definition?.rows ?? []).map((r) => r.value), ...(otherwise === undefined ? [] : [otherwise])];
}

/** Operands that are evaluated in the record of the node itself. */
function recordOperands(node: PlanNode): readonly NodeId[] {
  if (node.op === 'aggregate') return [node.list];
  return node.op === 'follow' ? [node.ref] : operands(node);
}

function startsLive(nodes: readonly PlanNode[], id: NodeId): boolean {
  const node = nodes[id];
  if (node?.op === 'occurred' || node?.op === 'reached') return true;
  // what is not a point in time can never be an event that has not happened
  const temporal = (operand: NodeId) => ['event', 'date', 'time'].includes(nodes[operand]?.type.t ?? '');
  return node?.op === 'cmp' && (temporal(node.left) || temporal(node.right));
}

function reach(users: readonly (readonly NodeId[])[], starts: (id: NodeId) => boolean): ReadonlySet<NodeId> {
  const found = new Set<NodeId>();
  const queue = [...users.keys()].filter(starts);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    queue.push(...(users[id] ?? []));
  }
  return found;
}
