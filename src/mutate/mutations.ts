import { groupOf, type RuleOwner } from '../analyse/reach.ts';
import type { Constant, DefinitionDecl, Model, NormDecl, TExpr } from '../check/model.ts';
import { childKeys } from '../check/texpr-children.ts';
import type { Bilingual } from '../diagnostics/diagnostic.ts';
import type { Span } from '../text/span.ts';

/** One small change of a rule that ought to change some verdict that an example shows. */
export interface Mutant {
  /** The norm, definition or group (類) that is changed. */
  readonly owner: RuleOwner;
  /** What is changed, in the drafter's text. */
  readonly span: Span;
  readonly change: Bilingual;
  readonly apply: (model: Model) => Model;
}

/** Every mutant of every norm, definition and group, in the order of the files. */
export function mutantsOf(model: Model): readonly Mutant[] {
  const norms = Object.values(model.norms).flatMap((norm) =>
    normVariants(model, norm).map(
      ({ value, span, change }): Mutant => ({
        owner: { kind: 'norm', name: norm.name },
        span,
        change,
        apply: (m) => ({ ...m, norms: { ...m.norms, [norm.name]: value } }),
      }),
    ),
  );
  const definitions = Object.values(model.definitions).flatMap((definition) =>
    definitionVariants(model, definition).map(
      ({ value, span, change }): Mutant => ({
        owner: { kind: 'definition', name: definition.name },
        span,
        change,
        apply: (m) => ({ ...m, definitions: { ...m.definitions, [definition.name]: value } }),
      }),
    ),
  );
  const groups = Object.values(model.groups).flatMap((group) =>
    group.members.map(
      (member): Mutant => ({
        owner: { kind: 'group', name: group.name },
        span: group.span,
        change: withoutMember(member),
        apply: (m) => mapExpressions(m, (expr) => withoutIn(m, expr, group.name, member)),
      }),
    ),
  );
  return [...norms, ...definitions, ...groups].sort((a, b) =>
    a.span.file === b.span.file ? a.span.start - b.span.start : a.span.file < b.span.file ? -1 : 1,
  );
}

function withoutIn(model: Model, expr: TExpr, group: string, member: string): TExpr {
  if (expr.op !== 'const' || expr.value.t !== 'set' || groupOf(model, expr) !== group) return expr;
  return { ...expr, value: { ...expr.value, v: expr.value.v.filter((v) => v !== member) } };
}

function mapExpr(expr: TExpr, change: (node: TExpr) => TExpr): TExpr {
  const fields = expr as unknown as Readonly<Record<string, TExpr | readonly TExpr[] | undefined>>;
  const inner = childKeys(expr.op).flatMap((key) => {
    const child = fields[key];
    if (child === undefined) return [];
    return [[key, isList(child) ? child.map((c) => mapExpr(c, change)) : mapExpr(child, change)] as const];
  });
  return change({ ...expr, ...Object.fromEntries(inner) } as TExpr);
}

function mapExpressions(model: Model, change: (node: TExpr) => TExpr): Model {
  const map = (expr: TExpr): TExpr => mapExpr(expr, change);
  const norm = (n: NormDecl): NormDecl => ({
    ...n,
    ...(n.when ? { when: map(n.when) } : {}),
    requirement: map(n.requirement),
    ...(n.who ? { who: map(n.who) } : {}),
    ...(n.deadline ? { deadline: map(n.deadline) } : {}),
    unless: n.unless.map((u) => ({ ...u, when: map(u.when) })),
  });
  const definition = (d: DefinitionDecl): DefinitionDecl => ({
    ...d,
    rows: d.rows.map((r) => ({ ...r, when: map(r.when), value: map(r.value) })),
    ...(d.otherwise ? { otherwise: map(d.otherwise) } : {}),
  });
  const each = <T>(table: Readonly<Record<string, T>>, to: (one: T) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(table).map(([name, one]) => [name, to(one)]));
  return { ...model, norms: each(model.norms, norm), definitions: each(model.definitions, definition) };
}

/** The member after the last that a set has: one that the text leaves out. */
function outside(model: Model, name: string, has: readonly string[]): string | undefined {
  const members = model.enums[name]?.members ?? [];
  const last = Math.max(-1, ...has.map((member) => members.indexOf(member)));
  return [...members.slice(last + 1), ...members].find((member) => !has.includes(member));
}

const withMember = (member: string): Bilingual => ({ zh: `多了「${member}」`, en: `with "${member}"` });
const withoutMember = (member: string): Bilingual => ({
  zh: `不含「${member}」`,
  en: `without "${member}"`,
});

interface Variant<T> {
  readonly value: T;
  readonly span: Span;
  readonly change: Bilingual;
}

function normVariants(model: Model, norm: NormDecl): readonly Variant<NormDecl>[] {
  const inField = (key: 'when' | 'requirement' | 'who' | 'deadline'): readonly Variant<NormDecl>[] => {
    const expr = norm[key];
    return expr ? variants(model, expr).map((v) => ({ ...v, value: { ...norm, [key]: v.value } })) : [];
  };
  const without = <T>(all: readonly T[], at: number): readonly T[] => all.filter((_, i) => i !== at);
  const { maintain } = norm;
  return [
    ...inField('when'),
    ...inField('requirement'),
    ...inField('who'),
    ...inField('deadline'),
    ...(maintain
      ? variants(model, maintain.from).map((v) => ({
          ...v,
          value: { ...norm, maintain: { ...maintain, from: v.value } },
        }))
      : []),
    ...norm.unless.flatMap((u, i) => [
      { span: u.span, change: DROPPED, value: { ...norm, unless: without(norm.unless, i) } },
      ...variants(model, u.when).map((v) => ({
        ...v,
        value: { ...norm, unless: norm.unless.map((old, k) => (k === i ? { ...old, when: v.value } : old)) },
      })),
    ]),
    ...norm.exceptionTo.map((link, i) => ({
      span: link.span,
      change: DROPPED,
      value: { ...norm, exceptionTo: without(norm.exceptionTo, i) },
    })),
  ];
}

function definitionVariants(model: Model, d: DefinitionDecl): readonly Variant<DefinitionDecl>[] {
  const { otherwise } = d;
  return [
    ...d.rows.flatMap((row, i) => {
      const put = (now: typeof row): DefinitionDecl => ({
        ...d,
        rows: d.rows.map((old, k) => (k === i ? now : old)),
      });
      return [
        ...(d.rows.length > 1
          ? [{ span: row.span, change: DROPPED, value: { ...d, rows: d.rows.filter((_, k) => k !== i) } }]
          : []),
        ...variants(model, row.when).map((v) => ({ ...v, value: put({ ...row, when: v.value }) })),
        ...variants(model, row.value).map((v) => ({ ...v, value: put({ ...row, value: v.value }) })),
      ];
    }),
    ...(otherwise
      ? variants(model, otherwise).map((v) => ({ ...v, value: { ...d, otherwise: v.value } }))
      : []),
  ];
}

const DROPPED: Bilingual = { zh: '刪去', en: 'dropped' };
const NEGATED: Bilingual = { zh: '改成相反', en: 'negated' };
const swap = (zh: string, en: string): Bilingual => ({ zh: `換成「${zh}」`, en: `replaced by "${en}"` });

/** Each way in which one place of the expression is changed. */
function variants(model: Model, expr: TExpr): readonly Variant<TExpr>[] {
  const fields = expr as unknown as Readonly<Record<string, TExpr | readonly TExpr[] | undefined>>;
  const inner = childKeys(expr.op).flatMap((key): readonly Variant<TExpr>[] => {
    const child = fields[key];
    if (child === undefined) return [];
    if (!isList(child))
      return variants(model, child).map((v) => ({ ...v, value: { ...expr, [key]: v.value } as TExpr }));
    return child.flatMap((one, i) =>
      variants(model, one).map((v) => ({
        ...v,
        value: { ...expr, [key]: child.map((old, k) => (k === i ? v.value : old)) } as TExpr,
      })),
    );
  });
  const own = here(model, expr).map(({ value, change }) => ({ value, change, span: expr.span }));
  return [...own, ...inner];
}
const isList = (child: TExpr | readonly TExpr[]): child is readonly TExpr[] => Array.isArray(child);

type Here = Omit<Variant<TExpr>, 'span'>;

function here(model: Model, expr: TExpr): readonly Here[] {
  const negated: Here = {
    value: { op: 'not', arg: expr, type: expr.type, span: expr.span },
    change: NEGATED,
  };
  switch (expr.op) {
    case 'and':
      return [{ value: { ...expr, op: 'or' }, change: swap('或', 'or') }];
    case 'or':
      return [{ value: { ...expr, op: 'and' }, change: swap('且', 'and') }];
    case 'not':
      return [{ value: expr.arg, change: NEGATED }];
    case 'cmp': {
      const edge = { lt: 'le', le: 'lt', gt: 'ge', ge: 'gt' } as const;
      if (expr.rel === 'eq' || expr.rel === 'ne') return [negated];
      const rel = edge[expr.rel];
      const words =
        rel === 'le' || rel === 'ge'
          ? (['含當時', 'inclusive'] as const)
          : (['不含當時', 'exclusive'] as const);
      return [
        negated,
        { value: { ...expr, rel }, change: { zh: `界限改成${words[0]}`, en: `limit made ${words[1]}` } },
      ];
    }
    case 'ordered':
      return [
        negated,
        {
          value: { ...expr, strict: !expr.strict },
          change: swap(expr.strict ? '依序' : '嚴格依序', expr.strict ? 'in order' : 'strictly in order'),
        },
      ];
    case 'shift':
    case 'within': {
      const direction = expr.direction === 'after' ? 'before' : 'after';
      const change = swap(direction === 'after' ? '後' : '前', direction);
      const turned: Here = { value: { ...expr, direction } as TExpr, change };
      return expr.op === 'within' ? [negated, turned] : [turned];
    }
    case 'const':
      if (groupOf(model, expr) !== undefined) return [];
      return constants(model, expr.value).map(({ value, change }) => ({
        value: {
          ...expr,
          value,
          ...(value.t === 'duration' ? { type: { t: 'duration', unit: value.unit } } : {}),
        } as TExpr,
        change,
      }));
    case 'fact':
    case 'follow':
    case 'item':
    case 'param':
    case 'def':
      return expr.type.t === 'bool' ? [negated] : [];
    case 'in':
    case 'subset':
    case 'disjoint':
    case 'empty':
    case 'occurred':
    case 'samePeriod':
      return [negated];
    case 'aggregate':
      return expr.type.t === 'bool' ? [negated] : [];
    default:
      return [];
  }
}

/** A limit one unit up and down, 工作日 for 日, another member of the enum, a set without one of its members. */
function constants(
  model: Model,
  value: Constant,
): readonly { readonly value: Constant; readonly change: Bilingual }[] {
  switch (value.t) {
    case 'bool':
      return [{ value: { ...value, v: !value.v }, change: NEGATED }];
    case 'number':
    case 'date':
    case 'time':
      return [-1, 1].map((step) => ({ value: { ...value, v: value.v + step }, change: stepped(step) }));
    case 'duration': {
      const steps = [-1, 1]
        .filter((step) => value.v + step >= 0)
        .map((step) => ({ value: { ...value, v: value.v + step }, change: stepped(step) }));
      const unit = value.unit === 'day' ? 'workday' : value.unit === 'workday' ? 'day' : undefined;
      return unit === undefined
        ? steps
        : [
            ...steps,
            {
              value: { ...value, unit },
              change: unit === 'day' ? swap('日', 'days') : swap('工作日', 'working days'),
            },
          ];
    }
    case 'enum': {
      const options = model.readings[value.enum]?.options.map((o) => o.name);
      const members = model.enums[value.enum]?.members ?? options ?? [];
      const at = members.indexOf(value.v);
      const other = members[(at + 1) % members.length];
      return other === undefined || other === value.v
        ? []
        : [{ value: { ...value, v: other }, change: swap(other, other) }];
    }
    case 'set': {
      const more = value.of.t === 'enum' ? outside(model, value.of.enum, value.v) : undefined;
      return [
        ...value.v.map((member) => ({
          value: { ...value, v: value.v.filter((v) => v !== member) },
          change: withoutMember(member),
        })),
        ...(more === undefined
          ? []
          : [{ value: { ...value, v: [...value.v, more].sort() }, change: withMember(more) }]),
      ];
    }
    default:
      return [];
  }
}
const stepped = (step: number): Bilingual =>
  step < 0 ? { zh: '減少一個單位', en: 'one unit less' } : { zh: '增加一個單位', en: 'one unit more' };
