import { civil } from '../../../calendar/date.ts';
import { shiftWorkdays } from '../../../calendar/shift.ts';
import { isDuration, isUnknown, NOT_YET, tri, UNKNOWN, type Value } from '../../../evaluate/value.ts';
import type { Missing } from '../../../evaluate/verdict.ts';
import { operands } from '../../../plan/operands.ts';
import type { NodeId } from '../../../plan/plan.ts';
import { invariant } from '../../../text/invariant.ts';
import type { ProgramException, ProgramNode, ProgramNorm } from '../format.ts';
import type { Row } from './read-case.ts';
import {
  type At,
  definitionIn,
  exceptionHolds,
  exceptionMatters,
  type Frame,
  followPath,
  linked,
  nodeIn,
  nodeValue,
  outcomeOf,
  type Session,
  selection,
  slotValue,
} from './session.ts';

type NodeOf<Op extends ProgramNode['op']> = Extract<ProgramNode, { op: Op }>;
interface Search {
  readonly s: Session;
  readonly found: Map<string, Missing>;
  /** Nodes still to be looked into. A list and not a recursion: conditions may be nested as deep as they like. */
  readonly queue: { readonly id: NodeId; readonly at: At }[];
  readonly seen: Set<string>;
}

/** What an open verdict waits for: the unknown leaves of A, of E and of R. */
export function missingOf(s: Session, norm: ProgramNorm, frame: Frame): readonly Missing[] {
  const search: Search = { s, found: new Map(), queue: [], seen: new Set() };
  ofApplies(search, norm, frame);
  ofExceptions(search, norm, frame);
  const value = (live: boolean) => tri(nodeValue(s, norm.requires, { frame, live }));
  const [plain, live] = [value(false), value(true)];
  if (plain === undefined) look(search, norm.requires, { frame, live: false });
  else if (live === undefined && plain === false) look(search, norm.requires, { frame, live: true });
  drain(search);
  return [...search.found].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, m]) => m);
}

const put = (search: Search, missing: Missing) => void search.found.set(JSON.stringify(missing), missing);
const look = (search: Search, id: NodeId, at: At) => void search.queue.push({ id, at });

function ofApplies(search: Search, norm: ProgramNorm, frame: Frame): void {
  const { s } = search;
  const at = { frame, live: false };
  const own = nodeValue(s, norm.applies, at);
  if (norm.follows === undefined) return look(search, norm.applies, at);
  if (slotValue(s, frame, `A:${norm.name}`) !== UNKNOWN) return;
  if (isUnknown(own)) look(search, norm.applies, at);
  ofFiring(search, norm.follows, frame);
}

function ofFiring(search: Search, name: string, frame: Frame): void {
  if (slotValue(search.s, frame, `F:${name}`) !== UNKNOWN) return;
  const norm = search.s.book.norms.get(name);
  invariant(norm, `norm ${name}`);
  ofApplies(search, norm, frame);
  ofExceptions(search, norm, frame);
  if (norm.modality === 'may' || norm.modality === 'only-may')
    look(search, norm.requires, { frame, live: false });
}

function ofExceptions(search: Search, norm: ProgramNorm, frame: Frame): void {
  const { s } = search;
  const holds = norm.exceptions.map((e) => exceptionHolds(s, e, frame));
  if (holds.includes(true)) return;
  for (const [i, exception] of norm.exceptions.entries())
    if (holds[i] === undefined) ofException(search, exception, frame);
}

function ofException(search: Search, exception: ProgramException, frame: Frame): void {
  if ('unless' in exception) return look(search, exception.unless, { frame, live: false });
  for (const candidate of exceptionMatters(search.s, exception, frame)) {
    if (candidate.holds !== undefined) continue;
    const start = exception.link === 'from-base' ? frame : (candidate.frame ?? frame);
    ofPath(search, exception.path, start);
    if (candidate.frame) ofFiring(search, exception.norm, candidate.frame);
  }
}

function ofPath(search: Search, path: readonly NodeId[], start: Frame): void {
  for (const [i, id] of path.entries()) {
    const frame = followPath(search.s, path.slice(0, i), start);
    if (!frame) return;
    const at = { frame, live: false };
    const reference = nodeValue(search.s, id, at);
    if (isUnknown(reference)) look(search, id, at);
    else if (!linked(search.s, reference)) putLink(search, id, frame);
  }
}

function putLink(search: Search, id: NodeId, frame: Frame): void {
  const node = nodeIn(search.s, id);
  if (node.op === 'fact') put(search, { kind: 'link', matter: frame.matter.id, fact: node.fact });
}

function leaf(search: Search, id: NodeId, given: At): void {
  const { s } = search;
  const node = nodeIn(s, id);
  const at = node.item ? given : { frame: given.frame, live: given.live };
  if (!isUnknown(nodeValue(s, id, at))) return;
  const key = `${id} ${at.frame.matter.id} ${at.live}`;
  if (!at.row && search.seen.has(key)) return;
  if (!at.row) search.seen.add(key);
  const matter = at.frame.matter.id;
  switch (node.op) {
    case 'item': // reported by the aggregate, which knows the list
      return;
    case 'fact': {
      const reason = at.frame.matter.facts.get(node.fact)?.rejected ?? 'absent';
      return put(search, { kind: 'fact', matter, fact: node.fact, reason });
    }
    case 'param':
      return put(search, { kind: 'param', name: node.name });
    case 'actDate':
      return put(search, { kind: 'actDate' });
    case 'follow': {
      const reference = nodeValue(s, node.ref, at);
      const frame = linked(s, reference);
      if (isUnknown(reference)) look(search, node.ref, at);
      else if (frame) look(search, node.target, { frame, live: at.live });
      else putLink(search, node.ref, at.frame);
      return;
    }
    case 'shift':
      return ofShift(search, node, at);
    case 'aggregate':
      return ofAggregate(search, node, at);
    case 'table':
      return ofTable(search, node.definition, at);
    default:
      for (const operand of operands(node)) look(search, operand, at);
  }
}

/** With base and amount known only the calendar can be what is missing: a year that is not published. */
function ofShift(search: Search, node: NodeOf<'shift'>, at: At): void {
  const { calendar } = search.s.book;
  const base = nodeValue(search.s, node.base, at);
  const amount = nodeValue(search.s, node.amount, at);
  if (base === NOT_YET || typeof base !== 'number' || isUnknown(amount) || !isDuration(amount)) {
    look(search, node.base, at);
    look(search, node.amount, at);
    return;
  }
  const day = node.type.t === 'time' ? Math.floor(base / 1440) : base;
  const estimate = shiftWorkdays(calendar, day, amount.v, node.direction).day;
  const [first, last] = [civil(Math.min(day, estimate)).year, civil(Math.max(day, estimate)).year];
  let year = first;
  while (year < last && calendar.covers(year)) year++;
  put(search, { kind: 'calendar', year, estimate });
}

function ofAggregate(search: Search, node: NodeOf<'aggregate'>, at: At): void {
  const { s } = search;
  const rows = nodeValue(s, node.list, at) as Value | readonly Row[];
  if (!Array.isArray(rows)) return look(search, node.list, at);
  const owner = nodeIn(s, node.list);
  const fact = owner.op === 'fact' ? owner.fact : '';
  const matter = at.frame.matter.id;
  const own: Search = { ...search, found: new Map(), queue: [], seen: new Set() };
  const selected = selection(s, node.where, rows, at);
  for (const [index, row] of (rows as readonly Row[]).entries()) {
    if (selected[index] === undefined && node.where !== undefined) {
      const inner = { ...at, row };
      for (const field of unknownFields(s, node.where, inner))
        put(own, { kind: 'field', matter, fact, index, field });
      look(own, node.where, inner);
    } else if (selected[index] === true && node.field !== undefined && !known(row, node.field)) {
      put(own, { kind: 'field', matter, fact, index, field: node.field });
    }
  }
  drain(own);
  // nothing was selected: there is no earliest, latest, largest or smallest
  if (own.found.size === 0) put(own, { kind: 'gap', definition: fact, matter });
  for (const [key, missing] of own.found) search.found.set(key, missing);
}

function drain(search: Search): void {
  for (let next = search.queue.pop(); next; next = search.queue.pop()) leaf(search, next.id, next.at);
}

const known = (row: Row, field: string): boolean => (row.get(field) ?? UNKNOWN) !== UNKNOWN;

function unknownFields(s: Session, id: NodeId, at: At): readonly string[] {
  if (!isUnknown(nodeValue(s, id, at))) return [];
  const node = nodeIn(s, id);
  return node.op === 'item' ? [node.field] : operands(node).flatMap((o) => unknownFields(s, o, at));
}

function ofTable(search: Search, name: string, at: At): void {
  const { s } = search;
  const matter = at.frame.matter.id;
  const outcome = outcomeOf(s, name, at);
  if (outcome.problem === 'gap') return put(search, { kind: 'gap', definition: name, matter });
  if (outcome.problem === 'conflict')
    return put(search, { kind: 'conflict', definition: name, matter, rows: outcome.hit.map((r) => r.id) });
  const plain = { frame: at.frame, live: false };
  const { rows, otherwise } = definitionIn(s, name);
  for (const row of rows) {
    look(search, row.when, plain);
    if (nodeValue(s, row.when, plain) !== false) look(search, row.value, at);
  }
  if (otherwise !== undefined) look(search, otherwise, at);
}
