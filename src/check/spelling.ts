import type { Block, Name } from '../syntax/ast.ts';
import { nameKey } from './canonical-name.ts';
import type { Context } from './context.ts';

/** Remembers how each declared name is spelt. Of several spellings the first by code unit wins, whatever the order of files. */
export function learnSpellings(blocks: readonly Block[], ctx: Context): void {
  const written = blocks.flatMap(declaredNames).map((name) => name.text.normalize('NFC'));
  for (const text of written.sort()) {
    const key = nameKey(text, ctx.aliases);
    if (!ctx.spelling.has(key)) ctx.spelling.set(key, halfWidth(text));
  }
}

function halfWidth(text: string): string {
  return text.replace(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g, (c) =>
    String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  );
}

function declaredNames(block: Block): readonly Name[] {
  switch (block.kind) {
    case 'chapter':
    case 'alias':
    case 'example':
    case 'book':
      return [];
    case 'units':
      return block.units;
    case 'enum':
      return [block.name, ...block.members.map((m) => m.name)];
    case 'matter':
    case 'record':
      return [block.name, ...block.fields.map((f) => f.name)];
    case 'reading':
      return [block.name, ...block.options.map((o) => o.name)];
    default:
      return [block.name];
  }
}
