import type { RuleOwner } from '../analyse/reach.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import type { Model } from '../check/model.ts';
import type { Bilingual } from '../diagnostics/diagnostic.ts';
import type { Verdict } from '../evaluate/verdict.ts';
import { VERDICT_WORDS } from '../evaluate/verdict-words.ts';
import type { Plan } from '../plan/plan.ts';
import type { Span } from '../text/span.ts';
import { allDecisions, decisionsOf, type Instrumented } from './decisions.ts';
import {
  conditionMissing,
  conditionText,
  exceptionMissing,
  normMissing,
  readingMissing,
  rowMissing,
} from './missing-example.ts';
import {
  type CountedTest,
  exceptionKey,
  type Observations,
  observe,
  otherwiseKey,
  readingKey,
} from './observe.ts';

export const MEASURES = ['norm', 'condition', 'row', 'exception', 'reading'] as const;
export type Measure = (typeof MEASURES)[number];

/** One thing that examples ought to try, and whether they did. */
export interface CoverageItem {
  readonly measure: Measure;
  /** The norm, definition or reading that it belongs to. */
  readonly owner: string;
  readonly text: Bilingual;
  readonly span: Span;
  readonly covered: boolean;
  /** What was seen of it: verdicts; `true`, `false`, `decides-true`, `decides-false`; `fired`, `not-fired`. */
  readonly seen: readonly string[];
  /** The examples that are missing, a sentence each; none where it is covered. */
  readonly missing: readonly Bilingual[];
}
/** One example that is missing: when a test would cover it, and whose parts it is about. */
export interface Gap {
  readonly item: CoverageItem;
  readonly sentence: Bilingual;
  readonly owner: RuleOwner;
  readonly filledBy: (seen: Observations) => boolean;
}
export interface CoverageCount {
  readonly covered: number;
  readonly all: number;
}
export interface CoverageReport {
  /** In the order of files and places. */
  readonly items: readonly CoverageItem[];
  readonly totals: Readonly<Record<Measure, CoverageCount>>;
  /** In the order of `items`; of a reading none, for an example of it is about no one rule. */
  readonly gaps: readonly Gap[];
  readonly instrumented: Instrumented;
}

/** What the tests of a rulebook have tried of it (README.md says when an item is covered). */
export function coverageOf(
  model: Model,
  plan: Plan,
  tests: readonly CountedTest[],
  calendar: WorkCalendar,
): CoverageReport {
  const instrumented = decisionsOf(model, plan);
  const seen = observe(instrumented, tests, calendar);
  const found = [
    ...normItems(model, seen),
    ...conditionItems(instrumented, seen),
    ...rowItems(model, seen),
    ...exceptionItems(model, plan, seen),
    ...readingItems(model, seen),
  ].sort(({ item: { span: a } }, { item: { span: b } }) =>
    a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1,
  );
  const items = found.map((f) => f.item);
  const gaps = found.flatMap(({ item, owner, fills }) =>
    owner
      ? item.missing.flatMap((sentence, i) => {
          const filledBy = fills[i];
          return filledBy ? [{ item, sentence, owner, filledBy }] : [];
        })
      : [],
  );
  return { items, totals: countsOf(items), gaps, instrumented };
}

export function countsOf(items: readonly CoverageItem[]): CoverageReport['totals'] {
  const count = (measure: Measure): CoverageCount => {
    const own = items.filter((i) => i.measure === measure);
    return { covered: own.filter((i) => i.covered).length, all: own.length };
  };
  return {
    norm: count('norm'),
    condition: count('condition'),
    row: count('row'),
    exception: count('exception'),
    reading: count('reading'),
  };
}

/** An item, and for each example that it misses what would be seen with it. */
interface Found {
  readonly item: CoverageItem;
  readonly owner?: RuleOwner;
  readonly fills: readonly ((seen: Observations) => boolean)[];
}

/** The verdicts that say what a norm asks of a matter. */
const TELLING: readonly Verdict[] = ['compliant', 'violated', 'exempt', 'deviation', 'pending'];

function normItems(model: Model, { verdicts }: Observations): readonly Found[] {
  return Object.values(model.norms).map((norm) => {
    const found = (Object.keys(VERDICT_WORDS) as Verdict[]).filter((v) => verdicts.get(norm.name)?.has(v));
    const covered = found.some((v) => TELLING.includes(v));
    const item: CoverageItem = {
      measure: 'norm',
      owner: norm.name,
      text: { zh: norm.name, en: norm.name },
      span: norm.span,
      covered,
      seen: found,
      missing: covered ? [] : [normMissing(norm, found)],
    };
    const tells = (seen: Observations): boolean =>
      TELLING.some((verdict) => seen.verdicts.get(norm.name)?.has(verdict));
    return { item, owner: { kind: 'norm', name: norm.name }, fills: covered ? [] : [tells] };
  });
}

function conditionItems(instrumented: Instrumented, { conditions }: Observations): readonly Found[] {
  return allDecisions(instrumented).flatMap((decision) =>
    decision.conditions.map((condition): Found => {
      const found = conditions.get(condition);
      const halves = [true, false].filter((value) => !(value ? found?.decidesTrue : found?.decidesFalse));
      const item: CoverageItem = {
        measure: 'condition',
        owner: decision.owner.name,
        text: conditionText(instrumented.plan, condition),
        span: condition.span,
        covered: halves.length === 0,
        seen: [
          ...(found?.true ? ['true'] : []),
          ...(found?.false ? ['false'] : []),
          ...(found?.decidesTrue ? ['decides-true'] : []),
          ...(found?.decidesFalse ? ['decides-false'] : []),
        ],
        missing: halves.map((value) =>
          conditionMissing(
            instrumented.plan,
            decision,
            condition,
            value,
            (value ? found?.true : found?.false) ?? false,
          ),
        ),
      };
      const fills = halves.map((value) => (seen: Observations): boolean => {
        const one = seen.conditions.get(condition);
        return (value ? one?.decidesTrue : one?.decidesFalse) ?? false;
      });
      return { item, owner: decision.owner, fills };
    }),
  );
}

function rowItems(model: Model, { rows }: Observations): readonly Found[] {
  const item = (owner: string, key: string, text: Bilingual, span: Span): Found => {
    const covered = rows.has(key);
    return {
      item: {
        measure: 'row',
        owner,
        text,
        span,
        covered,
        seen: [],
        missing: covered ? [] : [rowMissing(owner, text)],
      },
      owner: { kind: 'definition', name: owner },
      fills: covered ? [] : [(seen) => seen.rows.has(key)],
    };
  };
  return Object.values(model.definitions).flatMap((d) => {
    const nth = (i: number): Bilingual => ({ zh: `第 ${i + 1} 列`, en: `row ${i + 1}` });
    const own = d.rows.map((row, i) => item(d.name, row.id, nth(i), row.span));
    // 即 has no rows to choose from
    if (!d.otherwise || d.rows.length === 0) return own;
    return [...own, item(d.name, otherwiseKey(d.name), { zh: '否則', en: 'otherwise' }, d.otherwise.span)];
  });
}

function exceptionItems(model: Model, plan: Plan, { exceptions }: Observations): readonly Found[] {
  const item = (owner: RuleOwner, key: string, text: Bilingual, span: Span): Found => {
    const { fired, notFired } = exceptions.get(key) ?? { fired: false, notFired: false };
    const halves = [...(fired ? [] : [true]), ...(notFired ? [] : [false])];
    return {
      item: {
        measure: 'exception',
        owner: owner.name,
        text,
        span,
        covered: fired && notFired,
        seen: [...(fired ? ['fired'] : []), ...(notFired ? ['not-fired'] : [])],
        missing: halves.map((half) => exceptionMissing(owner.name, text, half)),
      },
      owner,
      fills: halves.map((half) => (seen: Observations): boolean => {
        const one = seen.exceptions.get(key);
        return (half ? one?.fired : one?.notFired) ?? false;
      }),
    };
  };
  const ofNorms = plan.norms.flatMap((norm) =>
    norm.exceptions.map(({ source, span }, i) =>
      item(
        { kind: 'norm', name: norm.name },
        exceptionKey(norm.name, i),
        source.kind === 'unless'
          ? { zh: '除非', en: 'unless' }
          : { zh: `例外規則「${source.norm}」`, en: `exception norm "${source.norm}"` },
        span,
      ),
    ),
  );
  const ofDefinitions = Object.values(model.definitions).flatMap((d) =>
    d.rows
      .filter((row) => row.exception)
      .map((row) =>
        item({ kind: 'definition', name: d.name }, row.id, { zh: '例外 若', en: 'except when' }, row.span),
      ),
  );
  return [...ofNorms, ...ofDefinitions];
}

function readingItems(model: Model, { readings }: Observations): readonly Found[] {
  return Object.values(model.readings).flatMap((reading) =>
    reading.options.map((option) => {
      const covered = readings.has(readingKey(reading.name, option.name));
      const item: CoverageItem = {
        measure: 'reading',
        owner: reading.name,
        text: { zh: option.name, en: option.name },
        span: option.span,
        covered,
        seen: [],
        missing: covered ? [] : [readingMissing(reading.name, option.name)],
      };
      return { item, fills: [] };
    }),
  );
}
