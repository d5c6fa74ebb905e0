import { fromCivil } from '../calendar/date.ts';
import type { Constant, Model, Type } from '../check/model.ts';
import type { CaseResult } from '../evaluate/verdict.ts';
import type { Case, CaseList, CaseMatter, CaseValue, GivenFact } from '../facts/case.ts';
import type { Plan } from '../plan/plan.ts';
import { candidates, changed } from './changes.ts';
import type { ReadFact } from './norm-facts.ts';

/**
 * Every case that differs from a case in one thing that the rules read: another value of a fact (where some rule changes its
 * mind), a fact left out, a record of a list changed, doubled or left out, another link, reading, parameter or date. The
 * facts come in the order in which they are given.
 */
export function neighbours(
  model: Model,
  plan: Plan,
  kase: Case,
  result: CaseResult,
  facts: readonly ReadFact[],
): readonly Case[] {
  const values = candidates(model, plan, kase, result);
  const texts = textsOf(plan);
  const ofFacts = facts.flatMap(({ kind, fact }) =>
    kase.matters
      .filter((m) => plan.lineage[m.kind]?.includes(kind))
      .flatMap((matter) => {
        const type = model.kinds[matter.kind]?.facts[fact]?.type;
        if (!type) return [];
        const given = matter.facts[fact];
        const simple = values.of(kase, matter, fact).map((change) => changed(kase, model, [change]));
        const more = others(model, plan, kase, texts, type, given?.value).map((to) =>
          changed(kase, model, [{ matter: matter.id, fact, to: to as Constant, cost: 0 }]),
        );
        return [...simple, ...more, ...(given ? [without(kase, matter, fact)] : [])].map(dated);
      }),
  );
  return [...ofFacts, ...ofReadings(plan, kase), ...ofParameters(plan, kase), ...ofDates(plan, kase)];
}

/** 未發生 says nothing without 查核日期: where the case has none, it is the last day that the case speaks of. */
function dated(kase: Case): Case {
  if (kase.asOf !== undefined) return kase;
  const given = kase.matters.flatMap((m) => Object.values(m.facts).map((f) => f.value));
  if (!given.some((v) => v.t === 'event' && v.v === 'not-yet')) return kase;
  const days = given.flatMap((v) => ((v.t === 'date' || v.t === 'event') && v.v !== 'not-yet' ? [v.v] : []));
  const asOf = Math.max(...days, kase.actDate ?? Number.NEGATIVE_INFINITY);
  return { ...kase, asOf: Number.isFinite(asOf) ? asOf : SOME_DAY };
}

/** Where nothing has a date, any day will do to look from. */
const SOME_DAY = fromCivil(2026, 1, 1);

export function without(kase: Case, matter: CaseMatter, fact: string): Case {
  return {
    ...kase,
    matters: kase.matters.map((m) => {
      if (m !== matter) return m;
      const { [fact]: _, ...facts } = m.facts;
      return { ...m, facts };
    }),
  };
}

/** Values that `candidates` does not guess: they are made of what the case and the rules hold. */
function others(
  model: Model,
  plan: Plan,
  kase: Case,
  texts: readonly string[],
  type: Type,
  now: CaseValue | undefined,
): readonly CaseValue[] {
  switch (type.t) {
    case 'ref': {
      const { kind } = type;
      return kase.matters
        .filter((m) => model.kinds[m.kind]?.lineage.includes(kind))
        .map((m): CaseValue => ({ t: 'ref', v: m.id, kind }))
        .filter((v) => JSON.stringify(v) !== JSON.stringify(now));
    }
    case 'text':
      return texts.map((v) => ({ t: 'text', v }));
    case 'time':
      return timesNear(plan, kase)
        .filter((v) => !(now?.t === 'time' && now.v === v))
        .map((v) => ({ t: 'time', v }));
    case 'set': {
      const { of } = type;
      if (of.t !== 'text') return [];
      const have = now?.t === 'set' ? now.v : [];
      const all = [...new Set([...have, ...texts])].sort();
      const put = (v: readonly string[]): CaseValue => ({ t: 'set', v, of });
      return [put([]), put(all), ...all.map((t) => put(toggled(have, t)))];
    }
    case 'list':
      return lists(model, texts, type.record, now?.t === 'list' ? now : undefined);
    default:
      return [];
  }
}

/** A minute around every time that is given, and around what lies a span of hours or minutes of the rules from it. */
function timesNear(plan: Plan, kase: Case): readonly number[] {
  const given = kase.matters.flatMap((m) =>
    Object.values(m.facts).flatMap(({ value }) => (value.t === 'time' ? [value.v] : [])),
  );
  const spans = plan.nodes.flatMap((n) => {
    if (n.op !== 'const' || n.value.t !== 'duration') return [];
    const { v, unit } = n.value;
    return unit === 'hour' ? [60 * v] : unit === 'minute' ? [v] : [];
  });
  const times = given.flatMap((t) => [t, ...spans.flatMap((s) => [t - s, t + s])]);
  return [...new Set(times.flatMap((t) => [t - 1, t, t + 1]))];
}

const toggled = (have: readonly string[], one: string): readonly string[] =>
  have.includes(one) ? have.filter((h) => h !== one) : [...have, one].sort();

function lists(
  model: Model,
  texts: readonly string[],
  record: string,
  now: CaseList | undefined,
): readonly CaseValue[] {
  const rows = now?.v ?? [];
  const put = (v: CaseList['v']): CaseValue => ({ t: 'list', v, record });
  const fields = Object.values(model.records[record]?.fields ?? {});
  const changes = rows.flatMap((row, i) =>
    fields.flatMap((field) =>
      fieldValues(model, texts, field.type, row[field.name]).map((value) => {
        const next = { ...row, [field.name]: value };
        return { replaced: rows.map((r, k) => (k === i ? next : r)), added: [...rows, next] };
      }),
    ),
  );
  return [
    put([]),
    ...rows.map((_, i) => put(rows.filter((_r, k) => k !== i))),
    ...rows.map((row) => put([...rows, row])),
    ...changes.map((c) => put(c.replaced)),
    ...changes.map((c) => put(c.added)),
  ];
}

function fieldValues(
  model: Model,
  texts: readonly string[],
  type: Type,
  now: CaseValue | undefined,
): readonly CaseValue[] {
  switch (type.t) {
    case 'bool':
      return [{ t: 'bool', v: !(now?.t === 'bool' && now.v) }];
    case 'enum':
      return (model.enums[type.enum]?.members ?? [])
        .filter((v) => !(now?.t === 'enum' && now.v === v))
        .map((v) => ({ t: 'enum', v, enum: type.enum }));
    case 'number':
    case 'date':
    case 'time':
    case 'event':
    case 'duration': {
      if (now === undefined || !('v' in now) || typeof now.v !== 'number') return [];
      return [-1, 1].map((step) => ({ ...now, v: (now.v as number) + step }) as CaseValue);
    }
    case 'text':
      return texts.map((v) => ({ t: 'text', v }));
    default:
      return [];
  }
}

function textsOf(plan: Plan): readonly string[] {
  const found = new Set<string>();
  for (const { op, ...node } of plan.nodes) {
    if (op !== 'const' || !('value' in node)) continue;
    const { value } = node;
    if (value.t === 'text') found.add(value.v);
    if (value.t === 'set' && value.of.t === 'text') for (const v of value.v) found.add(v);
  }
  return [...found].sort();
}

function ofReadings(plan: Plan, kase: Case): readonly Case[] {
  const read = new Set(plan.nodes.flatMap((n) => (n.op === 'reading' ? [n.name] : [])));
  return [...read].sort().flatMap((name) => {
    const reading = plan.readings[name];
    const now = kase.readings[name]?.option ?? reading?.adopted;
    return (reading?.options ?? [])
      .filter((option) => option !== now)
      .map((option) => {
        const { [name]: _, ...rest } = kase.readings;
        const readings =
          option === reading?.adopted ? rest : { ...rest, [name]: { option, span: kase.span } };
        return { ...kase, readings };
      });
  });
}

function ofParameters(plan: Plan, kase: Case): readonly Case[] {
  const read = new Set(plan.nodes.flatMap((n) => (n.op === 'param' ? [n.name] : [])));
  return [...read].sort().flatMap((name) => {
    const value = kase.params[name]?.value ?? plan.params[name]?.value;
    if (!value) return [];
    const next: readonly Constant[] =
      value.t === 'bool'
        ? [{ t: 'bool', v: !value.v }]
        : 'v' in value && typeof value.v === 'number'
          ? [-1, 1].map((step) => ({ ...value, v: (value.v as number) + step }) as Constant)
          : [];
    return next.map((v) => ({ ...kase, params: { ...kase.params, [name]: { value: v, span: kase.span } } }));
  });
}

function ofDates(plan: Plan, kase: Case): readonly Case[] {
  const reads = (op: 'actDate' | 'asOf'): boolean => plan.nodes.some((n) => n.op === op);
  const constants = plan.nodes.flatMap((n) => (n.op === 'const' && n.value.t === 'date' ? [n.value.v] : []));
  const given = kase.matters.flatMap((m) =>
    Object.values(m.facts).flatMap(({ value: v }: GivenFact) =>
      (v.t === 'date' || v.t === 'event') && v.v !== 'not-yet' ? [v.v] : [],
    ),
  );
  const days = [...new Set([...constants, ...given])].flatMap((d) => [d - 1, d, d + 1]);
  return [
    ...(reads('actDate') ? [...new Set(days)].map((actDate) => ({ ...kase, actDate })) : []),
    ...[...new Set(days)].map((asOf) => ({ ...kase, asOf })),
  ];
}
