import { addMonths, civil } from '../calendar/date.ts';
import { shiftWorkdays } from '../calendar/shift.ts';
import type { CaseMatter } from '../facts/case.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import { assertNever } from '../text/invariant.ts';
import { aggregate } from './aggregate.ts';
import { compare, dueOf } from './compare.ts';
import { type Context, type Frame, givenFact, nodeAt } from './context.ts';
import { definitionValue } from './definition.ts';
import {
  allOf,
  anyOf,
  fromTri,
  isDuration,
  isUnknown,
  knownFromConstant,
  NOT_YET,
  notOf,
  type Tri,
  tri,
  UNKNOWN,
  type Value,
} from './value.ts';

type NodeOf<Op extends PlanNode['op']> = Extract<PlanNode, { op: Op }>;

/** The value of a plan node in a frame. Each node is worked out once for a matter. */
export function nodeValue(ctx: Context, id: NodeId, frame: Frame): Value {
  if (frame.record) return compute(ctx, nodeAt(ctx.plan, id), frame);
  const key = `${id}${frame.live ? '+' : '-'}${frame.matter.id}`;
  const known = ctx.values.get(key);
  if (known !== undefined) return known;
  const value = compute(ctx, nodeAt(ctx.plan, id), frame);
  ctx.values.set(key, value);
  return value;
}

export const holds = (ctx: Context, id: NodeId, frame: Frame): Tri => tri(nodeValue(ctx, id, frame));

function compute(ctx: Context, node: PlanNode, frame: Frame): Value {
  const value = (id: NodeId) => nodeValue(ctx, id, frame);
  switch (node.op) {
    case 'const':
      return knownFromConstant(node.value);
    case 'fact':
      return factValue(ctx, node, frame.matter);
    case 'follow': {
      const matter = linked(ctx, value(node.ref));
      return matter ? nodeValue(ctx, node.target, { matter, live: frame.live }) : UNKNOWN;
    }
    case 'item': {
      const record = frame.record;
      const given = record && Object.hasOwn(record, node.field) ? record[node.field] : undefined;
      return given ? knownFromConstant(given) : UNKNOWN;
    }
    case 'param': {
      const given = Object.hasOwn(ctx.kase.params, node.name) ? ctx.kase.params[node.name]?.value : undefined;
      const constant = given ?? ctx.plan.params[node.name]?.value;
      return constant ? knownFromConstant(constant) : UNKNOWN;
    }
    case 'reading':
      return chosenReading(ctx, node.name);
    case 'actDate':
      return frame.matter.actDate ?? ctx.kase.actDate ?? UNKNOWN;
    case 'asOf':
      return ctx.asOf;
    case 'and':
      return fromTri(allOf(node.args.map((a) => tri(value(a)))));
    case 'or':
      return fromTri(anyOf(node.args.map((a) => tri(value(a)))));
    case 'not':
      return fromTri(notOf(tri(value(node.arg))));
    case 'cmp':
      return fromTri(comparison(ctx, node, value(node.left), value(node.right), frame.live));
    case 'in':
    case 'subset':
    case 'disjoint':
      return fromTri(setRelation(node.op, value(node.left), value(node.right)));
    case 'empty': {
      const list = value(node.arg);
      return Array.isArray(list) ? list.length === 0 : UNKNOWN;
    }
    case 'occurred': {
      const event = value(node.arg);
      return event === NOT_YET ? frame.live : isUnknown(event) ? UNKNOWN : true;
    }
    case 'reached': {
      const date = value(node.date);
      if (date === NOT_YET) return frame.live;
      return typeof date === 'number' ? ctx.asOf > date || frame.live : UNKNOWN;
    }
    case 'samePeriod': {
      const [a, b] = [value(node.left), value(node.right)];
      if (a === NOT_YET || b === NOT_YET) return false;
      return typeof a === 'number' && typeof b === 'number' ? period(node, a) === period(node, b) : UNKNOWN;
    }
    case 'shift':
      return shifted(ctx, node, value(node.base), value(node.amount));
    case 'arith':
      return arithmetic(node.fn, value(node.left), value(node.right));
    case 'aggregate':
      return aggregate(ctx, node, value(node.list), frame);
    case 'table':
      return definitionValue(ctx, node.definition, frame).value;
    default:
      return assertNever(node);
  }
}

export function chosenReading(ctx: Context, name: string): Value {
  const given = Object.hasOwn(ctx.kase.readings, name) ? ctx.kase.readings[name]?.option : undefined;
  return given ?? ctx.plan.readings[name]?.adopted ?? UNKNOWN;
}

/** The matter a reference leads to; undefined when it is unknown or not in the case. */
export function linked(ctx: Context, reference: Value): CaseMatter | undefined {
  return typeof reference === 'string' ? ctx.matters.get(reference) : undefined;
}

/** Given facts first, then the declared default (an assumption); a refused judgement is unknown. */
function factValue(ctx: Context, node: NodeOf<'fact'>, matter: CaseMatter): Value {
  const given = givenFact(matter, node.fact);
  if (given) return given.rejected ? UNKNOWN : knownFromConstant(given.value);
  const facts = Object.hasOwn(ctx.plan.facts, matter.kind) ? ctx.plan.facts[matter.kind] : undefined;
  const fallback = facts && Object.hasOwn(facts, node.fact) ? facts[node.fact]?.defaultValue : undefined;
  return fallback ? knownFromConstant(fallback) : UNKNOWN;
}

/** With `live`, an atom about an event that may still happen in time is taken as true. */
export function comparison(
  ctx: Pick<Context, 'asOf'>,
  node: Pick<NodeOf<'cmp'>, 'rel'>,
  left: Value,
  right: Value,
  live: boolean,
): Tri {
  if (left !== NOT_YET && right !== NOT_YET) return compare(node.rel, left, right);
  if (!live) return false;
  const due = dueOf(node.rel, left, right);
  return due === undefined ? undefined : due === 'none' || ctx.asOf <= due;
}

export function setRelation(op: 'in' | 'subset' | 'disjoint', left: Value, right: Value): Tri {
  const elements = (v: Value): readonly unknown[] | undefined => (Array.isArray(v) ? v : undefined);
  const r = elements(right);
  if (op === 'in') {
    if (r?.length === 0) return false;
    return r && !isUnknown(left) ? r.includes(left) : undefined;
  }
  const l = elements(left);
  if (l?.length === 0 || (op === 'disjoint' && r?.length === 0)) return true;
  if (!l || !r) return undefined;
  return op === 'subset' ? l.every((x) => r.includes(x)) : !l.some((x) => r.includes(x));
}

export function period(node: Pick<NodeOf<'samePeriod'>, 'period'>, day: number): number {
  const { year, month } = civil(day);
  if (node.period === 'year') return year;
  return node.period === 'month' ? year * 12 + month : year * 4 + Math.floor((month - 1) / 3);
}

/** The moment `amount` before or after `base`. Month ends clamp (one month after 31 January is the last of February). */
export function shifted(
  ctx: Pick<Context, 'calendar'>,
  node: Pick<NodeOf<'shift'>, 'direction' | 'type'>,
  base: Value,
  amount: Value,
): Value {
  if (base === NOT_YET) return NOT_YET;
  if (typeof base !== 'number' || isUnknown(amount) || !isDuration(amount)) return UNKNOWN;
  const n = node.direction === 'after' ? amount.v : -amount.v;
  const isTime = node.type.t === 'time';
  const days = (k: number) => base + (isTime ? k * 1440 : k);
  const months = (k: number) =>
    isTime ? addMonths(Math.floor(base / 1440), k) * 1440 + (base % 1440) : addMonths(base, k);
  switch (amount.unit) {
    case 'year':
      return months(12 * n);
    case 'month':
      return months(n);
    case 'week':
      return days(7 * n);
    case 'day':
      return days(n);
    case 'hour':
      return base + 60 * n;
    case 'minute':
      return base + n;
    case 'workday': {
      const start = isTime ? Math.floor(base / 1440) : base;
      const to = shiftWorkdays(ctx.calendar, start, amount.v, node.direction);
      if (to.estimate) return UNKNOWN;
      return isTime ? to.day * 1440 + (base % 1440) : to.day;
    }
    default:
      return assertNever(amount.unit);
  }
}

/** Rounded to 12 significant decimals, so that 0.1 + 0.2 is 0.3 as a reader expects. */
export function arithmetic(fn: 'add' | 'sub' | 'mul' | 'div', left: Value, right: Value): Value {
  if (isUnknown(left) || isUnknown(right)) return UNKNOWN;
  if (isDuration(left) && isDuration(right) && left.unit === right.unit && (fn === 'add' || fn === 'sub'))
    return { v: left.v + (fn === 'add' ? right.v : -right.v), unit: left.unit };
  if (isDuration(left) && typeof right === 'number' && fn === 'mul')
    return { v: left.v * right, unit: left.unit };
  if (typeof left !== 'number' || typeof right !== 'number') return UNKNOWN;
  if (fn === 'div' && right === 0) return UNKNOWN;
  const exact = { add: left + right, sub: left - right, mul: left * right, div: left / right }[fn];
  return finite(Number(exact.toPrecision(12)));
}

/** What is too large to be a number or a day is unknown. */
const finite = (value: number): Value => (Number.isFinite(value) ? value : UNKNOWN);
