import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { parseCitation, resolveCitation } from '../text/citation-text.ts';
import type { CitationNode } from './ast.ts';

/** A token, or what a heading has in its place. */
export interface Written {
  readonly image: string;
  readonly startOffset: number;
  readonly endOffset?: number | undefined;
}

/**
 * 第四十七條第二款、第三款: a later citation takes what it leaves out from the one before. In a table rows may be
 * relative to the table's own basis (`allowRelative`); elsewhere a citation without article points nowhere.
 */
export function citationReader(
  file: string,
  diagnostics: Diagnostic[],
  allowRelative: boolean,
  token: Written,
  before: CitationNode | undefined,
): CitationNode | undefined {
  const span = { file, start: token.startOffset, end: (token.endOffset ?? token.startOffset) + 1 };
  const written = parseCitation(token.image);
  if (!written) {
    diagnostics.push(report('bad-citation', span, { found: token.image }));
    return undefined;
  }
  const citation =
    before && before.citation.article > 0 ? resolveCitation(written, before.citation) : written;
  if (citation.article === 0 && !allowRelative) {
    diagnostics.push(report('relative-citation', span, { found: token.image }));
    return undefined;
  }
  return { citation, span };
}
