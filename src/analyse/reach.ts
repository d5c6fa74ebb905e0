import type { Model, TExpr } from '../check/model.ts';
import {
  definitionNamed,
  expressionsOf,
  expressionsOfDefinition,
  reachedFrom,
} from '../check/norm-expressions.ts';
import { subexpressions } from '../check/walk.ts';

/** A norm, definition or group (類) of which a part is looked at. */
export interface RuleOwner {
  readonly kind: 'norm' | 'definition' | 'group';
  readonly name: string;
}

/** What a change of a rule can reach. */
export interface ReachGraph {
  /** Norms whose verdict may change with it. */
  readonly affected: (owner: RuleOwner) => ReadonlySet<string>;
  /** The model with only these norms and what they rest on. */
  readonly part: (norms: ReadonlySet<string>) => Model;
}

export function reachGraph(model: Model): ReachGraph {
  const norms = Object.values(model.norms);
  const definitionsOf = new Map<string, ReadonlySet<string>>();
  for (const norm of norms) definitionsOf.set(norm.name, reachedBy(model, expressionsOf(norm)));
  const followers = new Map<string, string[]>();
  const defeaters = new Map<string, string[]>();
  for (const norm of norms) {
    if (norm.follows !== undefined) push(followers, norm.follows, norm.name);
    for (const { norm: base } of norm.exceptionTo) push(defeaters, base, norm.name);
  }
  const groupUsers = new Map<string, string[]>();
  for (const norm of norms) {
    const reached = [...(definitionsOf.get(norm.name) ?? [])].flatMap((d) => {
      const definition = model.definitions[d];
      return definition ? expressionsOfDefinition(definition) : [];
    });
    for (const group of groupsIn(model, [...expressionsOf(norm), ...reached]))
      push(groupUsers, group, norm.name);
  }
  const force = model.book
    ? reachedBy(
        model,
        [model.book.from, model.book.until].filter((e) => e !== undefined),
      )
    : new Set<string>();
  return {
    affected: (owner) => {
      const start =
        owner.kind === 'norm'
          ? [owner.name]
          : owner.kind === 'group'
            ? (groupUsers.get(owner.name) ?? [])
            : norms
                .filter((n) => definitionsOf.get(n.name)?.has(owner.name) || force.has(owner.name))
                .map((n) => n.name);
      return spread(start, (name) => [
        ...(model.norms[name]?.exceptionTo.map((x) => x.norm) ?? []),
        ...(followers.get(name) ?? []),
      ]);
    },
    part: (asked) => {
      const names = spread(asked, (name) => {
        const follows = model.norms[name]?.follows;
        return [...(defeaters.get(name) ?? []), ...(follows === undefined ? [] : [follows])];
      });
      const definitions = new Set([
        ...force,
        ...[...names].flatMap((n) => [...(definitionsOf.get(n) ?? [])]),
      ]);
      return {
        ...model,
        norms: pick(model.norms, names),
        definitions: pick(model.definitions, definitions),
      };
    },
  };
}

/** The group that a set in the rules stands for: a 類 is written out when it is checked, and changes as a whole. */
export function groupOf(model: Model, expr: TExpr): string | undefined {
  if (expr.op !== 'const' || expr.value.t !== 'set') return undefined;
  const { v } = expr.value;
  const length = expr.span.end - expr.span.start;
  return Object.values(model.groups).find(
    (g) => g.name.length === length && g.members.length === v.length && g.members.every((m) => v.includes(m)),
  )?.name;
}

function groupsIn(model: Model, expressions: readonly TExpr[]): ReadonlySet<string> {
  return new Set(
    expressions.flatMap((e) => [...subexpressions(e)]).flatMap((node) => groupOf(model, node) ?? []),
  );
}

function spread(start: Iterable<string>, next: (name: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(start);
  for (const name of found) for (const other of next(name)) found.add(other);
  return found;
}

const pick = <T>(table: Readonly<Record<string, T>>, names: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(table).filter(([name]) => names.has(name)));

function push(table: Map<string, string[]>, key: string, value: string): void {
  table.set(key, [...(table.get(key) ?? []), value]);
}

/** Names of the definitions that expressions rest on, however far. */
function reachedBy(model: Model, expressions: readonly TExpr[]): ReadonlySet<string> {
  return new Set(reachedFrom(model, expressions).flatMap((e) => definitionNamed(e) ?? []));
}
