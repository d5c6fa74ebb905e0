import type { DefinitionDecl, Model, NormDecl, TExpr } from './model.ts';
import { subexpressions } from './walk.ts';

/** Everything a norm says in expressions: when, what, except, until when. */
export function expressionsOf(norm: NormDecl): readonly TExpr[] {
  return [
    norm.when,
    norm.who,
    norm.requirement,
    norm.deadline,
    norm.maintain?.from,
    norm.maintain?.to,
    ...norm.unless.map((u) => u.when),
    norm.from,
    norm.until,
  ].filter((e) => e !== undefined);
}

export function expressionsOfDefinition(definition: DefinitionDecl): readonly TExpr[] {
  return [
    ...definition.rows.flatMap((row) => [row.when, row.value]),
    ...(definition.otherwise ? [definition.otherwise] : []),
  ];
}

/** The definition or table that an expression names, here or in the matter it points to. */
export function definitionNamed(e: TExpr): string | undefined {
  return e.op === 'def' ? e.name : e.op === 'follow' && e.def ? e.fact : undefined;
}

/** Every expression below these, and below the definitions they use, each definition once. */
export function reachedFrom(model: Model, roots: readonly TExpr[]): readonly TExpr[] {
  const seen = new Set<string>();
  const found: TExpr[] = [];
  const visit = (roots: readonly TExpr[]): void => {
    for (const e of roots.flatMap((root) => [...subexpressions(root)])) {
      found.push(e);
      const name = definitionNamed(e);
      if (name === undefined || seen.has(name)) continue;
      seen.add(name);
      const definition = model.definitions[name];
      if (definition) visit(expressionsOfDefinition(definition));
    }
  };
  visit(roots);
  return found;
}
