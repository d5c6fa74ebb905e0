import type { Constant, Type } from '../../check/model.ts';

/** B a truth value, N a number (day, minute, code of a text), D a number with its unit, C a count between limits, O a set or list. */
export type RegisterClass = 'B' | 'N' | 'D' | 'C' | 'O';

/** Where a slot gets its value from, before anything is worked out. */
export type SlotSource =
  | { readonly from: 'fact'; readonly name: string }
  | { readonly from: 'item'; readonly name: string } // a field of the record under an aggregate
  | { readonly from: 'param' | 'reading'; readonly name: string }
  | { readonly from: 'actDate' | 'asOf' };

/** A number or day as JSON can hold it: null unknown, 'not-yet' 未發生. */
export type PackedNumber = number | null | 'not-yet';

/**
 * One input of a unit. Scalars become a small code against which tables of truth values are read (`code`): 0 missing;
 * a 是非 its truth value; a text its place in `texts` + 2, or 1; a number or day its place among `limits`:
 * 1 below the first, 2 the first, 3 between the first and the second, …; past them, the code of 未發生.
 */
export interface Slot {
  readonly source: SlotSource;
  readonly type: Type;
  readonly class: RegisterClass;
  /** Register that holds the value itself; absent when only its code is read. */
  readonly register?: number;
  readonly code?: number;
  readonly texts?: readonly string[];
  readonly limits?: readonly number[];
  /** Used where the case gives nothing: a declared default, a parameter's value; of a reading the adopted option. */
  readonly otherwise?: Constant;
}

/** What is too rare or too large for operands: carried out by one routine, the same in every executor. */
export type Task =
  | {
      readonly do: 'table';
      readonly class: RegisterClass;
      readonly collect: boolean;
      /** [when, value] registers */
      readonly exceptions: readonly (readonly [number, number])[];
      readonly rows: readonly (readonly [number, number])[];
      readonly otherwise?: number;
    }
  | {
      readonly do: 'aggregate';
      readonly fn: 'count' | 'any' | 'all' | 'sum' | 'earliest' | 'latest' | 'min' | 'max';
      readonly list: number;
      readonly unit: number; // index of `Unit.inner`
      readonly where?: number; // B register of the inner unit
      readonly field?: number; // N register of the inner unit
      readonly event: boolean;
    }
  | {
      readonly do: 'follow';
      readonly ref: number;
      readonly class: RegisterClass;
      readonly target: string; // key of `Unit.exports`
    }
  /** Does an exception norm fire in the matter that a path leads to, or in one from which a path leads here? */
  | { readonly do: 'fires-at-base'; readonly norm: string; readonly path: readonly string[] }
  | { readonly do: 'fires-at-exception'; readonly norm: string; readonly path: readonly string[] };

/** A run of `count` instructions of one operation: op, count, first register of the results, then the operands. */
export type Bytecode = Int32Array;

export interface Constants {
  readonly B: readonly (readonly [number, number])[];
  readonly N: readonly (readonly [number, PackedNumber])[];
  readonly O: readonly (readonly [number, readonly number[]])[];
}

/** What a matter of one kind runs through (or, as an inner unit, a record under an aggregate). */
export interface Unit {
  readonly slots: readonly Slot[];
  readonly codes: number;
  readonly registers: { readonly B: number; readonly N: number; readonly O: number };
  readonly constants: Constants;
  /** Code by stage: between two stages values pass from matter to matter. */
  readonly stages: readonly Bytecode[];
  /** Truth values by code of a slot, end to end. */
  readonly tables: Uint8Array;
  readonly tasks: readonly Task[];
  /** Registers of the outer unit to copy in before a list is gone through: [class, outer, inner]. */
  readonly imports: readonly (readonly ['B' | 'N' | 'O', number, number])[];
  readonly inner: readonly Unit[];
  /** Norms of this unit in the order of the plan: index into `Plan.norms`, registers of A, E, R₀ and R₁. */
  readonly norms: readonly {
    readonly norm: number;
    readonly applies: number;
    readonly excepted: number;
    readonly plain: number;
    readonly live: number;
  }[];
  /** Registers by key of a plan node (`12+` live, `12-` not) or of the firing of a norm (`!name`). */
  readonly exports: Readonly<Record<string, readonly [RegisterClass, number]>>;
  /** Two norms may require an expression and its negation. */
  readonly mayContradict: boolean;
}

/** A plan lowered: serialisable, needs no code generation, holds no name but those of facts, texts and norms. */
export interface Program {
  readonly version: number;
  /** Texts that stand in the rulebook; the code of a text is its place + 1. */
  readonly texts: readonly string[];
  readonly stages: number;
  readonly units: Readonly<Record<string, Unit>>; // by kind
}
