import type { TExpr } from '../check/model.ts';
import { assertNever } from '../text/invariant.ts';
import type { NodeBuilder } from './node-builder.ts';
import type { NodeId } from './plan.ts';

/** Lowers one typed expression; what the language has as sugar (在…內, 依序) is spelled out here. */
export function lowerExpr(b: NodeBuilder, expr: TExpr): NodeId {
  const { span, type } = expr;
  const go = (e: TExpr) => lowerExpr(b, e);
  switch (expr.op) {
    case 'const':
      return b.add({ op: 'const', value: expr.value, type }, span);
    case 'fact':
      return b.add({ op: 'fact', kind: expr.kind, fact: expr.fact, type }, span);
    case 'follow': {
      const ref = go(expr.ref);
      const target = expr.def
        ? b.add({ op: 'table', definition: expr.fact, type }, span)
        : b.add({ op: 'fact', kind: expr.kind, fact: expr.fact, type }, span);
      return b.add({ op: 'follow', ref, target, type }, span);
    }
    case 'item':
      return b.add({ op: 'item', field: expr.field, type }, span);
    case 'param':
      return b.add({ op: 'param', name: expr.name, type }, span);
    case 'reading':
      return b.add({ op: 'reading', name: expr.name, type }, span);
    case 'def':
      return b.add({ op: 'table', definition: expr.name, type }, span);
    case 'actDate':
    case 'asOf':
      return b.add({ op: expr.op, type }, span);
    case 'and':
      return b.and(expr.args.map(go), span);
    case 'or':
      return b.or(expr.args.map(go), span);
    case 'not':
      return b.not(go(expr.arg), span);
    case 'cmp':
      return b.cmp(expr.rel, go(expr.left), go(expr.right), span);
    case 'in':
    case 'subset':
    case 'disjoint':
      return b.add({ op: expr.op, left: go(expr.left), right: go(expr.right), type }, span);
    case 'empty':
    case 'occurred':
      return b.add({ op: expr.op, arg: go(expr.arg), type }, span);
    case 'within': {
      // X 在 A 前 P 內 leaves the far end out, so that «two years» never holds two anniversaries;
      // X 在 A 後 P 內 keeps both ends: the last day of a period is still in time.
      const anchor = go(expr.anchor);
      const x = go(expr.arg);
      const far = b.add(
        {
          op: 'shift',
          base: anchor,
          direction: expr.direction,
          amount: go(expr.amount),
          type: expr.anchor.type,
        },
        span,
      );
      return expr.direction === 'before'
        ? b.and([b.cmp('gt', x, far, span), b.cmp('le', x, anchor, span)], span)
        : b.and([b.cmp('ge', x, anchor, span), b.cmp('le', x, far, span)], span);
    }
    case 'samePeriod':
      return b.add(
        { op: 'samePeriod', period: expr.period, left: go(expr.left), right: go(expr.right), type },
        span,
      );
    case 'ordered': {
      // A later step that has happened needs the earlier one to have happened no later than it.
      const steps = expr.args.map((e) => ({ id: go(e), event: e.type.t === 'event' }));
      const pairs = steps.slice(1).map((later, i) => {
        const earlier = steps[i];
        const inOrder = b.cmp(expr.strict ? 'lt' : 'le', earlier?.id ?? later.id, later.id, span);
        if (!later.event) return inOrder;
        const done = b.add({ op: 'occurred', arg: later.id, type: { t: 'bool' } }, span);
        return b.or([b.not(done, span), inOrder], span);
      });
      return b.and(pairs, span);
    }
    case 'shift':
      return b.add(
        { op: 'shift', base: go(expr.base), direction: expr.direction, amount: go(expr.amount), type },
        span,
      );
    case 'arith':
      return b.add({ op: 'arith', fn: expr.fn, left: go(expr.left), right: go(expr.right), type }, span);
    case 'aggregate': {
      const list = go(expr.list);
      const where = expr.where ? { where: go(expr.where) } : {};
      const field = expr.field === undefined ? {} : { field: expr.field };
      return b.add({ op: 'aggregate', fn: expr.fn, list, ...field, ...where, type }, span);
    }
    default:
      return assertNever(expr);
  }
}
