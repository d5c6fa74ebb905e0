import type { Bilingual, Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Verdict } from '../evaluate/verdict.ts';

/** A norm in a matter. */
export interface NormPlace {
  readonly norm: string;
  readonly matter: string;
}

/** One expectation that was not met. */
export interface Difference {
  /** At the expectation, with the norm as related place. */
  readonly diagnostic: Diagnostic;
  /** The norms that it is about; of a whole case those that made it what it is. */
  readonly about: readonly NormPlace[];
  /** What was asked, what was expected of it and what came out, in words; absent where the expectation itself is wrong. */
  readonly words?: { readonly name: string; readonly wanted: Bilingual; readonly found: Bilingual };
  /** The verdict that was expected, where it is one and of one norm. */
  readonly expected?: Verdict;
  /** What the rules give in its place; absent where there is no one such thing, or it is no matter of a value. */
  readonly actual?: Actual;
}

/** A value that an expectation could have. */
export type Actual =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'missing'; readonly names: readonly string[] }
  | { readonly kind: 'due'; readonly day: number }
  /** The whole 結果 of an example. */
  | {
      readonly kind: 'result';
      readonly verdict: Verdict;
      readonly missing?: readonly string[];
      readonly due?: number;
    };
