import type { Model, QuotationDecl } from '../check/model.ts';
import type { Bilingual, Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { formatCitation } from '../text/citation-text.ts';
import { allSentences, wordsOf } from './compare.ts';
import { normaliseSource } from './normalise.ts';
import type { OfficialText, Sentence } from './official-text.ts';

/** A 引文 must occur exactly once in the places its block cites. A place that does not exist is reported as such. */
export function checkQuotations(model: Model, text: OfficialText): Diagnostic[] {
  if (model.quotations.length === 0) return [];
  const order = new Map(allSentences(text).map(({ sentence }, i) => [sentence.span.start, i]));
  return model.quotations.flatMap((quotation) => {
    const words = citedWords(quotation, text, order);
    if (words === '') return [];
    const wanted = normaliseSource(quotation.text);
    const times = wanted === '' ? 0 : words.split(wanted).length - 1;
    const params = { name: quotation.name, times };
    if (times === 1) return [];
    if (times > 1) return [report('quotation-not-unique', quotation.span, params)];
    const hint = wanted === '' ? undefined : foundElsewhere(wanted, text);
    return [report('quotation-not-found', quotation.span, params, hint ? { hint } : {})];
  });
}

/** What lies between two cited places is not cited: no quotation runs over the gap. */
function citedWords(
  quotation: QuotationDecl,
  text: OfficialText,
  order: ReadonlyMap<number, number>,
): string {
  const at = (s: Sentence) => order.get(s.span.start) ?? -1;
  const cited = quotation.cites.flatMap(({ citation }) => wordsOf(text, citation));
  const unique = [...new Map(cited.map((s) => [at(s), s])).values()].sort((a, b) => at(a) - at(b));
  return unique
    .map((s, i) => {
      const before = unique[i - 1];
      return (before && at(before) + 1 < at(s) ? '\n' : '') + normaliseSource(s.text);
    })
    .join('');
}

function foundElsewhere(wanted: string, text: OfficialText): Bilingual | undefined {
  const places = allSentences(text).filter(({ sentence }) => normaliseSource(sentence.text).includes(wanted));
  const [first, second] = places;
  if (!first || second) return undefined;
  const [zh, en] = [formatCitation(first.citation, 'zh'), formatCitation(first.citation, 'en')];
  return { zh: `這些字在${zh}。`, en: `These words stand in ${en}.` };
}
