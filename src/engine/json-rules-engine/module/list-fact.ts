import { allOf, anyOf, fromTri, NOT_YET, type Tri, UNKNOWN, type Value } from '../../../evaluate/value.ts';
import type { ProgramNode } from '../format.ts';
import type { Row } from './read-case.ts';

type Aggregate = Extract<ProgramNode, { op: 'aggregate' }>;

/** Counts, sums and extremes of a list; `selected` says of each record whether the aggregate's condition holds. */
export function listFact(node: Aggregate, rows: readonly Row[], selected: readonly Tri[]): Value {
  switch (node.fn) {
    case 'any':
      return fromTri(anyOf(selected));
    case 'all':
      return fromTri(allOf(selected));
    case 'count': {
      const low = selected.filter((s) => s === true).length;
      const high = selected.filter((s) => s !== false).length;
      return low === high ? low : { low, high };
    }
    case 'sum':
    case 'earliest':
    case 'latest':
    case 'min':
    case 'max': {
      if (selected.includes(undefined)) return UNKNOWN;
      const values = rows
        .filter((_, i) => selected[i] === true)
        .map((row) => row.get(node.field ?? '') ?? UNKNOWN)
        .filter((v) => v !== NOT_YET);
      const numbers = values.filter((v): v is number => typeof v === 'number');
      if (numbers.length < values.length) return UNKNOWN;
      if (node.fn === 'sum') return Number(numbers.reduce((a, b) => a + b, 0).toPrecision(12));
      if (numbers.length === 0) return node.type.t === 'event' ? NOT_YET : UNKNOWN;
      const better = node.fn === 'earliest' || node.fn === 'min' ? Math.min : Math.max;
      return numbers.reduce((a, b) => better(a, b));
    }
  }
}
