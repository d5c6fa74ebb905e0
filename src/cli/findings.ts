import { appendFileSync } from 'node:fs';
import { report } from '../diagnostics/report.ts';
import type { Findings } from '../report/findings.ts';
import { errorReason } from './error-reason.ts';
import { EXIT } from './exit-code.ts';
import type { Session } from './session.ts';

/** Formats for machines that watch over a repository. */
export const CI_FORMATS = ['junit', 'github'] as const;
export type CiFormat = (typeof CI_FORMATS)[number];
export const isCiFormat = (format: string): format is CiFormat =>
  (CI_FORMATS as readonly string[]).includes(format);

/** Tells what was found on standard output; for GitHub the whole table also goes to the summary of the step. */
export async function tellFindings(session: Session, format: CiFormat, findings: Findings): Promise<void> {
  const { sources, voice, io } = session;
  if (format === 'junit') {
    const { junitXml } = await import('../report/junit.ts');
    io.out(junitXml(findings, sources, voice));
    return;
  }
  const { githubLines, githubSummary } = await import('../report/github.ts');
  session.data(...githubLines(findings, sources, voice));
  const summary = io.env.GITHUB_STEP_SUMMARY;
  if (!summary) return;
  try {
    appendFileSync(summary, githubSummary(findings, sources, voice));
  } catch (error) {
    const reason = errorReason(error);
    session.emit([report('unwritable-file', undefined, { path: summary, reason })], EXIT.usage);
  }
}
