import { atom, type Formula } from './formula.ts';
import type { Random } from './random.ts';
import { COLOURS, FACTS, OFFICES } from './vocabulary.ts';

/** What a condition may speak of: the kind, and the definitions that stand before it. */
export interface Scope {
  readonly kind: '事' | '細事' | '件';
  readonly definitions: readonly DefinitionName[];
}
export type DefinitionType = 'bool' | 'days' | 'count' | 'colour' | 'colours' | 'event';
export interface DefinitionName {
  readonly name: string;
  readonly type: DefinitionType;
}

const RELATIONS = ['為', '不為', '超過', '少於', '不超過', '不少於'] as const;
const DAY_RELATIONS = ['為', '不為', '早於', '晚於', '不早於', '不遲於'] as const;

/** 2026-09-18 … 2026-10-16: working days, holidays and make-up days. */
export const dayText = (r: Random): string => {
  const n = r.below(29);
  const [month, day] = n < 13 ? ['09', 18 + n] : ['10', n - 12];
  return `2026-${month}-${String(day).padStart(2, '0')}`;
};
const countText = (r: Random): string => `${r.below(4)} 項`;
const coloursText = (r: Random): string =>
  `｛${(r.chance(0.2) ? ['暖色'] : nonEmpty(r, COLOURS)).join('、')}｝`;
function nonEmpty<T>(r: Random, all: readonly T[]): readonly T[] {
  const some = r.some(all);
  return some.length > 0 ? some : [r.pick(all)];
}
const defined = (scope: Scope, type: DefinitionType): readonly string[] =>
  scope.definitions.filter((d) => d.type === type).map((d) => d.name);

export function randomCondition(r: Random, scope: Scope, depth = 3): Formula {
  if (depth === 0 || r.chance(0.45)) return atom(condition(r, scope));
  if (r.chance(0.15)) return { op: '非', arg: randomCondition(r, scope, depth - 1) };
  const op = r.chance(0.5) ? '且' : '或';
  return {
    op,
    args: Array.from({ length: 2 + r.below(2) }, () => randomCondition(r, scope, depth - 1)),
  };
}

/** One condition of any sort. Of a 件 most is asked through its reference. */
function condition(r: Random, scope: Scope): string {
  if (scope.kind === '件')
    return r.weighed<string>([
      [2, () => '件是'],
      [2, () => `件日 ${r.pick(['已發生', '未發生'])}`],
      [2, () => `件日 ${r.pick(DAY_RELATIONS)} ${shifted(r, scope, dayText(r))}`],
      [2, () => `所屬 之 ${r.pick(FACTS.bool)}`],
      [1, () => `所屬 之 ${r.pick(FACTS.count)} ${r.pick(RELATIONS)} ${countText(r)}`],
      [2, () => `件日 ${r.pick(DAY_RELATIONS)} 所屬 之 ${r.pick([...FACTS.date, ...FACTS.event])}`],
      [1, () => `所屬 之 發一 ${r.pick(DAY_RELATIONS)} ${dayText(r)}`],
      ...(defined(scope, 'bool').length > 0
        ? [[2, () => `所屬 之 ${r.pick(defined(scope, 'bool'))}`] as const]
        : []),
    ]);
  const bools = [...FACTS.bool, ...defined(scope, 'bool'), ...(scope.kind === '細事' ? ['細是'] : [])];
  return r.weighed<string>([
    [5, () => r.pick(bools)],
    [5, () => `${day(r, scope)} ${r.pick(DAY_RELATIONS)} ${day(r, scope)}`],
    [2, () => `${r.pick(FACTS.event)} ${r.pick(['已發生', '未發生'])}`],
    [3, () => `${count(r, scope)} ${r.pick(RELATIONS)} ${count(r, scope)}`],
    [1, () => `名次 ${r.pick(RELATIONS)} ${r.pick(['1', '2', '名次 - 1', '名次 ÷ 2', '計數（訪一）'])}`],
    [2, () => `${money(r)} ${r.pick(RELATIONS)} ${money(r)}`],
    [
      2,
      () =>
        `${colour(r, scope)} ${r.pick(['為', '不為'])} ${r.chance(0.6) ? r.pick(COLOURS) : colour(r, scope)}`,
    ],
    [
      2,
      () =>
        `${colour(r, scope)} ${r.pick(['屬於', '不屬於'])} ${r.chance(0.3) ? '暖色' : r.some(COLOURS).join('、') || '黃'}`,
    ],
    [2, () => `${colours(r, scope)} ${r.pick(['包含於', '包含', '不相交', '相交'])} ${colours(r, scope)}`],
    [1, () => `${r.pick(FACTS.colours)} ${r.pick(['為空', '不為空'])}`],
    [1, () => `職一 ${r.pick(['為', '不為'])} ${r.pick(OFFICES)}`],
    [1, () => `${time(r)} ${r.pick(DAY_RELATIONS)} ${time(r)}`],
    [1, () => `文一 ${r.pick(['為', '不為'])} ${r.pick(['文二', '「甲」', '「乙 丙」'])}`],
    [1, () => `${days(r, scope)} ${r.pick(RELATIONS)} ${days(r, scope)}`],
    [1, () => `期一 ${r.pick(RELATIONS)} ${r.pick(['3 個月', '1 年', '10 日', '5 個工作日'])}`],
    [1, () => `${day(r, scope)} 介於 ${dayText(r)} 與 ${day(r, scope)}`],
    [1, () => `${r.pick(FACTS.date)} 在 ${r.pick(FACTS.event)} ${r.pick(['前', '後'])} ${span(r)} 內`],
    [1, () => `${day(r, scope)} ${r.pick(['同年於', '同季於', '同月於'])} ${r.pick(FACTS.date)}`],
    [
      1,
      () =>
        `${r.chance(0.5) ? '嚴格' : ''}依序（${nonEmpty(r, [...FACTS.date, ...FACTS.event])
          .concat('日二')
          .join('、')}）`,
    ],
    [2, () => `計數（訪一 其中 ${where(r)}） ${r.pick(RELATIONS)} ${r.below(3)}`],
    [1, () => `${r.pick(['有任一', '全部'])}（訪一 其中 ${where(r)}）`],
    [1, () => `合計（訪一 之 費用${maybe(r, () => ` 其中 ${where(r)}`)}） ${r.pick(RELATIONS)} ${money(r)}`],
    [
      1,
      () =>
        `${r.pick(['最大', '最小', '合計'])}（訪一 之 次序${maybe(r, () => ` 其中 ${where(r)}`)}） ${r.pick(RELATIONS)} ${count(r, scope)}`,
    ],
    [
      1,
      () =>
        `${r.pick(['最早', '最晚'])}（訪一 之 ${r.pick(['出發', '返回'])}${maybe(r, () => ` 其中 ${where(r)}`)}） ${r.pick(DAY_RELATIONS)} ${day(r, scope)}`,
    ],
    [1, () => `起算 ${r.pick(['為', '不為'])} ${r.pick(['自甲日', '自乙日'])}`],
    [1, () => `行為日期 ${r.pick(DAY_RELATIONS)} ${dayText(r)}`],
    [1, () => `相關 之 ${r.pick(FACTS.bool)}`],
    [1, () => `相關 之 ${r.pick([...FACTS.date, ...FACTS.event])} ${r.pick(DAY_RELATIONS)} ${day(r, scope)}`],
    ...(defined(scope, 'bool').length > 0
      ? [[1, () => `相關 之 ${r.pick(defined(scope, 'bool'))}`] as const]
      : []),
  ]);
}

const maybe = (r: Random, text: () => string): string => (r.chance(0.6) ? text() : '');

/** Conditions on a record; the facts of the matter may be meant as well. */
function where(r: Random): string {
  return r.weighed<string>([
    [2, () => '公務'],
    [2, () => `出發 ${r.pick(DAY_RELATIONS)} ${r.pick([dayText(r), '日一'])}`],
    [1, () => `返回 ${r.pick(DAY_RELATIONS)} ${dayText(r)}`],
    [1, () => `返回 ${r.pick(['已發生', '未發生'])}`],
    [1, () => `出發 在 日一 前 ${r.pick(['1 年', '2 年', '30 日'])} 內`],
    [1, () => `去處 屬於 ${r.pick(['暖色', '紅、綠'])}`],
    [1, () => `費用 超過 ${r.pick(['費一', '100 元'])}`],
    [1, () => `公務 且 次序 ${r.pick(RELATIONS)} ${countText(r)}`],
  ]);
}

function day(r: Random, scope: Scope): string {
  const base = r.weighed<string>([
    [4, () => r.pick(FACTS.date)],
    [4, () => r.pick(FACTS.event)],
    [2, () => dayText(r)],
    ...(defined(scope, 'event').length > 0 ? [[2, () => r.pick(defined(scope, 'event'))] as const] : []),
  ]);
  return r.chance(0.35) ? shifted(r, scope, base) : base;
}
const shifted = (r: Random, scope: Scope, base: string): string =>
  `${base} ${r.pick(['後', '前'])} ${scope.kind !== '件' && r.chance(0.3) ? days(r, scope) : span(r)}`;

const span = (r: Random): string =>
  r.weighed<string>([
    [3, () => `${r.below(5)} 日`],
    [3, () => `${r.below(6)} 個工作日`],
    [1, () => `${1 + r.below(2)} 個月`],
    [1, () => `${1 + r.below(2)} 週`],
    [1, () => '1 年'],
    [1, () => '未定限期'],
  ]);

const days = (r: Random, scope: Scope): string =>
  r.pick([...FACTS.days, ...defined(scope, 'days'), `${r.below(4)} 日`, '天一 + 1 日']);

function count(r: Random, scope: Scope): string {
  return r.weighed<string>([
    [4, () => r.pick(FACTS.count)],
    [3, () => countText(r)],
    [1, () => '未定數'],
    [1, () => `${r.pick(FACTS.count)} ${r.pick(['+', '-'])} ${r.pick(FACTS.count)}`],
    [1, () => `${r.pick(FACTS.count)} × 2`],
    [1, () => `${r.pick(FACTS.count)} ÷ 2`],
    ...(defined(scope, 'count').length > 0 ? [[2, () => r.pick(defined(scope, 'count'))] as const] : []),
  ]);
}
const money = (r: Random): string =>
  r.weighed<string>([
    [4, () => r.pick(FACTS.money)],
    [3, () => r.pick(['100 元', '0.5 萬元', '99.99 元'])],
    [1, () => '費一 + 費二'],
    [1, () => '費一 × 名次'],
  ]);
const colour = (r: Random, scope: Scope): string => r.pick([...FACTS.colour, ...defined(scope, 'colour')]);
const colours = (r: Random, scope: Scope): string =>
  r.chance(0.35) ? coloursText(r) : r.pick([...FACTS.colours, ...defined(scope, 'colours')]);
const time = (r: Random): string =>
  r.weighed<string>([
    [3, () => r.pick(FACTS.time)],
    [1, () => '2026-09-28T09:00'],
    [
      1,
      () =>
        `${r.pick(FACTS.time)} ${r.pick(['前', '後'])} ${r.pick(['2 小時', '30 分鐘', '1 日', '1 個月'])}`,
    ],
  ]);
