import type { AggregateOp, DurationUnit, Expectation, HitPolicy, Relation, Strength } from '../syntax/ast.ts';
import type { Citation } from '../text/citation.ts';
import type { Span } from '../text/span.ts';

/** The static type of an expression. `unit` of a number is the canonical unit name, '' for none, '元' for money (held in 分). */
export type Type =
  | { readonly t: 'bool' }
  | { readonly t: 'number'; readonly unit: string }
  | { readonly t: 'date' }
  | { readonly t: 'time' }
  | { readonly t: 'event' }
  | { readonly t: 'text' }
  | { readonly t: 'duration'; readonly unit?: DurationUnit }
  | { readonly t: 'enum'; readonly enum: string }
  | { readonly t: 'set'; readonly of: Type }
  | { readonly t: 'list'; readonly record: string }
  | { readonly t: 'ref'; readonly kind: string };

/** A constant in canonical form; see `Value` in evaluate/value.ts for the encodings. */
export type Constant =
  | { readonly t: 'bool'; readonly v: boolean }
  | { readonly t: 'number'; readonly v: number; readonly unit: string } // money: in 分, unit '元'
  | { readonly t: 'date'; readonly v: number } // days since 1970-01-01
  | { readonly t: 'time'; readonly v: number } // minutes since 1970-01-01T00:00
  | { readonly t: 'event'; readonly v: number | 'not-yet' }
  | { readonly t: 'text'; readonly v: string }
  | { readonly t: 'duration'; readonly v: number; readonly unit: DurationUnit }
  | { readonly t: 'enum'; readonly v: string; readonly enum: string }
  | { readonly t: 'set'; readonly v: readonly string[]; readonly of: Type }
  | { readonly t: 'list'; readonly v: readonly Readonly<Record<string, Constant>>[]; readonly record: string }
  | { readonly t: 'ref'; readonly v: string; readonly kind: string };

export interface Cite {
  readonly citation: Citation;
  readonly span: Span;
}

/** Resolved and typed expression; surface sugar is still there, names are not. */
export type TExpr = { readonly span: Span; readonly type: Type } & TExprNode;
export type TExprNode =
  | { readonly op: 'const'; readonly value: Constant }
  /** A fact of the matter under evaluation. `kind` is the kind that declares it. */
  | { readonly op: 'fact'; readonly fact: string; readonly kind: string }
  /** A fact (or, if `def`, a definition) of the matter that `ref` points to. */
  | {
      readonly op: 'follow';
      readonly ref: TExpr;
      readonly fact: string;
      readonly kind: string;
      readonly def: boolean;
    }
  /** A field of the record under the innermost aggregate. */
  | { readonly op: 'item'; readonly field: string }
  | { readonly op: 'param'; readonly name: string }
  | { readonly op: 'reading'; readonly name: string } // enum value: the chosen option
  | { readonly op: 'def'; readonly name: string } // definition or table
  | { readonly op: 'actDate' } // 行為日期
  | { readonly op: 'asOf' } // 查核日期
  | { readonly op: 'and' | 'or'; readonly args: readonly TExpr[] }
  | { readonly op: 'not'; readonly arg: TExpr }
  | { readonly op: 'cmp'; readonly rel: Relation; readonly left: TExpr; readonly right: TExpr }
  | { readonly op: 'in'; readonly left: TExpr; readonly right: TExpr } // element ∈ set
  | { readonly op: 'subset' | 'disjoint'; readonly left: TExpr; readonly right: TExpr }
  | { readonly op: 'empty'; readonly arg: TExpr } // set or list
  | { readonly op: 'occurred'; readonly arg: TExpr }
  | {
      readonly op: 'within';
      readonly arg: TExpr;
      readonly anchor: TExpr;
      readonly direction: 'after' | 'before';
      readonly amount: TExpr;
    }
  | {
      readonly op: 'samePeriod';
      readonly period: 'year' | 'quarter' | 'month';
      readonly left: TExpr;
      readonly right: TExpr;
    }
  | { readonly op: 'ordered'; readonly strict: boolean; readonly args: readonly TExpr[] }
  | {
      readonly op: 'shift';
      readonly base: TExpr;
      readonly direction: 'after' | 'before';
      readonly amount: TExpr;
    }
  | {
      readonly op: 'arith';
      readonly fn: 'add' | 'sub' | 'mul' | 'div';
      readonly left: TExpr;
      readonly right: TExpr;
    }
  | {
      readonly op: 'aggregate';
      readonly fn: AggregateOp;
      readonly list: TExpr;
      readonly field?: string;
      readonly where?: TExpr;
    };

export interface Declared {
  /** Canonical name: NFC, half width, aliases replaced. */
  readonly name: string;
  readonly span: Span;
}
export interface EnumDecl extends Declared {
  readonly members: readonly string[];
  readonly memberSpans: Readonly<Record<string, Span>>;
}
export interface GroupDecl extends Declared {
  readonly enum: string;
  readonly members: readonly string[];
}
export interface FactDecl extends Declared {
  readonly type: Type;
  readonly kind: string;
  readonly aliases: readonly string[];
  readonly defaultValue?: Constant;
  /** Canonical names of those who may attest it; empty: an ordinary fact. */
  readonly attesters: readonly string[];
  readonly description?: string;
}
export interface KindDecl extends Declared {
  readonly parents: readonly string[];
  /** The kind and all its ancestors. */
  readonly lineage: readonly string[];
  /** Own and inherited facts by canonical name. */
  readonly facts: Readonly<Record<string, FactDecl>>;
  readonly gist?: string;
  readonly cites: readonly Cite[];
}
export interface RecordDecl extends Declared {
  readonly cites: readonly Cite[];
  readonly fields: Readonly<Record<string, FactDecl>>;
}
export interface ParameterDecl extends Declared {
  readonly type: Type;
  readonly value?: Constant;
  readonly cites: readonly Cite[];
  readonly gist?: string;
}
export interface ReadingDecl extends Declared {
  readonly options: readonly { readonly name: string; readonly text?: string; readonly span: Span }[];
  readonly adopted: string;
  readonly cites: readonly Cite[];
}
export interface RowDecl {
  readonly id: string; // `公文簽發人#3`
  readonly when: TExpr;
  readonly value: TExpr;
  readonly cites: readonly Cite[];
  readonly span: Span;
  /** 例外 若: wins over ordinary rows. */
  readonly exception: boolean;
}
/** A definition or a table: both are rows with a hit policy. */
export interface DefinitionDecl extends Declared {
  readonly form: 'definition' | 'table';
  readonly type: Type;
  readonly kinds: readonly string[]; // empty: reads no facts
  readonly policy: HitPolicy;
  readonly rows: readonly RowDecl[];
  readonly otherwise?: TExpr;
  readonly otherwiseCites: readonly Cite[];
  readonly cites: readonly Cite[];
  readonly gist?: string;
}
export type Modality = 'shall' | 'shall-not' | 'may' | 'only-may';
export interface UnlessDecl {
  readonly when: TExpr;
  readonly cites: readonly Cite[];
  readonly span: Span;
}
/** «this norm is an exception to `norm`». Paths are fact names from the matter of one side to the other's. */
export interface ExceptionLink {
  readonly norm: string;
  readonly span: Span;
  /** same matter; path from the exception's matter to the base's; path from the base's matter to the exception's */
  readonly link: 'same' | 'from-exception' | 'from-base';
  readonly path: readonly string[];
}
export interface NormDecl extends Declared {
  readonly kinds: readonly string[];
  readonly modality: Modality;
  readonly when?: TExpr;
  /** The expression after 應當／不得／可以; for 僅 P 可以 Q it is Q and `who` is P. */
  readonly requirement: TExpr;
  readonly who?: TExpr;
  readonly deadline?: TExpr;
  readonly maintain?: { readonly from: TExpr; readonly to?: TExpr };
  readonly unless: readonly UnlessDecl[];
  readonly exceptionTo: readonly ExceptionLink[];
  /** For a follow-up duty (隨後應當): the norm it follows; its name is `基礎規則／隨後`. */
  readonly follows?: string;
  readonly bearers: readonly string[];
  readonly strength: Strength;
  readonly cites: readonly Cite[];
  readonly gist?: string;
  readonly note?: string;
  readonly from?: TExpr;
  readonly until?: TExpr;
  readonly chapter?: string;
}
export interface DeclaratoryDecl extends Declared {
  readonly cites: readonly Cite[];
  readonly reason: string;
  readonly gist?: string;
}
/** 引文 of any block: words that stand once in what the block cites. `span` is the quoted text, `name` the block's. */
export interface QuotationDecl extends Declared {
  readonly text: string;
  readonly cites: readonly Cite[];
}
export interface ExampleDecl extends Declared {
  readonly norms: readonly string[];
  readonly actDate?: number;
  readonly asOf?: number;
  readonly params: Readonly<Record<string, Constant>>;
  readonly readings: Readonly<Record<string, string>>;
  readonly matters: readonly ExampleMatterDecl[];
  readonly expect: Expectation;
  readonly missing?: readonly string[]; // canonical names
  readonly due?: number;
}
export interface ExampleMatterDecl {
  readonly id: string; // '' for the first
  readonly kind: string;
  readonly facts: Readonly<
    Record<string, { readonly value: Constant; readonly attester?: string; readonly span: Span }>
  >;
  readonly span: Span;
}
export interface BookDecl extends Declared {
  readonly title: string;
  readonly from?: TExpr;
  readonly until?: TExpr;
  readonly cites: readonly Cite[];
}

/** The checked rulebook: every name resolved, every expression typed. All records are keyed by canonical name. */
export interface Model {
  readonly book?: BookDecl;
  readonly enums: Readonly<Record<string, EnumDecl>>;
  readonly groups: Readonly<Record<string, GroupDecl>>;
  readonly kinds: Readonly<Record<string, KindDecl>>;
  readonly records: Readonly<Record<string, RecordDecl>>;
  readonly parameters: Readonly<Record<string, ParameterDecl>>;
  readonly readings: Readonly<Record<string, ReadingDecl>>;
  readonly definitions: Readonly<Record<string, DefinitionDecl>>;
  readonly norms: Readonly<Record<string, NormDecl>>;
  readonly declaratory: Readonly<Record<string, DeclaratoryDecl>>;
  readonly examples: readonly ExampleDecl[];
  readonly quotations: readonly QuotationDecl[];
  readonly units: readonly string[];
  /** Term aliases, longest first: [written, canonical]. */
  readonly aliases: readonly (readonly [string, string])[];
  /** Whole-name aliases of members and facts: written → canonical. */
  readonly nameAliases: Readonly<Record<string, string>>;
}
