import type { Assignment, ExampleMatter, Name } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';
import { constantOf } from './constant.ts';
import {
  type BlockOf,
  type Context,
  complain,
  keyOf,
  recordOf,
  related,
  roleOf,
  valueNames,
} from './context.ts';
import type { Env } from './env.ts';
import { type ExampleState, exampleValue } from './example-value.ts';
import { normNamed } from './exceptions.ts';
import type { Constant, ExampleDecl, ExampleMatterDecl, NormDecl } from './model.ts';
import { isActDate, isAsOf } from './names.ts';
import { didYouMean } from './suggest.ts';
import { kindNamed } from './type-of.ts';
import { DATE } from './types.ts';

type Given = ExampleMatterDecl['facts'][string];
interface Draft extends ExampleState {
  readonly params: Map<string, Constant>;
  readonly readings: Map<string, string>;
  readonly dates: { act?: number; asOf?: number };
}

/** An example that opens with 對象 has no matter before it. */
function withoutEmptyFirst(block: BlockOf<'example'>): BlockOf<'example'> {
  const [first, ...others] = block.matters;
  const empty = first && !first.name && !first.matterKind && first.assignments.length === 0;
  return empty && others.length > 0 ? { ...block, matters: others } : block;
}

/** An example: facts, parameters and readings by name, and the verdict it must give. */
export function checkExample(written: BlockOf<'example'>, ctx: Context): ExampleDecl | undefined {
  const block = withoutEmptyFirst(written);
  const norms = block.norms.map((name) => normNamed(name, ctx));
  const known = norms.filter((norm) => norm !== undefined);
  const [firstNorm] = known;
  const draft: Draft = { matters: new Map(), notYet: [], params: new Map(), readings: new Map(), dates: {} };
  const kinds = block.matters.map((matter, i) =>
    matterKind(matter, i === 0 && !matter.matterKind ? firstNorm : undefined, ctx),
  );
  block.matters.forEach((matter, i) => {
    const kind = kinds[i];
    if (!matter.name || kind === undefined) return;
    const id = keyOf(ctx, matter.name);
    if (draft.matters.has(id)) complain(ctx, 'duplicate-name', matter.name.span, { name: matter.name.text });
    else draft.matters.set(id, kind);
  });
  const matters = block.matters.flatMap((matter, i) => {
    const kind = kinds[i];
    return kind === undefined ? [] : [checkMatter(matter, kind, draft, ctx)];
  });
  if (matters.length > 0 && matters.length === kinds.length) checkNorms(block, norms, matters, ctx);
  const [notYet] = draft.notYet;
  if (notYet && draft.dates.asOf === undefined) complain(ctx, 'as-of-required', notYet, {});
  if (!block.expect) return complain(ctx, 'example-no-result', block.name.span, { name: block.name.text });
  const missing = block.expect.missing?.map((name) => missingName(name, matters, ctx));
  const due = block.expect.due && constantOf(block.expect.due, DATE, { ctx, kinds: [] });
  return {
    name: keyOf(ctx, block.name),
    span: block.name.span,
    norms: known.map((norm) => norm.name),
    ...(draft.dates.act === undefined ? {} : { actDate: draft.dates.act }),
    ...(draft.dates.asOf === undefined ? {} : { asOf: draft.dates.asOf }),
    params: recordOf(draft.params),
    readings: recordOf(draft.readings),
    matters,
    expect: block.expect,
    ...(missing ? { missing } : {}),
    ...(due?.t === 'date' ? { due: due.v } : {}),
  };
}

/** 對象 says its kind; the first matter is of the first kind of the first norm. */
function matterKind(matter: ExampleMatter, norm: NormDecl | undefined, ctx: Context): string | undefined {
  if (matter.matterKind) return kindNamed(matter.matterKind, ctx);
  return norm?.kinds[0];
}

/** Every norm of the example must have a matter to apply to. */
function checkNorms(
  block: BlockOf<'example'>,
  norms: readonly (NormDecl | undefined)[],
  matters: readonly ExampleMatterDecl[],
  ctx: Context,
): void {
  norms.forEach((norm, i) => {
    const name = block.norms[i];
    if (!norm || !name || norm.kinds.length === 0) return;
    if (matters.some((matter) => norm.kinds.some((kind) => related(ctx, kind, matter.kind)))) return;
    complain(ctx, 'example-norm-kind', name.span, { name: name.text });
  });
}

function checkMatter(matter: ExampleMatter, kind: string, draft: Draft, ctx: Context): ExampleMatterDecl {
  const facts = new Map<string, Given>();
  const given = new Map<string, Span>();
  for (const assignment of matter.assignments) {
    const target = assign(assignment, kind, facts, draft, ctx);
    if (target === undefined) continue;
    const before = given.get(target);
    given.set(target, assignment.name.span);
    if (!before) continue;
    const again = [{ span: before, message: { zh: '先在此處給過', en: 'first given here' } }];
    complain(
      ctx,
      'duplicate-value',
      assignment.name.span,
      { name: assignment.name.text },
      { related: again },
    );
  }
  return { id: matter.name ? keyOf(ctx, matter.name) : '', kind, facts: recordOf(facts), span: matter.span };
}

/** Gives one name its value; returns a key of what was given. */
function assign(
  assignment: Assignment,
  kind: string,
  facts: Map<string, Given>,
  draft: Draft,
  ctx: Context,
): string | undefined {
  const { name, value } = assignment;
  const key = keyOf(ctx, name);
  const env: Env = { ctx, kinds: [kind], matters: draft.matters };
  const fact = ctx.kinds.get(kind)?.lookup.get(key);
  if (fact) {
    const constant = exampleValue(value, fact.type, env, draft);
    const attested = assignment.attested || assignment.attester;
    if (attested && fact.attesters.length === 0)
      complain(ctx, 'not-a-judgement', name.span, { name: name.text });
    const attester = assignment.attester ? roleOf(ctx, assignment.attester) : fact.attesters[0];
    if (constant) {
      const entry = { value: constant, span: assignment.span };
      facts.set(fact.name, attested && attester !== undefined ? { ...entry, attester } : entry);
    }
    return `fact ${fact.name}`;
  }
  if (assignment.attested || assignment.attester) {
    complain(ctx, 'not-a-judgement', name.span, { name: name.text });
  }
  const parameter = ctx.parameters.get(key);
  if (parameter) {
    const constant = constantOf(value, parameter.type, env);
    if (constant) draft.params.set(parameter.name, constant);
    return `parameter ${key}`;
  }
  if (ctx.readings.has(key)) {
    const constant = constantOf(value, { t: 'enum', enum: key }, { ctx, kinds: [] });
    if (constant?.t === 'enum') draft.readings.set(key, constant.v);
    return `reading ${key}`;
  }
  if (isActDate(key) || isAsOf(key)) {
    const constant = constantOf(value, DATE, { ctx, kinds: [] });
    if (constant?.t === 'date') draft.dates[isActDate(key) ? 'act' : 'asOf'] = constant.v;
    return isActDate(key) ? 'act date' : 'as of';
  }
  const candidates = [
    ...(ctx.kinds.get(kind)?.lookup.keys() ?? []),
    ...ctx.parameters.keys(),
    ...ctx.readings.keys(),
  ];
  const hint = didYouMean(name.text, candidates);
  return complain(ctx, 'unknown-field', name.span, { name: name.text, owner: kind }, hint ? { hint } : {});
}

/** What can be missing: a fact of any kind, a field, a parameter, a definition without a hit, 行為日期. */
function missingName(name: Name, matters: readonly ExampleMatterDecl[], ctx: Context): string {
  const key = keyOf(ctx, name);
  const kinds = [...matters.map((matter) => matter.kind), ...ctx.kinds.keys()];
  for (const kind of kinds) {
    const fact = ctx.kinds.get(kind)?.lookup.get(key);
    if (fact) return fact.name;
  }
  for (const record of ctx.records.values()) {
    const field = record.lookup.get(key);
    if (field) return field.name;
  }
  if (isActDate(key)) return '行為日期';
  if (ctx.parameters.has(key) || ctx.signatures.has(key) || ctx.readings.has(key) || key === CALENDAR)
    return key;
  const hint = didYouMean(name.text, valueNames(ctx, kinds));
  complain(ctx, 'unknown-name', name.span, { name: name.text }, hint ? { hint } : {});
  return key;
}

/** Written for working days of a year whose calendar is not published. */
const CALENDAR = '工作日曆';
