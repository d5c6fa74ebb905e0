import type { Cite, Model, NormDecl } from '../../check/model.ts';
import { expressionsOf, reachedFrom } from '../../check/norm-expressions.ts';
import type { Bilingual, Diagnostic, Fix, Related } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import { CITING_WORD, citedPlaces } from '../../source/cited-places.ts';
import { wordsOf } from '../../source/compare.ts';
import { resolveInLock, type SourceLock } from '../../source/lock.ts';
import { normaliseSource } from '../../source/normalise.ts';
import type { OfficialText } from '../../source/official-text.ts';
import type { Citation } from '../../text/citation.ts';
import { citationKey, formatCitation } from '../../text/citation-text.ts';
import type { Span } from '../../text/span.ts';
import type { LintContext } from '../context.ts';

interface CitedAlone {
  readonly name: string;
  readonly who: Bilingual;
  readonly cite: Cite;
}

/**
 * A verdict cites the sentence that decides it. A norm that cites a whole 款 (or 條) of several sentences, some of which other
 * declarations cite one by one, claims their words as well; and where its 引文 stands in one of them, that one is meant.
 * What the definitions that it uses cite, it rests on. Needs the lock; where the 引文 stands is seen with `--source`.
 */
export function citationTooWide(context: LintContext): readonly Diagnostic[] {
  const { norms, model, lock, source } = context;
  if (!lock) return [];
  const alone = citedAlone(model, lock);
  return norms.flatMap(({ norm, block }) => {
    // what a heading cites is what all below it start from
    const written = block.clauses.flatMap((c) => (c.kind === 'cite' && !c.fromHeading ? c.citations : []));
    return norm.cites.flatMap(({ citation, span }) => {
      const sentences = sentencesOf(lock, citation);
      if (sentences.length < 2 || !written.some((c) => c.span.start === span.start)) return [];
      const used = definitionsOf(model, norm);
      const others = sentences.flatMap((s) => alone.get(citationKey(s)) ?? []);
      const own = others.filter((o) => used.has(o.name));
      const foreign = others.filter((o) => !used.has(o.name));
      const quoted = source && own.length === 0 ? quotedIn(source, model, norm.name, sentences) : undefined;
      if (!quoted && (foreign.length === 0 || foreign.length === sentences.length)) return [];
      const params = {
        name: norm.name,
        zh: formatCitation(citation, 'zh'),
        en: formatCitation(citation, 'en'),
        sentences: sentences.length,
      };
      const extra = quoted ? { fix: citing(quoted, span) } : { related: foreign.map(citesOneOfThem) };
      return [report('citation-too-wide', span, params, extra)];
    });
  });
}

/** Sentences that something cites by themselves, by the key of the place. */
function citedAlone(model: Model, lock: SourceLock): ReadonlyMap<string, CitedAlone> {
  const alone = new Map<string, CitedAlone>();
  for (const { kind, name, cite } of citedPlaces(model)) {
    if (cite.citation.sentence === undefined || kind === 'reading') continue;
    const resolved = resolveInLock(lock, cite.citation);
    const word = CITING_WORD[kind];
    const who = { zh: `${word.zh}「${name}」`, en: `${word.en} "${name}"` };
    // a row is named after its table
    const owner = kind === 'row' ? name.replace(/#\d+$/, '') : name;
    if (resolved.found) alone.set(citationKey(resolved.citation), { name: owner, who, cite });
  }
  return alone;
}

function definitionsOf(model: Model, norm: NormDecl): ReadonlySet<string> {
  return new Set(
    reachedFrom(model, expressionsOf(norm)).flatMap((e) =>
      e.op === 'def' ? [e.name] : e.op === 'follow' && e.def ? [e.fact] : [],
    ),
  );
}

const citing = (place: Citation, span: Span): Fix => {
  const [zh, en] = [formatCitation(place, 'zh'), formatCitation(place, 'en')];
  return { title: { zh: `改為「${zh}」`, en: `Cite ${en}` }, edits: [{ span, text: zh }], guess: true };
};

const citesOneOfThem = ({ who, cite }: CitedAlone): Related => ({
  span: cite.span,
  message: {
    zh: `${who.zh}依據其中的${formatCitation(cite.citation, 'zh')}`,
    en: `${who.en} cites ${formatCitation(cite.citation, 'en')} of it`,
  },
});

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
  model: Model,
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
