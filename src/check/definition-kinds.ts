import type { Clause, Expr } from '../syntax/ast.ts';
import { type Context, complain, type DefinitionBlock, keyOf } from './context.ts';
import { type Edge, inOrder } from './cycles.ts';
import { bareNames } from './walk.ts';

/**
 * The kinds of matter each definition speaks about: those of its 適用, else all kinds that have every fact it reads
 * (directly or through other definitions); none if it reads no fact. Definitions go before those that use them.
 */
export function resolveDefinitionKinds(ctx: Context): void {
  const uses = (name: string): readonly Edge[] => {
    const signature = ctx.signatures.get(name);
    const names = signature ? expressionsOf(signature.block).flatMap(([e, m]) => [...bareNames(e, m)]) : [];
    return names
      .map(({ name: used }) => ({ from: name, to: keyOf(ctx, used.text), span: used.span }))
      .filter((edge) => ctx.signatures.has(edge.to));
  };
  const order = inOrder(ctx.signatures.keys(), uses);
  // Twice: inside a cycle (an error reported elsewhere) the first round finds a use before its kinds are known.
  for (const round of ['try', 'report'] as const) {
    for (const name of order) {
      const signature = ctx.signatures.get(name);
      if (!signature) continue;
      const kinds =
        declaredKinds(ctx, signature.block) ?? inferredKinds(ctx, signature.block, round === 'report');
      signature.kinds = kinds ?? [];
      signature.clash = kinds === undefined;
    }
  }
}

/** Kinds of a definition; none while it is unknown, as inside a cycle, which is reported elsewhere. */
export function definitionKinds(ctx: Context, name: string): readonly string[] {
  return ctx.signatures.get(name)?.kinds ?? [];
}

function declaredKinds(ctx: Context, block: DefinitionBlock): readonly string[] | undefined {
  const clause = block.clauses.find((c) => c.kind === 'appliesTo');
  return clause?.kinds.map((kind) => keyOf(ctx, kind)).filter((kind) => ctx.kinds.has(kind));
}

function inferredKinds(ctx: Context, block: DefinitionBlock, report: boolean): readonly string[] | undefined {
  let kinds: string[] | undefined;
  const facts: string[] = [];
  const meet = (name: string, others: readonly string[]) => {
    facts.push(name);
    kinds = kinds ? kinds.filter((kind) => others.includes(kind)) : [...others];
  };
  const seen = new Set<string>();
  for (const { name, member, inWhere } of expressionsOf(block).flatMap(([e, m]) => [...bareNames(e, m)])) {
    const key = keyOf(ctx, name.text);
    if (seen.has(`${key} ${member || inWhere}`)) continue;
    seen.add(`${key} ${member || inWhere}`);
    if (inWhere && [...ctx.records.values()].some((r) => r.lookup.has(key))) continue;
    if (member && [...ctx.domains.values()].some((d) => d.members.has(key))) continue;
    const having = [...ctx.kinds].filter(([, entry]) => entry.lookup.has(key)).map(([kind]) => kind);
    if (ctx.signatures.has(key)) {
      const others = definitionKinds(ctx, key);
      if (others.length > 0) meet(name.text, others);
    } else if (having.length > 0 && !ctx.parameters.has(key) && !ctx.readings.has(key)) {
      meet(name.text, having);
    }
  }
  if (kinds?.length !== 0) return kinds ?? [];
  if (!report) return undefined;
  return complain(ctx, 'no-common-kind', block.name.span, { name: block.name.text, facts: facts.join('、') });
}

/** All expressions of a definition or table; true where constants usually stand. */
function expressionsOf(block: DefinitionBlock): (readonly [Expr, boolean])[] {
  const out: (readonly [Expr, boolean])[] = block.clauses.flatMap(clauseExpressions);
  if (block.kind === 'definition') return out;
  for (const column of block.columns) out.push([column.expr, false]);
  for (const row of block.rows) {
    for (const cell of row.cells) {
      if (cell.kind === 'valuesCell') out.push(...cell.values.map((v) => [v, true] as const));
      if (cell.kind === 'compareCell') out.push([cell.value, true]);
    }
    out.push([row.value, true]);
  }
  return out;
}

function clauseExpressions(clause: Clause): (readonly [Expr, boolean])[] {
  switch (clause.kind) {
    case 'when':
    case 'exceptWhen':
      return [
        [clause.condition, false],
        [clause.value, true],
      ];
    case 'otherwise':
    case 'is':
      return [[clause.value, true]];
    default:
      return [];
  }
}
