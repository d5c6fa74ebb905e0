import { expressionsOf, expressionsOfDefinition, reachedFrom } from '../../check/norm-expressions.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';

/**
 * Whatever a clerk is asked for can matter. A fact that only definitions read which no norm uses changes no verdict,
 * whatever is filled in. (What nothing reads at all the checker says itself: unused-fact.)
 */
export function factNeverRead({ model }: LintContext): readonly Diagnostic[] {
  const norms = Object.values(model.norms);
  const paths = norms.flatMap((n) => n.exceptionTo.flatMap((link) => link.path));
  const read = factsIn(reachedFrom(model, norms.flatMap(expressionsOf)));
  const readSomewhere = factsIn(
    reachedFrom(model, Object.values(model.definitions).flatMap(expressionsOfDefinition)),
  );
  return Object.values(model.kinds).flatMap((kind) =>
    Object.values(kind.facts).flatMap((fact) => {
      const key = `${fact.kind} ${fact.name}`;
      if (fact.kind !== kind.name || read.has(key) || paths.includes(fact.name)) return [];
      if (!readSomewhere.has(key)) return [];
      return [report('fact-never-read', fact.span, { name: fact.name })];
    }),
  );
}

function factsIn(expressions: ReturnType<typeof reachedFrom>): ReadonlySet<string> {
  return new Set(
    expressions.flatMap((e) =>
      e.op === 'fact' || (e.op === 'follow' && !e.def) ? [`${e.kind} ${e.fact}`] : [],
    ),
  );
}
