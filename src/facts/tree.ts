import type { Span } from '../text/span.ts';

/**
 * What a YAML or JSON file says, with the place of everything: references followed, keys unique and harmless.
 * `text` of a scalar is what is written (`007`, `true`), or the contents of a quoted text.
 */
export type Tree = ScalarTree | MapTree | SeqTree;
export interface ScalarTree {
  readonly kind: 'scalar';
  readonly text: string;
  /** Nothing, `null` or `~`. */
  readonly empty: boolean;
  /** As YAML's core schema types it, where it was read from a file. */
  readonly value?: unknown;
  readonly span: Span;
}
export interface MapTree {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
  readonly span: Span;
}
export interface SeqTree {
  readonly kind: 'seq';
  readonly items: readonly Tree[];
  readonly span: Span;
}
export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Tree;
}

const LONGEST_SHOWN = 40;

/** A value as it is shown in a message: one line, not too long. */
export function shown(tree: Tree): string {
  if (tree.kind === 'map') return '{…}';
  if (tree.kind === 'seq') return '[…]';
  return tree.empty ? '（空白）' : shorten(tree.text);
}

export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const chars = [...line.slice(0, 2 * LONGEST_SHOWN)];
  return chars.length > LONGEST_SHOWN ? `${chars.slice(0, LONGEST_SHOWN).join('')}…` : line;
}
