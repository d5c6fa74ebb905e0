import type { Constant } from '../../check/model.ts';
import type { CaseValue } from '../../facts/case.ts';
import { codeOf, NOT_YET } from './codes.ts';
import type { Frame, ReadySlot } from './frame.ts';
import { UNITS } from './operations.ts';
import type { Run } from './run.ts';

/** Puts a value into its slot: the register, if the value itself is read, and the code, if tables are read by it. */
export function encode(frame: Frame, slot: ReadySlot, value: CaseValue | Constant, run: Run): void {
  switch (value.t) {
    case 'unknown':
      return;
    case 'bool':
      return encodeTruth(frame, slot, value.v);
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
      if (slot.register < 0 || slot.class !== 'D') return;
      frame.N[slot.register] = value.v;
      frame.N[slot.register + 1] = UNITS.indexOf(value.unit);
      return;
    case 'set':
      return encodeSet(frame, slot, value.v, run);
    case 'list':
      if (slot.register >= 0) frame.O[slot.register] = value.v;
  }
}

export function encodeTruth(frame: Frame, slot: ReadySlot, value: boolean): void {
  if (slot.code >= 0 && slot.class === 'B') frame.C[slot.code] = codeOf(value);
}

export function encodeSet(frame: Frame, slot: ReadySlot, texts: readonly string[], run: Run): void {
  if (slot.register < 0 || slot.class !== 'O') return;
  frame.O[slot.register] = [...new Set(texts.map((v) => run.textCode(v)))].sort((a, b) => a - b);
}

export function encodeNumber(frame: Frame, slot: ReadySlot, value: number): void {
  if (slot.class !== 'N') return;
  if (slot.register >= 0) frame.N[slot.register] = value;
  if (slot.code >= 0) frame.C[slot.code] = numberCode(slot.limits, value);
}

/** 1 below the first limit, 2 the first, 3 between it and the second, …; behind them all 未發生. */
export function numberCode(limits: Float64Array, value: number): number {
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

/** The code is the place among the texts that atoms name; 1 for any other text. */
export function encodeText(frame: Frame, slot: ReadySlot, value: string, run: Run): void {
  if (slot.class !== 'N') return;
  if (slot.register >= 0) frame.N[slot.register] = run.textCode(value);
  if (slot.code >= 0) frame.C[slot.code] = slot.texts.get(value) ?? 1;
}
