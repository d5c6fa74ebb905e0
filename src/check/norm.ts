import type { Clause, Expr } from '../syntax/ast.ts';
import { blockCites, citesOf, gistOf } from './cites.ts';
import { checkClauses, clauseOf, clausesOf } from './clause-rules.ts';
import { coerce } from './coerce.ts';
import { type BlockOf, type Context, complain, roleOf } from './context.ts';
import type { Env } from './env.ts';
import { condition, expectType, typeExpr } from './expr.ts';
import { boolConst } from './literal.ts';
import type { Cite, Modality, NormDecl, TExpr } from './model.ts';
import { kindNamed } from './type-of.ts';
import { DATE } from './types.ts';
import { subexpressions } from './walk.ts';

const MODALITIES = { shall: 'shall', shallNot: 'shall-not', may: 'may', onlyMay: 'only-may' } as const;
type ModalClause = Extract<Clause, { kind: keyof typeof MODALITIES }>;

/** The norm, and behind it its follow-up duty if it has one (隨後應當). Exceptions are linked later. */
export function checkNorm(
  block: BlockOf<'norm'>,
  name: string,
  chapter: string | undefined,
  ctx: Context,
): readonly NormDecl[] {
  const { clauses } = block;
  checkClauses('norm', clauses, ctx);
  const lacks = (clause: string) =>
    complain(ctx, 'clause-missing', block.name.span, { name: block.name.text, clause });
  const cites = blockCites(clauses, ctx);
  if (!clauseOf(clauses, 'cite')) lacks('依據');
  const appliesTo = clauseOf(clauses, 'appliesTo');
  if (!appliesTo) lacks('適用');
  const kinds = [...new Set(appliesTo?.kinds.map((k) => kindNamed(k, ctx)).filter((k) => k !== undefined))];
  // without a matter no fact has a meaning: only what is wrong besides is reported
  const env: Env = { ctx: kinds.length > 0 ? ctx : { ...ctx, diagnostics: [] }, kinds };
  const modal = modalClause(block, ctx);
  const when = clauseOf(clauses, 'condition');
  const typedWhen = when && condition(when.expr, env);
  const requirement = modal && condition(modal.expr, env);
  const who = modal?.kind === 'onlyMay' ? condition(modal.who, env) : undefined;
  const deadlineClause = clauseOf(clauses, 'deadline');
  const deadline = deadlineClause && deadlineOf(deadlineClause.expr, deadlineClause.span, requirement, env);
  const maintain = clauseOf(clauses, 'maintain');
  const from = maintain && expectType(maintain.from, env, DATE);
  const to = maintain?.to && expectType(maintain.to, env, DATE);
  const base = cites[0];
  const modality: Modality = modal ? MODALITIES[modal.kind] : 'shall';
  const norm: NormDecl = {
    name,
    span: block.name.span,
    kinds,
    modality,
    requirement: requirement ?? boolConst(true, modal?.expr.span ?? block.name.span),
    ...(typedWhen ? { when: typedWhen } : {}),
    ...(who ? { who } : {}),
    ...(deadline ? { deadline } : {}),
    ...(from ? { maintain: to ? { from, to } : { from } } : {}),
    unless: clausesOf(clauses, 'unless').flatMap((clause) => {
      const unless = condition(clause.expr, env);
      const own = citesOf(clause.citations, base, ctx);
      return unless ? [{ when: unless, cites: own, span: clause.span }] : [];
    }),
    exceptionTo: [],
    bearers: clauseOf(clauses, 'bearer')?.bearers.map((bearer) => roleOf(ctx, bearer)) ?? [],
    strength: clauseOf(clauses, 'strength')?.strength ?? 'hard',
    cites,
    ...gistOf(clauses),
    ...noteOf(clauses),
    ...inForce(clauses, { ctx, kinds: [] }),
    ...(chapter === undefined ? {} : { chapter }),
  };
  const follow = followUp(norm, clauses, env);
  return follow ? [norm, follow] : [norm];
}

function modalClause(block: BlockOf<'norm'>, ctx: Context): ModalClause | undefined {
  const modals = block.clauses.filter((c): c is ModalClause => Object.hasOwn(MODALITIES, c.kind));
  const [first, ...more] = modals;
  if (!first) complain(ctx, 'modality-missing', block.name.span, { name: block.name.text });
  for (const extra of more) {
    const related = first && [
      { span: first.span, message: { zh: '先在此處寫過', en: 'first written here' } },
    ];
    complain(ctx, 'modality-duplicate', extra.span, { name: block.name.text }, { related });
  }
  return first;
}

/** A deadline bounds every 已發生 of the requirement, so there must be one. */
function deadlineOf(
  expr: Expr,
  span: Clause['span'],
  requirement: TExpr | undefined,
  env: Env,
): TExpr | undefined {
  const deadline = expectType(expr, env, DATE);
  if (requirement && ![...subexpressions(requirement)].some((e) => e.op === 'occurred')) {
    complain(env.ctx, 'deadline-without-event', span, {});
  }
  return deadline;
}

/** 施行 names its first day, or says in a condition whether it is in force (where the text carries no day). */
export function inForce(clauses: readonly Clause[], env: Env): { from?: TExpr; until?: TExpr } {
  const fromClause = clauseOf(clauses, 'from');
  const untilClause = clauseOf(clauses, 'until');
  const from = fromClause && dayOrCondition(fromClause.expr, env);
  const until = untilClause && expectType(untilClause.expr, env, DATE);
  return { ...(from ? { from } : {}), ...(until ? { until } : {}) };
}

function dayOrCondition(expr: Expr, env: Env): TExpr | undefined {
  const typed = typeExpr(expr, env, DATE);
  return typed?.type.t === 'bool' ? typed : typed && coerce(typed, DATE, env);
}

function noteOf(clauses: readonly Clause[]): Pick<NormDecl, 'note'> {
  const note = clauseOf(clauses, 'note');
  return note ? { note: note.text.text } : {};
}

/** 隨後應當: a duty of its own that lives once the base norm is used. */
function followUp(base: NormDecl, clauses: readonly Clause[], env: Env): NormDecl | undefined {
  const clause = clauseOf(clauses, 'thereafter');
  if (!clause) return undefined;
  const requirement = condition(clause.expr, env);
  const deadline = clause.deadline && deadlineOf(clause.deadline, clause.deadline.span, requirement, env);
  const own: readonly Cite[] = citesOf(clause.citations, base.cites[0], env.ctx);
  return {
    name: `${base.name}／隨後`,
    span: clause.span,
    kinds: base.kinds,
    modality: 'shall',
    requirement: requirement ?? boolConst(true, clause.expr.span),
    ...(deadline ? { deadline } : {}),
    unless: [],
    exceptionTo: [],
    follows: base.name,
    bearers: base.bearers,
    strength: base.strength,
    cites: own.length > 0 ? own : base.cites,
    ...(base.gist === undefined ? {} : { gist: base.gist }),
    ...(base.from ? { from: base.from } : {}),
    ...(base.until ? { until: base.until } : {}),
    ...(base.chapter === undefined ? {} : { chapter: base.chapter }),
  };
}
