import type { Model } from '../check/model.ts';
import type { Plan } from '../plan/plan.ts';

export interface Meaning {
  readonly model: Model;
  readonly plan: Plan;
}

/** Places, and words for people: they decide nothing. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
  'span',
  'spans',
  'gist',
  'note',
  'description',
  'text',
  'title',
]);

/**
 * A text that is equal for rulebooks that give every case the same verdicts, citations, missing facts and due dates,
 * and whose examples say the same.
 */
export function meaningKey({ model, plan }: Meaning): string {
  return JSON.stringify([plan, model.examples], (key, value: unknown) =>
    WITHOUT_EFFECT.has(key) ? undefined : value,
  );
}
