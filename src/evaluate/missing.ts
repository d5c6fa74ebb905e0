import { civil } from '../calendar/date.ts';
import { shiftWorkdays } from '../calendar/shift.ts';
import type { CaseMatter } from '../facts/case.ts';
import { operands } from '../plan/operands.ts';
import type { NodeId, PlanException, PlanNorm } from '../plan/plan.ts';
import { assertNever } from '../text/invariant.ts';
import { type Context, type Frame, givenFact, nodeAt } from './context.ts';
import { definitionOf, definitionValue } from './definition.ts';
import {
  applies,
  excepted,
  exceptionHolds,
  exceptionMatters,
  fires,
  firesOnlyWhenUsed,
  followPath,
  normOf,
} from './exceptions.ts';
import { linked, nodeValue } from './expression.ts';
import { isDuration, isUnknown, NOT_YET, type RecordValue } from './value.ts';
import type { Missing } from './verdict.ts';

/**
 * The unknown leaves of a norm: of A, of E, and of R as given. Descends only into unknown operands; each leaf
 * once, in a stable order.
 */
export function missingOfNorm(
  ctx: Context,
  norm: PlanNorm,
  matter: CaseMatter,
  requirement: Frame | undefined,
): Missing[] {
  const found = new Map<string, Missing>();
  leavesOfApplies(ctx, norm, matter, found);
  leavesOfExceptions(ctx, norm, matter, found);
  if (requirement) leaves(ctx, norm.requires, requirement, found);
  return sorted(found);
}

/** The unknown leaves of one condition. */
export function missingOfCondition(ctx: Context, id: NodeId, frame: Frame): Missing[] {
  const found = new Map<string, Missing>();
  leaves(ctx, id, frame, found);
  return sorted(found);
}

function sorted(found: ReadonlyMap<string, Missing>): Missing[] {
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, m]) => m);
}

function put(found: Map<string, Missing>, missing: Missing): void {
  found.set(JSON.stringify(missing), missing);
}

function leavesOfApplies(
  ctx: Context,
  norm: PlanNorm,
  matter: CaseMatter,
  found: Map<string, Missing>,
): void {
  if (applies(ctx, norm, matter) !== undefined) return;
  leaves(ctx, norm.applies, { matter, live: false }, found);
  if (norm.follows !== undefined) leavesOfFiring(ctx, normOf(ctx, norm.follows), matter, found);
}

function leavesOfFiring(ctx: Context, norm: PlanNorm, matter: CaseMatter, found: Map<string, Missing>): void {
  if (fires(ctx, norm, matter) !== undefined) return;
  leavesOfApplies(ctx, norm, matter, found);
  leavesOfExceptions(ctx, norm, matter, found);
  if (firesOnlyWhenUsed(norm)) leaves(ctx, norm.requires, { matter, live: false }, found);
}

function leavesOfExceptions(
  ctx: Context,
  norm: PlanNorm,
  matter: CaseMatter,
  found: Map<string, Missing>,
): void {
  if (excepted(ctx, norm, matter) !== undefined) return;
  for (const exception of norm.exceptions) {
    if (exceptionHolds(ctx, exception, matter) !== undefined) continue;
    leavesOfException(ctx, exception, matter, found);
  }
}

function leavesOfException(
  ctx: Context,
  exception: PlanException,
  matter: CaseMatter,
  found: Map<string, Missing>,
): void {
  const { source } = exception;
  if (source.kind === 'unless') return leaves(ctx, source.when, { matter, live: false }, found);
  const norm = normOf(ctx, source.norm);
  for (const candidate of exceptionMatters(ctx, exception, matter)) {
    if (candidate.holds !== undefined) continue;
    const start = source.link === 'from-base' ? matter : (candidate.matter ?? matter);
    leavesOfPath(ctx, source.path, start, found);
    if (candidate.matter) leavesOfFiring(ctx, norm, candidate.matter, found);
  }
}

function leavesOfPath(
  ctx: Context,
  path: readonly NodeId[],
  start: CaseMatter,
  found: Map<string, Missing>,
): void {
  for (const [i, id] of path.entries()) {
    const at = followPath(ctx, path.slice(0, i), start);
    if (!at) return;
    const frame = { matter: at, live: false };
    const reference = nodeValue(ctx, id, frame);
    if (isUnknown(reference)) leaves(ctx, id, frame, found);
    else if (!linked(ctx, reference)) putLink(ctx, id, at, found);
  }
}

function putLink(ctx: Context, id: NodeId, matter: CaseMatter, found: Map<string, Missing>): void {
  const node = nodeAt(ctx.plan, id);
  if (node.op === 'fact') put(found, { kind: 'link', matter: matter.id, fact: node.fact });
}

function leaves(ctx: Context, id: NodeId, frame: Frame, found: Map<string, Missing>): void {
  const value = nodeValue(ctx, id, frame);
  if (!isUnknown(value)) return;
  const node = nodeAt(ctx.plan, id);
  const into = (...ids: NodeId[]) => {
    for (const one of ids) leaves(ctx, one, frame, found);
  };
  switch (node.op) {
    case 'const':
    case 'asOf':
    case 'item': // reported by the aggregate, which knows the list
      return;
    case 'reading':
      return;
    case 'fact':
      return put(found, {
        kind: 'fact',
        matter: frame.matter.id,
        fact: node.fact,
        reason: givenFact(frame.matter, node.fact)?.rejected ?? 'absent',
      });
    case 'param':
      return put(found, { kind: 'param', name: node.name });
    case 'actDate':
      return put(found, { kind: 'actDate' });
    case 'follow': {
      const reference = nodeValue(ctx, node.ref, frame);
      if (isUnknown(reference)) return into(node.ref);
      const matter = linked(ctx, reference);
      if (!matter) return putLink(ctx, node.ref, frame.matter, found);
      return leaves(ctx, node.target, { matter, live: frame.live }, found);
    }
    case 'and':
    case 'or':
      return into(...node.args);
    case 'not':
    case 'empty':
    case 'occurred':
      return into(node.arg);
    case 'reached':
      return into(node.date);
    case 'cmp':
    case 'in':
    case 'subset':
    case 'disjoint':
    case 'samePeriod':
    case 'arith':
      return into(node.left, node.right);
    case 'shift':
      return leavesOfShift(ctx, node, frame, found);
    case 'aggregate':
      return leavesOfAggregate(ctx, id, frame, found);
    case 'table':
      return leavesOfDefinition(ctx, node.definition, frame, found);
    default:
      return assertNever(node);
  }
}

/** With base and amount known, only the calendar can be what is missing: a year that is not published. */
function leavesOfShift(
  ctx: Context,
  node: Extract<ReturnType<typeof nodeAt>, { op: 'shift' }>,
  frame: Frame,
  found: Map<string, Missing>,
): void {
  const base = nodeValue(ctx, node.base, frame);
  const amount = nodeValue(ctx, node.amount, frame);
  if (base !== NOT_YET && typeof base === 'number' && !isUnknown(amount) && isDuration(amount)) {
    const day = node.type.t === 'time' ? Math.floor(base / 1440) : base;
    const to = shiftWorkdays(ctx.calendar, day, amount.v, node.direction);
    put(found, { kind: 'calendar', year: unpublishedYear(ctx, day, to.day), estimate: to.day });
    return;
  }
  leaves(ctx, node.base, frame, found);
  leaves(ctx, node.amount, frame, found);
}

function unpublishedYear(ctx: Context, from: number, to: number): number {
  const [first, last] = [civil(Math.min(from, to)).year, civil(Math.max(from, to)).year];
  for (let year = first; year <= last; year++) if (!ctx.calendar.covers(year)) return year;
  return last;
}

function leavesOfAggregate(ctx: Context, id: NodeId, frame: Frame, found: Map<string, Missing>): void {
  const node = nodeAt(ctx.plan, id);
  if (node.op !== 'aggregate') return;
  const list = nodeValue(ctx, node.list, frame);
  if (!Array.isArray(list)) return leaves(ctx, node.list, frame, found);
  const owner = nodeAt(ctx.plan, node.list);
  const fact = owner.op === 'fact' ? owner.fact : '';
  const own = new Map<string, Missing>();
  for (const [index, record] of (list as readonly RecordValue[]).entries()) {
    const inner: Frame = { ...frame, record };
    const where = node.where;
    const open = where !== undefined && isUnknown(nodeValue(ctx, where, inner));
    if (open) {
      for (const field of itemLeaves(ctx, where, inner))
        put(own, { kind: 'field', matter: frame.matter.id, fact, index, field });
      leaves(ctx, where, inner, own);
    } else if (node.field !== undefined && !knownField(record, node.field)) {
      if (where === undefined || nodeValue(ctx, where, inner) === true)
        put(own, { kind: 'field', matter: frame.matter.id, fact, index, field: node.field });
    }
  }
  // Nothing was selected: there is no earliest, latest, largest or smallest.
  if (own.size === 0) put(own, { kind: 'gap', definition: fact, matter: frame.matter.id });
  for (const [key, missing] of own) found.set(key, missing);
}

function knownField(record: RecordValue, field: string): boolean {
  return Object.hasOwn(record, field) && record[field]?.t !== 'unknown';
}

/** Names of the record's fields that keep `id` open. */
function itemLeaves(ctx: Context, id: NodeId, frame: Frame): string[] {
  if (!isUnknown(nodeValue(ctx, id, frame))) return [];
  const node = nodeAt(ctx.plan, id);
  return node.op === 'item' ? [node.field] : operands(node).flatMap((o) => itemLeaves(ctx, o, frame));
}

function leavesOfDefinition(ctx: Context, name: string, frame: Frame, found: Map<string, Missing>): void {
  const definition = definitionOf(ctx, name);
  const outcome = definitionValue(ctx, name, frame);
  const matter = frame.matter.id;
  if (outcome.problem === 'gap') return put(found, { kind: 'gap', definition: name, matter });
  if (outcome.problem === 'conflict')
    return put(found, { kind: 'conflict', definition: name, matter, rows: outcome.rows.map((r) => r.id) });
  for (const row of definition.rows) {
    leaves(ctx, row.when, { ...frame, live: false }, found);
    if (nodeValue(ctx, row.when, { ...frame, live: false }) !== false) leaves(ctx, row.value, frame, found);
  }
  if (definition.otherwise !== undefined) leaves(ctx, definition.otherwise, frame, found);
}
