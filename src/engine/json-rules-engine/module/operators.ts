import { comparison, setRelation } from '../../../evaluate/expression.ts';
import type { Tri, Value } from '../../../evaluate/value.ts';
import { hasOccurred, inSamePeriod, isEmpty, isReached } from './session.ts';

/** An operator of the stock engine: a strict boolean, for one that is only truthy fails beside a sibling. */
export type StockOperator = (left: Value, right: Value) => boolean;

/**
 * Every question is a pair, `.true` and `.false`, and both are false where the answer is unknown. `.live` takes
 * what has not happened but may still happen in time as happened.
 */
export function operatorTable(asOf: number): ReadonlyMap<string, StockOperator> {
  const table = new Map<string, StockOperator>([
    ['true', (left) => left === true],
    ['false', (left) => left === false],
    ['not-true', (left) => left !== true],
  ]);
  const pair = (name: string, answer: (left: Value, right: Value, live: boolean) => Tri) => {
    for (const live of [false, true])
      for (const rail of [true, false])
        table.set(
          `${name}.${rail}${live ? '.live' : ''}`,
          (left, right) => answer(left, right, live) === rail,
        );
  };
  for (const rel of ['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const)
    pair(rel, (left, right, live) => comparison({ asOf }, { rel }, left, right, live));
  for (const op of ['in', 'subset', 'disjoint'] as const) pair(op, (l, r) => setRelation(op, l, r));
  for (const period of ['year', 'quarter', 'month'] as const)
    pair(`same-${period}`, (left, right) => inSamePeriod(period, left, right));
  pair('empty', (left) => isEmpty(left));
  pair('occurred', (left, _, live) => hasOccurred(left, live));
  pair('reached', (left, _, live) => isReached(left, asOf, live));
  return table;
}
