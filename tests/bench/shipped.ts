import { readdirSync, readFileSync } from 'node:fs';
import { Engine as StockEngine } from 'json-rules-engine';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { engineFromPlan } from '../../src/engine/compiled/engine-from-plan.ts';
import { jsonRulesEngine } from '../../src/engine/json-rules-engine/json-rules-engine.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { readCases } from '../../src/facts/read-cases.ts';
import { compile } from '../../src/pipeline.ts';
import { inTurns, median, type Part, significant, table, time, timeAsync } from './measure.ts';

const RULES = 'rules/hongshan';

/** The shipped rulebook on its own cases, every norm with verdict and citations. */
export async function shipped(): Promise<Part> {
  const files = readdirSync(RULES)
    .filter((name) => name.endsWith('.norm'))
    .map((name) => ({ name, text: readFileSync(`${RULES}/${name}`, 'utf8') }));
  const { model, plan } = compile(files).value;
  if (!plan) throw new Error('the shipped rulebook has errors');
  const cases = readdirSync(`${RULES}/cases`)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap(
      (name) => readCases({ name, text: readFileSync(`${RULES}/cases/${name}`, 'utf8') }, model).value,
    );
  const options = { asOf: 20_000, calendar: chinaCalendar() };
  const engines = {
    'reference interpreter': { evaluate: (kase: (typeof cases)[0]) => evaluate(plan, kase, options) },
    'compiled, bytecode': engineFromPlan(plan, 'bytecode'),
    'compiled, generated functions': engineFromPlan(plan, 'generated'),
  };
  const norms = cases.reduce((sum, kase) => sum + evaluate(plan, kase, options).norms.length, 0);
  const tasks = Object.values(engines).map((engine) => () => {
    for (const kase of cases) engine.evaluate(kase, options);
  });
  for (let i = 0; i < 50; i += 1) for (const task of tasks) task();
  const warm = inTurns(tasks, 21);
  const stock = jsonRulesEngine(plan, StockEngine);
  const all = async () => {
    for (const kase of cases) await stock.evaluate(kase, options);
  };
  await all();
  const stockTimes: number[] = [];
  for (let i = 0; i < 7; i += 1) stockTimes.push(await timeAsync(all));
  const lowering = median(Array.from({ length: 7 }, () => time(() => engineFromPlan(plan, 'bytecode'))));
  const row = (name: string, ms: number) => ({
    cells: [name, significant((ms * 1000) / cases.length), significant((ms * 1e6) / norms)],
  });
  return {
    text: `## The shipped rulebook

${Object.keys(model.norms).length} norms, ${plan.nodes.length.toLocaleString('en')} plan nodes; ${cases.length} cases, ${norms} verdicts. Lowering the plan takes ${significant(lowering)} ms.

${table(
  ['', 'µs a case, warm', 'ns a verdict'],
  [
    ...Object.keys(engines).map((name, i) => row(name, warm[i] ?? Number.NaN)),
    row('json-rules-engine', median(stockTimes)),
  ],
)}
`,
    ratios: [],
  };
}
