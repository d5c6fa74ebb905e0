import type { Cite, Constant, Modality } from '../check/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Strength, VerdictWord } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';

export type Verdict = VerdictWord;

/** Why something is unknown. */
export type Missing =
  | {
      readonly kind: 'fact';
      readonly matter: string;
      readonly fact: string;
      readonly reason: 'absent' | 'unattested' | 'wrong-attester';
    }
  | {
      readonly kind: 'field';
      readonly matter: string;
      readonly fact: string;
      readonly index: number;
      readonly field: string;
    }
  | { readonly kind: 'link'; readonly matter: string; readonly fact: string } // a reference to a matter that the case lacks
  | { readonly kind: 'param'; readonly name: string }
  | { readonly kind: 'actDate' }
  | { readonly kind: 'calendar'; readonly year: number; readonly estimate: number }
  | { readonly kind: 'gap'; readonly definition: string; readonly matter: string }
  | {
      readonly kind: 'conflict';
      readonly definition: string;
      readonly matter: string;
      readonly rows: readonly string[];
    };

/** A value that was used, and where the case file gives it. */
export interface UsedFact {
  readonly matter: string;
  readonly fact: string;
  readonly value: Constant;
  readonly span?: Span; // absent: a default
  readonly attestedBy?: string;
  readonly assumed?: 'default' | 'planned';
}
/** A due date that was worked out from working or natural days. */
export interface DueNote {
  readonly due: number;
  readonly base: number;
  readonly direction: 'after' | 'before';
  readonly amount: { readonly v: number; readonly unit: string };
  readonly counted: readonly number[];
  readonly skipped: readonly { readonly day: number; readonly name: string }[];
}
export interface NormResult {
  readonly norm: string;
  readonly matter: string;
  readonly matterKind: string;
  readonly verdict: Verdict;
  readonly modality: Modality;
  readonly strength: Strength;
  readonly bearers: readonly string[];
  readonly cites: readonly Cite[];
  readonly gist?: string;
  readonly missing: readonly Missing[];
  /** 待定 and V is false whatever the missing facts are. */
  readonly harmless: boolean;
  readonly due?: number;
  /** For 豁免: what defeats the norm, with its own citation. */
  readonly exemptBy: readonly {
    readonly norm?: string;
    readonly cites: readonly Cite[];
    readonly span: Span;
  }[];
  readonly used: readonly UsedFact[];
  readonly dueNotes: readonly DueNote[];
  readonly readings: readonly string[];
  readonly params: readonly string[];
  /** Rows of definitions and tables that gave the values: row id → citations. */
  readonly rows: readonly {
    readonly definition: string;
    readonly row: string;
    readonly cites: readonly Cite[];
  }[];
  readonly span: Span;
}
/** 違規 … 不適用 as a whole, with the counts that led to it. */
export interface CaseResult {
  readonly title: string;
  readonly verdict: Exclude<Verdict, 'exempt' | 'deviation'>;
  /** Why nothing applies, when the rulebook is not in force on the act date. */
  readonly inForce: true | false | 'unknown';
  /** What that rests on, said here once and not under each norm; `outside`: the matters that it does not reach. */
  readonly book: {
    readonly outside: readonly string[];
    readonly missing: readonly Missing[];
    readonly readings: readonly string[];
    readonly params: readonly string[];
  };
  readonly actDate?: number;
  readonly asOf: number;
  readonly norms: readonly NormResult[];
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Two live norms that require an expression and its negation. */
  readonly contradictions: readonly { readonly matter: string; readonly norms: readonly [string, string] }[];
  readonly diagnostics: readonly Diagnostic[];
}
