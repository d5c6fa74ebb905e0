import { escapeMarkup } from '../text/escape.ts';
import { type Findings, isFailure } from './findings.ts';
import type { SourceTable } from './source-table.ts';
import type { Voice } from './voice.ts';

/** JUnit XML as CI servers read it: a suite for each rulebook, a test case for each file, example or case. */
export function junitXml(findings: Findings, sources: SourceTable, voice: Voice): string {
  const all = findings.suites.flatMap((s) => s.checked);
  const lines = findings.suites.flatMap(({ name, checked }) => [
    `  <testsuite ${attributes({ name, tests: checked.length, failures: checked.filter(isFailure).length, errors: 0, skipped: 0 })}>`,
    ...checked.flatMap((one) => {
      const head = attributes({ name: one.name, classname: one.file.replaceAll('.', '_'), file: one.file });
      const failures = one.diagnostics.filter((d) => d.severity === 'error');
      if (failures.length === 0) return [`    <testcase ${head}/>`];
      return [
        `    <testcase ${head}>`,
        ...failures.map((d) => {
          const place = d.span ? `${sources.place(d.span)}: ` : '';
          const hint = d.hint ? `\n${voice.say(d.hint)}` : '';
          const text = `${place}${d.id} ${voice.say(d.message)}${hint}`;
          const message = attributes({ message: voice.say(d.message), type: d.code });
          return `      <failure ${message}>${escapeMarkup(text)}</failure>`;
        }),
        '    </testcase>',
      ];
    }),
    '  </testsuite>',
  ]);
  const totals = attributes({ tests: all.length, failures: all.filter(isFailure).length, errors: 0 });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${totals}>\n${lines.map((l) => `${l}\n`).join('')}</testsuites>\n`;
}

const attributes = (given: Readonly<Record<string, string | number>>): string =>
  Object.entries(given)
    .map(([name, value]) => `${name}="${escapeMarkup(String(value)).replace(/[\t\n\r]/g, ' ')}"`)
    .join(' ');
