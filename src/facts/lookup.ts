import { nameKey } from '../check/canonical-name.ts';
import type { Model } from '../check/model.ts';
import { once, onceFor } from '../text/once.ts';

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

export const lookupOf = onceFor(makeLookup);

function makeLookup(model: Model): Lookup {
  const key = (text: string) => nameKey(text.trim(), model.aliases);
  const wholeNames = once(
    () => new Map(Object.entries(model.nameAliases).map(([written, canonical]) => [key(written), canonical])),
  );
  const table = (names: readonly string[], aliases: readonly (readonly [string, string])[] = []): NameTable =>
    nameTable(names, aliases, key, model.nameAliases, wholeNames);
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
  nameAliases: Model['nameAliases'],
  wholeNames: () => ReadonlyMap<string, string>,
): NameTable {
  // what is written as it was declared needs no folding, and most names are
  const exact = new Map([...aliases, ...names.map((name) => [name, name] as const)]);
  const folded = once(() => new Map([...exact].map(([written, name]) => [key(written), name])));
  return {
    names,
    spellings: [...names, ...aliases.map(([alias]) => alias)],
    find: (written) => {
      const declared = exact.get(written) ?? exact.get(own(nameAliases, written) ?? '');
      if (declared !== undefined) return declared;
      if (written.length > LONGEST_NAME) return undefined;
      const k = key(written);
      const direct = folded().get(k);
      if (direct !== undefined) return direct;
      const canonical = wholeNames().get(k);
      return canonical === undefined ? undefined : folded().get(key(canonical));
    },
  };
}
