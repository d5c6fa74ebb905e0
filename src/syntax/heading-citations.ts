import { headingCitation } from '../../grammar/tokens.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Block, CitationNode, Clause } from './ast.ts';
import { citationReader, type Written } from './build-citation.ts';
import type { Heading } from './literate.ts';

export type CiteClause = Extract<Clause, { kind: 'cite' }>;

/**
 * What the section of a fence cites: the citations that its innermost citing heading begins with. 第二款 under 第三條 is
 * 第三條第二款; a heading without citation leaves what those of the sections around it say. Of a heading whose citations
 * cannot be read there is a clause without any, so that its blocks are not said to lack one.
 */
export function headingReader(
  file: string,
  diagnostics: Diagnostic[],
): (headings: readonly Heading[]) => CiteClause | undefined {
  const read = new Map<Heading, CiteClause | undefined>();
  return (headings) => {
    let around: CiteClause | undefined;
    for (const heading of headings) {
      const own = read.has(heading) ? read.get(heading) : clauseOf(heading, around, file, diagnostics);
      read.set(heading, own);
      around = own ?? around;
    }
    return around;
  };
}

function clauseOf(
  heading: Heading,
  around: CiteClause | undefined,
  file: string,
  diagnostics: Diagnostic[],
): CiteClause | undefined {
  const written = writtenIn(heading);
  const [first] = written;
  const last = written.at(-1);
  if (!first || !last) return undefined;
  const citations: CitationNode[] = [];
  for (const one of written) {
    const before = citations.at(-1) ?? around?.citations.at(-1);
    const citation = citationReader(file, diagnostics, false, one, before);
    if (citation) citations.push(citation);
  }
  const span = { file, start: first.startOffset, end: last.startOffset + last.image.length };
  return { kind: 'cite', citations, fromHeading: true, span };
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
export function citingHeading(block: Block, heading: CiteClause | undefined): Block {
  if (!heading || !('clauses' in block)) return block;
  if (block.clauses.some((clause) => clause.kind === 'cite')) return block;
  return { ...block, clauses: [heading, ...block.clauses] };
}
