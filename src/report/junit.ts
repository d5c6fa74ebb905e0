import { escapeMarkup } from '../text/escape.ts';
import { furtherLines } from './finding-words.ts';
import { type Checked, type Finding, type Findings, isFailure, type Suite } from './findings.ts';
import type { SourceTable } from './source-table.ts';
import type { Voice } from './voice.ts';

/**
 * JUnit XML as CI servers read it: a suite for each rulebook or file of cases, a test case for each file, example, case or
 * measure. It has failed where it has an error; what weighs less is its output.
 */
export function junitXml(findings: Findings, sources: SourceTable, voice: Voice): string {
  const all = findings.suites.flatMap((s) => s.checked);
  const totals = attributes({ tests: all.length, failures: all.filter(isFailure).length, errors: 0 });
  const suites = findings.suites.flatMap((s) => suiteLines(s, sources, voice));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${totals}>\n${suites.map((l) => `${l}\n`).join('')}</testsuites>\n`;
}

function suiteLines(
  { name, checked, figures = [] }: Suite,
  sources: SourceTable,
  voice: Voice,
): readonly string[] {
  const failures = checked.filter(isFailure).length;
  return [
    `  <testsuite ${attributes({ name, tests: checked.length, failures, errors: 0, skipped: 0 })}>`,
    ...(figures.length === 0
      ? []
      : [
          '    <properties>',
          ...figures.map((f) => {
            const value = `${f.percent}% (${f.covered}/${f.all})`;
            return `      <property ${attributes({ name: voice.say(f.label), value })}/>`;
          }),
          '    </properties>',
        ]),
    ...checked.flatMap((one) => caseLines(one, sources, voice)),
    '  </testsuite>',
  ];
}

function caseLines(one: Checked, sources: SourceTable, voice: Voice): readonly string[] {
  const head = attributes({ name: one.name, classname: one.file.replaceAll('.', '_') });
  const standing = one.diagnostics.filter((d) => d.suppressed === undefined);
  const failures = standing.filter((d) => d.severity === 'error');
  const others = standing.filter((d) => d.severity !== 'error');
  if (standing.length === 0) return [`    <testcase ${head}/>`];
  return [
    `    <testcase ${head}>`,
    ...failures.map((d) => {
      const message = attributes({ message: voice.say(d.message), type: d.code });
      return `      <failure ${message}>${escapeMarkup(textOf(d, sources, voice))}</failure>`;
    }),
    ...(others.length === 0
      ? []
      : [
          `      <system-out>${escapeMarkup(others.map((d) => textOf(d, sources, voice)).join('\n'))}</system-out>`,
        ]),
    '    </testcase>',
  ];
}

function textOf(d: Finding, sources: SourceTable, voice: Voice): string {
  const place = d.span ? `${sources.place(d.span)}: ` : '';
  return [`${place}${d.id} ${voice.say(d.message)}`, ...furtherLines(d, sources, voice)].join('\n');
}

const attributes = (given: Readonly<Record<string, string | number>>): string =>
  Object.entries(given)
    .map(([name, value]) => `${name}="${escapeMarkup(String(value)).replace(/[\t\n\r]/g, ' ')}"`)
    .join(' ');
