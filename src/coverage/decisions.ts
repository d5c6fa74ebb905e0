import type { Constant, DefinitionDecl, Model, NormDecl, TExpr } from '../check/model.ts';
import { children } from '../check/texpr-children.ts';
import { lowerExpr } from '../plan/lower-expr.ts';
import { type NodeBuilder, nodeBuilder } from '../plan/node-builder.ts';
import type { NodeId, Plan } from '../plan/plan.ts';
import type { Span } from '../text/span.ts';

/** Which part of a block a decision is. */
export type DecisionPart =
  | 'when'
  | 'who'
  | 'requirement'
  | 'unless'
  | 'row'
  | 'value'
  | 'otherwise'
  | 'where';

/** The owner of a decision, as the drafter knows it. */
export interface DecisionOwner {
  readonly kind: 'norm' | 'definition';
  readonly name: string;
}

/** A decision as it is written: 且, 或 and 非 over conditions. */
export type DecisionTree =
  | { readonly op: 'and' | 'or'; readonly args: readonly DecisionTree[]; readonly node: NodeId }
  | { readonly op: 'not'; readonly arg: DecisionTree; readonly node: NodeId }
  | { readonly op: 'condition'; readonly condition: Condition; readonly node: NodeId }
  | { readonly op: 'const'; readonly value: boolean; readonly node: NodeId };

/** An atomic condition at the place where it is written. */
export interface Condition {
  readonly span: Span;
  /** In the plan of `Instrumented`. */
  readonly node: NodeId;
  /** A fact or definition that is itself 是非: it «is yes», rather than «holds». */
  readonly isName: boolean;
  /** 其中 of the lists that it looks at. */
  readonly filters: readonly Filter[];
}
export interface Filter {
  readonly list: NodeId;
  readonly decision: Decision;
}
export interface Decision {
  readonly owner: DecisionOwner;
  readonly part: DecisionPart;
  readonly tree: DecisionTree;
  readonly conditions: readonly Condition[];
}
export interface NormDecisions {
  /** 當; of 僅 P 可以 Q also Q: whoever does Q is addressed. */
  readonly when: readonly Decision[];
  readonly requirement: Decision;
  /** As in `PlanNorm.exceptions`: own 除非 first. */
  readonly unless: readonly Decision[];
}
/** A value that a definition may take: where it is 是非 a decision, else what its lists are filtered by. */
export interface ValueDecisions {
  readonly decision?: Decision;
  readonly filters: readonly Filter[];
}
export interface DefinitionDecisions {
  readonly rows: readonly { readonly when: Decision; readonly value: ValueDecisions }[];
  readonly otherwise?: ValueDecisions;
}

/** The decisions of a model, over a plan in which each of their conditions has a node of its own. */
export interface Instrumented {
  readonly plan: Plan;
  readonly norms: ReadonlyMap<string, NormDecisions>;
  readonly definitions: ReadonlyMap<string, DefinitionDecisions>;
}

export function decisionsOf(model: Model, plan: Plan): Instrumented {
  const builder = nodeBuilder(plan);
  const norms = new Map(Object.values(model.norms).map((n) => [n.name, normDecisions(builder, n)]));
  const definitions = new Map(
    Object.values(model.definitions).map((d) => [d.name, definitionDecisions(builder, d)]),
  );
  return { plan: { ...plan, nodes: builder.nodes, spans: builder.spans }, norms, definitions };
}

function normDecisions(b: NodeBuilder, norm: NormDecl): NormDecisions {
  const owner: DecisionOwner = { kind: 'norm', name: norm.name };
  const of = (part: DecisionPart, expr: TExpr) => decision({ b, owner }, part, expr);
  const asked = decision({ b, owner, deadline: norm.deadline }, 'requirement', norm.requirement);
  return {
    when: [...(norm.when ? [of('when', norm.when)] : []), ...(norm.who ? [asked] : [])],
    requirement: norm.who ? of('who', norm.who) : asked,
    unless: norm.unless.map((u) => of('unless', u.when)),
  };
}

function definitionDecisions(b: NodeBuilder, d: DefinitionDecl): DefinitionDecisions {
  const owner: DecisionOwner = { kind: 'definition', name: d.name };
  const value = (part: DecisionPart, expr: TExpr): ValueDecisions =>
    d.type.t === 'bool'
      ? { decision: decision({ b, owner }, part, expr), filters: [] }
      : { filters: filtersIn({ b, owner }, expr) };
  return {
    rows: d.rows.map((row) => ({
      when: decision({ b, owner }, 'row', row.when),
      value: value('value', row.value),
    })),
    ...(d.otherwise ? { otherwise: value('otherwise', d.otherwise) } : {}),
  };
}

interface Making {
  readonly b: NodeBuilder;
  readonly owner: DecisionOwner;
  /** 期限: an event that has to have happened has to have happened by then. */
  readonly deadline?: TExpr | undefined;
}

function decision(making: Making, part: DecisionPart, expr: TExpr): Decision {
  const conditions: Condition[] = [];
  const tree = treeOf(making, expr, false, conditions);
  return { owner: making.owner, part, tree, conditions };
}

function treeOf(making: Making, expr: TExpr, negated: boolean, found: Condition[]): DecisionTree {
  const { b } = making;
  const node = nodeOf(making, expr, negated);
  switch (expr.op) {
    case 'and':
    case 'or':
      return { op: expr.op, args: expr.args.map((a) => treeOf(making, a, negated, found)), node };
    case 'not':
      return { op: 'not', arg: treeOf(making, expr.arg, !negated, found), node };
    case 'const':
      return { op: 'const', value: isYes(expr.value), node };
    default: {
      const condition: Condition = {
        span: expr.span,
        node,
        isName: NAMES.has(expr.op),
        filters: filtersIn(making, expr),
      };
      // what the plan knows to be always so is no condition
      const made = b.nodes[node];
      if (made?.op === 'const') return { op: 'const', value: isYes(made.value), node };
      found.push(condition);
      return { op: 'condition', condition, node };
    }
  }
}

const NAMES: ReadonlySet<TExpr['op']> = new Set(['fact', 'def', 'item', 'follow', 'param']);
const isYes = (value: Constant): boolean => value.t === 'bool' && value.v;

function nodeOf({ b, deadline }: Making, expr: TExpr, negated: boolean): NodeId {
  if (!deadline || negated || expr.op !== 'occurred') return lowerExpr(b, expr);
  return b.cmp('le', lowerExpr(b, expr.arg), lowerExpr(b, deadline), expr.span);
}

/** 其中 of every list that is looked at, but not of lists within 其中: their own decision has those. */
function filtersIn(making: Making, expr: TExpr): readonly Filter[] {
  if (expr.op !== 'aggregate') return children(expr).flatMap((c) => filtersIn(making, c));
  const own = expr.where
    ? [
        {
          list: lowerExpr(making.b, expr.list),
          decision: decision({ b: making.b, owner: making.owner }, 'where', expr.where),
        },
      ]
    : [];
  return [...filtersIn(making, expr.list), ...own];
}

/** Every decision, with those of 其中 after the one they stand in. */
export function allDecisions({ norms, definitions }: Instrumented): readonly Decision[] {
  const inFilters = (filters: readonly Filter[]): readonly Decision[] =>
    filters.flatMap((f) => withFilters(f.decision));
  const withFilters = (d: Decision): readonly Decision[] => [
    d,
    ...d.conditions.flatMap((c) => inFilters(c.filters)),
  ];
  const inValue = (value: ValueDecisions | undefined): readonly Decision[] =>
    value ? [...(value.decision ? withFilters(value.decision) : []), ...inFilters(value.filters)] : [];
  return [
    ...[...norms.values()].flatMap((n) => [...n.when, n.requirement, ...n.unless].flatMap(withFilters)),
    ...[...definitions.values()].flatMap((d) => [
      ...d.rows.flatMap((r) => [...withFilters(r.when), ...inValue(r.value)]),
      ...inValue(d.otherwise),
    ]),
  ];
}
