import type { Engine, EngineName } from '../engine/engine.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Plan } from '../plan/plan.ts';

/** `--engine`: whichever is chosen gives the same verdicts. What an engine needs is loaded only when it is chosen. */
export async function openEngine(name: EngineName, plan: Plan): Promise<Engine> {
  if (name === 'json-rules-engine') {
    const { Engine: Stock } = await import('json-rules-engine');
    const { jsonRulesEngine } = await import('../engine/json-rules-engine/json-rules-engine.ts');
    return jsonRulesEngine(plan, Stock);
  }
  return { name, evaluate: (kase, options) => evaluate(plan, kase, options) };
}
