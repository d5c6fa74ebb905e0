import { createHash } from 'node:crypto';
import type { Span } from '../text/span.ts';
import type { Finding } from './findings.ts';
import type { SourceTable } from './source-table.ts';

/** The name of the fingerprint; its number changes with the way it is made. */
export const FINGERPRINT = 'zhunshengFinding/v1';

/**
 * The same finding has the same fingerprint when lines are inserted or taken away above or below it, or its line is moved
 * or indented otherwise: a hash of the code, of the line it stands in and of the lines of its related places, each without
 * blanks, and the how-manieth of its kind in the file. Not `primaryLocationLineHash`: GitHub works that out itself, by a
 * rule of its own, and warns of any other value.
 */
export function fingerprints(findings: readonly Finding[], sources: SourceTable): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((d) => {
    const places = [...(d.span ? [d.span] : []), ...d.related.map((r) => r.span)];
    const parts = [d.id, ...places.map((place) => lineOf(place, sources))];
    const hash = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
    const key = `${d.span?.file ?? ''}\n${hash}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return `${hash}:${nth}`;
  });
}

/** What is about a file as a whole stands at its beginning, whatever line is there. */
const lineOf = (span: Span, sources: SourceTable): string =>
  span.end === 0 ? '' : sources.line(span.file, sources.position(span).line).replace(/\s+/g, '');
