import { dueOf } from '../../../evaluate/compare.ts';
import { NOT_YET } from '../../../evaluate/value.ts';
import type { NodeId } from '../../../plan/plan.ts';
import type { ProgramNorm } from '../format.ts';
import { definitionIn, type Frame, linked, nodeIn, nodeValue, outcomeOf, type Session } from './session.ts';

interface Place {
  readonly frame: Frame;
  readonly id: NodeId;
}
/** What a due date is made of: a day of its own, or those of other conditions. */
type Parts =
  | { readonly day: number | undefined }
  | { readonly of: readonly Place[]; readonly which: 'earliest' | 'latest' };

/**
 * The day on which a pending requirement falls due: over the live atoms that hold it open the earliest where all must
 * come true, the latest where one is enough. Without recursion, for conditions may be nested as deep as they like.
 */
export function dueDay(s: Session, norm: ProgramNorm, frame: Frame): number | undefined {
  const days = new Map<string, number | undefined>();
  const keyOf = (place: Place) => `${place.id} ${place.frame.matter.id}`;
  const start: Place = { frame, id: norm.requires };
  const stack: { readonly place: Place; readonly parts?: Parts }[] = [{ place: start }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { place } = top;
    const key = keyOf(place);
    if (days.has(key)) continue;
    const parts = top.parts ?? partsOf(s, place);
    if ('day' in parts) {
      days.set(key, parts.day);
    } else if (top.parts === undefined) {
      stack.push({ place, parts }, ...parts.of.map((inner) => ({ place: inner })));
    } else {
      const found = parts.of.map((inner) => days.get(keyOf(inner)));
      const known = found.filter((d) => d !== undefined);
      const whole = parts.which === 'earliest' || known.length === found.length;
      const pick = parts.which === 'earliest' ? Math.min : Math.max;
      days.set(key, whole && known.length > 0 ? known.reduce((a, b) => pick(a, b)) : undefined);
    }
  }
  return days.get(keyOf(start));
}

function partsOf(s: Session, { frame, id }: Place): Parts {
  const value = (one: NodeId, live: boolean) => nodeValue(s, one, { frame, live });
  if (value(id, false) === value(id, true)) return { day: undefined };
  const node = nodeIn(s, id);
  const of = (ids: readonly NodeId[], which: 'earliest' | 'latest'): Parts => ({
    of: ids.map((one) => ({ frame, id: one })),
    which,
  });
  switch (node.op) {
    case 'and':
      return of(node.args, 'earliest');
    case 'or':
      return of(
        node.args.filter((a) => value(a, true) === true && value(a, false) !== true),
        'latest',
      );
    case 'not':
      return of([node.arg], 'earliest');
    case 'cmp': {
      const left = value(node.left, true);
      const right = value(node.right, true);
      if (left !== NOT_YET && right !== NOT_YET) return { day: undefined };
      const due = dueOf(node.rel, left, right);
      return { day: typeof due === 'number' ? due : undefined };
    }
    case 'reached': {
      const date = value(node.date, true);
      return { day: typeof date === 'number' ? date : undefined };
    }
    case 'follow': {
      const target = linked(s, value(node.ref, true));
      return target ? { of: [{ frame: target, id: node.target }], which: 'earliest' } : { day: undefined };
    }
    case 'table': {
      const [row] = outcomeOf(s, node.definition, { frame, live: true }).hit;
      const source = row?.value ?? definitionIn(s, node.definition).otherwise;
      return source === undefined ? { day: undefined } : of([source], 'earliest');
    }
    default:
      return { day: undefined };
  }
}
