import { operands } from '../../plan/operands.ts';
import type { NodeId, Plan, PlanNorm } from '../../plan/plan.ts';
import { invariant } from '../../text/invariant.ts';
import { type Formula, lowering, nodeOf, topCondition } from './conditions.ts';
import {
  exceptionSlot,
  isCondition,
  type Program,
  type ProgramNode,
  type ProgramNorm,
  type Slot,
  type StockRule,
  slotOf,
} from './format.ts';
import { conditionsByKind, type Dependency, ranks } from './needs.ts';
import { nodesWithTraits } from './traits.ts';
import { type NormSlots, verdictRules } from './verdict-rules.ts';

/**
 * Plan → rules of the stock engine, and the program of what the operator module works out. A condition that others use
 * is found out by two rules, one a rail, before those that use it: priorities order the work and nothing else;
 * exceptions are formulas.
 */
export function lowerPlan(plan: Plan): { readonly rules: readonly StockRule[]; readonly program: Program } {
  const nodes = nodesWithTraits(plan);
  const low = lowering(nodes);
  const norms = plan.norms.map(programNorm);
  const byName = new Map(norms.map((n) => [n.name, n]));
  const formulas = new Map<Slot, Formula>();
  const dependencies = new Map<Slot, readonly Dependency[]>();
  const railsOf = new Map<Slot, Pick<StockRule, 'name' | 'conditions' | 'event'>[]>();
  const queue: (() => void)[] = [];

  const askNode = (id: NodeId, live: boolean): Slot => {
    const node = nodeOf(nodes, id);
    const slot = slotOf(node, id, live);
    if (dependencies.has(slot)) return slot;
    dependencies.set(slot, []);
    const at = live && node.live === true;
    queue.push(() => {
      if (isCondition(node)) expand(slot, { node: id, live: at });
      else dependencies.set(slot, computedDependencies(plan, nodes, id, at, askNode));
    });
    return slot;
  };
  const askFormula = (slot: Slot, formula: () => Formula): Slot => {
    if (dependencies.has(slot)) return slot;
    dependencies.set(slot, []);
    queue.push(() => expand(slot, formula()));
    return slot;
  };
  const expand = (slot: Slot, formula: Formula): void => {
    formulas.set(slot, formula);
    const asked = new Set<Slot>();
    const rails = [true, false].map((value) => ({
      name: `${slot} ${value}`,
      conditions: topCondition(low, formula, value, (f) =>
        asked.add('slot' in f ? f.slot : askNode(f.node, f.live)),
      ),
      event: { type: 'known', params: { fact: slot, value } } as const,
    }));
    railsOf.set(slot, rails);
    dependencies.set(
      slot,
      [...asked].map((s) => ({ slot: s })),
    );
  };

  const normNamed = (name: string): ProgramNorm => {
    const norm = byName.get(name);
    invariant(norm, `norm ${name}`);
    return norm;
  };
  const appliesSlot = (norm: ProgramNorm): Slot => {
    const { follows } = norm;
    if (follows === undefined) return askNode(norm.applies, false);
    return askFormula(`A:${norm.name}`, () => ({
      op: 'all',
      parts: [{ node: norm.applies, live: false }, { slot: firesSlot(normNamed(follows)) }],
    }));
  };
  const exceptedSlot = (norm: ProgramNorm): Slot | undefined => {
    if (norm.exceptions.length === 0) return undefined;
    return askFormula(`E:${norm.name}`, () => ({
      op: 'any',
      parts: norm.exceptions.map((e, i) =>
        'unless' in e ? { node: e.unless, live: false } : { slot: askException(norm.name, i) },
      ),
    }));
  };
  const askException = (name: string, index: number): Slot => {
    const slot = exceptionSlot(name, index);
    if (dependencies.has(slot)) return slot;
    dependencies.set(slot, []);
    queue.push(() => {
      const exception = normNamed(name).exceptions[index];
      invariant(exception && 'norm' in exception, slot);
      const source = normNamed(exception.norm);
      const kinds = kindsOf(plan, source.kinds);
      dependencies.set(slot, [
        ...exception.path.map((id) => ({ slot: askNode(id, false), kinds: Object.keys(plan.lineage) })),
        { slot: firesSlot(source), kinds },
      ]);
    });
    return slot;
  };
  /** X fires = A(X) ∧ ¬E(X), for permissions also R(X). */
  const firesSlot = (norm: ProgramNorm): Slot =>
    askFormula(`F:${norm.name}`, () => {
      const excepted = exceptedSlot(norm);
      const used = norm.modality === 'may' || norm.modality === 'only-may';
      return {
        op: 'all',
        parts: [
          { slot: appliesSlot(norm) },
          ...(excepted === undefined ? [] : [{ not: { slot: excepted } }]),
          ...(used ? [{ node: norm.requires, live: false }] : []),
        ],
      };
    });

  const slots = new Map<string, NormSlots>();
  for (const norm of norms) {
    const excepted = exceptedSlot(norm);
    slots.set(norm.name, {
      applies: appliesSlot(norm),
      ...(excepted === undefined ? {} : { excepted }),
      requires: askNode(norm.requires, false),
      requiresLive: askNode(norm.requires, true),
    });
  }
  for (let next = queue.pop(); next; next = queue.pop()) next();

  const rank = ranks(dependencies, (slot) => formulas.has(slot));
  const verdictRank = 1 + [...rank.values()].reduce((a, b) => Math.max(a, b), 0);
  const rules = [
    ...[...railsOf].flatMap(([slot, rails]) =>
      rails.map((r) => ({ ...r, priority: verdictRank - (rank.get(slot) ?? 0) + 1 })),
    ),
    ...norms.flatMap((norm) => {
      const own = slots.get(norm.name);
      invariant(own, `slots of ${norm.name}`);
      return verdictRules(norm, own).map((r) => ({ ...r, priority: 1 }));
    }),
  ];
  const starts = (kind: string) =>
    norms
      .filter((n) => kindsOf(plan, n.kinds).includes(kind))
      .flatMap((n) => Object.values(slots.get(n.name) ?? {}));
  return {
    rules: rules.sort((a, b) => b.priority - a.priority || (a.name < b.name ? -1 : 1)),
    program: {
      nodes,
      definitions: programDefinitions(plan),
      norms,
      kinds: conditionsByKind(plan, dependencies, starts, (slot) => formulas.has(slot)),
    },
  };
}

/** Kinds of matter that a norm for `kinds` reaches: they and their descendants. */
export function kindsOf(plan: Plan, kinds: readonly string[]): string[] {
  return Object.keys(plan.lineage).filter((k) => kinds.some((wanted) => plan.lineage[k]?.includes(wanted)));
}

/** The facts that a computed fact reads, those in the matter that a reference leads to with the kinds it may have. */
function computedDependencies(
  plan: Plan,
  nodes: readonly ProgramNode[],
  id: NodeId,
  live: boolean,
  ask: (id: NodeId, live: boolean) => Slot,
): readonly Dependency[] {
  const found: Dependency[] = [];
  const here = (operand: NodeId, l = live) => found.push({ slot: ask(operand, l) });
  // conditions on records are worked out record by record: only what they read of the matter is a fact
  const inRecord: NodeId[] = [];
  const visit = (operand: NodeId) =>
    nodeOf(nodes, operand).item ? void inRecord.push(operand) : void here(operand);
  const one = (at: NodeId): void => {
    const node = nodeOf(nodes, at);
    if (node.op === 'follow') {
      visit(node.ref);
      const { type } = nodeOf(nodes, node.ref);
      found.push({ slot: ask(node.target, live), kinds: type.t === 'ref' ? kindsOf(plan, [type.kind]) : [] });
    } else if (node.op === 'table') {
      const definition = plan.definitions[node.definition];
      invariant(definition, `definition ${node.definition}`);
      for (const row of definition.rows) {
        here(row.when, false);
        here(row.value);
      }
      if (definition.otherwise !== undefined) here(definition.otherwise);
    } else for (const operand of operands(node)) visit(operand);
  };
  one(id);
  const seen = new Set<NodeId>();
  for (let at = inRecord.pop(); at !== undefined; at = inRecord.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    one(at);
  }
  return found;
}

function programNorm(norm: PlanNorm): ProgramNorm {
  return {
    name: norm.name,
    kinds: norm.kinds,
    modality: norm.modality,
    strength: norm.strength,
    applies: norm.applies,
    requires: norm.requires,
    ...(norm.follows === undefined ? {} : { follows: norm.follows }),
    exceptions: norm.exceptions.map(({ source }) =>
      source.kind === 'unless'
        ? { unless: source.when }
        : { norm: source.norm, link: source.link, path: source.path },
    ),
  };
}

function programDefinitions(plan: Plan): Program['definitions'] {
  return Object.fromEntries(
    Object.entries(plan.definitions).map(([name, d]) => [
      name,
      {
        policy: d.policy,
        rows: d.rows.map(({ id, when, value, exception }) => ({
          id,
          when,
          value,
          ...(exception ? { exception: true as const } : {}),
        })),
        ...(d.otherwise === undefined ? {} : { otherwise: d.otherwise }),
      },
    ]),
  );
}
