import { operands } from '../../plan/operands.ts';
import type { NodeId, Plan, PlanDefinition, PlanNode, PlanNorm } from '../../plan/plan.ts';
import { invariant } from '../../text/invariant.ts';
import type { RegisterClass } from './program.ts';

/** What lowering asks of the plan again and again, each worked out once a node. */
export interface Analysis {
  readonly plan: Plan;
  at(id: NodeId): PlanNode;
  definition(name: string): PlanDefinition;
  norm(name: string): PlanNorm;
  /** The kind of register the node's value lives in. */
  classOf(id: NodeId): RegisterClass;
  /** May the value be 未發生? */
  mayBeNotYet(id: NodeId): boolean;
  /** Does it matter how atoms about events that may still happen are taken? */
  dependsOnLive(id: NodeId): boolean;
  /** Does it read the record under the innermost aggregate? */
  readsRecord(id: NodeId): boolean;
  /** How many times values must have passed between matters before the node can be worked out. */
  stageOf(id: NodeId): number;
  /** Is the fact (or other input) compared with so many constants that tables by code would be large? */
  isCrowded(id: NodeId): boolean;
  stageOfFiring(norm: PlanNorm): number;
  stageOfApplicability(norm: PlanNorm): number;
  stageOfExceptions(norm: PlanNorm): number;
}

export function analyse(plan: Plan): Analysis {
  const norms = new Map(plan.norms.map((n) => [n.name, n]));
  const at = (id: NodeId): PlanNode => {
    const node = plan.nodes[id];
    invariant(node, `plan node ${id}`);
    return node;
  };
  const definition = (name: string): PlanDefinition => {
    const found = plan.definitions[name];
    invariant(found, `definition ${name}`);
    return found;
  };
  const norm = (name: string): PlanNorm => {
    const found = norms.get(name);
    invariant(found, `norm ${name}`);
    return found;
  };
  /** Where the value of a definition may come from. */
  const sources = (name: string): readonly NodeId[] => {
    const { rows, otherwise } = definition(name);
    return [...rows.map((r) => r.value), ...(otherwise === undefined ? [] : [otherwise])];
  };

  const classOf: (id: NodeId) => RegisterClass = memo((id) => {
    const node = at(id);
    switch (node.type.t) {
      case 'bool':
        return 'B';
      case 'duration':
        return 'D';
      case 'set':
      case 'list':
        return 'O';
      case 'number':
        break;
      default:
        return 'N';
    }
    if (node.op === 'aggregate') return node.fn === 'count' ? 'C' : 'N';
    if (node.op === 'follow') return classOf(node.target);
    if (node.op !== 'table') return 'N';
    const { otherwise } = definition(node.definition);
    return otherwise !== undefined && classOf(otherwise) === 'C' ? 'C' : 'N';
  });

  const mayBeNotYet: (id: NodeId) => boolean = memo((id) => {
    const node = at(id);
    if (node.type.t === 'event') return true;
    if (node.op === 'shift') return mayBeNotYet(node.base);
    if (node.op === 'follow') return mayBeNotYet(node.target);
    return node.op === 'table' && sources(node.definition).some(mayBeNotYet);
  });

  const dependsOnLive: (id: NodeId) => boolean = memo((id) => {
    const node = at(id);
    switch (node.op) {
      case 'occurred':
        return true;
      case 'reached':
        return true;
      case 'cmp':
        if (mayBeNotYet(node.left) || mayBeNotYet(node.right)) return true;
        break;
      case 'table':
        return sources(node.definition).some(dependsOnLive);
      default:
        break;
    }
    return operands(node).some(dependsOnLive);
  });

  const readsRecord: (id: NodeId) => boolean = memo((id) => {
    const node = at(id);
    if (node.op === 'item') return true;
    if (node.op === 'aggregate') return readsRecord(node.list);
    if (node.op === 'follow') return readsRecord(node.ref);
    return operands(node).some(readsRecord);
  });

  const stageOf: (id: NodeId) => number = memo((id) => {
    const node = at(id);
    if (node.op === 'follow') return Math.max(stageOf(node.ref), stageOf(node.target) + 1);
    if (node.op !== 'table') return most(operands(node).map(stageOf));
    const { rows, otherwise } = definition(node.definition);
    return most([
      ...rows.flatMap((r) => [stageOf(r.when), stageOf(r.value)]),
      ...(otherwise === undefined ? [] : [stageOf(otherwise)]),
    ]);
  });

  const stageOfApplicability: (name: string) => number = memo((name) => {
    const { applies, follows } = norm(name);
    return Math.max(stageOf(applies), follows === undefined ? 0 : stageOfFiring(follows));
  });
  const stageOfExceptions: (name: string) => number = memo((name) =>
    most(
      norm(name).exceptions.map(({ source }) => {
        if (source.kind === 'unless') return stageOf(source.when);
        const fires = stageOfFiring(source.norm);
        return source.link === 'same' ? fires : Math.max(fires, ...source.path.map(stageOf)) + 1;
      }),
    ),
  );
  const stageOfFiring: (name: string) => number = memo((name) =>
    Math.max(stageOfApplicability(name), stageOfExceptions(name), stageOf(norm(name).requires)),
  );

  let constants: ReadonlyMap<string, number> | undefined;
  const isCrowded: (id: NodeId) => boolean = memo((id) => {
    constants ??= constantsByInput(plan);
    return (constants.get(inputKey(at(id))) ?? 0) > CROWDED;
  });

  return {
    plan,
    isCrowded,
    at,
    definition,
    norm,
    classOf,
    mayBeNotYet,
    dependsOnLive,
    readsRecord,
    stageOf,
    stageOfFiring: (n) => stageOfFiring(n.name),
    stageOfApplicability: (n) => stageOfApplicability(n.name),
    stageOfExceptions: (n) => stageOfExceptions(n.name),
  };
}

/** Beyond this a table of truth values by code costs more than the comparison itself. */
const CROWDED = 256;

const inputKey = (node: PlanNode): string =>
  node.op === 'fact'
    ? `fact ${node.fact}`
    : node.op === 'item'
      ? `item ${node.field}`
      : node.op === 'param' || node.op === 'reading'
        ? `${node.op} ${node.name}`
        : node.op;

/** How many different constants each input is compared with, over the whole plan. */
function constantsByInput(plan: Plan): Map<string, number> {
  const seen = new Map<string, Set<NodeId>>();
  for (const node of plan.nodes) {
    if (node.op !== 'cmp') continue;
    const [l, r] = [plan.nodes[node.left], plan.nodes[node.right]];
    const [input, constant] = l?.op === 'const' ? [r, node.left] : [l, node.right];
    if (!input || plan.nodes[constant]?.op !== 'const') continue;
    const key = inputKey(input);
    const set = seen.get(key) ?? new Set();
    set.add(constant);
    seen.set(key, set);
  }
  return new Map([...seen].map(([key, set]) => [key, set.size]));
}

const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0);

function memo<K, T>(work: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    const old = known.get(key);
    if (old !== undefined) return old;
    const value = work(key);
    known.set(key, value);
    return value;
  };
}
