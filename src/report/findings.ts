import type { Cite } from '../check/model.ts';
import type { Bilingual, Diagnostic, DiagnosticCode } from '../diagnostics/diagnostic.ts';
import type { NormResult, Verdict } from '../evaluate/verdict.ts';
import type { Citation } from '../text/citation.ts';
import type { Span } from '../text/span.ts';
import type { CaseContext } from './missing-text.ts';
import type { ColumnRow } from './two-columns.ts';

/** A diagnostic, or what a case, an example or a lint came to, told as one. */
export interface Finding extends Diagnostic {
  /** The provisions that it rests on. */
  readonly cites?: readonly Cite[];
  /** It was let pass by a comment in the rules; the reason that stands there. */
  readonly suppressed?: string;
  /** Of a test that failed: what was expected beside what was found. */
  readonly beside?: readonly ColumnRow[];
}

/** One thing that was looked at and passed or did not: a rule file, an example, a case. */
export interface Checked {
  readonly name: string;
  /** Path of the file it stands in. */
  readonly file: string;
  readonly diagnostics: readonly Finding[];
  /** Of a case that was decided. */
  readonly verdict?: Verdict;
  /** Of a case that was decided: each norm in each matter, in the order of the rules. */
  readonly norms?: readonly NormResult[];
  /** What its words are looked up in. */
  readonly context?: CaseContext;
}

/** How much of something was reached: coverage by examples, mutants killed, sentences encoded. */
export interface Figure {
  readonly label: Bilingual;
  readonly covered: number;
  readonly all: number;
  /** Rounded down to one decimal; 100 where there is nothing to reach. */
  readonly percent: number;
  /** Per cent below which the run has failed. */
  readonly threshold?: number;
}

/** A rulebook with its files or tests; for `check` a file of cases. */
export interface Suite {
  readonly name: string;
  readonly checked: readonly Checked[];
  readonly figures?: readonly Figure[];
  /** Whose beginning is the place of what has none of its own. */
  readonly file?: string | undefined;
}

/** What a command found, whatever the format it is told in. */
export interface Findings {
  readonly suites: readonly Suite[];
}

export type ReportedCommand = 'check' | 'lint' | 'test' | 'validate';

/** What a report says of the run itself. */
export interface About {
  readonly command: ReportedCommand;
  readonly version: string;
  /** Of the run, as far as it went. */
  readonly exitCode: number;
  /** Absolute path of the folder that the command ran in, without a slash at its end. */
  readonly folder: string;
  /** A path as it was written → relative to that folder where it lies in it, else absolute. */
  readonly relative: (file: string) => string;
  /** Where the official text has a provision; absent where the text was not given. */
  readonly provision?: ((citation: Citation) => Span | undefined) | undefined;
  /** The page about a diagnostic, as Markdown. */
  readonly help?: ((code: DiagnosticCode) => string | undefined) | undefined;
}

export const isFailure = ({ diagnostics }: Checked): boolean =>
  diagnostics.some((d) => d.severity === 'error' && d.suppressed === undefined);

/** Each finding once, in the order of suites and files; only what is about the run itself has no place. */
export function allFindings({ suites }: Findings): readonly Finding[] {
  const found = new Map<Finding, Finding>();
  for (const { checked, file } of suites)
    for (const d of checked.flatMap((c) => c.diagnostics))
      if (!found.has(d))
        found.set(d, d.span || file === undefined ? d : { ...d, span: { file, start: 0, end: 0 } });
  return [...found.values()];
}

/** Errors before warnings before notes, in the order of files and places; without what was let pass. */
export function bySeverity(findings: Findings): readonly Finding[] {
  const rank = { error: 0, warning: 1, info: 2 } as const;
  return allFindings(findings)
    .filter((d) => d.suppressed === undefined)
    .map((d, i) => ({ d, i }))
    .sort((a, b) => rank[a.d.severity] - rank[b.d.severity] || a.i - b.i)
    .map(({ d }) => d);
}
