import type { Constant, Model, Type } from '../check/model.ts';
import type { CaseResult } from '../evaluate/verdict.ts';
import type { Case, CaseMatter, CaseValue, GivenFact } from '../facts/case.ts';
import type { Plan } from '../plan/plan.ts';

/** One fact of one matter, as it is and as it would be. */
export interface FactChange {
  readonly matter: string;
  readonly fact: string;
  /** Absent: the case says nothing of it. */
  readonly from?: CaseValue;
  readonly to: Constant;
  readonly cost: number;
}

/**
 * What a change costs. The number of changes comes first; among as many, a fact of one's own is changed rather than what
 * somebody has attested, a fact that is not yet given is supplied rather than another changed, and a date or a number moves
 * as little as it can: a day, a 元 or a unit costs about a thousandth, and no distance more than `mostSteps`. What is 未發生
 * counts as if it were dated 查核日期. A soft norm that is departed from only after the changes costs `deviation`.
 */
export const COST = {
  change: 1,
  supply: 0.9,
  attested: 1.5,
  step: 0.001,
  mostSteps: 0.4,
  deviation: 0.5,
} as const;

/** The same for every distance further away is dearer, but hardly. */
const distanceCost = (steps: number): number =>
  (COST.mostSteps * steps) / (steps + COST.mostSteps / COST.step);

/** Values worth trying: where some rule changes its mind, and no others. */
export interface Candidates {
  readonly of: (kase: Case, matter: CaseMatter, fact: string) => readonly FactChange[];
}

export function candidates(model: Model, plan: Plan, kase: Case, before: CaseResult): Candidates {
  const { asOf } = before;
  const constants = plan.nodes.flatMap((n) => (n.op === 'const' ? [n.value] : []));
  const days = new Set<number>();
  for (const { due, dueNotes } of before.norms) {
    if (due !== undefined) days.add(due);
    for (const note of dueNotes) days.add(note.due);
  }
  for (const c of constants) if ((c.t === 'date' || c.t === 'event') && c.v !== 'not-yet') days.add(c.v);
  for (const m of kase.matters)
    for (const { value } of Object.values(m.facts))
      if ((value.t === 'date' || value.t === 'event') && value.v !== 'not-yet') days.add(value.v);
  const nearDays = [...days].flatMap((d) => [d - 1, d, d + 1]);
  const numbers = (unit: string): readonly number[] =>
    constants.flatMap((c) => (c.t === 'number' && c.unit === unit ? [c.v - 1, c.v, c.v + 1] : []));
  const durations = constants.flatMap((c) => (c.t === 'duration' ? [c.v - 1, c.v, c.v + 1] : []));

  const values = (type: Type, now: CaseValue | undefined): readonly Constant[] => {
    switch (type.t) {
      case 'bool':
        return [true, false].map((v) => ({ t: 'bool', v }));
      case 'enum':
        return (model.enums[type.enum]?.members ?? []).map((v) => ({ t: 'enum', v, enum: type.enum }));
      case 'number':
        return [...new Set([0, 1, ...numbers(type.unit)])]
          .filter((v) => v >= 0)
          .map((v) => ({ t: 'number', v, unit: type.unit }));
      case 'duration': {
        const { unit } = type;
        if (unit === undefined) return [];
        return [...new Set(durations)].filter((v) => v >= 0).map((v) => ({ t: 'duration', v, unit }));
      }
      case 'date':
        return [...new Set(nearDays)].map((v) => ({ t: 'date', v }));
      case 'event':
        return [
          { t: 'event', v: 'not-yet' },
          ...[...new Set(nearDays)].map((v) => ({ t: 'event', v }) as const),
        ];
      case 'set': {
        const { of } = type;
        const all = of.t === 'enum' ? (model.enums[of.enum]?.members ?? []) : [];
        const have = now?.t === 'set' ? now.v : [];
        const put = (v: readonly string[]): Constant => ({
          t: 'set',
          v: all.filter((m) => v.includes(m)),
          of,
        });
        return [
          put([]),
          put(all),
          ...all.map((m) => put(have.includes(m) ? have.filter((h) => h !== m) : [...have, m])),
        ];
      }
      default:
        return []; // texts, references and lists are not guessed
    }
  };

  return {
    of: (current, matter, fact) => {
      const decl = model.kinds[matter.kind]?.facts[fact];
      if (!decl) return [];
      const original = kase.matters.find((m) => m.id === matter.id)?.facts[fact];
      const now = current.matters.find((m) => m.id === matter.id)?.facts[fact]?.value;
      return values(decl.type, now)
        .filter((to) => JSON.stringify(to) !== JSON.stringify(original?.value))
        .map((to) => ({
          matter: matter.id,
          fact,
          ...(original ? { from: original.value } : {}),
          to,
          cost: costOf(original, to, asOf),
        }))
        .sort((a, b) => a.cost - b.cost);
    },
  };
}

/** What a change of this fact costs at least, however near its new value is. */
export function leastCost(original: GivenFact | undefined): number {
  if (!counts(original)) return COST.supply;
  return original.attestation ? COST.attested : COST.change;
}

/** A judgement that was refused is as good as not given. */
const counts = (given: GivenFact | undefined): given is GivenFact =>
  given !== undefined && given.value.t !== 'unknown' && given.rejected === undefined;

export function costOf(original: GivenFact | undefined, to: Constant, asOf: number): number {
  const least = leastCost(original);
  return counts(original) ? least + distanceCost(distance(original.value, to, asOf)) : least;
}

function distance(from: CaseValue, to: Constant, asOf: number): number {
  const [a, b] = [scaleOf(from, asOf), scaleOf(to, asOf)];
  if (a !== undefined && b !== undefined)
    return Math.abs(a - b) / (to.t === 'number' && to.unit === '元' ? 100 : 1);
  if (from.t === 'set' && to.t === 'set')
    return from.v.filter((m) => !to.v.includes(m)).length + to.v.filter((m) => !from.v.includes(m)).length;
  return 0;
}

/** Where a value stands on its scale, if its type has one. */
export function scaleOf(value: CaseValue, asOf: number): number | undefined {
  switch (value.t) {
    case 'number':
    case 'duration':
    case 'date':
      return value.v;
    case 'event':
      return value.v === 'not-yet' ? asOf : value.v;
    default:
      return undefined;
  }
}

/** The case with the changes made; what was attested is attested by the same person. */
export function changed(kase: Case, model: Model, changes: readonly FactChange[]): Case {
  if (changes.length === 0) return kase;
  return {
    ...kase,
    matters: kase.matters.map((m) => {
      const own = changes.filter((c) => c.matter === m.id);
      if (own.length === 0) return m;
      const facts: Record<string, GivenFact> = { ...m.facts };
      for (const { fact, to } of own) {
        const before = m.facts[fact];
        const [by] = model.kinds[m.kind]?.facts[fact]?.attesters ?? [];
        const attestation =
          before?.attestation && !before.rejected
            ? before.attestation
            : by === undefined
              ? undefined
              : { by };
        facts[fact] = { value: to, span: before?.span ?? m.span, ...(attestation ? { attestation } : {}) };
      }
      return { ...m, facts };
    }),
  };
}
