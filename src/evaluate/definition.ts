import type { PlanDefinition, PlanRow } from '../plan/plan.ts';
import { invariant } from '../text/invariant.ts';
import type { Context, Frame } from './context.ts';
import { holds, nodeValue } from './expression.ts';
import { isUnknown, type Known, sameValue, UNKNOWN, type Value } from './value.ts';

/** What a definition or table gives in a frame, by which rows, and why it gives nothing. */
export interface Outcome {
  readonly value: Value;
  /** Rows that gave the value (ids). */
  readonly rows: readonly PlanRow[];
  readonly otherwise: boolean;
  readonly problem?: 'gap' | 'conflict';
}

export function definitionOf(ctx: Context, name: string): PlanDefinition {
  const definition = ctx.plan.definitions[name];
  invariant(definition, `definition ${name}`);
  return definition;
}

/**
 * Rows have no order. 例外 rows, when one holds, stand alone; the default holds only when every row is false. As long
 * as a row may or may not hold, the value is known only if every possible outcome gives the same.
 */
export function definitionValue(ctx: Context, name: string, frame: Frame): Outcome {
  const definition = definitionOf(ctx, name);
  const exceptions = group(
    ctx,
    definition.rows.filter((r) => r.exception),
    frame,
  );
  const ordinary = group(
    ctx,
    definition.rows.filter((r) => !r.exception),
    frame,
  );
  if (definition.policy === 'collect') return collect(ctx, definition, frame, exceptions, ordinary);
  if (exceptions.hit.length > 0) return unanimous(ctx, exceptions.hit, exceptions.open, frame);
  const base = ordinaryOutcome(ctx, definition, ordinary, frame);
  if (exceptions.open.length === 0) return base;
  const agreed = exceptions.open.every((r) => agrees(nodeValue(ctx, r.value, frame), base.value));
  return agreed ? base : unknown();
}

interface Group {
  readonly hit: readonly PlanRow[];
  /** Rows of which it is not known whether they hold. */
  readonly open: readonly PlanRow[];
}

function group(ctx: Context, rows: readonly PlanRow[], frame: Frame): Group {
  const state = rows.map((row) => ({ row, holds: holds(ctx, row.when, { ...frame, live: false }) }));
  return {
    hit: state.filter((s) => s.holds === true).map((s) => s.row),
    open: state.filter((s) => s.holds === undefined).map((s) => s.row),
  };
}

function ordinaryOutcome(ctx: Context, definition: PlanDefinition, rows: Group, frame: Frame): Outcome {
  if (rows.hit.length > 0) return unanimous(ctx, rows.hit, rows.open, frame);
  const fallback = definition.otherwise;
  if (rows.open.length === 0)
    return fallback === undefined
      ? { ...unknown(), problem: 'gap' }
      : { value: nodeValue(ctx, fallback, frame), rows: [], otherwise: true };
  if (fallback === undefined) return unknown();
  const value = nodeValue(ctx, fallback, frame);
  const agreed = rows.open.every((r) => agrees(nodeValue(ctx, r.value, frame), value));
  return agreed ? { value, rows: [], otherwise: true } : unknown();
}

/** Rows that hold must give one value; rows that may hold must not give another. */
function unanimous(ctx: Context, hit: readonly PlanRow[], open: readonly PlanRow[], frame: Frame): Outcome {
  const values = hit.map((r) => nodeValue(ctx, r.value, frame));
  const known = values.filter((v): v is Known => !isUnknown(v));
  const [first] = known;
  if (first !== undefined && known.some((v) => !sameValue(v, first)))
    return { value: UNKNOWN, rows: hit, otherwise: false, problem: 'conflict' };
  if (first === undefined || known.length < values.length) return { ...unknown(), rows: hit };
  return open.every((r) => agrees(nodeValue(ctx, r.value, frame), first))
    ? { value: first, rows: hit, otherwise: false }
    : { ...unknown(), rows: hit };
}

function collect(ctx: Context, definition: PlanDefinition, frame: Frame, ...groups: Group[]): Outcome {
  const hit = groups.flatMap((g) => g.hit);
  const open = groups.flatMap((g) => g.open);
  const found = new Set<string>();
  for (const row of hit) {
    const value = nodeValue(ctx, row.value, frame);
    if (isUnknown(value)) return { ...unknown(), rows: hit };
    for (const element of Array.isArray(value) ? value : [value]) found.add(String(element));
  }
  if (hit.length === 0 && open.length === 0) return ordinaryOutcome(ctx, definition, { hit, open }, frame);
  const adds = open.some((row) => {
    const value = nodeValue(ctx, row.value, frame);
    if (isUnknown(value) || hit.length === 0) return true;
    return (Array.isArray(value) ? value : [value]).some((e) => !found.has(String(e)));
  });
  return adds ? { ...unknown(), rows: hit } : { value: [...found].sort(), rows: hit, otherwise: false };
}

const agrees = (a: Value, b: Value) => !isUnknown(a) && !isUnknown(b) && sameValue(a, b);
const unknown = (): Outcome => ({ value: UNKNOWN, rows: [], otherwise: false });
