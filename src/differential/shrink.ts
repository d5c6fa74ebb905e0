import type { Case, CaseMatter } from '../facts/case.ts';
import { smallerFormulas } from './formula.ts';
import type { Line, RandomBlock, RandomRulebook } from './random-rulebook.ts';

/** A rulebook and a case that an engine decides otherwise than the reference. */
export interface Finding {
  readonly rulebook: RandomRulebook;
  readonly kase: Case;
}

/**
 * Takes away what is not needed for `fails` to stay true, until no single step of the list can be taken any more: blocks,
 * lines, parts of conditions, matters, facts. Always the first step that holds, so the result is the same each time.
 */
export async function shrink(
  finding: Finding,
  fails: (smaller: Finding) => boolean | Promise<boolean>,
): Promise<Finding> {
  let smallest = finding;
  for (;;) {
    let found: Finding | undefined;
    for (const candidate of smaller(smallest)) {
      if (!(await fails(candidate))) continue;
      found = candidate;
      break;
    }
    if (!found) return smallest;
    smallest = found;
  }
}

function* smaller({ rulebook, kase }: Finding): Generator<Finding> {
  for (const blocks of without(rulebook.blocks)) yield { rulebook: { ...rulebook, blocks }, kase };
  for (const matters of without(kase.matters))
    if (matters.length > 0) yield { rulebook, kase: { ...kase, matters } };
  if (rulebook.force !== '') yield { rulebook: { ...rulebook, force: '' }, kase };
  for (const blocks of eachSmaller(rulebook.blocks, smallerBlocks))
    yield { rulebook: { ...rulebook, blocks }, kase };
  for (const matters of eachSmaller(kase.matters, smallerMatters))
    yield { rulebook, kase: { ...kase, matters } };
  for (const params of withoutKey(kase.params)) yield { rulebook, kase: { ...kase, params } };
  for (const readings of withoutKey(kase.readings)) yield { rulebook, kase: { ...kase, readings } };
  if (kase.actDate !== undefined) {
    const { actDate: _, ...rest } = kase;
    yield { rulebook, kase: rest };
  }
}

function* smallerBlocks(block: RandomBlock): Generator<RandomBlock> {
  for (const [i, line] of block.lines.entries())
    if (!line.needed) yield { ...block, lines: block.lines.filter((_, k) => k !== i) };
  for (const lines of eachSmaller(block.lines, smallerLines)) yield { ...block, lines };
}

function* smallerLines(line: Line): Generator<Line> {
  if (line.formula) for (const formula of smallerFormulas(line.formula)) yield { ...line, formula };
}

function* smallerMatters(matter: CaseMatter): Generator<CaseMatter> {
  for (const facts of withoutKey(matter.facts)) yield { ...matter, facts };
  if (matter.actDate !== undefined) {
    const { actDate: _, ...rest } = matter;
    yield rest;
  }
}

function* without<T>(all: readonly T[]): Generator<readonly T[]> {
  // halves first: a large rulebook is small soon
  for (let size = all.length >> 1; size >= 1; size >>= 1)
    for (let at = 0; at < all.length; at += size) yield all.filter((_, i) => i < at || i >= at + size);
  if (all.length === 1) yield [];
}

function* withoutKey<T>(table: Readonly<Record<string, T>>): Generator<Readonly<Record<string, T>>> {
  for (const key of Object.keys(table)) {
    const { [key]: _, ...rest } = table;
    yield rest;
  }
}

function* eachSmaller<T>(all: readonly T[], steps: (one: T) => Generator<T>): Generator<readonly T[]> {
  for (const [i, one] of all.entries())
    for (const step of steps(one)) yield all.map((old, k) => (k === i ? step : old));
}
