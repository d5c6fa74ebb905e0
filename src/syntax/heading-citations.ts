import { headingCitation } from '../../grammar/tokens.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Block, CitationNode } from './ast.ts';
import { citationReader, type Written } from './build-citation.ts';
import type { Heading } from './literate.ts';

/**
 * What the section of a fence cites: the citations that its innermost citing heading begins with. 第二款 under 第三條 is
 * 第三條第二款; a heading without citation leaves what those of the sections around it say.
 */
export function headingReader(
  file: string,
  diagnostics: Diagnostic[],
): (headings: readonly Heading[]) => readonly CitationNode[] {
  const read = new Map<Heading, readonly CitationNode[]>();
  return (headings) => {
    let around: readonly CitationNode[] = [];
    for (const heading of headings) {
      const before = read.get(heading);
      const own = before ?? citationsIn(heading, around.at(-1), file, diagnostics);
      read.set(heading, own);
      if (own.length > 0) around = own;
    }
    return around;
  };
}

function citationsIn(
  heading: Heading,
  around: CitationNode | undefined,
  file: string,
  diagnostics: Diagnostic[],
): readonly CitationNode[] {
  const found: CitationNode[] = [];
  for (const written of writtenIn(heading)) {
    const citation = citationReader(file, diagnostics, false, written, found.at(-1) ?? around);
    if (citation) found.push(citation);
  }
  return found;
}

/** Marks of emphasis and of links may stand before it. */
const LEAD = /^[ \t\u3000*_[]*/;
const COMMA = /[ \t\u3000]*[、,，][ \t\u3000]*/y;

function writtenIn({ text, span }: Heading): Written[] {
  const found: Written[] = [];
  const citation = headingCitation();
  let at = LEAD.exec(text)?.[0].length ?? 0;
  for (;;) {
    citation.lastIndex = at;
    const image = citation.exec(text)?.[0];
    if (image === undefined) return found;
    const startOffset = span.start + at;
    found.push({ image, startOffset, endOffset: startOffset + image.length - 1 });
    COMMA.lastIndex = at + image.length;
    const comma = COMMA.exec(text)?.[0];
    if (comma === undefined) return found;
    at += image.length + comma.length;
  }
}

/** A block that cites nothing itself cites what its heading does; only blocks with clauses cite. */
export function citingHeading(block: Block, heading: readonly CitationNode[]): Block {
  const [first] = heading;
  const last = heading.at(-1);
  if (!first || !last || !('clauses' in block)) return block;
  if (block.clauses.some((clause) => clause.kind === 'cite')) return block;
  const span = { ...first.span, end: last.span.end };
  const cite = { kind: 'cite', citations: heading, fromHeading: true, span } as const;
  return { ...block, clauses: [cite, ...block.clauses] };
}
