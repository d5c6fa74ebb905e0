import { compiledEngine } from '../engine/compiled/compiled.ts';
import type { Engine, EngineName } from '../engine/engine.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { UsableRulebook } from './rulebook.ts';

/** `--engine`: whichever is chosen gives the same verdicts. What an engine needs is loaded only when it is chosen. */
export async function openEngine(
  name: EngineName,
  { plan, program }: Pick<UsableRulebook, 'plan' | 'program'>,
): Promise<Engine> {
  switch (name) {
    case 'compiled':
      if (program) return compiledEngine(plan, program);
      return (await import('../engine/compiled/engine-from-plan.ts')).engineFromPlan(plan);
    case 'reference':
      return { name, evaluate: (kase, options) => evaluate(plan, kase, options) };
    case 'json-rules-engine': {
      const { Engine: Stock } = await import('json-rules-engine');
      const { jsonRulesEngine } = await import('../engine/json-rules-engine/json-rules-engine.ts');
      return jsonRulesEngine(plan, Stock);
    }
  }
}
