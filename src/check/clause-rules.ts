import type { BlockKind, Clause, ClauseKind } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';
import { type Context, complain } from './context.ts';

type ClauseBlock = Exclude<BlockKind, 'chapter' | 'enum' | 'group' | 'alias' | 'units' | 'example'>;

/** Which clauses may stand in which block; those in `MANY` any number of times. */
const ALLOWED: Readonly<Record<ClauseBlock, readonly ClauseKind[]>> = {
  book: ['title', 'cite', 'from', 'until', 'gist', 'note', 'quotation'],
  matter: ['cite', 'gist', 'note', 'quotation'],
  record: ['cite', 'gist', 'note', 'quotation'],
  parameter: ['cite', 'gist', 'note', 'quotation'],
  definition: [
    'cite',
    'gist',
    'note',
    'quotation',
    'appliesTo',
    'hitPolicy',
    'when',
    'exceptWhen',
    'otherwise',
    'is',
  ],
  table: ['cite', 'gist', 'note', 'quotation', 'appliesTo', 'hitPolicy', 'otherwise'],
  declaratory: ['cite', 'gist', 'note', 'quotation', 'reason'],
  reading: ['cite', 'gist', 'note', 'quotation'],
  norm: [
    'cite',
    'gist',
    'note',
    'quotation',
    'appliesTo',
    'condition',
    'bearer',
    'shall',
    'shallNot',
    'may',
    'onlyMay',
    'deadline',
    'maintain',
    'unless',
    'exceptionTo',
    'thereafter',
    'strength',
    'from',
    'until',
  ],
};
const MANY: ReadonlySet<ClauseKind> = new Set(['cite', 'when', 'exceptWhen', 'unless', 'exceptionTo']);
/** Reported by their own diagnostic. */
const MODAL: ReadonlySet<ClauseKind> = new Set(['shall', 'shallNot', 'may', 'onlyMay']);

const BLOCK_NAMES: Readonly<Record<ClauseBlock, string>> = {
  book: '規章',
  matter: '事項',
  record: '記錄',
  parameter: '參數',
  definition: '定義',
  table: '表',
  declaratory: '宣示',
  reading: '讀法',
  norm: '規則',
};
const CLAUSE_NAMES: Readonly<Record<ClauseKind, string>> = {
  cite: '依據',
  gist: '要旨',
  note: '註',
  quotation: '引文',
  appliesTo: '適用',
  condition: '當',
  bearer: '責任',
  shall: '應當',
  shallNot: '不得',
  may: '可以',
  onlyMay: '僅 … 可以',
  deadline: '期限',
  maintain: '維持',
  unless: '除非',
  exceptionTo: '例外於',
  thereafter: '隨後應當',
  strength: '效力',
  from: '施行',
  until: '廢止',
  reason: '理由',
  title: '題名',
  hitPolicy: '命中',
  when: '若',
  exceptWhen: '例外 若',
  otherwise: '否則',
  is: '即',
};

/** Nothing is accepted and ignored: every clause must have a meaning in its block, and stand once unless it may repeat. */
export function checkClauses(block: ClauseBlock, clauses: readonly Clause[], ctx: Context): void {
  const first = new Map<ClauseKind, Span>();
  for (const clause of clauses) {
    const written = CLAUSE_NAMES[clause.kind];
    if (!ALLOWED[block].includes(clause.kind)) {
      complain(ctx, 'clause-not-allowed', clause.span, { clause: written, block: BLOCK_NAMES[block] });
      continue;
    }
    const before = first.get(clause.kind);
    if (!before) first.set(clause.kind, clause.span);
    else if (!MANY.has(clause.kind) && !MODAL.has(clause.kind)) {
      const related = [{ span: before, message: { zh: '先在此處寫過', en: 'first written here' } }];
      complain(ctx, 'duplicate-clause', clause.span, { clause: written }, { related });
    }
  }
}

/** The only clause of its kind. */
export function clauseOf<K extends ClauseKind>(
  clauses: readonly Clause[],
  kind: K,
): Extract<Clause, { kind: K }> | undefined {
  return clauses.find((c): c is Extract<Clause, { kind: K }> => c.kind === kind);
}

export function clausesOf<K extends ClauseKind>(
  clauses: readonly Clause[],
  kind: K,
): readonly Extract<Clause, { kind: K }>[] {
  return clauses.filter((c): c is Extract<Clause, { kind: K }> => c.kind === kind);
}
