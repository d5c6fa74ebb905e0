import type { Unit } from './program.ts';

/** A unit as JSON holds it: code and tables as plain arrays. */
export interface UnitJson extends Omit<Unit, 'stages' | 'tables' | 'inner'> {
  readonly stages: readonly (readonly number[])[];
  readonly tables: readonly number[];
  readonly inner: readonly UnitJson[];
}

export const unitToJson = (unit: Unit): UnitJson => ({
  ...unit,
  stages: unit.stages.map((code) => [...code]),
  tables: [...unit.tables],
  inner: unit.inner.map(unitToJson),
});

export const unitFromJson = (json: UnitJson): Unit => ({
  ...json,
  stages: json.stages.map((code) => Int32Array.from(code)),
  tables: Uint8Array.from(json.tables),
  inner: json.inner.map(unitFromJson),
});
