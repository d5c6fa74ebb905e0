import type { Block, Name } from '../syntax/ast.ts';

/** Every name that a block gives to something, aliases included. */
export function declaredNames(block: Block): readonly Name[] {
  switch (block.kind) {
    case 'chapter':
    case 'book':
      return [];
    case 'example':
      return [block.name];
    case 'alias':
      return [block.canonical];
    case 'units':
      return block.units;
    case 'enum':
      return [block.name, ...block.members.flatMap((m) => [m.name, ...m.aliases])];
    case 'matter':
    case 'record':
      return [block.name, ...block.fields.flatMap((f) => [f.name, ...f.aliases])];
    case 'reading':
      return [block.name, ...block.options.map((o) => o.name)];
    default:
      return [block.name];
  }
}
