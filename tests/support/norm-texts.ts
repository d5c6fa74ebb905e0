import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseNorm } from '../../src/syntax/parse.ts';
import type { SourceFile } from '../../src/text/span.ts';
import { ROOT } from './run-cli.ts';

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((e) => {
    const path = join(folder, e.name);
    return e.isDirectory() ? filesIn(path) : /\.norm(\.md)?$/.test(e.name) ? [path] : [];
  });
}

const referenceExamples = (): readonly SourceFile[] =>
  [...readFileSync(join(ROOT, 'grammar/README.md'), 'utf8').matchAll(/^```norm[^\n]*\n(.*?)^```/gms)].map(
    (match, i) => ({ name: `reference-${i + 1}.norm`, text: match[1] ?? '' }),
  );

/** Every rule text of this repository that parses: the rulebooks, the conformance fixtures, the reference. */
export function normTexts(): readonly SourceFile[] {
  const files = ['rules', 'tests/conformance', 'tests/support']
    .flatMap((folder) => filesIn(join(ROOT, folder)))
    .sort()
    .map((path) => ({ name: relative(ROOT, path), text: readFileSync(path, 'utf8') }));
  return [...files, ...referenceExamples()].filter(
    (file) => !parseNorm(file).diagnostics.some((d) => d.severity === 'error'),
  );
}
