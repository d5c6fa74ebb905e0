import type { Severity } from '../diagnostics/diagnostic.ts';
import { formatCitation } from '../text/citation-text.ts';
import type { Finding } from './findings.ts';
import type { SourceTable } from './source-table.ts';
import type { Voice } from './voice.ts';
import { WORD } from './wording.ts';

export const SEVERITY = {
  error: { zh: '錯誤', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'note' },
} as const satisfies Readonly<Record<Severity, { readonly zh: string; readonly en: string }>>;

/** What stands before the lines under a message. */
export const LABEL = {
  hint: { zh: '提示', en: 'hint' },
  fix: { zh: '改法', en: 'fix' },
  see: { zh: '參見', en: 'see' },
  basis: { zh: '依據', en: 'basis' },
} as const;

/** The provisions behind a finding: 第二十條第一款、第三條. */
export const basisText = (d: Finding, voice: Voice): string =>
  (d.cites ?? [])
    .map(({ citation }) => formatCitation(citation, voice.language === 'en' ? 'en' : 'zh'))
    .join(voice.say(WORD.sequence));

/** What stands under the message, a line each: hint, fix, basis, related places. */
export function furtherLines(d: Finding, sources: SourceTable, voice: Voice): readonly string[] {
  const { say } = voice;
  const colon = say(WORD.colon);
  const basis = basisText(d, voice);
  return [
    ...(d.hint ? [say(d.hint)] : []),
    ...(d.fix ? [`${say(LABEL.fix)}${colon}${say(d.fix.title)}`] : []),
    // where the message does not say it
    ...(say(d.message).includes(basis) ? [] : [`${say(LABEL.basis)}${colon}${basis}`]),
    ...d.related.map((r) => `${say(LABEL.see)} ${sources.place(r.span)}${colon}${say(r.message)}`),
  ];
}
