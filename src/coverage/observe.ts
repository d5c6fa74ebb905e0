import type { WorkCalendar } from '../calendar/calendar.ts';
import { type Context, type Frame, isKind, makeContext, nodeAt } from '../evaluate/context.ts';
import { definitionOf, definitionValue } from '../evaluate/definition.ts';
import {
  applies,
  excepted,
  exceptionHolds,
  exceptionMatters,
  firesOnlyWhenUsed,
  normOf,
} from '../evaluate/exceptions.ts';
import { chosenReading, holds, linked, nodeValue } from '../evaluate/expression.ts';
import { allOf, anyOf, isUnknown, notOf, type RecordValue, type Tri } from '../evaluate/value.ts';
import type { CaseResult, Verdict } from '../evaluate/verdict.ts';
import type { Case, CaseMatter } from '../facts/case.ts';
import { operands } from '../plan/operands.ts';
import type { NodeId, PlanNorm } from '../plan/plan.ts';
import type {
  Condition,
  Decision,
  DecisionPart,
  DecisionTree,
  Filter,
  Instrumented,
  ValueDecisions,
} from './decisions.ts';

/** A test as coverage sees it: which norms' verdicts it states, in which matters. */
export interface CountedTest {
  readonly kase: Case;
  readonly result: CaseResult;
  readonly judged: readonly { readonly norm: string; readonly matter: string }[];
}

/** What was seen of a condition. */
export interface Seen {
  true: boolean;
  false: boolean;
  /** Seen while nothing else could have changed the outcome. */
  decidesTrue: boolean;
  decidesFalse: boolean;
}
export interface Observations {
  readonly verdicts: ReadonlyMap<string, ReadonlySet<Verdict>>;
  readonly conditions: ReadonlyMap<Condition, Seen>;
  /** Ids of rows that gave a value; `名#否則` of a default. */
  readonly rows: ReadonlySet<string>;
  /** By `exceptionKey` or the id of an 例外 row. */
  readonly exceptions: ReadonlyMap<string, { readonly fired: boolean; readonly notFired: boolean }>;
  /** `讀法\n選項` */
  readonly readings: ReadonlySet<string>;
}

export const exceptionKey = (norm: string, at: number): string => `${norm}\n${at}`;
export const otherwiseKey = (definition: string): string => `${definition}#否則`;
export const readingKey = (reading: string, option: string): string => `${reading}\n${option}`;

/** Lays every test against the decisions of the rules, with the reference interpreter. */
export function observe(
  instrumented: Instrumented,
  tests: readonly CountedTest[],
  calendar: WorkCalendar,
): Observations {
  const verdicts = new Map<string, Set<Verdict>>();
  const conditions = new Map<Condition, Seen>();
  const rows = new Set<string>();
  const exceptions = new Map<string, { fired: boolean; notFired: boolean }>();
  const readings = new Set<string>();
  const records = { conditions, rows, exceptions, readings };

  for (const { kase, result, judged } of tests) {
    const ctx = makeContext(instrumented.plan, kase, { asOf: result.asOf, calendar });
    const watch = watcher(ctx, instrumented, records);
    for (const one of judged) {
      const found = result.norms.find((n) => n.norm === one.norm && n.matter === one.matter);
      const matter = ctx.matters.get(one.matter);
      if (!found || !matter) continue;
      verdicts.set(found.norm, (verdicts.get(found.norm) ?? new Set()).add(found.verdict));
      watch(normOf(ctx, found.norm), matter);
      for (const reading of [...found.readings, ...result.book.readings])
        readings.add(readingKey(reading, String(chosenReading(ctx, reading))));
    }
  }
  return { verdicts, conditions, rows, exceptions, readings };
}

interface Records {
  readonly conditions: Map<Condition, Seen>;
  readonly rows: Set<string>;
  readonly exceptions: Map<string, { fired: boolean; notFired: boolean }>;
  readonly readings: Set<string>;
}

function watcher(
  ctx: Context,
  { norms, definitions }: Instrumented,
  records: Records,
): (norm: PlanNorm, matter: CaseMatter) => void {
  const done = new Set<string>();
  const first = (key: string): boolean => {
    if (done.has(key)) return false;
    done.add(key);
    return true;
  };

  const weigh = (key: string, value: Tri): void => {
    if (value === undefined) return;
    const before = records.exceptions.get(key) ?? { fired: false, notFired: false };
    records.exceptions.set(key, value ? { ...before, fired: true } : { ...before, notFired: true });
  };

  /** What decides the verdict of a norm that a test states. */
  const judge = (norm: PlanNorm, matter: CaseMatter): void => {
    const frame = { matter, live: false };
    const own = norms.get(norm.name);
    if (!own) return;
    addressed(norm, matter);
    if (applies(ctx, norm, matter) !== true) return;
    exceptionsOf(norm, matter);
    if (excepted(ctx, norm, matter) !== true) decide(own.requirement, frame);
  };

  /** What decides whether a norm fires, and so lifts another or calls for what follows it. */
  const firing = (norm: PlanNorm, matter: CaseMatter): void => {
    if (!first(`fires\n${norm.name}\n${matter.id}`)) return;
    const own = norms.get(norm.name);
    if (!own) return;
    addressed(norm, matter);
    if (applies(ctx, norm, matter) !== true) return;
    if (firesOnlyWhenUsed(norm)) decide(own.requirement, { matter, live: false });
    for (const { source } of norm.exceptions) if (source.kind === 'norm') reach(norm, matter, source.norm);
    for (const unless of own.unless) decide(unless, { matter, live: false });
  };

  const addressed = (norm: PlanNorm, matter: CaseMatter): void => {
    const frame = { matter, live: false };
    for (const when of norms.get(norm.name)?.when ?? []) decide(when, frame);
    // 施行 and 廢止, of the norm and of the book, may rest on definitions too
    reads(norm.applies, frame);
    if (norm.follows !== undefined) firing(normOf(ctx, norm.follows), matter);
  };

  const exceptionsOf = (norm: PlanNorm, matter: CaseMatter): void => {
    const own = norms.get(norm.name)?.unless ?? [];
    norm.exceptions.forEach((exception, i) => {
      weigh(exceptionKey(norm.name, i), exceptionHolds(ctx, exception, matter));
      const unless = own[i];
      if (exception.source.kind === 'unless' && unless) decide(unless, { matter, live: false });
      if (exception.source.kind === 'norm') reach(norm, matter, exception.source.norm);
    });
  };

  const reach = (base: PlanNorm, matter: CaseMatter, name: string): void => {
    for (const exception of base.exceptions) {
      if (exception.source.kind !== 'norm' || exception.source.norm !== name) continue;
      const norm = normOf(ctx, name);
      for (const { matter: other } of exceptionMatters(ctx, exception, matter))
        if (other && isKind(ctx.plan, other, norm.kinds)) firing(norm, other);
    }
  };

  const decide = (decision: Decision, frame: Frame): void => {
    for (const condition of decision.conditions) {
      see(decision, condition, frame);
      sift(condition.filters, frame);
      reads(condition.node, frame);
    }
  };

  /** 其中: a decision for each record of the list. */
  const sift = (filters: readonly Filter[], frame: Frame): void => {
    for (const { list, decision } of filters) {
      const rows = nodeValue(ctx, list, frame);
      if (!Array.isArray(rows)) continue;
      for (const record of rows as readonly RecordValue[]) decide(decision, { ...frame, record });
    }
  };

  const takes = (value: ValueDecisions | undefined, frame: Frame): void => {
    if (value?.decision) decide(value.decision, frame);
    if (value) sift(value.filters, frame);
  };

  const see = (decision: Decision, condition: Condition, frame: Frame): void => {
    const value = definite(ctx, condition.node, decision.part, frame);
    if (value === undefined) return;
    const seen = records.conditions.get(condition) ?? {
      true: false,
      false: false,
      decidesTrue: false,
      decidesFalse: false,
    };
    records.conditions.set(condition, seen);
    const decides = isUnmasked(ctx, decision, condition, frame);
    if (decides) choose(condition.node);
    if (value) {
      seen.true = true;
      seen.decidesTrue ||= decides;
    } else {
      seen.false = true;
      seen.decidesFalse ||= decides;
    }
  };

  /** A reading that decides is relied on, although an explanation may not name it (of an exception that fails, say). */
  const choose = (id: NodeId): void => {
    const node = nodeAt(ctx.plan, id);
    if (node.op === 'reading')
      records.readings.add(readingKey(node.name, String(chosenReading(ctx, node.name))));
    else if (node.op === 'cmp' || node.op === 'in' || node.op === 'not')
      for (const operand of operands(node)) choose(operand);
  };

  /** The definitions that a value rests on, in the matter where they are read. */
  const reads = (id: NodeId, frame: Frame): void => {
    const node = nodeAt(ctx.plan, id);
    if (!frame.record && !first(`reads\n${id}\n${frame.matter.id}`)) return;
    if (node.op === 'table') readDefinition(node.definition, frame);
    else if (node.op === 'follow') {
      reads(node.ref, frame);
      const target = linked(ctx, nodeValue(ctx, node.ref, frame));
      if (target) reads(node.target, { matter: target, live: false });
    } else if (node.op === 'aggregate') {
      reads(node.list, frame);
      const { where } = node;
      const list = where === undefined ? undefined : nodeValue(ctx, node.list, frame);
      if (where !== undefined && Array.isArray(list))
        for (const record of list as readonly RecordValue[]) reads(where, { ...frame, record });
    } else for (const operand of operands(node)) reads(operand, frame);
  };

  const readDefinition = (name: string, frame: Frame): void => {
    const definition = definitionOf(ctx, name);
    const own = definitions.get(name);
    const plain = { ...frame, live: false };
    const outcome = definitionValue(ctx, name, plain);
    definition.rows.forEach((row, i) => {
      const made = own?.rows[i];
      if (made) decide(made.when, plain);
      reads(row.when, plain);
      if (row.exception) weigh(row.id, holds(ctx, row.when, plain));
      if (!outcome.rows.includes(row)) return;
      if (!isUnknown(outcome.value)) records.rows.add(row.id);
      takes(made?.value, plain);
      reads(row.value, plain);
    });
    if (!outcome.otherwise || definition.otherwise === undefined) return;
    if (!isUnknown(outcome.value)) records.rows.add(otherwiseKey(name));
    takes(own?.otherwise, plain);
    reads(definition.otherwise, plain);
  };
  return judge;
}

/**
 * True or false as the evaluation takes it. In a requirement an event that may still come in time leaves a limit open; that
 * something has happened, without any limit, can be no more than not yet so, and that counts.
 */
function definite(ctx: Context, id: NodeId, part: DecisionPart, frame: Frame): Tri {
  const value = holds(ctx, id, { ...frame, live: false });
  if (part !== 'requirement' && part !== 'who') return value;
  if (value === holds(ctx, id, { ...frame, live: true })) return value;
  return nodeAt(ctx.plan, id).op === 'occurred' ? value : undefined;
}

/** Would the outcome turn with this condition alone? Every branch beside the way to it lets it through. */
function isUnmasked(ctx: Context, { part, tree }: Decision, wanted: Condition, frame: Frame): boolean {
  const through = (inner: DecisionTree): boolean => {
    switch (inner.op) {
      case 'condition':
        return inner.condition === wanted;
      case 'const':
        return false;
      case 'not':
        return through(inner.arg);
      default: {
        const way = inner.args.find((arg) => contains(arg, wanted));
        if (!way || !through(way)) return false;
        const needed = inner.op === 'and';
        return inner.args.every((arg) => arg === way || treeValue(ctx, arg, part, frame) === needed);
      }
    }
  };
  return through(tree);
}

function contains(tree: DecisionTree, wanted: Condition): boolean {
  if (tree.op === 'condition') return tree.condition === wanted;
  if (tree.op === 'const') return false;
  return tree.op === 'not' ? contains(tree.arg, wanted) : tree.args.some((arg) => contains(arg, wanted));
}

function treeValue(ctx: Context, tree: DecisionTree, part: DecisionPart, frame: Frame): Tri {
  const value = (arg: DecisionTree): Tri => treeValue(ctx, arg, part, frame);
  switch (tree.op) {
    case 'condition':
      return definite(ctx, tree.condition.node, part, frame);
    case 'const':
      return tree.value;
    case 'not':
      return notOf(value(tree.arg));
    case 'and':
      return allOf(tree.args.map(value));
    default:
      return anyOf(tree.args.map(value));
  }
}

/** The way to a condition, from the outside in: which branches stand beside it, and how they must be for it to decide. */
export function beside(
  tree: DecisionTree,
  wanted: Condition,
): readonly { readonly branch: DecisionTree; readonly must: boolean }[] {
  if (tree.op === 'condition' || tree.op === 'const') return [];
  if (tree.op === 'not') return beside(tree.arg, wanted);
  const way = tree.args.find((arg) => contains(arg, wanted));
  if (!way) return [];
  const others = tree.args.filter((arg) => arg !== way && arg.op !== 'const');
  return [...others.map((branch) => ({ branch, must: tree.op === 'and' })), ...beside(way, wanted)];
}
