/** A half-open range `[start, end)` of UTF-16 offsets in the file named `file`. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** One text a user gave us: `.norm`, case or official text, decoded, BOM removed. */
export interface SourceFile {
  /** Path as the user wrote it (relative stays relative), or `<stdin>`. */
  readonly name: string;
  readonly text: string;
}

/** 1-based line and column (column counts UTF-16 code units), as editors show them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Start offsets of all lines. CRLF, CR and LF each end one line. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 13 && text.charCodeAt(i + 1) === 10) continue;
    if (c === 10 || c === 13) starts.push(i + 1);
  }
  return starts;
}

/** Position of `offset`; offsets past the end give the last position. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let lo = 0;
  let hi = starts.length - 1;
  while (lo < hi) {
    const mid = (lo + hi + 1) >> 1;
    if ((starts[mid] ?? 0) <= offset) lo = mid;
    else hi = mid - 1;
  }
  return { line: lo + 1, column: offset - (starts[lo] ?? 0) + 1 };
}

/** The span from the start of `a` to the end of `b` (same file). */
export function joinSpans(a: Span, b: Span): Span {
  return { file: a.file, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
