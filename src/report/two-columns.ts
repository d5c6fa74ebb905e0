import { displayWidth, padEnd } from '../text/display-width.ts';
import type { Style, Voice } from './voice.ts';

/** A line of a column; the style is put on after it was cut to its width. */
export interface ColumnLine {
  readonly text: string;
  readonly style?: Style;
}
/** What stands beside each other: rows begin on one line. */
export interface ColumnRow {
  readonly left: readonly ColumnLine[];
  readonly right: readonly ColumnLine[];
}

/** Narrower than this, the two are put one under the other. */
export const NARROWEST = 100;
const GAP = ' │ ';

/** Two columns by display width, or, where there is no room (or nobody watches), the left and below it the right. */
export function twoColumns(rows: readonly ColumnRow[], width: number | undefined, voice: Voice): string[] {
  const paint = ({ text, style }: ColumnLine): string =>
    style === undefined ? text : voice.paint(style, text);
  if (width === undefined || width < NARROWEST)
    return [...rows.flatMap((r) => r.left), ...rows.flatMap((r) => r.right)].map(paint);
  const widest = Math.max(...rows.flatMap((r) => r.left.map((l) => displayWidth(l.text))));
  const left = Math.min(Math.max(widest, 20), Math.floor(width * 0.4));
  const right = width - left - displayWidth(GAP);
  return rows.flatMap((row) => {
    const a = row.left.flatMap((l) => cut(l, left));
    const b = row.right.flatMap((l) => cut(l, right));
    return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => {
      const one = a[i] ?? { text: '' };
      const other = b[i] ?? { text: '' };
      const cell = paint({ ...one, text: padEnd(one.text, left) });
      return `${cell}${GAP}${paint(other)}`.trimEnd();
    });
  });
}

const cut = ({ text, ...style }: ColumnLine, width: number): readonly ColumnLine[] =>
  wrap(text, width).map((line) => ({ text: line, ...style }));

/** Breaks between Han characters and before words of other scripts, never within these unless one is too long alone. */
export function wrap(text: string, width: number): readonly string[] {
  if (displayWidth(text) <= width) return [text];
  const indent = `${/^ */.exec(text)?.[0] ?? ''}  `;
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\x21-\x7e]+|[^\x21-\x7e]/gu) ?? []) {
    if (displayWidth(line + piece) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') {
      lines.push(line.trimEnd());
      line = piece === ' ' ? indent : indent + piece;
    } else line += piece;
    while (displayWidth(line) > width) {
      const [head, tail] = split(line, width);
      lines.push(head);
      line = indent + tail;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** `width` is at least that of one wide character beyond the indent. */
function split(text: string, width: number): readonly [string, string] {
  let head = '';
  for (const character of text) {
    if (displayWidth(head + character) > width) break;
    head += character;
  }
  return [head, text.slice(head.length)];
}
