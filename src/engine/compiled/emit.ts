import { invariant } from '../../text/invariant.ts';
import { NOT_YET } from './codes.ts';
import type { Instruction, SlotDraft, TruthTable, UnitDraft, ValueId } from './draft.ts';
import { OPCODE } from './operations.ts';
import type { Constants, PackedNumber, Slot, Task, Unit } from './program.ts';

/** Registers of a class are numbered on their own; D and C take two of N. */
const bankOf = (cls: string): 'B' | 'N' | 'O' | 'V' =>
  cls === 'D' || cls === 'C' ? 'N' : (cls as 'B' | 'N' | 'O' | 'V');
const width = (cls: string): number => (cls === 'D' || cls === 'C' ? 2 : 1);

export type Emitted = Omit<Unit, 'imports' | 'inner' | 'norms' | 'exports' | 'mayContradict'> & {
  /** What is read of the outer unit, which gets its registers later: bank, value, which of its registers, register here. */
  readonly imports: readonly (readonly ['B' | 'N' | 'O', ValueId, number, number])[];
};

/**
 * Gives out registers and writes the bytecode: by stage, then by depth, then by operation, so that instructions of one
 * operation stand in runs and their results in consecutive registers.
 */
export function emit(d: UnitDraft, stages: number | 'one', verdicts: readonly Instruction[]): Emitted {
  const counts = { B: 0, N: 0, O: 0, V: 0 };
  const take = (cls: string): number => {
    const bank = bankOf(cls);
    const at = counts[bank];
    counts[bank] += width(cls);
    return at;
  };
  const imports: (readonly ['B' | 'N' | 'O', ValueId, number, number])[] = [];
  d.values.forEach((value, id) => {
    if (value.is === 'result') return;
    const cls = value.is === 'slot' ? value.slot.class : value.class;
    d.registers.set(id, take(cls));
    if (value.is !== 'import') return;
    const bank = bankOf(cls);
    invariant(bank !== 'V', 'an import');
    for (let k = 0; k < width(cls); k += 1) imports.push([bank, value.outer, k, d.register(id) + k]);
  });
  const slots = emitSlots(d);

  const byStage: { readonly id: ValueId | undefined; readonly instruction: Instruction }[][] = Array.from(
    { length: stages === 'one' ? 1 : stages },
    () => [],
  );
  const place = (instruction: Instruction) => byStage[stages === 'one' ? 0 : instruction.stage];
  d.values.forEach((value, id) => {
    if (value.is === 'result') place(value.instruction)?.push({ id, instruction: value.instruction });
  });
  for (const instruction of verdicts) place(instruction)?.push({ id: undefined, instruction });

  const tables = tableStore();
  const tasks: Task[] = [];
  for (const stage of byStage) {
    stage.sort(
      ({ instruction: x }, { instruction: y }) =>
        x.stage - y.stage || x.level - y.level || OPCODE[x.op] - OPCODE[y.op],
    );
    for (const { id, instruction } of stage) {
      if (id !== undefined) d.registers.set(id, take(instruction.class));
    }
  }
  const code = byStage.map((stage) => {
    const out: number[] = [];
    for (let i = 0; i < stage.length; ) {
      const first = stage[i];
      invariant(first, 'an instruction');
      let end = i;
      while (sameRun(first.instruction, stage[end]?.instruction)) end += 1;
      const { op } = first.instruction;
      out.push(OPCODE[op], end - i, first.id === undefined ? 0 : d.register(first.id));
      for (; i < end; i += 1) {
        const entry = stage[i];
        invariant(entry, 'an instruction');
        pushOperands(d, slots, tables, tasks, entry.instruction, out);
      }
    }
    return Int32Array.from(out);
  });
  return {
    slots: slots.list,
    codes: slots.codes,
    registers: { B: counts.B, N: counts.N, O: counts.O },
    constants: constantsOf(d),
    stages: code,
    tables: tables.bytes(),
    tasks,
    imports,
  };
}

const sameRun = (a: Instruction, b: Instruction | undefined): boolean =>
  a.op === b?.op && a.level === b.level && a.stage === b.stage;

function pushOperands(
  d: UnitDraft,
  slots: EmittedSlots,
  tables: TableStore,
  tasks: Task[],
  instruction: Instruction,
  out: number[],
): void {
  const { op, args, imm, lookup, task } = instruction;
  if (lookup) {
    const slot = slots.of(lookup.slot);
    invariant(slot.code !== undefined, 'a coded slot');
    out.push(tables.offset(lookup.of(slot)), slot.code);
    return;
  }
  if (task) {
    out.push(tasks.push(task.fill(d.register)) - 1);
    return;
  }
  if (op === 'and' || op === 'or') out.push(args.length);
  if (op === 'verdict') out.push(...imm);
  for (const a of args) out.push(d.register(a));
  if (op !== 'verdict') out.push(...imm);
}

interface EmittedSlots {
  readonly list: readonly Slot[];
  readonly codes: number;
  of(draft: SlotDraft): Slot;
}

function emitSlots(d: UnitDraft): EmittedSlots {
  let codes = 0;
  const made = new Map<SlotDraft, Slot>();
  for (const draft of d.slots.values()) {
    const { source, type, class: cls, texts, limits, otherwise, value, coded } = draft;
    made.set(draft, {
      source,
      type,
      class: cls,
      ...(value === undefined ? {} : { register: d.register(value) }),
      ...(coded ? { code: codes++ } : {}),
      ...(texts.size > 0 ? { texts: [...texts] } : {}),
      ...(limits.size > 0 ? { limits: [...limits].sort((a, b) => a - b) } : {}),
      ...(otherwise ? { otherwise } : {}),
    });
  }
  return {
    list: [...made.values()],
    codes,
    of: (draft) => {
      const slot = made.get(draft);
      invariant(slot, 'a slot of this unit');
      return slot;
    },
  };
}

interface TableStore {
  offset(table: TruthTable): number;
  bytes(): Uint8Array;
}

/** Equal tables stand once. */
function tableStore(): TableStore {
  const offsets = new Map<string, number>();
  const parts: Uint8Array[] = [];
  let size = 0;
  return {
    offset: (table) => {
      const old = offsets.get(table.key);
      if (old !== undefined) return old;
      const bytes = table.bytes();
      offsets.set(table.key, size);
      parts.push(bytes);
      size += bytes.length;
      return size - bytes.length;
    },
    bytes: () => {
      const all = new Uint8Array(size);
      let at = 0;
      for (const part of parts) {
        all.set(part, at);
        at += part.length;
      }
      return all;
    },
  };
}

function constantsOf(d: UnitDraft): Constants {
  const B: [number, number][] = [];
  const N: [number, PackedNumber][] = [];
  const O: [number, readonly number[]][] = [];
  d.values.forEach((draft, id) => {
    if (draft.is !== 'constant') return;
    const register = d.register(id);
    const { value } = draft;
    if ('code' in value) B.push([register, value.code]);
    else if ('number' in value) N.push([register, pack(value.number)]);
    else if ('amount' in value) N.push([register, pack(value.amount)], [register + 1, value.unit]);
    else O.push([register, value.elements]);
  });
  return { B, N, O };
}

export const pack = (value: number): PackedNumber =>
  Number.isNaN(value) ? null : value === NOT_YET ? 'not-yet' : value;
export const unpack = (value: PackedNumber): number =>
  value === null ? Number.NaN : value === 'not-yet' ? NOT_YET : value;
