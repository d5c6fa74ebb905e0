import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { About, Findings } from '../report/findings.ts';
import type { SourceTable } from '../report/source-table.ts';
import type { Voice } from '../report/voice.ts';

/** Tells findings as a whole text; pure, and the same whenever it is asked. */
export type Render = (findings: Findings, sources: SourceTable, voice: Voice, about: About) => string;

export interface ReportFormat {
  readonly render: Render;
  /** For people: `--script` holds for it. */
  readonly forPeople?: true;
  /** What the format has no room for, to be told on standard error. */
  readonly leftOut?: (findings: Findings) => readonly Diagnostic[];
}

/** The formats of findings, each with its maker, which is loaded when it is asked for. */
export const REPORT_FORMATS = {
  sarif: async () => {
    const { findingsSarif, sarifLeftOut } = await import('../report/sarif.ts');
    return { render: findingsSarif, leftOut: sarifLeftOut };
  },
  junit: async () => ({ render: (await import('../report/junit.ts')).junitXml }),
  github: async () => ({ render: (await import('../report/github.ts')).githubText }),
  markdown: async () => ({
    render: (await import('../report/markdown.ts')).findingsMarkdown,
    forPeople: true,
  }),
  html: async () => ({ render: (await import('../report/html.ts')).findingsHtml, forPeople: true }),
} as const satisfies Readonly<Record<string, () => Promise<ReportFormat>>>;

export type ReportFormatName = keyof typeof REPORT_FORMATS;
export const REPORT_FORMAT_NAMES = Object.keys(REPORT_FORMATS) as readonly ReportFormatName[];
export const isReportFormat = (format: string): format is ReportFormatName =>
  Object.hasOwn(REPORT_FORMATS, format);
