import type { Cite, Constant, Modality, Type } from '../check/model.ts';
import type { AggregateOp, HitPolicy, Relation, Strength } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';

/** Index of a node in `Plan.nodes`. Operands always have smaller indices: the plan is a DAG in topological order. */
export type NodeId = number;

/**
 * Nodes of the plan, hash-consed: one node for equal expressions. Every sugar of the language is gone (see
 * plan/README.md for the meaning of each node in three-valued logic).
 */
export type PlanNode = { readonly type: Type } & (
  | { readonly op: 'const'; readonly value: Constant }
  | { readonly op: 'fact'; readonly kind: string; readonly fact: string }
  | { readonly op: 'follow'; readonly ref: NodeId; readonly target: NodeId } // evaluate `target` in the matter `ref` points to
  | { readonly op: 'item'; readonly field: string }
  | { readonly op: 'param'; readonly name: string }
  | { readonly op: 'reading'; readonly name: string }
  | { readonly op: 'actDate' | 'asOf' }
  | { readonly op: 'and' | 'or'; readonly args: readonly NodeId[] }
  | { readonly op: 'not'; readonly arg: NodeId }
  | { readonly op: 'cmp'; readonly rel: Relation; readonly left: NodeId; readonly right: NodeId }
  | { readonly op: 'in' | 'subset' | 'disjoint'; readonly left: NodeId; readonly right: NodeId }
  | { readonly op: 'empty' | 'occurred'; readonly arg: NodeId }
  | { readonly op: 'reached'; readonly date: NodeId } // 查核日期 is after the date; before that it is live
  | {
      readonly op: 'samePeriod';
      readonly period: 'year' | 'quarter' | 'month';
      readonly left: NodeId;
      readonly right: NodeId;
    }
  | {
      readonly op: 'shift';
      readonly base: NodeId;
      readonly direction: 'after' | 'before';
      readonly amount: NodeId;
    }
  | {
      readonly op: 'arith';
      readonly fn: 'add' | 'sub' | 'mul' | 'div';
      readonly left: NodeId;
      readonly right: NodeId;
    }
  | {
      readonly op: 'aggregate';
      readonly fn: AggregateOp;
      readonly list: NodeId;
      readonly field?: string;
      readonly where?: NodeId;
    }
  | { readonly op: 'table'; readonly definition: string } // value of Plan.definitions[definition]
);

export interface PlanRow {
  readonly id: string;
  readonly when: NodeId;
  readonly value: NodeId;
  readonly exception: boolean;
  readonly cites: readonly Cite[];
  readonly span: Span;
}
export interface PlanDefinition {
  readonly name: string;
  readonly form: 'definition' | 'table';
  readonly type: Type;
  readonly policy: HitPolicy;
  readonly rows: readonly PlanRow[];
  readonly otherwise?: NodeId;
  readonly cites: readonly Cite[];
  readonly span: Span;
  readonly gist?: string;
}
export interface PlanException {
  /** An own 除非, or an exception norm. */
  readonly source:
    | { readonly kind: 'unless'; readonly when: NodeId; readonly cites: readonly Cite[] }
    | {
        readonly kind: 'norm';
        readonly norm: string;
        readonly link: 'same' | 'from-exception' | 'from-base';
        readonly path: readonly NodeId[];
      };
  readonly span: Span;
}
export interface PlanNorm {
  readonly name: string;
  readonly kinds: readonly string[]; // declared kinds; a matter of a descendant counts
  readonly modality: Modality;
  readonly strength: Strength;
  readonly applies: NodeId; // 當 (and for a follow-up that its base fires, see `follows`)
  readonly requires: NodeId; // R: for 不得 already negated
  readonly exceptions: readonly PlanException[];
  readonly follows?: string;
  readonly bearers: readonly string[];
  readonly cites: readonly Cite[];
  readonly gist?: string;
  readonly note?: string;
  readonly chapter?: string;
  readonly span: Span;
}
export interface Plan {
  readonly version: 1;
  readonly nodes: readonly PlanNode[];
  /** Where each node was written, first occurrence; same index as `nodes`. */
  readonly spans: readonly Span[];
  readonly definitions: Readonly<Record<string, PlanDefinition>>;
  /** In canonical order (by name), so that the order of files and rules cannot matter. */
  readonly norms: readonly PlanNorm[];
  readonly book?: { readonly title: string; readonly inForce?: NodeId };
  readonly params: Readonly<
    Record<string, { readonly type: Type; readonly value?: Constant; readonly cites: readonly Cite[] }>
  >;
  readonly readings: Readonly<
    Record<
      string,
      { readonly adopted: string; readonly options: readonly string[]; readonly cites: readonly Cite[] }
    >
  >;
  /** kind → itself and its ancestors */
  readonly lineage: Readonly<Record<string, readonly string[]>>;
  /** record → field → type */
  readonly records: Readonly<Record<string, Readonly<Record<string, Type>>>>;
  /** kind → fact → declaration as far as an engine needs it */
  readonly facts: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          { readonly type: Type; readonly defaultValue?: Constant; readonly attesters: readonly string[] }
        >
      >
    >
  >;
}
