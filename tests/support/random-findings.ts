import fc from 'fast-check';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import type { DiagnosticCode } from '../../src/diagnostics/diagnostic.ts';
import type { About, Finding, Findings } from '../../src/report/findings.ts';
import { makeSourceTable } from '../../src/report/source-table.ts';
import type { SourceFile } from '../../src/text/span.ts';

/** Everything that some format gives a meaning to, and what no format may hold. */
const NASTY = [
  ...[
    '|',
    '`',
    '``',
    '*',
    '_',
    '#',
    '~',
    '<script>',
    '</td>',
    '<!--',
    ']]>',
    '&amp;',
    '&',
    '"',
    "'",
    '\\',
    '@all',
  ],
  ...[
    '::',
    '%0A',
    '%25',
    '%',
    ',',
    '=',
    ':',
    ';',
    '##[',
    '{0}',
    '[a](b)',
    '![a](b)',
    'https://a.b',
    'www.a.b',
  ],
  ...[
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\u0000',
    '\u0008',
    '\u001b[31m',
    '\u007f',
    '\u2028',
    '\ud800',
    '\udfff',
    '\ufffe',
  ],
  ...['規則', '「', '」', '𠮷', 'é', '　', '- ', '1. ', '+ ', '=== ', '| --- |'],
];
export const nastyText = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...NASTY) }, fc.string({ maxLength: 4 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

/** Names of files as a system allows them. */
const fileName = nastyText
  .map((text) => text.replace(/[\0/\ud800-\udfff]/gu, ''))
  .filter((text) => text.trim() !== '' && text !== '.' && text !== '..')
  .map((text) => `規則/${text}.norm`);
const sourceText = fc.array(nastyText, { maxLength: 6 }).map((lines) => lines.join('\n'));

export interface RandomReport {
  readonly files: readonly SourceFile[];
  readonly findings: Findings;
}

const CODE_NAMES = Object.keys(CODES) as readonly DiagnosticCode[];

export const randomReport: fc.Arbitrary<RandomReport> = fc
  .uniqueArray(fc.record({ name: fileName, text: sourceText }), {
    minLength: 1,
    maxLength: 3,
    selector: (f) => f.name,
  })
  .chain((files) => {
    const span = fc
      .constantFrom(...files)
      .chain(({ name, text }) =>
        fc
          .tuple(fc.nat(text.length), fc.nat(text.length))
          .map(([a, b]) => ({ file: name, start: Math.min(a, b), end: Math.max(a, b) })),
      );
    const bilingual = fc.record({ zh: nastyText, en: nastyText });
    const finding: fc.Arbitrary<Finding> = fc.record(
      {
        code: fc.constantFrom(...CODE_NAMES),
        id: fc.constant(''),
        severity: fc.constantFrom('error', 'warning', 'info'),
        message: bilingual,
        span,
        related: fc.array(fc.record({ span, message: bilingual }), { maxLength: 2 }),
        hint: bilingual,
        fix: fc.record({
          title: bilingual,
          edits: fc.array(fc.record({ span, text: nastyText }), { maxLength: 2 }),
        }),
        cites: fc.array(
          fc.record({ citation: fc.constant({ article: 47, paragraph: 2, sentence: 1 }), span }),
          {
            maxLength: 2,
          },
        ),
        suppressed: nastyText,
      },
      { requiredKeys: ['code', 'id', 'severity', 'message', 'related'] },
    );
    const checked = fc.record({
      name: nastyText,
      file: fc.constantFrom(...files.map((f) => f.name)),
      diagnostics: fc.array(
        finding.map((d) => ({ ...d, id: CODES[d.code].id })),
        { maxLength: 4 },
      ),
    });
    const suite = fc.record(
      { name: nastyText, checked: fc.array(checked, { maxLength: 3 }), file: fc.constant(files[0]?.name) },
      { requiredKeys: ['name', 'checked'] },
    );
    return fc.record({
      files: fc.constant(files),
      findings: fc.record({ suites: fc.array(suite, { maxLength: 3 }) }),
    });
  });

export const sourcesOf = ({ files }: Pick<RandomReport, 'files'>) => makeSourceTable(files);

export const ABOUT: About = {
  command: 'validate',
  version: '1.2.3',
  exitCode: 1,
  folder: '/卷/project',
  relative: (file) => file,
};
