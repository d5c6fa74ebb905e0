import type { Cite } from '../check/model.ts';
import type { Citation } from '../text/citation.ts';
import { formatCitation } from '../text/citation-text.ts';
import type { Span } from '../text/span.ts';
import {
  compareNodes,
  compareText,
  type EdgeKind,
  type NodeKind,
  nodeId,
  type RuleEdge,
  type RuleGraph,
  type RuleNode,
} from './rule-graph.ts';

export interface GraphSink {
  /** Adds the node (once) and gives its id. */
  readonly node: (kind: NodeKind, name: string, span?: Span) => string;
  readonly edge: (from: string, to: string, kind: EdgeKind, span: Span) => void;
  /** Each citation leads to the place and, if that is a part, to its article too: so rules on one article meet. */
  readonly cites: (from: string, cites: readonly Cite[]) => void;
  readonly finish: () => RuleGraph;
}

export function graphBuilder(): GraphSink {
  const nodes = new Map<string, RuleNode>();
  const edges = new Map<string, RuleEdge>();
  const node: GraphSink['node'] = (kind, name, span) => {
    const id = nodeId(kind, name);
    if (!nodes.has(id)) nodes.set(id, { id, kind, name, ...(span ? { span } : {}) });
    return id;
  };
  const edge: GraphSink['edge'] = (from, to, kind, span) => {
    const key = JSON.stringify([from, to, kind]);
    const known = edges.get(key);
    if (!known || compareSpans(span, known.span) < 0) edges.set(key, { from, to, kind, span });
  };
  const cites: GraphSink['cites'] = (from, list) => {
    for (const { citation, span } of list) {
      // A row's relative citation that found no article (an error the checker reports) is no place.
      if (citation.article === 0) continue;
      for (const place of placeAndArticle(citation)) {
        edge(from, node('provision', formatCitation(place, 'zh')), 'cites', span);
      }
    }
  };
  const finish = (): RuleGraph => ({
    nodes: [...nodes.values()].sort(compareNodes),
    edges: [...edges.values()].filter((e) => nodes.has(e.from) && nodes.has(e.to)).sort(compareEdges),
  });
  return { node, edge, cites, finish };
}

function placeAndArticle(citation: Citation): Citation[] {
  const { article, branch } = citation;
  const whole: Citation = { article, ...(branch === undefined ? {} : { branch }) };
  return citation.paragraph === undefined && citation.item === undefined && citation.sentence === undefined
    ? [whole]
    : [whole, citation];
}

function compareEdges(a: RuleEdge, b: RuleEdge): number {
  return compareText(a.from, b.from) || compareText(a.to, b.to) || compareText(a.kind, b.kind);
}

function compareSpans(a: Span, b: Span): number {
  return compareText(a.file, b.file) || a.start - b.start || a.end - b.end;
}
