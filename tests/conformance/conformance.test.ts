import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { compile, validateExamples } from '../../src/pipeline.ts';
import { lineStarts, positionAt } from '../../src/text/span.ts';

/**
 * One folder a construct. `good/*.norm` (and `.norm.md`) must be free of errors and every example in it must hold. `bad/*.norm` must
 * give exactly the diagnostics in the `.txt` beside it: code, place, and the words at that place.
 * `UPDATE=1 npx vitest run tests/conformance` records the `.txt` files anew; read the difference before you commit.
 */
const here = dirname(fileURLToPath(import.meta.url));
const calendar = chinaCalendar();

function diagnose(name: string, text: string): readonly Diagnostic[] {
  const compiled = compile([{ name, text }]);
  const { model, plan } = compiled.value;
  return [...compiled.diagnostics, ...(plan ? validateExamples(model, plan, calendar) : [])];
}

function show(d: Diagnostic, text: string): string {
  const span = d.span;
  const place = span ? positionAt(lineStarts(text), span.start) : { line: 0, column: 0 };
  const words = span ? text.slice(span.start, span.end).replaceAll(/\r?\n/g, '⏎') : '';
  const related = d.related.map(
    (r) => `\n    ${text.slice(r.span.start, r.span.end).split('\n')[0]}: ${r.message.zh}`,
  );
  const hint = d.hint ? `\n    → ${d.hint.zh}` : '';
  return `${place.line}:${place.column} ${d.severity} ${d.code} [${words}] ${d.message.zh}${hint}${related.join('')}`;
}

const normFiles = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((f) => /\.norm(\.md)?$/.test(f))
        .sort()
    : [];

for (const construct of readdirSync(here)
  .filter((n) => !n.includes('.'))
  .sort()) {
  describe(construct, () => {
    const good = normFiles(join(here, construct, 'good'));
    const bad = normFiles(join(here, construct, 'bad'));
    test('has fixtures', () => expect(good.length).toBeGreaterThan(0));
    test.each(good)('good: %s', (file) => {
      const text = readFileSync(join(here, construct, 'good', file), 'utf8');
      const errors = diagnose(file, text).filter((d) => d.severity === 'error');
      expect(errors.map((d) => show(d, text))).toEqual([]);
    });
    test.each(bad)('bad: %s', (file) => {
      const path = join(here, construct, 'bad', file);
      const text = readFileSync(path, 'utf8');
      const actual = diagnose(file, text);
      const shown = `${actual.map((d) => show(d, text)).join('\n')}\n`;
      const expected = path.replace(/norm(\.md)?$/, 'txt');
      if (process.env.UPDATE) writeFileSync(expected, shown);
      expect(actual.some((d) => d.severity === 'error')).toBe(true);
      expect(shown).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '(no record)');
    });
  });
}
