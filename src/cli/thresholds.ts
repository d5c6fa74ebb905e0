import { nameKey } from '../check/canonical-name.ts';
import { MEASURES, type Measure } from '../coverage/coverage.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';

/** What a threshold can be set for. */
export type Threshold = Measure | 'mutation';
export type Thresholds = ReadonlyMap<Threshold, number>;

const WORDS: Readonly<Record<Threshold, readonly string[]>> = {
  norm: ['norm', 'norms', '規則'],
  condition: ['condition', 'conditions', '條件'],
  row: ['row', 'rows', '列'],
  exception: ['exception', 'exceptions', '例外'],
  reading: ['reading', 'readings', '讀法'],
  mutation: ['mutation', 'mutations', '變異'],
};

interface Asked {
  readonly coverage: boolean;
  readonly mutate: boolean;
}

/**
 * `95`: of every measure that is taken in this run; `norm=100,condition=80`: of these. What is no per cent, names no
 * measure or one that is not taken is a mistake: a gate that does not look is worse than none.
 */
export function readThresholds(
  text: string,
  asked: Asked,
): { readonly value: Thresholds; readonly diagnostics: readonly Diagnostic[] } {
  const value = new Map<Threshold, number>();
  const diagnostics: Diagnostic[] = [];
  const taken = takenIn(asked);
  const parts = text.normalize('NFKC').split(/[,、]/);
  for (const part of parts) {
    const [left, right, ...more] = part.split('=').map((p) => p.trim());
    const written = (right ?? left ?? '').replace(/%$/, '');
    const percent = /^\d{1,3}(\.\d{1,3})?$/.test(written) ? Number(written) : Number.NaN;
    const measure = right === undefined ? undefined : measureNamed(left ?? '');
    if (right !== undefined && measure === undefined)
      diagnostics.push(report('unknown-measure', undefined, { name: left ?? '' }));
    else if (!(percent <= 100) || more.length > 0 || (right === undefined && parts.length > 1))
      diagnostics.push(report('bad-threshold', undefined, { text: part.trim() }));
    else if (measure === undefined) {
      if (taken.length === 0)
        diagnostics.push(report('threshold-not-measured', undefined, { name: part.trim() }));
      for (const one of taken) value.set(one, percent);
    } else if (!taken.includes(measure))
      diagnostics.push(report('threshold-not-measured', undefined, { name: part.trim() }));
    else if (value.has(measure)) diagnostics.push(report('threshold-twice', undefined, { name: left ?? '' }));
    else value.set(measure, percent);
  }
  return { value, diagnostics };
}

/**
 * The thresholds of a configuration, which hold for whatever runs there are: those of what this run measures, and which
 * are left out because it does not.
 */
export function configuredThresholds(
  gates: number | Readonly<Partial<Record<Threshold, number>>>,
  asked: Asked,
): { readonly value: Thresholds; readonly left: readonly Threshold[] } {
  const taken = takenIn(asked);
  const all = Object.keys(WORDS) as readonly Threshold[];
  if (typeof gates === 'number')
    return { value: new Map(taken.map((one) => [one, gates])), left: taken.length > 0 ? [] : all };
  const set = all.filter((one) => gates[one] !== undefined);
  return {
    value: new Map(set.filter((one) => taken.includes(one)).map((one) => [one, gates[one] ?? 0])),
    left: set.filter((one) => !taken.includes(one)),
  };
}

const takenIn = ({ coverage, mutate }: Asked): readonly Threshold[] => [
  ...(coverage ? MEASURES : []),
  ...(mutate ? (['mutation'] as const) : []),
];

function measureNamed(name: string): Threshold | undefined {
  const key = nameKey(name.toLowerCase());
  return (Object.keys(WORDS) as Threshold[]).find((m) => WORDS[m].some((word) => nameKey(word) === key));
}

export interface Score {
  readonly covered: number;
  readonly all: number;
}

/** Exact: what is a hair below is below. Nothing to cover is covered. */
export const isBelow = ({ covered, all }: Score, threshold: number): boolean =>
  covered * 100 < threshold * all;

/** One decimal, never rounded up to what was missed. */
export const percentOf = ({ covered, all }: Score): number =>
  all === 0 ? 100 : Math.floor((1000 * covered) / all) / 10;
