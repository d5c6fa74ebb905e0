import type { Model } from '../check/model.ts';
import type { Bilingual, Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { Citation } from '../text/citation.ts';
import { citationKey, formatCitation } from '../text/citation-text.ts';
import type { Span } from '../text/span.ts';
import { citedPlaces } from './cited-places.ts';
import { type Resolved, resolveInLock, type SourceLock } from './lock-tree.ts';

/** A citation must lead to a place that the official text has. One diagnostic for each that does not. */
export function checkCitations(model: Model, lock: SourceLock): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const { cite } of citedPlaces(model)) {
    // A follow-up duty repeats the citations of its base with the same spans: say it once.
    const once = `${cite.span.file}:${cite.span.start}:${citationKey(cite.citation)}`;
    if (seen.has(once)) continue;
    seen.add(once);
    // Article 0: a row's relative citation that found no article to stand in; the checker has said so.
    if (cite.citation.article === 0) continue;
    const problem = citationProblem(cite.citation, cite.span, lock);
    if (problem) diagnostics.push(problem);
  }
  return diagnostics.sort(bySpan);
}

/** Why a citation leads nowhere; undefined when it leads to a place. */
export function citationProblem(
  citation: Citation,
  span: Span | undefined,
  lock: SourceLock,
): Diagnostic | undefined {
  const resolved = resolveInLock(lock, citation);
  if (resolved.found) return undefined;
  const params = { zh: formatCitation(citation, 'zh'), en: formatCitation(citation, 'en') };
  const hint = whatExists(resolved, citation);
  if (resolved.level === 'article') return report('citation-unknown-article', span, params, { hint });
  if (resolved.reason === 'ambiguous') return report('citation-ambiguous-part', span, params, { hint });
  const level = LEVELS[resolved.level];
  return report('citation-unknown-part', span, { ...params, level: level.zh, levelEn: level.en }, { hint });
}

const LEVELS = {
  paragraph: { zh: '款', en: 'paragraph' },
  item: { zh: '項', en: 'item' },
  sentence: { zh: '句', en: 'sentence' },
} as const;

/** The hint names what is there, one level above the part that is not. */
function whatExists(resolved: Exclude<Resolved, { found: true }>, citation: Citation): Bilingual {
  const { level, existing } = resolved;
  if (level === 'article') {
    const [first, last] = [existing[0], existing.at(-1)];
    if (first === undefined || last === undefined)
      return { zh: '原文中沒有任何條文。', en: 'The text has no articles.' };
    const range = (lang: 'zh' | 'en') => [first, last].map((article) => formatCitation({ article }, lang));
    return {
      zh: `原文有${range('zh').join('至')}。`,
      en: `The text has ${range('en').join(' to ')}.`,
    };
  }
  const place: Citation = {
    article: citation.article,
    ...(citation.branch === undefined ? {} : { branch: citation.branch }),
    ...(citation.paragraph === undefined || level === 'paragraph' ? {} : { paragraph: citation.paragraph }),
    ...(citation.item === undefined || level !== 'sentence' ? {} : { item: citation.item }),
  };
  const [zh, en] = [formatCitation(place, 'zh'), formatCitation(place, 'en')];
  if (resolved.reason === 'ambiguous') {
    const options = existing.map((paragraph) => ({ ...citation, paragraph }));
    const list = (lang: 'zh' | 'en') => options.map((c) => formatCitation(c, lang));
    return {
      zh: `請寫明款次：${list('zh').join('、')}。`,
      en: `Name the paragraph: ${list('en').join('; ')}.`,
    };
  }
  const { zh: levelZh, en: levelEn } = LEVELS[level];
  if (existing.length === 0) return { zh: `${zh}不分${levelZh}。`, en: `${en} has no ${levelEn}s.` };
  const n = existing.length;
  return { zh: `${zh}只有 ${n} ${levelZh}。`, en: `${en} has ${n} ${levelEn}${n === 1 ? '' : 's'}.` };
}

function bySpan(a: Diagnostic, b: Diagnostic): number {
  const [x, y] = [a.span, b.span];
  if (!x || !y) return 0;
  return x.file === y.file ? x.start - y.start : x.file < y.file ? -1 : 1;
}
