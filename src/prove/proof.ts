import type { WorkCalendar } from '../calendar/calendar.ts';
import type { Model } from '../check/model.ts';
import { nodeBuilder } from '../plan/node-builder.ts';
import type { Plan, PlanDefinition, PlanNorm } from '../plan/plan.ts';
import { once } from '../text/once.ts';
import { type ConditionFinding, conditionFindings, writtenConditions } from './conditions.ts';
import { type NormFinding, normFindings, type PairFinding, pairFindings } from './norms.ts';
import { prover } from './prover.ts';
import { type TableFinding, tableFindings } from './tables.ts';

/** Everything that is proven of a rulebook, each part worked out when it is first asked for. */
export interface Proof {
  readonly conditions: () => readonly ConditionFinding[];
  readonly tables: () => readonly { readonly definition: PlanDefinition; readonly finding: TableFinding }[];
  readonly norms: () => readonly { readonly norm: PlanNorm; readonly finding: NormFinding }[];
  readonly pairs: () => readonly PairFinding[];
}

export function proofOf(model: Model, plan: Plan, calendar: WorkCalendar): Proof {
  const builder = nodeBuilder(plan);
  const p = prover(model, plan, calendar, builder.nodes);
  return {
    conditions: once(() => writtenConditions(model).flatMap((c) => conditionFindings(p, builder, c))),
    tables: once(() =>
      Object.values(plan.definitions).flatMap((definition) => {
        const kinds = model.definitions[definition.name]?.kinds ?? [];
        return tableFindings(p, definition, kinds).map((finding) => ({ definition, finding }));
      }),
    ),
    norms: once(() =>
      plan.norms.flatMap((norm) => normFindings(p, norm).map((finding) => ({ norm, finding }))),
    ),
    pairs: once(() => pairFindings(p)),
  };
}
