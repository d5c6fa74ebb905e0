import { operands } from '../plan/operands.ts';
import type { NodeId, Plan, PlanNorm } from '../plan/plan.ts';
import { invariant } from '../text/invariant.ts';

/** A fact as rules read it: `kind` declares it, any matter of a descendant may hold it. */
export interface ReadFact {
  readonly kind: string;
  readonly fact: string;
}

/** Which part of a norm: what is required and what lifts it, or also whether it applies. */
export type NormPart = 'requirement' | 'whole';

/** Every fact that can decide that part of a norm, through definitions and exceptions; each once, in order of the plan. */
export function factsOfNorm(plan: Plan, norm: PlanNorm, part: NormPart): readonly ReadFact[] {
  const found = new Map<string, ReadFact>();
  for (const id of nodesOfNorm(plan, norm, part)) {
    const node = plan.nodes[id];
    if (node?.op === 'fact') found.set(`${node.kind}/${node.fact}`, { kind: node.kind, fact: node.fact });
  }
  return [...found.values()];
}

/** Every node under that part of a norm, with its exceptions and definitions, in order of the plan. */
export function nodesOfNorm(plan: Plan, norm: PlanNorm, part: NormPart): readonly NodeId[] {
  const nodes = new Set<NodeId>();
  const norms = new Set<string>();
  const definitions = new Set<string>();
  const visit = (id: NodeId): void => {
    if (nodes.has(id)) return;
    nodes.add(id);
    const node = plan.nodes[id];
    invariant(node, `plan node ${id}`);
    if (node.op === 'table' && !definitions.has(node.definition)) {
      definitions.add(node.definition);
      const definition = plan.definitions[node.definition];
      for (const row of definition?.rows ?? []) {
        visit(row.when);
        visit(row.value);
      }
      if (definition?.otherwise !== undefined) visit(definition.otherwise);
    }
    for (const operand of operands(node)) visit(operand);
  };
  const named = (name: string): void => {
    const other = plan.norms.find((n) => n.name === name);
    if (other) enter(other);
  };
  const enter = (one: PlanNorm): void => {
    if (norms.has(one.name)) return;
    norms.add(one.name);
    // an exception lifts only where it applies itself
    if (one !== norm || part === 'whole') {
      visit(one.applies);
      if (one.follows !== undefined) named(one.follows);
    }
    visit(one.requires);
    for (const { source } of one.exceptions) {
      if (source.kind === 'unless') visit(source.when);
      else {
        for (const id of source.path) visit(id);
        named(source.norm);
      }
    }
  };
  enter(norm);
  return [...nodes].sort((a, b) => a - b);
}

/** The fields of a list's records that a norm reads. */
export function fieldsRead(plan: Plan, name: string, list: string): readonly string[] {
  const norm = plan.norms.find((n) => n.name === name);
  const fields = new Set<string>();
  const items = (id: NodeId): void => {
    const node = plan.nodes[id];
    if (!node) return;
    if (node.op === 'item') fields.add(node.field);
    for (const operand of operands(node)) items(operand);
  };
  for (const id of norm ? nodesOfNorm(plan, norm, 'whole') : []) {
    const node = plan.nodes[id];
    if (node?.op !== 'aggregate') continue;
    const of = plan.nodes[node.list];
    if (of?.op !== 'fact' || of.fact !== list) continue;
    if (node.field !== undefined) fields.add(node.field);
    if (node.where !== undefined) items(node.where);
  }
  return [...fields];
}
