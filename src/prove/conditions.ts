import type { Model, TExpr } from '../check/model.ts';
import { children, walkExpr } from '../check/texpr-children.ts';
import { lowerExpr } from '../plan/lower-expr.ts';
import type { NodeBuilder } from '../plan/node-builder.ts';
import type { NodeId } from '../plan/plan.ts';
import type { Span } from '../text/span.ts';
import { allOf } from './formula.ts';
import type { Prover } from './prover.ts';

/** A condition as the drafter wrote it. */
export interface WrittenCondition {
  /** The norm or definition it stands in. */
  readonly owner: string;
  readonly at: 'when' | 'unless' | 'row' | 'cell' | 'where' | 'value' | 'force';
  readonly expr: TExpr;
}

export type ConditionFinding =
  /** Whatever the facts. `part`: of a longer condition. */
  | {
      readonly is: 'always';
      readonly value: boolean;
      readonly condition: WrittenCondition;
      readonly expr: TExpr;
      readonly part: boolean;
    }
  /** The condition says the same without this part; `because`: the other parts that see to it. */
  | {
      readonly is: 'idle';
      readonly condition: WrittenCondition;
      readonly expr: TExpr;
      readonly op: 'and' | 'or';
      readonly because: readonly Span[];
    };

/** Every condition of a rulebook, in the order of names and places. */
export function writtenConditions(model: Model): readonly WrittenCondition[] {
  const found: WrittenCondition[] = [];
  const add = (owner: string, at: WrittenCondition['at'], expr: TExpr | undefined): void => {
    if (!expr) return;
    if (expr.type.t === 'bool' && at !== 'where') found.push({ owner, at, expr });
    walkExpr(expr, (inner) => {
      if (inner.op === 'aggregate' && inner.where) found.push({ owner, at: 'where', expr: inner.where });
    });
  };
  for (const norm of Object.values(model.norms)) {
    add(norm.name, 'when', norm.when);
    for (const u of norm.unless) add(norm.name, 'unless', u.when);
    add(norm.name, 'force', norm.from?.type.t === 'bool' ? norm.from : undefined);
    add(norm.name, 'where', norm.requirement);
  }
  for (const d of Object.values(model.definitions)) {
    for (const row of d.rows) add(d.name, d.form === 'table' ? 'cell' : 'row', row.when);
    add(d.name, 'value', d.otherwise?.type.t === 'bool' ? d.otherwise : undefined);
  }
  return found;
}

/** `builder` holds the nodes of the plan and takes those of the parts of conditions; `p` is asked about them. */
export function conditionFindings(
  p: Prover,
  builder: NodeBuilder,
  condition: WrittenCondition,
): readonly ConditionFinding[] {
  const node = (expr: TExpr): NodeId => lowerExpr(builder, expr);
  const rails = (expr: TExpr) => p.t.rails(node(expr), p.here);

  const visit = (expr: TExpr, part: boolean): readonly ConditionFinding[] => {
    if (expr.op === 'const') return [];
    const { yes, no } = rails(expr);
    const value = p.never(no) === 'yes' ? true : p.never(yes) === 'yes' ? false : undefined;
    if (value !== undefined) return [{ is: 'always', value, condition, expr, part }];
    if (expr.op !== 'and' && expr.op !== 'or' && expr.op !== 'not') return [];
    const inner = children(expr).flatMap((child) => visit(child, true));
    return inner.length > 0 || expr.op === 'not' || condition.at === 'cell' ? inner : idle(expr);
  };

  /** From the last to the first, so that of two that say the same the later is told. */
  const idle = (expr: TExpr & { readonly op: 'and' | 'or' }): readonly ConditionFinding[] => {
    let kept = expr.args;
    const found: ConditionFinding[] = [];
    for (const arg of [...expr.args].reverse()) {
      const others = kept.filter((k) => k !== arg);
      if (others.length === 0) break;
      const side = expr.op === 'and' ? (['yes', 'no'] as const) : (['no', 'yes'] as const);
      const without = (some: readonly TExpr[]) =>
        p.never(allOf([...some.map((o) => rails(o)[side[0]]), rails(arg)[side[1]]])) === 'yes';
      if (!without(others)) continue;
      kept = others;
      const alone = others.filter((o) => without([o]));
      const because = (alone.length > 0 ? alone.slice(0, 1) : others).map((o) => o.span);
      found.push({ is: 'idle', condition, expr: arg, op: expr.op, because });
    }
    return found.reverse();
  };

  return visit(condition.expr, false);
}
