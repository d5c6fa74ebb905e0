import type { WorkCalendar } from '../calendar/calendar.ts';
import type { DefinitionDecl, ExampleDecl, Model, NormDecl, TExpr } from '../check/model.ts';
import { walkExpr } from '../check/texpr-children.ts';
import { engineFromPlan } from '../engine/compiled/engine-from-plan.ts';
import { exampleDiagnostics } from '../evaluate/example-verdict.ts';
import type { Case } from '../facts/case.ts';
import { caseFromExample } from '../facts/case-from-example.ts';
import type { Plan } from '../plan/plan.ts';
import { planFromModel } from '../plan/plan-from-model.ts';
import { scenarioDiagnostics } from '../verify/scenario.ts';
import { groupOf, type Mutant, mutantsOf } from './mutations.ts';

/** killed: an example or a scenario fails; equivalent: the plan is the same, so no case could tell; survived: neither. */
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
    const affected = graph.affected(mutant);
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

interface ReachGraph {
  /** Norms whose verdict may change with the mutant. */
  readonly affected: (mutant: Mutant) => ReadonlySet<string>;
  /** The model with only these norms and what they rest on. */
  readonly part: (norms: ReadonlySet<string>) => Model;
}

function reachGraph(model: Model): ReachGraph {
  const norms = Object.values(model.norms);
  const definitionsOf = new Map<string, ReadonlySet<string>>();
  for (const norm of norms) definitionsOf.set(norm.name, reachedBy(model, normExpressions(norm)));
  const followers = new Map<string, string[]>();
  const defeaters = new Map<string, string[]>();
  for (const norm of norms) {
    if (norm.follows !== undefined) push(followers, norm.follows, norm.name);
    for (const { norm: base } of norm.exceptionTo) push(defeaters, base, norm.name);
  }
  const groupUsers = new Map<string, string[]>();
  for (const norm of norms) {
    const reached = [...(definitionsOf.get(norm.name) ?? [])].flatMap((d) => {
      const definition = model.definitions[d];
      return definition ? definitionExpressions(definition) : [];
    });
    for (const group of groupsIn(model, [...normExpressions(norm), ...reached]))
      push(groupUsers, group, norm.name);
  }
  const force = model.book ? reachedBy(model, [model.book.from, model.book.until]) : new Set<string>();
  return {
    affected: ({ owner }) => {
      const start =
        owner.kind === 'norm'
          ? [owner.name]
          : owner.kind === 'group'
            ? (groupUsers.get(owner.name) ?? [])
            : norms
                .filter((n) => definitionsOf.get(n.name)?.has(owner.name) || force.has(owner.name))
                .map((n) => n.name);
      return spread(start, (name) => [
        ...(model.norms[name]?.exceptionTo.map((x) => x.norm) ?? []),
        ...(followers.get(name) ?? []),
      ]);
    },
    part: (asked) => {
      const names = spread(asked, (name) => {
        const follows = model.norms[name]?.follows;
        return [...(defeaters.get(name) ?? []), ...(follows === undefined ? [] : [follows])];
      });
      const definitions = new Set([
        ...force,
        ...[...names].flatMap((n) => [...(definitionsOf.get(n) ?? [])]),
      ]);
      return {
        ...model,
        norms: pick(model.norms, names),
        definitions: pick(model.definitions, definitions),
      };
    },
  };
}

function groupsIn(model: Model, expressions: readonly (TExpr | undefined)[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const expr of expressions)
    if (expr)
      walkExpr(expr, (node) => {
        const group = groupOf(model, node);
        if (group !== undefined) found.add(group);
      });
  return found;
}

function spread(start: Iterable<string>, next: (name: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(start);
  for (const name of found) for (const other of next(name)) found.add(other);
  return found;
}

const pick = <T>(table: Readonly<Record<string, T>>, names: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(table).filter(([name]) => names.has(name)));

function push(table: Map<string, string[]>, key: string, value: string): void {
  table.set(key, [...(table.get(key) ?? []), value]);
}

const normExpressions = (n: NormDecl): readonly (TExpr | undefined)[] => [
  n.when,
  n.requirement,
  n.who,
  n.deadline,
  n.maintain?.from,
  n.maintain?.to,
  n.from,
  n.until,
  ...n.unless.map((u) => u.when),
];
const definitionExpressions = (d: DefinitionDecl): readonly (TExpr | undefined)[] => [
  ...d.rows.flatMap((r) => [r.when, r.value]),
  d.otherwise,
];

/** Names of the definitions that expressions rest on, however far. */
function reachedBy(model: Model, expressions: readonly (TExpr | undefined)[]): ReadonlySet<string> {
  const names = (exprs: readonly (TExpr | undefined)[]): readonly string[] => {
    const found: string[] = [];
    for (const expr of exprs)
      if (expr)
        walkExpr(expr, (node) => {
          if (node.op === 'def') found.push(node.name);
          if (node.op === 'follow' && node.def) found.push(node.fact);
        });
    return found;
  };
  return spread(names(expressions), (name) => {
    const definition = model.definitions[name];
    return definition ? names(definitionExpressions(definition)) : [];
  });
}
