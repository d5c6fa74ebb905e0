import type { Constant, TExpr } from '../../check/model.ts';
import { expressionsOf, expressionsOfDefinition } from '../../check/norm-expressions.ts';
import { subexpressions } from '../../check/walk.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { Span } from '../../text/span.ts';
import type { LintContext } from '../context.ts';

const TIMES = 3;

/**
 * The same limit of the same fact, written as a number in three places: when the article changes, one is forgotten. A 定義 or a 參數
 * gives it one name and one place.
 */
export function limitRepeated({ model }: LintContext): readonly Diagnostic[] {
  const owners = [
    ...Object.values(model.norms).map((n) => ({ name: n.name, roots: expressionsOf(n) })),
    ...Object.values(model.definitions).map((d) => ({ name: d.name, roots: expressionsOfDefinition(d) })),
  ];
  const limits = new Map<string, { readonly fact: string; readonly places: Map<string, Span> }>();
  for (const { name, roots } of owners)
    for (const e of roots.flatMap((root) => [...subexpressions(root)])) {
      const limit = limitOf(e);
      if (!limit) continue;
      const known = limits.get(limit.key) ?? { fact: limit.fact, places: new Map() };
      limits.set(limit.key, known);
      if (!known.places.has(name)) known.places.set(name, limit.span);
    }
  return [...limits.values()].flatMap(({ fact, places }) => {
    const [first, ...others] = [...places].toSorted(([, a], [, b]) =>
      a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1,
    );
    if (!first || places.size < TIMES) return [];
    const related = others.map(([name, span]) => ({
      span,
      message: { zh: `「${name}」也寫了`, en: `"${name}" writes it as well` },
    }));
    return [report('limit-repeated', first[1], { fact, times: places.size }, { related })];
  });
}

/** `fact ≤ 5 年` and the like; zero and one are no limits that anybody changes. */
function limitOf(e: TExpr): { readonly key: string; readonly fact: string; readonly span: Span } | undefined {
  if (e.op !== 'cmp' || e.rel === 'eq' || e.rel === 'ne') return undefined;
  const [fact, limit] = e.left.op === 'fact' ? [e.left, e.right] : [e.right, e.left];
  if (fact.op !== 'fact' || limit.op !== 'const') return undefined;
  const value: Constant = limit.value;
  if ((value.t !== 'number' && value.t !== 'duration') || value.v <= 1) return undefined;
  return { key: `${fact.kind} ${fact.fact} ${value.v} ${value.unit}`, fact: fact.fact, span: limit.span };
}
