import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { type About, allFindings, type Finding, type Findings } from './findings.ts';
import { artifactTable } from './sarif-places.ts';
import { resultTable } from './sarif-results.ts';
import { ruleTable } from './sarif-rules.ts';
import { level, plainMessage } from './sarif-words.ts';
import type { SourceTable } from './source-table.ts';
import type { Language, Voice } from './voice.ts';

/**
 * GitHub refuses more than 25,000 results of a run and shows 5,000; which ones, is decided here and not there. With those
 * a file stays far below the 10 MB that may be uploaded.
 */
export const MOST_RESULTS = 5000;

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF has a region beside the two letters of a language, and no script. */
const LANGUAGE: Readonly<Record<Language, string>> = { 'zh-Hant': 'zh-TW', 'zh-Hans': 'zh-CN', en: 'en' };

/** One run as SARIF 2.1.0 (OASIS), for code scanning and for the viewers of editors. */
export function findingsSarif(findings: Findings, sources: SourceTable, voice: Voice, about: About): string {
  const { located, homeless } = chosen(findings);
  const artifacts = artifactTable(about);
  const rules = ruleTable([...located, ...homeless], voice, about);
  const results = resultTable(located, { artifacts, rules, sources, voice, about });
  const language = LANGUAGE[voice.language];
  const left = leftOut(findings);
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'zhunsheng',
            version: about.version,
            semanticVersion: about.version,
            language,
            rules: rules.descriptors,
          },
        },
        language,
        // one command is not an older run of another
        automationDetails: { id: `zhunsheng/${about.command}/` },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        originalUriBaseIds: artifacts.baseIds,
        invocations: [
          {
            executionSuccessful: about.exitCode < 64,
            exitCode: about.exitCode,
            toolExecutionNotifications: [...left, ...homeless].map((d) => ({
              descriptor: rules.reference(d),
              level: level(d.severity),
              message: plainMessage(d, voice),
            })),
          },
        ],
        artifacts: artifacts.all(),
        results,
        ...properties(findings, voice),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** What the file has no room for, as it is told on standard error. */
export const sarifLeftOut = (findings: Findings): readonly Diagnostic[] => leftOut(findings);

function leftOut(findings: Findings): readonly Diagnostic[] {
  const left = allFindings(findings).filter((d) => d.span).length - MOST_RESULTS;
  return left > 0 ? [report('report-cut', undefined, { format: 'sarif', most: MOST_RESULTS, left })] : [];
}

const WEIGHT = { error: 0, warning: 1, info: 2 } as const;

/** The gravest, in the order in which they were found. What is about the run and no file is no result but a notification. */
function chosen(findings: Findings): {
  readonly located: readonly Finding[];
  readonly homeless: readonly Finding[];
} {
  const all = allFindings(findings);
  const located = all.filter((d) => d.span);
  const weight = (d: Finding): number => (d.suppressed === undefined ? WEIGHT[d.severity] : 3);
  const kept = new Set(
    located.length <= MOST_RESULTS
      ? located
      : located.toSorted((a, b) => weight(a) - weight(b)).slice(0, MOST_RESULTS),
  );
  return { located: located.filter((d) => kept.has(d)), homeless: all.filter((d) => !d.span) };
}

/** Figures have no place of their own in the format. */
function properties({ suites }: Findings, voice: Voice): { readonly properties?: object } {
  const figures = suites.flatMap(({ name, figures: own = [] }) =>
    own.map(({ label, ...figure }) => ({ suite: name, label: voice.say(label), ...figure })),
  );
  return figures.length > 0 ? { properties: { figures } } : {};
}
