/** Text, or text that leads to the entry or place with the identifier `to`. */
export type Inline = string | { readonly text: string; readonly to: string };
/** One statement with its label; several items are a list. */
export interface Line {
  readonly id?: string;
  readonly label: string;
  readonly items: readonly (readonly Inline[])[];
}
/** What has a name of its own: a norm, a definition, a kind of matter. `folded` is shown on demand. */
export interface Block {
  readonly id: string;
  readonly tag: string;
  readonly name: string;
  readonly gist?: string;
  readonly lines: readonly Line[];
  readonly folded: readonly Line[];
}
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly Line[];
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}
/** A handbook, ready to be set in any medium. Identifiers are unique, and every `to` is the `id` of something in it. */
export interface Handbook {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly sections: readonly Section[];
}
export function section(
  id: string,
  title: string,
  content: Partial<Pick<Section, 'lines' | 'blocks' | 'sections'>>,
): Section {
  return { id, title, lines: [], blocks: [], sections: [], ...content };
}

/** A line with one item. */
export const line = (label: string, item: readonly Inline[]): Line => ({ label, items: [item] });

/** An identifier for a user's name: nothing that a page cannot have in one, and no two names share one. */
export const blockId = (kind: string, name: string): string =>
  `${kind}-${name.replace(/[\s~\p{C}]/gu, (c) => `~${c.codePointAt(0)?.toString(16)}~`)}`;

/** By name, whatever the order of files. */
export function values<T extends { readonly name: string }>(record: Readonly<Record<string, T>>): T[] {
  return Object.values(record).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

export function block(
  kind: string,
  tag: string,
  name: string,
  gist: string | undefined,
  lines: readonly Line[],
  folded: readonly Line[] = [],
): Block {
  return { id: blockId(kind, name), tag, name, ...(gist === undefined ? {} : { gist }), lines, folded };
}

export const separated = (items: readonly Inline[]): readonly Inline[] =>
  items.flatMap((item, i) => (i === 0 ? [item] : ['、', item]));
