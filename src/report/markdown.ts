import { escapeMarkdown } from '../text/escape.ts';
import { basisText, furtherLines, SEVERITY } from './finding-words.ts';
import {
  type About,
  allFindings,
  bySeverity,
  type Finding,
  type Findings,
  isFailure,
  type Suite,
} from './findings.ts';
import type { SourceTable } from './source-table.ts';
import type { Voice } from './voice.ts';
import { VERDICT } from './wording.ts';

/** For a comment on a change, or the page of a job. Everything in it is a heading, a list or a table of GitHub's Markdown. */
export const findingsMarkdown = (
  findings: Findings,
  sources: SourceTable,
  voice: Voice,
  about: About,
): string => markdownWithin(findings, sources, voice, about, Number.POSITIVE_INFINITY);

/** As `findingsMarkdown`, in at most so many bytes: what does not fit is left out in whole rows, and their number is said. Where there is no
 * room for that either, nothing. */
export function markdownWithin(
  findings: Findings,
  sources: SourceTable,
  voice: Voice,
  about: About,
  most: number,
): string {
  if (most < BYTES_FOR_THE_REST) return '';
  const parts = [
    { text: heading(findings, voice, about), rows: 0 },
    ...findings.suites.flatMap((suite) => suiteParts(suite, findings, sources, voice)),
  ];
  let left = most - BYTES_FOR_THE_REST;
  let missing = 0;
  const kept: string[] = [];
  for (const { text, rows } of parts) {
    left -= missing > 0 ? 0 : new TextEncoder().encode(text).length;
    if (missing === 0 && left >= 0) kept.push(text);
    else missing += rows;
  }
  if (missing > 0) {
    const said = { zh: `另有 ${missing} 項，此處容不下。`, en: `There is no room for ${missing} more.` };
    kept.push(`\n${escapeMarkdown(voice.say(said))}\n`);
  }
  return kept.join('');
}

const BYTES_FOR_THE_REST = 200;

function heading(findings: Findings, voice: Voice, { command, exitCode }: About): string {
  const checked = findings.suites.flatMap((s) => s.checked);
  const failed = checked.filter(isFailure).length;
  const all = allFindings(findings);
  const count = (severity: Finding['severity']): number =>
    all.filter((d) => d.severity === severity && d.suppressed === undefined).length;
  const [errors, warnings, notes] = [count('error'), count('warning'), count('info')];
  const title = {
    zh: `準繩 ${command}：${checked.length} 項，${failed} 項未過`,
    en: `zhunsheng ${command}: ${checked.length} checked, ${failed} failed`,
  };
  const totals = {
    zh: `${errors} 項錯誤、${warnings} 項警告、${notes} 項提示；結束碼 ${exitCode}。`,
    en: `${errors} errors, ${warnings} warnings, ${notes} notes; exit code ${exitCode}.`,
  };
  return `### ${escapeMarkdown(voice.say(title))}\n\n${escapeMarkdown(voice.say(totals))}\n`;
}

interface Part {
  readonly text: string;
  /** Findings in it. */
  readonly rows: number;
}

function suiteParts(suite: Suite, all: Findings, sources: SourceTable, voice: Voice): readonly Part[] {
  // where there is one suite, and nothing to say of it, the heading has said all
  const own = bySeverity({ suites: [suite] });
  const cases = suite.checked.filter((c) => c.verdict !== undefined);
  const figures = suite.figures ?? [];
  if (own.length === 0 && cases.length === 0 && figures.length === 0 && all.suites.length > 1) return [];
  const head = `\n#### ${escapeMarkdown(suite.name)}\n`;
  return [
    { text: head, rows: 0 },
    ...table(
      [
        { zh: '案件', en: 'case' },
        { zh: '結論', en: 'verdict' },
      ],
      cases.map((c) => [c.name, c.verdict ? voice.say(VERDICT[c.verdict].word) : '']),
      0,
      voice,
    ),
    ...table(
      [
        { zh: '項目', en: 'measure' },
        { zh: '達到', en: 'reached' },
        { zh: '門檻', en: 'threshold' },
      ],
      figures.map((f) => [
        voice.say(f.label),
        `${f.percent}% (${f.covered}/${f.all})`,
        f.threshold === undefined ? '—' : `${f.threshold}%`,
      ]),
      0,
      voice,
    ),
    ...table(
      [
        { zh: '位置', en: 'place' },
        { zh: '代碼', en: 'code' },
        { zh: '訊息', en: 'message' },
        { zh: '依據', en: 'basis' },
      ],
      own.map((d) => [
        d.span ? sources.place(d.span) : '—',
        `${voice.say(SEVERITY[d.severity])} ${d.id}`,
        [voice.say(d.message), ...furtherLines({ ...d, cites: [] }, sources, voice)].join(' · '),
        basisText(d, voice) || '—',
      ]),
      1,
      voice,
    ),
  ];
}

function table(
  columns: readonly { readonly zh: string; readonly en: string }[],
  rows: readonly (readonly string[])[],
  each: number,
  voice: Voice,
): readonly Part[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [
    {
      text: `\n${line(columns.map((c) => voice.say(c)))}${line(columns.map(() => '---'))}`,
      rows: 0,
    },
    ...rows.map((cells) => ({ text: line(cells.map(escapeMarkdown)), rows: each })),
  ];
}
