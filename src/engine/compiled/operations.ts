/** The operations of the bytecode. The number is part of the serialised form: add at the end, never renumber. */
export const OPERATIONS = [
  'lookup', // table offset, slot code → B
  'not', // a → B
  'and2', // a b → B
  'or2',
  'and', // n, a … → B
  'or',
  'same', // a b, 1 for ≠: truth values → B
  'number', // a b, relation: N N → B
  'day', // a b, relation + 8 live: N N → B
  'duration', // a b, relation: D D → B
  'count', // a b, relation: C C → B
  'sets', // a b, 1 for ≠: O O → B
  'in', // a b: N O → B
  'subset', // a b: O O → B
  'disjoint',
  'empty', // a: O → B
  'occurred', // a, live: N → B
  'reached', // a, live: N → B
  'period', // a b, period: N N → B
  'shift', // base amount, direction + 2 time: N D → N
  'arithmetic', // a b, function: N N → N
  'duration-arithmetic', // a b, function: D D → D
  'duration-times', // a b: D N → D
  'exact', // a: C → N
  'wide', // a: N → C
  'task-B', // task → B
  'task-N',
  'task-D',
  'task-C',
  'task-O',
  'verdict', // place, table, A, E, R₀, R₁ → verdict
] as const;
export type Operation = (typeof OPERATIONS)[number];
export const OPCODE = Object.fromEntries(OPERATIONS.map((name, i) => [name, i])) as Record<Operation, number>;

/** Operands of one instruction; `and` and `or` bring their own number. */
export const ARITY: Readonly<Record<Operation, number>> = {
  lookup: 2,
  not: 1,
  and2: 2,
  or2: 2,
  and: -1,
  or: -1,
  same: 3,
  number: 3,
  day: 3,
  duration: 3,
  count: 3,
  sets: 3,
  in: 2,
  subset: 2,
  disjoint: 2,
  empty: 1,
  occurred: 2,
  reached: 2,
  period: 3,
  shift: 3,
  arithmetic: 3,
  'duration-arithmetic': 3,
  'duration-times': 2,
  exact: 1,
  wide: 1,
  'task-B': 1,
  'task-N': 1,
  'task-D': 1,
  'task-C': 1,
  'task-O': 1,
  verdict: 6,
};

/** In the order of their codes in operands. */
export const RELATIONS = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const;
export const PERIODS = ['year', 'quarter', 'month'] as const;
export const FUNCTIONS = ['add', 'sub', 'mul', 'div'] as const;
export const UNITS = ['year', 'month', 'week', 'day', 'workday', 'hour', 'minute'] as const;
