import fc from 'fast-check';
import type { Model } from '../../src/check/model.ts';
import { randomFrom } from '../../src/differential/random.ts';
import { caseMaker } from '../../src/differential/random-case.ts';
import type { Case } from '../../src/facts/case.ts';
import type { Plan } from '../../src/plan/plan.ts';

/** Random cases for any rulebook, as properties take them. */
export function casesFor(model: Model, plan: Plan): fc.Arbitrary<Case> {
  const make = caseMaker(model, plan);
  return fc.integer({ min: 0, max: 2 ** 31 }).map((seed) => make(randomFrom(seed)));
}
