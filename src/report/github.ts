import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { escapeMarkdown } from '../text/escape.ts';
import { bySeverity, type Findings } from './findings.ts';
import type { SourceTable } from './source-table.ts';
import type { Voice } from './voice.ts';

/** GitHub shows ten errors and ten warnings of a step; what is beyond is told as a number. */
const MOST = 10;
const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, one a line: annotations at lines and columns of the files. Notes are left out. */
export function githubLines(findings: Findings, sources: SourceTable, voice: Voice): readonly string[] {
  const all = bySeverity(findings).filter((d) => d.severity !== 'info');
  const shown = (['error', 'warning'] as const).flatMap((severity) =>
    all.filter((d) => d.severity === severity).slice(0, MOST),
  );
  const rest = all.length - shown.length;
  return [
    ...shown.map((d) => annotation(d, sources, voice)),
    ...(rest === 0
      ? []
      : [
          command(
            'notice',
            {},
            voice.say({
              zh: `另有 ${rest} 項未在此標出，全部列在這一步的摘要。`,
              en: `${rest} more are not annotated; all of them stand in the summary of the step.`,
            }),
          ),
        ]),
  ];
}

/** The workflow commands as they go to standard output. */
export const githubText = (findings: Findings, sources: SourceTable, voice: Voice): string =>
  githubLines(findings, sources, voice)
    .map((line) => `${line}\n`)
    .join('');

/** For $GITHUB_STEP_SUMMARY: everything that was found, as a table. */
export function githubSummary(findings: Findings, sources: SourceTable, voice: Voice): string {
  const all = bySeverity(findings);
  const failed = findings.suites
    .flatMap((s) => s.checked)
    .filter((c) => c.diagnostics.some((d) => d.severity === 'error'));
  const total = findings.suites.reduce((sum, s) => sum + s.checked.length, 0);
  const head = voice.say({
    zh: `### 準繩：${total} 項，${failed.length} 項未過`,
    en: `### zhunsheng: ${total} checked, ${failed.length} failed`,
  });
  if (all.length === 0) return `${head}\n`;
  const rows = all.map((d) =>
    [
      d.span ? escapeMarkdown(sources.place(d.span)) : '—',
      `${d.severity} ${d.id}`,
      escapeMarkdown(voice.say(d.message)),
    ].join(' | '),
  );
  const columns = voice.say({ zh: '| 位置 | 代碼 | 訊息 |', en: '| place | code | message |' });
  return `${head}\n\n${columns}\n| --- | --- | --- |\n${rows.map((r) => `| ${r} |\n`).join('')}`;
}

function annotation(d: Diagnostic, sources: SourceTable, voice: Voice): string {
  const properties: Record<string, string> = { title: d.id };
  if (d.span) {
    const [start, end] = [sources.position(d.span), sources.end(d.span)];
    Object.assign(properties, { file: d.span.file, line: String(start.line), col: String(start.column) });
    // GitHub takes an end column only within one line
    if (end.line === start.line)
      Object.assign(properties, { endLine: String(end.line), endColumn: String(end.column) });
  }
  const hint = d.hint ? `\n${voice.say(d.hint)}` : '';
  return command(COMMAND[d.severity], properties, `${voice.say(d.message)}${hint}`);
}

function command(name: string, properties: Readonly<Record<string, string>>, message: string): string {
  const given = Object.entries(properties)
    .map(([key, value]) => `${key}=${escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C')}`)
    .join(',');
  return `::${name}${given === '' ? '' : ` ${given}`}::${escapeData(message)}`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
