import { escapeMarkup } from '../text/escape.ts';
import { type About, bySeverity, type Findings, isFailure } from './findings.ts';
import type { SourceTable } from './source-table.ts';
import type { Voice } from './voice.ts';

/** One page that needs nothing beside it: what was looked at, and each finding with its place. */
export function findingsHtml(findings: Findings, sources: SourceTable, voice: Voice, about: About): string {
  const all = findings.suites.flatMap((s) => s.checked);
  const title = `zhunsheng ${about.command}`;
  const rows = bySeverity(findings).map((d) => {
    const cells = [d.span ? sources.place(d.span) : '', `${d.severity} ${d.id}`, voice.say(d.message)];
    return `<tr>${cells.map((c) => `<td>${escapeMarkup(c)}</td>`).join('')}</tr>`;
  });
  return `<!doctype html>
<html lang="${voice.language}">
<meta charset="utf-8">
<title>${escapeMarkup(title)}</title>
<h1>${escapeMarkup(title)}</h1>
<p>${all.length} / ${all.filter(isFailure).length}</p>
<table>
${rows.join('\n')}
</table>
</html>
`;
}
