import type { IToken } from 'chevrotain';
import { Newline, Semicolon } from '../../grammar/tokens.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { Heading, Literate } from './literate.ts';

/** Each fence is read on its own: no block goes on from one into the next. A plain `.norm` file is one part. */
export function partsOf(
  tokens: readonly IToken[],
  literate: Literate | undefined,
): readonly { readonly tokens: readonly IToken[]; readonly headings: readonly Heading[] }[] {
  if (!literate) return [{ tokens, headings: [] }];
  let from = 0;
  return literate.fences.map(({ end, headings }) => {
    let to = from;
    for (let t = tokens[to]; t && t.startOffset < end; t = tokens[to]) to++;
    const part = { tokens: tokens.slice(from, to), headings };
    from = to;
    return part;
  });
}

/** What is wrong with the document around the rules. `tokens` are those of its fences. */
export function literateDiagnostics(
  file: string,
  literate: Literate,
  tokens: readonly IToken[],
): Diagnostic[] {
  const diagnostics = [
    ...literate.unclosed.map((span) => report('literate-unclosed-fence', span, {})),
    ...literate.quoted.map((span) => report('literate-quoted-fence', span, {})),
  ];
  const says = tokens.some((t) => t.tokenType !== Newline && t.tokenType !== Semicolon);
  if (says || diagnostics.length > 0) return diagnostics;
  return [report('literate-no-rules', { file, start: 0, end: 0 }, {})];
}
