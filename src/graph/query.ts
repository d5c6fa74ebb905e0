import { nameKey } from '../check/canonical-name.ts';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { didYouMean, report } from '../diagnostics/report.ts';
import { formatCitation, parseCitation } from '../text/citation-text.ts';
import type { Span } from '../text/span.ts';
import { NODE_LABELS } from './labels.ts';
import {
  type EdgeKind,
  NODE_KINDS,
  type NodeKind,
  type RuleEdge,
  type RuleGraph,
  type RuleNode,
} from './rule-graph.ts';

/** One step of a path. `backward`: the edge points against the walk. `span` is what caused the edge. */
export interface PathStep {
  readonly from: RuleNode;
  readonly to: RuleNode;
  readonly kind: EdgeKind;
  readonly direction: 'forward' | 'backward';
  readonly span: Span;
}
export interface GraphPath {
  readonly start: RuleNode;
  readonly end: RuleNode;
  readonly steps: readonly PathStep[];
}

/**
 * The node a user means: 「規則:紀要初稿期限」, a bare name, the name of a fact without its kind, or a citation in
 * any spelling. Where a bare name fits several kinds, the hint lists them with their prefix.
 */
export function findNode(graph: RuleGraph, name: string): Result<RuleNode | undefined> {
  const { kinds, bare } = splitPrefix(name.trim());
  const wanted = nameKey(bare);
  const citation = parseCitation(bare);
  const provision = citation ? formatCitation(citation, 'zh') : undefined;
  const candidates = graph.nodes.filter((n) => !kinds || kinds.includes(n.kind));
  const exact = candidates.filter(
    (n) => nameKey(n.name) === wanted || (n.kind === 'provision' && n.name === provision),
  );
  const found =
    exact.length > 0
      ? exact
      : candidates.filter((n) => n.kind === 'fact' && nameKey(lastPart(n.name)) === wanted);
  if (found.length === 1) return { value: found[0], diagnostics: [] };
  if (found.length > 1) {
    const names = found.map(qualifiedName);
    const hint = { zh: `請寫明是哪一個：${names.join('、')}。`, en: `Say which one: ${names.join(', ')}.` };
    return { value: undefined, diagnostics: [report('graph-ambiguous-name', undefined, { name }, { hint })] };
  }
  const near = didYouMean(
    wanted,
    candidates.flatMap((n) => (n.kind === 'fact' ? [n.name, lastPart(n.name)] : [n.name])),
  );
  return {
    value: undefined,
    diagnostics: [report('graph-unknown-name', undefined, { name }, { hint: near })],
  };
}

/** 「規則:NAME」: the name with its kind, which is never ambiguous. */
export function qualifiedName(node: RuleNode): string {
  return `${NODE_LABELS[node.kind].zh}:${node.name}`;
}

const PREFIXES: ReadonlyMap<string, readonly NodeKind[]> = new Map(
  NODE_KINDS.flatMap((kind): [string, readonly NodeKind[]][] => [
    [nameKey(NODE_LABELS[kind].zh), [kind]],
    [NODE_LABELS[kind].en, [kind]],
  ]),
);

function splitPrefix(name: string): { kinds?: readonly NodeKind[]; bare: string } {
  const match = /^([^:：]+)[:：](.+)$/.exec(name);
  const kinds = match?.[1] === undefined ? undefined : PREFIXES.get(nameKey(match[1].trim().toLowerCase()));
  return kinds && match?.[2] !== undefined ? { kinds, bare: match[2].trim() } : { bare: name };
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

interface Hop {
  readonly edge: RuleEdge;
  readonly next: string;
  readonly direction: 'forward' | 'backward';
}

/** Both directions, in the order of the graph's edges, so that of several shortest paths it is always the same. */
function hopsOf(graph: RuleGraph): ReadonlyMap<string, readonly Hop[]> {
  const hops = new Map<string, Hop[]>(graph.nodes.map((n) => [n.id, []]));
  for (const edge of graph.edges) {
    hops.get(edge.from)?.push({ edge, next: edge.to, direction: 'forward' });
    if (edge.to !== edge.from) hops.get(edge.to)?.push({ edge, next: edge.from, direction: 'backward' });
  }
  return hops;
}

/** The part of the graph at most `depth` edges away from `name`, in either direction; empty for an unknown name. */
export function neighbourhood(graph: RuleGraph, name: string, depth = 1): Result<RuleGraph> {
  const { value: start, diagnostics } = findNode(graph, name);
  if (!start) return { value: { nodes: [], edges: [] }, diagnostics };
  const hops = hopsOf(graph);
  const reached = new Set([start.id]);
  let rim = [start.id];
  for (let step = 0; step < depth && rim.length > 0; step++) {
    const next = rim
      .flatMap((id) => (hops.get(id) ?? []).map((hop) => hop.next))
      .filter((id) => !reached.has(id));
    for (const id of next) reached.add(id);
    rim = [...new Set(next)];
  }
  const value = {
    nodes: graph.nodes.filter((n) => reached.has(n.id)),
    edges: graph.edges.filter((e) => reached.has(e.from) && reached.has(e.to)),
  };
  return { value, diagnostics };
}

/** How `a` and `b` hang together: a shortest path that may go along edges or against them. */
export function pathBetween(graph: RuleGraph, a: string, b: string): Result<GraphPath | undefined> {
  const from = findNode(graph, a);
  const to = findNode(graph, b);
  const diagnostics: Diagnostic[] = [...from.diagnostics, ...to.diagnostics];
  const [start, end] = [from.value, to.value];
  if (!start || !end) return { value: undefined, diagnostics };
  const nodes = new Map(graph.nodes.map((n) => [n.id, n]));
  const hops = hopsOf(graph);
  const cameBy = new Map<string, { readonly from: string; readonly hop: Hop } | undefined>([
    [start.id, undefined],
  ]);
  const queue = [start.id];
  for (const id of queue) {
    if (id === end.id) break;
    for (const hop of hops.get(id) ?? []) {
      if (cameBy.has(hop.next)) continue;
      cameBy.set(hop.next, { from: id, hop });
      queue.push(hop.next);
    }
  }
  if (!cameBy.has(end.id)) {
    return {
      value: undefined,
      diagnostics: [...diagnostics, report('graph-no-path', undefined, { from: a, to: b })],
    };
  }
  const steps: PathStep[] = [];
  for (let at = cameBy.get(end.id); at; at = cameBy.get(at.from)) {
    const [stepFrom, stepTo] = [nodes.get(at.from), nodes.get(at.hop.next)];
    if (!stepFrom || !stepTo) break;
    const { edge, direction } = at.hop;
    steps.unshift({ from: stepFrom, to: stepTo, kind: edge.kind, direction, span: edge.span });
  }
  return { value: { start, end, steps }, diagnostics };
}
