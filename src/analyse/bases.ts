import type { ExampleDecl, Model } from '../check/model.ts';
import type { CaseResult, NormResult } from '../evaluate/verdict.ts';
import type { Case } from '../facts/case.ts';
import { caseFromExample } from '../facts/case-from-example.ts';
import type { Plan } from '../plan/plan.ts';
import type { ReadFact } from './norm-facts.ts';
import type { RuleOwner } from './reach.ts';

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

/** Norms in the order in which an example may speak for them: the owner itself first, then by name. */
export const ownerFirst = (norms: ReadonlySet<string>, owner: RuleOwner): readonly string[] =>
  [...norms].sort((a, b) => Number(b === owner.name) - Number(a === owner.name) || (a < b ? -1 : 1));

/** The matter in which an example for the norm would be judged: the first to which the norm has an answer. */
export function judgedFirst(kase: Case, result: CaseResult, norm: string): NormResult | undefined {
  const own = result.norms.filter((n) => n.norm === norm);
  return kase.matters.map((m) => own.find((n) => n.matter === m.id)).find((n) => n !== undefined);
}
