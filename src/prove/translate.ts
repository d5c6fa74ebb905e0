import type { Model, Type } from '../check/model.ts';
import type { NodeId, Plan, PlanNode } from '../plan/plan.ts';
import { assertNever, invariant } from '../text/invariant.ts';
import { compareTerms, OPEN } from './comparison.ts';
import { definitionRails } from './definition-rails.ts';
import {
  ALWAYS,
  allOf,
  anyOf,
  both,
  either,
  FALSE,
  type Formula,
  lies,
  NEVER,
  not,
  type Rails,
  TRUE,
} from './formula.ts';
import { placeOf, recordPlace } from './place.ts';
import { NOT_YET_BIT, specials } from './region.ts';
import { compareSets, elementOf, type SetTerm } from './set-relation.ts';
import { isLine, NO, type Place, pick, type Term, YES } from './slot.ts';
import { knownValues, makeSlots, type Slots } from './slots.ts';
import { type Guarded, setsOf, valuesOf } from './values.ts';

/** Where a condition is read, as the interpreter's frame: `live`, what has not happened may still happen in time. */
export interface At {
  readonly place: Place;
  readonly live: boolean;
}

/** Conditions of a plan as statements about slots. Everything is worked out once. */
export interface Translator {
  readonly model: Model;
  readonly plan: Plan;
  readonly slots: Slots;
  readonly rails: (id: NodeId, at: At) => Rails;
  readonly node: (id: NodeId) => PlanNode;
}

export function translator(model: Model, plan: Plan, nodes: readonly PlanNode[] = plan.nodes): Translator {
  const known = new Map<string, Rails>();
  const t: Translator = {
    model,
    plan,
    slots: makeSlots(model, plan),
    node: (id) => {
      const node = nodes[id];
      invariant(node, `plan node ${id}`);
      return node;
    },
    rails: (id, at) => {
      const key = `${id}${at.live ? '+' : '-'}${at.place.key}`;
      const old = known.get(key);
      if (old) return old;
      const made = translate(t, id, at);
      known.set(key, made);
      return made;
    },
  };
  return t;
}

function translate(t: Translator, id: NodeId, at: At): Rails {
  const node = t.node(id);
  const { slots } = t;
  const of = (n: NodeId) => t.rails(n, at);
  switch (node.op) {
    case 'const':
      return node.value.t === 'bool' && node.value.v ? TRUE : FALSE;
    case 'fact':
      return yesNo(slots.fact(at.place, node.fact, node.type));
    case 'item':
      return yesNo(slots.fact(recordPlace(at.place), node.field, node.type));
    case 'param':
      return yesNo(
        slots.of({ from: 'param', name: node.name, type: node.type }, node.type, `參數 ${node.name}`),
      );
    case 'follow': {
      const there = t.rails(node.target, { ...at, place: placeOf(t, node.ref, at.place) });
      return { ...there, exact: there.exact && !leadsNowhere(t, id) };
    }
    case 'and':
      return both(node.args.map(of));
    case 'or':
      return either(node.args.map(of));
    case 'not':
      return not(of(node.arg));
    case 'cmp':
      return comparison(t, node, at);
    case 'in':
      return membership(t, node, at);
    case 'subset':
    case 'disjoint':
      return setRelation(t, node.op, node.left, node.right, at) ?? opaque(t, id, at);
    case 'empty': {
      const set = setsOf(t, node.arg, at);
      const universe = universeOf(t, t.node(node.arg).type);
      if (!set || !universe) return opaque(t, id, at);
      return choose(
        set.map(({ when, value }) => [when, compareSets(slots, 'subset', value, EMPTY, universe)]),
      );
    }
    case 'occurred':
      return occurred(t, node.arg, at);
    case 'reached': {
      if (at.live) return { yes: ALWAYS, no: NEVER, exact: false };
      const asOf = slots.of({ from: 'asOf' }, { t: 'date' }, '查核日期');
      const days = valuesOf(t, node.date, at);
      return choose(
        days.map(({ when, value }) => [
          when,
          compareTerms(slots, 'gt', { is: 'slot', slot: asOf, offset: 0 }, value, false),
        ]),
      );
    }
    case 'samePeriod':
    case 'aggregate':
      return opaque(t, id, at);
    case 'table':
      return definitionRails(t, node.definition, at);
    case 'reading':
    case 'actDate':
    case 'asOf':
    case 'shift':
    case 'arith':
      invariant(false, `${node.op} is no condition`);
      return OPEN;
    default:
      return assertNever(node);
  }
}

const EMPTY: SetTerm = { is: 'members', members: new Set() };

const yesNo = (slot: ReturnType<Slots['condition']>): Rails => ({
  yes: lies(slot, pick(YES)),
  no: lies(slot, pick(NO)),
  exact: true,
});

/**
 * A condition that is not looked into: it may turn out either way, but the same way wherever it stands. `live`, it may be true
 * although it is not, as it stands.
 */
const opaque = (t: Translator, id: NodeId, at: At): Rails =>
  at.live ? OPEN : yesNo(t.slots.condition(`${id}@${at.place.key}`));

/** One of several values, each with the condition under which it is the one. */
function choose(cases: readonly (readonly [Formula, Rails])[]): Rails {
  const [only] = cases;
  if (only && cases.length === 1 && only[0].is === 'yes') return only[1];
  return {
    yes: anyOf(cases.map(([when, r]) => allOf([when, r.yes]))),
    no: anyOf(cases.map(([when, r]) => allOf([when, r.no]))),
    exact: false,
  };
}

function comparison(t: Translator, node: Extract<PlanNode, { op: 'cmp' }>, at: At): Rails {
  const type = t.node(node.left).type;
  if (type.t === 'bool') {
    const [l, r] = [t.rails(node.left, at), t.rails(node.right, at)];
    const same = either([both([l, r]), both([not(l), not(r)])]);
    return node.rel === 'eq' ? same : not(same);
  }
  if (type.t === 'set') {
    const same = setRelation(t, 'eq', node.left, node.right, at) ?? OPEN;
    return node.rel === 'eq' ? same : not(same);
  }
  const left = valuesOf(t, node.left, at);
  const right = valuesOf(t, node.right, at);
  const count = [node.left, node.right].some((n) => {
    const inner = t.node(n);
    return inner.op === 'aggregate' && inner.fn === 'count';
  });
  const constant = [...left, ...right].every((v) => v.when.is === 'yes');
  const cases = left.flatMap((l) =>
    right.map((r) => {
      const rails = compareTerms(t.slots, node.rel, l.value, r.value, at.live);
      return [allOf([l.when, r.when]), rails] as const;
    }),
  );
  const chosen = choose(cases);
  // 未發生 on one side decides even where the other has no value, as where a table has a gap
  const unhappened = anyOf([...left, ...right].map(({ when, value }) => allOf([when, notHappened(value)])));
  // a count between bounds may decide what its value does not
  return {
    yes: at.live ? anyOf([chosen.yes, unhappened]) : chosen.yes,
    no: anyOf([chosen.no, unhappened]),
    exact:
      ![node.left, node.right].some((n) => leadsNowhere(t, n)) &&
      !count &&
      constant &&
      cases.every(([, r]) => r.exact),
  };
}

/** In a matter that the case lacks a definition is unknown, although it may rest on no fact at all. */
function leadsNowhere(t: Translator, id: NodeId): boolean {
  const node = t.node(id);
  return node.op === 'follow' && t.node(node.target).op !== 'fact';
}

function notHappened(value: Term): Formula {
  if (value.is === 'const') return value.value.t === 'event' && value.value.v === 'not-yet' ? ALWAYS : NEVER;
  return isLine(value.slot.type) ? lies(value.slot, specials(NOT_YET_BIT)) : NEVER;
}

type Membership = Extract<PlanNode, { readonly op: 'in' | 'subset' | 'disjoint' }>;

function membership(t: Translator, node: Membership, at: At): Rails {
  const sets = setsOf(t, node.right, at);
  if (!sets) return OPEN;
  const elements = valuesOf(t, node.left, at);
  const cases = elements.flatMap((element) =>
    sets.map((set) => {
      const { value } = element;
      const when = allOf([element.when, set.when]);
      if (value.is === 'const')
        return [
          when,
          'v' in value.value ? elementOf(t.slots, String(value.value.v), set.value) : OPEN,
        ] as const;
      return [when, value.slot.type.t === 'enum' ? elementOf(t.slots, value.slot, set.value) : OPEN] as const;
    }),
  );
  const exact =
    elements.every((e) => e.value.is === 'const' && e.when.is === 'yes') && cases.every(([, r]) => r.exact);
  const chosen = choose(cases);
  // nothing is in an empty set, whether or not it has a value
  const empty = certainlyEmpty(t, sets, t.node(node.right).type);
  return {
    yes: chosen.yes,
    no: anyOf([chosen.no, empty]),
    exact: chosen.exact || (exact && sets.length === 1),
  };
}

function setRelation(
  t: Translator,
  relation: 'subset' | 'disjoint' | 'eq',
  left: NodeId,
  right: NodeId,
  at: At,
): Rails | undefined {
  const [l, r] = [setsOf(t, left, at), setsOf(t, right, at)];
  const universe = universeOf(t, t.node(left).type) ?? universeOf(t, t.node(right).type);
  if (!l || !r || !universe) return undefined;
  const chosen = choose(
    l.flatMap((a) =>
      r.map(
        (b) => [allOf([a.when, b.when]), compareSets(t.slots, relation, a.value, b.value, universe)] as const,
      ),
    ),
  );
  const empty = [
    ...(relation === 'eq' ? [] : [certainlyEmpty(t, l, t.node(left).type)]),
    ...(relation === 'disjoint' ? [certainlyEmpty(t, r, t.node(right).type)] : []),
  ];
  return { ...chosen, yes: anyOf([chosen.yes, ...empty]) };
}

function certainlyEmpty(t: Translator, sets: readonly Guarded<SetTerm>[], type: Type): Formula {
  const universe = universeOf(t, type) ?? [];
  return anyOf(
    sets.map(({ when, value }) => allOf([when, compareSets(t.slots, 'subset', value, EMPTY, universe).yes])),
  );
}

const universeOf = (t: Translator, type: Type): readonly string[] | undefined =>
  type.t === 'set' ? t.slots.membersOf(type.of) : undefined;

function occurred(t: Translator, event: NodeId, at: At): Rails {
  return choose(
    valuesOf(t, event, at).map(({ when, value }) => {
      if (value.is === 'const') {
        const unhappened = value.value.t === 'event' && value.value.v === 'not-yet';
        return [when, unhappened && !at.live ? FALSE : TRUE] as const;
      }
      if (!isLine(value.slot.type)) return [when, OPEN] as const;
      const happened = lies(value.slot, knownValues(value.slot));
      const unhappened = lies(value.slot, specials(NOT_YET_BIT));
      return [
        when,
        at.live
          ? { yes: anyOf([happened, unhappened]), no: NEVER, exact: true }
          : { yes: happened, no: unhappened, exact: true },
      ] as const;
    }),
  );
}
