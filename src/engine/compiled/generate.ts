import { JUDGEMENTS } from './codes.ts';
import { type Decoded, decode, resultsOf } from './decode.ts';
import type { Frame } from './frame.ts';
import type { Bytecode, Slot, Unit } from './program.ts';
import * as routines from './routines.ts';
import type { Run } from './run.ts';
import { perform } from './tasks.ts';

/** Does what `execute` does for one stage of one unit. */
export type Generated = (frame: Frame, run: Run) => void;

/**
 * JavaScript for one stage, out of the lowered program alone: numbers in it are registers, codes and bits of tables, and
 * nothing a user wrote reaches it. Functions are kept small, because V8 does not optimise large ones. Undefined where
 * code may not be generated (a content security policy, `--disallow-code-generation-from-strings`).
 */
export function generate(unit: Unit, stage: number): Generated | undefined {
  const code = unit.stages[stage];
  if (!code) return undefined;
  try {
    const parts = sources(unit, code).map((body) => new Function(...PARAMETERS, body) as Part);
    return (frame, run) => {
      const { B, N, O, C, V } = frame;
      for (const part of parts) part(B, N, O, C, V, unit.tables, JUDGEMENTS, frame, run, HELP);
    };
  } catch {
    return undefined;
  }
}

const PARAMETERS = ['B', 'N', 'O', 'C', 'V', 'T', 'J', 'f', 'run', 'h'] as const;
type Part = (...args: readonly unknown[]) => void;
const HELP = { ...routines, perform };

/** About fifty norms: past some 60 kB of V8's own bytecode a function is not optimised any more. */
const PART = 800;
/** Longest expression that is written in place of its register. */
const INLINE = 120;

/** Bodies of the functions, in the order in which they run. */
export function sources(unit: Unit, code: Bytecode): string[] {
  const all = decode(code);
  const inline = inlined(unit, all);
  const texts = new Map<number, Expression>();
  const bodies: string[] = [];
  let part = newPart(unit);
  for (const instruction of all) {
    const expression = translate(part, texts, instruction); // or nothing: it was put as a statement
    if (expression && inline.has(instruction.to) && expression.cost <= INLINE)
      texts.set(instruction.to, expression);
    else if (expression)
      part.put(`B[${instruction.to}]=${masked(expression)}`, expression.cost + 1, expression.slots);
    if (part.cost() > PART) {
      bodies.push(part.body());
      part = newPart(unit);
    }
  }
  bodies.push(part.body());
  return bodies.filter((body) => body !== '');
}

/** Text of a truth value; `clean`: nothing above its two bits, otherwise what is above them is to be cut off. */
interface Expression {
  readonly text: string;
  readonly cost: number;
  readonly clean: boolean;
  readonly slots: ReadonlySet<number>;
}
const masked = ({ text, clean }: Expression): string => (clean ? text : `(${text})&3`);
const NO_SLOTS: ReadonlySet<number> = new Set();
const register = (b: number): Expression => ({ text: `B[${b}]`, cost: 1, clean: true, slots: NO_SLOTS });

interface PartInMaking {
  readonly unit: Unit;
  put(statement: string, cost: number, slots?: ReadonlySet<number>): void;
  cost(): number;
  body(): string;
}

function newPart(unit: Unit): PartInMaking {
  const statements: string[] = [];
  const used = new Set<number>();
  let total = 0;
  return {
    unit,
    put: (statement, cost, slots = NO_SLOTS) => {
      statements.push(statement);
      for (const slot of slots) used.add(slot);
      total += cost;
    },
    cost: () => total,
    body: () =>
      statements.length === 0
        ? ''
        : [...[...used].sort((a, b) => a - b).map(slotVariables), ...statements].join(';\n'),
  };
}

/** `c` the code, `d` twice the code, `u` the bits that may be set (one if the value is missing), `n` 1 if it is missing. */
const slotVariables = (c: number): string =>
  `const c${c}=C[${c}],d${c}=c${c}<<1,n${c}=c${c}===0?1:0,u${c}=3>>n${c}`;

/** Registers read once, by an instruction of this code that can take them in: they need not be written. */
function inlined(unit: Unit, all: readonly Decoded[]): ReadonlySet<number> {
  const uses = new Map<number, number>();
  const use = (b: number, n = 1): void => {
    uses.set(b, (uses.get(b) ?? 0) + n);
  };
  for (const { op, operands } of all) {
    if (op === 'verdict') for (const b of new Set(operands.slice(2))) use(b);
    else if (JUNCTION.has(op)) for (const b of operands) use(b);
    else if (op === 'same') for (const b of operands.slice(0, 2)) use(b, 2); // kept
  }
  // what is read from elsewhere stays in its register: another stage, a task, another matter, an inner unit
  for (const b of readElsewhere(unit)) use(b, 2);
  const here = new Set(all.flatMap((i) => resultsOf(i)));
  return new Set([...uses].filter(([b, n]) => n === 1 && here.has(b)).map(([b]) => b));
}

function* readElsewhere(unit: Unit): Generator<number> {
  for (const [cls, b] of Object.values(unit.exports)) if (cls === 'B') yield b;
  for (const task of unit.tasks) {
    if (task.do !== 'table') continue;
    for (const [when, value] of [...task.rows, ...task.exceptions]) {
      yield when;
      if (task.class === 'B') yield value;
    }
    if (task.class === 'B' && task.otherwise !== undefined) yield task.otherwise;
  }
  for (const inner of unit.inner) for (const [bank, outer] of inner.imports) if (bank === 'B') yield outer;
  if (unit.stages.length === 1) return;
  const made = new Map<number, number>();
  for (const [stage, code] of unit.stages.entries())
    for (const instruction of decode(code)) {
      const { op, operands } = instruction;
      for (const b of resultsOf(instruction)) made.set(b, stage);
      const read = op === 'verdict' ? operands.slice(2) : op === 'same' ? operands.slice(0, 2) : operands;
      if (op === 'verdict' || op === 'same' || JUNCTION.has(op))
        for (const b of read) if (made.get(b) !== stage) yield b;
    }
}
const JUNCTION: ReadonlySet<string> = new Set(['and', 'or', 'and2', 'or2', 'not']);

/** The expression of a truth value; anything else is put as a statement. */
function translate(part: PartInMaking, texts: Map<number, Expression>, i: Decoded): Expression | undefined {
  const { op, operands, to } = i;
  const [a = 0, b = 0, c = 0] = operands;
  const value = (r: number): Expression => texts.get(r) ?? register(r);
  switch (op) {
    case 'lookup':
      return lookup(part.unit, a, b);
    case 'and2':
    case 'and':
      return join('&', operands.map(value));
    case 'or2':
    case 'or':
      return join('|', operands.map(value));
    case 'not': {
      const inner = value(a);
      return {
        text: `(7>>((${masked(inner)})<<1)&3)`,
        cost: inner.cost + 3,
        clean: true,
        slots: inner.slots,
      };
    }
    case 'verdict':
      putVerdict(part, value, operands);
      return undefined;
    case 'same':
      part.put(`B[${to}]=B[${a}]===1||B[${b}]===1?1:B[${a}]===B[${b}]===(${c}===0)?3:0`, 4);
      return undefined;
    case 'number':
      part.put(`B[${to}]=h.compareNumbers(${c},N[${a}],N[${b}])`, 4);
      return undefined;
    case 'day':
      part.put(`B[${to}]=h.compareDays(${c},N[${a}],N[${b}],run.asOf)`, 4);
      return undefined;
    case 'duration':
      part.put(`B[${to}]=h.compareDurations(${c},N[${a}],N[${a + 1}],N[${b}],N[${b + 1}])`, 6);
      return undefined;
    case 'count':
      part.put(`B[${to}]=h.compareCounts(${c},N[${a}],N[${a + 1}],N[${b}],N[${b + 1}])`, 6);
      return undefined;
    case 'sets':
      part.put(`B[${to}]=h.sameSets(O[${a}],O[${b}],${c})`, 4);
      return undefined;
    case 'in':
      part.put(`B[${to}]=h.isIn(N[${a}],O[${b}])`, 4);
      return undefined;
    case 'subset':
    case 'disjoint':
      part.put(`B[${to}]=h.${op}(O[${a}],O[${b}])`, 4);
      return undefined;
    case 'empty':
      part.put(`B[${to}]=h.isEmpty(O[${a}])`, 3);
      return undefined;
    case 'occurred':
      part.put(`B[${to}]=h.occurred(N[${a}],${b})`, 3);
      return undefined;
    case 'reached':
      part.put(`B[${to}]=h.reached(N[${a}],${b},run.asOf)`, 3);
      return undefined;
    case 'period':
      part.put(`B[${to}]=h.samePeriod(${c},N[${a}],N[${b}])`, 4);
      return undefined;
    case 'shift':
      part.put(`N[${to}]=h.shift(N[${a}],N[${b}],N[${b + 1}],${c},run.workdays)`, 6);
      return undefined;
    case 'arithmetic':
      part.put(`N[${to}]=h.arithmetic(${c},N[${a}],N[${b}])`, 4);
      return undefined;
    case 'duration-arithmetic':
      part.put(
        `N[${to}]=N[${a + 1}]===N[${b + 1}]?N[${a}]${c === 0 ? '+' : '-'}N[${b}]:NaN;N[${to + 1}]=N[${a + 1}]`,
        6,
      );
      return undefined;
    case 'duration-times':
      part.put(`N[${to}]=N[${a}]*N[${b}];N[${to + 1}]=N[${a + 1}]`, 5);
      return undefined;
    case 'exact':
      part.put(`N[${to}]=N[${a}]===N[${a + 1}]?N[${a}]:NaN`, 4);
      return undefined;
    case 'wide':
      part.put(`N[${to}]=N[${to + 1}]=N[${a}]`, 3);
      return undefined;
    default:
      part.put(`h.perform(f,f.unit.tasks[${a}],${to},run)`, 4);
      return undefined;
  }
}

function join(sign: '&' | '|', parts: readonly Expression[]): Expression {
  return {
    text: `(${parts.map((p) => p.text).join(sign)})`,
    cost: parts.reduce((sum, p) => sum + p.cost, 0),
    clean: parts.every((p) => p.clean),
    slots: new Set(parts.flatMap((p) => [...p.slots])),
  };
}

function putVerdict(part: PartInMaking, value: (r: number) => Expression, operands: readonly number[]): void {
  const [at = 0, table = 0, a = 0, e = 0, r0 = 0, r1 = 0] = operands;
  const [x, y, p, q] = [value(a), value(e), value(r0), value(r1)];
  const slots = new Set([x, y, p, q].flatMap((v) => [...v.slots]));
  const head = `${table}+(${masked(x)})+((${masked(y)})<<2)`;
  // 80 = 16 + 64: R₀ and R₁ are one value
  const text = r0 === r1 ? `${head}+((${masked(p)})*80)` : `${head}+((${masked(p)})<<4)+((${masked(q)})<<6)`;
  part.put(`V[${at}]=J[${text}]`, x.cost + y.cost + p.cost + (r0 === r1 ? 0 : q.cost) + 4, slots);
}

/** A truth value by the code of a slot: bits of one number, a step at one code, or a table in memory. */
function lookup(unit: Unit, offset: number, code: number): Expression {
  const slot = unit.slots.find((s) => s.code === code);
  const size = slot ? codesOf(slot) : 0;
  const table = unit.tables.subarray(offset, offset + size);
  const slots = new Set([code]);
  if (size <= 16) {
    let bits = 0;
    table.forEach((truth, i) => {
      bits |= truth << (2 * i);
    });
    return { text: `${bits}>>d${code}`, cost: 2, clean: false, slots };
  }
  const step = stepOf(table, slot?.type.t === 'event');
  if (step === undefined) return { text: `T[${offset}+c${code}]`, cost: 3, clean: true, slots };
  const text =
    step.below === 3 ? `(c${code}-${step.at}>>31&u${code})` : `(${step.at - 1}-c${code}>>31&3|n${code})`;
  return { text, cost: 4, clean: true, slots };
}

const codesOf = (slot: Slot): number =>
  slot.class === 'B' ? 4 : slot.texts ? slot.texts.length + 2 : 2 * (slot.limits?.length ?? 0) + 3;

/** One change between true and false over the known codes, missing unknown; the last code counts where 未發生 can come. */
function stepOf(
  table: Uint8Array,
  event: boolean,
): { readonly below: number; readonly at: number } | undefined {
  const last = event ? table.length : table.length - 1;
  const below = table[1] ?? 1;
  if (table[0] !== 1 || below === 1) return undefined;
  let at = 1;
  while (at < last && table[at] === below) at += 1;
  const above = 3 - below;
  for (let i = at; i < last; i += 1) if (table[i] !== above) return undefined;
  return { below, at };
}
