import type { Constant } from '../../check/model.ts';
import type { CaseValue } from '../../facts/case.ts';
import { codeOf, NOT_YET } from './codes.ts';
import type { Frame } from './frame.ts';
import { UNITS } from './operations.ts';
import type { Slot } from './program.ts';
import type { Run } from './run.ts';

/** Puts a value into its slot: the register, if the value itself is read, and the code, if tables are read by it. */
export function encode(frame: Frame, slot: Slot, value: CaseValue | Constant, run: Run): void {
  switch (value.t) {
    case 'unknown':
      return;
    case 'bool':
      if (slot.code !== undefined) frame.C[slot.code] = codeOf(value.v);
      return;
    case 'number':
    case 'date':
    case 'time':
      return encodeNumber(frame, slot, value.v);
    case 'event':
      return encodeNumber(frame, slot, value.v === 'not-yet' ? NOT_YET : value.v);
    case 'enum':
    case 'text':
    case 'ref':
      return encodeText(frame, slot, value.v, run);
    case 'duration':
      if (slot.register === undefined || slot.class !== 'D') return;
      frame.N[slot.register] = value.v;
      frame.N[slot.register + 1] = UNITS.indexOf(value.unit);
      return;
    case 'set':
      if (slot.register !== undefined)
        frame.O[slot.register] = [...new Set(value.v.map((v) => run.textCode(v)))].sort((a, b) => a - b);
      return;
    case 'list':
      if (slot.register !== undefined) frame.O[slot.register] = value.v;
  }
}

export function encodeNumber(frame: Frame, slot: Slot, value: number): void {
  if (slot.class !== 'N') return;
  if (slot.register !== undefined) frame.N[slot.register] = value;
  if (slot.code !== undefined) frame.C[slot.code] = numberCode(slot.limits ?? NONE, value);
}
const NONE: readonly number[] = [];

/** 1 below the first limit, 2 the first, 3 between it and the second, …; behind them all 未發生. */
export function numberCode(limits: readonly number[], value: number): number {
  if (value === NOT_YET) return 2 * limits.length + 2;
  let low = 0;
  let high = limits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((limits[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return limits[low] === value ? 2 + 2 * low : 1 + 2 * low;
}

export function encodeText(frame: Frame, slot: Slot, value: string, run: Run): void {
  if (slot.register !== undefined) frame.N[slot.register] = run.textCode(value);
  if (slot.code !== undefined) frame.C[slot.code] = textPlace(slot.texts, value);
}

/** Place among the texts of the slot + 2; 1 for a text that no atom names. */
function textPlace(texts: readonly string[] | undefined, value: string): number {
  const at = texts === undefined ? -1 : texts.indexOf(value);
  return at < 0 ? 1 : at + 2;
}
