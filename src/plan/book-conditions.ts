import type { NodeId, Plan } from './plan.ts';

/** The conditions under which the whole book is in force. Each norm carries them in A; they are told once a case. */
export function bookConditions(plan: Plan): ReadonlySet<NodeId> {
  const force = plan.book?.inForce;
  if (force === undefined) return new Set();
  const node = plan.nodes[force];
  return new Set([force, ...(node?.op === 'and' ? node.args : [])]);
}
