import { definitionValue } from '../evaluate/definition.ts';
import { applies } from '../evaluate/exceptions.ts';
import { operands } from '../plan/operands.ts';
import type { NodeId, PlanDefinition, PlanNorm, PlanRow } from '../plan/plan.ts';
import { compareTerms } from './comparison.ts';
import { ALWAYS, allOf, anyOf, type Formula } from './formula.ts';
import type { Prover } from './prover.ts';
import { compareSets } from './set-relation.ts';
import { setsOf, valuesOf } from './values.ts';
import type { Witness } from './witness.ts';

/** What is wrong with the rows of a definition or table. Cases are real: the interpreter decided them. */
export type TableFinding =
  /** No row holds and there is no default, although every fact is known. `norm`: which then stays open. */
  | { readonly is: 'gap'; readonly norm: PlanNorm | undefined; readonly witness: Witness }
  /** Both rows hold and their values differ. */
  | { readonly is: 'overlap'; readonly rows: readonly [PlanRow, PlanRow]; readonly witness: Witness }
  /** No case makes the row hold, or only such in which a 例外 row holds as well. */
  | { readonly is: 'unreachable'; readonly row: PlanRow; readonly overridden: readonly PlanRow[] }
  /** Whenever the row holds, `by` holds with the same value. */
  | { readonly is: 'redundant'; readonly row: PlanRow; readonly by: PlanRow };

export function tableFindings(
  p: Prover,
  definition: PlanDefinition,
  kinds: readonly string[],
): readonly TableFinding[] {
  if (definition.rows.length === 0) return [];
  const table: Table = {
    p,
    definition,
    kinds,
    within: kinds.length > 0 ? p.norms.isKind(kinds).yes : ALWAYS,
    holds: (row) => p.t.rails(row.when, p.here).yes,
    fails: (row) => p.t.rails(row.when, p.here).no,
  };
  const dead = unreachable(table);
  const living = definition.rows.filter((row) => !dead.some((d) => d.row === row));
  return [
    ...dead.map((d): TableFinding => ({ is: 'unreachable', ...d })),
    ...gap(table),
    ...(definition.policy === 'collect' ? [] : overlaps(table, living)),
    ...redundant(table, living),
  ];
}

interface Table {
  readonly p: Prover;
  readonly definition: PlanDefinition;
  readonly kinds: readonly string[];
  readonly within: Formula;
  readonly holds: (row: PlanRow) => Formula;
  readonly fails: (row: PlanRow) => Formula;
}
type Dead = { readonly row: PlanRow; readonly overridden: readonly PlanRow[] };

function unreachable({ p, definition, within, holds, fails }: Table): readonly Dead[] {
  const exceptions = definition.rows.filter((r) => r.exception);
  return definition.rows.flatMap((row): Dead[] => {
    const alone = allOf([within, holds(row)]);
    if (p.never(alone) === 'yes') return [{ row, overridden: [] }];
    if (row.exception || exceptions.length === 0 || definition.policy === 'collect') return [];
    const overridden = p.never(allOf([alone, ...exceptions.map(fails)])) === 'yes';
    return overridden ? [{ row, overridden: exceptions }] : [];
  });
}

/** Only where a norm asks for the value: what no norm asks of a table may stay unsaid in it. */
function gap({ p, definition, kinds, within, fails }: Table): readonly TableFinding[] {
  if (definition.otherwise !== undefined) return [];
  const none = allOf([within, ...definition.rows.map(fails)]);
  const askers = p.t.plan.norms.filter((n) => asks(p, n, definition.name));
  const search = (norm: PlanNorm | undefined): readonly TableFinding[] => {
    const asked = norm ? [p.norms.isKind(norm.kinds).yes, ...conditionsApart(p, norm, definition.name)] : [];
    const answer = p.example(allOf([none, ...asked]), norm?.kinds ?? kinds, (ctx, frame) => {
      if (definitionValue(ctx, definition.name, frame).problem !== 'gap') return false;
      return !norm || asked.length < 2 || applies(ctx, norm, frame.matter) !== false;
    });
    return answer.found === 'yes' ? [{ is: 'gap', norm, witness: answer.witness }] : [];
  };
  // asked of another matter, over a reference: then of any
  const elsewhere = askers.some((n) => kinds.length > 0 && !meet(p, n.kinds, kinds));
  if (askers.length === 0 || elsewhere) return search(undefined);
  for (const norm of askers) {
    const found = search(norm);
    if (found.length > 0) return found;
  }
  return [];
}

function meet(p: Prover, a: readonly string[], b: readonly string[]): boolean {
  const some = p.t.slots.descendants(a);
  return p.t.slots.descendants(b).some((k) => some.includes(k));
}

/** Does the norm, or what it rests on, ask for the value of the definition in the same matter? */
const asks = (p: Prover, norm: PlanNorm, name: string): boolean =>
  [
    norm.applies,
    norm.requires,
    ...norm.exceptions.flatMap(({ source }) => (source.kind === 'unless' ? [source.when] : [])),
  ].some((id) => reaches(p, id, name));

/** The conditions of a norm that must hold for it to ask, as far as they do not ask themselves. */
function conditionsApart(p: Prover, norm: PlanNorm, name: string): readonly Formula[] {
  const node = p.t.node(norm.applies);
  const parts = node.op === 'and' ? node.args : [norm.applies];
  return parts.filter((id) => !reaches(p, id, name)).map((id) => p.t.rails(id, p.here).yes);
}

function reaches(p: Prover, id: NodeId, name: string): boolean {
  const node = p.t.node(id);
  if (node.op !== 'table') return operands(node).some((n) => reaches(p, n, name));
  if (node.definition === name) return true;
  const definition = p.t.plan.definitions[node.definition];
  if (!definition) return false;
  const parts = [...definition.rows.flatMap((r) => [r.when, r.value]), definition.otherwise];
  return parts.some((n) => n !== undefined && reaches(p, n, name));
}

function overlaps(table: Table, rows: readonly PlanRow[]): readonly TableFinding[] {
  const { p, definition, kinds, within, holds, fails } = table;
  const exceptions = rows.filter((r) => r.exception);
  return rows.flatMap((one, i) =>
    rows.slice(i + 1).flatMap((other): TableFinding[] => {
      if (one.exception !== other.exception || one.value === other.value) return [];
      const together = allOf([
        within,
        holds(one),
        holds(other),
        differ(p, one.value, other.value),
        ...(one.exception ? [] : exceptions.map(fails)),
      ]);
      const answer = p.example(together, kinds, (ctx, frame) => {
        const { problem, rows: hit } = definitionValue(ctx, definition.name, frame);
        return problem === 'conflict' && [one, other].every((r) => hit.some((h) => h.id === r.id));
      });
      return answer.found === 'yes' ? [{ is: 'overlap', rows: [one, other], witness: answer.witness }] : [];
    }),
  );
}

function differ(p: Prover, a: NodeId, b: NodeId): Formula {
  const { t, here } = p;
  const type = t.node(a).type;
  if (type.t === 'bool') {
    const [x, y] = [t.rails(a, here), t.rails(b, here)];
    return anyOf([allOf([x.yes, y.no]), allOf([x.no, y.yes])]);
  }
  if (type.t === 'set') {
    const [x, y] = [setsOf(t, a, here), setsOf(t, b, here)];
    const universe = t.slots.membersOf(type.of);
    if (!x || !y || !universe) return ALWAYS;
    return anyOf(
      x.flatMap((l) =>
        y.map((r) => allOf([l.when, r.when, compareSets(t.slots, 'eq', l.value, r.value, universe).no])),
      ),
    );
  }
  return anyOf(
    valuesOf(t, a, here).flatMap((l) =>
      valuesOf(t, b, here).map((r) =>
        allOf([l.when, r.when, compareTerms(t.slots, 'eq', l.value, r.value, false).no]),
      ),
    ),
  );
}

function redundant({ p, within, holds, fails }: Table, rows: readonly PlanRow[]): readonly TableFinding[] {
  return rows.flatMap((row, i): TableFinding[] => {
    const by = rows.find(
      (other, k) =>
        other !== row &&
        other.exception === row.exception &&
        other.value === row.value &&
        p.never(allOf([within, holds(row), fails(other)])) === 'yes' &&
        // of two that say the same the later is one too many
        (k < i || p.never(allOf([within, holds(other), fails(row)])) !== 'yes'),
    );
    return by ? [{ is: 'redundant', row, by }] : [];
  });
}
