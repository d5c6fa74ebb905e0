import type { EvaluateOptions } from '../../evaluate/context.ts';
import type { Plan } from '../../plan/plan.ts';
import { NOT_YET, VERDICT_CODES, type VerdictCode } from './codes.ts';
import { encode, encodeNumber, encodeSet, encodeText, encodeTruth } from './encode.ts';
import type { Frame, ReadySlot } from './frame.ts';
import type { Machine } from './machine.ts';
import type { Run } from './run.ts';

/**
 * A fact as plain JavaScript: 是非 a boolean; numbers (money in 分); dates as days and times as minutes since
 * 1970-01-01; 事件 a day or `'not-yet'`; members of an enum, texts and references as strings; sets as arrays.
 * What is absent, null or undefined is unknown.
 */
export type PlainValue = boolean | number | string | readonly string[] | null | undefined;
export type PlainRow = Readonly<Record<string, PlainValue>>;

export interface RowEvaluator {
  /** Names of the norms that the codes belong to, in their order. */
  readonly norms: readonly string[];
  /** One code a norm, see `VERDICT_CODES`; overwritten by the next call. */
  codes(row: PlainRow): Uint8Array;
  /** Names of the norms by verdict, in the order of `VERDICT_CODES`. */
  lists(row: PlainRow): readonly (readonly string[])[];
}

export function rowEvaluator(
  plan: Plan,
  machine: Machine,
  kind: string,
  options: EvaluateOptions,
): RowEvaluator {
  const frame = machine.frame(kind, 0);
  const { slots } = frame;
  const names = new Map<string, ReadySlot>();
  for (const slot of slots) if (slot.source.from === 'fact') names.set(slot.source.name, slot);
  const implied = slots.filter((slot) => slot.otherwise !== undefined || slot.source.from === 'asOf');
  const norms = frame.unit.norms.map(({ norm }) => plan.norms[norm]?.name ?? '');
  const { asOf, calendar } = options;

  const fill = (row: PlainRow, run: Run): void => {
    for (const slot of implied) {
      if (slot.otherwise) encode(frame, slot, slot.otherwise, run);
      else encodeNumber(frame, slot, asOf);
    }
    for (const name in row) {
      const slot = names.get(name);
      if (slot !== undefined) encodePlain(frame, slot, row[name], run);
    }
  };
  const codes = (row: PlainRow): Uint8Array => {
    machine.runRow(frame, asOf, calendar, (run) => fill(row, run));
    return frame.V;
  };
  return {
    norms,
    codes,
    lists: (row) => byVerdict(codes(row), norms),
  };
}

const counts = new Uint32Array(VERDICT_CODES.length);

/** Each list is made at its length: growing thousands of names at a time costs more than finding them. */
export function byVerdict(codes: Uint8Array, norms: readonly string[]): string[][] {
  counts.fill(0);
  for (let i = 0; i < codes.length; i += 1)
    counts[codes[i] as VerdictCode] = (counts[codes[i] as VerdictCode] as number) + 1;
  const lists = VERDICT_CODES.map((_, code) => new Array<string>(counts[code] as number));
  counts.fill(0);
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] as VerdictCode;
    const at = counts[code] as number;
    (lists[code] as string[])[at] = norms[i] as string;
    counts[code] = at + 1;
  }
  return lists;
}

function encodePlain(frame: Frame, slot: ReadySlot, value: PlainValue, run: Run): void {
  switch (typeof value) {
    case 'boolean':
      return encodeTruth(frame, slot, value);
    case 'number':
      return encodeNumber(frame, slot, value);
    case 'string':
      return value === 'not-yet' && slot.isEvent
        ? encodeNumber(frame, slot, NOT_YET)
        : encodeText(frame, slot, value, run);
    case 'object':
      if (Array.isArray(value)) encodeSet(frame, slot, value, run);
      return;
    default:
  }
}
