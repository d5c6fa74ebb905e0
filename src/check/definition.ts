import type { Expr, TableCell } from '../syntax/ast.ts';
import { blockCites, citesOf, gistOf } from './cites.ts';
import { checkClauses, clauseOf, clausesOf } from './clause-rules.ts';
import { coerce } from './coerce.ts';
import { compare } from './compare.ts';
import { type BlockOf, bilingual, type Context, complain, type Signature } from './context.ts';
import { definitionKinds } from './definition-kinds.ts';
import type { Env } from './env.ts';
import { condition, expectType, typeExpr } from './expr.ts';
import { boolConst } from './literal.ts';
import type { Cite, DefinitionDecl, RowDecl, TExpr, Type } from './model.ts';
import { typeMember } from './sets.ts';
import { kindNamed } from './type-of.ts';
import { BOOL, typeName } from './types.ts';
import { structure } from './walk.ts';

/** Rows, default and citations of a definition or table; `undefined` when its type is unknown. */
export function checkDefinition(signature: Signature, ctx: Context): DefinitionDecl | undefined {
  const { block, name, type } = signature;
  checkClauses(block.kind, block.clauses, ctx);
  for (const kind of clauseOf(block.clauses, 'appliesTo')?.kinds ?? []) kindNamed(kind, ctx);
  const kinds = definitionKinds(ctx, name);
  if (!type || signature.clash) return undefined;
  const env: Env = { ctx, kinds };
  const cites = blockCites(block.clauses, ctx);
  const policy = clauseOf(block.clauses, 'hitPolicy')?.policy ?? 'unique';
  if (policy === 'collect' && type.t !== 'set') {
    complain(ctx, 'collect-needs-set', block.type.span, { type: typeName(type) });
  }
  const rows =
    block.kind === 'table'
      ? tableRows(block, name, type, cites[0], env)
      : definitionRows(block, name, type, cites[0], env);
  if (policy !== 'collect') checkSameRows(rows, ctx);
  const is = clauseOf(block.clauses, 'is');
  const otherwise = clauseOf(block.clauses, 'otherwise');
  const written = block.kind === 'table' ? block.rows.length : clausesOf(block.clauses, 'when').length;
  const rowClause = block.clauses.find(
    (c) => c.kind === 'when' || c.kind === 'exceptWhen' || c.kind === 'otherwise',
  );
  if (is && rowClause) complain(ctx, 'definition-is-and-rows', rowClause.span, {});
  if (!is && written === 0) complain(ctx, 'definition-empty', block.name.span, { name: block.name.text });
  const fallback = is ?? otherwise;
  const value = fallback && expectType(fallback.value, env, type);
  const decl: DefinitionDecl = {
    name,
    span: block.name.span,
    form: block.kind,
    type,
    kinds,
    policy,
    rows,
    otherwiseCites: otherwise ? citesOf(otherwise.citations, cites[0], ctx) : [],
    cites,
    ...gistOf(block.clauses),
  };
  return value ? { ...decl, otherwise: value } : decl;
}

function definitionRows(
  block: BlockOf<'definition'>,
  name: string,
  type: Type,
  base: Cite | undefined,
  env: Env,
): readonly RowDecl[] {
  const rows: RowDecl[] = [];
  for (const clause of block.clauses) {
    if (clause.kind !== 'when' && clause.kind !== 'exceptWhen') continue;
    const when = condition(clause.condition, env);
    const value = expectType(clause.value, env, type);
    const cites = citesOf(clause.citations, base, env.ctx);
    if (!when || !value) continue;
    const exception = clause.kind === 'exceptWhen';
    rows.push({ id: `${name}#${rows.length + 1}`, when, value, cites, span: clause.span, exception });
  }
  return rows;
}

function tableRows(
  block: BlockOf<'table'>,
  name: string,
  type: Type,
  base: Cite | undefined,
  env: Env,
): readonly RowDecl[] {
  const { ctx } = env;
  const columns = block.columns.map((column) => ({ expr: column.expr, typed: typeExpr(column.expr, env) }));
  const rows: RowDecl[] = [];
  block.rows.forEach((row, i) => {
    if (row.cells.length !== columns.length) {
      complain(ctx, 'table-cells', row.span, { expected: columns.length, actual: row.cells.length });
    }
    const tests: TExpr[] = [];
    let broken = row.cells.length !== columns.length;
    row.cells.forEach((cell, j) => {
      const column = columns[j];
      if (!column || cell.kind === 'anyCell') return;
      const test = column.typed && cellTest(cell, column.expr, column.typed, env);
      if (test) tests.push(test);
      else broken = true;
    });
    const value = expectType(row.value, env, type);
    const cites = citesOf(row.citations, base, ctx);
    if (broken || !value) return;
    const [only] = tests;
    const when: TExpr =
      only === undefined
        ? boolConst(true, row.span)
        : tests.length === 1
          ? only
          : { op: 'and', args: tests, type: BOOL, span: row.span };
    rows.push({ id: `${name}#${i + 1}`, when, value, cites, span: row.span, exception: false });
  });
  return rows;
}

/** What a cell asks of its column: one of the values, or a comparison. */
function cellTest(
  cell: Exclude<TableCell, { kind: 'anyCell' }>,
  expr: Expr,
  column: TExpr,
  env: Env,
): TExpr | undefined {
  const { span } = cell;
  if (cell.kind === 'compareCell') {
    const value = typeExpr(cell.value, env, column.type);
    return value && compare(cell.relation, column, value, span, env);
  }
  const [only] = cell.values;
  if (column.type.t === 'set') {
    const right: Expr = { kind: 'listLit', items: cell.values, span };
    const set = typeExpr(right, env, column.type);
    const value = set && coerce(set, column.type, env);
    return value && compare('eq', column, value, span, env);
  }
  if (cell.values.length === 1 && only) {
    const value = typeExpr(only, env, column.type);
    if (!value) return undefined;
    if (value.type.t !== 'set') return compare('eq', column, value, span, env);
  }
  const right: Expr = { kind: 'listLit', items: cell.values, span };
  return typeMember({ kind: 'member', negated: false, left: expr, right, span }, env);
}

/** Rows whose conditions say the same always hit together: a contradiction, or one too many. */
function checkSameRows(rows: readonly RowDecl[], ctx: Context): void {
  const seen = new Map<string, RowDecl>();
  for (const row of rows) {
    const key = `${row.exception} ${structure(row.when)}`;
    const before = seen.get(key);
    if (!before) {
      seen.set(key, row);
      continue;
    }
    const related = [{ span: before.span, message: bilingual('另一行在此處', 'the other row is here') }];
    const same = structure(before.value) === structure(row.value);
    complain(ctx, same ? 'duplicate-row' : 'table-overlap', row.span, {}, { related });
  }
}
