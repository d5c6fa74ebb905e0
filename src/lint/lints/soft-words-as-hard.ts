import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import { wordsOf } from '../../source/compare.ts';
import { citationKey } from '../../text/citation-text.ts';
import type { LintContext } from '../context.ts';
import { placeOf } from '../place.ts';

/** Words of the law that leave room, or only wish. 一般 before a noun (一般事項) is a sort of thing, not a softening. */
const SOFT =
  /原則上|原则上|一般(?=應|应|不|由|在|要|情況下|情况下)|提倡|鼓勵|鼓励|倡導|倡导|儘量|尽量|盡量|盡可能|尽可能|儘可能/u;

/**
 * What the article only wishes or asks as a rule is not made a hard duty: such a norm says 效力 柔性 or 倡導, so that an act
 * against it is 偏離 and no violation. The gist is read, and the cited sentence where the official text is at hand; a
 * sentence of which another norm has made what is soft, or a declaration what is only wished, has been read with care.
 */
export function softWordsAsHard(context: LintContext): readonly Diagnostic[] {
  const { norms, model, source } = context;
  const settled = new Set(
    [...Object.values(model.norms).filter((n) => n.strength !== 'hard'), ...Object.values(model.declaratory)]
      .flatMap((d) => d.cites)
      .map((c) => citationKey(c.citation)),
  );
  return norms.flatMap(({ norm, block }) => {
    const binding =
      norm.modality === 'shall' || norm.modality === 'shall-not' || norm.modality === 'only-may';
    if (!binding || norm.strength !== 'hard') return [];
    const gist = block.clauses.find((c) => c.kind === 'gist');
    const inGist = SOFT.exec(norm.gist ?? '')?.[0];
    if (gist && inGist !== undefined) {
      const place = placeOf(context, gist.text.span, inGist);
      return [report('soft-words-as-hard', place, { name: norm.name, word: inGist })];
    }
    for (const { citation, span } of norm.cites) {
      if (!source || settled.has(citationKey(citation))) continue;
      const [sentence, second] = wordsOf(source, citation);
      const word = second ? undefined : SOFT.exec(sentence?.text ?? '')?.[0];
      if (word !== undefined) return [report('soft-words-as-hard', span, { name: norm.name, word })];
    }
    return [];
  });
}
