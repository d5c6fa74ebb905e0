import * as z from 'zod';
import { parseDate, parseTime } from '../calendar/date.ts';
import type { FactDecl, KindDecl, Model, Type } from '../check/model.ts';
import { ATTESTATION_WORDS, CASE_ENTRIES, CASE_WORDS, entryNames } from './case-words.ts';
import {
  DURATION_LIMIT,
  isEmptyWord,
  isUnknownWord,
  literalText,
  NUMBER_LIMIT,
  parseLiteral,
  word,
} from './literal.ts';
import { type Lookup, lookupOf, type NameTable, own } from './lookup.ts';
import { exampleOf, joined } from './read-value.ts';
import { durationUnits, durationWord } from './unit-words.ts';

/**
 * The JSON form of a case with one matter of one kind. It accepts exactly what `readCases` accepts (every spelling of a name), and its
 * JSON Schema shows the canonical spelling. References between matters are not its concern.
 */
export function caseSchema(model: Model, kindName: string): z.ZodType {
  const lookup = lookupOf(model);
  const kind = own(model.kinds, lookup.kinds.find(kindName) ?? kindName);
  if (!kind) return z.never();
  const shape = { ...caseHead(lookup), ...matterHead(kindLiteral(lookup, kind), factsOf(lookup, kind)) };
  return renamed(z.strictObject(shape), structural(CASE_ENTRIES.filter((e) => e !== 'matters')));
}

/** JSON Schema (2020-12) of a case of one kind, or of every form a case file may have. */
export function jsonSchema(model: Model, kindName?: string): object {
  const lookup = lookupOf(model);
  if (kindName !== undefined) return { $schema: DIALECT, ...print(caseSchema(model, kindName)) };
  const $defs: Record<string, object> = {};
  const define = (name: string, schema: z.ZodType): z.ZodType => {
    $defs[name] = print(schema);
    return z.unknown().meta({ $ref: `#/$defs/${name}` });
  };
  const kinds = Object.values(model.kinds)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((kind, index) => ({
      title: kind.name,
      literal: kindLiteral(lookup, kind),
      facts: define(`facts${index + 1}`, factsOf(lookup, kind)),
    }));
  const matters = kinds.map(({ title, literal, facts }) =>
    z
      .strictObject({
        編號: text().nullish(),
        事項: literal,
        行為日期: dateOrNothing().optional(),
        事實: facts.nullish(),
        備註: z.unknown().optional(),
      })
      .meta({ title }),
  );
  const matter = define('matter', z.union(matters));
  const short = kinds.map(({ title, literal, facts }) =>
    z
      .strictObject({
        ...caseHead(lookup),
        ...matterHead(literal, facts),
        事項組: z.array(matter).optional(),
      })
      .meta({ title }),
  );
  const long = z
    .strictObject({ ...caseHead(lookup), 事項組: z.array(matter).min(1) })
    .meta({ title: '幾個事項' });
  const one = define('case', z.union([...short, long]));
  const file = z.union([one, z.array(one), z.strictObject({ 案件: z.array(one) })]);
  return { $schema: DIALECT, ...print(file), $defs };
}

/** JSON Schema of what may be written for one fact or field: the value, and for a judgement who attested it. */
export function answerSchema(model: Model, decl: FactDecl): object {
  return print(factSchema(lookupOf(model), decl));
}

/** JSON Schema of a value of a type, for what is given or left out. */
export function valueJsonSchema(model: Model, type: Type): object {
  return print(valueSchema(lookupOf(model), type, false));
}

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

function print(schema: z.ZodType): object {
  const { $schema: _, ...body } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'output',
    unrepresentable: 'any',
  });
  return body;
}

/** The schema of `事實` for a kind. */
function factsOf(lookup: Lookup, kind: KindDecl): z.ZodType {
  const shape: Record<string, z.ZodType> = Object.create(null);
  for (const name of Object.keys(kind.facts).sort()) {
    const decl = own(kind.facts, name);
    if (decl) shape[name] = factSchema(lookup, decl).optional();
  }
  const facts = z
    .strictObject(shape)
    .meta({ title: kind.name, ...(kind.gist ? { description: kind.gist } : {}) });
  return renamed(facts, names(lookup.facts(kind.name)));
}

function matterHead(kind: z.ZodType, facts: z.ZodType) {
  return { 編號: text().nullish(), 事項: kind, 事實: facts.nullish() };
}

function caseHead(lookup: Lookup) {
  const { model } = lookup;
  const params: Record<string, z.ZodType> = Object.create(null);
  for (const name of Object.keys(model.parameters).sort()) {
    const decl = own(model.parameters, name);
    if (decl) params[name] = valueSchema(lookup, decl.type, false).optional();
  }
  const readings: Record<string, z.ZodType> = Object.create(null);
  for (const name of Object.keys(model.readings).sort()) {
    const table = lookup.options(name);
    readings[name] = spelled((t) => table.find(t) ?? t, oneOf(table.names)).optional();
  }
  return {
    案件: text().nullish().describe('案件的名稱'),
    行為日期: dateOrNothing().optional().describe('決定適用哪一版規則的日期'),
    查核日期: dateOrNothing().optional().describe('以這一天的情形判斷是否到期'),
    參數: renamed(z.strictObject(params), names(lookup.parameters)).nullish(),
    讀法: renamed(z.strictObject(readings), names(lookup.readings)).nullish(),
    不可改: z
      .union([z.array(text()), text()])
      .nullish()
      .describe('why-not 不更動的事實：名稱，或「編號.名稱」'),
    期望: z.record(z.string(), z.unknown()).nullish().describe('測試用：應有的結論'),
    備註: z.unknown().optional(),
  };
}

function kindLiteral(lookup: Lookup, kind: KindDecl): z.ZodType {
  return spelled((t) => lookup.kinds.find(t) ?? t, z.literal(kind.name));
}

/** A judgement is given with its attester; without one it is accepted and counts as unknown. */
function factSchema(lookup: Lookup, decl: FactDecl): z.ZodType {
  const described = (schema: z.ZodType) => {
    const example = exampleOf(decl.type, lookup);
    const words = [decl.description ?? '', example === '…' ? '' : `例如：${example}`].filter((w) => w !== '');
    return words.length > 0 ? schema.describe(words.join('。')) : schema;
  };
  const value = valueSchema(lookup, decl.type, true);
  const entries = ['value', 'by', 'date', 'ground'] as const;
  const by = decl.attesters.length > 0 ? `須由${joined(decl.attesters)}認定` : '普通事實不需要認定';
  const attested = renamed(
    z.strictObject({
      值: value,
      認定: text().nullish().describe(by),
      日期: dateOrNothing().optional().describe('認定的日期'),
      理由: text().nullish().describe('認定的理由'),
    }),
    (key) => canonicalEntry(key, ATTESTATION_WORDS, entries),
  );
  if (decl.attesters.length > 0) return described(z.union([attested, value]));
  // Accepted with a warning; the schema does not recommend it.
  return described(z.preprocess((data) => withoutAttestation(data, attested), value));
}

/** A mapping with 值 around an ordinary fact is taken for its value, if it is otherwise in order. */
function withoutAttestation(data: unknown, attested: z.ZodType): unknown {
  if (!isObject(data)) return data;
  const value = Object.entries(data).find(([key]) => entryNames(key, ATTESTATION_WORDS).includes('value'));
  return value && attested.safeParse(data).success ? value[1] : data;
}

const UNKNOWN = '未知';

/** Values of a type as JSON has them; `open` also allows null and 未知. */
function valueSchema(lookup: Lookup, type: Type, open: boolean): z.ZodType {
  const canonical = (data: unknown): unknown => canonicalValue(lookup, type, data);
  const schema = bareSchema(lookup, type);
  return z.preprocess(canonical, open ? z.union([schema, z.null(), z.literal(UNKNOWN)]) : schema);
}

function canonicalValue(lookup: Lookup, type: Type, data: unknown): unknown {
  if (typeof data !== 'string') return data;
  if (type.t === 'list') return isEmptyWord(data) ? [] : isUnknownWord(data) ? UNKNOWN : data;
  if (type.t === 'ref') return isUnknownWord(data) ? UNKNOWN : data;
  const of = type.t === 'set' ? type.of : type;
  const isMember = of.t === 'enum' && lookup.members(of.enum).find(data) !== undefined;
  if (isUnknownWord(data) && !isMember) return UNKNOWN;
  const literal = parseLiteral(data, type, lookup);
  if ('problem' in literal) return data;
  return literal.t === 'set' ? [...literal.v] : literalText(literal);
}

function bareSchema(lookup: Lookup, type: Type): z.ZodType {
  switch (type.t) {
    case 'bool':
      return z.union([z.boolean(), z.enum(['是', '否'])]);
    case 'number':
      if (type.unit === '元') return z.string().regex(MONEY);
      return z.union([
        z.number().gt(-NUMBER_LIMIT).lt(NUMBER_LIMIT),
        z.string().regex(numberPattern(type.unit)),
      ]);
    case 'date':
      return date();
    case 'time':
      return z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
        .refine((t) => parseTime(t) !== undefined);
    case 'event':
      return z.union([z.literal('未發生'), date()]);
    case 'duration': {
      const units = type.unit === undefined ? durationUnits() : [type.unit];
      const written = z.string().regex(new RegExp(`^\\d{1,6} ?(${units.map(durationWord).join('|')})$`));
      if (type.unit === undefined) return written;
      const plain = z
        .int()
        .min(0)
        .max(DURATION_LIMIT - 1);
      return z.union([plain, written]);
    }
    case 'enum':
      return oneOf(lookup.members(type.enum).names);
    case 'set': {
      const element = z.preprocess(
        (data) => canonicalElement(lookup, type.of, data),
        bareSchema(lookup, type.of),
      );
      return z.array(element);
    }
    case 'list':
      return z.array(recordSchema(lookup, type.record));
    case 'ref':
      return text()
        .refine((id) => String(id).trim() !== '')
        .describe(`另一個事項（${type.kind}）的編號`);
    case 'text':
      return text();
  }
}

function canonicalElement(lookup: Lookup, of: Type, data: unknown): unknown {
  if (typeof data !== 'string') return data;
  const literal = parseLiteral(data, of, lookup);
  return 'problem' in literal ? data : literalText(literal);
}

function recordSchema(lookup: Lookup, record: string): z.ZodType {
  const shape: Record<string, z.ZodType> = Object.create(null);
  const fields = own(lookup.model.records, record)?.fields ?? {};
  for (const name of Object.keys(fields).sort()) {
    const field = own(fields, name);
    if (field) shape[name] = valueSchema(lookup, field.type, true).optional();
  }
  return renamed(z.strictObject(shape), names(lookup.fields(record)));
}

const MONEY = /^-?(\d{1,13}(\.\d{1,2})? ?元|\d{1,9}(\.\d{1,6})? ?萬元|\d{1,5}(\.\d{1,10})? ?億元)$/;

function numberPattern(unit: string): RegExp {
  const escaped = unit.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^-?\\d{1,15}(\\.\\d+)?(e-\\d{1,3})?${escaped === '' ? '' : `( ?${escaped})?`}$`);
}

/** A text; numbers and true/false are taken as they are written. */
function text(): z.ZodType {
  return z.union([z.string(), z.number(), z.boolean()]);
}

function date(): z.ZodType {
  return z.iso.date().refine((t) => parseDate(t) !== undefined);
}

function dateOrNothing(): z.ZodType {
  return spelled(word, date().nullable());
}

function oneOf(members: readonly string[]): z.ZodType {
  return members.length === 0 ? z.never() : z.enum([...members]);
}

function spelled(canonical: (text: string) => string, schema: z.ZodType): z.ZodType {
  return z.preprocess((data) => (typeof data === 'string' ? canonical(data) : data), schema);
}

type Rename = (key: string) => string | undefined;

function names(table: NameTable): Rename {
  return (key) => table.find(key);
}

function structural(entries: readonly (keyof typeof CASE_WORDS)[]): Rename {
  return (key) => canonicalEntry(key, CASE_WORDS, entries);
}

function canonicalEntry<K extends string>(
  key: string,
  words: Readonly<Record<K, readonly string[]>>,
  entries: readonly K[],
): string | undefined {
  const possible = entryNames(key, words);
  const entry = entries.find((e) => possible.includes(e));
  return entry === undefined ? undefined : words[entry][0];
}

/** Keys in canonical spelling. What is unknown, given twice or harmful keeps a name that no schema has. */
function renamed(schema: z.ZodType, rename: Rename): z.ZodType {
  return z.preprocess((data) => {
    if (!isObject(data)) return data;
    const out: Record<string, unknown> = {};
    const seen = new Set<string>();
    for (const [key, value] of Object.entries(data)) {
      const name = rename(key);
      const fresh = name !== undefined && !seen.has(name);
      if (fresh) seen.add(name);
      out[fresh ? name : `\u0000${key}`] = value;
    }
    return out;
  }, schema);
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
