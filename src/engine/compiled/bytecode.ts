import { invariant } from '../../text/invariant.ts';
import { JUDGEMENTS } from './codes.ts';
import type { Frame } from './frame.ts';
import { OPCODE as OP } from './operations.ts';
import type { Bytecode } from './program.ts';
import * as r from './routines.ts';
import type { Run } from './run.ts';
import { perform } from './tasks.ts';

/**
 * Runs the code of one stage over the registers of a frame. Each run of equal instructions is one loop: no dispatch
 * between them, results one after the other. Needs no code generation.
 */
export function execute(frame: Frame, code: Bytecode, run: Run): void {
  const { B, N, O, C, V } = frame;
  const { tables, tasks } = frame.unit;
  const at = (i: number): number => code[i] as number;
  const b = (i: number): number => B[code[i] as number] as number;
  const n = (i: number): number => N[code[i] as number] as number;
  const unitOf = (i: number): number => N[(code[i] as number) + 1] as number;
  const o = (i: number): r.Elements => O[code[i] as number] as r.Elements;
  let p = 0;
  while (p < code.length) {
    const op = at(p);
    const end = at(p + 2) + at(p + 1);
    let d = at(p + 2);
    p += 3;
    switch (op) {
      // The first six carry nearly all the work; written without helpers, they are quick from the first call on.
      case OP.lookup:
        for (; d < end; d += 1, p += 2)
          B[d] = tables[(code[p] as number) + (C[code[p + 1] as number] as number)] as number;
        break;
      case OP.and2:
        for (; d < end; d += 1, p += 2)
          B[d] = (B[code[p] as number] as number) & (B[code[p + 1] as number] as number);
        break;
      case OP.or2:
        for (; d < end; d += 1, p += 2)
          B[d] = (B[code[p] as number] as number) | (B[code[p + 1] as number] as number);
        break;
      case OP.and:
        for (; d < end; d += 1) {
          const last = p + (code[p] as number);
          let value = 3;
          for (p += 1; p <= last; p += 1) value &= B[code[p] as number] as number;
          B[d] = value;
        }
        break;
      case OP.or:
        for (; d < end; d += 1) {
          const last = p + (code[p] as number);
          let value = 0;
          for (p += 1; p <= last; p += 1) value |= B[code[p] as number] as number;
          B[d] = value;
        }
        break;
      case OP.verdict:
        for (; d < end; d += 1, p += 6)
          V[code[p] as number] = JUDGEMENTS[
            (code[p + 1] as number) +
              (B[code[p + 2] as number] as number) +
              ((B[code[p + 3] as number] as number) << 2) +
              ((B[code[p + 4] as number] as number) << 4) +
              ((B[code[p + 5] as number] as number) << 6)
          ] as number;
        break;
      case OP.not:
        for (; d < end; d += 1, p += 1) B[d] = (7 >> (b(p) << 1)) & 3;
        break;
      case OP.same:
        for (; d < end; d += 1, p += 3)
          B[d] = b(p) === 1 || b(p + 1) === 1 ? 1 : (b(p) === b(p + 1)) === (at(p + 2) === 0) ? 3 : 0;
        break;
      case OP.number:
        for (; d < end; d += 1, p += 3) B[d] = r.compareNumbers(at(p + 2), n(p), n(p + 1));
        break;
      case OP.day:
        for (; d < end; d += 1, p += 3) B[d] = r.compareDays(at(p + 2), n(p), n(p + 1), run.asOf);
        break;
      case OP.duration:
        for (; d < end; d += 1, p += 3)
          B[d] = r.compareDurations(at(p + 2), n(p), unitOf(p), n(p + 1), unitOf(p + 1));
        break;
      case OP.count:
        for (; d < end; d += 1, p += 3)
          B[d] = r.compareCounts(at(p + 2), n(p), unitOf(p), n(p + 1), unitOf(p + 1));
        break;
      case OP.sets:
        for (; d < end; d += 1, p += 3) B[d] = r.sameSets(o(p), o(p + 1), at(p + 2));
        break;
      case OP.in:
        for (; d < end; d += 1, p += 2) B[d] = r.isIn(n(p), o(p + 1));
        break;
      case OP.subset:
        for (; d < end; d += 1, p += 2) B[d] = r.subset(o(p), o(p + 1));
        break;
      case OP.disjoint:
        for (; d < end; d += 1, p += 2) B[d] = r.disjoint(o(p), o(p + 1));
        break;
      case OP.empty:
        for (; d < end; d += 1, p += 1) B[d] = r.isEmpty(o(p));
        break;
      case OP.occurred:
        for (; d < end; d += 1, p += 2) B[d] = r.occurred(n(p), at(p + 1));
        break;
      case OP.reached:
        for (; d < end; d += 1, p += 2) B[d] = r.reached(n(p), at(p + 1), run.asOf);
        break;
      case OP.period:
        for (; d < end; d += 1, p += 3) B[d] = r.samePeriod(at(p + 2), n(p), n(p + 1));
        break;
      case OP.shift:
        for (; d < end; d += 1, p += 3)
          N[d] = r.shift(n(p), n(p + 1), unitOf(p + 1), at(p + 2), run.workdays);
        break;
      case OP.arithmetic:
        for (; d < end; d += 1, p += 3) N[d] = r.arithmetic(at(p + 2), n(p), n(p + 1));
        break;
      case OP['duration-arithmetic']:
        // two registers each: the run counts instructions
        for (let left = end - d; left > 0; left -= 1, d += 2, p += 3) {
          N[d] = unitOf(p) === unitOf(p + 1) ? plain(at(p + 2), n(p), n(p + 1)) : Number.NaN;
          N[d + 1] = unitOf(p);
        }
        break;
      case OP['duration-times']:
        for (let left = end - d; left > 0; left -= 1, d += 2, p += 2) {
          N[d] = n(p) * n(p + 1);
          N[d + 1] = unitOf(p);
        }
        break;
      case OP.exact:
        for (; d < end; d += 1, p += 1) N[d] = n(p) === unitOf(p) ? n(p) : Number.NaN;
        break;
      case OP.wide:
        for (let left = end - d; left > 0; left -= 1, d += 2, p += 1) {
          N[d] = n(p);
          N[d + 1] = n(p);
        }
        break;
      case OP['task-B']:
      case OP['task-N']:
      case OP['task-O']:
        for (; d < end; d += 1, p += 1) perform(frame, tasks[at(p)] as (typeof tasks)[number], d, run);
        break;
      case OP['task-D']:
      case OP['task-C']:
        for (let left = end - d; left > 0; left -= 1, d += 2, p += 1)
          perform(frame, tasks[at(p)] as (typeof tasks)[number], d, run);
        break;
      default:
        invariant(false, `operation ${op}`);
    }
  }
}

const plain = (fn: number, a: number, b: number): number => (fn === 0 ? a + b : a - b);
