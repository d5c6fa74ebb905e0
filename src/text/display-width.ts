/** Columns a text takes on a terminal: East Asian wide and full-width characters take two, combining marks none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character.codePointAt(0) ?? 0);
  return width;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** The longest beginning of `text` that fits into `width` columns. */
export function clip(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let taken = '';
  let used = 0;
  for (const character of text) {
    used += characterWidth(character.codePointAt(0) ?? 0);
    if (used > width - 1) break;
    taken += character;
  }
  return `${taken}…`;
}

/**
 * Text from a file, made harmless for a terminal: control characters (escape sequences) and marks that reorder
 * what is shown (bidirectional overrides) become visible.
 */
export function printable(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return [...text].map((c) => (isUnsafe(c.codePointAt(0) ?? 0) ? (c === '\t' ? ' ' : '\ufffd') : c)).join('');
}
/** Anything but plain ASCII, Han and full-width forms: looked at character by character. */
const SUSPECT = /[^ -~\u3000-\u9fff\uff01-\uff5e]/;

const isUnsafe = (code: number): boolean => UNSAFE.some(within(code));

function characterWidth(code: number): 0 | 1 | 2 {
  if (code < 0x300) return 1;
  return ZERO.some(within(code)) ? 0 : WIDE.some(within(code)) ? 2 : 1;
}

const within =
  (code: number) =>
  ([from, to]: readonly [number, number]): boolean =>
    code >= from && code <= to;

const UNSAFE: readonly (readonly [number, number])[] = [
  [0, 0x1f],
  [0x7f, 0x9f],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
  [0xfeff, 0xfeff],
];

const ZERO: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x200b, 0x200d],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xe0100, 0xe01ef],
];

/** Unicode's East_Asian_Width W and F, in blocks. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x23e9, 0x23ec],
  [0x23f0, 0x23f0],
  [0x23f3, 0x23f3],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];
