import type { Bilingual } from '../diagnostics/diagnostic.ts';
import type { Verdict } from './verdict.ts';

/** The verdicts in words, in the order in which a report counts them. */
export const VERDICT_WORDS: Readonly<Record<Verdict, Bilingual>> = {
  violated: { zh: '違規', en: 'violated' },
  conflict: { zh: '衝突', en: 'conflict' },
  undetermined: { zh: '待定', en: 'undetermined' },
  pending: { zh: '待履行', en: 'pending' },
  deviation: { zh: '偏離', en: 'deviation' },
  exempt: { zh: '豁免', en: 'exempt' },
  compliant: { zh: '合規', en: 'compliant' },
  'not-applicable': { zh: '不適用', en: 'not applicable' },
};
