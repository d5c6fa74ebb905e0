import type { ExampleDecl, Model } from '../check/model.ts';
import type { Case } from '../facts/case.ts';
import { caseFromExample } from '../facts/case-from-example.ts';
import type { Plan } from '../plan/plan.ts';
import type { ReadFact } from './norm-facts.ts';

/** Cases to start from: examples of the norm itself first, then of those it reaches, then scenarios in which one of them is met. */
export function basesFor(
  model: Model,
  affected: ReadonlySet<string>,
  owner: string,
  scenarios: readonly Case[],
): readonly Case[] {
  const rank = (e: ExampleDecl): number => (e.norms.includes(owner) ? 0 : 1);
  const examples = model.examples
    .filter((e) => e.norms.some((n) => affected.has(n)))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, BASES)
    .map((e) => caseFromExample(e, model));
  const kinds = new Set([...affected].flatMap((n) => model.norms[n]?.kinds ?? []));
  const met = scenarios.filter((kase) =>
    kase.matters.some((m) => model.kinds[m.kind]?.lineage.some((k) => kinds.has(k))),
  );
  return [...examples, ...met];
}
const BASES = 40;

/** Every fact that the rules in question read, those of the last nodes (the conditions of norms) first. */
export function factsRead(plan: Plan): readonly ReadFact[] {
  return plan.nodes.flatMap((n) => (n.op === 'fact' ? [{ kind: n.kind, fact: n.fact }] : []));
}
