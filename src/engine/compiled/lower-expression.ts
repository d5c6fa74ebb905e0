import type { Constant } from '../../check/model.ts';
import { MIRRORED_RELATION } from '../../plan/operands.ts';
import type { NodeId, PlanNode } from '../../plan/plan.ts';
import { assertNever, invariant } from '../../text/invariant.ts';
import type { Analysis } from './analysis.ts';
import { type Code, codeOf, FALSE, NOT_YET, not, TRUE, UNKNOWN } from './codes.ts';
import type { ConstantDraft, SlotDraft, TruthTable, UnitDraft, ValueId } from './draft.ts';
import { FUNCTIONS, type Operation, PERIODS, RELATIONS, UNITS } from './operations.ts';
import type { RegisterClass, Slot, SlotSource, Task } from './program.ts';
import { compareNumbers } from './routines.ts';

/** Lowering of one unit. An inner unit (a record under an aggregate) takes what does not read the record from `outer`. */
export interface UnitLowering {
  readonly a: Analysis;
  readonly d: UnitDraft;
  readonly kind: string;
  readonly texts: TextCodes;
  /** By plan node: 2 × its number, + 1 where atoms about events are taken as live. */
  readonly memo: Map<number, ValueId>;
  /** A, E and firing of norms. */
  readonly norms: Map<string, ValueId>;
  readonly inner: UnitLowering[];
  readonly outer?: UnitLowering;
  /** Values of the outer unit that the inner one reads: outer value → inner value. */
  readonly imports: Map<ValueId, ValueId>;
}
/** Codes of texts: place in the list + 1. */
export interface TextCodes {
  readonly list: string[];
  code(text: string): number;
}
type NodeOf<Op extends PlanNode['op']> = Extract<PlanNode, { op: Op }>;

export const exportKey = (id: NodeId, live: boolean): string => `${id}${live ? '+' : '-'}`;

/** The value of a plan node in this unit; `live`: atoms about events that may still happen are taken as true. */
export function lowerNode(u: UnitLowering, id: NodeId, live: boolean): ValueId {
  const { a } = u;
  const asked = live && a.dependsOnLive(id);
  const key = 2 * id + (asked ? 1 : 0);
  const old = u.memo.get(key);
  if (old !== undefined) return old;
  const value =
    u.outer && !a.readsRecord(id)
      ? imported(u, lowerNode(u.outer, id, asked))
      : lower(u, a.at(id), id, asked);
  u.memo.set(key, value);
  return value;
}

function imported(u: UnitLowering, outer: ValueId): ValueId {
  invariant(u.outer, 'an outer unit');
  const old = u.imports.get(outer);
  if (old !== undefined) return old;
  const value = u.d.values.push({ is: 'import', class: u.outer.d.classOf(outer), outer }) - 1;
  u.imports.set(outer, value);
  return value;
}

function lower(u: UnitLowering, node: PlanNode, id: NodeId, live: boolean): ValueId {
  const { d } = u;
  const go = (n: NodeId) => lowerNode(u, n, live);
  const atom = asLookup(u, node, live);
  if (atom) return addLookup(u, atom);
  switch (node.op) {
    case 'const':
      return d.constant(u.a.classOf(id), constantDraft(u, node.value));
    case 'fact':
    case 'item':
    case 'param':
    case 'reading':
    case 'actDate':
    case 'asOf':
      return d.slotValue(slotOf(u, node));
    case 'and':
    case 'or':
      return junction(u, node.op, node.args.map(go));
    case 'not':
      return d.add('not', 'B', [go(node.arg)]);
    case 'cmp':
      return comparison(u, node, go(node.left), go(node.right), live);
    case 'in':
    case 'subset':
    case 'disjoint':
      return d.add(node.op, 'B', [go(node.left), go(node.right)]);
    case 'empty':
      return d.add('empty', 'B', [go(node.arg)]);
    case 'occurred':
      return d.add('occurred', 'B', [go(node.arg)], [live ? 1 : 0]);
    case 'reached':
      return d.add('reached', 'B', [go(node.date)], [live ? 1 : 0]);
    case 'samePeriod':
      return d.add('period', 'B', [go(node.left), go(node.right)], [PERIODS.indexOf(node.period)]);
    case 'shift': {
      const how = (node.direction === 'after' ? 0 : 1) + (node.type.t === 'time' ? 2 : 0);
      return d.add('shift', 'N', [go(node.base), go(node.amount)], [how]);
    }
    case 'arith':
      return arithmetic(u, node, id, go(node.left), go(node.right));
    case 'aggregate':
      return aggregate(u, node, live);
    case 'table':
      return table(u, node, id, live);
    case 'follow':
      return follow(u, node, id, live);
    default:
      return assertNever(node);
  }
}

export function junction(u: UnitLowering, op: 'and' | 'or', args: readonly ValueId[]): ValueId {
  const { d } = u;
  const absorbing = d.constant('B', { code: op === 'and' ? FALSE : TRUE });
  const neutral = d.constant('B', { code: op === 'and' ? TRUE : FALSE });
  if (args.includes(absorbing)) return absorbing;
  const kept = [...new Set(args)].filter((v) => v !== neutral);
  const [first] = kept;
  if (first === undefined) return neutral;
  if (kept.length === 1) return first;
  return d.add(kept.length === 2 ? `${op}2` : op, 'B', kept);
}

// ---- atoms that can be read off a table by the code of one slot ---------------------------------------------------

interface Lookup {
  readonly slot: SlotDraft;
  readonly of: (slot: Slot) => TruthTable;
}

function addLookup(u: UnitLowering, lookup: Lookup): ValueId {
  lookup.slot.coded = true;
  return u.d.add('lookup', 'B', [], [], { lookup });
}

/** A condition on one scalar of the case against constants, as truth values by code; undefined for anything else. */
function asLookup(u: UnitLowering, node: PlanNode, live: boolean): Lookup | undefined {
  switch (node.op) {
    case 'fact':
    case 'item':
    case 'param':
    case 'reading':
      return node.type.t === 'bool'
        ? { slot: slotOf(u, node), of: () => truths([FALSE, UNKNOWN, UNKNOWN, TRUE]) }
        : undefined;
    case 'not': {
      const inner = asLookup(u, u.a.at(node.arg), live);
      return inner && { slot: inner.slot, of: (slot) => negatedTable(inner.of(slot)) };
    }
    case 'cmp':
      return lookupOfComparison(u, node, live);
    case 'in': {
      const left = u.a.at(node.left);
      const right = u.a.at(node.right);
      if (!isScalarSlot(left) || right.op !== 'const' || right.value.t !== 'set') return undefined;
      const members = new Set(right.value.v);
      const slot = slotOf(u, left);
      for (const m of members) slot.texts.add(m);
      return { slot, of: textTable((text) => text !== undefined && members.has(text), members.size === 0) };
    }
    case 'occurred': {
      const arg = u.a.at(node.arg);
      if (!isScalarSlot(arg)) return undefined;
      return { slot: slotOf(u, arg), of: occurredTable(live ? TRUE : FALSE) };
    }
    default:
      return undefined;
  }
}

const isScalarSlot = (
  node: PlanNode,
): node is NodeOf<'fact' | 'item' | 'param' | 'reading' | 'actDate' | 'asOf'> =>
  (node.op === 'fact' ||
    node.op === 'item' ||
    node.op === 'param' ||
    node.op === 'reading' ||
    node.op === 'actDate' ||
    node.op === 'asOf') &&
  node.type.t !== 'set' &&
  node.type.t !== 'list' &&
  node.type.t !== 'duration';

function lookupOfComparison(u: UnitLowering, node: NodeOf<'cmp'>, live: boolean): Lookup | undefined {
  const { a } = u;
  const [l, r] = [a.at(node.left), a.at(node.right)];
  if (live && (a.mayBeNotYet(node.left) || a.mayBeNotYet(node.right))) return undefined; // 查核日期 decides
  const turned =
    l.op === 'const'
      ? { slot: r, constant: l, rel: MIRRORED_RELATION[node.rel] }
      : { slot: l, constant: r, rel: node.rel };
  const { slot: at, constant, rel } = turned;
  if (!isScalarSlot(at) || constant.op !== 'const') return undefined;
  if (a.isCrowded(l.op === 'const' ? node.right : node.left)) return undefined;
  const slot = slotOf(u, at);
  const { value } = constant;
  switch (value.t) {
    case 'bool': {
      const equal = rel === 'eq' ? TRUE : FALSE;
      const t = value.v ? equal : not(equal);
      return { slot, of: () => truths([not(t), UNKNOWN, UNKNOWN, t]) };
    }
    case 'enum':
    case 'text':
    case 'ref':
      if (rel !== 'eq' && rel !== 'ne') return undefined;
      slot.texts.add(value.v);
      return { slot, of: textTable((text) => (text === value.v) === (rel === 'eq'), false) };
    case 'number':
    case 'date':
    case 'time':
    case 'event': {
      if (value.v === 'not-yet') return undefined;
      const limit = value.v;
      slot.limits.add(limit);
      return {
        slot,
        of: limitTable(RELATIONS.indexOf(rel), limit, FALSE),
      };
    }
    default:
      return undefined;
  }
}

/** By code of a text: 0 missing, 1 a text that no atom names, then the texts. In an empty set there is nothing. */
const textTable =
  (holds: (text: string | undefined) => boolean, never: boolean) =>
  ({ texts = [] }: Slot): TruthTable =>
    truths([never ? FALSE : UNKNOWN, codeOf(holds(undefined)), ...texts.map((t) => codeOf(holds(t)))]);

/** By code of a number or day: 0 missing, then below, at, between … the limits, last 未發生. */
const limitTable =
  (relation: number, limit: number, notYet: Code) =>
  ({ limits = [] }: Slot): TruthTable => {
    const at = 2 + 2 * placeOf(limits, limit);
    const last = 2 * limits.length + 2;
    return {
      key: `${last} ${relation} ${at} ${notYet}`,
      bytes: () =>
        Uint8Array.from({ length: last + 1 }, (_, code) =>
          code === 0 ? UNKNOWN : code === last ? notYet : compareNumbers(relation, code, at),
        ),
    };
  };

/** Everything known of an event is that it has happened, but for 未發生. */
const occurredTable =
  (notYet: Code) =>
  ({ limits = [] }: Slot): TruthTable =>
    truths([UNKNOWN, ...Array.from({ length: 2 * limits.length + 1 }, () => TRUE), notYet]);

function placeOf(limits: readonly number[], limit: number): number {
  let low = 0;
  let high = limits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((limits[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const truths = (codes: readonly Code[]): TruthTable => ({
  key: codes.join(''),
  bytes: () => Uint8Array.from(codes),
});
const negatedTable = ({ key, bytes }: TruthTable): TruthTable => ({
  key: `¬${key}`,
  bytes: () => bytes().map(not),
});

// ---- slots and constants --------------------------------------------------------------------------------------------

function slotOf(
  u: UnitLowering,
  node: NodeOf<'fact' | 'item' | 'param' | 'reading' | 'actDate' | 'asOf'>,
): SlotDraft {
  return u.d.slot(sourceOf(node), node.type, slotClass(node.type.t), otherwiseOf(u, node));
}

/** What stands for an input that the case does not give. */
function otherwiseOf(u: UnitLowering, node: PlanNode): Constant | undefined {
  const { plan } = u.a;
  switch (node.op) {
    case 'fact':
      return plan.facts[u.kind]?.[node.fact]?.defaultValue;
    case 'param':
      return plan.params[node.name]?.value;
    case 'reading': {
      const adopted = plan.readings[node.name]?.adopted;
      return adopted === undefined ? undefined : { t: 'enum', v: adopted, enum: node.name };
    }
    default:
      return undefined;
  }
}

function sourceOf(node: NodeOf<'fact' | 'item' | 'param' | 'reading' | 'actDate' | 'asOf'>): SlotSource {
  switch (node.op) {
    case 'fact':
      return { from: 'fact', name: node.fact };
    case 'item':
      return { from: 'item', name: node.field };
    case 'param':
    case 'reading':
      return { from: node.op, name: node.name };
    case 'actDate':
    case 'asOf':
      return { from: node.op };
    default:
      return assertNever(node);
  }
}

const slotClass = (t: Slot['type']['t']): RegisterClass =>
  t === 'bool' ? 'B' : t === 'duration' ? 'D' : t === 'set' || t === 'list' ? 'O' : 'N';

function constantDraft(u: UnitLowering, value: Constant): ConstantDraft {
  switch (value.t) {
    case 'bool':
      return { code: codeOf(value.v) };
    case 'number':
    case 'date':
    case 'time':
      return { number: value.v };
    case 'event':
      return { number: value.v === 'not-yet' ? NOT_YET : value.v };
    case 'enum':
    case 'text':
    case 'ref':
      return { number: u.texts.code(value.v) };
    case 'duration':
      return { amount: value.v, unit: UNITS.indexOf(value.unit) };
    case 'set':
      return { elements: [...new Set(value.v.map((v) => u.texts.code(v)))].sort((x, y) => x - y) };
    case 'list':
      throw new Error('a list is never written in a rule');
    default:
      return assertNever(value);
  }
}

// ---- the other operations --------------------------------------------------------------------------------------------

/** A count that is not between limits any more; a count between limits is unknown. */
const exact = (u: UnitLowering, value: ValueId): ValueId =>
  u.d.classOf(value) === 'C' ? u.d.add('exact', 'N', [value]) : value;
const wide = (u: UnitLowering, value: ValueId): ValueId =>
  u.d.classOf(value) === 'N' ? u.d.add('wide', 'C', [value]) : value;

function comparison(
  u: UnitLowering,
  node: NodeOf<'cmp'>,
  left: ValueId,
  right: ValueId,
  live: boolean,
): ValueId {
  const { d, a } = u;
  const [l, r] = [d.classOf(left), d.classOf(right)];
  const relation = RELATIONS.indexOf(node.rel);
  const unequal = node.rel === 'ne' ? 1 : 0;
  if (l === 'B' && r === 'B') return d.add('same', 'B', [left, right], [unequal]);
  if (l === 'O' && r === 'O') return d.add('sets', 'B', [left, right], [unequal]);
  if (l === 'D' && r === 'D') return d.add('duration', 'B', [left, right], [relation]);
  if (l === 'C' || r === 'C') return d.add('count', 'B', [wide(u, left), wide(u, right)], [relation]);
  invariant(l === 'N' && r === 'N', `a comparison of ${l} with ${r}`);
  if (a.mayBeNotYet(node.left) || a.mayBeNotYet(node.right))
    return d.add('day', 'B', [left, right], [relation + (live ? 8 : 0)]);
  return d.add('number', 'B', [left, right], [relation]);
}

function arithmetic(
  u: UnitLowering,
  node: NodeOf<'arith'>,
  id: NodeId,
  left: ValueId,
  right: ValueId,
): ValueId {
  const { d } = u;
  const fn = FUNCTIONS.indexOf(node.fn);
  const [l, r] = [d.classOf(left), d.classOf(right)];
  if (u.a.classOf(id) === 'D') {
    if (l === 'D' && r === 'D' && (node.fn === 'add' || node.fn === 'sub'))
      return d.add('duration-arithmetic', 'D', [left, right], [fn]);
    if (l === 'D' && r !== 'D' && node.fn === 'mul')
      return d.add('duration-times', 'D', [left, exact(u, right)]);
    return d.constant('D', { amount: Number.NaN, unit: 0 });
  }
  if (l === 'D' || r === 'D') return d.constant('N', { number: Number.NaN });
  return d.add('arithmetic', 'N', [exact(u, left), exact(u, right)], [fn]);
}

const TASK: Readonly<Record<RegisterClass, Operation>> = {
  B: 'task-B',
  N: 'task-N',
  D: 'task-D',
  C: 'task-C',
  O: 'task-O',
};

export function addTask(
  u: UnitLowering,
  cls: RegisterClass,
  args: readonly ValueId[],
  fill: (register: (value: ValueId) => number) => Task,
  stage = 0,
): ValueId {
  return u.d.add(TASK[cls], cls, [], [], { task: { args, fill }, stage });
}

function follow(u: UnitLowering, node: NodeOf<'follow'>, id: NodeId, live: boolean): ValueId {
  const ref = lowerNode(u, node.ref, live);
  const cls = u.a.classOf(id);
  const target = exportKey(node.target, live && u.a.dependsOnLive(node.target));
  return addTask(
    u,
    cls,
    [ref],
    (register) => ({ do: 'follow', ref: register(ref), class: cls, target }),
    u.a.stageOf(node.target) + 1,
  );
}

function aggregate(u: UnitLowering, node: NodeOf<'aggregate'>, live: boolean): ValueId {
  const { a } = u;
  const list = lowerNode(u, node.list, live);
  const inner = innerUnit(u);
  const where = node.where === undefined ? undefined : lowerNode(inner, node.where, live);
  const field =
    node.field === undefined || node.fn === 'count' || node.fn === 'any' || node.fn === 'all'
      ? undefined
      : inner.d.slotValue(inner.d.slot({ from: 'item', name: node.field }, { t: 'event' }, 'N'));
  const unit = u.inner.push(inner) - 1;
  const cls: RegisterClass = node.fn === 'count' ? 'C' : node.type.t === 'bool' ? 'B' : 'N';
  return addTask(
    u,
    cls,
    [list, ...inner.imports.keys()],
    (register) => ({
      do: 'aggregate',
      fn: node.fn,
      list: register(list),
      unit,
      ...(where === undefined ? {} : { where: inner.d.register(where) }),
      ...(field === undefined ? {} : { field: inner.d.register(field) }),
      event: node.type.t === 'event',
    }),
    node.where === undefined ? 0 : a.stageOf(node.where),
  );
}

function innerUnit(outer: UnitLowering): UnitLowering {
  return {
    ...outer,
    d: outer.d.fresh(),
    memo: new Map(),
    norms: new Map(),
    inner: [],
    outer,
    imports: new Map(),
  };
}

function table(u: UnitLowering, node: NodeOf<'table'>, id: NodeId, live: boolean): ValueId {
  const { a, d } = u;
  const definition = a.definition(node.definition);
  const cls = a.classOf(id);
  const row = (r: (typeof definition.rows)[number]) => {
    const value = lowerNode(u, r.value, live);
    return { when: lowerNode(u, r.when, false), value: cls === 'C' || cls === 'N' ? exact(u, value) : value };
  };
  const rows = definition.rows.filter((r) => !r.exception).map(row);
  const exceptions = definition.rows.filter((r) => r.exception).map(row);
  const raw = definition.otherwise === undefined ? undefined : lowerNode(u, definition.otherwise, live);
  const otherwise = raw === undefined || cls !== 'C' ? raw : wide(u, raw);
  const collect = definition.policy === 'collect';
  const [only] = rows;
  const always = d.constant('B', { code: TRUE });
  // «即 …»: one row without a condition is the value itself
  if (!collect && only && rows.length === 1 && exceptions.length === 0 && only.when === always)
    return cls === 'C' ? wide(u, only.value) : only.value;
  const parts = [...rows, ...exceptions].flatMap((r) => [r.when, r.value]);
  return addTask(u, cls, otherwise === undefined ? parts : [...parts, otherwise], (register) => ({
    do: 'table',
    class: cls,
    collect,
    exceptions: exceptions.map((r) => [register(r.when), register(r.value)] as const),
    rows: rows.map((r) => [register(r.when), register(r.value)] as const),
    ...(otherwise === undefined ? {} : { otherwise: register(otherwise) }),
  }));
}
