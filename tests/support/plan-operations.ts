import type { PlanNode } from '../../src/plan/plan.ts';

/** Not complete without every operation of the plan: a new one does not compile until it stands here. */
const TABLE: Readonly<Record<PlanNode['op'], true>> = {
  const: true,
  fact: true,
  follow: true,
  item: true,
  param: true,
  reading: true,
  actDate: true,
  asOf: true,
  and: true,
  or: true,
  not: true,
  cmp: true,
  in: true,
  subset: true,
  disjoint: true,
  empty: true,
  occurred: true,
  reached: true,
  samePeriod: true,
  shift: true,
  arith: true,
  aggregate: true,
  table: true,
};
export const PLAN_OPERATIONS: readonly string[] = Object.keys(TABLE);
