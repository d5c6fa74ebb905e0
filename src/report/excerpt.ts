import { printable } from '../text/display-width.ts';
import type { Span } from '../text/span.ts';
import type { SourceTable } from './source-table.ts';

/** Long lines (a file may be one line of 10 MB) are shown as a window around the place. */
const BEFORE = 60;
const WINDOW = 110;

/** The line that a place lies in, harmless to show, in three parts; what lies on later lines is left out. */
export interface Excerpt {
  readonly line: number;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Undefined where there is no text, or an empty line. */
export function excerptOf(span: Span, sources: SourceTable): Excerpt | undefined {
  if (sources.text(span.file) === undefined || sources.text(span.file) === '') return undefined;
  const { line, column } = sources.position(span);
  const whole = sources.line(span.file, line);
  if (whole.trim() === '') return undefined;
  const from = column - 1 > BEFORE + 20 ? column - 1 - BEFORE : 0;
  const shown = whole.slice(from, from + WINDOW);
  const at = column - 1 - from;
  const length = Math.max(1, Math.min(span.end - span.start, shown.length - at));
  const tail = from + WINDOW < whole.length ? '…' : '';
  return {
    line,
    before: (from > 0 ? '…' : '') + printable(shown.slice(0, at)),
    marked: printable(shown.slice(at, at + length)),
    after: printable(shown.slice(at + length)) + tail,
  };
}
