import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../text/span.ts';
import type { SourceTable } from './source-table.ts';

export interface PlaceJson {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function placeJson(span: Span, sources: SourceTable): PlaceJson {
  const start = sources.position(span);
  const end = sources.end(span);
  return {
    file: span.file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** A diagnostic as `-f json` gives it: both languages, positions 1-based. */
export function diagnosticJson(diagnostic: Diagnostic, sources: SourceTable): object {
  return {
    severity: diagnostic.severity,
    id: diagnostic.id,
    code: diagnostic.code,
    message: diagnostic.message,
    ...(diagnostic.hint ? { hint: diagnostic.hint } : {}),
    ...(diagnostic.span ? { place: placeJson(diagnostic.span, sources) } : {}),
    ...(diagnostic.related.length > 0
      ? {
          related: diagnostic.related.map((r) => ({ message: r.message, place: placeJson(r.span, sources) })),
        }
      : {}),
    ...(diagnostic.fix
      ? {
          fix: {
            title: diagnostic.fix.title,
            edits: diagnostic.fix.edits.map((e) => ({ place: placeJson(e.span, sources), text: e.text })),
          },
        }
      : {}),
  };
}
