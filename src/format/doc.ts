/**
 * A text whose line ends are not settled yet (Wadler's algebra, as Prettier uses it). Widths are columns: a 漢字 takes
 * two.
 */
export type Doc =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'concat'; readonly parts: readonly Doc[] }
  /** `flat` as long as its group fits on the line, else a line end. */
  | { readonly kind: 'line'; readonly flat: string }
  /** A line end in any case. `blank`: with an empty line before the next one. */
  | { readonly kind: 'hardline'; readonly blank: boolean }
  /** Up to the end of the line; takes no room, and a line end must follow. */
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'nest'; readonly by: number; readonly doc: Doc }
  /** All its lines end, or none. */
  | { readonly kind: 'group'; readonly doc: Doc; readonly breaks: boolean }
  /** Things with what parts them: as many on a line as fit. */
  | { readonly kind: 'fill'; readonly items: readonly Doc[]; readonly gaps: readonly Doc[] };

export const text = (words: string): Doc => ({ kind: 'text', text: words });
export const EMPTY: Doc = text('');
export const SPACE: Doc = text(' ');
export const concat = (...parts: readonly Doc[]): Doc => ({ kind: 'concat', parts });
export const line = (flat: string): Doc => ({ kind: 'line', flat });
export const hardline = (blank = false): Doc => ({ kind: 'hardline', blank });
export const comment = (words: string): Doc => ({ kind: 'comment', text: words });
export const nest = (by: number, doc: Doc): Doc => ({ kind: 'nest', by, doc });
export const group = (doc: Doc): Doc => ({ kind: 'group', doc, breaks: mustBreak(doc) });
/** `gaps[i]` stands between `items[i]` and the next. */
export const fill = (items: readonly Doc[], gaps: readonly Doc[]): Doc => ({ kind: 'fill', items, gaps });

/** Does it hold a line end, whatever the width? */
export function mustBreak(doc: Doc): boolean {
  switch (doc.kind) {
    case 'text':
    case 'line':
      return false;
    case 'hardline':
    case 'comment':
      return true;
    case 'concat':
      return doc.parts.some(mustBreak);
    case 'nest':
      return mustBreak(doc.doc);
    case 'group':
      return doc.breaks;
    case 'fill':
      return doc.items.some(mustBreak) || doc.gaps.some(mustBreak);
  }
}

/** The text on one line; undefined where it cannot stand on one. */
export function flatText(doc: Doc): string | undefined {
  if (mustBreak(doc)) return undefined;
  const parts: string[] = [];
  const visit = (d: Doc): void => {
    if (d.kind === 'text') parts.push(d.text);
    else if (d.kind === 'line') parts.push(d.flat);
    else if (d.kind === 'concat') d.parts.forEach(visit);
    else if (d.kind === 'nest' || d.kind === 'group') visit(d.doc);
    else if (d.kind === 'fill')
      d.items.forEach((item, i) => {
        visit(item);
        const gap = d.gaps[i];
        if (gap) visit(gap);
      });
  };
  visit(doc);
  return parts.join('');
}
