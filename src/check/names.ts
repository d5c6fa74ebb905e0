import { KEYWORDS, keywordOf } from '../../grammar/keywords.ts';
import type { Expr, Name } from '../syntax/ast.ts';
import { segmentWithKeywords } from '../syntax/segment.ts';
import type { Span } from '../text/span.ts';
import { type Context, complain, isKindOf, keyOf, valueNames } from './context.ts';
import { definitionKinds } from './definition-kinds.ts';
import type { Env, Expected } from './env.ts';
import type { FactDecl, TExpr, Type } from './model.ts';
import { timeMeant } from './ordinary-words.ts';
import { didYouMean, nearest } from './suggest.ts';
import { DATE, sameType, typeName } from './types.ts';

const ACT_DATE = new Set(['行為日期', 'actDate', 'act-date']);
const AS_OF = new Set(['查核日期', 'asOf', 'as-of']);
export function isActDate(key: string): boolean {
  return ACT_DATE.has(key);
}
export function isAsOf(key: string): boolean {
  return AS_OF.has(key);
}

/**
 * What a bare name means, in this order: field of the record under the aggregate, fact of the matter, definition or
 * table, parameter, reading, member of the expected enum, 行為日期／查核日期. A member of the expected enum goes
 * first where the other meaning would not even fit.
 */
export function resolveName(name: Name, env: Env, expected: Expected): TExpr | undefined {
  const { ctx } = env;
  const key = keyOf(ctx, name);
  const value = resolveValue(name, key, env);
  const wanted = expected?.t === 'set' ? expected.of : expected;
  if (wanted?.t === 'enum' && (value === undefined || (value !== 'error' && !fits(value.type, wanted)))) {
    const member = memberOf(ctx, key, wanted.enum);
    if (member !== undefined) return memberConst(member, wanted.enum, name.span);
  }
  if (value === 'error') return undefined;
  if (value) return value;
  const group = ctx.groups.get(key);
  if (group) {
    ctx.used.add(`group ${key}`);
    ctx.used.add(`enum ${group.enum}`);
    const of: Type = { t: 'enum', enum: group.enum };
    return {
      op: 'const',
      value: { t: 'set', v: group.members, of },
      type: { t: 'set', of },
      span: name.span,
    };
  }
  if (wanted?.t === 'enum') return unknownMember(ctx, name, wanted.enum);
  const owners = [...ctx.domains.values()].filter((d) => d.members.has(key));
  const [owner] = owners;
  if (owners.length > 1) {
    const domains = owners.map((d) => d.name).join('、');
    return complain(ctx, 'ambiguous-member', name.span, { name: name.text, domains });
  }
  if (owner) return memberConst(owner.members.get(key) ?? key, owner.name, name.span);
  return unknownName(name, env);
}

/** Does the name mean a value here (and not merely a member)? Reports nothing. */
export function isValueName(name: Name, env: Env): boolean {
  const key = keyOf(env.ctx, name);
  return (
    (env.item?.has(key) ?? false) ||
    env.kinds.some((kind) => env.ctx.kinds.get(kind)?.lookup.has(key)) ||
    env.ctx.signatures.has(key) ||
    env.ctx.parameters.has(key) ||
    env.ctx.readings.has(key) ||
    isActDate(key) ||
    isAsOf(key)
  );
}

function fits(type: Type, wanted: Type): boolean {
  return sameType(type.t === 'set' ? type.of : type, wanted);
}

function memberOf(ctx: Context, key: string, domain: string): string | undefined {
  return ctx.domains.get(domain)?.members.get(key);
}

function memberConst(member: string, domain: string, span: Span): TExpr {
  return {
    op: 'const',
    value: { t: 'enum', v: member, enum: domain },
    type: { t: 'enum', enum: domain },
    span,
  };
}

function unknownMember(ctx: Context, name: Name, domain: string): undefined {
  const members = [...(ctx.domains.get(domain)?.members.keys() ?? [])];
  return complain(
    ctx,
    'unknown-member',
    name.span,
    { name: name.text, domain },
    { hint: didYouMean(name.text, members) },
  );
}

/** Says so, and offers the words it falls into where spaces were left out, else the nearest name. */
export function unknownName(name: Name, env: Env): undefined {
  const { ctx } = env;
  const names = valueNames(ctx, env.kinds);
  const found = segmentWithKeywords(name.text, new Set(names));
  const parts = found?.some(isBlockWord) ? undefined : found;
  const better = parts?.join(' ') ?? nearest(name.text, names);
  if (better === undefined)
    return complain(ctx, 'unknown-name', name.span, { name: name.text }, timeMeant(name.text, name.span));
  const hint = parts
    ? { zh: `少了空格？「${better}」`, en: `Are spaces missing? "${better}"` }
    : { zh: `是不是「${better}」？`, en: `Did you mean "${better}"?` };
  const title = { zh: `改為「${better}」`, en: `Change to "${better}"` };
  const edits = [{ span: name.span, text: better }];
  const fix = parts ? { title, edits } : { title, edits, guess: true as const };
  return complain(ctx, 'unknown-name', name.span, { name: name.text }, { hint, fix });
}

function isBlockWord(word: string): boolean {
  const id = keywordOf(word);
  return id !== undefined && KEYWORDS[id].role === 'block';
}

function resolveValue(name: Name, key: string, env: Env): TExpr | 'error' | undefined {
  const { ctx } = env;
  const { span } = name;
  const field = env.item?.get(key);
  if (field) {
    markFact(ctx, field);
    return { op: 'item', field: field.name, type: field.type, span };
  }
  const elsewhere = ctx.signatures.has(key) || ctx.parameters.has(key) || ctx.readings.has(key);
  const fact = factOf(name, key, env, elsewhere);
  if (fact) return fact;
  const signature = ctx.signatures.get(key);
  if (signature) {
    ctx.used.add(`definition ${key}`);
    if (!coversKinds(ctx, signature.name, env.kinds, name)) return 'error';
    return signature.type ? { op: 'def', name: signature.name, type: signature.type, span } : 'error';
  }
  const parameter = ctx.parameters.get(key);
  if (parameter) {
    ctx.used.add(`parameter ${key}`);
    return { op: 'param', name: parameter.name, type: parameter.type, span };
  }
  const reading = ctx.readings.get(key);
  if (reading) {
    ctx.used.add(`reading ${key}`);
    return { op: 'reading', name: reading.name, type: { t: 'enum', enum: reading.name }, span };
  }
  if (isActDate(key)) return { op: 'actDate', type: DATE, span };
  if (isAsOf(key)) return { op: 'asOf', type: DATE, span };
  return undefined;
}

/** The fact in every kind of the matter; a name that only some of the kinds know is an error, unless it means something else. */
function factOf(name: Name, key: string, env: Env, elsewhere: boolean): TExpr | 'error' | undefined {
  const { ctx, kinds } = env;
  let first: FactDecl | undefined;
  let firstKind = '';
  let lacking: string | undefined;
  for (const kind of kinds) {
    const fact = ctx.kinds.get(kind)?.lookup.get(key);
    if (!fact) lacking ??= kind;
    else if (!first) [first, firstKind] = [fact, kind];
    else if (!sameType(first.type, fact.type)) {
      complain(ctx, 'fact-type-differs', name.span, { name: name.text, first: firstKind, second: kind });
      return 'error';
    }
  }
  if (!first) return undefined;
  if (lacking !== undefined) {
    if (elsewhere) return undefined;
    complain(ctx, 'fact-not-in-kind', name.span, { name: name.text, kind: lacking });
    return 'error';
  }
  for (const kind of kinds) {
    const fact = ctx.kinds.get(kind)?.lookup.get(key);
    if (fact) markFact(ctx, fact);
  }
  return { op: 'fact', fact: first.name, kind: first.kind, type: first.type, span: name.span };
}

export function markFact(ctx: Context, fact: FactDecl): void {
  ctx.used.add(`fact ${fact.kind} ${fact.name}`);
}

/** A definition that reads facts can be used only where its kinds include the matter's. */
function coversKinds(ctx: Context, definition: string, kinds: readonly string[], name: Name): boolean {
  const own = definitionKinds(ctx, definition);
  if (own.length === 0) return true;
  if (kinds.length === 0) {
    complain(ctx, 'definition-reads-facts', name.span, { name: name.text });
    return false;
  }
  const outside = kinds.find((kind) => !own.some((k) => isKindOf(ctx, kind, k)));
  if (outside === undefined) return true;
  complain(ctx, 'definition-kinds', name.span, { name: name.text, kind: outside });
  return false;
}

/** `議題 之 會議 之 會議日期`: from matter to matter along references. */
export function typePath(expr: Extract<Expr, { kind: 'pathExpr' }>, env: Env): TExpr | undefined {
  let at = resolveName(expr.base, env, undefined);
  let written = expr.base.text;
  for (const field of expr.fields) {
    if (!at) return undefined;
    const step: TExpr | undefined = follow(at, written, field, env.ctx);
    at = step;
    written = field.text;
  }
  return at ? { ...at, span: expr.span } : undefined;
}

function follow(ref: TExpr, written: string, field: Name, ctx: Context): TExpr | undefined {
  if (ref.type.t !== 'ref') {
    return complain(ctx, 'not-a-reference', ref.span, { name: written, type: typeName(ref.type) });
  }
  const { kind } = ref.type;
  const key = keyOf(ctx, field);
  const span = { file: ref.span.file, start: ref.span.start, end: field.span.end };
  const fact = ctx.kinds.get(kind)?.lookup.get(key);
  if (fact) {
    markFact(ctx, fact);
    return { op: 'follow', ref, fact: fact.name, kind: fact.kind, def: false, type: fact.type, span };
  }
  const signature = ctx.signatures.get(key);
  if (signature) {
    ctx.used.add(`definition ${key}`);
    if (!signature.type || !coversKinds(ctx, signature.name, [kind], field)) return undefined;
    return { op: 'follow', ref, fact: signature.name, kind, def: true, type: signature.type, span };
  }
  const candidates = [...(ctx.kinds.get(kind)?.lookup.keys() ?? []), ...ctx.signatures.keys()];
  return complain(
    ctx,
    'unknown-field',
    field.span,
    { name: field.text, owner: kind },
    { hint: didYouMean(field.text, candidates) },
  );
}
