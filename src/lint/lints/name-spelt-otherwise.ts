import { AnyName, Name } from '../../../grammar/tokens.ts';
import { nameKey } from '../../check/canonical-name.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import { blocksOf, type LintContext } from '../context.ts';
import { declaredNames } from '../declared-names.ts';

/**
 * One name is spelt in one way: as it is declared. 繁 and 简, full and half width are the same to the rulebook, but not to
 * a search, nor to the eye of a reviewer. Aliases are names of their own and may be used.
 */
export function nameSpeltOtherwise({ parsed, lexed }: LintContext): readonly Diagnostic[] {
  const spellings = new Map<string, Set<string>>();
  for (const name of parsed.flatMap((file) => file.blocks.flatMap(declaredNames))) {
    const known = spellings.get(nameKey(name.text)) ?? new Set();
    spellings.set(nameKey(name.text), known.add(name.text));
  }
  // the other word of 別名 is another word, even where both fold to one
  const others = new Set(blocksOf(parsed, 'alias').map(({ name }) => `${name.span.file}:${name.span.start}`));
  return [...lexed()].flatMap(([file, { tokens }]) =>
    tokens.flatMap((t) => {
      const named = t.tokenType === Name || (t.tokenType.CATEGORIES ?? []).includes(AnyName);
      const declared = named ? spellings.get(nameKey(t.image)) : undefined;
      const [better] = declared ?? [];
      // several spellings are declared: of different things, or of one thing at several places
      if (better === undefined || declared?.has(t.image) || declared?.size !== 1) return [];
      if (others.has(`${file}:${t.startOffset}`)) return [];
      const span = { file, start: t.startOffset, end: t.startOffset + t.image.length };
      const title = { zh: `改為「${better}」`, en: `Change to "${better}"` };
      const fix = { title, edits: [{ span, text: better }], sameMeaning: true as const };
      return [report('name-spelt-otherwise', span, { found: t.image, better }, { fix })];
    }),
  );
}
