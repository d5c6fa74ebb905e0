import { readFileSync } from 'node:fs';
import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import { ZenEngine } from '@gorules/zen-engine';
import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import type { Lists } from './limit.ts';
import { MEMBERS, SIGN, type WorkFormula, type Workload } from './neutral-workload.ts';

/**
 * Other engines on the same workload. They know two truth values, so they get cases without gaps. Each is used in the way
 * its own documents call fastest, and gives the names of the norms by verdict like the others.
 */
export interface Peer {
  readonly name: string;
  readonly version: string;
  /** Made ready; then case by case. */
  readonly open: (workload: Workload) => Promise<(row: Row) => Promise<Lists> | Lists>;
  /** Larger workloads take it too long. */
  readonly most: number;
}
type Row = Readonly<Record<string, unknown>>;

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;

const byCode = (workload: Workload, codes: readonly number[]): Lists => {
  const lists: string[][] = [[], [], [], [], [], [], [], []];
  workload.norms.forEach((norm, i) => void lists[codes[i] ?? 7]?.push(norm.name));
  return lists;
};
/** A, E and R of each norm as truth values. */
const byTruth = (workload: Workload, holds: (condition: string) => boolean): Lists =>
  byCode(
    workload,
    workload.norms.map(({ name }) =>
      !holds(`${name}a`) ? 0 : holds(`${name}e`) ? 1 : holds(`${name}r`) ? 2 : 3,
    ),
  );

const conditionsOf = (workload: Workload): readonly (readonly [string, WorkFormula])[] =>
  workload.norms.flatMap((n): [string, WorkFormula][] => [
    [`${n.name}a`, n.applies],
    [`${n.name}e`, n.unless],
    [`${n.name}r`, n.requires],
  ]);

export const PEERS: readonly Peer[] = [
  {
    name: 'json-logic-engine, compiled',
    version: versionOf('json-logic-engine'),
    most: 3000,
    open: async (workload) => {
      const { facts } = workload;
      const logic = (f: WorkFormula): unknown => {
        if (f.is === 'and' || f.is === 'or') return { [f.is]: f.args.map(logic) };
        const fact = { var: facts[f.fact]?.name };
        if (f.is === 'bool') return f.value ? fact : { '!': [fact] };
        if (f.is === 'number') return { [SIGN[f.relation]]: [fact, f.limit] };
        return { in: [fact, f.members.map((m) => MEMBERS[m])] };
      };
      const engine = new LogicEngine();
      const norms = workload.norms.map((n) =>
        engine.build({
          if: [{ '!': [logic(n.applies)] }, 0, logic(n.unless), 1, logic(n.requires), 2, 3],
        }),
      );
      return (row) =>
        byCode(
          workload,
          norms.map((decide) => decide(row) as number),
        );
    },
  },
  {
    name: 'ZEN',
    version: versionOf('@gorules/zen-engine'),
    most: 3000,
    open: async (workload) => {
      const { facts } = workload;
      const text = (f: WorkFormula): string => {
        if (f.is === 'and' || f.is === 'or') return `(${f.args.map(text).join(` ${f.is} `)})`;
        const fact = facts[f.fact]?.name ?? '';
        if (f.is === 'bool') return f.value ? fact : `not ${fact}`;
        if (f.is === 'number') return `${fact} ${SIGN[f.relation]} ${f.limit}`;
        return `${fact} in [${f.members.map((m) => `'${MEMBERS[m]}'`).join(', ')}]`;
      };
      const expressions = workload.norms.map((n) => ({
        id: n.name,
        key: n.name,
        value: `not (${text(n.applies)}) ? 0 : (${text(n.unless)}) ? 1 : (${text(n.requires)}) ? 2 : 3`,
      }));
      const decision = new ZenEngine().createDecision(
        Buffer.from(
          JSON.stringify({
            contentType: 'application/vnd.gorules.decision',
            nodes: [
              { id: 'in', name: 'in', type: 'inputNode' },
              { id: 'norms', name: 'norms', type: 'expressionNode', content: { expressions } },
              { id: 'out', name: 'out', type: 'outputNode' },
            ],
            edges: [
              { id: '1', type: 'edge', sourceId: 'in', targetId: 'norms' },
              { id: '2', type: 'edge', sourceId: 'norms', targetId: 'out' },
            ],
          }),
        ),
      );
      return async (row) => {
        const { result } = (await decision.evaluate(row)) as { result: Record<string, number> };
        return byCode(
          workload,
          workload.norms.map(({ name }) => result[name] ?? 7),
        );
      };
    },
  },
  {
    name: 'Cedar (WebAssembly)',
    version: versionOf('@cedar-policy/cedar-wasm'),
    most: 300,
    open: async (workload) => {
      const { facts } = workload;
      const text = (f: WorkFormula): string => {
        if (f.is === 'and' || f.is === 'or')
          return `(${f.args.map(text).join(f.is === 'and' ? ' && ' : ' || ')})`;
        const fact = `context.${facts[f.fact]?.name}`;
        if (f.is === 'bool') return f.value ? fact : `!${fact}`;
        if (f.is === 'number') return `${fact} ${SIGN[f.relation]} ${f.limit}`;
        return `[${f.members.map((m) => `"${MEMBERS[m]}"`).join(', ')}].contains(${fact})`;
      };
      const staticPolicies = Object.fromEntries(
        conditionsOf(workload).map(([id, f]) => [
          id,
          `permit(principal, action, resource) when { ${text(f)} };`,
        ]),
      );
      const name = `w${workload.norms.length}`;
      const parsed = cedar.preparsePolicySet(name, { staticPolicies });
      if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed.errors));
      const entity = (type: string) => ({ type, id: 'x' });
      return (row) => {
        const answer = cedar.statefulIsAuthorized({
          principal: entity('P'),
          action: entity('Action'),
          resource: entity('R'),
          context: row as Record<string, string | number | boolean>,
          preparsedPolicySetId: name,
          entities: [],
        });
        if (answer.type !== 'success') throw new Error(JSON.stringify(answer.errors));
        const reasons = new Set(answer.response.diagnostics.reason);
        return byTruth(workload, (id) => reasons.has(id));
      };
    },
  },
  {
    name: 'json-rules-engine',
    version: versionOf('json-rules-engine'),
    most: 300,
    open: async (workload) => {
      const { facts } = workload;
      const condition = (f: WorkFormula): object => {
        if (f.is === 'and' || f.is === 'or')
          return { [f.is === 'and' ? 'all' : 'any']: f.args.map(condition) };
        const fact = facts[f.fact]?.name;
        if (f.is === 'bool') return { fact, operator: 'equal', value: f.value };
        if (f.is === 'number') {
          const operator = {
            lt: 'lessThan',
            le: 'lessThanInclusive',
            gt: 'greaterThan',
            ge: 'greaterThanInclusive',
          }[f.relation];
          return { fact, operator, value: f.limit };
        }
        return { fact, operator: 'in', value: f.members.map((m) => MEMBERS[m]) };
      };
      const engine = new Engine(
        conditionsOf(workload).map(([id, f]) => {
          const made = condition(f);
          const conditions = 'fact' in made ? { all: [made] } : made;
          return { conditions: conditions as { all: [] }, event: { type: id } };
        }),
      );
      return async (row) => {
        const { events } = await engine.run(row);
        const fired = new Set(events.map((e) => e.type));
        return byTruth(workload, (id) => fired.has(id));
      };
    },
  },
];
