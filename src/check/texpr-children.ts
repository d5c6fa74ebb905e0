import type { TExpr, TExprNode } from './model.ts';

type Op = TExprNode['op'];
/** The member of the union for one `op` (`and` and `or` share a member). */
type NodeOf<O extends Op, N = TExprNode> = N extends { readonly op: infer P }
  ? O extends P
    ? N
    : never
  : never;
type ChildKey<O extends Op> = keyof {
  [K in keyof NodeOf<O> as NonNullable<NodeOf<O>[K]> extends TExpr | readonly TExpr[] ? K : never]: true;
};
type KeyTable = { readonly [O in Op]: { readonly [K in ChildKey<O>]: true } };

/**
 * Which fields of a node hold expressions, in the order they are walked. A node kind or a child field that
 * is missing here does not compile, so no walk can forget one.
 */
const CHILD_KEYS: KeyTable = {
  const: {},
  fact: {},
  follow: { ref: true },
  item: {},
  param: {},
  reading: {},
  def: {},
  actDate: {},
  asOf: {},
  and: { args: true },
  or: { args: true },
  not: { arg: true },
  cmp: { left: true, right: true },
  in: { left: true, right: true },
  subset: { left: true, right: true },
  disjoint: { left: true, right: true },
  empty: { arg: true },
  occurred: { arg: true },
  within: { arg: true, anchor: true, amount: true },
  samePeriod: { left: true, right: true },
  ordered: { args: true },
  shift: { base: true, amount: true },
  arith: { left: true, right: true },
  aggregate: { list: true, where: true },
};

/** The names of the child fields of a node kind, in walking order. */
export function childKeys(op: Op): readonly string[] {
  return Object.keys(CHILD_KEYS[op]);
}

/** The direct sub-expressions of `expr`, in writing order. */
export function children(expr: TExpr): readonly TExpr[] {
  const fields = expr as unknown as Readonly<Record<string, TExpr | readonly TExpr[] | undefined>>;
  return childKeys(expr.op).flatMap((key) => fields[key] ?? []);
}

/** Calls `visit` for `expr` and everything below it, parents first. */
export function walkExpr(expr: TExpr, visit: (node: TExpr) => void): void {
  visit(expr);
  for (const child of children(expr)) walkExpr(child, visit);
}
