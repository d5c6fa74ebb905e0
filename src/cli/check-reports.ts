import { caseFindings } from '../report/case-findings.ts';
import type { Suite } from '../report/findings.ts';
import type { CheckCommandOptions, CheckRun } from './check-command.ts';
import { withOutputs } from './outputs.ts';
import type { Session } from './session.ts';

/** What `check` does, lent to the reports. */
interface Check {
  readonly decide: (session: Session) => Promise<CheckRun | undefined>;
  readonly tell: (session: Session, run: CheckRun, format: string) => void;
}

/** `check` in the formats of reports, or in several at once: a suite for each file of cases. */
export async function checkForReports(
  session: Session,
  own: readonly string[],
  options: CheckCommandOptions,
  { decide, tell }: Check,
): Promise<void> {
  await withOutputs(session, 'check', own, options, async (listening, outputs) => {
    const run = await decide(listening);
    if (!run) return undefined;
    for (const format of own) for (const out of outputs.in(format)) tell(out, run, format);
    return { suites: suitesOf(run, options), provision: run.source?.provision };
  });
}

function suitesOf(
  { rulebook: { plan }, checked, diagnostics }: CheckRun,
  { onUnknown }: CheckCommandOptions,
): readonly Suite[] {
  const files = [...new Set(checked.map(({ kase }) => kase.span.file))];
  return files.map((file) => ({
    name: file,
    file,
    checked: checked
      .filter(({ kase }) => kase.span.file === file)
      .map(({ kase, result }) => ({
        name: kase.title,
        file,
        diagnostics: [
          ...diagnostics.filter((d) => d.span?.file === file),
          ...result.diagnostics,
          ...caseFindings(result, { plan, kase }, onUnknown),
        ],
        verdict: result.verdict,
        norms: result.norms,
        context: { plan, kase },
      })),
  }));
}
