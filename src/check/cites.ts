import type { CitationNode, Clause } from '../syntax/ast.ts';
import type { Citation } from '../text/citation.ts';
import { type Context, complain } from './context.ts';
import type { Cite } from './model.ts';

/** Citations of a clause; one without article (第（一）項) goes on from `base`. */
export function citesOf(
  nodes: readonly CitationNode[],
  base: Cite | undefined,
  ctx: Context,
): readonly Cite[] {
  const cites: Cite[] = [];
  let from = base;
  for (const { citation, span } of nodes) {
    const parts = [citation.paragraph, citation.item, citation.sentence, citation.branch];
    if (citation.article < 0 || parts.some((part) => part !== undefined && part < 1)) {
      complain(ctx, 'citation-number', span, {});
      continue;
    }
    if (citation.article > 0) {
      from = { citation, span };
      cites.push(from);
    } else if (from) cites.push({ citation: join(from.citation, citation), span });
    else complain(ctx, 'citation-relative', span, {});
  }
  return cites;
}

/** A relative citation replaces the part it names and everything below it. */
function join(base: Citation, relative: Citation): Citation {
  const { article, branch, paragraph, item } = base;
  return {
    article,
    ...(branch === undefined ? {} : { branch }),
    ...(relative.paragraph === undefined && paragraph !== undefined ? { paragraph } : {}),
    ...(relative.paragraph === undefined && relative.item === undefined && item !== undefined
      ? { item }
      : {}),
    ...(relative.paragraph === undefined ? {} : { paragraph: relative.paragraph }),
    ...(relative.item === undefined ? {} : { item: relative.item }),
    ...(relative.sentence === undefined ? {} : { sentence: relative.sentence }),
  };
}

/** All 依據 of a block. */
export function blockCites(clauses: readonly Clause[], ctx: Context): readonly Cite[] {
  return citesOf(
    clauses.flatMap((c) => (c.kind === 'cite' ? c.citations : [])),
    undefined,
    ctx,
  );
}

export function gistOf(clauses: readonly Clause[]): { gist?: string } {
  const clause = clauses.find((c) => c.kind === 'gist');
  return clause ? { gist: clause.text.text } : {};
}
