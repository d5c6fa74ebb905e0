import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { ROOT } from './run-cli.ts';

export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
export interface Place {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string; readonly index: number };
    readonly region: Region;
  };
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string; readonly kind: string }[];
  readonly message?: { readonly text: string };
}
export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [Place];
  readonly relatedLocations?: readonly Place[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
  readonly fixes?: readonly {
    readonly description: { readonly text: string };
    readonly artifactChanges: readonly {
      readonly artifactLocation: { readonly uri: string };
      readonly replacements: readonly {
        readonly deletedRegion: Region;
        readonly insertedContent: { readonly text: string };
      }[];
    }[];
  }[];
}
export interface SarifRun {
  readonly tool: {
    readonly driver: { readonly rules: readonly { readonly id: string; readonly name: string }[] };
  };
  readonly invocations: readonly [
    {
      readonly exitCode: number;
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly {
        readonly level: string;
        readonly message: { text: string };
      }[];
    },
  ];
  readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
  readonly results: readonly SarifResult[];
  readonly columnKind: string;
  readonly properties?: { readonly figures: readonly object[] };
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const valid = ajv.compile(
  JSON.parse(readFileSync(join(ROOT, 'tests/support/sarif-schema-2.1.0.json'), 'utf8')),
);

/** What the schema of SARIF 2.1.0 finds wrong, and what it cannot say: that each index points to what it names. */
export function sarifFaults(text: string): readonly string[] {
  const log = JSON.parse(text);
  const faults = valid(log) ? [] : (valid.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
  const run: SarifRun = log.runs[0];
  const dangling = run.results.flatMap((r) => {
    const places = [...r.locations, ...(r.relatedLocations ?? [])];
    return [
      ...(run.tool.driver.rules[r.ruleIndex]?.id === r.ruleId ? [] : [`rule ${r.ruleId}`]),
      ...places.flatMap(({ physicalLocation: { artifactLocation: at, region } }) => [
        ...(run.artifacts[at.index]?.location.uri === at.uri ? [] : [`artifact ${at.uri}`]),
        ...(before(region) ? [] : [`region ${JSON.stringify(region)}`]),
      ]),
    ];
  });
  return [...faults, ...dangling];
}

const before = ({ startLine, startColumn, endLine, endColumn }: Region): boolean =>
  startLine < endLine || (startLine === endLine && startColumn <= endColumn);

export const sarifRun = (text: string): SarifRun => JSON.parse(text).runs[0];

/** A region of a text as a consumer finds it: lines end at CRLF, LF or CR. */
export function offsetsOf(text: string, { startLine, startColumn, endLine, endColumn }: Region) {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((m) => m.index + m[0].length)];
  const offset = (line: number, column: number) => (starts[line - 1] ?? Number.NaN) + column - 1;
  return { start: offset(startLine, startColumn), end: offset(endLine, endColumn) };
}

/** The text with the fixes of the results put in, as an editor would: from the last place to the first, each once. */
export function withFixes(text: string, uri: string, results: readonly SarifResult[]): string {
  const edits = results
    .flatMap((r) => (r.fixes ?? []).flatMap((f) => f.artifactChanges))
    .filter((change) => change.artifactLocation.uri === uri)
    .flatMap((change) => change.replacements)
    .map((r) => ({ ...offsetsOf(text, r.deletedRegion), text: r.insertedContent.text }));
  const once = [...new Map(edits.map((e) => [JSON.stringify(e), e])).values()];
  return once
    .sort((a, b) => b.start - a.start)
    .reduce((rest, e) => rest.slice(0, e.start) + e.text + rest.slice(e.end), text);
}
