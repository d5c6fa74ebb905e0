import { parseDate, parseTime } from '../../../calendar/date.ts';
import type { Type } from '../../../check/model.ts';
import { NOT_YET, UNKNOWN, type Value } from '../../../evaluate/value.ts';
import type { Declarations, FactDeclaration, Program } from '../format.ts';
import { ExportError } from './export-error.ts';

/** A case as plain JSON, the way a program that runs the export writes it. Dates are `2026-09-28`. */
export interface PlainCase {
  readonly actDate?: string;
  /** 查核日期 */
  readonly asOf: string;
  readonly matters: readonly PlainMatter[];
  readonly params?: Readonly<Record<string, unknown>>;
  readonly readings?: Readonly<Record<string, string>>;
}
export interface PlainMatter {
  readonly id: string;
  readonly kind: string;
  readonly actDate?: string;
  /** `null` is unknown, as is what is left out; a judgement is `{ "value": …, "by": "…" }`. */
  readonly facts: Readonly<Record<string, unknown>>;
}
/** A record of a list, field by field; what is absent is unknown. */
export type Row = ReadonlyMap<string, Known>;
export type Known = Value | readonly Row[];
export interface Given {
  readonly value: Known;
  readonly rejected?: 'unattested' | 'wrong-attester';
}
export interface Matter {
  readonly id: string;
  readonly kind: string;
  readonly actDate: number | undefined;
  readonly facts: ReadonlyMap<string, Given>;
}
export interface ReadCase {
  readonly actDate: number | undefined;
  readonly asOf: number;
  readonly matters: readonly Matter[];
  readonly params: ReadonlyMap<string, Known>;
  readonly readings: ReadonlyMap<string, string>;
}

export function readCase(facts: Declarations, program: Program, given: unknown): ReadCase {
  const kase = record('案件', given);
  const matters = list('matters', kase.get('matters')).map((m) => readMatter(facts, program, m));
  const ids = new Set<string>();
  for (const { id } of matters) {
    if (ids.has(id)) throw new ExportError('case-duplicate-matter', { name: id });
    ids.add(id);
  }
  const params = new Map<string, Known>();
  for (const [name, value] of record('params', kase.get('params') ?? {})) {
    const declared = own(facts.params, name);
    if (!declared) throw new ExportError('case-unknown-name', { name });
    params.set(name, readValue(facts, name, declared.type, value));
  }
  const readings = new Map<string, string>();
  for (const [name, option] of record('readings', kase.get('readings') ?? {})) {
    const declared = own(facts.readings, name);
    if (!declared) throw new ExportError('case-unknown-name', { name });
    if (typeof option !== 'string' || !declared.options.includes(option))
      throw wrongValue(name, option, declared.options.join('、'));
    readings.set(name, option);
  }
  const asOf = day('asOf', kase.get('asOf'));
  if (asOf === undefined) throw new ExportError('case-shape', { name: 'asOf', wanted: '2026-09-28' });
  return { actDate: day('actDate', kase.get('actDate')), asOf, matters, params, readings };
}

function readMatter(facts: Declarations, program: Program, given: unknown): Matter {
  const matter = record('matter', given);
  const [id, kind] = [matter.get('id'), matter.get('kind')];
  if (typeof id !== 'string' || id === '')
    throw new ExportError('case-shape', { name: 'id', wanted: '文字 text' });
  const declared = typeof kind === 'string' ? own(facts.kinds, kind) : undefined;
  if (typeof kind !== 'string' || !declared || !own(program.kinds, kind))
    throw new ExportError('case-unknown-kind', { name: String(kind) });
  const found = new Map<string, Given>();
  for (const [name, value] of record('facts', matter.get('facts') ?? {})) {
    const fact = own(declared, name);
    if (!fact) throw new ExportError('case-unknown-fact', { kind, name });
    found.set(name, readFact(facts, name, fact, value));
  }
  return { id, kind, actDate: day('actDate', matter.get('actDate')), facts: found };
}

/** A judgement counts only from one whom the rules name; without its attester it is unknown. */
function readFact(facts: Declarations, name: string, fact: FactDeclaration, given: unknown): Given {
  if (!fact.attesters || given === null) return { value: readValue(facts, name, fact.type, given) };
  const judgement = isRecord(given) ? record(name, given) : new Map([['value', given]]);
  const value = readValue(facts, name, fact.type, judgement.get('value'));
  const by = judgement.get('by');
  if (value === UNKNOWN) return { value };
  if (by === undefined) return { value: UNKNOWN, rejected: 'unattested' };
  return typeof by === 'string' && fact.attesters.includes(by)
    ? { value }
    : { value: UNKNOWN, rejected: 'wrong-attester' };
}

function readValue(facts: Declarations, name: string, type: Type, given: unknown): Known {
  if (given === null || given === undefined) return UNKNOWN;
  const value = valueOfType(facts, name, type, given);
  if (value === undefined) throw wrongValue(name, given, type.t);
  return value;
}

function valueOfType(facts: Declarations, name: string, type: Type, given: unknown): Known | undefined {
  const text = typeof given === 'string' ? given : undefined;
  switch (type.t) {
    case 'bool':
      return typeof given === 'boolean' ? given : undefined;
    case 'number':
      return typeof given === 'number' && Number.isFinite(given) ? given : undefined;
    case 'date':
      return text === undefined ? undefined : parseDate(text);
    case 'time':
      return text === undefined ? undefined : parseTime(text);
    case 'event':
      return text === facts.notYet ? NOT_YET : text === undefined ? undefined : parseDate(text);
    case 'text':
    case 'enum':
    case 'ref':
      return text;
    case 'duration': {
      if (!isRecord(given) || typeof given.v !== 'number' || typeof given.unit !== 'string') return undefined;
      return { v: given.v, unit: given.unit as never };
    }
    case 'set':
      return Array.isArray(given) && given.every((e) => typeof e === 'string')
        ? [...given].sort()
        : undefined;
    case 'list': {
      const fields = own(facts.records, type.record) ?? {};
      return list(name, given).map((one) => {
        const row = record(name, one);
        return new Map(Object.entries(fields).map(([f, t]) => [f, readValue(facts, f, t, row.get(f))]));
      });
    }
  }
}

const wrongValue = (name: string, found: unknown, wanted: string) =>
  new ExportError('case-value', { name, found: JSON.stringify(found) ?? 'undefined', wanted });

function day(name: string, given: unknown): number | undefined {
  if (given === undefined || given === null) return undefined;
  const found = typeof given === 'string' ? parseDate(given) : undefined;
  if (found === undefined) throw new ExportError('case-shape', { name, wanted: '2026-09-28' });
  return found;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Own properties only: `__proto__` is a name like any other. */
function record(name: string, given: unknown): ReadonlyMap<string, unknown> {
  if (!isRecord(given)) throw new ExportError('case-shape', { name, wanted: '物件 object' });
  return new Map(Object.entries(given));
}
function list(name: string, given: unknown): readonly unknown[] {
  if (!Array.isArray(given)) throw new ExportError('case-shape', { name, wanted: '列表 array' });
  return given;
}
export function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
