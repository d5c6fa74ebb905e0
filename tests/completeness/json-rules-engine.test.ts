import fc from 'fast-check';
import { Engine } from 'json-rules-engine';
import { beforeAll, expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { exportData } from '../../src/engine/json-rules-engine/export-data.ts';
import { operatorTable, runner } from '../../src/engine/json-rules-engine/module/index.ts';
import { plainCase } from '../../src/engine/json-rules-engine/plain-case.ts';
import type { Case } from '../../src/facts/case.ts';
import { caseFromExample } from '../../src/facts/case-from-example.ts';
import { operands } from '../../src/plan/operands.ts';
import type { NodeId, Plan } from '../../src/plan/plan.ts';
import { planFromModel } from '../../src/plan/plan-from-model.ts';
import type { AggregateOp, VerdictWord } from '../../src/syntax/ast.ts';
import { PLAN_OPERATIONS } from '../support/plan-operations.ts';
import { casesFor } from '../support/random-cases.ts';
import { caseOf, rulebook } from '../support/random-rulebook.ts';
import { everyRulebook } from '../support/rulebooks.ts';

const AGGREGATES: Readonly<Record<AggregateOp, true>> = {
  count: true,
  any: true,
  all: true,
  sum: true,
  earliest: true,
  latest: true,
  max: true,
  min: true,
};
const VERDICTS: Readonly<Record<VerdictWord, true>> = {
  'not-applicable': true,
  exempt: true,
  compliant: true,
  violated: true,
  deviation: true,
  pending: true,
  conflict: true,
  undetermined: true,
};
const LINKS = ['same', 'from-exception', 'from-base'];

const called = new Set<string>();
const ops = new Set<string>();
const aggregates = new Set<string>();
const links = new Set<string>();
const verdicts = new Set<string>();

/** The stock engine, telling which of its operators are called. */
class Watched extends Engine {
  override addOperator(name: unknown, operator?: unknown): void {
    const evaluate = operator as (left: unknown, right: unknown) => boolean;
    super.addOperator(String(name), (left: unknown, right: unknown) => {
      called.add(String(name));
      return evaluate(left, right);
    });
  }
}

/** What a norm of the plan is made of, down to the leaves. */
function collect(plan: Plan, roots: readonly NodeId[]): void {
  const seen = new Set<NodeId>();
  const queue = [...roots];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = plan.nodes[id];
    if (!node || seen.has(id)) continue;
    seen.add(id);
    ops.add(node.op);
    queue.push(...operands(node));
    if (node.op === 'aggregate') aggregates.add(node.fn);
    if (node.op !== 'table') continue;
    const definition = plan.definitions[node.definition];
    queue.push(...(definition?.rows.flatMap((r) => [r.when, r.value]) ?? []));
    if (definition?.otherwise !== undefined) queue.push(definition.otherwise);
  }
}

/** Examples of the rulebooks, random cases of each, and random rulebooks; always the same ones. */
function* everything(): Iterable<readonly [Plan, readonly Case[]]> {
  for (const { model, plan } of everyRulebook()) {
    const examples = model.examples.map((e) => ({
      ...caseFromExample(e, model),
      asOf: e.asOf ?? e.actDate ?? 0,
    }));
    const random = Object.keys(model.kinds).length > 0 ? fc.sample(casesFor(model, plan), SAMPLE) : [];
    yield [plan, [...examples, ...random]];
  }
  for (const model of fc.sample(rulebook, SAMPLE))
    yield [planFromModel(model), fc.sample(caseOf(false), SAMPLE)];
}
const SAMPLE = { numRuns: 20, seed: 7 };

beforeAll(async () => {
  for (const [plan, cases] of everything()) {
    const run = runner(exportData(plan, chinaCalendar()));
    const norms = new Map(plan.norms.map((n) => [n.name, n]));
    const decided = new Set<string>();
    for (const kase of cases)
      for (const { norm, verdict } of await run(Watched, plainCase(kase, kase.asOf ?? 0))) {
        decided.add(norm);
        verdicts.add(verdict);
      }
    for (const name of decided) {
      const norm = norms.get(name);
      if (!norm) continue;
      collect(plan, [norm.applies, norm.requires]);
      for (const { source } of norm.exceptions)
        if (source.kind === 'norm') links.add(source.link);
        else collect(plan, [source.when]);
    }
  }
});

test('every plan node is executed', () => {
  expect([...ops].sort()).toEqual([...PLAN_OPERATIONS].sort());
});
test('every aggregate, exception link and verdict is met', () => {
  expect([...aggregates].sort()).toEqual(Object.keys(AGGREGATES).sort());
  expect([...links].sort()).toEqual([...LINKS].sort());
  expect([...verdicts].sort()).toEqual(Object.keys(VERDICTS).sort());
});
test('every operator is called, with live atoms or without', () => {
  const base = (names: Iterable<string>) => new Set([...names].map((n) => n.replace('.live', '')));
  expect([...base(called)].sort()).toEqual([...base(operatorTable(0).keys())].sort());
});
