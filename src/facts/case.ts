import type { Constant } from '../check/model.ts';
import type { Span } from '../text/span.ts';

/** One fact as a case gives it. `'unknown'` is written 未知: present but not known. */
export interface GivenFact {
  readonly value: CaseValue;
  readonly span: Span;
  readonly attestation?: Attestation;
  /** `unattested`: a judgement without attester; `wrong-attester`: by somebody the vocabulary does not name. Both count as unknown. */
  readonly rejected?: 'unattested' | 'wrong-attester';
}
/** List records may lack fields: those are unknown. */
export type CaseValue = Exclude<Constant, { t: 'list' }> | CaseList | { readonly t: 'unknown' };
export interface CaseList {
  readonly t: 'list';
  readonly v: readonly Readonly<Record<string, CaseValue>>[];
  readonly record: string;
}
export interface Attestation {
  readonly by: string;
  readonly date?: number; // day number
  readonly ground?: string;
}
export interface CaseMatter {
  /** Unique in the case; '' is never used. References name it. */
  readonly id: string;
  readonly kind: string;
  readonly facts: Readonly<Record<string, GivenFact>>;
  /** Overrides the case's. */
  readonly actDate?: number;
  readonly span: Span;
}
/** A checked case: canonical names, canonical values, all spans kept. */
export interface Case {
  readonly title: string;
  readonly actDate?: number;
  readonly asOf?: number;
  readonly matters: readonly CaseMatter[];
  readonly params: Readonly<Record<string, { readonly value: Constant; readonly span: Span }>>;
  readonly readings: Readonly<Record<string, { readonly option: string; readonly span: Span }>>;
  /** 不可改: facts that why-not leaves alone; without a matter, in every matter that has it. Read by no engine. */
  readonly kept?: readonly KeptFact[];
  /** 期望: what the case is expected to yield, as written; read by tests, not by the engines. */
  readonly expected?: readonly ExpectedEntry[];
  readonly span: Span;
}
export interface KeptFact {
  readonly matter?: string;
  readonly fact: string;
}
/** One line of 期望: a norm's name or another word, and a text, a list of texts or further entries. */
export interface ExpectedEntry {
  readonly key: string;
  readonly value: string | readonly string[] | readonly ExpectedEntry[];
  readonly keySpan: Span;
  /** Of the value. */
  readonly span: Span;
}
