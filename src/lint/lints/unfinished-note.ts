import { QuoteToken } from '../../../grammar/tokens.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';

/** 待定, 待履行 are verdicts, not notes to oneself. */
const UNFINISHED =
  /(?<![A-Za-z])(?:TODO|FIXME|TBD|XXX)(?![A-Za-z])|待補|待补|待查|待核實|待核实|待確認|待确认|待議|待议|[?？]{2,}/u;

/**
 * A note to oneself in a gist, a note, a description or a comment says that the rule beside it is not finished. It is finished,
 * or becomes a question to the issuer, before others rely on it.
 */
export function unfinishedNote({ lexed }: LintContext): readonly Diagnostic[] {
  return [...lexed()].flatMap(([file, { tokens, comments }]) =>
    [...tokens.filter((t) => t.tokenType === QuoteToken), ...comments].flatMap((t) => {
      const found = UNFINISHED.exec(t.image);
      if (!found) return [];
      const start = t.startOffset + found.index;
      const span = { file, start, end: start + found[0].length };
      return [report('unfinished-note', span, { found: found[0] })];
    }),
  );
}
