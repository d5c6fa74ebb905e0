import { reachGraph } from '../analyse/reach.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import type { ExampleDecl, Model } from '../check/model.ts';
import { engineFromPlan } from '../engine/compiled/engine-from-plan.ts';
import { exampleDiagnostics } from '../evaluate/example-verdict.ts';
import type { Case } from '../facts/case.ts';
import { caseFromExample } from '../facts/case-from-example.ts';
import type { Plan } from '../plan/plan.ts';
import { planFromModel } from '../plan/plan-from-model.ts';
import { scenarioDiagnostics } from '../verify/scenario.ts';
import { type Mutant, mutantsOf } from './mutations.ts';

/** killed: an example or a scenario fails; equivalent: the plan is the same, or no norm reads what is changed, so no case could tell; survived: neither. */
export interface MutantResult {
  readonly mutant: Mutant;
  readonly outcome: 'killed' | 'equivalent' | 'survived';
  /** The example or scenario that failed. */
  readonly by?: string;
}
export interface MutationReport {
  readonly results: readonly MutantResult[];
  readonly killed: number;
  readonly equivalent: number;
  readonly survived: number;
}

/**
 * Lays the examples (and, where they pass, the scenarios) against every mutant. Only what can reach the changed rule is
 * lowered and run; the order of mutants is that of the files.
 */
export function runMutants(model: Model, scenarios: readonly Case[], calendar: WorkCalendar): MutationReport {
  const graph = reachGraph(model);
  const cases = new Map(model.examples.map((e) => [e, caseFromExample(e, model)]));
  const originals = new Map<string, string>();
  const results = mutantsOf(model).map((mutant): MutantResult => {
    const affected = graph.affected(mutant.owner);
    if (affected.size === 0) return { mutant, outcome: 'equivalent' };
    const examples = examplesOf(model.examples, affected, mutant);
    const asked = new Set([...affected, ...examples.flatMap((e) => e.norms)]);
    const part = graph.part(asked);
    const plan = planFromModel(mutant.apply(part));
    const engine = engineFromPlan(plan, 'bytecode');
    for (const example of examples) {
      const kase = cases.get(example) as Case;
      const result = engine.evaluate(kase, { asOf: example.asOf ?? example.actDate ?? 0, calendar });
      if (exampleDiagnostics(example, kase, result).length > 0)
        return { mutant, outcome: 'killed', by: example.name };
    }
    const key = [...asked].sort().join('\n');
    const original = originals.get(key) ?? shape(planFromModel(part));
    originals.set(key, original);
    if (shape(plan) === original) return { mutant, outcome: 'equivalent' };
    const by = failingScenario(mutant.apply(model), scenarios, calendar);
    return by === undefined ? { mutant, outcome: 'survived' } : { mutant, outcome: 'killed', by };
  });
  const count = (outcome: MutantResult['outcome']): number =>
    results.filter((r) => r.outcome === outcome).length;
  return { results, killed: count('killed'), equivalent: count('equivalent'), survived: count('survived') };
}

/** Examples of the changed norm first: they are the likeliest to tell. */
function examplesOf(
  all: readonly ExampleDecl[],
  affected: ReadonlySet<string>,
  { owner }: Mutant,
): readonly ExampleDecl[] {
  const reached = all.filter((e) => e.norms.some((n) => affected.has(n)));
  const own = (e: ExampleDecl): number => (owner.kind === 'norm' && e.norms.includes(owner.name) ? 0 : 1);
  return [...reached].sort((a, b) => own(a) - own(b));
}

function failingScenario(
  model: Model,
  scenarios: readonly Case[],
  calendar: WorkCalendar,
): string | undefined {
  const expecting = scenarios.filter((kase) => (kase.expected ?? []).length > 0);
  if (expecting.length === 0) return undefined;
  const plan = planFromModel(model);
  const engine = engineFromPlan(plan, 'bytecode');
  return expecting.find((kase) => {
    const result = engine.evaluate(kase, { asOf: kase.asOf ?? kase.actDate ?? 0, calendar });
    return scenarioDiagnostics(kase, result, plan).length > 0;
  })?.title;
}

/** What evaluation reads of a plan. */
const shape = ({ nodes, norms, definitions }: Plan): string =>
  JSON.stringify([
    nodes,
    norms.map((n) => [n.name, n.applies, n.requires, n.exceptions.map((e) => e.source)]),
    Object.values(definitions).map((d) => [
      d.name,
      d.rows.map((r) => [r.when, r.value, r.exception]),
      d.otherwise,
    ]),
  ]);
