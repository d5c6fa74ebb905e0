import type { Constant, Model, NormDecl, TExpr, TExprNode, Type } from '../../src/check/model.ts';
import { randomFrom } from '../../src/differential/random.ts';

/**
 * A workload that favours no engine: norms over facts of three types, each atom a fact against a constant, a fifth of
 * the facts missing. Everything follows from the seed.
 */
export type WorkFact = { readonly name: string } & (
  | { readonly type: 'bool' }
  | { readonly type: 'number' }
  | { readonly type: 'enum' }
);
export type WorkAtom =
  | { readonly is: 'bool'; readonly fact: number; readonly value: boolean }
  | {
      readonly is: 'number';
      readonly fact: number;
      readonly relation: 'lt' | 'le' | 'gt' | 'ge';
      readonly limit: number;
    }
  | { readonly is: 'enum'; readonly fact: number; readonly members: readonly number[] };
export type WorkFormula =
  | WorkAtom
  | { readonly is: 'and'; readonly args: readonly WorkFormula[] }
  | { readonly is: 'or'; readonly args: readonly WorkFormula[] };
export interface WorkNorm {
  readonly name: string;
  readonly applies: WorkFormula;
  readonly requires: WorkFormula;
  readonly unless: WorkFormula;
}
export interface Workload {
  readonly facts: readonly WorkFact[];
  readonly norms: readonly WorkNorm[];
  readonly rows: readonly Readonly<Record<string, boolean | number | string>>[];
}
/** How most languages write the relations of the workload. */
export const SIGN = { lt: '<', le: '<=', gt: '>', ge: '>=' } as const;
export const MEMBERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

const MOST_FACTS = 1200;
const LIMITS = 100;

/** 300 norms have 120 facts and about 2,214 atoms; larger books have facts in proportion, up to what a case can give. */
export function neutralWorkload(norms: number, rows = 64, seed = 20260928): Workload {
  const { next, below } = randomFrom(seed);
  const facts = Array.from(
    { length: Math.min(MOST_FACTS, Math.max(6, Math.round(norms * 0.4))) },
    (_, i): WorkFact => {
      const type = (['bool', 'number', 'enum'] as const)[i % 3] as WorkFact['type'];
      return { name: `f${i}`, type };
    },
  );
  const atom = (): WorkAtom => {
    const fact = below(facts.length);
    switch ((facts[fact] as WorkFact).type) {
      case 'bool':
        return { is: 'bool', fact, value: next() < 0.7 };
      case 'number':
        return {
          is: 'number',
          fact,
          relation: (['lt', 'le', 'gt', 'ge'] as const)[below(4)] as 'lt',
          limit: below(LIMITS),
        };
      default: {
        const members = MEMBERS.map((_, i) => i).filter(() => next() < 0.4);
        return { is: 'enum', fact, members: members.length > 0 ? members : [below(MEMBERS.length)] };
      }
    }
  };
  const formula = (op: 'and' | 'or', size: number): WorkFormula => {
    if (size === 1) return atom();
    if (size < 3 || next() < 0.5) return { is: op, args: Array.from({ length: size }, atom) };
    const left = 1 + below(size - 1);
    const other = op === 'and' ? 'or' : 'and';
    return { is: op, args: [formula(other, left), formula(other, size - left)] };
  };
  return {
    facts,
    norms: Array.from(
      { length: norms },
      (_, i): WorkNorm => ({
        name: `n${i}`,
        applies: formula('and', 1 + below(4)),
        requires: formula('and', 1 + below(5)),
        unless: formula('or', 1 + below(3)),
      }),
    ),
    rows: Array.from({ length: rows }, () =>
      Object.fromEntries(
        facts.flatMap((f): [string, boolean | number | string][] => {
          if (next() < 0.2) return [];
          const value =
            f.type === 'bool'
              ? next() < 0.5
              : f.type === 'number'
                ? below(LIMITS)
                : (MEMBERS[below(MEMBERS.length)] as string);
          return [[f.name, value]];
        }),
      ),
    ),
  };
}

const SPAN = { file: 'workload.norm', start: 0, end: 1 };
const ENUM: Type = { t: 'enum', enum: 'E' };
const TYPES: Readonly<Record<WorkFact['type'], Type>> = {
  bool: { t: 'bool' },
  number: { t: 'number', unit: '' },
  enum: ENUM,
};

export function workloadModel({ facts, norms }: Workload): Model {
  const node = (type: Type, n: TExprNode): TExpr => ({ span: SPAN, type, ...n }) as TExpr;
  const constant = (type: Type, value: Constant) => node(type, { op: 'const', value });
  const bool = (n: TExprNode) => node(TYPES.bool, n);
  const fact = (i: number) => {
    const { name, type } = facts[i] as WorkFact;
    return node(TYPES[type], { op: 'fact', fact: name, kind: 'K' });
  };
  const expr = (f: WorkFormula): TExpr => {
    switch (f.is) {
      case 'and':
      case 'or':
        return bool({ op: f.is, args: f.args.map(expr) });
      case 'bool':
        return f.value ? fact(f.fact) : bool({ op: 'not', arg: fact(f.fact) });
      case 'number':
        return bool({
          op: 'cmp',
          rel: f.relation,
          left: fact(f.fact),
          right: constant(TYPES.number, { t: 'number', v: f.limit, unit: '' }),
        });
      case 'enum':
        return bool({
          op: 'in',
          left: fact(f.fact),
          right: constant(
            { t: 'set', of: ENUM },
            { t: 'set', v: f.members.map((m) => MEMBERS[m] as string), of: ENUM },
          ),
        });
    }
  };
  const decl = Object.fromEntries(
    facts.map((f) => [
      f.name,
      { name: f.name, span: SPAN, type: TYPES[f.type], kind: 'K', aliases: [], attesters: [] },
    ]),
  );
  return {
    enums: { E: { name: 'E', span: SPAN, members: MEMBERS, memberSpans: {} } },
    groups: {},
    kinds: { K: { name: 'K', span: SPAN, parents: [], lineage: ['K'], facts: decl, cites: [] } },
    records: {},
    parameters: {},
    readings: {},
    definitions: {},
    norms: Object.fromEntries(
      norms.map((n): [string, NormDecl] => [
        n.name,
        {
          name: n.name,
          span: SPAN,
          kinds: ['K'],
          modality: 'shall',
          when: expr(n.applies),
          requirement: expr(n.requires),
          unless: [{ when: expr(n.unless), cites: [], span: SPAN }],
          exceptionTo: [],
          bearers: [],
          strength: 'hard',
          cites: [],
        },
      ]),
    ),
    declaratory: {},
    quotations: [],
    examples: [],
    units: [],
    aliases: [],
    nameAliases: {},
  };
}
