import { chinaCalendar } from '../calendar/china.ts';
import {
  type CoverageItem,
  type CoverageReport,
  countsOf,
  coverageOf,
  MEASURES,
} from '../coverage/coverage.ts';
import { type CoverageProposal, proposalsForGaps } from '../coverage/proposals.ts';
import type { Bilingual } from '../diagnostics/diagnostic.ts';
import type { Case } from '../facts/case.ts';
import { displayWidth, padEnd, printable } from '../text/display-width.ts';
import type { TestReport } from '../verify/test-report.ts';
import { blockLines } from './block-lines.ts';
import { say } from './messages.ts';

import type { UsableRulebook } from './rulebook.ts';
import type { Session } from './session.ts';
import { percentOf } from './thresholds.ts';

/** What the tests of one rulebook try of it, and on request examples that would fill the gaps. */
export interface BookCoverage {
  readonly report: CoverageReport;
  /** By the sentence that asks for it. */
  readonly proposals?: ReadonlyMap<Bilingual, CoverageProposal>;
}

export function coverBook(
  { model, plan, files }: UsableRulebook,
  { tests }: TestReport,
  scenarios: readonly Case[],
  propose: boolean,
): BookCoverage {
  const report = coverageOf(model, plan, tests, chinaCalendar());
  if (!propose) return { report };
  const found = proposalsForGaps(model, files, report, scenarios, chinaCalendar());
  return { report, proposals: new Map([...found].map(([gap, p]) => [gap.sentence, p])) };
}

/** Each example that is missing, at its place, with one to paste where one was found; then a line a file, and all. */
export function printCoverage(session: Session, { report, proposals }: BookCoverage): void {
  const { voice, sources } = session;
  const { items, totals } = report;
  for (const item of items)
    for (const sentence of item.missing) {
      session.print(`${printable(sources.place(item.span))}: ${printable(voice.say(sentence))}`);
      if (proposals) session.print(...proposalLines(session, proposals.get(sentence)));
    }
  const rows = [
    ...[...byFile(items)].map(([file, own]) => ({ name: printable(file), counts: countsOf(own) })),
    { name: say(voice, 'testCoverage.total'), counts: totals },
  ];
  const heads = MEASURES.map((m) => say(voice, `measure.${m}`));
  const slash = voice.language === 'en' ? '/' : '／';
  const cells = rows.map(({ counts }) =>
    MEASURES.map((m) => {
      const { covered, all } = counts[m];
      return all === 0 ? '—' : `${covered}${slash}${all} ${percentOf(counts[m])}%`;
    }),
  );
  const widths = MEASURES.map((_, i) =>
    Math.max(displayWidth(heads[i] ?? ''), ...cells.map((row) => displayWidth(row[i] ?? ''))),
  );
  const first = Math.max(...rows.map((r) => displayWidth(r.name)));
  const line = (name: string, values: readonly string[]): string =>
    `  ${padEnd(name, first)}  ${values.map((v, i) => padEnd(v, widths[i] ?? 0)).join('  ')}`.trimEnd();
  session.print(line('', heads), ...rows.map(({ name }, i) => line(name, cells[i] ?? [])));
}

function proposalLines({ voice }: Session, proposal: CoverageProposal | undefined): readonly string[] {
  if (!proposal) return [`  ${voice.paint('dim', say(voice, 'testCoverage.noProposal'))}`];
  return [`  ${voice.paint('dim', say(voice, 'testCoverage.proposal'))}`, ...blockLines(proposal.text)];
}

function byFile(items: readonly CoverageItem[]): ReadonlyMap<string, readonly CoverageItem[]> {
  const found = new Map<string, CoverageItem[]>();
  for (const item of items) found.set(item.span.file, [...(found.get(item.span.file) ?? []), item]);
  return found;
}

export function coverageJson(session: Session, { report, proposals }: BookCoverage): object {
  const { items, totals } = report;
  const counts = (of: CoverageReport['totals']): object =>
    Object.fromEntries(MEASURES.map((m) => [m, { ...of[m], percent: percentOf(of[m]) }]));
  return {
    totals: counts(totals),
    files: [...byFile(items)].map(([file, own]) => ({ file, ...counts(countsOf(own)) })),
    norms: items
      .filter((i) => i.measure === 'norm')
      .map(({ owner, seen }) => ({ name: owner, verdicts: seen })),
    uncovered: items
      .filter((i) => !i.covered)
      .map(({ measure, owner, text, span, seen, missing }) => ({
        measure,
        owner,
        text,
        place: session.sources.place(span),
        seen,
        missing,
        ...(proposals ? { proposals: missing.map((m) => proposals.get(m) ?? null) } : {}),
      })),
  };
}
