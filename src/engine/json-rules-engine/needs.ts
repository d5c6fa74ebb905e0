import type { Plan } from '../../plan/plan.ts';
import { invariant } from '../../text/invariant.ts';
import type { Program, Slot } from './format.ts';

/** A fact that another reads: of the same matter, or of matters of these kinds. */
export interface Dependency {
  readonly slot: Slot;
  readonly kinds?: readonly string[];
}
type Graph = ReadonlyMap<Slot, readonly Dependency[]>;

/** How many rules stand before a fact is known. Without recursion: conditions may be nested as deep as they like. */
export function ranks(graph: Graph, isFound: (slot: Slot) => boolean): ReadonlyMap<Slot, number> {
  const rank = new Map<Slot, number>();
  const open = new Set<Slot>();
  for (const start of graph.keys()) {
    const stack = [start];
    for (let slot = stack.at(-1); slot !== undefined; slot = stack.at(-1)) {
      const below = graph.get(slot) ?? [];
      if (rank.has(slot)) {
        stack.pop();
      } else if (open.has(slot)) {
        stack.pop();
        open.delete(slot);
        const deepest = below.reduce((most, d) => Math.max(most, rank.get(d.slot) ?? 0), 0);
        rank.set(slot, deepest + (isFound(slot) ? 1 : 0));
      } else {
        open.add(slot);
        for (const d of below) {
          invariant(!open.has(d.slot), `a circle through ${d.slot}`);
          if (!rank.has(d.slot)) stack.push(d.slot);
        }
      }
    }
  }
  return rank;
}

/** For each kind of matter the conditions that must be found out for it, also for norms of matters that refer to it. */
export function conditionsByKind(
  plan: Plan,
  graph: Graph,
  starts: (kind: string) => readonly Slot[],
  isFound: (slot: Slot) => boolean,
): Program['kinds'] {
  const needed = new Map(Object.keys(plan.lineage).map((kind) => [kind, new Set<Slot>()]));
  const queue: (readonly [string, Slot])[] = [];
  const need = (kind: string, slot: Slot) => {
    const slots = needed.get(kind);
    if (!slots || slots.has(slot)) return;
    slots.add(slot);
    queue.push([kind, slot]);
  };
  for (const kind of needed.keys()) for (const slot of starts(kind)) need(kind, slot);
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [kind, slot] = next;
    for (const d of graph.get(slot) ?? []) for (const at of d.kinds ?? [kind]) need(at, d.slot);
  }
  return Object.fromEntries(
    [...needed].map(([kind, slots]) => [
      kind,
      { lineage: plan.lineage[kind] ?? [kind], conditions: [...slots].filter(isFound).sort() },
    ]),
  );
}
