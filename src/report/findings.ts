import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** One thing that was looked at and passed or did not: a rule file, an example, a case. */
export interface Checked {
  readonly name: string;
  /** Path of the file it stands in. */
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a command found, whatever the format it is told in. */
export interface Findings {
  readonly suites: readonly { readonly name: string; readonly checked: readonly Checked[] }[];
}

export const isFailure = ({ diagnostics }: Checked): boolean =>
  diagnostics.some((d) => d.severity === 'error');

/** Errors before warnings before notes, in the order of files and places. */
export function bySeverity(findings: Findings): readonly Diagnostic[] {
  const rank = { error: 0, warning: 1, info: 2 } as const;
  const all = findings.suites.flatMap((s) => s.checked.flatMap((c) => c.diagnostics));
  return all
    .map((d, i) => ({ d, i }))
    .sort((a, b) => rank[a.d.severity] - rank[b.d.severity] || a.i - b.i)
    .map(({ d }) => d);
}
