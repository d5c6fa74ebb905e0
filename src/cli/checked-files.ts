import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Checked } from '../report/findings.ts';
import type { LoadedRulebook } from './rulebook.ts';

/** Each rule file with what was found in it; what has its place elsewhere stands with the rulebook as a whole. */
export function checkedFiles(book: LoadedRulebook, found: readonly Diagnostic[]): readonly Checked[] {
  const names = new Set(book.files.map((f) => f.name));
  const elsewhere = found.filter((d) => !(d.span && names.has(d.span.file)));
  return [
    { name: book.label, file: book.label, diagnostics: elsewhere },
    ...book.files.map(({ name }) => ({
      name,
      file: name,
      diagnostics: found.filter((d) => d.span?.file === name),
    })),
  ];
}
