import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { Expr } from '../../syntax/ast.ts';
import type { LintContext } from '../context.ts';
import { expressionsIn } from '../written-expressions.ts';

/**
 * 不得 不為, 非 非, 非 … 不屬於: the reader has to turn it over twice, and one slip turns the law into its opposite. Said plainly it is
 * 應當 為, or nothing. 不得 … 未發生 is left: whether something happened is asked either way.
 */
export function doubleNegation({ parsed, words }: LintContext): readonly Diagnostic[] {
  const blocks = parsed.flatMap((file) => file.blocks);
  return blocks.flatMap((block) => {
    const clauses = 'clauses' in block ? block.clauses : [];
    const forbidden = clauses.flatMap((c) =>
      c.kind === 'shallNot' && negates(c.expr)
        ? [report('double-negation', c.span, { found: words(c.span), zh: '「應當」', en: '`shall`' })]
        : [],
    );
    const denied = expressionsIn(block).flatMap((e) => {
      if (e.kind !== 'not' || !negates(e.operand)) return [];
      const inner = e.operand.kind === 'not' ? words(e.operand.operand.span) : undefined;
      const better = balanced(words(e.span)) ? inner : undefined;
      const title = { zh: `改為「${better}」`, en: `Change to "${better}"` };
      const fix =
        better === undefined
          ? undefined
          : { title, edits: [{ span: e.span, text: better }], sameMeaning: true as const };
      const params = { found: words(e.span), zh: '肯定的說法', en: 'the plain form' };
      return [report('double-negation', e.span, params, { fix })];
    });
    return [...forbidden, ...denied];
  });
}

/** A bracket at the end belongs to no expression: without it there is nothing to put in place. */
const balanced = (text: string): boolean =>
  (text.match(/[(（]/g) ?? []).length === (text.match(/[)）]/g) ?? []).length;

function negates(e: Expr): boolean {
  switch (e.kind) {
    case 'not':
      return true;
    case 'compare':
      return e.relation === 'ne';
    case 'member':
    case 'isEmpty':
      return e.negated;
    default:
      return false;
  }
}
