import type { Citation } from '../text/citation.ts';
import type { Span } from '../text/span.ts';

/** A written name, as written (`text`), with its place. */
export interface Name {
  readonly text: string;
  readonly span: Span;
}
/** `「…」` */
export interface Quote {
  readonly text: string;
  readonly span: Span;
}
/** 第四十七條第二款. Inside a table row it may be relative (第（一）項): then `article` is 0. */
export interface CitationNode {
  readonly citation: Citation;
  readonly span: Span;
}

// ---- types -------------------------------------------------------------------------------------
export type TypeNode =
  | { readonly kind: 'boolType'; readonly span: Span }
  | { readonly kind: 'numberType'; readonly unit?: Name; readonly span: Span }
  | { readonly kind: 'moneyType'; readonly span: Span }
  | { readonly kind: 'dateType'; readonly span: Span }
  | { readonly kind: 'timeType'; readonly span: Span }
  | { readonly kind: 'eventType'; readonly span: Span }
  | { readonly kind: 'textType'; readonly span: Span }
  | { readonly kind: 'durationType'; readonly unit?: DurationUnit; readonly span: Span }
  | { readonly kind: 'namedType'; readonly name: Name; readonly span: Span } // an enum
  | { readonly kind: 'setType'; readonly of: TypeNode; readonly span: Span } // 集合 X
  | { readonly kind: 'listType'; readonly record: Name; readonly span: Span } // 列表 記錄名
  | { readonly kind: 'refType'; readonly target: Name; readonly span: Span }; // 指向 事項名

export type DurationUnit = 'year' | 'month' | 'week' | 'day' | 'workday' | 'hour' | 'minute';

// ---- expressions -------------------------------------------------------------------------------
export type Relation = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';
export type Expr =
  | { readonly kind: 'nameExpr'; readonly name: Name; readonly span: Span }
  /** `議題 之 會議 之 會議日期`: base is the first name, then one field after the other. */
  | { readonly kind: 'pathExpr'; readonly base: Name; readonly fields: readonly Name[]; readonly span: Span }
  | { readonly kind: 'boolLit'; readonly value: boolean; readonly span: Span }
  /** `unit` is the word after the number, as written; the checker decides whether it is a duration, money or a declared unit. */
  | { readonly kind: 'numberLit'; readonly value: number; readonly unit?: Name; readonly span: Span }
  | { readonly kind: 'dateLit'; readonly text: string; readonly span: Span } // YYYY-MM-DD, not yet validated
  | { readonly kind: 'timeLit'; readonly text: string; readonly span: Span } // YYYY-MM-DDTHH:MM
  | { readonly kind: 'textLit'; readonly value: string; readonly span: Span }
  | { readonly kind: 'notYetLit'; readonly span: Span } // 未發生 as a value (examples only)
  | { readonly kind: 'emptyLit'; readonly span: Span } // 空
  | { readonly kind: 'listLit'; readonly items: readonly Expr[]; readonly span: Span } // A、B or ｛A、B｝
  | { readonly kind: 'recordLit'; readonly fields: readonly Assignment[]; readonly span: Span } // （欄 為 值；…）, examples only
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Expr[]; readonly span: Span }
  | { readonly kind: 'not'; readonly operand: Expr; readonly span: Span }
  | {
      readonly kind: 'compare';
      readonly relation: Relation;
      readonly left: Expr;
      readonly right: Expr;
      readonly span: Span;
    }
  /** 屬於／不屬於: right is a listLit of members and groups, a group, a set-typed name. */
  | {
      readonly kind: 'member';
      readonly negated: boolean;
      readonly left: Expr;
      readonly right: Expr;
      readonly span: Span;
    }
  /** 包含於 (left ⊆ right), 包含 (left ⊇ right), 不相交, 相交 */
  | {
      readonly kind: 'setRelation';
      readonly relation: 'subset' | 'superset' | 'disjoint' | 'overlaps';
      readonly left: Expr;
      readonly right: Expr;
      readonly span: Span;
    }
  | { readonly kind: 'isEmpty'; readonly negated: boolean; readonly operand: Expr; readonly span: Span } // 為空／不為空
  | { readonly kind: 'occurred'; readonly negated: boolean; readonly operand: Expr; readonly span: Span } // 已發生／未發生
  | {
      readonly kind: 'between';
      readonly operand: Expr;
      readonly low: Expr;
      readonly high: Expr;
      readonly span: Span;
    } // 介於 A 與 B, both included
  /** X 在 A 前 P 內: A−P < X ≤ A; X 在 A 後 P 內: A ≤ X ≤ A+P. `window` is the offset expression. */
  | { readonly kind: 'within'; readonly operand: Expr; readonly window: Expr; readonly span: Span }
  | {
      readonly kind: 'samePeriod';
      readonly period: 'year' | 'quarter' | 'month';
      readonly left: Expr;
      readonly right: Expr;
      readonly span: Span;
    }
  /** 依序 A、B、C (≤) or 嚴格依序 (<): no later step before an earlier one. */
  | {
      readonly kind: 'ordered';
      readonly strict: boolean;
      readonly steps: readonly Expr[];
      readonly span: Span;
    }
  | {
      readonly kind: 'shift';
      readonly base: Expr;
      readonly direction: 'after' | 'before';
      readonly amount: Expr;
      readonly span: Span;
    }
  | {
      readonly kind: 'arith';
      readonly op: 'add' | 'sub' | 'mul' | 'div';
      readonly left: Expr;
      readonly right: Expr;
      readonly span: Span;
    }
  /** 計數／有任一／全部 （列表 其中 條件）; 合計／最早／最晚／最大／最小 （列表 之 欄 其中 條件）. Inside `where`, field names of the record come first. */
  | {
      readonly kind: 'aggregate';
      readonly op: AggregateOp;
      readonly list: Expr;
      readonly field?: Name;
      readonly where?: Expr;
      readonly span: Span;
    };
export type AggregateOp = 'count' | 'any' | 'all' | 'sum' | 'earliest' | 'latest' | 'max' | 'min';

// ---- clauses -----------------------------------------------------------------------------------
export type Strength = 'hard' | 'soft' | 'aspirational';
export type Clause =
  /** 依據. `fromHeading`: written in the heading above a literate fence, outside the block. */
  | {
      readonly kind: 'cite';
      readonly citations: readonly CitationNode[];
      readonly fromHeading?: true;
      readonly span: Span;
    }
  | { readonly kind: 'gist'; readonly text: Quote; readonly span: Span } // 要旨
  | { readonly kind: 'note'; readonly text: Quote; readonly span: Span } // 註
  | { readonly kind: 'quotation'; readonly text: Quote; readonly span: Span } // 引文
  | { readonly kind: 'appliesTo'; readonly kinds: readonly Name[]; readonly span: Span } // 適用
  | { readonly kind: 'condition'; readonly expr: Expr; readonly span: Span } // 當
  | { readonly kind: 'bearer'; readonly bearers: readonly Name[]; readonly span: Span } // 責任
  | { readonly kind: 'shall'; readonly expr: Expr; readonly span: Span } // 應當
  | { readonly kind: 'shallNot'; readonly expr: Expr; readonly span: Span } // 不得
  | { readonly kind: 'may'; readonly expr: Expr; readonly span: Span } // 可以
  | { readonly kind: 'onlyMay'; readonly who: Expr; readonly expr: Expr; readonly span: Span } // 僅 P 可以 Q
  | { readonly kind: 'deadline'; readonly expr: Expr; readonly span: Span } // 期限
  | { readonly kind: 'maintain'; readonly from: Expr; readonly to?: Expr; readonly span: Span } // 維持 自 A 至 B
  | {
      readonly kind: 'unless';
      readonly expr: Expr;
      readonly citations: readonly CitationNode[];
      readonly span: Span;
    } // 除非 … 依據 …
  | {
      readonly kind: 'exceptionTo';
      readonly norms: readonly Name[];
      readonly via: readonly Name[];
      readonly span: Span;
    } // 例外於 N 經 路徑
  | {
      readonly kind: 'thereafter';
      readonly expr: Expr;
      readonly deadline?: Expr;
      readonly citations: readonly CitationNode[];
      readonly span: Span;
    } // 隨後應當
  | { readonly kind: 'strength'; readonly strength: Strength; readonly span: Span } // 效力
  | { readonly kind: 'from'; readonly expr: Expr; readonly span: Span } // 施行
  | { readonly kind: 'until'; readonly expr: Expr; readonly span: Span } // 廢止
  | { readonly kind: 'reason'; readonly text: Quote; readonly span: Span } // 理由
  | { readonly kind: 'title'; readonly text: Quote; readonly span: Span } // 題名
  | { readonly kind: 'hitPolicy'; readonly policy: HitPolicy; readonly span: Span } // 命中
  | {
      readonly kind: 'when';
      readonly condition: Expr;
      readonly value: Expr;
      readonly citations: readonly CitationNode[];
      readonly span: Span;
    } // 若 … 則 …
  | {
      readonly kind: 'exceptWhen';
      readonly condition: Expr;
      readonly value: Expr;
      readonly citations: readonly CitationNode[];
      readonly span: Span;
    } // 例外 若 … 則 …
  | {
      readonly kind: 'otherwise';
      readonly value: Expr;
      readonly citations: readonly CitationNode[];
      readonly span: Span;
    } // 否則
  | { readonly kind: 'is'; readonly value: Expr; readonly span: Span }; // 即
export type HitPolicy = 'unique' | 'any' | 'collect';
export type ClauseKind = Clause['kind'];

// ---- blocks ------------------------------------------------------------------------------------
export interface FieldNode {
  readonly name: Name;
  readonly type: TypeNode;
  readonly aliases: readonly Name[];
  readonly defaultValue?: Expr;
  /** 由 A、B 認定 */
  readonly attesters: readonly Name[];
  readonly description?: Quote;
  readonly span: Span;
}
export interface MemberNode {
  readonly name: Name;
  readonly aliases: readonly Name[];
}
export interface Assignment {
  readonly name: Name;
  readonly value: Expr;
  /** 認定為 in an example: attested by whoever the vocabulary asks for. */
  readonly attested: boolean;
  /** 由 X 認定 */
  readonly attester?: Name;
  readonly span: Span;
}
/** 對象 甲 : 公文簽發 — a further matter of an example; its assignments follow. */
export interface ExampleMatter {
  readonly name?: Name;
  readonly matterKind?: Name;
  readonly assignments: readonly Assignment[];
  readonly span: Span;
}
export type VerdictWord =
  | 'not-applicable'
  | 'exempt'
  | 'compliant'
  | 'violated'
  | 'deviation'
  | 'pending'
  | 'conflict'
  | 'undetermined';
export interface Expectation {
  readonly verdict: VerdictWord;
  /** 缺 A、B: exactly these missing facts */
  readonly missing?: readonly Name[];
  /** 期限 2026-10-08 */
  readonly due?: Expr;
  readonly span: Span;
}
export interface TableColumn {
  readonly expr: Expr;
  readonly span: Span;
}
/** 任意, a list of constants, or a comparison without left side (`≤ 5 年`). */
export type TableCell =
  | { readonly kind: 'anyCell'; readonly span: Span }
  | { readonly kind: 'valuesCell'; readonly values: readonly Expr[]; readonly span: Span }
  | { readonly kind: 'compareCell'; readonly relation: Relation; readonly value: Expr; readonly span: Span };
export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly value: Expr;
  readonly citations: readonly CitationNode[];
  readonly span: Span;
}

interface BlockBase {
  readonly name: Name;
  readonly clauses: readonly Clause[];
  readonly span: Span;
}
export type Block =
  | (BlockBase & { readonly kind: 'book' }) // 規章 名: 題名 施行 廢止
  | { readonly kind: 'chapter'; readonly name: Name; readonly title: string; readonly span: Span } // 章 第八章 會議制度
  | {
      readonly kind: 'enum';
      readonly name: Name;
      readonly members: readonly MemberNode[];
      readonly span: Span;
    }
  | { readonly kind: 'group'; readonly name: Name; readonly members: readonly Name[]; readonly span: Span } // 類
  | { readonly kind: 'alias'; readonly name: Name; readonly canonical: Name; readonly span: Span } // 別名 檔案 = 文件
  | { readonly kind: 'units'; readonly units: readonly Name[]; readonly span: Span } // 單位 項、次
  | (BlockBase & {
      readonly kind: 'matter';
      readonly parents: readonly Name[];
      readonly fields: readonly FieldNode[];
    })
  | (BlockBase & { readonly kind: 'record'; readonly fields: readonly FieldNode[] })
  | (BlockBase & { readonly kind: 'parameter'; readonly type: TypeNode; readonly value?: Expr })
  | (BlockBase & { readonly kind: 'definition'; readonly type: TypeNode })
  | (BlockBase & { readonly kind: 'norm' })
  | (BlockBase & {
      readonly kind: 'table';
      readonly type: TypeNode;
      readonly columns: readonly TableColumn[];
      readonly rows: readonly TableRow[];
    })
  | (BlockBase & { readonly kind: 'declaratory' })
  | (BlockBase & { readonly kind: 'reading'; readonly options: readonly ReadingOption[] })
  | {
      readonly kind: 'example';
      readonly name: Name;
      readonly norms: readonly Name[];
      readonly matters: readonly ExampleMatter[];
      readonly expect?: Expectation;
      readonly span: Span;
    };
export interface ReadingOption {
  readonly name: Name;
  readonly adopted: boolean;
  readonly text?: Quote;
  readonly span: Span;
}
export type BlockKind = Block['kind'];

/** One parsed `.norm` or `.norm.md` file. */
export interface NormFile {
  readonly file: string;
  readonly blocks: readonly Block[];
}
