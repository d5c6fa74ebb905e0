import { invariant } from '../../text/invariant.ts';
import { ARITY, OPERATIONS, type Operation } from './operations.ts';
import type { Bytecode } from './program.ts';

/** One instruction of the bytecode. `to` is the register of its result, for a verdict −1. */
export interface Decoded {
  readonly op: Operation;
  readonly to: number;
  /** Without the count that stands before the operands of `and` and `or`. */
  readonly operands: readonly number[];
}

const WIDE: ReadonlySet<Operation> = new Set([
  'duration-arithmetic',
  'duration-times',
  'wide',
  'task-D',
  'task-C',
]);
const TRUTH_RESULT: ReadonlySet<Operation> = new Set([
  'lookup',
  'not',
  'and2',
  'or2',
  'and',
  'or',
  'same',
  'number',
  'day',
  'duration',
  'count',
  'sets',
  'in',
  'subset',
  'disjoint',
  'empty',
  'occurred',
  'reached',
  'period',
  'task-B',
]);

export function decode(code: Bytecode): Decoded[] {
  const all: Decoded[] = [];
  for (let p = 0; p < code.length; ) {
    const op = OPERATIONS[code[p] ?? -1];
    invariant(op, `operation ${code[p]}`);
    const count = code[p + 1] ?? 0;
    const first = code[p + 2] ?? 0;
    p += 3;
    for (let i = 0; i < count; i += 1) {
      const fixed = ARITY[op];
      const arity = fixed < 0 ? (code[p++] ?? 0) : fixed;
      const to = op === 'verdict' ? -1 : first + i * (WIDE.has(op) ? 2 : 1);
      all.push({ op, to, operands: [...code.subarray(p, p + arity)] });
      p += arity;
    }
  }
  return all;
}

/** The B register that an instruction fills. */
export const resultsOf = ({ op, to }: Decoded): number[] => (TRUTH_RESULT.has(op) ? [to] : []);
