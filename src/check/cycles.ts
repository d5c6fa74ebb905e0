import type { Bilingual, Related } from '../diagnostics/diagnostic.ts';
import type { Span } from '../text/span.ts';

/** «from depends on to», with the place in the text that says so. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly span: Span;
}

type EdgesOf = (node: string) => readonly Edge[];

/** Visits depth first without recursion, so that a long chain cannot exhaust the stack. */
function visitAll(
  nodes: Iterable<string>,
  edgesOf: EdgesOf,
  leave: (node: string) => void,
  back: (cycle: Edge[]) => void,
): void {
  const done = new Set<string>();
  const depth = new Map<string, number>();
  for (const root of nodes) {
    if (done.has(root)) continue;
    const trail: Edge[] = [];
    const stack = [{ node: root, edges: edgesOf(root), next: 0 }];
    depth.set(root, 0);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const edge = top.edges[top.next++];
      if (!edge) {
        stack.pop();
        trail.pop();
        depth.delete(top.node);
        done.add(top.node);
        leave(top.node);
        continue;
      }
      const start = depth.get(edge.to);
      if (start !== undefined) back([...trail.slice(start), edge]);
      else if (!done.has(edge.to)) {
        trail.push(edge);
        depth.set(edge.to, stack.length);
        stack.push({ node: edge.to, edges: edgesOf(edge.to), next: 0 });
      }
    }
  }
}

/** One cycle for each way back that a depth-first search finds, hop by hop; starts at its smallest name. */
export function findCycles(nodes: Iterable<string>, edgesOf: EdgesOf): readonly (readonly Edge[])[] {
  const cycles: (readonly Edge[])[] = [];
  visitAll(
    [...nodes].sort(),
    edgesOf,
    () => undefined,
    (cycle) => cycles.push(rotate(cycle)),
  );
  return cycles;
}

/** Every node after all it depends on; inside a cycle one edge is ignored. */
export function inOrder(nodes: Iterable<string>, edgesOf: EdgesOf): readonly string[] {
  const order: string[] = [];
  visitAll(
    nodes,
    edgesOf,
    (node) => order.push(node),
    () => undefined,
  );
  return order;
}

function rotate(cycle: readonly Edge[]): readonly Edge[] {
  let first = 0;
  cycle.forEach((edge, i) => {
    if (edge.from < (cycle[first]?.from ?? '')) first = i;
  });
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}

/** Every hop of a cycle as related spans. */
export function hops(cycle: readonly Edge[], word: Bilingual): readonly Related[] {
  return cycle.map(({ from, to, span }) => ({
    span,
    message: { zh: `「${from}」${word.zh}「${to}」`, en: `"${from}" ${word.en} "${to}"` },
  }));
}
