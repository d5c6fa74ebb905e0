import type { NodeId } from '../plan/plan.ts';
import type { Place } from './slot.ts';
import type { Translator } from './translate.ts';

/** The matter in which what follows a reference is read. */
export function placeOf(t: Translator, ref: NodeId, place: Place): Place {
  const node = t.node(ref);
  if (node.op === 'fact') {
    const path = place.path && [...place.path, node.fact];
    return { key: `${place.key}/${node.fact}`, path, record: place.record };
  }
  if (node.op === 'follow') return placeOf(t, node.target, placeOf(t, node.ref, place));
  return { key: `${place.key}/#${ref}`, path: undefined, record: place.record };
}

/** The record under an aggregate. */
export const recordPlace = (place: Place): Place => ({
  key: `${place.key}/其中`,
  path: undefined,
  record: true,
});
