import type { Severity } from '../diagnostics/diagnostic.ts';
import { furtherLines } from './finding-words.ts';
import { type About, bySeverity, type Finding, type Findings } from './findings.ts';
import type { SourceTable } from './source-table.ts';
import type { Voice } from './voice.ts';

/** GitHub shows ten errors and ten warnings of a step; what is beyond is told as a number. */
const MOST = 10;
const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** The workflow commands as they go to standard output. The whole table is the step summary (`markdown.ts`). */
export const githubText = (findings: Findings, sources: SourceTable, voice: Voice, about: About): string =>
  githubLines(findings, sources, voice, about)
    .map((line) => `${line}\n`)
    .join('');

/** Workflow commands, one a line: annotations at lines and columns of the files. Notes are left out. */
function githubLines(
  findings: Findings,
  sources: SourceTable,
  voice: Voice,
  about: About,
): readonly string[] {
  const all = bySeverity(findings).filter((d) => d.severity !== 'info');
  const shown = (['error', 'warning'] as const).flatMap((severity) =>
    all.filter((d) => d.severity === severity).slice(0, MOST),
  );
  const rest = all.length - shown.length;
  const more = {
    zh: `另有 ${rest} 項未在此標出，全部列在這一步的摘要。`,
    en: `${rest} more are not annotated; all of them stand in the summary of the step.`,
  };
  return [
    ...shown.map((d) => annotation(d, sources, voice, about)),
    ...(rest === 0 ? [] : [command('notice', {}, voice.say(more))]),
  ];
}

function annotation(d: Finding, sources: SourceTable, voice: Voice, { relative }: About): string {
  const properties: Record<string, string> = { title: d.id };
  if (d.span) {
    const [start, end] = [sources.position(d.span), sources.end(d.span)];
    const [line, col] = [String(start.line), String(start.column)];
    // of the repository, as far as this runs at its root
    Object.assign(properties, { file: relative(d.span.file), line, col });
    // GitHub takes an end column only within one line
    if (end.line === start.line)
      Object.assign(properties, { endLine: String(end.line), endColumn: String(end.column) });
  }
  const message = [voice.say(d.message), ...furtherLines(d, sources, voice)].join('\n');
  return command(COMMAND[d.severity], properties, message);
}

function command(name: string, properties: Readonly<Record<string, string>>, message: string): string {
  const given = Object.entries(properties)
    .map(([key, value]) => `${key}=${escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C')}`)
    .join(',');
  return `::${name}${given === '' ? '' : ` ${given}`}::${escapeData(message)}`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
