import { lineStarts, type Position, positionAt, type SourceFile, type Span } from '../text/span.ts';

/** The texts behind the spans, so that an offset can be shown as line and column. */
export interface SourceTable {
  add(file: SourceFile): void;
  text(name: string): string | undefined;
  names(): readonly string[];
  position(span: Span): Position;
  end(span: Span): Position;
  /** `file:line:column` */
  place(span: Span): string;
  /** The line at `line` (1-based), without its end. */
  line(name: string, line: number): string;
}

export function makeSourceTable(files: readonly SourceFile[] = []): SourceTable {
  // the text is asked for only when a place is shown: it may be decoded only then
  const texts = new Map<string, { readonly file: SourceFile; starts?: number[] }>();
  const startsOf = (name: string): number[] => {
    const entry = texts.get(name);
    if (!entry) return [0];
    entry.starts ??= lineStarts(entry.file.text);
    return entry.starts;
  };
  const table: SourceTable = {
    add: (file) => void texts.set(file.name, { file }),
    text: (name) => texts.get(name)?.file.text,
    names: () => [...texts.keys()],
    position: (span) => positionAt(startsOf(span.file), clampTo(texts.get(span.file)?.file.text, span.start)),
    end: (span) => positionAt(startsOf(span.file), clampTo(texts.get(span.file)?.file.text, span.end)),
    place(span) {
      const { line, column } = table.position(span);
      return `${span.file}:${line}:${column}`;
    },
    line(name, line) {
      const starts = startsOf(name);
      const text = texts.get(name)?.file.text ?? '';
      return text.slice(starts[line - 1] ?? text.length, starts[line] ?? text.length).replace(/[\r\n]+$/, '');
    },
  };
  for (const file of files) table.add(file);
  return table;
}

const clampTo = (text: string | undefined, offset: number): number =>
  text === undefined ? 0 : Math.max(0, Math.min(offset, text.length));
