import type { PlanNode } from '../plan/plan.ts';
import type { Context, Frame } from './context.ts';
import { nodeValue } from './expression.ts';
import {
  allOf,
  anyOf,
  fromTri,
  isUnknown,
  knownFromConstant,
  NOT_YET,
  type RecordValue,
  type Tri,
  tri,
  UNKNOWN,
  type Value,
} from './value.ts';

type Aggregate = Extract<PlanNode, { op: 'aggregate' }>;

/** Counts, sums and extremes over a given list. The list is complete; unknown fields leave a count between bounds. */
export function aggregate(ctx: Context, node: Aggregate, list: Value, frame: Frame): Value {
  if (!Array.isArray(list)) return UNKNOWN;
  const records = list as readonly RecordValue[];
  const selected = records.map((r) => selects(ctx, node, frame, r));
  switch (node.fn) {
    case 'count': {
      const low = selected.filter((s) => s === true).length;
      const high = selected.filter((s) => s !== false).length;
      return low === high ? low : { low, high };
    }
    case 'any':
      return fromTri(anyOf(selected));
    case 'all':
      return fromTri(allOf(selected));
    default:
      break;
  }
  if (selected.some((s) => s === undefined)) return UNKNOWN;
  const numbers: number[] = [];
  for (const [i, record] of records.entries()) {
    if (selected[i] !== true) continue;
    const value = fieldValue(node, record);
    // What has not happened has no place among the earliest or latest.
    if (value === NOT_YET) continue;
    if (typeof value !== 'number') return UNKNOWN;
    numbers.push(value);
  }
  if (node.fn === 'sum') return Number(numbers.reduce((a, b) => a + b, 0).toPrecision(12));
  if (numbers.length === 0) return node.type.t === 'event' ? NOT_YET : UNKNOWN;
  return node.fn === 'earliest' || node.fn === 'min' ? Math.min(...numbers) : Math.max(...numbers);
}

function selects(ctx: Context, node: Aggregate, frame: Frame, record: RecordValue): Tri {
  return node.where === undefined ? true : tri(nodeValue(ctx, node.where, { ...frame, record }));
}

function fieldValue(node: Aggregate, record: RecordValue): Value {
  const given =
    node.field !== undefined && Object.hasOwn(record, node.field) ? record[node.field] : undefined;
  const value = given ? knownFromConstant(given) : UNKNOWN;
  return isUnknown(value) ? UNKNOWN : value;
}
