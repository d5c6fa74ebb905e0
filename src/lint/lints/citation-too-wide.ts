import type { Cite } from '../../check/model.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import { CITING_WORD, citedPlaces } from '../../source/cited-places.ts';
import { wordsOf } from '../../source/compare.ts';
import { resolveInLock, type SourceLock } from '../../source/lock.ts';
import { normaliseSource } from '../../source/normalise.ts';
import type { OfficialText } from '../../source/official-text.ts';
import type { Citation } from '../../text/citation.ts';
import { citationKey, formatCitation } from '../../text/citation-text.ts';
import type { LintContext } from '../context.ts';

/**
 * A verdict cites the sentence that decides it. A norm that cites a whole 款 (or 條) of several sentences, some of which other
 * declarations cite one by one, claims their words as well; and where its 引文 stands in one of them, that one is meant.
 * Needs the lock; which sentence the 引文 stands in is seen with `--source`.
 */
export function citationTooWide({ norms, model, lock, source }: LintContext): readonly Diagnostic[] {
  if (!lock) return [];
  const single = new Map<string, { readonly zh: string; readonly en: string; readonly cite: Cite }>();
  for (const { kind, name, cite } of citedPlaces(model)) {
    const { citation } = cite;
    if (citation.sentence === undefined || kind === 'reading') continue;
    const resolved = resolveInLock(lock, citation);
    if (!resolved.found) continue;
    const word = CITING_WORD[kind];
    single.set(citationKey(resolved.citation), {
      zh: `${word.zh}「${name}」`,
      en: `${word.en} "${name}"`,
      cite,
    });
  }
  return norms.flatMap(({ norm, block }) => {
    const written = block.clauses.flatMap((c) => (c.kind === 'cite' && !c.fromHeading ? c.citations : []));
    // what a heading cites is what all below it start from
    return norm.cites.flatMap(({ citation, span }) => {
      const sentences = sentencesOf(lock, citation);
      if (sentences.length < 2 || !written.some((c) => c.span.start === span.start)) return [];
      const quoted = source && quotedIn(source, model, norm.name, sentences);
      const taken = sentences
        .flatMap((s) => single.get(citationKey(s)) ?? [])
        .filter((t) => t.cite.span.start !== span.start || t.cite.span.file !== span.file);
      if (!quoted && (taken.length === 0 || taken.length === sentences.length)) return [];
      const better = quoted && { zh: formatCitation(quoted, 'zh'), en: formatCitation(quoted, 'en') };
      const fix = better && {
        title: { zh: `改為「${better.zh}」`, en: `Cite ${better.en}` },
        edits: [{ span, text: better.zh }],
        guess: true as const,
      };
      const related = quoted
        ? []
        : taken.map((t) => ({
            span: t.cite.span,
            message: {
              zh: `${t.zh}依據其中的${formatCitation(t.cite.citation, 'zh')}`,
              en: `${t.en} cites ${formatCitation(t.cite.citation, 'en')} of it`,
            },
          }));
      const params = {
        name: norm.name,
        zh: formatCitation(citation, 'zh'),
        en: formatCitation(citation, 'en'),
        sentences: sentences.length,
      };
      return [report('citation-too-wide', span, params, { related, fix })];
    });
  });
}

/** The sentences of a cited 款 or 項; none for what is one sentence itself. Items of a list are no sentences of its 款. */
function sentencesOf(lock: SourceLock, citation: Citation): readonly Citation[] {
  if (citation.sentence !== undefined) return [];
  const found: Citation[] = [];
  for (let sentence = 1; ; sentence++) {
    const resolved = resolveInLock(lock, { ...citation, sentence });
    if (!resolved.found) return found;
    found.push(resolved.citation);
  }
}

/** The one sentence in which the quotation of the norm stands. */
function quotedIn(
  source: OfficialText,
  model: LintContext['model'],
  norm: string,
  sentences: readonly Citation[],
): Citation | undefined {
  const quotation = model.quotations.find((q) => q.name === norm);
  if (!quotation) return undefined;
  const wanted = normaliseSource(quotation.text);
  const inIt = sentences.filter((s) =>
    wordsOf(source, s).some((w) => wanted !== '' && normaliseSource(w.text).includes(wanted)),
  );
  return inIt.length === 1 ? inIt[0] : undefined;
}
