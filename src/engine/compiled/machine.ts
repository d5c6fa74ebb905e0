import type { WorkCalendar } from '../../calendar/calendar.ts';
import type { Constant } from '../../check/model.ts';
import type { Case, CaseMatter, CaseValue } from '../../facts/case.ts';
import { execute } from './bytecode.ts';
import { encode, encodeNumber } from './encode.ts';
import { clearSlots, type Frame, makeFrame, type ReadySlot } from './frame.ts';
import { type Generated, generate } from './generate.ts';
import type { Bytecode, Program, Unit } from './program.ts';
import type { Run } from './run.ts';
import { workdayCounter } from './workdays.ts';

/** A program with its registers, ready for one case after the other. Not for two at the same time. */
export interface Machine {
  readonly program: Program;
  /** Frames in the order of the case's matters, filled until the next run. */
  run(kase: Case, asOf: number, calendar: WorkCalendar): readonly Frame[];
  /** One matter whose slots `load` fills. */
  runRow(frame: Frame, asOf: number, calendar: WorkCalendar, load: (run: Run) => void): void;
  frame(kind: string, nth: number): Frame;
  /** Did rows of a table differ in the last run? */
  conflict(): boolean;
}

export type Mode = 'auto' | 'bytecode' | 'generated';

export function makeMachine(program: Program, mode: Mode = 'auto'): Machine {
  const hot = hotCode(mode === 'generated');
  const pools = new Map<string, Frame[]>();
  const known = new Map(program.texts.map((text, i) => [text, i + 1]));
  const given = new Map<string, number>();
  const run: Run = {
    asOf: 0,
    workdays: { shift: () => Number.NaN },
    matters: [],
    matterOf: new Map(),
    at: 0,
    conflict: false,
    textCode: (text) => {
      const old = known.get(text) ?? given.get(text);
      if (old !== undefined) return old;
      const code = program.texts.length + given.size + 1;
      given.set(text, code);
      return code;
    },
  };

  const frame = (kind: string, nth: number): Frame => {
    const pool = pools.get(kind) ?? [];
    pools.set(kind, pool);
    const old = pool[nth];
    if (old) return old;
    const unit = Object.hasOwn(program.units, kind) ? program.units[kind] : undefined;
    const fresh = makeFrame(unit ?? NOTHING);
    pool.push(fresh);
    return fresh;
  };

  const begin = (asOf: number, calendar: WorkCalendar): void => {
    run.asOf = asOf;
    run.workdays = workdayCounter(calendar);
    run.matters.length = 0;
    run.matterOf.clear();
    run.conflict = false;
    given.clear();
  };

  const compute = (): void => {
    const { matters } = run;
    for (let stage = 0; stage < program.stages; stage += 1)
      for (let i = 0; i < matters.length; i += 1) {
        const at = matters[i];
        const code = at?.unit.stages[stage];
        if (!at || !code || code.length === 0) continue;
        run.at = i;
        const quick = mode === 'bytecode' ? undefined : hot(at.unit, stage, code);
        if (quick) quick(at, run);
        else execute(at, code, run);
      }
  };

  return {
    program,
    frame,
    conflict: () => run.conflict,
    run: (kase, asOf, calendar) => {
      begin(asOf, calendar);
      const used = new Map<string, number>();
      kase.matters.forEach((matter, i) => {
        const nth = used.get(matter.kind) ?? 0;
        used.set(matter.kind, nth + 1);
        const at = frame(matter.kind, nth);
        run.matters.push(at);
        run.matterOf.set(run.textCode(matter.id), i);
        load(at, kase, matter, run);
      });
      compute();
      return run.matters;
    },
    runRow: (at, asOf, calendar, fill) => {
      begin(asOf, calendar);
      run.matters.push(at);
      clearSlots(at);
      fill(run);
      compute();
    },
  };
}

/** Generating pays once this many operands have been gone through, if the unit is not too large to be optimised. */
const WARM = 1_000_000;
const LARGE = 40_000;

/** Generated functions of the stages that run often; undefined while the bytecode is the better choice. */
function hotCode(atOnce: boolean): (unit: Unit, stage: number, code: Bytecode) => Generated | undefined {
  const states = new WeakMap<Bytecode, { spent: number; quick: Generated | undefined | 'none' }>();
  return (unit, stage, code) => {
    const state = states.get(code) ?? { spent: 0, quick: undefined };
    states.set(code, state);
    if (state.quick) return state.quick === 'none' ? undefined : state.quick;
    state.spent += code.length;
    if (atOnce || (state.spent > WARM && code.length <= LARGE)) {
      state.quick = generate(unit, stage) ?? 'none';
      return state.quick === 'none' ? undefined : state.quick;
    }
    return undefined;
  };
}

/** A matter of a kind that the rulebook does not know: no norm speaks of it. */
const NOTHING: Unit = {
  slots: [],
  codes: 0,
  registers: { B: 0, N: 0, O: 0 },
  constants: { B: [], N: [], O: [] },
  stages: [],
  tables: new Uint8Array(0),
  tasks: [],
  imports: [],
  inner: [],
  norms: [],
  exports: {},
  mayContradict: false,
};

function load(frame: Frame, kase: Case, matter: CaseMatter, run: Run): void {
  clearSlots(frame);
  for (const slot of frame.slots) {
    const value = given(kase, matter, slot) ?? slot.otherwise;
    if (value) encode(frame, slot, value, run);
    else loadDate(frame, slot, matter.actDate ?? kase.actDate, run);
  }
}

/** What the case says; a refused judgement is unknown, and no default stands in for it. */
function given(kase: Case, matter: CaseMatter, { source }: ReadySlot): Constant | CaseValue | undefined {
  switch (source.from) {
    case 'fact': {
      const fact = Object.hasOwn(matter.facts, source.name) ? matter.facts[source.name] : undefined;
      return fact?.rejected ? { t: 'unknown' } : fact?.value;
    }
    case 'param':
      return Object.hasOwn(kase.params, source.name) ? kase.params[source.name]?.value : undefined;
    case 'reading': {
      const chosen = Object.hasOwn(kase.readings, source.name) ? kase.readings[source.name] : undefined;
      return chosen && { t: 'enum', v: chosen.option, enum: source.name };
    }
    default:
      return undefined;
  }
}

function loadDate(frame: Frame, slot: ReadySlot, actDate: number | undefined, run: Run): void {
  const { from } = slot.source;
  if (from === 'asOf') encodeNumber(frame, slot, run.asOf);
  if (from === 'actDate' && actDate !== undefined) encodeNumber(frame, slot, actDate);
}
