import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/** Milliseconds. */
export function time(task: () => unknown): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}
export async function timeAsync(task: () => unknown): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

/** A whole process, whose exit code may be that of a verdict. */
export function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status === null || status > 2)
    throw new Error(`node ${args.join(' ')} ended with ${status}\n${stderr}`);
}

/** Medians of several tasks taken in turns, so that a slow moment of the machine meets all of them. */
export function inTurns(tasks: readonly (() => unknown)[], repeat: number): number[] {
  for (const task of tasks) task();
  const times = Array.from({ length: repeat }, () => tasks.map(time));
  return tasks.map((_, i) => median(times.map((turn) => turn[i] ?? Number.NaN)));
}

export interface Row {
  readonly cells: readonly string[];
  /** Not kept: the bench ends with 1. */
  readonly missed?: boolean;
}
export function table(head: readonly string[], rows: readonly Row[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(row.cells))].join('\n');
}

export const significant = (n: number): string =>
  n >= 100 ? Math.round(n).toLocaleString('en') : n >= 10 ? n.toFixed(1) : n.toFixed(2);

/** A figure with the bound it should keep. */
export interface Ratio {
  readonly what: string;
  readonly value: number;
  readonly aim: string;
  readonly kept: boolean;
}
export interface Part {
  readonly text: string;
  readonly ratios: readonly Ratio[];
}
export const atMost = (what: string, value: number, bound: number, unit = ''): Ratio => ({
  what,
  value,
  aim: `≤ ${bound.toLocaleString('en')}${unit}`,
  kept: value <= bound,
});
export const atLeast = (what: string, value: number, bound: number, unit = ''): Ratio => ({
  what,
  value,
  aim: `≥ ${bound.toLocaleString('en')}${unit}`,
  kept: value >= bound,
});
