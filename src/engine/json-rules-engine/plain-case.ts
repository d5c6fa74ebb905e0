import { formatDate, formatTime } from '../../calendar/date.ts';
import type { Case, CaseValue, GivenFact } from '../../facts/case.ts';
import { assertNever } from '../../text/invariant.ts';
import type { PlainCase } from './module/read-case.ts';

/** A checked case as the plain JSON that an export's operator module reads. */
export function plainCase(kase: Case, asOf: number): PlainCase {
  return {
    ...(kase.actDate === undefined ? {} : { actDate: formatDate(kase.actDate) }),
    asOf: formatDate(asOf),
    matters: kase.matters.map((m) => ({
      id: m.id,
      kind: m.kind,
      ...(m.actDate === undefined ? {} : { actDate: formatDate(m.actDate) }),
      facts: Object.fromEntries(Object.entries(m.facts).map(([name, fact]) => [name, plainFact(fact)])),
    })),
    params: Object.fromEntries(Object.entries(kase.params).map(([name, p]) => [name, plainValue(p.value)])),
    readings: Object.fromEntries(Object.entries(kase.readings).map(([name, r]) => [name, r.option])),
  };
}

function plainFact(fact: GivenFact): unknown {
  const value = plainValue(fact.value);
  if (!fact.attestation) return value;
  return { value, by: fact.attestation.by };
}

function plainValue(value: CaseValue): unknown {
  switch (value.t) {
    case 'unknown':
      return null;
    case 'date':
      return formatDate(value.v);
    case 'time':
      return formatTime(value.v);
    case 'event':
      return value.v === 'not-yet' ? '未發生' : formatDate(value.v);
    case 'duration':
      return { v: value.v, unit: value.unit };
    case 'list':
      return value.v.map((row) =>
        Object.fromEntries(Object.entries(row).map(([field, v]) => [field, plainValue(v as CaseValue)])),
      );
    case 'bool':
    case 'number':
    case 'text':
    case 'enum':
    case 'ref':
    case 'set':
      return value.v;
    default:
      return assertNever(value);
  }
}
