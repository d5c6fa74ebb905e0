import { UNKNOWN } from './codes.ts';
import { unpack } from './emit.ts';
import type { RegisterClass, Slot, SlotSource, Unit } from './program.ts';
import type { Elements } from './routines.ts';

/** What an O register holds: codes of texts, or the records of a list as the case gives them. */
export type Held = Elements | readonly object[];

/** A slot made ready to be filled over and over. */
export interface ReadySlot {
  readonly source: SlotSource;
  readonly class: RegisterClass;
  readonly isEvent: boolean;
  /** −1: the value itself is not read. */
  readonly register: number;
  /** −1: its code is not read. */
  readonly code: number;
  readonly texts: ReadonlyMap<string, number>;
  readonly limits: Float64Array;
  readonly otherwise: Slot['otherwise'];
}

const readySlot = (slot: Slot): ReadySlot => ({
  source: slot.source,
  class: slot.class,
  isEvent: slot.type.t === 'event',
  register: slot.register ?? -1,
  code: slot.code ?? -1,
  texts: new Map((slot.texts ?? []).map((text, i) => [text, i + 2])),
  limits: Float64Array.from(slot.limits ?? []),
  otherwise: slot.otherwise,
});

/** The registers of one unit at work; used again for case after case. */
export interface Frame {
  readonly unit: Unit;
  readonly B: Uint8Array;
  readonly N: Float64Array;
  readonly O: Held[];
  /** Code of each coded slot. */
  readonly C: Int32Array;
  /** Verdict of each norm of the unit. */
  readonly V: Uint8Array;
  readonly slots: readonly ReadySlot[];
  readonly inner: readonly Frame[];
  /** Slots to be cleared: registers of numbers, pairs of codes and what stands for «missing». */
  readonly cleared: Cleared;
}
interface Cleared {
  readonly numbers: Int32Array;
  readonly objects: readonly number[];
  readonly codes: Int32Array;
}

export function makeFrame(unit: Unit): Frame {
  const { registers, constants, slots } = unit;
  const frame: Frame = {
    unit,
    B: new Uint8Array(registers.B),
    N: new Float64Array(registers.N),
    O: new Array<Held>(registers.O).fill(undefined),
    C: new Int32Array(unit.codes),
    V: new Uint8Array(unit.norms.length),
    slots: slots.map(readySlot),
    inner: unit.inner.map(makeFrame),
    cleared: {
      numbers: Int32Array.from(
        slots.flatMap((s) => (s.class === 'N' || s.class === 'D' ? (s.register ?? []) : [])),
      ),
      objects: slots.flatMap((s) => (s.class === 'O' ? (s.register ?? []) : [])),
      codes: new Int32Array(unit.codes),
    },
  };
  for (const [at, code] of constants.B) frame.B[at] = code;
  for (const [at, value] of constants.N) frame.N[at] = unpack(value);
  for (const [at, elements] of constants.O) frame.O[at] = elements;
  for (const { class: cls, code } of slots)
    if (code !== undefined) frame.cleared.codes[code] = cls === 'B' ? UNKNOWN : 0;
  return frame;
}

/** Every slot unknown. */
export function clearSlots({ cleared, N, O, C }: Frame): void {
  C.set(cleared.codes);
  for (let i = 0; i < cleared.numbers.length; i += 1) N[cleared.numbers[i] as number] = Number.NaN;
  for (const at of cleared.objects) O[at] = undefined;
}
