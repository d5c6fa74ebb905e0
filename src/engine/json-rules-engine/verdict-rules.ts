import type { VerdictWord } from '../../syntax/ast.ts';
import { isKnown } from './conditions.ts';
import type { FactCondition, ProgramNorm, Slot, StockRule, TopCondition } from './format.ts';

/** A, E, R₀ and R₁ of a norm as facts. Without `excepted` nothing defeats it. */
export interface NormSlots {
  readonly applies: Slot;
  readonly excepted?: Slot;
  readonly requires: Slot;
  readonly requiresLive: Slot;
}
type Verdict = Omit<StockRule, 'priority'>;

/**
 * The table of verdicts (design.md, section 4): at most one of these rules succeeds for a norm and a matter; where none
 * does the verdict is open.
 */
export function verdictRules(norm: ProgramNorm, slots: NormSlots): readonly Verdict[] {
  const { applies, excepted, requires, requiresLive } = slots;
  const a = isKnown(applies, true);
  const r0 = (rail: boolean) => isKnown(requires, rail);
  // where no atom is live R₀ and R₁ are one fact
  const r1 = (rail: boolean) => (requiresLive === requires ? [] : [isKnown(requiresLive, rail)]);
  const e = (rail: boolean) => (excepted === undefined ? [] : [isKnown(excepted, rail)]);
  // the exception is not known to hold: it may be unknown, for it could only lift the duty
  const undefeated = excepted === undefined ? [] : [{ fact: excepted, operator: 'not-true', value: true }];
  const rule = (verdict: VerdictWord, conditions: TopCondition): Verdict => ({
    name: `${norm.name} ${verdict}`,
    conditions,
    event: { type: 'verdict', params: { norm: norm.name, verdict } },
  });
  const all = (...parts: readonly FactCondition[]): TopCondition => ({ all: parts });
  const compliant = rule('compliant', all(a, r0(true), ...undefeated));
  if (norm.modality === 'may') {
    // a permission that is not used asks for nothing; defeated it is only where it was used
    return [
      rule('not-applicable', { any: [isKnown(applies, false), r0(false)] }),
      ...(excepted === undefined ? [] : [rule('exempt', all(a, ...e(true), r0(true)))]),
      compliant,
    ];
  }
  return [
    rule('not-applicable', all(isKnown(applies, false))),
    ...(excepted === undefined ? [] : [rule('exempt', all(a, ...e(true)))]),
    compliant,
    rule(norm.strength === 'hard' ? 'violated' : 'deviation', all(a, r0(false), ...r1(false), ...e(false))),
    ...(requiresLive === requires ? [] : [rule('pending', all(a, r0(false), ...r1(true), ...undefeated))]),
    {
      name: `${norm.name} harmless`,
      conditions: { any: [r0(true), ...e(true)] },
      event: { type: 'harmless', params: { norm: norm.name } },
    },
  ];
}
