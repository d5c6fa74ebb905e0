import type { Model } from '../check/model.ts';
import { operands } from '../plan/operands.ts';
import type { NodeId, Plan, PlanNode } from '../plan/plan.ts';

export interface Meaning {
  readonly model: Model;
  readonly plan: Plan;
}

/** Places, and words for people: they decide nothing. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'span',
  'spans',
  'gist',
  'note',
  'description',
  'title',
]);

/**
 * A text that is equal for rulebooks that give every case the same verdicts, citations, missing facts and due dates,
 * and whose examples say the same.
 */
export function meaningKey({ model, plan }: Meaning): string {
  return JSON.stringify([withoutSpareNodes(plan), model.examples], (key, value: unknown) =>
    WITHOUT_EFFECT.has(key) ? undefined : value,
  );
}

/** The plan with the nodes that something uses, numbered in the order in which they are used. */
function withoutSpareNodes(plan: Plan): object {
  const nodes: object[] = [];
  const numbers = new Map<NodeId, number>();
  const use = (id: NodeId): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    const node = plan.nodes[id];
    const parts = node ? operands(node).map(use) : [];
    nodes.push([node && withoutOperands(node), parts]);
    numbers.set(id, nodes.length - 1);
    return nodes.length - 1;
  };
  const { nodes: _, spans: __, definitions, norms, book, ...rest } = plan;
  const said = {
    ...rest,
    book: book && (book.inForce === undefined ? -1 : use(book.inForce)),
    definitions: Object.values(definitions).map((d) => ({
      ...d,
      rows: d.rows.map((r) => ({ ...r, when: use(r.when), value: use(r.value) })),
      otherwise: d.otherwise === undefined ? -1 : use(d.otherwise),
    })),
    norms: norms.map((n) => ({
      ...n,
      applies: use(n.applies),
      requires: use(n.requires),
      exceptions: n.exceptions.map(({ source }) =>
        source.kind === 'unless'
          ? { ...source, when: use(source.when) }
          : { ...source, path: source.path.map(use) },
      ),
    })),
  };
  return { ...said, nodes };
}

/** What a node is besides the numbers of its operands. */
function withoutOperands(node: PlanNode): object {
  const numbers = new Set<unknown>(operands(node));
  return Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) => !(numbers.has(value) || (Array.isArray(value) && numbers.has(value[0]))),
    ),
  );
}
