import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import { blocksOf, type LintContext } from '../context.ts';

/**
 * 別名 makes one name of two words. Where the other word stands nowhere, in no name, gist, note, citation of words or official
 * text, there is nothing to make one of; asked where the official text is at hand. Aliases of facts and members are for those who fill in cases, and are left alone.
 */
export function aliasNeverUsed({ parsed, lexed, source, words }: LintContext): readonly Diagnostic[] {
  const blocks = blocksOf(parsed, 'alias');
  if (!source) return [];
  const images = [...lexed()].flatMap(([file, { tokens }]) =>
    tokens.map((t) => ({ file, start: t.startOffset, image: t.image })),
  );
  const official = source.articles
    .flatMap((a) => a.paragraphs)
    .flatMap((p) => [...p.sentences, ...p.items.flatMap((i) => i.sentences)])
    .map((s) => s.text);
  return blocks.flatMap((block) => {
    const word = words(block.name.span);
    const inside = (file: string, start: number) =>
      file === block.span.file && block.span.start <= start && start < block.span.end;
    const used =
      images.some((i) => !inside(i.file, i.start) && i.image.includes(word)) ||
      official.some((text) => text.includes(word));
    return used ? [] : [report('alias-never-used', block.span, { name: word })];
  });
}
