import type { WorkCalendar } from '../calendar/calendar.ts';
import type { Constant, Type } from '../check/model.ts';
import { shifted } from '../evaluate/expression.ts';
import { knownFromConstant } from '../evaluate/value.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import { definitionChoices } from './definition-rails.ts';
import { ALWAYS, allOf, type Formula, lies } from './formula.ts';
import { placeOf, recordPlace } from './place.ts';
import { NOT_YET_BIT, specials } from './region.ts';
import type { SetTerm } from './set-relation.ts';
import type { Origin, Slot, Term } from './slot.ts';
import type { At, Translator } from './translate.ts';

/** A value an expression may have, and when it has it. */
export interface Guarded<T> {
  readonly when: Formula;
  readonly value: T;
}

/** More than so many values are one that is not looked into. */
const MOST_VALUES = 64;

const always = <T>(value: T): readonly Guarded<T>[] => [{ when: ALWAYS, value }];
const slotTerm = (slot: Slot, offset = 0): Term => ({ is: 'slot', slot, offset });

/** The values of an expression that is neither a condition nor a set. */
export function valuesOf(t: Translator, id: NodeId, at: At): readonly Guarded<Term>[] {
  const node = t.node(id);
  switch (node.op) {
    case 'const':
      return always({ is: 'const', value: node.value });
    case 'follow':
      return valuesOf(t, node.target, { ...at, place: placeOf(t, node.ref, at.place) });
    case 'table': {
      const found = definitionChoices(t, node.definition, at).flatMap(({ when, value }) =>
        valuesOf(t, value, at).map((inner) => ({ when: allOf([when, inner.when]), value: inner.value })),
      );
      return found.length > MOST_VALUES ? opaque(t, id, at) : found;
    }
    case 'shift':
      return shift(t, id, node, at);
    default: {
      const given = givenBy(node, at);
      return given ? always(slotTerm(t.slots.of(given.origin, node.type, given.key))) : opaque(t, id, at);
    }
  }
}

/** The sets an expression may be; undefined where it is not looked into. */
export function setsOf(t: Translator, id: NodeId, at: At): readonly Guarded<SetTerm>[] | undefined {
  const node = t.node(id);
  if (node.type.t !== 'set' || !t.slots.membersOf(node.type.of)) return undefined;
  if (node.op === 'const')
    return node.value.t === 'set' ? always({ is: 'members', members: new Set(node.value.v) }) : undefined;
  if (node.op === 'follow') return setsOf(t, node.target, { ...at, place: placeOf(t, node.ref, at.place) });
  const given = givenBy(node, at);
  if (given) return always({ is: 'given', origin: given.origin, key: given.key });
  if (node.op !== 'table' || t.plan.definitions[node.definition]?.policy === 'collect') return undefined;
  const found = definitionChoices(t, node.definition, at).flatMap(({ when, value }) => {
    const inner = setsOf(t, value, at);
    return inner?.map((s) => ({ when: allOf([when, s.when]), value: s.value })) ?? [undefined];
  });
  return found.every((f) => f !== undefined) && found.length <= MOST_VALUES ? found : undefined;
}

function givenBy(node: PlanNode, at: At): { readonly origin: Origin; readonly key: string } | undefined {
  const { place } = at;
  const { type } = node;
  switch (node.op) {
    case 'fact':
      return fact(place, node.fact, type);
    case 'item':
      return fact(recordPlace(place), node.field, type);
    case 'param':
      return { origin: { from: 'param', name: node.name, type }, key: `參數 ${node.name}` };
    case 'reading':
      return { origin: { from: 'reading', name: node.name }, key: `讀法 ${node.name}` };
    case 'actDate':
      return { origin: { from: 'actDate', place }, key: `${place.key}行為日期` };
    case 'asOf':
      return { origin: { from: 'asOf' }, key: '查核日期' };
    default:
      return undefined;
  }
}
const fact = (place: At['place'], name: string, type: Type) => ({
  origin: { from: 'fact', place, fact: name, type } as const,
  key: `${place.key}.${name}:${JSON.stringify(type)}`,
});

const opaque = (t: Translator, id: NodeId, at: At): readonly Guarded<Term>[] => {
  const node = t.node(id);
  const count = node.op === 'aggregate' && node.fn === 'count';
  const live = at.live ? '+' : '';
  const type: Type = mayNotHappen(t, id) ? { t: 'event' } : node.type;
  return always(slotTerm(t.slots.opaque(`${id}@${at.place.key}${live}`, type, count)));
};

/** A day reached from an event is 未發生 with it, although its type is that of a date. */
function mayNotHappen(t: Translator, id: NodeId): boolean {
  const node = t.node(id);
  if (node.type.t === 'event') return true;
  if (node.op === 'shift') return mayNotHappen(t, node.base);
  if (node.op === 'follow') return mayNotHappen(t, node.target);
  if (node.op !== 'table') return false;
  const definition = t.plan.definitions[node.definition];
  const values = [...(definition?.rows ?? []).map((r) => r.value), definition?.otherwise];
  return values.some((v) => v !== undefined && mayNotHappen(t, v));
}

type Shift = Extract<PlanNode, { op: 'shift' }>;

function shift(t: Translator, id: NodeId, node: Shift, at: At): readonly Guarded<Term>[] {
  const bases = valuesOf(t, node.base, at);
  const amounts = valuesOf(t, node.amount, at);
  const found = bases.flatMap((base) =>
    amounts.map((amount) => {
      const value = amount.value.is === 'const' ? moved(t, node, base.value, amount.value.value) : undefined;
      return value && { when: allOf([base.when, amount.when]), value };
    }),
  );
  // from what has not happened no amount leads anywhere, not even one that has no value
  const unhappened = amounts.some((a) => a.when.is !== 'yes')
    ? bases.flatMap(({ when, value }) =>
        value.is === 'slot' && value.slot.type.t === 'event'
          ? [{ when: allOf([when, lies(value.slot, specials(NOT_YET_BIT))]), value: NOT_HAPPENED }]
          : [],
      )
    : [];
  return found.every((f) => f !== undefined) && found.length <= MOST_VALUES
    ? [...found, ...unhappened]
    : opaque(t, id, at);
}
const NOT_HAPPENED: Term = { is: 'const', value: { t: 'event', v: 'not-yet' } };

/** Days and weeks are counted; months and working days lead to a day of their own. */
function moved(t: Translator, node: Shift, base: Term, amount: Constant): Term | undefined {
  if (amount.t !== 'duration') return undefined;
  const { v: count, unit } = amount;
  const isTime = node.type.t === 'time';
  if (base.is === 'const') {
    if (base.value.t === 'event' && base.value.v === 'not-yet') return base;
    if (unit === 'workday') return undefined;
    const to = shifted(
      { calendar: NO_CALENDAR },
      node,
      knownFromConstant(base.value),
      knownFromConstant(amount),
    );
    return typeof to === 'number'
      ? { is: 'const', value: { t: isTime ? 'time' : 'date', v: to } }
      : undefined;
  }
  const signed = node.direction === 'after' ? count : -count;
  const minutes = { week: 7 * 1440, day: 1440, hour: 60, minute: 1 } as const;
  if (unit !== 'year' && unit !== 'month' && unit !== 'workday') {
    const offset = isTime ? signed * minutes[unit] : (signed * minutes[unit]) / 1440;
    return Number.isInteger(offset) ? slotTerm(base.slot, base.offset + offset) : undefined;
  }
  const { direction } = node;
  const origin: Origin = { from: 'shift', base: base.slot, offset: base.offset, direction, unit, count };
  const type = base.slot.type.t === 'event' ? base.slot.type : node.type;
  return slotTerm(t.slots.of(origin, type, `${base.slot.id}+${base.offset} ${direction} ${count} ${unit}`));
}
/** Working days are not asked for. */
const NO_CALENDAR: WorkCalendar = { id: '', covers: () => false, day: () => ({ working: false }) };
