import { operands } from '../plan/operands.ts';
import type { NodeId, PlanDefinition, PlanRow } from '../plan/plan.ts';
import { invariant } from '../text/invariant.ts';
import { OPEN } from './comparison.ts';
import { ALWAYS, allOf, anyOf, type Formula, NEVER, type Rails } from './formula.ts';
import type { At, Translator } from './translate.ts';
import type { Guarded } from './values.ts';

/**
 * The values a definition may have and when it certainly has them, as `definitionValue` of the interpreter has it: rows
 * have no order, 例外 rows stand alone where one holds, every other value must be out of the question.
 */
export function definitionChoices(t: Translator, name: string, at: At): readonly Guarded<NodeId>[] {
  const definition = t.plan.definitions[name];
  invariant(definition, `definition ${name}`);
  const all = [
    ...definition.rows.map((r) => r.value),
    ...(definition.otherwise === undefined ? [] : [definition.otherwise]),
  ];
  // hash-consed: equal values are one node
  return [...new Set(all)].map((value) => ({ when: hasValue(t, definition, value, at), value }));
}

/** A definition that is a condition itself. */
export function definitionRails(t: Translator, name: string, at: At): Rails {
  const definition = t.plan.definitions[name];
  invariant(definition, `definition ${name}`);
  if (definition.policy === 'collect') return OPEN;
  const choices = definitionChoices(t, name, at).map(
    ({ when, value }) => [when, t.rails(value, at)] as const,
  );
  const [only] = choices;
  if (only && choices.length === 1 && only[0].is === 'yes') return only[1];
  const constants = valuesOf(definition).every((v) => isConstant(t, v));
  return {
    yes: anyOf(choices.map(([when, r]) => allOf([when, r.yes]))),
    no: anyOf(choices.map(([when, r]) => allOf([when, r.no]))),
    exact: constants && definition.rows.every((r) => t.rails(r.when, { ...at, live: false }).exact),
  };
}

const valuesOf = (d: PlanDefinition): readonly NodeId[] => [
  ...d.rows.map((r) => r.value),
  ...(d.otherwise === undefined ? [] : [d.otherwise]),
];

function hasValue(t: Translator, { rows, otherwise }: PlanDefinition, value: NodeId, at: At): Formula {
  const plain = { ...at, live: false };
  const holds = (row: PlanRow): Formula => t.rails(row.when, plain).yes;
  const fails = (row: PlanRow): Formula => t.rails(row.when, plain).no;
  const written = (row: PlanRow) => isConstant(t, value) && isConstant(t, row.value);
  /** Beside a row that gives the value: what certainly gives another. Values that are not written down may be equal. */
  const beside = (row: PlanRow): Formula => (row.value !== value && written(row) ? fails(row) : ALWAYS);
  /** Before a default, or an ordinary row where there are 例外 rows: no other row may hold. */
  const past = (row: PlanRow): Formula =>
    row.value === value || (!written(row) && mayStayOpen(t, row.when)) ? ALWAYS : fails(row);
  const exceptions = rows.filter((r) => r.exception);
  const ordinary = rows.filter((r) => !r.exception);
  const of = (some: readonly PlanRow[]) => anyOf(some.filter((r) => r.value === value).map(holds));
  const base = anyOf([
    allOf([...ordinary.map(beside), of(ordinary)]),
    otherwise === value ? allOf(ordinary.map(past)) : NEVER,
  ]);
  return anyOf([allOf([...exceptions.map(beside), of(exceptions)]), allOf([...exceptions.map(past), base])]);
}

const isConstant = (t: Translator, id: NodeId): boolean => t.node(id).op === 'const';

/** Can the condition be unknown although every fact is known, because a table has a gap? */
function mayStayOpen(t: Translator, id: NodeId): boolean {
  const node = t.node(id);
  if (node.op === 'table') {
    const definition = t.plan.definitions[node.definition];
    if (!definition || definition.rows.length > 0) return true;
    return definition.otherwise === undefined || mayStayOpen(t, definition.otherwise);
  }
  return operands(node).some((n) => mayStayOpen(t, n));
}
