import type { CaseValue } from '../../facts/case.ts';
import { execute } from './bytecode.ts';
import { FALSE, NOT_YET, TRUE, UNKNOWN } from './codes.ts';
import { encode } from './encode.ts';
import { clearSlots, type Frame } from './frame.ts';
import type { RegisterClass, Task } from './program.ts';
import { type Elements, rounded, sameElements } from './routines.ts';
import type { Run } from './run.ts';

type TaskOf<Do extends Task['do']> = Extract<Task, { do: Do }>;

/** Carries out a task and writes its result from register `to` on. */
export function perform(frame: Frame, task: Task, to: number, run: Run): void {
  switch (task.do) {
    case 'table':
      return table(frame, task, to, run);
    case 'aggregate':
      return aggregate(frame, task, to, run);
    case 'follow':
      return follow(frame, task, to, run);
    case 'fires-at-base':
      frame.B[to] = firesAtBase(task, run);
      return;
    case 'fires-at-exception':
      frame.B[to] = firesAtException(task, run);
  }
}

// ---- values in registers ------------------------------------------------------------------------------------------

function setUnknown(frame: Frame, cls: RegisterClass, to: number): void {
  if (cls === 'B') frame.B[to] = UNKNOWN;
  else if (cls === 'O') frame.O[to] = undefined;
  else {
    frame.N[to] = Number.NaN;
    if (cls === 'C') frame.N[to + 1] = Number.NaN;
  }
}

function copy(from: Frame, at: number, cls: RegisterClass, frame: Frame, to: number): void {
  if (cls === 'B') frame.B[to] = from.B[at] as number;
  else if (cls === 'O') frame.O[to] = from.O[at];
  else {
    frame.N[to] = from.N[at] as number;
    if (cls !== 'N') frame.N[to + 1] = from.N[at + 1] as number;
  }
}

function isKnown(frame: Frame, cls: RegisterClass, at: number): boolean {
  if (cls === 'B') return frame.B[at] !== UNKNOWN;
  if (cls === 'O') return frame.O[at] !== undefined;
  return !Number.isNaN(frame.N[at] as number);
}

function same(frame: Frame, cls: RegisterClass, a: number, b: number): boolean {
  const { B, N, O } = frame;
  if (cls === 'B') return B[a] === B[b];
  if (cls === 'O') return sameElements(O[a] as readonly number[], O[b] as readonly number[]);
  return N[a] === N[b] && (cls !== 'D' || N[a + 1] === N[b + 1]);
}

// ---- definitions and tables: evaluate/definition.ts in registers ---------------------------------------------------

type Rows = readonly (readonly [number, number])[];

function table(frame: Frame, task: TaskOf<'table'>, to: number, run: Run): void {
  if (task.collect) return collect(frame, task, to, run);
  // rows of a count hold numbers; they are read and written as such, and widened at the end
  const { exceptions } = task;
  if (hits(frame, exceptions) > 0) return unanimous(frame, task, exceptions, to, run);
  ordinary(frame, task, to, run);
  if (!anyOpen(frame, exceptions)) return;
  const cls = rowClass(task);
  const known = isKnown(frame, cls, to) && (task.class !== 'C' || frame.N[to] === frame.N[to + 1]);
  for (const [when, value] of exceptions) {
    if (frame.B[when] !== UNKNOWN) continue;
    if (known && isKnown(frame, cls, value) && same(frame, cls, value, to)) continue;
    return setUnknown(frame, task.class, to);
  }
}

const rowClass = (task: TaskOf<'table'>): RegisterClass => (task.class === 'C' ? 'N' : task.class);

function hits(frame: Frame, rows: Rows): number {
  let n = 0;
  for (const [when] of rows) if (frame.B[when] === TRUE) n += 1;
  return n;
}
function anyOpen(frame: Frame, rows: Rows): boolean {
  for (const [when] of rows) if (frame.B[when] === UNKNOWN) return true;
  return false;
}

/** A row's value as the value of the table. */
function give(frame: Frame, task: TaskOf<'table'>, value: number, to: number): void {
  copy(frame, value, rowClass(task), frame, to);
  if (task.class === 'C') frame.N[to + 1] = frame.N[to] as number;
}

function ordinary(frame: Frame, task: TaskOf<'table'>, to: number, run: Run): void {
  const { rows, otherwise } = task;
  if (hits(frame, rows) > 0) return unanimous(frame, task, rows, to, run);
  if (otherwise === undefined) return setUnknown(frame, task.class, to);
  if (anyOpen(frame, rows)) {
    const cls = rowClass(task);
    const exact = task.class !== 'C' || frame.N[otherwise] === frame.N[otherwise + 1];
    if (!exact || !isKnown(frame, cls, otherwise)) return setUnknown(frame, task.class, to);
    for (const [when, value] of rows)
      if (frame.B[when] === UNKNOWN && !(isKnown(frame, cls, value) && same(frame, cls, value, otherwise)))
        return setUnknown(frame, task.class, to);
  }
  copy(frame, otherwise, task.class, frame, to);
}

/** Rows that hold must give one value; rows that may hold must not give another. */
function unanimous(frame: Frame, task: TaskOf<'table'>, rows: Rows, to: number, run: Run): void {
  const cls = rowClass(task);
  let first = -1;
  let complete = true;
  for (const [when, value] of rows) {
    if (frame.B[when] !== TRUE) continue;
    if (!isKnown(frame, cls, value)) complete = false;
    else if (first < 0) first = value;
    else if (!same(frame, cls, first, value)) {
      run.conflict = true;
      return setUnknown(frame, task.class, to);
    }
  }
  if (first < 0 || !complete) return setUnknown(frame, task.class, to);
  for (const [when, value] of rows)
    if (frame.B[when] === UNKNOWN && !(isKnown(frame, cls, value) && same(frame, cls, value, first)))
      return setUnknown(frame, task.class, to);
  give(frame, task, first, to);
}

function collect(frame: Frame, task: TaskOf<'table'>, to: number, run: Run): void {
  const rows = [...task.exceptions, ...task.rows];
  const found = new Set<number>();
  let hit = false;
  for (const [when, value] of rows) {
    if (frame.B[when] !== TRUE) continue;
    const elements = frame.O[value] as Elements;
    if (!elements) return setUnknown(frame, task.class, to);
    hit = true;
    for (const e of elements) found.add(e);
  }
  if (!hit && !anyOpen(frame, rows)) return ordinary(frame, { ...task, rows: [] }, to, run);
  for (const [when, value] of rows) {
    if (frame.B[when] !== UNKNOWN) continue;
    const elements = frame.O[value] as Elements;
    if (!hit || !elements || elements.some((e) => !found.has(e))) return setUnknown(frame, task.class, to);
  }
  frame.O[to] = [...found].sort((a, b) => a - b);
}

// ---- lists of records ---------------------------------------------------------------------------------------------

function aggregate(frame: Frame, task: TaskOf<'aggregate'>, to: number, run: Run): void {
  const records = frame.O[task.list] as readonly Readonly<Record<string, CaseValue>>[] | undefined;
  const inner = frame.inner[task.unit] as Frame;
  const state = tally(task);
  if (records) {
    for (const [bank, from, at] of inner.unit.imports) {
      if (bank === 'B') inner.B[at] = frame.B[from] as number;
      else if (bank === 'N') inner.N[at] = frame.N[from] as number;
      else inner.O[at] = frame.O[from];
    }
    for (const record of records) {
      loadRecord(inner, record, run);
      count(state, task, inner);
    }
  }
  write(frame, task, state, records !== undefined, to);
}

function loadRecord(inner: Frame, record: Readonly<Record<string, CaseValue>>, run: Run): void {
  clearSlots(inner);
  for (const slot of inner.slots) {
    if (slot.source.from !== 'item') continue;
    const value = Object.hasOwn(record, slot.source.name) ? record[slot.source.name] : undefined;
    if (value) encode(inner, slot, value, run);
  }
  execute(inner, inner.unit.stages[0] as Int32Array, run);
}

interface Tally {
  yes: number;
  open: number;
  no: number;
  numbers: number; // how many were added up or compared
  value: number; // sum or extreme so far
  unknown: boolean;
}
const tally = (task: TaskOf<'aggregate'>): Tally => ({
  yes: 0,
  open: 0,
  no: 0,
  numbers: 0,
  value: task.fn === 'sum' ? 0 : Number.NaN,
  unknown: false,
});

function count(state: Tally, task: TaskOf<'aggregate'>, inner: Frame): void {
  const selected = task.where === undefined ? TRUE : (inner.B[task.where] as number);
  if (selected === TRUE) state.yes += 1;
  else if (selected === FALSE) state.no += 1;
  else state.open += 1;
  if (selected !== TRUE || task.field === undefined) return;
  const value = inner.N[task.field] as number;
  if (value === NOT_YET) return;
  if (Number.isNaN(value)) state.unknown = true;
  state.numbers += 1;
  if (task.fn === 'sum') state.value += value;
  else if (state.numbers === 1) state.value = value;
  else
    state.value =
      task.fn === 'earliest' || task.fn === 'min'
        ? Math.min(state.value, value)
        : Math.max(state.value, value);
}

function write(frame: Frame, task: TaskOf<'aggregate'>, s: Tally, given: boolean, to: number): void {
  switch (task.fn) {
    case 'count':
      frame.N[to] = given ? s.yes : Number.NaN;
      frame.N[to + 1] = given ? s.yes + s.open : Number.NaN;
      return;
    case 'any':
      frame.B[to] = !given ? UNKNOWN : s.yes > 0 ? TRUE : s.open > 0 ? UNKNOWN : FALSE;
      return;
    case 'all':
      frame.B[to] = !given ? UNKNOWN : s.no > 0 ? FALSE : s.open > 0 ? UNKNOWN : TRUE;
      return;
    default:
      frame.N[to] = extreme(task, s, given);
  }
}

function extreme(task: TaskOf<'aggregate'>, s: Tally, given: boolean): number {
  if (!given || s.open > 0 || s.unknown) return Number.NaN;
  if (task.fn === 'sum') return rounded(s.value);
  return s.numbers > 0 ? s.value : task.event ? NOT_YET : Number.NaN;
}

// ---- from matter to matter ----------------------------------------------------------------------------------------

function linked(ref: number, run: Run): number | undefined {
  return Number.isNaN(ref) ? undefined : run.matterOf.get(ref);
}

function follow(frame: Frame, task: TaskOf<'follow'>, to: number, run: Run): void {
  const place = linked(frame.N[task.ref] as number, run);
  const other = place === undefined ? undefined : run.matters[place];
  const target =
    other && Object.hasOwn(other.unit.exports, task.target) ? other.unit.exports[task.target] : undefined;
  if (!other || !target) return setUnknown(frame, task.class, to);
  const [cls, at] = target;
  copy(other, at, cls, frame, to);
  if (task.class === 'C' && cls === 'N') frame.N[to + 1] = frame.N[to] as number;
}

/** Place of the matter that a path of references leads to. */
function walk(path: readonly string[], start: number, run: Run): number | undefined {
  let place: number | undefined = start;
  for (const key of path) {
    const frame: Frame | undefined = place === undefined ? undefined : run.matters[place];
    const entry = frame && Object.hasOwn(frame.unit.exports, key) ? frame.unit.exports[key] : undefined;
    if (!frame || !entry) return undefined;
    place = linked(frame.N[entry[1]] as number, run);
  }
  return place;
}

/** undefined: the matter's kind is not one of the norm's. */
function firing(place: number, norm: string, run: Run): number | undefined {
  const frame = run.matters[place];
  const entry = frame && Object.hasOwn(frame.unit.exports, norm) ? frame.unit.exports[norm] : undefined;
  return frame && entry ? (frame.B[entry[1]] as number) : undefined;
}

function firesAtBase(task: TaskOf<'fires-at-base'>, run: Run): number {
  const place = walk(task.path, run.at, run);
  return place === undefined ? UNKNOWN : (firing(place, task.norm, run) ?? FALSE);
}

/** A missing link may lead here: unknown, unless the exception does not fire anyway. */
function firesAtException(task: TaskOf<'fires-at-exception'>, run: Run): number {
  let result = FALSE;
  for (let place = 0; place < run.matters.length; place += 1) {
    const fires = firing(place, task.norm, run);
    if (fires === undefined) continue;
    const target = walk(task.path, place, run);
    if (target === undefined) result |= fires === FALSE ? FALSE : UNKNOWN;
    else if (target === run.at) result |= fires;
  }
  return result;
}
