import type { CaseValue } from '../../facts/case.ts';
import type { Frame } from './frame.ts';
import type { WorkdayCounter } from './workdays.ts';

/** One case at work: what its matters share. */
export interface Run {
  asOf: number;
  workdays: WorkdayCounter;
  /** Frames of the case's matters, in its order. */
  readonly matters: Frame[];
  /** Code of a matter's name → its place; what a reference leads to. */
  readonly matterOf: Map<number, number>;
  /** Place of the matter at work. */
  at: number;
  /** Rows of a table gave different values: an open verdict may be 衝突. */
  conflict: boolean;
  /** Code of a text; texts that no rule names get one for this case. */
  textCode(text: string): number;
}

export type RecordFields = Readonly<Record<string, CaseValue>>;
