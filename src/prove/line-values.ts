import { type Domains, distances, type Edge, edgesOf } from './order.ts';
import { after, before, intersect, isEmpty, type Line, NOT_YET_BIT, type Range, span } from './region.ts';
import type { Slot } from './slot.ts';

/** Days of 2026, whose calendar is published: what a witness uses where it may. */
const FIRST_DAY = 20454;
const LAST_DAY = 20818;

/**
 * What is open is guessed, and the interpreter says whether it was well guessed: that months and working days lead far, or
 * not; that more means one more, or a little more.
 */
export interface Guess {
  readonly late: boolean;
  readonly more: number;
}
export const GUESSES: readonly Guess[] = [
  { late: true, more: 1 },
  { late: false, more: 1 },
  { late: true, more: 0.01 },
  { late: false, more: 0.01 },
];

/** A number, a day or 未發生 for each slot that lies on a line, so that ranges and orders hold. */
export function valuesOnLines(domains: Domains, guess: Guess): ReadonlyMap<Slot, number | 'not-yet'> {
  const found = new Map<Slot, number | 'not-yet'>();
  const edges = edgesOf(domains);
  const ordered = [...new Set(edges.flatMap((e) => [e.from, e.to]))].filter((s) => s !== undefined);
  const near = ordered.flatMap((slot) => {
    const [low, high] = usual(slot);
    return [
      { from: slot, to: undefined, distance: { by: -low, strictly: 0 } },
      ...(high === undefined ? [] : [{ from: undefined, to: slot, distance: { by: high, strictly: 0 } }]),
    ];
  });
  const guessed = ordered.flatMap((slot) => guessedEdge(slot, guess));
  const far =
    distances([...edges, ...near, ...guessed]) ?? distances([...edges, ...near]) ?? distances(edges);
  const nought = far?.get(undefined);
  if (far && nought)
    for (const slot of ordered) {
      const at = far.get(slot);
      if (at) found.set(slot, at.by - nought.by + (at.strictly - nought.strictly) * guess.more);
    }
  for (const [slot, region] of domains) {
    if (region.sort !== 'line' || found.has(slot)) continue;
    const [range] = region.ranges;
    if (range) found.set(slot, within(slot, usually(slot, region) ?? range));
    else if ((region.special & NOT_YET_BIT) !== 0) found.set(slot, 'not-yet');
  }
  return found;
}

/** Of working days, two in three are enough and a count is never fewer days; of months, 31 days and 28. */
function guessedEdge(slot: Slot, guess: Guess): readonly Edge[] {
  const { origin } = slot;
  if (origin.from !== 'shift') return [];
  const { base, offset, direction, unit, count } = origin;
  const days = {
    workday: [count, 2 * count + 12],
    month: [28 * count, 31 * count],
    year: [365 * count, 366 * count],
  };
  if (unit !== 'workday' && unit !== 'month' && unit !== 'year') return [];
  const [least = 0, most = 0] = days[unit];
  const [low, high] = direction === 'after' ? [base, slot] : [slot, base];
  const shift = direction === 'after' ? offset : -offset;
  // high − low is at least `most`, or at most `least`
  return guess.late
    ? [{ from: high, to: low, distance: { by: -(most + shift), strictly: 0 } }]
    : [{ from: low, to: high, distance: { by: least + shift, strictly: 0 } }];
}

function usual({ type }: Slot): readonly [number, number | undefined] {
  if (type.t === 'date' || type.t === 'event') return [FIRST_DAY, LAST_DAY];
  if (type.t === 'time') return [FIRST_DAY * 1440, LAST_DAY * 1440];
  return [0, undefined];
}

function usually(slot: Slot, region: Line): Range | undefined {
  const [low, high] = usual(slot);
  const common = intersect(
    region,
    span(before(low), high === undefined ? undefined : after(high), slot.whole),
  );
  return isEmpty(common) || common.sort !== 'line' ? undefined : common.ranges[0];
}

/** The roundest number of a range. */
function within({ whole }: Slot, { from, to }: Range): number {
  if (Number.isFinite(from.at)) {
    if (!from.after) return from.at;
    const next = Math.floor(from.at) + 1;
    if (whole || next < to.at || (next === to.at && to.after)) return next;
    return (from.at + to.at) / 2;
  }
  if (!Number.isFinite(to.at)) return 0;
  return to.after ? to.at : Math.ceil(to.at) - 1;
}
