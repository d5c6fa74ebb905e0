import type { Constant, Model, Type } from '../check/model.ts';
import type { NormResult } from '../evaluate/verdict.ts';
import type { Case, CaseMatter, CaseValue } from '../facts/case.ts';
import type { NodeId, Plan } from '../plan/plan.ts';
import { nodesOfNorm } from './norm-facts.ts';
import type { Question } from './question.ts';

/** A value that an answer may have, and for how many such values it stands; `undefined`: values of this type are without number. */
export interface Trial {
  readonly value: CaseValue;
  readonly stands?: number;
}

/** At most so many values of one type are tried. */
const MOST = 12;
/** A day that is far from all others that the rules and the case speak of. */
const FAR = 400;

/**
 * The answers that a question may get, as far as rules can tell them apart: every member of a 是非 or an enum (members that
 * no rule tells apart are tried once, and count as many as they are), and of numbers, days and texts those at which a rule
 * that waits for the answer changes its mind.
 */
export function trialsFor(model: Model, plan: Plan): (kase: Case, question: Question) => readonly Trial[] {
  const constants = new Map<string, readonly Constant[]>();
  const ofNorm = (name: string): readonly Constant[] => {
    const known = constants.get(name);
    if (known) return known;
    const norm = plan.norms.find((n) => n.name === name);
    const made = (norm ? nodesOfNorm(plan, norm, 'whole') : []).flatMap((id) => {
      const node = plan.nodes[id];
      return node?.op === 'const' ? [node.value] : [];
    });
    constants.set(name, made);
    return made;
  };
  const groups = new Map<string, readonly Trial[]>();
  const membersOf = (name: string): readonly Trial[] => {
    const known = groups.get(name);
    if (known) return known;
    const made = alike(model, plan, name);
    groups.set(name, made);
    return made;
  };
  return (kase, question) => {
    const written = [...new Set(question.norms.map((n) => n.norm))].flatMap(ofNorm);
    return values(question.type, kase, question.norms, written, membersOf, model, plan);
  };
}

function values(
  type: Type,
  kase: Case,
  norms: readonly NormResult[],
  written: readonly Constant[],
  membersOf: (name: string) => readonly Trial[],
  model: Model,
  plan: Plan,
): readonly Trial[] {
  const endless = (all: readonly CaseValue[]): readonly Trial[] => thinned(all).map((value) => ({ value }));
  switch (type.t) {
    case 'bool':
      return [true, false].map((v) => ({ value: { t: 'bool', v }, stands: 1 }));
    case 'enum':
      return membersOf(type.enum);
    case 'number': {
      const at = numbers(written, (c) => (c.t === 'number' && c.unit === type.unit ? c.v : undefined));
      return endless(around([0, ...at], 0).map((v) => ({ t: 'number', v, unit: type.unit })));
    }
    case 'duration': {
      const own = written.flatMap((c) => (c.t === 'duration' ? [c.unit] : []));
      const units =
        type.unit !== undefined ? [type.unit] : own.length > 0 ? [...new Set(own)] : ['day' as const];
      return endless(
        units.flatMap((unit) => {
          const at = numbers(written, (c) => (c.t === 'duration' && c.unit === unit ? c.v : undefined));
          return around([0, ...at], 0).map((v): CaseValue => ({ t: 'duration', v, unit }));
        }),
      );
    }
    case 'date':
      return endless(days(kase, norms, written).map((v) => ({ t: 'date', v })));
    case 'event':
      return endless([
        { t: 'event', v: 'not-yet' },
        ...days(kase, norms, written).map((v): CaseValue => ({ t: 'event', v })),
      ]);
    case 'time':
      return endless(days(kase, norms, written).map((v) => ({ t: 'time', v: v * 1440 })));
    case 'text': {
      const texts = written.flatMap((c) => (c.t === 'text' ? [c.v] : []));
      return endless([...new Set([...texts, '…'])].map((v) => ({ t: 'text', v })));
    }
    case 'set': {
      const { of } = type;
      const groups = of.t === 'enum' ? membersOf(of.enum) : [];
      const singles = groups.flatMap(({ value }) => (value.t === 'enum' ? [[value.v]] : []));
      const all = of.t === 'enum' ? (model.enums[of.enum]?.members ?? []) : [];
      return endless([[], all, ...singles].map((v) => ({ t: 'set', v, of })));
    }
    case 'list':
      return endless([[], [{}]].map((v) => ({ t: 'list', v, record: type.record })));
    case 'ref':
      return endless(targets(plan, kase, type.kind).map(({ id }) => ({ t: 'ref', v: id, kind: type.kind })));
  }
}

/** The matters of the case that a reference to a kind may name. */
export const targets = (plan: Plan, kase: Case, kind: string): readonly CaseMatter[] =>
  kase.matters.filter((m) => plan.lineage[m.kind]?.includes(kind));

const numbers = (written: readonly Constant[], of: (c: Constant) => number | undefined): readonly number[] =>
  written.flatMap((c) => of(c) ?? []);

/** Each number, and what is next to it on both sides. */
function around(points: readonly number[], least: number): readonly number[] {
  const near = points.flatMap((n) => [n - 1, n, n + 1]).filter((n) => n >= least);
  return [...new Set(near)].sort((a, b) => a - b);
}

/** Days beside those that the rules name, the case gives, or a duty falls due on; and one far before and far after them. */
function days(kase: Case, norms: readonly NormResult[], written: readonly Constant[]): readonly number[] {
  const points = new Set<number>();
  const add = (value: CaseValue | Constant): void => {
    if ((value.t === 'date' || value.t === 'event') && value.v !== 'not-yet') points.add(value.v);
    if (value.t === 'time') points.add(Math.floor(value.v / 1440));
  };
  for (const c of written) add(c);
  for (const { dueNotes } of norms) for (const note of dueNotes) points.add(note.due);
  const matters = new Set(norms.map((n) => n.matter));
  for (const m of kase.matters)
    if (matters.has(m.id)) for (const { value } of Object.values(m.facts)) add(value);
  if (kase.actDate !== undefined) points.add(kase.actDate);
  if (kase.asOf !== undefined) points.add(kase.asOf);
  if (points.size === 0) points.add(20_454); // 2026-01-01: any day will do
  const near = around([...points], Number.NEGATIVE_INFINITY);
  return [(near[0] ?? 0) - FAR, ...near, (near.at(-1) ?? 0) + FAR];
}

/** Not more than `MOST`, from all over the range; the first and the last are among them. */
function thinned<T>(all: readonly T[]): readonly T[] {
  if (all.length <= MOST) return all;
  return Array.from({ length: MOST }, (_, i) => all[Math.round((i * (all.length - 1)) / (MOST - 1))] as T);
}

/** The members of an enum, those that every constant of the rules treats alike together. */
function alike(model: Model, plan: Plan, name: string): readonly Trial[] {
  const sets: ReadonlySet<string>[] = comparedWithEachOther(plan, name)
    ? (model.enums[name]?.members ?? []).map((member) => new Set([member]))
    : [];
  for (const node of plan.nodes) {
    if (node.op !== 'const') continue;
    const { value } = node;
    if (value.t === 'enum' && value.enum === name) sets.push(new Set([value.v]));
    if (value.t === 'set' && value.of.t === 'enum' && value.of.enum === name) sets.push(new Set(value.v));
  }
  const groups = new Map<string, string[]>();
  for (const member of model.enums[name]?.members ?? []) {
    const key = sets.map((set) => (set.has(member) ? '1' : '0')).join('');
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  return [...groups.values()].map((group) => ({
    value: { t: 'enum', v: group[0] ?? '', enum: name },
    stands: group.length,
  }));
}

/** Does a rule hold two facts of this enum against each other? Then no two members are alike. */
function comparedWithEachOther(plan: Plan, name: string): boolean {
  const varies = (id: NodeId): boolean => {
    const node = plan.nodes[id];
    if (!node || node.op === 'const') return false;
    const of = node.type.t === 'set' ? node.type.of : node.type;
    return of.t === 'enum' && of.enum === name;
  };
  const inNodes = plan.nodes.some(
    (node) =>
      (node.op === 'cmp' || node.op === 'in' || node.op === 'subset' || node.op === 'disjoint') &&
      varies(node.left) &&
      varies(node.right),
  );
  return (
    inNodes ||
    Object.values(plan.definitions).some((d) =>
      [...d.rows.map((row) => row.value), ...(d.otherwise === undefined ? [] : [d.otherwise])].some(varies),
    )
  );
}
