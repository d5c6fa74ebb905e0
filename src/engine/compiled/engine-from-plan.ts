import type { Plan } from '../../plan/plan.ts';
import { onceFor } from '../../text/once.ts';
import { type CompiledEngine, compiledEngine } from './compiled.ts';
import type { Mode } from './machine.ts';
import { programFromPlan } from './program-from-plan.ts';

/** Lowers a plan and makes it ready to run; about 0.1 ms a norm. */
export function engineFromPlan(plan: Plan, mode: Mode = 'auto'): CompiledEngine {
  return compiledEngine(plan, programFromPlan(plan), mode);
}

/** The engine of a plan, lowered when it is first asked for. */
export const engineOf = onceFor((plan: Plan): CompiledEngine => engineFromPlan(plan));
