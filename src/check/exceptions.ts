import type { Bilingual } from '../diagnostics/diagnostic.ts';
import type { Name } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';
import { nameKey } from './canonical-name.ts';
import { clausesOf } from './clause-rules.ts';
import { type BlockOf, bilingual, type Context, complain, keyOf, related } from './context.ts';
import { type Edge, findCycles, hops } from './cycles.ts';
import type { ExceptionLink, NormDecl } from './model.ts';
import { markFact } from './names.ts';
import { didYouMean } from './suggest.ts';

/** 例外於: each link names the other norm and how the matters of the two are connected. */
export function linksOf(block: BlockOf<'norm'>, norm: NormDecl, ctx: Context): readonly ExceptionLink[] {
  const links: ExceptionLink[] = [];
  for (const clause of clausesOf(block.clauses, 'exceptionTo')) {
    for (const name of clause.norms) {
      const base = normNamed(name, ctx);
      const link = base && linkTo(base, norm, name, clause.via, ctx);
      if (link) links.push(link);
    }
  }
  return links;
}

/** A norm by name; a follow-up duty is `NAME／隨後`. */
export function normNamed(name: Name, ctx: Context): NormDecl | undefined {
  const key = keyOf(ctx, name);
  const norm =
    ctx.norms.get(key) ??
    [...ctx.norms.values()].find(
      (n) => n.follows !== undefined && nameKey(n.name, ctx.aliases) === nameKey(name.text, ctx.aliases),
    );
  if (norm) return norm;
  const hint = didYouMean(name.text, ctx.norms.keys());
  return complain(ctx, 'unknown-norm', name.span, { name: name.text }, { hint });
}

function linkTo(
  base: NormDecl,
  norm: NormDecl,
  name: Name,
  via: readonly Name[],
  ctx: Context,
): ExceptionLink | undefined {
  const span = name.span;
  if (norm.kinds.length === 0 || base.kinds.length === 0) return undefined; // reported where they are missing
  if (via.length === 0) {
    if (meet(ctx, norm.kinds, base.kinds)) return { norm: base.name, span, link: 'same', path: [] };
    const hint = pathHint(norm.kinds, base.kinds, ctx) ?? pathHint(base.kinds, norm.kinds, ctx);
    return complain(ctx, 'exception-no-path', span, { exception: norm.name, base: name.text }, { hint });
  }
  const there = walk(norm.kinds, via, ctx);
  if (there && meet(ctx, there.kinds, base.kinds)) {
    return { norm: base.name, span, link: 'from-exception', path: there.path };
  }
  const back = walk(base.kinds, via, ctx);
  if (back && meet(ctx, back.kinds, norm.kinds))
    return { norm: base.name, span, link: 'from-base', path: back.path };
  const [first, last = first] = [via[0], via.at(-1)];
  const whole: Span = first && last ? { file: span.file, start: first.span.start, end: last.span.end } : span;
  const path = via.map((step) => step.text).join(' 之 ');
  return complain(ctx, 'exception-path', whole, { path, target: name.text });
}

/** A single reference that would connect the two matters. */
function pathHint(from: readonly string[], to: readonly string[], ctx: Context): Bilingual | undefined {
  for (const kind of from) {
    for (const fact of Object.values(ctx.kinds.get(kind)?.decl.facts ?? {})) {
      if (fact.type.t !== 'ref' || !meet(ctx, [fact.type.kind], to)) continue;
      return { zh: `加上「經 ${fact.name}」。`, en: `Add \`via ${fact.name}\`.` };
    }
  }
  return undefined;
}

function meet(ctx: Context, a: readonly string[], b: readonly string[]): boolean {
  return a.some((x) => b.some((y) => related(ctx, x, y)));
}

/** Follows references from any matter of the kinds; `undefined` where a step is no reference. */
function walk(
  kinds: readonly string[],
  via: readonly Name[],
  ctx: Context,
): { readonly kinds: readonly string[]; readonly path: readonly string[] } | undefined {
  let at = kinds;
  const path: string[] = [];
  for (const step of via) {
    const facts = at.map((kind) => ctx.kinds.get(kind)?.lookup.get(keyOf(ctx, step)));
    const targets: string[] = [];
    for (const fact of facts) {
      if (fact?.type.t !== 'ref') return undefined;
      markFact(ctx, fact);
      targets.push(fact.type.kind);
    }
    const [first] = facts;
    if (!first) return undefined;
    path.push(first.name);
    at = [...new Set(targets)];
  }
  return { kinds: at, path };
}

/** Exceptions of exceptions must end somewhere. */
export function checkExceptionCycles(ctx: Context): void {
  const edges = (name: string): readonly Edge[] =>
    (ctx.norms.get(name)?.exceptionTo ?? []).map((link) => ({ from: name, to: link.norm, span: link.span }));
  for (const cycle of findCycles(ctx.norms.keys(), edges)) {
    const [first] = cycle;
    if (!first) continue;
    const extra = { related: hops(cycle, bilingual('例外於', 'is an exception to')) };
    complain(ctx, 'exception-cycle', first.span, { name: first.from }, extra);
  }
}
