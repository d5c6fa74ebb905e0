import type { Constant } from '../../check/model.ts';
import { invariant } from '../../text/invariant.ts';
import type { Operation } from './operations.ts';
import type { RegisterClass, Slot, SlotSource, Task } from './program.ts';

/** An instruction before registers are given out; operands are values, `imm` plain numbers behind them. */
export interface Instruction {
  readonly op: Operation;
  readonly class: RegisterClass | 'V';
  readonly args: readonly ValueId[];
  readonly imm: readonly number[];
  readonly task?: DraftTask;
  /** For `lookup`: the slot, and the truth value for each of its codes once all are known. */
  readonly lookup?: { readonly slot: SlotDraft; readonly of: (slot: Slot) => TruthTable };
  readonly stage: number;
  readonly level: number;
}
/** Truth values by code; tables of one key are equal. */
export interface TruthTable {
  readonly key: string;
  readonly bytes: () => Uint8Array;
}
/** A task whose registers are still values; `fill` puts them in. */
export interface DraftTask {
  readonly args: readonly ValueId[];
  readonly fill: (register: (value: ValueId) => number) => Task;
}
export type ValueId = number;

export type ValueDraft =
  | { readonly is: 'slot'; readonly slot: SlotDraft }
  | { readonly is: 'constant'; readonly class: RegisterClass; readonly value: ConstantDraft }
  | { readonly is: 'import'; readonly class: RegisterClass; readonly outer: ValueId }
  | { readonly is: 'result'; readonly instruction: Instruction };
export type ConstantDraft =
  | { readonly code: number }
  | { readonly number: number }
  | { readonly amount: number; readonly unit: number }
  | { readonly elements: readonly number[] };

/** A slot while its codes are still being collected. */
export interface SlotDraft {
  readonly source: SlotSource;
  readonly type: Slot['type'];
  readonly class: RegisterClass;
  readonly texts: Set<string>;
  readonly limits: Set<number>;
  readonly otherwise?: Constant;
  value?: ValueId; // the value itself is read
  coded: boolean; // its code is read
}

/** A unit while it is built: values in the order of their making. Equal nodes are one node of the plan already. */
export interface UnitDraft {
  readonly values: ValueDraft[];
  readonly slots: Map<string, SlotDraft>;
  /** Where values live, once the unit has been emitted. */
  readonly registers: Map<ValueId, number>;
  register(value: ValueId): number;
  fresh(): UnitDraft;
  slot(source: SlotSource, type: Slot['type'], cls: RegisterClass, otherwise?: Constant): SlotDraft;
  slotValue(slot: SlotDraft): ValueId;
  constant(cls: RegisterClass, value: ConstantDraft): ValueId;
  add(
    op: Operation,
    cls: RegisterClass,
    args: readonly ValueId[],
    imm?: readonly number[],
    more?: Pick<Instruction, 'task' | 'lookup'> & { readonly stage?: number },
  ): ValueId;
  classOf(value: ValueId): RegisterClass;
  stageOf(value: ValueId): number;
  levelOf(value: ValueId): number;
}

export function unitDraft(): UnitDraft {
  const values: ValueDraft[] = [];
  const slots = new Map<string, SlotDraft>();
  const constants = new Map<string, ValueId>();
  const registers = new Map<ValueId, number>();
  const push = (value: ValueDraft): ValueId => values.push(value) - 1;
  const get = (id: ValueId): ValueDraft => {
    const value = values[id];
    invariant(value, `value ${id}`);
    return value;
  };
  const instruction = (id: ValueId): Instruction | undefined => {
    const value = get(id);
    return value.is === 'result' ? value.instruction : undefined;
  };
  const stageOf = (id: ValueId): number => instruction(id)?.stage ?? 0;
  const levelOf = (id: ValueId): number => instruction(id)?.level ?? 0;
  return {
    values,
    slots,
    registers,
    register: (value) => {
      const register = registers.get(value);
      invariant(register !== undefined, `register of value ${value}`);
      return register;
    },
    fresh: unitDraft,
    slot: (source, type, cls, otherwise) => {
      const key = 'name' in source ? `${source.from} ${source.name}` : source.from;
      const old = slots.get(key);
      if (old) return old;
      const slot: SlotDraft = {
        source,
        type,
        class: cls,
        texts: new Set(),
        limits: new Set(),
        coded: false,
        ...(otherwise ? { otherwise } : {}),
      };
      slots.set(key, slot);
      return slot;
    },
    slotValue: (slot) => {
      slot.value ??= push({ is: 'slot', slot });
      return slot.value;
    },
    constant: (cls, value) => {
      const key = `${cls}${JSON.stringify(value, (_, v) => (v === Number.POSITIVE_INFINITY ? 'inf' : v))}`;
      const old = constants.get(key);
      if (old !== undefined) return old;
      const id = push({ is: 'constant', class: cls, value });
      constants.set(key, id);
      return id;
    },
    add: (op, cls, args, imm = [], more = {}) => {
      const { task, lookup } = more;
      const inputs = task ? task.args : args;
      let stage = more.stage ?? 0;
      for (const a of inputs) stage = Math.max(stage, stageOf(a));
      let level = 1;
      for (const a of inputs) if (stageOf(a) === stage) level = Math.max(level, levelOf(a) + 1);
      return push({
        is: 'result',
        instruction: {
          op,
          class: cls,
          args,
          imm,
          stage,
          level,
          ...(task ? { task } : {}),
          ...(lookup ? { lookup } : {}),
        },
      });
    },
    classOf: (id) => {
      const value = get(id);
      if (value.is === 'slot') return value.slot.class;
      if (value.is !== 'result') return value.class;
      invariant(value.instruction.class !== 'V', 'a verdict is no value');
      return value.instruction.class;
    },
    stageOf,
    levelOf,
  };
}
