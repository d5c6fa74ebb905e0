import { type About, allFindings, type Findings } from './findings.ts';
import type { SourceTable } from './source-table.ts';
import type { Voice } from './voice.ts';

export function findingsSarif(findings: Findings, _sources: SourceTable, voice: Voice, about: About): string {
  const results = allFindings(findings).map((d) => ({
    ruleId: d.id,
    message: { text: voice.say(d.message) },
  }));
  const driver = { name: 'zhunsheng', version: about.version };
  return `${JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver }, results }] }, null, 2)}\n`;
}
