import { type Formula, negate } from './formula.ts';
import { type Domains, ordersHold } from './order.ts';
import { type Cells, cell, cells, intersect, isEmpty, type Line, specials, without } from './region.ts';
import type { Slot } from './slot.ts';

/** `unknown`: the search came to its limit, and nothing is claimed. */
export type Answer =
  | { readonly found: 'yes'; readonly domains: Domains }
  | { readonly found: 'no' }
  | { readonly found: 'unknown' };

/** So many parts of formulas are looked at, at most. */
export const MOST_STEPS = 300_000;

/**
 * Looks for values of the slots that make the statement true: narrows what must be, branches over the smallest 或 (the same
 * branch is never looked into twice: what was tried is excluded), and at the end asks whether the orders go together.
 * `accept` may refuse what was found; the search then goes on.
 */
export function solve(
  formula: Formula,
  accept: (domains: Domains) => boolean = () => true,
  most = MOST_STEPS,
): Answer {
  let left = most;
  let cut = false;

  const status = (
    f: Formula,
    domains: Domains,
    seen: Map<Formula, boolean | undefined>,
  ): boolean | undefined => {
    left -= 1;
    switch (f.is) {
      case 'yes':
        return true;
      case 'no':
        return false;
      case 'lies': {
        const now = domains.get(f.slot) ?? f.slot.all;
        if (isEmpty(intersect(now, f.region))) return false;
        return isEmpty(without(now, f.region)) ? true : undefined;
      }
      default: {
        if (seen.has(f)) return seen.get(f);
        const absorbing = f.is === 'or';
        let result: boolean | undefined = !absorbing;
        for (const arg of f.args) {
          const one = status(arg, domains, seen);
          if (one === absorbing) {
            result = absorbing;
            break;
          }
          if (one === undefined) result = undefined;
        }
        seen.set(f, result);
        return result;
      }
    }
  };

  /** Narrows `domains` by what must be true; the 或 that remain open, or undefined where it cannot be. */
  const settle = (start: readonly Formula[], domains: Domains): readonly Formula[] | undefined => {
    let pending = start;
    for (let changed = true; changed; ) {
      changed = false;
      const seen = new Map<Formula, boolean | undefined>();
      const open: Formula[] = [];
      const queue = [...pending];
      for (let f = queue.pop(); f !== undefined; f = queue.pop()) {
        if (left <= 0) return [];
        if (f.is === 'and') queue.push(...f.args);
        else if (f.is === 'lies') {
          left -= 1;
          const now = domains.get(f.slot) ?? f.slot.all;
          const next = intersect(now, f.region);
          if (isEmpty(next)) return undefined;
          if (!isEmpty(without(now, next)) || !domains.has(f.slot)) {
            domains.set(f.slot, next);
            changed = true;
          }
        } else if (f.is === 'no') return undefined;
        else if (f.is === 'or') {
          const possible: Formula[] = [];
          let holds = false;
          for (const arg of f.args) {
            const one = status(arg, domains, seen);
            if (one === true) holds = true;
            if (one === undefined) possible.push(arg);
            if (holds) break;
          }
          if (holds) continue;
          const [only, ...more] = possible;
          if (!only) return undefined;
          if (more.length === 0) queue.push(only);
          else open.push(possible.length === f.args.length ? f : { is: 'or', args: possible });
        }
      }
      pending = open;
    }
    return ordersHold(domains) ? pending : undefined;
  };

  const search = (start: readonly Formula[], given: Domains): Domains | undefined => {
    const domains = new Map(given);
    const pending = settle(start, domains);
    if (left <= 0) {
      cut = true;
      return undefined;
    }
    if (!pending) return undefined;
    const [first] = pending;
    if (!first) return leaf(domains);
    const chosen = pending.reduce((a, b) => (width(b) < width(a) ? b : a), first);
    if (chosen.is !== 'or') return undefined;
    const rest = pending.filter((f) => f !== chosen);
    const tried: Formula[] = [];
    for (const arg of chosen.args) {
      const found = search([...rest, ...tried, arg], domains);
      if (found || cut) return found;
      if (arg.is === 'lies') tried.push(negate(arg));
    }
    return undefined;
  };

  /** What an order leaves open (earlier or later, but not the same day), or a range with a hole, is settled here. */
  const leaf = (domains: Domains): Domains | undefined => {
    for (const [slot, region] of domains) {
      const parts = partsOf(slot, region);
      if (parts.length < 2) continue;
      for (const part of parts) {
        left -= 1;
        const next = new Map(domains).set(slot, part);
        const found = left > 0 && ordersHold(next) ? leaf(next) : undefined;
        if (found) return found;
        if (left <= 0) cut = true;
        if (cut) return undefined;
      }
      return undefined;
    }
    return accept(domains) ? domains : undefined;
  };

  const domains = search([formula], new Map());
  if (domains) return { found: 'yes', domains };
  return { found: cut ? 'unknown' : 'no' };
}

const width = (f: Formula): number => (f.is === 'or' ? f.args.length : 0);

function partsOf(slot: Slot, region: Cells | Line): readonly (Cells | Line)[] {
  if (slot.origin.from === 'order' && region.sort === 'cells')
    return slot.names.flatMap((_, i) => ((region.mask & cell(i)) === 0n ? [] : [cells(cell(i))]));
  if (region.sort === 'line' && region.ranges.length > 1)
    return [
      ...region.ranges.map((range): Line => ({ sort: 'line', ranges: [range], special: 0 })),
      ...(region.special === 0 ? [] : [specials(region.special)]),
    ];
  return [];
}
