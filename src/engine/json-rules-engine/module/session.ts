import type { WorkCalendar } from '../../../calendar/calendar.ts';
import { arithmetic, comparison, period, setRelation, shifted } from '../../../evaluate/expression.ts';
import {
  allOf,
  anyOf,
  fromTri,
  isUnknown,
  knownFromConstant,
  NOT_YET,
  notOf,
  type Tri,
  tri,
  UNKNOWN,
  type Value,
} from '../../../evaluate/value.ts';
import { operands } from '../../../plan/operands.ts';
import type { NodeId } from '../../../plan/plan.ts';
import { assertNever, invariant } from '../../../text/invariant.ts';
import {
  type Declarations,
  FACT_SLOT,
  isCondition,
  type Program,
  type ProgramDefinition,
  type ProgramException,
  type ProgramNode,
  type ProgramNorm,
  type Slot,
  slotOf,
} from '../format.ts';
import { listFact } from './list-fact.ts';
import { type Matter, own, type ReadCase, type Row } from './read-case.ts';
import { type TableOutcome, tableOutcome } from './table.ts';

export interface Book {
  readonly program: Program;
  readonly facts: Declarations;
  readonly calendar: WorkCalendar;
  readonly norms: ReadonlyMap<string, ProgramNorm>;
  readonly exceptions: ReadonlyMap<Slot, ProgramException>;
}
/** One evaluation of one case: what has been worked out so far, per matter. */
export interface Session {
  readonly book: Book;
  readonly kase: ReadCase;
  readonly byId: ReadonlyMap<string, Frame>;
  readonly frames: readonly Frame[];
  /** The rules have run. Until then no condition is worked out here: the rules alone find it out. */
  done: boolean;
}
export interface Frame {
  readonly matter: Matter;
  readonly values: Map<Slot, Value>;
  /** Conditions that the rules find out: unknown as long as neither rail has succeeded. */
  readonly conditions: ReadonlySet<Slot>;
}
/** Where a node is read: live atoms taken as true or not, and under an aggregate the record. */
export interface At {
  readonly frame: Frame;
  readonly live: boolean;
  readonly row?: Row;
}

export function makeSession(book: Book, kase: ReadCase): Session {
  const frames = kase.matters.map((matter) => ({
    matter,
    values: new Map<Slot, Value>(),
    conditions: new Set(book.program.kinds[matter.kind]?.conditions),
  }));
  return { book, kase, frames, done: false, byId: new Map(frames.map((f) => [f.matter.id, f])) };
}

export function nodeIn(s: Session, id: NodeId): ProgramNode {
  const node = s.book.program.nodes[id];
  invariant(node, `node ${id}`);
  return node;
}
export function definitionIn(s: Session, name: string): ProgramDefinition {
  const definition = s.book.program.definitions[name];
  invariant(definition, `definition ${name}`);
  return definition;
}
export const linked = (s: Session, reference: Value): Frame | undefined =>
  typeof reference === 'string' ? s.byId.get(reference) : undefined;
export const isKind = (s: Session, frame: Frame, kinds: readonly string[]): boolean =>
  own(s.book.program.kinds, frame.matter.kind)?.lineage.some((k) => kinds.includes(k)) ?? false;

/** A fact as a condition of the rules reads it. */
export function slotValue(s: Session, frame: Frame, slot: Slot): Value {
  if (slot === 'constant') return true;
  const known = frame.values.get(slot);
  if (known !== undefined) return known;
  if (frame.conditions.has(slot)) return UNKNOWN;
  if (slot.startsWith(FACT_SLOT)) return factValue(s, frame.matter, slot.slice(FACT_SLOT.length));
  const exception = s.book.exceptions.get(slot);
  if (exception) return fromTri(exceptionHolds(s, exception, frame));
  const live = slot.endsWith('+');
  return nodeValue(s, Number(slot.slice(1, live ? -1 : undefined)), { frame, live });
}
const slotTri = (s: Session, frame: Frame, slot: Slot): Tri => tri(slotValue(s, frame, slot));

/**
 * The value of a node. Of conditions only what the rules have found out is read, except those that stand inside a rule's
 * condition and are asked for after the run, to name what is missing.
 */
export function nodeValue(s: Session, id: NodeId, at: At): Value {
  const node = nodeIn(s, id);
  if (at.row && node.item) return computed(s, node, at);
  const slot = slotOf(node, id, at.live);
  const { values, conditions } = at.frame;
  const known = values.get(slot);
  if (known !== undefined) return known;
  if (conditions.has(slot)) return UNKNOWN;
  invariant(s.done || !isCondition(node), `${slot} is left to the rules`);
  prepare(s, id, at);
  const value = computed(s, node, { frame: at.frame, live: at.live });
  values.set(slot, value);
  return value;
}

/** Works out what a computed fact rests on first, so that long chains do not deepen the stack. */
function prepare(s: Session, id: NodeId, { frame, live }: At): void {
  const stack: { readonly id: NodeId; readonly live: boolean; readonly below: boolean }[] = [
    { id, live, below: false },
  ];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const node = nodeIn(s, top.id);
    const slot = slotOf(node, top.id, top.live);
    if (frame.values.has(slot) || frame.conditions.has(slot)) continue;
    if (top.below) {
      invariant(s.done || !isCondition(node), `${slot} is left to the rules`);
      if (top.id !== id) frame.values.set(slot, computed(s, node, { frame, live: top.live }));
      continue;
    }
    stack.push({ ...top, below: true });
    for (const [operand, l] of readsOf(s, node, top.live))
      if (!nodeIn(s, operand).item) stack.push({ id: operand, live: l, below: false });
  }
}

function readsOf(s: Session, node: ProgramNode, live: boolean): readonly (readonly [NodeId, boolean])[] {
  if (node.op === 'follow') return [[node.ref, live]];
  if (node.op === 'aggregate') return [[node.list, live]];
  if (node.op !== 'table') return operands(node).map((o) => [o, live]);
  const { rows, otherwise } = definitionIn(s, node.definition);
  return [
    ...rows.flatMap((r): (readonly [NodeId, boolean])[] => [
      [r.when, false],
      [r.value, live],
    ]),
    ...(otherwise === undefined ? [] : [[otherwise, live] as const]),
  ];
}

function computed(s: Session, node: ProgramNode, at: At): Value {
  const value = (id: NodeId) => nodeValue(s, id, at);
  const env = { asOf: s.kase.asOf, calendar: s.book.calendar };
  switch (node.op) {
    case 'const':
      return knownFromConstant(node.value);
    case 'fact':
      return factValue(s, at.frame.matter, node.fact);
    case 'follow': {
      const frame = linked(s, value(node.ref));
      return frame ? nodeValue(s, node.target, { frame, live: at.live }) : UNKNOWN;
    }
    case 'item':
      return (at.row?.get(node.field) ?? UNKNOWN) as Value;
    case 'param': {
      const declared = s.book.facts.params[node.name]?.value;
      return (s.kase.params.get(node.name) ?? (declared ? knownFromConstant(declared) : UNKNOWN)) as Value;
    }
    case 'reading':
      return s.kase.readings.get(node.name) ?? s.book.facts.readings[node.name]?.adopted ?? UNKNOWN;
    case 'actDate':
      return at.frame.matter.actDate ?? s.kase.actDate ?? UNKNOWN;
    case 'asOf':
      return s.kase.asOf;
    case 'and':
      return fromTri(allOf(node.args.map((a) => tri(value(a)))));
    case 'or':
      return fromTri(anyOf(node.args.map((a) => tri(value(a)))));
    case 'not':
      return fromTri(notOf(tri(value(node.arg))));
    case 'cmp':
      return fromTri(comparison(env, node, value(node.left), value(node.right), at.live));
    case 'in':
    case 'subset':
    case 'disjoint':
      return fromTri(setRelation(node.op, value(node.left), value(node.right)));
    case 'empty':
      return fromTri(isEmpty(value(node.arg)));
    case 'occurred':
      return fromTri(hasOccurred(value(node.arg), at.live));
    case 'reached':
      return fromTri(isReached(value(node.date), env.asOf, at.live));
    case 'samePeriod':
      return fromTri(inSamePeriod(node.period, value(node.left), value(node.right)));
    case 'shift':
      return shifted(env, node, value(node.base), value(node.amount));
    case 'arith':
      return arithmetic(node.fn, value(node.left), value(node.right));
    case 'aggregate': {
      const rows = value(node.list) as Value | readonly Row[];
      return Array.isArray(rows) ? listFact(node, rows, selection(s, node.where, rows, at)) : UNKNOWN;
    }
    case 'table':
      return outcomeOf(s, node.definition, at).value;
    default:
      return assertNever(node);
  }
}

/** Of which records the condition of an aggregate holds. */
export const selection = (
  s: Session,
  where: NodeId | undefined,
  rows: readonly Row[],
  at: At,
): readonly Tri[] =>
  rows.map((row) => (where === undefined ? true : tri(nodeValue(s, where, { ...at, row }))));

export const isEmpty = (list: Value): Tri => (Array.isArray(list) ? list.length === 0 : undefined);
export const hasOccurred = (event: Value, live: boolean): Tri =>
  event === NOT_YET ? live : isUnknown(event) ? undefined : true;
export function isReached(date: Value, asOf: number, live: boolean): Tri {
  if (date === NOT_YET) return live;
  return typeof date === 'number' ? asOf > date || live : undefined;
}
export function inSamePeriod(kind: 'year' | 'quarter' | 'month', a: Value, b: Value): Tri {
  if (a === NOT_YET || b === NOT_YET) return false;
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  return period({ period: kind }, a) === period({ period: kind }, b);
}

export function outcomeOf(s: Session, name: string, { frame, live }: At): TableOutcome {
  const definition = definitionIn(s, name);
  const { otherwise } = definition;
  return tableOutcome(definition, {
    when: (row) => tri(nodeValue(s, row.when, { frame, live: false })),
    value: (row) => nodeValue(s, row.value, { frame, live }),
    otherwise: () => (otherwise === undefined ? undefined : nodeValue(s, otherwise, { frame, live })),
  });
}

function factValue(s: Session, matter: Matter, name: string): Value {
  const given = matter.facts.get(name);
  if (given) return given.value as Value;
  const declared = own(s.book.facts.kinds[matter.kind] ?? {}, name)?.default;
  return declared ? knownFromConstant(declared) : UNKNOWN;
}

/** A matter in which an exception norm may fire; without one the reference is unknown or leads out of the case. */
export interface ExceptionMatter {
  readonly frame: Frame | undefined;
  readonly holds: Tri;
}
export function exceptionHolds(s: Session, exception: ProgramException, frame: Frame): Tri {
  if ('unless' in exception) return tri(nodeValue(s, exception.unless, { frame, live: false }));
  return anyOf(exceptionMatters(s, exception, frame).map((m) => m.holds));
}

export function exceptionMatters(
  s: Session,
  exception: Extract<ProgramException, { norm: string }>,
  frame: Frame,
): readonly ExceptionMatter[] {
  const kinds = s.book.norms.get(exception.norm)?.kinds ?? [];
  const firesIn = (f: Frame): Tri => slotTri(s, f, `F:${exception.norm}`);
  const at = (f: Frame): ExceptionMatter => ({ frame: f, holds: isKind(s, f, kinds) ? firesIn(f) : false });
  switch (exception.link) {
    case 'same':
      return [at(frame)];
    case 'from-base': {
      const target = followPath(s, exception.path, frame);
      return [target ? at(target) : { frame: undefined, holds: undefined }];
    }
    case 'from-exception':
      return s.frames.flatMap((candidate) => {
        if (!isKind(s, candidate, kinds)) return [];
        const target = followPath(s, exception.path, candidate);
        if (target) return target === frame ? [at(candidate)] : [];
        // the missing link may lead here: unknown, unless the exception does not fire anyway
        return [{ frame: candidate, holds: firesIn(candidate) === false ? false : undefined }];
      });
    default:
      return assertNever(exception.link);
  }
}

export function followPath(s: Session, path: readonly NodeId[], start: Frame): Frame | undefined {
  let frame: Frame | undefined = start;
  for (const id of path) frame = frame && linked(s, nodeValue(s, id, { frame, live: false }));
  return frame;
}
