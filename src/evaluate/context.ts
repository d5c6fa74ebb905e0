import type { WorkCalendar } from '../calendar/calendar.ts';
import type { Case, CaseMatter } from '../facts/case.ts';
import type { NodeId, Plan, PlanNode, PlanNorm } from '../plan/plan.ts';
import { invariant } from '../text/invariant.ts';
import { once } from '../text/once.ts';
import type { RecordValue, Tri, Value } from './value.ts';

export interface EvaluateOptions {
  /** 查核日期 as a day number; a date in the case itself wins over it. */
  readonly asOf: number;
  readonly calendar: WorkCalendar;
}

/** One evaluation of one case: inputs, and what has been worked out so far. */
export interface Context {
  readonly plan: Plan;
  readonly kase: Case;
  readonly asOf: number;
  readonly calendar: WorkCalendar;
  readonly matters: ReadonlyMap<string, CaseMatter>;
  /** By name. */
  readonly norms: () => ReadonlyMap<string, PlanNorm>;
  readonly values: Map<string, Value>;
  readonly fires: Map<string, Tri>;
}

/**
 * Where an expression is evaluated: the matter, inside an aggregate the record, and how atoms about events that
 * have not happened yet but may still happen in time are taken (`live`: as true; otherwise as false).
 */
export interface Frame {
  readonly matter: CaseMatter;
  readonly record?: RecordValue;
  readonly live: boolean;
}

export function makeContext(plan: Plan, kase: Case, options: EvaluateOptions): Context {
  return {
    plan,
    kase,
    asOf: kase.asOf ?? options.asOf,
    calendar: options.calendar,
    matters: new Map(kase.matters.map((m) => [m.id, m])),
    norms: once(() => new Map(plan.norms.map((n) => [n.name, n]))),
    values: new Map(),
    fires: new Map(),
  };
}

export function nodeAt(plan: Plan, id: NodeId): PlanNode {
  const node = plan.nodes[id];
  invariant(node, `plan node ${id}`);
  return node;
}

export function isKind(plan: Plan, matter: CaseMatter, kinds: readonly string[]): boolean {
  const lineage = Object.hasOwn(plan.lineage, matter.kind) ? plan.lineage[matter.kind] : undefined;
  return kinds.some((k) => lineage?.includes(k) ?? false);
}

/** The fact as given, unless it was refused (a judgement without its attester) or is absent. */
export function givenFact(matter: CaseMatter, fact: string) {
  return Object.hasOwn(matter.facts, fact) ? matter.facts[fact] : undefined;
}
