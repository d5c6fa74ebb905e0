import type { Span } from '../text/span.ts';

export const NODE_KINDS = [
  'provision',
  'norm',
  'definition',
  'table',
  'row',
  'fact',
  'matter',
  'record',
  'reading',
  'parameter',
  'declaratory',
  'enum',
] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

export const EDGE_KINDS = [
  'cites',
  'applies-to',
  'reads',
  'defines',
  'excepts',
  'refers',
  'inherits',
  'follows',
] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

/** `id` is `kind:name`. A fact's name is `事項.事實`, a row's `表#3`, a provision's its citation in Chinese. */
export interface RuleNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** Where it is declared; a provision is declared in the official text, not here. */
  readonly span?: Span;
}
/** `span` is what the drafter wrote that made the edge; of several, the first. */
export interface RuleEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  readonly span: Span;
}
/** Nodes by kind, then name; edges by ends, then kind: the same for any order of files. */
export interface RuleGraph {
  readonly nodes: readonly RuleNode[];
  readonly edges: readonly RuleEdge[];
}

export const nodeId = (kind: NodeKind, name: string): string => `${kind}:${name}`;

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function compareNodes(a: RuleNode, b: RuleNode): number {
  return NODE_KINDS.indexOf(a.kind) - NODE_KINDS.indexOf(b.kind) || compareText(a.name, b.name);
}
