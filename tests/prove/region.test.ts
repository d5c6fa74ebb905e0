import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  after,
  before,
  type Cut,
  cells,
  intersect,
  isEmpty,
  type Region,
  span,
  specials,
  union,
  without,
} from '../../src/prove/region.ts';

/** Halves from −4 to 4, and the two special values: enough to tell regions with cuts at whole numbers apart. */
const POINTS = Array.from({ length: 17 }, (_, i) => i / 2 - 4);
const has = (region: Region, point: number): boolean =>
  !isEmpty(intersect(region, span(before(point), after(point), false)));
const special = (region: Region): number => (region.sort === 'line' ? region.special : 0);

const cut = fc
  .tuple(fc.integer({ min: -3, max: 3 }), fc.boolean())
  .map(([at, beyond]): Cut => (beyond ? after(at) : before(at)));
const piece = fc
  .tuple(
    fc.option(cut, { nil: undefined }),
    fc.option(cut, { nil: undefined }),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([from, to, bits]) => span(from, to, false, bits));
const region = fc.array(piece, { maxLength: 4 }).map((all) => all.reduce<Region>(union, specials(0)));

test('regions of a line behave as sets of its points', () => {
  fc.assert(
    fc.property(region, region, (a, b) => {
      for (const p of POINTS) {
        expect(has(intersect(a, b), p)).toBe(has(a, p) && has(b, p));
        expect(has(union(a, b), p)).toBe(has(a, p) || has(b, p));
        expect(has(without(a, b), p)).toBe(has(a, p) && !has(b, p));
      }
      expect(special(intersect(a, b))).toBe(special(a) & special(b));
      expect(special(union(a, b))).toBe(special(a) | special(b));
      expect(special(without(a, b))).toBe(special(a) & ~special(b));
      expect(isEmpty(a)).toBe(POINTS.every((p) => !has(a, p)) && special(a) === 0);
    }),
    { numRuns: 300 },
  );
});

test('ranges stay in order and apart', () => {
  fc.assert(
    fc.property(region, region, (a, b) => {
      for (const r of [union(a, b), intersect(a, b), without(a, b)]) {
        if (r.sort !== 'line') continue;
        for (const [i, { from }] of r.ranges.entries()) {
          const last = r.ranges[i - 1]?.to;
          if (last)
            expect(last.at < from.at || (last.at === from.at && !last.after && from.after)).toBe(true);
        }
      }
    }),
  );
});

test('where only whole numbers count, open ends move to the next one', () => {
  expect(isEmpty(span(after(3), before(4), true))).toBe(true);
  expect(span(after(3), before(5), true)).toEqual(span(before(4), after(4), true));
  expect(isEmpty(span(after(3), before(4), false))).toBe(false);
});

test('cells are sets of bits', () => {
  expect(intersect(cells(0b110n), cells(0b011n))).toEqual(cells(0b010n));
  expect(without(cells(0b110n), cells(0b011n))).toEqual(cells(0b100n));
  expect(union(cells(0b110n), cells(0b011n))).toEqual(cells(0b111n));
});
