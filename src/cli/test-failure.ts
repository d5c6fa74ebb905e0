import { chinaCalendar } from '../calendar/china.ts';
import { explain } from '../evaluate/explain.ts';
import { expectationRows } from '../report/expectation-lines.ts';
import type { SourceTable } from '../report/source-table.ts';
import { type ColumnRow, twoColumns } from '../report/two-columns.ts';
import type { Voice } from '../report/voice.ts';
import { printable } from '../text/display-width.ts';
import type { Difference } from '../verify/difference.ts';
import type { TestResult } from '../verify/test-report.ts';
import { EXIT } from './exit-code.ts';
import { say } from './messages.ts';
import type { UsableRulebook } from './rulebook.ts';
import type { Session } from './session.ts';

/** Norms of a whole case that are explained: the first that made it what it is. */
const MOST = 3;

/** Each expectation that was not met, at its place; below it what was expected beside what was found, and why. */
export function printFailure(session: Session, test: TestResult, rulebook: UsableRulebook): void {
  for (const difference of test.differences) {
    session.emit([difference.diagnostic], EXIT.violation);
    const rows = expectedAndFound(test, difference, rulebook, session.sources, session.errVoice);
    const lines = twoColumns(rows, session.io.columns && session.io.columns - 2, session.errVoice);
    session.io.err(session.script(lines.map((line) => `  ${line}\n`).join('')));
  }
}

/** What was expected beside what was found, and why; none where the test could not be run. */
export function expectedAndFound(
  { kase, result }: TestResult,
  { about, words, expected, diagnostic }: Difference,
  { plan }: UsableRulebook,
  sources: SourceTable,
  voice: Voice,
): readonly ColumnRow[] {
  if (!words) return [];
  const settings = { asOf: result.asOf, calendar: chinaCalendar() };
  const shown = about.slice(0, MOST);
  const explanations = explain(plan, kase, settings, [...new Set(shown.map((a) => a.norm))]).filter((e) =>
    shown.some((a) => a.norm === e.result.norm && a.matter === e.result.matter),
  );
  const place = diagnostic.span ? printable(sources.place(diagnostic.span)) : '';
  const head: ColumnRow = {
    left: [{ text: say(voice, 'test.written', { place }), style: 'dim' }],
    right: [{ text: say(voice, 'test.actual'), style: 'dim' }],
  };
  const [first, ...others] = explanations;
  if (!first)
    return [
      head,
      {
        left: [{ text: voice.say(words.wanted), style: 'bold' }],
        right: [{ text: voice.say(words.found), style: 'bold' }],
      },
    ];
  const wanted = {
    text: words.wanted,
    ...(expected === undefined ? {} : { verdict: expected }),
  };
  const nothing = { text: { zh: '', en: '' } };
  return [
    head,
    ...expectationRows(wanted, first, { plan, kase }, sources, voice),
    ...others.flatMap((e) => expectationRows(nothing, e, { plan, kase }, sources, voice)),
  ];
}
