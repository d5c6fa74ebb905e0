import { shiftWorkdays } from '../calendar/shift.ts';
import type { Constant, Type } from '../check/model.ts';
import type { CaseMatter } from '../facts/case.ts';
import { bookConditions } from '../plan/book-conditions.ts';
import { operands } from '../plan/operands.ts';
import type { NodeId, PlanNode, PlanNorm } from '../plan/plan.ts';
import { type Context, type Frame, givenFact, nodeAt } from './context.ts';
import { definitionValue } from './definition.ts';
import { exceptionHolds, exceptionMatters, normOf } from './exceptions.ts';
import { linked, nodeValue } from './expression.ts';
import { isDuration, isUnknown } from './value.ts';
import type { DueNote, NormResult, UsedFact } from './verdict.ts';

export type Trace = Pick<NormResult, 'used' | 'dueNotes' | 'readings' | 'params' | 'rows'>;

/** The operands that make the node's value what it is: of a false 且 the false ones, of a true 或 the true ones. */
export function decisive(ctx: Context, id: NodeId, frame: Frame): readonly NodeId[] {
  const node = nodeAt(ctx.plan, id);
  if (node.op !== 'and' && node.op !== 'or') return operands(node);
  const value = nodeValue(ctx, id, frame);
  if (isUnknown(value)) return node.args.filter((a) => isUnknown(nodeValue(ctx, a, frame)));
  return value === (node.op === 'or')
    ? node.args.filter((a) => nodeValue(ctx, a, frame) === value)
    : node.args;
}

/** Facts, readings, parameters and rows that the verdict rests on, and how due dates were reached. */
export function trace(ctx: Context, norm: PlanNorm, matter: CaseMatter): Trace {
  const { walk, result } = tracer(ctx);
  const walkNorm = (one: PlanNorm, at: CaseMatter): void => {
    const plain = { matter: at, live: false };
    for (const id of ownConditions(ctx, one, plain)) walk(id, plain);
    if (one.follows !== undefined) walkNorm(normOf(ctx, one.follows), at);
    if (nodeValue(ctx, one.applies, plain) === false) return;
    walk(one.requires, plain);
    for (const exception of one.exceptions) {
      if (exceptionHolds(ctx, exception, at) !== true) continue;
      if (exception.source.kind === 'unless') walk(exception.source.when, plain);
      else
        for (const m of exceptionMatters(ctx, exception, at))
          if (m.matter && m.holds) walkNorm(normOf(ctx, exception.source.norm), m.matter);
    }
  };
  walkNorm(norm, matter);
  return result();
}

/** What a condition that belongs to no norm rests on. */
export function traceCondition(ctx: Context, id: NodeId, matter: CaseMatter): Trace {
  const { walk, result } = tracer(ctx);
  walk(id, { matter, live: false });
  return result();
}

/** The deciding conditions of A, without those of the whole book: they are told once for the case. */
export function ownConditions(ctx: Context, norm: PlanNorm, frame: Frame): readonly NodeId[] {
  const book = bookConditions(ctx.plan);
  const node = nodeAt(ctx.plan, norm.applies);
  const parts = node.op === 'and' ? decisive(ctx, norm.applies, frame) : [norm.applies];
  return parts.filter((id) => !book.has(id));
}

interface Tracer {
  readonly walk: (id: NodeId, frame: Frame) => void;
  readonly result: () => Trace;
}

function tracer(ctx: Context): Tracer {
  const used = new Map<string, UsedFact>();
  const dues = new Map<string, DueNote>();
  const readings = new Set<string>();
  const params = new Set<string>();
  const rows = new Map<string, Trace['rows'][number]>();
  const seen = new Set<string>();

  const walk = (id: NodeId, frame: Frame): void => {
    const key = `${id} ${frame.matter.id} ${frame.live}`;
    if (!frame.record && seen.has(key)) return;
    seen.add(key);
    const node = nodeAt(ctx.plan, id);
    switch (node.op) {
      case 'fact': {
        const fact = usedFact(ctx, frame.matter, node.fact, node.type);
        if (fact) used.set(`${fact.matter}\n${fact.fact}`, fact);
        return;
      }
      case 'follow': {
        walk(node.ref, frame);
        const target = linked(ctx, nodeValue(ctx, node.ref, frame));
        if (target) walk(node.target, { matter: target, live: frame.live });
        return;
      }
      case 'param':
        params.add(node.name);
        return;
      case 'reading':
        readings.add(node.name);
        return;
      case 'aggregate':
        walk(node.list, frame);
        return;
      case 'table': {
        const outcome = definitionValue(ctx, node.definition, frame);
        for (const row of outcome.rows) {
          rows.set(row.id, { definition: node.definition, row: row.id, cites: row.cites });
          walk(row.when, { ...frame, live: false });
          walk(row.value, frame);
        }
        if (outcome.otherwise) {
          const definition = ctx.plan.definitions[node.definition];
          for (const row of definition?.rows ?? []) walk(row.when, { ...frame, live: false });
          if (definition?.otherwise !== undefined) walk(definition.otherwise, frame);
        }
        return;
      }
      case 'shift': {
        const note = dueNote(ctx, id, node, frame);
        if (note) dues.set(JSON.stringify(note), note);
        break;
      }
      default:
        break;
    }
    for (const operand of decisive(ctx, id, frame)) walk(operand, frame);
  };

  const byKey = <T>(map: ReadonlyMap<string, T>) =>
    [...map.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, v]) => v);
  const result = (): Trace => ({
    used: byKey(used),
    dueNotes: byKey(dues),
    readings: [...readings].sort(),
    params: [...params].sort(),
    rows: byKey(rows),
  });
  return { walk, result };
}

function usedFact(ctx: Context, matter: CaseMatter, fact: string, type: Type): UsedFact | undefined {
  const given = givenFact(matter, fact);
  if (!given) {
    const kinds = Object.hasOwn(ctx.plan.facts, matter.kind) ? ctx.plan.facts[matter.kind] : undefined;
    const value = kinds && Object.hasOwn(kinds, fact) ? kinds[fact]?.defaultValue : undefined;
    return value ? { matter: matter.id, fact, value, assumed: 'default' } : undefined;
  }
  if (given.rejected || given.value.t === 'unknown') return undefined;
  // An event dated after the day of the check is planned: used, and listed as an assumption.
  const planned =
    type.t === 'event' &&
    given.value.t === 'event' &&
    given.value.v !== 'not-yet' &&
    given.value.v > ctx.asOf;
  return {
    matter: matter.id,
    fact,
    // Fields that a record lacks are reported as missing, not as used values.
    value: given.value as Constant,
    span: given.span,
    ...(given.attestation ? { attestedBy: given.attestation.by } : {}),
    ...(planned ? { assumed: 'planned' as const } : {}),
  };
}

/** A date worked out from another; for working days also which days were counted and which passed over. */
function dueNote(
  ctx: Context,
  id: NodeId,
  node: Extract<PlanNode, { op: 'shift' }>,
  frame: Frame,
): DueNote | undefined {
  const base = nodeValue(ctx, node.base, frame);
  const amount = nodeValue(ctx, node.amount, frame);
  if (typeof base !== 'number' || isUnknown(amount) || !isDuration(amount) || node.type.t === 'time')
    return undefined;
  const { direction } = node;
  const note = { base, direction, amount: { v: amount.v, unit: amount.unit } };
  if (amount.unit === 'workday') {
    const { day, counted, skipped, estimate } = shiftWorkdays(ctx.calendar, base, amount.v, direction);
    // An estimate is given with what is missing; it is not a date that was worked out.
    if (estimate) return undefined;
    return { due: day, ...note, counted, skipped };
  }
  const due = nodeValue(ctx, id, frame);
  return typeof due === 'number' ? { due, ...note, counted: [], skipped: [] } : undefined;
}
