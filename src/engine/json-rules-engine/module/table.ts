import { isUnknown, sameValue, type Tri, UNKNOWN, type Value } from '../../../evaluate/value.ts';
import type { ProgramDefinition, ProgramRow } from '../format.ts';

/** How a definition's rows and values are read. */
export interface TableReader {
  readonly when: (row: ProgramRow) => Tri;
  readonly value: (row: ProgramRow) => Value;
  readonly otherwise: () => Value | undefined;
}
export interface TableOutcome {
  readonly value: Value;
  /** Rows that hold. */
  readonly hit: readonly ProgramRow[];
  readonly problem?: 'gap' | 'conflict';
}
interface Rows {
  readonly hit: readonly ProgramRow[];
  readonly open: readonly ProgramRow[];
}

/** The hit policies (design.md, section 4): rows have no order, exception rows that hold stand alone. */
export function tableOutcome(definition: ProgramDefinition, read: TableReader): TableOutcome {
  const sorted = (exception: boolean): Rows => {
    const rows = definition.rows.filter((r) => (r.exception ?? false) === exception);
    const state = rows.map((row) => [row, read.when(row)] as const);
    return {
      hit: state.flatMap(([row, holds]) => (holds === true ? [row] : [])),
      open: state.flatMap(([row, holds]) => (holds === undefined ? [row] : [])),
    };
  };
  const [exceptions, ordinary] = [sorted(true), sorted(false)];
  if (definition.policy === 'collect') return collected(read, exceptions, ordinary);
  if (exceptions.hit.length > 0) return agreed(read, exceptions);
  const base = ordinary.hit.length > 0 ? agreed(read, ordinary) : byDefault(read, ordinary);
  return sameAs(read, exceptions.open, base.value) ? base : open();
}

/** Rows that hold must give one value; those that may hold must not give another. */
function agreed(read: TableReader, rows: Rows): TableOutcome {
  const values = rows.hit.map(read.value);
  const [first, ...others] = values.filter((v) => !isUnknown(v));
  if (first === undefined) return open(rows.hit);
  if (others.some((v) => isUnknown(v) || isUnknown(first) || !sameValue(v, first)))
    return { value: UNKNOWN, hit: rows.hit, problem: 'conflict' };
  if (values.some(isUnknown) || !sameAs(read, rows.open, first)) return open(rows.hit);
  return { value: first, hit: rows.hit };
}

/** The default holds where every row is false, or where no row that may hold says otherwise. */
function byDefault(read: TableReader, rows: Rows): TableOutcome {
  const value = read.otherwise();
  if (value === undefined) return rows.open.length === 0 ? { ...open(), problem: 'gap' } : open();
  return sameAs(read, rows.open, value) ? { value, hit: [] } : open();
}

function collected(read: TableReader, ...groups: readonly Rows[]): TableOutcome {
  const hit = groups.flatMap((g) => g.hit);
  const maybe = groups.flatMap((g) => g.open);
  if (hit.length === 0 && maybe.length === 0) return byDefault(read, { hit, open: maybe });
  if (hit.length === 0) return open();
  const found = new Set<string>();
  for (const row of hit) {
    const elements = elementsOf(read.value(row));
    if (!elements) return open(hit);
    for (const element of elements) found.add(element);
  }
  const adds = maybe.some((row) => elementsOf(read.value(row))?.some((e) => !found.has(e)) ?? true);
  return adds ? open(hit) : { value: [...found].sort(), hit };
}

function elementsOf(value: Value): readonly string[] | undefined {
  if (isUnknown(value)) return undefined;
  return (Array.isArray(value) ? value : [value]).map(String);
}

const sameAs = (read: TableReader, rows: readonly ProgramRow[], value: Value): boolean =>
  rows.every((row) => {
    const other = read.value(row);
    return !isUnknown(other) && !isUnknown(value) && sameValue(other, value);
  });
const open = (hit: readonly ProgramRow[] = []): TableOutcome => ({ value: UNKNOWN, hit });
