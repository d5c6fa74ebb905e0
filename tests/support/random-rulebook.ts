import fc from 'fast-check';
import type {
  Constant,
  DefinitionDecl,
  ExceptionLink,
  FactDecl,
  Modality,
  Model,
  NormDecl,
  TExpr,
  TExprNode,
  Type,
} from '../../src/check/model.ts';
import type { Case, CaseValue, GivenFact } from '../../src/facts/case.ts';
import type { Strength } from '../../src/syntax/ast.ts';

/** A small fixed vocabulary, random norms over it, random cases with missing facts. */
export const SPAN = { file: 'random.norm', start: 0, end: 1 };
const BOOL: Type = { t: 'bool' };
const DATE: Type = { t: 'date' };
const EVENT: Type = { t: 'event' };
const NUMBER: Type = { t: 'number', unit: '項' };
const COLOUR: Type = { t: 'enum', enum: '色' };
const COLOURS: Type = { t: 'set', of: COLOUR };
const TRIPS: Type = { t: 'list', record: '出訪' };
const REF: Type = { t: 'ref', kind: '事' };
export const MEMBERS = ['紅', '綠', '藍'];

export const FACTS: Readonly<Record<string, Type>> = {
  甲: BOOL,
  乙: BOOL,
  丙: BOOL,
  數一: NUMBER,
  數二: NUMBER,
  日一: DATE,
  日二: DATE,
  發生一: EVENT,
  發生二: EVENT,
  色一: COLOUR,
  色集一: COLOURS,
  色集二: COLOURS,
  出訪記錄: TRIPS,
  相關: REF,
};
/** 2026-09-20 … 2026-10-14: working days, holidays and make-up days. */
export const FIRST_DAY = 20716;
const DAYS = fc.integer({ min: FIRST_DAY, max: FIRST_DAY + 24 });

const node = (type: Type, n: TExprNode): TExpr => ({ span: SPAN, type, ...n }) as TExpr;
const bool = (n: TExprNode) => node(BOOL, n);
const fact = (name: string, type: Type) => node(type, { op: 'fact', fact: name, kind: '事' });
const named = (type: Type) =>
  fc.constantFrom(...Object.keys(FACTS).filter((k) => FACTS[k] === type)).map((name) => fact(name, type));
const constant = (type: Type, value: Constant) => node(type, { op: 'const', value });

const day = fc.oneof(
  named(DATE),
  named(EVENT),
  DAYS.map((v) => constant(DATE, { t: 'date', v })),
  fc
    .tuple(
      fc.oneof(named(DATE), named(EVENT)),
      fc.constantFrom('after' as const, 'before' as const),
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom('day' as const, 'workday' as const, 'month' as const),
    )
    .map(([base, direction, v, unit]) =>
      node(DATE, {
        op: 'shift',
        base,
        direction,
        amount: constant({ t: 'duration', unit }, { t: 'duration', v, unit }),
      }),
    ),
);
const number = fc.oneof(
  named(NUMBER),
  fc.integer({ min: 0, max: 3 }).map((v) => constant(NUMBER, { t: 'number', v, unit: '項' })),
  fc
    .tuple(named(NUMBER), named(NUMBER), fc.constantFrom('add' as const, 'sub' as const, 'mul' as const))
    .map(([left, right, fn]) => node(NUMBER, { op: 'arith', fn, left, right })),
);
const relation = fc.constantFrom(
  'eq' as const,
  'ne' as const,
  'lt' as const,
  'le' as const,
  'gt' as const,
  'ge' as const,
);
const colours = fc.oneof(
  named(COLOURS),
  fc.subarray(MEMBERS).map((v) => constant(COLOURS, { t: 'set', v: [...v].sort(), of: COLOUR })),
);
const trips = fact('出訪記錄', TRIPS);
const trip = fc.oneof(
  fc.tuple(relation, DAYS).map(([rel, v]) =>
    bool({
      op: 'cmp',
      rel,
      left: node(DATE, { op: 'item', field: '出發' }),
      right: constant(DATE, { t: 'date', v }),
    }),
  ),
  fc.constant(
    bool({
      op: 'cmp',
      rel: 'eq',
      left: node(BOOL, { op: 'item', field: '公務' }),
      right: constant(BOOL, { t: 'bool', v: true }),
    }),
  ),
);
const atom: fc.Arbitrary<TExpr> = fc.oneof(
  { weight: 4, arbitrary: named(BOOL) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(relation, day, day)
      .map(([rel, left, right]) => bool({ op: 'cmp', rel, left, right })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(relation, number, number)
      .map(([rel, left, right]) => bool({ op: 'cmp', rel, left, right })),
  },
  { weight: 2, arbitrary: named(EVENT).map((arg) => bool({ op: 'occurred', arg })) },
  {
    weight: 1,
    arbitrary: fc.tuple(named(COLOUR), colours).map(([left, right]) => bool({ op: 'in', left, right })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('subset' as const, 'disjoint' as const), colours, colours)
      .map(([op, left, right]) => bool({ op, left, right })),
  },
  { weight: 1, arbitrary: named(COLOURS).map((arg) => bool({ op: 'empty', arg })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(day, day, fc.constantFrom('year' as const, 'quarter' as const, 'month' as const))
      .map(([left, right, period]) => bool({ op: 'samePeriod', period, left, right })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.array(fc.oneof(named(DATE), named(EVENT)), { minLength: 2, maxLength: 3 }), fc.boolean())
      .map(([args, strict]) => bool({ op: 'ordered', strict, args })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(trip, relation, fc.integer({ min: 0, max: 3 })).map(([where, rel, v]) =>
      bool({
        op: 'cmp',
        rel,
        left: node({ t: 'number', unit: '' }, { op: 'aggregate', fn: 'count', list: trips, where }),
        right: constant({ t: 'number', unit: '' }, { t: 'number', v, unit: '' }),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(trip, fc.constantFrom('any' as const, 'all' as const))
      .map(([where, fn]) => bool({ op: 'aggregate', fn, list: trips, where })),
  },
  {
    weight: 1,
    arbitrary: named(BOOL).map((f) =>
      f.op === 'fact'
        ? bool({ op: 'follow', ref: fact('相關', REF), fact: f.fact, kind: '事', def: false })
        : f,
    ),
  },
  { weight: 2, arbitrary: fc.constant(bool({ op: 'def', name: '判斷' })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(relation, number)
      .map(([rel, right]) =>
        bool({ op: 'cmp', rel, left: node(NUMBER, { op: 'def', name: '上限' }), right }),
      ),
  },
);
const { expression } = fc.letrec<{ expression: TExpr }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'e' },
    { weight: 3, arbitrary: atom },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom('and' as const, 'or' as const),
          fc.array(tie('expression'), { minLength: 2, maxLength: 3 }),
        )
        .map(([op, args]) => bool({ op, args })),
    },
    { weight: 1, arbitrary: tie('expression').map((arg) => bool({ op: 'not', arg })) },
  ),
}));
/** A condition for rows of definitions: no definitions in it, so that there is no cycle. */
const plainAtom = atom.filter((e) => !JSON.stringify(e).includes('"op":"def"'));

interface Draft {
  readonly modality: Modality;
  readonly strength: Strength;
  readonly when: TExpr | undefined;
  readonly requirement: TExpr;
  readonly who: TExpr;
  readonly unless: readonly TExpr[];
  readonly defeats: readonly number[];
  readonly link: ExceptionLink['link'];
  readonly follows: boolean;
}
const draft: fc.Arbitrary<Draft> = fc.record({
  modality: fc.constantFrom<Modality>('shall', 'shall', 'shall-not', 'may', 'only-may'),
  strength: fc.constantFrom<Strength>('hard', 'hard', 'soft'),
  when: fc.option(expression, { nil: undefined }),
  requirement: expression,
  who: expression,
  unless: fc.array(expression, { maxLength: 1 }),
  defeats: fc.array(fc.nat({ max: 5 }), { maxLength: 2 }),
  link: fc.constantFrom('same', 'same', 'from-exception', 'from-base'),
  follows: fc.boolean(),
});

const cite = { citation: { article: 1 }, span: SPAN };
const rowsOf = (
  name: string,
  rows: readonly (readonly [TExpr, TExpr, boolean])[],
  type: Type,
  otherwise?: TExpr,
): DefinitionDecl => ({
  name,
  span: SPAN,
  form: 'definition',
  type,
  kinds: ['事'],
  policy: 'unique',
  rows: rows.map(([when, value, exception], i) => ({
    id: `${name}#${i}`,
    when,
    value,
    cites: [cite],
    span: SPAN,
    exception,
  })),
  ...(otherwise ? { otherwise } : {}),
  otherwiseCites: [],
  cites: [cite],
});

export const rulebook: fc.Arbitrary<Model> = fc
  .tuple(
    fc.array(draft, { minLength: 1, maxLength: 6 }),
    fc.array(fc.tuple(plainAtom, plainAtom, fc.boolean()), { minLength: 1, maxLength: 3 }),
    fc.option(plainAtom, { nil: undefined }),
    fc.array(fc.tuple(plainAtom, fc.integer({ min: 0, max: 2 }), fc.boolean()), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
  )
  .map(([drafts, judgeRows, judgeElse, limitRows, limitElse]) => {
    const amount = (v: number) => constant(NUMBER, { t: 'number', v, unit: '項' });
    const definitions = {
      判斷: rowsOf('判斷', judgeRows, BOOL, judgeElse),
      上限: rowsOf(
        '上限',
        limitRows.map(([w, v, x]) => [w, amount(v), x] as const),
        NUMBER,
        limitElse === undefined ? undefined : amount(limitElse),
      ),
    };
    const norms = Object.fromEntries(
      drafts.map((d, i) => {
        // Only norms with a larger number defeat smaller ones: no cycles.
        const targets = [...new Set(d.defeats)].filter((t) => t < i && t < drafts.length);
        const follows = d.follows && i > 0 && d.defeats.length === 0 ? `規則${i - 1}` : undefined;
        const norm: NormDecl = {
          name: `規則${i}`,
          span: SPAN,
          kinds: ['事'],
          modality: d.modality,
          ...(d.when ? { when: d.when } : {}),
          requirement: d.requirement,
          ...(d.modality === 'only-may' ? { who: d.who } : {}),
          unless: d.unless.map((when) => ({ when, cites: [cite], span: SPAN })),
          exceptionTo: targets.map((t) => ({
            norm: `規則${t}`,
            span: SPAN,
            link: d.link,
            path: d.link === 'same' ? [] : ['相關'],
          })),
          ...(follows === undefined ? {} : { follows }),
          bearers: [],
          strength: d.strength,
          cites: [cite],
        };
        return [norm.name, norm];
      }),
    );
    return modelOf(norms, definitions);
  });

export function modelOf(norms: Model['norms'], definitions: Model['definitions']): Model {
  const decl = (name: string, type: Type): FactDecl => ({
    name,
    span: SPAN,
    type,
    kind: '事',
    aliases: [],
    attesters: [],
  });
  const facts = Object.fromEntries(Object.entries(FACTS).map(([name, type]) => [name, decl(name, type)]));
  return {
    enums: { 色: { name: '色', span: SPAN, members: MEMBERS, memberSpans: {} } },
    groups: {},
    kinds: { 事: { name: '事', span: SPAN, parents: [], lineage: ['事'], facts, cites: [] } },
    records: {
      出訪: {
        name: '出訪',
        span: SPAN,
        cites: [],
        fields: { 出發: decl('出發', DATE), 公務: decl('公務', BOOL) },
      },
    },
    parameters: {},
    readings: {},
    definitions,
    norms,
    declaratory: {},
    quotations: [],
    examples: [],
    units: ['項'],
    aliases: [],
    nameAliases: {},
  };
}

const UNKNOWN: CaseValue = { t: 'unknown' };
function valueFor(type: Type): fc.Arbitrary<CaseValue> {
  switch (type.t) {
    case 'bool':
      return fc.boolean().map((v) => ({ t: 'bool', v }));
    case 'number':
      return fc.integer({ min: 0, max: 3 }).map((v) => ({ t: 'number', v, unit: type.unit }));
    case 'date':
      return DAYS.map((v) => ({ t: 'date', v }));
    case 'event':
      return fc.oneof(
        DAYS.map((v) => ({ t: 'event' as const, v })),
        fc.constant({ t: 'event' as const, v: 'not-yet' as const }),
      );
    case 'enum':
      return fc.constantFrom(...MEMBERS).map((v) => ({ t: 'enum', v, enum: '色' }));
    case 'set':
      return fc.subarray(MEMBERS).map((v) => ({ t: 'set', v: [...v].sort(), of: COLOUR }));
    case 'list':
      return fc
        .array(
          fc.record({
            出發: fc.option(
              DAYS.map((v): CaseValue => ({ t: 'date', v })),
              { nil: UNKNOWN, freq: 3 },
            ),
            公務: fc.option(
              fc.boolean().map((v): CaseValue => ({ t: 'bool', v })),
              { nil: UNKNOWN, freq: 3 },
            ),
          }),
          { maxLength: 3 },
        )
        .map((v) => ({ t: 'list', v, record: '出訪' }));
    default:
      return fc.constantFrom('一', '二').map((v) => ({ t: 'ref', v, kind: '事' }));
  }
}

const factsOf = (complete: boolean): fc.Arbitrary<Record<string, GivenFact>> =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(FACTS).map(([name, type]) => {
          const given = valueFor(type).map((value): GivenFact => ({ value, span: SPAN }));
          return [name, complete ? given : fc.option(given, { nil: undefined, freq: 2 })];
        }),
      ) as Record<string, fc.Arbitrary<GivenFact | undefined>>,
    )
    .map((all) =>
      Object.fromEntries(Object.entries(all).filter((e): e is [string, GivenFact] => e[1] !== undefined)),
    );

/** Two matters that may refer to each other. With `complete` no fact is missing (fields of records still may be). */
export const caseOf = (complete: boolean): fc.Arbitrary<Case> =>
  fc.tuple(factsOf(complete), factsOf(complete), DAYS).map(([a, b, asOf]) => ({
    title: '隨機',
    actDate: FIRST_DAY,
    asOf,
    matters: [
      { id: '一', kind: '事', facts: a, span: SPAN },
      { id: '二', kind: '事', facts: b, span: SPAN },
    ],
    params: {},
    readings: {},
    span: SPAN,
  }));
