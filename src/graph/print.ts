import type { Span } from '../text/span.ts';
import { EDGE_LABELS, type Lang, NODE_LABELS } from './labels.ts';
import type { GraphPath } from './query.ts';
import type { NodeKind, RuleGraph, RuleNode } from './rule-graph.ts';

/** The graph as JSON, pretty, one order only; ends with a line feed. */
export function graphToJson(graph: RuleGraph): string {
  const span = (s: Span) => ({ file: s.file, start: s.start, end: s.end });
  const nodes = graph.nodes.map((n) => ({
    id: n.id,
    kind: n.kind,
    name: n.name,
    ...(n.span ? { span: span(n.span) } : {}),
  }));
  const edges = graph.edges.map((e) => ({ from: e.from, to: e.to, kind: e.kind, span: span(e.span) }));
  return `${JSON.stringify({ nodes, edges }, null, 2)}\n`;
}

/** Shape by kind, the same idea in both notations: rules are boxes, law is a note, facts are round. */
const MERMAID_SHAPES: Readonly<Record<NodeKind, readonly [string, string]>> = {
  provision: ['>', ']'],
  norm: ['[', ']'],
  definition: ['[[', ']]'],
  table: ['[[', ']]'],
  row: ['[', ']'],
  fact: ['([', '])'],
  matter: ['{{', '}}'],
  record: ['{{', '}}'],
  reading: ['{', '}'],
  parameter: ['[/', '/]'],
  declaratory: ['[', ']'],
  enum: ['[(', ')]'],
};
const DOT_SHAPES: Readonly<Record<NodeKind, string>> = {
  provision: 'note',
  norm: 'box',
  definition: 'component',
  table: 'component',
  row: 'box',
  fact: 'ellipse',
  matter: 'hexagon',
  record: 'hexagon',
  reading: 'diamond',
  parameter: 'parallelogram',
  declaratory: 'box',
  enum: 'cylinder',
};

/** Names never become identifiers: nodes are n0, n1 … in the order of the graph. */
function shortIds(graph: RuleGraph): ReadonlyMap<string, string> {
  return new Map(graph.nodes.map((n, i) => [n.id, `n${i}`]));
}

function label(node: RuleNode, lang: Lang): string {
  return `${NODE_LABELS[node.kind][lang]} ${node.name}`;
}

export function graphToMermaid(graph: RuleGraph, lang: Lang = 'zh'): string {
  const ids = shortIds(graph);
  const lines = ['flowchart LR'];
  for (const n of graph.nodes) {
    const [open, close] = MERMAID_SHAPES[n.kind];
    lines.push(`  ${ids.get(n.id)}${open}"${mermaidText(label(n, lang))}"${close}`);
  }
  for (const e of graph.edges)
    lines.push(`  ${ids.get(e.from)} -->|"${EDGE_LABELS[e.kind][lang]}"| ${ids.get(e.to)}`);
  return `${lines.join('\n')}\n`;
}

/** Inside quotes only `"` ends the text, but `#…;`, `&`, tags and a backtick are read as markup: all as entities. */
function mermaidText(text: string): string {
  return clean(text).replace(/["#&<>`\\;|]/g, (c) => `#${c.charCodeAt(0)};`);
}

export function graphToDot(graph: RuleGraph, lang: Lang = 'zh'): string {
  const ids = shortIds(graph);
  const lines = ['digraph rules {', '  rankdir=LR;'];
  for (const n of graph.nodes)
    lines.push(`  ${ids.get(n.id)} [label="${dotText(label(n, lang))}", shape=${DOT_SHAPES[n.kind]}];`);
  for (const e of graph.edges)
    lines.push(`  ${ids.get(e.from)} -> ${ids.get(e.to)} [label="${EDGE_LABELS[e.kind][lang]}"];`);
  return `${[...lines, '}'].join('\n')}\n`;
}

function dotText(text: string): string {
  return clean(text).replace(/[\\"]/g, (c) => `\\${c}`);
}

/** Control characters and line ends have no place in a label. */
function clean(text: string): string {
  return [...text].map((c) => (c < ' ' || c === '\u007f' ? ' ' : c)).join('');
}

/** A path in words, one line a step; `locate` turns a span into `file:line:column` where the caller has the text. */
export function pathToText(path: GraphPath, lang: Lang = 'zh', locate?: (span: Span) => string): string {
  const called = (n: RuleNode) =>
    lang === 'zh' ? `${NODE_LABELS[n.kind].zh}「${n.name}」` : `${NODE_LABELS[n.kind].en} "${n.name}"`;
  const lines = [called(path.start)];
  for (const step of path.steps) {
    const word = EDGE_LABELS[step.kind][lang];
    const arrow = step.direction === 'forward' ? `─${word}→` : `←${word}─`;
    const place = locate ? locate(step.span) : step.span.file;
    lines.push(
      lang === 'zh'
        ? `  ${arrow} ${called(step.to)}（${place}）`
        : `  ${arrow} ${called(step.to)} (${place})`,
    );
  }
  return `${lines.join('\n')}\n`;
}
