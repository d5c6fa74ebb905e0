import type { CaseMatter } from '../facts/case.ts';
import { OPPOSITE_RELATION } from '../plan/operands.ts';
import type { NodeId, PlanNode, PlanNorm } from '../plan/plan.ts';
import { type Context, isKind, nodeAt } from './context.ts';
import { isLive } from './norm-verdict.ts';
import type { CaseResult } from './verdict.ts';

/** Pairs of live norms of one matter of which one requires what the other forbids. */
export function contradictions(ctx: Context, matter: CaseMatter): CaseResult['contradictions'][number][] {
  const demands = new Map<string, PlanNorm>();
  const found: CaseResult['contradictions'][number][] = [];
  for (const norm of ctx.plan.norms) {
    if (!isKind(ctx.plan, matter, norm.kinds) || !isLive(ctx, norm, matter)) continue;
    for (const id of conjuncts(ctx, norm.requires)) {
      const other = demands.get(opposite(nodeAt(ctx.plan, id), id));
      if (other && other.name !== norm.name)
        found.push({ matter: matter.id, norms: [other.name, norm.name] });
      demands.set(key(nodeAt(ctx.plan, id), id), norm);
    }
  }
  return found;
}

function conjuncts(ctx: Context, id: NodeId): readonly NodeId[] {
  const node = nodeAt(ctx.plan, id);
  return node.op === 'and' ? node.args : [id];
}

const key = (node: PlanNode, id: NodeId): string =>
  node.op === 'cmp'
    ? `${node.left} ${node.rel} ${node.right}`
    : node.op === 'not'
      ? `not ${node.arg}`
      : `${id}`;
const opposite = (node: PlanNode, id: NodeId): string =>
  node.op === 'cmp'
    ? `${node.left} ${OPPOSITE_RELATION[node.rel]} ${node.right}`
    : node.op === 'not'
      ? `${node.arg}`
      : `not ${id}`;
