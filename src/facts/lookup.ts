import { nameKey } from '../check/canonical-name.ts';
import type { Model } from '../check/model.ts';

/** Longer words are no names of ours, and comparing them costs time. */
const LONGEST_NAME = 120;

/** Finds the canonical name for a spelling: 繁 or 简, full or half width, aliases. */
export interface NameTable {
  find(written: string): string | undefined;
  /** Canonical names, in order of declaration. */
  readonly names: readonly string[];
  /** Names and aliases, for «did you mean». */
  readonly spellings: readonly string[];
}

export interface Lookup {
  readonly model: Model;
  readonly kinds: NameTable;
  readonly parameters: NameTable;
  readonly readings: NameTable;
  facts(kind: string): NameTable;
  fields(record: string): NameTable;
  members(enumName: string): NameTable;
  options(reading: string): NameTable;
  attesters(names: readonly string[]): NameTable;
  key(text: string): string;
}

const lookups = new WeakMap<Model, Lookup>();

export function lookupOf(model: Model): Lookup {
  const known = lookups.get(model);
  if (known) return known;
  const made = makeLookup(model);
  lookups.set(model, made);
  return made;
}

function makeLookup(model: Model): Lookup {
  const key = (text: string) => nameKey(text.trim(), model.aliases);
  const wholeNames = new Map<string, string>();
  for (const [written, canonical] of Object.entries(model.nameAliases)) {
    wholeNames.set(key(written), canonical);
  }
  const table = (names: readonly string[], aliases: readonly (readonly [string, string])[] = []): NameTable =>
    nameTable(names, aliases, key, wholeNames);
  const cached = (make: (name: string) => NameTable) => {
    const tables = new Map<string, NameTable>();
    return (name: string) => {
      const known = tables.get(name);
      if (known) return known;
      const made = make(name);
      tables.set(name, made);
      return made;
    };
  };
  const facts = (declared: Readonly<Record<string, { aliases: readonly string[] }>>) =>
    table(
      Object.keys(declared),
      Object.entries(declared).flatMap(([name, fact]) => fact.aliases.map((alias) => [alias, name] as const)),
    );
  const attesters = cached((joined) => table(joined.split('\n')));
  return {
    model,
    kinds: table(Object.keys(model.kinds)),
    parameters: table(Object.keys(model.parameters)),
    readings: table(Object.keys(model.readings)),
    facts: cached((kind) => facts(own(model.kinds, kind)?.facts ?? {})),
    fields: cached((record) => facts(own(model.records, record)?.fields ?? {})),
    members: cached((name) => table(own(model.enums, name)?.members ?? [])),
    options: cached((name) => table((own(model.readings, name)?.options ?? []).map((o) => o.name))),
    attesters: (names) => attesters(names.join('\n')),
    key,
  };
}

/** An own entry of a record that is keyed by names a user chose. */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function nameTable(
  names: readonly string[],
  aliases: readonly (readonly [string, string])[],
  key: (text: string) => string,
  wholeNames: ReadonlyMap<string, string>,
): NameTable {
  const byKey = new Map<string, string>();
  for (const [alias, name] of aliases) byKey.set(key(alias), name);
  for (const name of names) byKey.set(key(name), name);
  const exact = new Set(names);
  return {
    names,
    spellings: [...names, ...aliases.map(([alias]) => alias)],
    find: (written) => {
      if (exact.has(written)) return written;
      if (written.length > LONGEST_NAME) return undefined;
      const k = key(written);
      const direct = byKey.get(k);
      if (direct !== undefined) return direct;
      const canonical = wholeNames.get(k);
      return canonical === undefined ? undefined : byKey.get(key(canonical));
    },
  };
}
