import type { Block } from '../syntax/ast.ts';
import { blockCites } from './cites.ts';
import { clauseOf } from './clause-rules.ts';
import { type Context, complain, keyOf } from './context.ts';
import type { QuotationDecl } from './model.ts';

/** A norm and a declaration without 依據 are told so already. */
const MUST_CITE: ReadonlySet<Block['kind']> = new Set(['norm', 'declaratory']);

/** Every 引文 with what its block cites; the words themselves are compared where the official text is (`source/`). */
export function quotationsOf(blocks: readonly Block[], ctx: Context): readonly QuotationDecl[] {
  const silent: Context = { ...ctx, diagnostics: [] };
  return blocks.flatMap((block) => {
    if (!('clauses' in block)) return [];
    const quotation = clauseOf(block.clauses, 'quotation');
    if (!quotation) return [];
    const { text, span } = quotation.text;
    if (!clauseOf(block.clauses, 'cite') && !MUST_CITE.has(block.kind)) {
      complain(ctx, 'quotation-without-citation', quotation.span, { name: block.name.text });
    }
    return [{ name: keyOf(ctx, block.name), span, text, cites: blockCites(block.clauses, silent) }];
  });
}
