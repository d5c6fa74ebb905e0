import { spawnSync } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { Engine as StockEngine } from 'json-rules-engine';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { randomFrom } from '../../src/differential/random.ts';
import { VERDICT_CODES } from '../../src/engine/compiled/codes.ts';
import { compiledEngine } from '../../src/engine/compiled/compiled.ts';
import type { Mode } from '../../src/engine/compiled/machine.ts';
import type { Program } from '../../src/engine/compiled/program.ts';
import { programFromPlan } from '../../src/engine/compiled/program-from-plan.ts';
import type { PlainRow } from '../../src/engine/compiled/row.ts';
import { jsonRulesEngine } from '../../src/engine/json-rules-engine/json-rules-engine.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { Case, CaseValue } from '../../src/facts/case.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { planFromModel } from '../../src/plan/plan-from-model.ts';
import { type Lists, straightLine } from './limit.ts';
import {
  atLeast,
  atMost,
  median,
  type Part,
  type Ratio,
  type Row,
  significant,
  table,
  time,
} from './measure.ts';
import { MEMBERS, neutralWorkload, type Workload, workloadModel } from './neutral-workload.ts';
import { PEERS } from './peers.ts';

interface Contender {
  readonly name: string;
  readonly open: () => Promise<(row: PlainRow) => Promise<Lists> | Lists>;
  /** Takes cases without gaps only. */
  readonly twoValued: boolean;
}
interface Measured {
  readonly name: string;
  /** Microseconds a case. */
  readonly warm: number;
  /** Milliseconds of the first case after it was made ready. */
  readonly first: number;
}
const options = { asOf: 20_000, calendar: chinaCalendar() };
const LIMIT = 'straight-line code (the limit)';
const HOT = 'compiled, as it runs by itself';
const REPEAT = 7;

/** The neutral workload at one size, through everything that can take it. */
export async function neutral(norms: number): Promise<Part> {
  const workload = neutralWorkload(norms);
  const plan = planFromModel(workloadModel(workload));
  const lowered = median(
    Array.from({ length: norms > 3000 ? 3 : 5 }, () => time(() => programFromPlan(plan))),
  );
  const program = programFromPlan(plan);
  const contenders = contendersFor(workload, plan, program);
  await verify(contenders, workload);
  const measured: Measured[] = [];
  const runners = await Promise.all(
    contenders.map(async (c) => ({
      ...c,
      decide: await c.open(),
      rows: c.twoValued ? complete(workload) : workload.rows,
    })),
  );
  const firsts = new Map<string, number>();
  for (const c of contenders) {
    const rows = c.twoValued ? complete(workload) : workload.rows;
    const times: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      const decide = await c.open();
      times.push(await once(decide, rows[0] ?? {}));
    }
    firsts.set(c.name, median(times));
  }
  for (const runner of runners) await batch(runner.decide, runner.rows, 60);
  const times = new Map<string, number[]>();
  for (let turn = 0; turn < REPEAT; turn += 1)
    for (const runner of runners) {
      const spent = await batch(runner.decide, runner.rows, 40);
      times.set(runner.name, [...(times.get(runner.name) ?? []), spent]);
    }
  for (const { name } of runners)
    measured.push({
      name,
      warm: median(times.get(name) ?? []) * 1000,
      first: firsts.get(name) ?? Number.NaN,
    });
  return { text: tableOf(measured, workload, lowered), ratios: ratiosOf(measured, norms, lowered) };
}

function contendersFor(workload: Workload, plan: Plan, program: Program): readonly Contender[] {
  const norms = workload.norms.length;
  const compiled = (mode: Mode) => async () => {
    const rows = compiledEngine(plan, program, mode).rows('K', options);
    return (row: PlainRow) => rows.lists(row);
  };
  return [
    { name: LIMIT, twoValued: false, open: async () => straightLine(workload) },
    { name: 'compiled, generated functions', twoValued: false, open: compiled('generated') },
    { name: 'compiled, bytecode', twoValued: false, open: compiled('bytecode') },
    { name: HOT, twoValued: false, open: compiled('auto') },
    ...(norms <= 3000
      ? [
          {
            name: 'reference interpreter, with citations',
            twoValued: false,
            open: async () => (row: PlainRow) =>
              listsOf(evaluate(plan, caseOf(row, workload), options).norms),
          },
        ]
      : []),
    ...(norms <= 300
      ? [
          {
            name: 'our export on json-rules-engine',
            twoValued: false,
            open: async () => {
              const engine = jsonRulesEngine(plan, StockEngine);
              return async (row: PlainRow) => listsOf(await engine.verdicts(caseOf(row, workload), options));
            },
          },
        ]
      : []),
    ...PEERS.filter((peer) => norms <= peer.most).map((peer) => ({
      name: `${peer.name} ${peer.version}`,
      twoValued: true,
      open: () => peer.open(workload),
    })),
  ];
}

/** Milliseconds of the first case of all in a process; what `bench.mjs first=NORMS` prints. */
export function firstOfAll(norms: number): number {
  const workload = neutralWorkload(norms);
  const plan = planFromModel(workloadModel(workload));
  const rows = compiledEngine(plan, programFromPlan(plan)).rows('K', options);
  return time(() => rows.lists(workload.rows[0] ?? {}));
}

function firstInItsProcess(norms: number): number {
  const [script = '', folder = ''] = process.argv.slice(1);
  const times = Array.from({ length: 3 }, () =>
    Number(spawnSync(process.execPath, [script, folder, `first=${norms}`], { encoding: 'utf8' }).stdout),
  );
  return median(times);
}

/** Every contender gives the lists of straight-line code, on every case, before anything is timed. */
async function verify(contenders: readonly Contender[], workload: Workload): Promise<void> {
  const right = straightLine(workload);
  for (const { name, open, twoValued } of contenders) {
    const decide = await open();
    for (const row of twoValued ? complete(workload) : workload.rows) {
      const found = await decide(row);
      if (
        !isDeepStrictEqual(
          found.map((l) => [...l].sort()),
          right(row).map((l) => [...l].sort()),
        )
      )
        throw new Error(`${name} gives other verdicts than straight-line code`);
    }
  }
}

/** The cases with their gaps filled. */
function complete({ facts, rows }: Workload): readonly PlainRow[] {
  const { next } = randomFrom(1);
  return rows.map((row) =>
    Object.fromEntries(
      facts.map(({ name, type }) => {
        const filled =
          type === 'bool'
            ? next() < 0.5
            : type === 'number'
              ? Math.floor(next() * 100)
              : MEMBERS[Math.floor(next() * 8)];
        return [name, row[name] ?? filled];
      }),
    ),
  ) as readonly PlainRow[];
}

function listsOf(
  norms: readonly { readonly norm: string; readonly verdict: string; readonly harmless: boolean }[],
): Lists {
  const lists: string[][] = VERDICT_CODES.map(() => []);
  for (const { norm, verdict, harmless } of norms) {
    const code = verdict === 'undetermined' ? (harmless ? 'harmless' : 'open') : verdict;
    lists[VERDICT_CODES.indexOf(code as 'open')]?.push(norm);
  }
  return lists;
}

function caseOf(row: PlainRow, { facts }: Workload): Case {
  const span = { file: 'row', start: 0, end: 0 };
  const caseValue = (type: string, v: unknown): CaseValue =>
    type === 'bool'
      ? { t: 'bool', v: v as boolean }
      : type === 'number'
        ? { t: 'number', v: v as number, unit: '' }
        : { t: 'enum', v: v as string, enum: 'E' };
  const given = facts.flatMap(({ name, type }) =>
    row[name] === undefined ? [] : [[name, { value: caseValue(type, row[name]), span }] as const],
  );
  return {
    title: '',
    matters: [{ id: '一', kind: 'K', facts: Object.fromEntries(given), span }],
    params: {},
    readings: {},
    span,
  };
}

async function once(decide: (row: PlainRow) => Promise<Lists> | Lists, row: PlainRow): Promise<number> {
  const start = performance.now();
  await decide(row);
  return performance.now() - start;
}

/** Milliseconds a case, over at least `least` milliseconds. What answers at once is not awaited. */
async function batch(
  decide: (row: PlainRow) => Promise<Lists> | Lists,
  rows: readonly PlainRow[],
  least: number,
): Promise<number> {
  let cases = 0;
  const start = performance.now();
  let spent = 0;
  do {
    for (const row of rows) {
      const answer = decide(row);
      if (answer instanceof Promise) await answer;
      cases += 1;
      if ((cases & 7) === 0 || answer instanceof Promise) {
        spent = performance.now() - start;
        if (spent > least) break;
      }
    }
    spent = performance.now() - start;
  } while (spent < least);
  return spent / cases;
}

function tableOf(measured: readonly Measured[], workload: Workload, lowered: number): string {
  const norms = workload.norms.length;
  const limit = measured.find((m) => m.name === LIMIT)?.warm ?? Number.NaN;
  const rows = measured.map(
    ({ name, warm, first }): Row => ({
      cells: [
        name,
        significant(warm),
        significant((warm * 1000) / norms),
        significant(warm / limit),
        significant(first),
      ],
    }),
  );
  return `### ${norms.toLocaleString('en')} norms, ${workload.facts.length} facts

${table(['', 'µs a case, warm', 'ns a norm', '× limit', 'first case, ms'], rows)}

The compiled engine’s first case of all, in a process of its own: ${significant(firstInItsProcess(norms))} ms. Lowering the plan: ${significant(lowered)} ms, ${significant((lowered * 1000) / norms)} µs a norm.
`;
}

function ratiosOf(measured: readonly Measured[], norms: number, lowered: number): readonly Ratio[] {
  const find = (start: string): Measured =>
    measured.find((m) => m.name.startsWith(start)) ?? { name: '', warm: Number.NaN, first: Number.NaN };
  const [hot, limit] = [find(HOT), find(LIMIT)];
  if (norms === 300)
    return [
      atMost('300 norms: compiled, warm ÷ straight-line code', hot.warm / limit.warm, 1.2),
      atLeast('300 norms: json-rules-engine ÷ compiled', find('json-rules-engine').warm / hot.warm, 1000),
      atLeast('300 norms: json-logic-engine, compiled ÷ compiled', find('json-logic').warm / hot.warm, 4),
      atMost('300 norms: compiled, first case', hot.first, 1, ' ms'),
    ];
  if (norms === 30_000)
    return [
      atMost('30,000 norms: compiled, first case, a norm', (hot.first * 1e6) / norms, 80, ' ns'),
      atMost('30,000 norms: compiled, warm, a norm', (hot.warm * 1000) / norms, 60, ' ns'),
      atMost('30,000 norms: lowering the plan', lowered / 1000, 2, ' s'),
    ];
  return [];
}
