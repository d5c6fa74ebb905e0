import { invariant } from '../text/invariant.ts';

/**
 * A set of values of one slot. `cells`: of finitely many named values, one bit each. `line`: of numbers or days, ranges in
 * order, none touching the next; whole days and whole 分 end on whole numbers. What is no value of the ordinary sort (未知,
 * 未發生) has a bit of its own.
 */
export type Region = Cells | Line;
export interface Cells {
  readonly sort: 'cells';
  readonly mask: bigint;
}
export interface Line {
  readonly sort: 'line';
  readonly ranges: readonly Range[];
  readonly special: number;
}
/** From one cut to another, never empty. */
export interface Range {
  readonly from: Cut;
  readonly to: Cut;
}
/** A place between numbers: just before `at`, or just after it. */
export interface Cut {
  readonly at: number;
  readonly after: boolean;
}
/** The specials of a line. */
export const UNKNOWN_BIT = 1;
export const NOT_YET_BIT = 2;

export const before = (at: number): Cut => ({ at, after: false });
export const after = (at: number): Cut => ({ at, after: true });
const LOWEST = before(Number.NEGATIVE_INFINITY);
const HIGHEST = after(Number.POSITIVE_INFINITY);

const earlier = (a: Cut, b: Cut): boolean => a.at < b.at || (a.at === b.at && !a.after && b.after);

export const cells = (mask: bigint): Cells => ({ sort: 'cells', mask });
export const cell = (index: number): bigint => 1n << BigInt(index);

/** The numbers from one cut to another, as a region. `whole`: only whole numbers count. */
export function span(from: Cut | undefined, to: Cut | undefined, whole: boolean, special = 0): Line {
  const range = whole
    ? { from: wholeFrom(from ?? LOWEST), to: wholeTo(to ?? HIGHEST) }
    : { from: from ?? LOWEST, to: to ?? HIGHEST };
  return { sort: 'line', ranges: earlier(range.from, range.to) ? [range] : [], special };
}
function wholeFrom({ at, after: beyond }: Cut): Cut {
  return Number.isFinite(at) ? before(beyond ? Math.floor(at) + 1 : Math.ceil(at)) : { at, after: beyond };
}
function wholeTo({ at, after: beyond }: Cut): Cut {
  return Number.isFinite(at) ? after(beyond ? Math.floor(at) : Math.ceil(at) - 1) : { at, after: beyond };
}

export const specials = (special: number): Line => ({ sort: 'line', ranges: [], special });

export function isEmpty(region: Region): boolean {
  return region.sort === 'cells' ? region.mask === 0n : region.ranges.length === 0 && region.special === 0;
}

/** Two regions are only ever joined if they are of one slot. */
function cellsOf(region: Region): bigint {
  invariant(region.sort === 'cells', 'regions of one slot');
  return region.mask;
}
function lineOf(region: Region): Line {
  invariant(region.sort === 'line', 'regions of one slot');
  return region;
}

export function intersect(a: Region, b: Region): Region {
  if (a.sort === 'cells') return cells(a.mask & cellsOf(b));
  const other = lineOf(b);
  const ranges: Range[] = [];
  for (const x of a.ranges)
    for (const y of other.ranges) {
      const from = earlier(x.from, y.from) ? y.from : x.from;
      const to = earlier(x.to, y.to) ? x.to : y.to;
      if (earlier(from, to)) ranges.push({ from, to });
    }
  return { sort: 'line', ranges, special: a.special & other.special };
}

/** What of `whole` is not in `part`. */
export function without(whole: Region, part: Region): Region {
  if (whole.sort === 'cells') return cells(whole.mask & ~cellsOf(part));
  const holes = lineOf(part);
  let ranges: readonly Range[] = whole.ranges;
  for (const hole of holes.ranges)
    ranges = ranges.flatMap(({ from, to }) => {
      const left = { from, to: earlier(hole.from, to) ? hole.from : to };
      const right = { from: earlier(from, hole.to) ? hole.to : from, to };
      return [left, right].filter((r) => earlier(r.from, r.to));
    });
  return { sort: 'line', ranges, special: whole.special & ~holes.special };
}

export function union(a: Region, b: Region): Region {
  if (a.sort === 'cells') return cells(a.mask | cellsOf(b));
  const other = lineOf(b);
  const sorted = [...a.ranges, ...lineOf(without(other, a)).ranges].sort((x, y) =>
    earlier(x.from, y.from) ? -1 : 1,
  );
  const ranges: Range[] = [];
  for (const next of sorted) {
    const last = ranges.at(-1);
    if (last && !earlier(last.to, next.from)) ranges[ranges.length - 1] = { from: last.from, to: next.to };
    else ranges.push(next);
  }
  return { sort: 'line', ranges, special: a.special | other.special };
}
