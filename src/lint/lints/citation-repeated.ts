import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { CitationNode } from '../../syntax/ast.ts';
import { citationKey } from '../../text/citation-text.ts';
import type { LintContext } from '../context.ts';
import { otherHere } from '../place.ts';

/**
 * A norm cites a place once. Twice it is most often the 依據 of an exception that was written on a line of its own: there it
 * is one of the norm, and the exception has none.
 */
export function citationRepeated({ norms, words }: LintContext): readonly Diagnostic[] {
  return norms.flatMap(({ norm, block }) => {
    const seen = new Map<string, CitationNode>();
    const cites = block.clauses.flatMap((c) => (c.kind === 'cite' && !c.fromHeading ? c.citations : []));
    return cites.flatMap((node) => {
      const before = seen.get(citationKey(node.citation));
      if (!before) {
        seen.set(citationKey(node.citation), node);
        return [];
      }
      const found = words(node.span);
      const related = [otherHere(before.span, found)];
      return [report('citation-repeated', node.span, { name: norm.name, found }, { related })];
    });
  });
}
