import type { CalendarList } from '../../calendar/list-calendar.ts';
import type { Constant, Modality, Type } from '../../check/model.ts';
import type { NodeId, PlanNode } from '../../plan/plan.ts';
import type { HitPolicy, Strength, VerdictWord } from '../../syntax/ast.ts';

/** What the exported files hold. A change that an older operator module would read wrongly raises the version. */
export const FORMAT = 'zhunsheng-json-rules-engine';
export const FORMAT_VERSION = 1;

/** A value of the engine: a fact of one matter. `f:` and its name; `n12`, with `+` where live atoms are true; `A:`, `E:`, `F:`, `X:` of norms. */
export type Slot = string;

export interface FactCondition {
  readonly fact: Slot;
  readonly operator: string;
  readonly value: unknown;
}
export type StockCondition =
  | FactCondition
  | { readonly all: readonly StockCondition[] }
  | { readonly any: readonly StockCondition[] };
export type TopCondition = Exclude<StockCondition, FactCondition>;
export type StockEvent =
  /** One rail of a condition that others use. */
  | { readonly type: 'known'; readonly params: { readonly fact: Slot; readonly value: boolean } }
  | { readonly type: 'verdict'; readonly params: { readonly norm: string; readonly verdict: VerdictWord } }
  /** An open verdict that no missing fact can turn into a violation. */
  | { readonly type: 'harmless'; readonly params: { readonly norm: string } };
/** A rule as the stock engine reads it. */
export interface StockRule {
  readonly name: string;
  readonly priority: number;
  readonly conditions: TopCondition;
  readonly event: StockEvent;
}

/** `live`: its value may differ where live atoms are true; `item`: it depends on the record under an aggregate. */
export type ProgramNode = PlanNode & { readonly live?: true; readonly item?: true };
export interface ProgramRow {
  readonly id: string;
  readonly when: NodeId;
  readonly value: NodeId;
  readonly exception?: true;
}
export interface ProgramDefinition {
  readonly policy: HitPolicy;
  readonly rows: readonly ProgramRow[];
  readonly otherwise?: NodeId;
}
export type ProgramException =
  | { readonly unless: NodeId }
  | {
      readonly norm: string;
      readonly link: 'same' | 'from-exception' | 'from-base';
      readonly path: readonly NodeId[];
    };
export interface ProgramNorm {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly modality: Modality;
  readonly strength: Strength;
  readonly applies: NodeId;
  readonly requires: NodeId;
  readonly follows?: string;
  readonly exceptions: readonly ProgramException[];
}
/** computed.json: what is not a truth value is worked out from it by the operator module. */
export interface Program {
  readonly nodes: readonly ProgramNode[];
  readonly definitions: Readonly<Record<string, ProgramDefinition>>;
  /** By name. */
  readonly norms: readonly ProgramNorm[];
  /** kind → itself and its ancestors, and the conditions that rules find out for a matter of the kind. */
  readonly kinds: Readonly<
    Record<string, { readonly lineage: readonly string[]; readonly conditions: readonly Slot[] }>
  >;
}
export interface FactDeclaration {
  readonly type: Type;
  readonly default?: Constant;
  /** Who may attest it; absent: an ordinary fact. */
  readonly attesters?: readonly string[];
}
/** facts.json: what may be given, and how the unknown is written. */
export interface Declarations {
  readonly unknown: null;
  readonly notYet: '未發生';
  readonly kinds: Readonly<Record<string, Readonly<Record<string, FactDeclaration>>>>;
  /** Fields that rules read, by record. */
  readonly records: Readonly<Record<string, Readonly<Record<string, Type>>>>;
  readonly params: Readonly<Record<string, { readonly type: Type; readonly value?: Constant }>>;
  readonly readings: Readonly<
    Record<string, { readonly adopted: string; readonly options: readonly string[] }>
  >;
}
export interface NormCitation {
  readonly cites: readonly string[];
  readonly gist?: string;
  readonly bearers: readonly string[];
  /** In the order of the norm's exceptions. */
  readonly exceptions: readonly (readonly string[])[];
}
/** citations.json: kept beside the rules, because the stock engine drops what it does not know from conditions. */
export interface Citations {
  readonly book: string;
  readonly norms: Readonly<Record<string, NormCitation>>;
  /** Rows of definitions and tables by id. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
  /** What facts of the rules say in words, `n12` also for `n12+`; long ones are told by those they are made of. */
  readonly conditions: Readonly<Record<Slot, string>>;
}
/** The files of an export, parsed. */
export interface Export {
  readonly rules: readonly StockRule[];
  readonly computed: Program;
  readonly facts: Declarations;
  readonly citations: Citations;
  readonly calendar: CalendarList;
}
/** Names of the files, in the order in which the manifest lists them. */
export const DATA_FILES = ['rules', 'computed', 'facts', 'citations', 'calendar'] as const;
export const MODULE_FILE = 'operators.mjs';
export const MANIFEST_FILE = 'manifest.json';
export interface Manifest {
  readonly format: string;
  readonly version: number;
  readonly generator: string;
  /** file → SHA-256 of its bytes */
  readonly files: Readonly<Record<string, string>>;
  /** SHA-256 over format, version and files. */
  readonly sha256: string;
}

export function slotOf(node: ProgramNode, id: NodeId, live: boolean): Slot {
  if (node.op === 'fact') return `${FACT_SLOT}${node.fact}`;
  return live && node.live ? `n${id}+` : `n${id}`;
}
/** Facts of the matter stand in the rules by their names. */
export const FACT_SLOT = 'f:';
export const exceptionSlot = (norm: string, index: number): Slot => `X:${norm}#${index}`;

/** Truth values that the rules find out; every other node is a computed fact. */
const CONDITION_OPS: ReadonlySet<PlanNode['op']> = new Set([
  'and',
  'or',
  'not',
  'cmp',
  'in',
  'subset',
  'disjoint',
  'empty',
  'occurred',
  'reached',
  'samePeriod',
]);
export const isCondition = (node: ProgramNode): boolean => CONDITION_OPS.has(node.op) && !node.item;
