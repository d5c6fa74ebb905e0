import { escapeMarkdown } from '../text/escape.ts';
import { type About, bySeverity, type Findings } from './findings.ts';
import type { SourceTable } from './source-table.ts';
import type { Voice } from './voice.ts';

/** For a comment on a change or the page of a job. */
export function findingsMarkdown(
  findings: Findings,
  sources: SourceTable,
  voice: Voice,
  about: About,
): string {
  const rows = bySeverity(findings).map((d) => {
    const place = d.span ? escapeMarkdown(sources.place(d.span)) : '—';
    return `| ${place} | ${d.severity} ${d.id} | ${escapeMarkdown(voice.say(d.message))} |`;
  });
  return `# zhunsheng ${about.command}\n\n|  |  |  |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}
