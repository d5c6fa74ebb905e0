import type { Constant, Type } from '../check/model.ts';
import type { Case, CaseMatter, GivenFact } from '../facts/case.ts';
import type { Plan } from '../plan/plan.ts';
import { type Guess, valuesOnLines } from './line-values.ts';
import type { Domains } from './order.ts';
import { cell, type Region } from './region.ts';
import { type Origin, type Slot, YES } from './slot.ts';
import type { Translator } from './translate.ts';

/** One thing that a witness settles. */
export interface Given {
  /** How it is written: 會議種類, or 議題 之 會議種類. */
  readonly name: string;
  readonly value: Constant;
  readonly as: 'fact' | 'param' | 'reading' | 'actDate' | 'asOf';
  /** The references that lead to the matter of a fact. */
  readonly path: readonly string[];
}
/** A case in which something is so, of one matter and of those it refers to. */
export interface Witness {
  readonly kind: string;
  readonly given: readonly Given[];
}

const SPAN = { file: '', start: 0, end: 0 };

/** 2026-06-15, in the middle of a year with a published calendar. */
export const SOME_DAY = 20619;

/**
 * A case for what was found. What is not looked into (a count, a reference that is no plain path) is left out, so whoever
 * claims that such a case exists lets the interpreter decide it first. Undefined where no kind has all the facts.
 */
export function witnessOf(
  t: Translator,
  kinds: readonly string[],
  domains: Domains,
  guess: Guess,
): Witness | undefined {
  const lines = valuesOnLines(domains, guess);
  const sets = new Map<string, { readonly origin: Origin; readonly members: string[] }>();
  const given: Given[] = [];
  let candidates = t.slots.descendants(kinds.length > 0 ? kinds : Object.keys(t.plan.lineage));
  if (kinds.length > 0) candidates = [...new Set([...kinds, ...candidates])];
  for (const [slot, region] of domains) {
    const { origin } = slot;
    if (origin.from === 'kind' && origin.place.key === '' && region.sort === 'cells')
      candidates = candidates.filter((k) => (region.mask & cell(slot.names.indexOf(k, 1))) !== 0n);
    if (origin.from === 'member') {
      const key = slot.key.slice(0, slot.key.lastIndexOf('∋'));
      const set = sets.get(key) ?? { origin: origin.set, members: [] };
      if (region.sort === 'cells' && region.mask === cell(YES)) set.members.push(origin.member);
      sets.set(key, set);
      continue;
    }
    const value = valueIn(slot, region, lines);
    const declared = declaredValue(t.plan, origin);
    // what the rulebook says anyhow need not be given
    if (value && declared && JSON.stringify(value.v) === JSON.stringify(declared.v)) continue;
    if (value) given.push(...givenAs(origin, value));
  }
  for (const { origin, members } of sets.values()) {
    const type = 'type' in origin ? origin.type : undefined;
    if (type?.t !== 'set') continue;
    const order = t.slots.membersOf(type.of) ?? [];
    const v = order.filter((m) => members.includes(m));
    given.push(...givenAs(origin, { t: 'set', v, of: type.of }));
  }
  const own = given.filter((g) => g.as === 'fact').map((g) => g.path[0] ?? g.name);
  const kind = candidates.find((k) => own.every((f) => t.model.kinds[k]?.facts[f] !== undefined));
  return kind === undefined ? undefined : { kind, given: given.toSorted(asDeclared(t, kind)) };
}

/** Facts in the order of the vocabulary, those of other matters behind them, then what else is settled. */
function asDeclared(t: Translator, kind: string): (a: Given, b: Given) => number {
  const names = Object.keys(t.model.kinds[kind]?.facts ?? {});
  const place = ({ as, path, name }: Given): number =>
    as !== 'fact'
      ? names.length * 2
      : path.length === 0
        ? names.indexOf(name)
        : names.length + names.indexOf(path[0] ?? '');
  return (a, b) => place(a) - place(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

function givenAs(origin: Origin, value: Constant): readonly Given[] {
  switch (origin.from) {
    case 'fact': {
      const { path, record } = origin.place;
      if (!path || record) return [];
      return [{ name: [...path, origin.fact].join(' 之 '), value, as: 'fact', path }];
    }
    case 'param':
      return [{ name: origin.name, value, as: 'param', path: [] }];
    case 'reading':
      return [{ name: origin.name, value, as: 'reading', path: [] }];
    case 'actDate':
      return origin.place.key === '' ? [{ name: '行為日期', value, as: 'actDate', path: [] }] : [];
    case 'asOf':
      return [{ name: '查核日期', value, as: 'asOf', path: [] }];
    default:
      return [];
  }
}

function valueIn(
  slot: Slot,
  region: Region,
  lines: ReadonlyMap<Slot, number | 'not-yet'>,
): Constant | undefined {
  const { type, origin } = slot;
  if (region.sort === 'line') {
    const v = lines.get(slot);
    return v === undefined ? undefined : onLine(type, v);
  }
  const may = slot.names.flatMap((name, i) =>
    i > 0 && (region.mask & cell(i)) !== 0n ? [[name, i] as const] : [],
  );
  const [first] = may;
  if (!first) return undefined;
  const [name, index] = first;
  switch (type.t) {
    case 'bool':
      return origin.from === 'fact' || origin.from === 'param' ? { t: 'bool', v: index === YES } : undefined;
    case 'enum':
      return { t: 'enum', v: name, enum: type.enum };
    case 'text':
      return { t: 'text', v: name };
    default:
      return undefined;
  }
}

/** The value of a parameter, or the reading, that the rulebook itself gives. */
export function declaredValue(plan: Plan, origin: Origin): Constant | undefined {
  if (origin.from === 'param') return plan.params[origin.name]?.value;
  const adopted = origin.from === 'reading' ? plan.readings[origin.name]?.adopted : undefined;
  return adopted === undefined ? undefined : { t: 'enum', v: adopted, enum: adopted };
}

function onLine(type: Type, v: number | 'not-yet'): Constant | undefined {
  if (type.t === 'event') return { t: 'event', v };
  if (v === 'not-yet') return undefined;
  switch (type.t) {
    case 'number':
      return { t: 'number', v, unit: type.unit };
    case 'date':
    case 'time':
      return { t: type.t, v };
    case 'duration':
      return type.unit === undefined ? undefined : { t: 'duration', v, unit: type.unit };
    default:
      return undefined;
  }
}

/** The witness as a case, to be decided by an engine. Judgements are attested by the first who may. */
export function caseOf(t: Translator, { kind, given }: Witness): Case {
  const matters = new Map<string, { readonly kind: string; readonly facts: Record<string, GivenFact> }>();
  const enter = (path: readonly string[]): Record<string, GivenFact> | undefined => {
    const id = idOf(path);
    const known = matters.get(id);
    if (known) return known.facts;
    const facts: Record<string, GivenFact> = Object.create(null);
    if (path.length === 0) {
      matters.set(id, { kind, facts });
      return facts;
    }
    const from = enter(path.slice(0, -1));
    const last = path.at(-1) ?? '';
    const at = matters.get(idOf(path.slice(0, -1)))?.kind ?? '';
    const type = t.model.kinds[at]?.facts[last]?.type;
    if (!from || type?.t !== 'ref') return undefined;
    from[last] = { value: { t: 'ref', v: id, kind: type.kind }, span: SPAN };
    matters.set(id, { kind: type.kind, facts });
    return facts;
  };
  enter([]);
  const params: Record<string, { value: Constant; span: typeof SPAN }> = Object.create(null);
  const readings: Record<string, { option: string; span: typeof SPAN }> = Object.create(null);
  const dates: { actDate?: number; asOf: number } = { asOf: SOME_DAY };
  for (const { as, name, value, path } of given) {
    if (as === 'param') params[name] = { value, span: SPAN };
    else if (as === 'reading' && value.t === 'enum') readings[name] = { option: value.v, span: SPAN };
    else if (as === 'actDate' && value.t === 'date') dates.actDate = value.v;
    else if (as === 'asOf' && value.t === 'date') dates.asOf = value.v;
    else if (as === 'fact') {
      const facts = enter(path);
      const owner = matters.get(idOf(path))?.kind ?? '';
      const fact = name.split(' 之 ').at(-1) ?? name;
      const [by] = t.model.kinds[owner]?.facts[fact]?.attesters ?? [];
      if (facts) facts[fact] = { value, span: SPAN, ...(by === undefined ? {} : { attestation: { by } }) };
    }
  }
  return {
    title: '',
    ...dates,
    matters: [...matters].map(([id, m]): CaseMatter => ({ id, ...m, span: SPAN })),
    params,
    readings,
    span: SPAN,
  };
}

const idOf = (path: readonly string[]): string => ['甲', ...path].join('／');
export const FIRST_MATTER = idOf([]);
