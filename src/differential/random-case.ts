import type { Constant, FactDecl, Model, Type } from '../check/model.ts';
import type { Case, CaseMatter, CaseValue, GivenFact } from '../facts/case.ts';
import type { Plan } from '../plan/plan.ts';
import type { Random } from './random.ts';

/** Values near the constants that the rules compare with, where verdicts turn. */
interface Near {
  readonly days: readonly number[];
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
}

/**
 * Makes random cases for a rulebook: one to three matters of its kinds that may refer to each other, facts near the
 * limits of the rules, and much left out, unknown, refused or not yet done.
 */
export function caseMaker(model: Model, plan: Plan): (r: Random) => Case {
  const near = valuesNear(plan);
  const kinds = Object.keys(model.kinds);
  return (r) => {
    const chosen = Array.from({ length: 1 + r.below(3) }, () => r.pick(kinds));
    return {
      title: '隨機',
      ...(r.chance(0.8) ? { actDate: dayNear(r, near) } : {}),
      asOf: dayNear(r, near),
      matters: chosen.map((kind, i) => matter(r, model, near, chosen, kind, i)),
      params: someOf(r, model.parameters, (p) => ({
        value: randomValue(r, model, near, chosen, p.type) as Constant,
        span: SPAN,
      })),
      readings: someOf(r, model.readings, ({ options }) => ({
        option: r.pick(options).name,
        span: SPAN,
      })),
      span: SPAN,
    };
  };
}

const SPAN = { file: 'case.yaml', start: 0, end: 1 };
const UNKNOWN: CaseValue = { t: 'unknown' };

function valuesNear(plan: Plan): Near {
  // 2026-09-20 …: working days, holidays and make-up days; 2031: a year whose calendar is not published
  const days = new Set([20716, 20730, 20734, 22300]);
  const numbers = new Set([0, 1, 3]);
  const texts = new Set(['甲']);
  for (const node of plan.nodes) {
    if (node.op !== 'const') continue;
    const { value } = node;
    if ((value.t === 'date' || value.t === 'event') && value.v !== 'not-yet') days.add(value.v);
    if (value.t === 'number' || value.t === 'duration') numbers.add(value.v);
    if (value.t === 'text') texts.add(value.v);
  }
  return { days: [...days], numbers: [...numbers], texts: [...texts] };
}
const dayNear = (r: Random, { days }: Near): number => r.pick(days) + r.below(25) - 12;
const numberNear = (r: Random, { numbers }: Near): number => Math.max(0, r.pick(numbers) + r.below(3) - 1);

function matter(
  r: Random,
  model: Model,
  near: Near,
  chosen: readonly string[],
  kind: string,
  at: number,
): CaseMatter {
  return {
    id: `事${at}`,
    kind,
    facts: someOf(r, model.kinds[kind]?.facts ?? {}, (fact) => given(r, model, near, chosen, fact)),
    ...(r.chance(0.3) ? { actDate: dayNear(r, near) } : {}),
    span: SPAN,
  };
}

function given(r: Random, model: Model, near: Near, chosen: readonly string[], fact: FactDecl): GivenFact {
  const value = r.chance(0.1) ? UNKNOWN : randomValue(r, model, near, chosen, fact.type);
  if (fact.attesters.length === 0) return { value, span: SPAN };
  return r.weighed<GivenFact>([
    [5, () => ({ value, span: SPAN, attestation: { by: r.pick(fact.attesters) } })],
    [
      1,
      () =>
        value.t === 'unknown'
          ? { value, span: SPAN, attestation: { by: '路人' } }
          : { value, span: SPAN, attestation: { by: '路人' }, rejected: 'wrong-attester' },
    ],
    [
      1,
      () => (value.t === 'unknown' ? { value, span: SPAN } : { value, span: SPAN, rejected: 'unattested' }),
    ],
  ]);
}

function randomValue(r: Random, model: Model, near: Near, chosen: readonly string[], type: Type): CaseValue {
  switch (type.t) {
    case 'bool':
      return { t: 'bool', v: r.chance(0.5) };
    case 'number':
      return { t: 'number', v: numberNear(r, near), unit: type.unit };
    case 'date':
      return { t: 'date', v: dayNear(r, near) };
    case 'time':
      return { t: 'time', v: dayNear(r, near) * 1440 + r.below(1440) };
    case 'event':
      return { t: 'event', v: r.chance(0.3) ? 'not-yet' : dayNear(r, near) };
    case 'text':
      return { t: 'text', v: r.pick(near.texts) };
    case 'duration':
      return {
        t: 'duration',
        v: numberNear(r, near) % 1000,
        unit: type.unit ?? r.pick(['day', 'workday', 'month', 'year'] as const),
      };
    case 'enum':
      return { t: 'enum', v: r.pick(members(model, type.enum)), enum: type.enum };
    case 'set': {
      const { of } = type;
      // in order of declaration, or sorted: as the reader of cases leaves it
      return { t: 'set', v: r.some(of.t === 'enum' ? members(model, of.enum) : ['乙', '甲']), of };
    }
    case 'list': {
      const { record } = type;
      const fields = model.records[record]?.fields ?? {};
      const one = () => someOf(r, fields, (field) => randomValue(r, model, near, chosen, field.type));
      return { t: 'list', v: Array.from({ length: r.below(4) }, one), record };
    }
    case 'ref': {
      const ids = chosen.flatMap((kind, i) =>
        model.kinds[kind]?.lineage.includes(type.kind) ? [`事${i}`] : [],
      );
      return { t: 'ref', v: r.pick([...ids, ...ids, '不在此案']), kind: type.kind };
    }
  }
}

const members = (model: Model, name: string): readonly string[] => model.enums[name]?.members ?? ['甲'];

/** Three of four entries. */
function someOf<A, B>(r: Random, table: Readonly<Record<string, A>>, to: (entry: A) => B): Record<string, B> {
  return Object.fromEntries(r.some(Object.entries(table), 0.75).map(([name, entry]) => [name, to(entry)]));
}
