import type { NodeId } from '../plan/plan.ts';
import { dueOf } from './compare.ts';
import { type Context, type Frame, nodeAt } from './context.ts';
import { definitionOf, definitionValue } from './definition.ts';
import { linked, nodeValue } from './expression.ts';
import { NOT_YET } from './value.ts';

/**
 * The day on which a pending requirement falls due: over the live atoms that still hold it open, the earliest where
 * all must come true, the latest where one is enough; undefined when there is none.
 */
export function dueDate(ctx: Context, id: NodeId, frame: Frame): number | undefined {
  const off = nodeValue(ctx, id, { ...frame, live: false });
  const on = nodeValue(ctx, id, { ...frame, live: true });
  if (off === on) return undefined;
  const node = nodeAt(ctx.plan, id);
  const dues = (ids: readonly NodeId[]) =>
    ids.map((a) => dueDate(ctx, a, frame)).filter((d) => d !== undefined);
  switch (node.op) {
    case 'and': {
      const all = dues(node.args);
      return all.length > 0 ? Math.min(...all) : undefined;
    }
    case 'or': {
      const open = node.args.filter(
        (a) =>
          nodeValue(ctx, a, { ...frame, live: true }) === true &&
          nodeValue(ctx, a, { ...frame, live: false }) !== true,
      );
      const all = dues(open);
      return all.length === open.length && all.length > 0 ? Math.max(...all) : undefined;
    }
    case 'not':
      return dueDate(ctx, node.arg, frame);
    case 'cmp': {
      const left = nodeValue(ctx, node.left, frame);
      const right = nodeValue(ctx, node.right, frame);
      if (left !== NOT_YET && right !== NOT_YET) return undefined;
      const due = dueOf(node.rel, left, right);
      return typeof due === 'number' ? due : undefined;
    }
    case 'reached': {
      const date = nodeValue(ctx, node.date, frame);
      return typeof date === 'number' ? date : undefined;
    }
    case 'follow': {
      const matter = linked(ctx, nodeValue(ctx, node.ref, frame));
      return matter ? dueDate(ctx, node.target, { matter, live: true }) : undefined;
    }
    case 'table': {
      const outcome = definitionValue(ctx, node.definition, { ...frame, live: true });
      const source = outcome.rows[0]?.value ?? definitionOf(ctx, node.definition).otherwise;
      return source === undefined ? undefined : dueDate(ctx, source, frame);
    }
    default:
      return undefined;
  }
}
