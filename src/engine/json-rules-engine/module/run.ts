import type { Missing } from '../../../evaluate/verdict.ts';
import type { VerdictWord } from '../../../syntax/ast.ts';
import { invariant } from '../../../text/invariant.ts';
import type { Export, ProgramNorm, Slot, StockCondition, StockRule } from '../format.ts';
import { dueDay } from './due.ts';
import { missingOf } from './missing.ts';
import { operatorTable } from './operators.ts';
import type { ReadCase } from './read-case.ts';
import {
  type Book,
  exceptionHolds,
  type Frame,
  isKind,
  makeSession,
  type Session,
  slotValue,
} from './session.ts';

/** What is used of the stock package: its class `Engine`. */
export interface StockEngine {
  addOperator<A, B>(name: string, operator: (left: A, right: B) => boolean): void;
  addFact(id: string, value: () => unknown, options: { readonly cache: boolean }): unknown;
  on(event: string, handler: (params: never) => void): unknown;
  run(): Promise<unknown>;
}
export type StockEngineClass = new (rules: never[], options: object) => StockEngine;

export interface NormVerdict {
  readonly matter: string;
  readonly norm: string;
  readonly verdict: VerdictWord;
  /** 待定 or 衝突 that no missing fact can turn into a violation. */
  readonly harmless: boolean;
  readonly missing: readonly Missing[];
  /** For 待履行: the day it falls due, where there is one. */
  readonly due?: number;
  /** For 豁免: the places among the norm's exceptions of those that hold. */
  readonly exemptBy: readonly number[];
}
/** The rules of an export by what they find out, so that only those of a matter's kind are run for it. */
export interface RuleIndex {
  readonly byFact: ReadonlyMap<Slot, readonly StockRule[]>;
  readonly byNorm: ReadonlyMap<string, readonly StockRule[]>;
}

export function indexRules(rules: Export['rules']): RuleIndex {
  const byFact = new Map<Slot, StockRule[]>();
  const byNorm = new Map<string, StockRule[]>();
  const put = (map: Map<string, StockRule[]>, key: string, rule: StockRule) => {
    const list = map.get(key);
    if (list) list.push(rule);
    else map.set(key, [rule]);
  };
  for (const rule of rules)
    if (rule.event.type === 'known') put(byFact, rule.event.params.fact, rule);
    else put(byNorm, rule.event.params.norm, rule);
  return { byFact, byNorm };
}

/**
 * One case in one engine of its own: an engine that runs twice at a time drops rules. Facts are `0/n12`, the place of
 * the matter and the fact; each is there from the beginning, with the unknown as a value.
 */
export async function runCase(
  Engine: StockEngineClass,
  book: Book,
  index: RuleIndex,
  kase: ReadCase,
): Promise<readonly NormVerdict[]> {
  const session = makeSession(book, kase);
  const norms = session.frames.map((f) => book.program.norms.filter((n) => isKind(session, f, n.kinds)));
  const rules = session.frames.flatMap((frame, i) =>
    [
      ...[...frame.conditions].flatMap((slot) => index.byFact.get(slot) ?? []),
      ...(norms[i] ?? []).flatMap((norm) => index.byNorm.get(norm.name) ?? []),
    ].map((rule) => bound(rule, i)),
  );
  const verdicts = new Map<string, VerdictWord>();
  const harmless = new Set<string>();
  const engine = new Engine(rules as never[], { allowUndefinedFacts: false, pathResolver: ownPath });
  for (const [name, operator] of operatorTable(kase.asOf)) engine.addOperator(name, operator);
  for (const id of factsOf(rules)) {
    const [, at = '', slot = ''] = /^(\d+)\/(.*)$/s.exec(id) ?? [];
    const frame = session.frames[Number(at)];
    invariant(frame, `fact ${id}`);
    engine.addFact(id, () => slotValue(session, frame, slot), { cache: false });
  }
  engine.on('known', ({ at, fact, value }: { at: number; fact: Slot; value: boolean }) => {
    const values = session.frames[at]?.values;
    invariant(values && !values.has(fact), `${fact} is both true and false`);
    values.set(fact, value);
  });
  engine.on('verdict', ({ at, norm, verdict }: { at: number; norm: string; verdict: VerdictWord }) => {
    const key = `${at}/${norm}`;
    invariant(!verdicts.has(key), `two verdicts for ${norm}`);
    verdicts.set(key, verdict);
  });
  engine.on('harmless', ({ at, norm }: { at: number; norm: string }) => void harmless.add(`${at}/${norm}`));
  await engine.run();
  session.done = true;
  return session.frames.flatMap((frame, i) =>
    (norms[i] ?? []).map((norm) => {
      const key = `${i}/${norm.name}`;
      return normVerdict(session, norm, frame, verdicts.get(key), harmless.has(key));
    }),
  );
}

function normVerdict(
  s: Session,
  norm: ProgramNorm,
  frame: Frame,
  found: VerdictWord | undefined,
  harmless: boolean,
): NormVerdict {
  const base = { matter: frame.matter.id, norm: norm.name };
  if (found !== undefined) {
    const exemptBy =
      found === 'exempt'
        ? [...norm.exceptions.entries()].filter(([, e]) => exceptionHolds(s, e, frame)).map(([i]) => i)
        : [];
    const due = found === 'pending' ? dueDay(s, norm, frame) : undefined;
    return {
      ...base,
      verdict: found,
      harmless: false,
      missing: [],
      ...(due === undefined ? {} : { due }),
      exemptBy,
    };
  }
  const missing = missingOf(s, norm, frame);
  const conflict = missing.length > 0 && missing.every((m) => m.kind === 'conflict');
  return {
    ...base,
    verdict: conflict ? 'conflict' : 'undetermined',
    harmless: harmless || norm.modality === 'may',
    missing,
    exemptBy: [],
  };
}

/** A rule for the matter at this place of the case. */
function bound(rule: StockRule, at: number): object {
  const condition = (c: StockCondition): object => {
    if ('all' in c) return { all: c.all.map(condition) };
    if ('any' in c) return { any: c.any.map(condition) };
    const { value } = c;
    return {
      ...c,
      fact: `${at}/${c.fact}`,
      value: isFactValue(value) ? { fact: `${at}/${value.fact}` } : value,
    };
  };
  return {
    name: `${at}/${rule.name}`,
    priority: rule.priority,
    conditions: condition(rule.conditions),
    event: { type: rule.event.type, params: { ...rule.event.params, at } },
  };
}

const isFactValue = (value: unknown): value is { readonly fact: Slot } =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'fact');

function factsOf(rules: readonly object[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (c: StockCondition): void => {
    if ('all' in c) for (const one of c.all) visit(one);
    else if ('any' in c) for (const one of c.any) visit(one);
    else {
      found.add(c.fact);
      if (isFactValue(c.value)) found.add(c.value.fact);
    }
  };
  for (const rule of rules) visit((rule as StockRule).conditions);
  return found;
}

/** Rules of the export use no paths; one that a user adds reads own properties only, and no code is ever run. */
export function ownPath(value: object, path: string): unknown {
  return path
    .replace(/^\$\.?/, '')
    .split('.')
    .filter((segment) => segment !== '')
    .reduce<unknown>(
      (at, key) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? at[key as never] : undefined,
      value,
    );
}
