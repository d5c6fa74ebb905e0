import fc from 'fast-check';
import type { Constant, FactDecl, Model, Type } from '../../src/check/model.ts';
import type { Case, CaseMatter, CaseValue, GivenFact } from '../../src/facts/case.ts';
import type { Plan } from '../../src/plan/plan.ts';

/** Random cases for any rulebook: values near the constants that its rules compare with, and much left out. */
export function casesFor(model: Model, plan: Plan): fc.Arbitrary<Case> {
  const near = valuesNear(plan);
  const kinds = Object.keys(model.kinds);
  return fc
    .array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 3 })
    .chain((chosen) =>
      fc.tuple(
        fc.tuple(...chosen.map((kind, i) => matter(model, near, chosen, kind, i))),
        fc.option(near.day, { nil: undefined, freq: 4 }),
        near.day,
        someOf(model.parameters, (p) => value(model, near, chosen, p.type) as fc.Arbitrary<Constant>),
        someOf(model.readings, (r) => fc.constantFrom(...r.options.map((o) => o.name))),
      ),
    )
    .map(([matters, actDate, asOf, params, readings]) => ({
      title: '隨機',
      ...(actDate === undefined ? {} : { actDate }),
      asOf,
      matters,
      params: mapValues(params, (v) => ({ value: v, span: SPAN })),
      readings: mapValues(readings, (option) => ({ option, span: SPAN })),
      span: SPAN,
    }));
}

const SPAN = { file: 'random.yaml', start: 0, end: 1 };
const UNKNOWN: CaseValue = { t: 'unknown' };

interface Near {
  readonly day: fc.Arbitrary<number>;
  readonly number: fc.Arbitrary<number>;
  readonly text: fc.Arbitrary<string>;
}

function valuesNear(plan: Plan): Near {
  // 2026-09-20 … : working days, holidays and make-up days; 2031: a year whose calendar is not published
  const days = new Set([20716, 20730, 20734, 22300]);
  const numbers = new Set([0, 1, 3]);
  const texts = new Set(['甲']);
  for (const node of plan.nodes) {
    if (node.op !== 'const') continue;
    const { value } = node;
    if (value.t === 'date' || (value.t === 'event' && value.v !== 'not-yet')) days.add(value.v as number);
    if (value.t === 'number' || value.t === 'duration') numbers.add(value.v);
    if (value.t === 'text') texts.add(value.v);
  }
  const around = (all: ReadonlySet<number>, most: number) =>
    fc
      .tuple(fc.constantFrom(...all), fc.integer({ min: -most, max: most }))
      .map(([base, offset]) => base + offset);
  return {
    day: around(days, 12),
    number: around(numbers, 1).map((n) => Math.max(0, n)),
    text: fc.constantFrom(...texts),
  };
}

function matter(
  model: Model,
  near: Near,
  chosen: readonly string[],
  kind: string,
  at: number,
): fc.Arbitrary<CaseMatter> {
  const facts = model.kinds[kind]?.facts ?? {};
  return fc
    .tuple(
      someOf(facts, (f) => given(model, near, chosen, f)),
      fc.option(near.day, { nil: undefined, freq: 1 }),
    )
    .map(([found, actDate]) => ({
      id: `事${at}`,
      kind,
      facts: found,
      ...(actDate === undefined ? {} : { actDate }),
      span: SPAN,
    }));
}

function given(model: Model, near: Near, chosen: readonly string[], fact: FactDecl): fc.Arbitrary<GivenFact> {
  const plain = value(model, near, chosen, fact.type);
  const open = fc.constant(bare(UNKNOWN));
  if (fact.attesters.length === 0) return fc.oneof({ weight: 8, arbitrary: plain.map(bare) }, open);
  const attested = fc
    .tuple(plain, fc.constantFrom(...fact.attesters))
    .map(([v, by]): GivenFact => ({ ...bare(v), attestation: { by } }));
  const refused = plain.map(
    (v): GivenFact => ({ ...bare(v), attestation: { by: '路人' }, rejected: 'wrong-attester' }),
  );
  const unknownBy = fc.constant<GivenFact>({ ...bare(UNKNOWN), attestation: { by: '路人' } });
  const without = plain.map((v): GivenFact => ({ ...bare(v), rejected: 'unattested' }));
  return fc.oneof({ weight: 5, arbitrary: attested }, refused, without, open, unknownBy);
}
const bare = (v: CaseValue): GivenFact => ({ value: v, span: SPAN });

function value(model: Model, near: Near, chosen: readonly string[], type: Type): fc.Arbitrary<CaseValue> {
  switch (type.t) {
    case 'bool':
      return fc.boolean().map((v) => ({ t: 'bool', v }));
    case 'number':
      return near.number.map((v) => ({ t: 'number', v, unit: type.unit }));
    case 'date':
      return near.day.map((v) => ({ t: 'date', v }));
    case 'time':
      return fc
        .tuple(near.day, fc.integer({ min: 0, max: 1439 }))
        .map(([d, m]) => ({ t: 'time', v: d * 1440 + m }));
    case 'event':
      return fc
        .oneof({ weight: 3, arbitrary: near.day }, fc.constant('not-yet' as const))
        .map((v) => ({ t: 'event', v }));
    case 'text':
      return near.text.map((v) => ({ t: 'text', v }));
    case 'duration':
      return fc
        .tuple(near.number, fc.constantFrom('day' as const, 'month' as const, 'year' as const))
        .map(([v, unit]) => ({ t: 'duration', v, unit: type.unit ?? unit }));
    case 'enum':
      return fc.constantFrom(...members(model, type.enum)).map((v) => ({ t: 'enum', v, enum: type.enum }));
    case 'set': {
      const { of } = type;
      const all = of.t === 'enum' ? members(model, of.enum) : ['甲', '乙'];
      return fc.subarray([...all]).map((v) => ({ t: 'set', v: [...v].sort(), of }));
    }
    case 'list': {
      const fields = model.records[type.record]?.fields ?? {};
      return fc
        .array(
          someOf(fields, (f) => value(model, near, chosen, f.type)),
          { maxLength: 3 },
        )
        .map((v) => ({ t: 'list', v, record: type.record }));
    }
    case 'ref': {
      const ids = chosen.flatMap((kind, i) =>
        model.kinds[kind]?.lineage.includes(type.kind) ? [`事${i}`] : [],
      );
      return fc.constantFrom(...ids, '不在此案').map((v) => ({ t: 'ref', v, kind: type.kind }));
    }
  }
}

const members = (model: Model, name: string): readonly string[] => model.enums[name]?.members ?? ['甲'];

function someOf<A, B>(
  table: Readonly<Record<string, A>>,
  to: (entry: A) => fc.Arbitrary<B>,
): fc.Arbitrary<Record<string, B>> {
  const each = Object.entries(table).map(([name, entry]) =>
    fc.option(to(entry), { nil: undefined, freq: 3 }).map((v) => [name, v] as const),
  );
  return fc
    .tuple(...each)
    .map((entries) =>
      Object.fromEntries(entries.filter((e): e is readonly [string, B & {}] => e[1] !== undefined)),
    );
}
const mapValues = <A, B>(table: Readonly<Record<string, A>>, to: (v: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(table).map(([k, v]) => [k, to(v)]));
