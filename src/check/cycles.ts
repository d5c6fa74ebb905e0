import type { Bilingual, Related } from '../diagnostics/diagnostic.ts';
import type { Span } from '../text/span.ts';

/** «from depends on to», with the place in the text that says so. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly span: Span;
}

/** One cycle for each way back that a depth-first search finds, hop by hop; starts at its smallest name. */
export function findCycles(
  nodes: Iterable<string>,
  edgesOf: (node: string) => readonly Edge[],
): readonly (readonly Edge[])[] {
  const done = new Set<string>();
  const trail: Edge[] = [];
  const onTrail = new Map<string, number>();
  const cycles: (readonly Edge[])[] = [];
  const visit = (node: string) => {
    if (done.has(node)) return;
    onTrail.set(node, trail.length);
    for (const edge of edgesOf(node)) {
      const start = onTrail.get(edge.to);
      if (start !== undefined) cycles.push(rotate([...trail.slice(start), edge]));
      else {
        trail.push(edge);
        visit(edge.to);
        trail.pop();
      }
    }
    onTrail.delete(node);
    done.add(node);
  };
  for (const node of [...nodes].sort()) visit(node);
  return cycles;
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
