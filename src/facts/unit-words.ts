import { nameKey } from '../check/canonical-name.ts';
import type { DurationUnit } from '../syntax/ast.ts';

/** Spellings of units of time; the first is the one in which values are shown. */
export const DURATION_WORDS = {
  year: ['年', 'year', 'years'],
  month: ['個月', '月', 'month', 'months'],
  week: ['週', '周', '星期', '禮拜', 'week', 'weeks'],
  day: ['日', '天', '自然日', '日曆日', 'day', 'days'],
  workday: ['個工作日', '工作日', 'workday', 'workdays', 'working day', 'working days'],
  hour: ['小時', '鐘頭', 'hour', 'hours'],
  minute: ['分鐘', 'minute', 'minutes'],
} as const satisfies Record<DurationUnit, readonly string[]>;

/** Units of money and by how many decimal places they exceed 分. */
export const MONEY_WORDS = { 元: 2, 萬元: 6, 億元: 10 } as const;

let durations: ReadonlyMap<string, DurationUnit> | undefined;
let money: ReadonlyMap<string, number> | undefined;

/** `個` before a unit says nothing: 3 個工作日 = 3 工作日. */
export function durationUnit(word: string): DurationUnit | undefined {
  durations ??= new Map(
    durationUnits().flatMap((unit) => DURATION_WORDS[unit].map((w) => [nameKey(w), unit] as const)),
  );
  const key = nameKey(word).toLowerCase();
  return durations.get(key) ?? (key.startsWith('個') ? durations.get(key.slice(1).trim()) : undefined);
}

export function moneyPlaces(word: string): number | undefined {
  money ??= new Map(Object.entries(MONEY_WORDS).map(([w, places]) => [nameKey(w), places]));
  return money.get(nameKey(word).replace(/^人民幣|圓$/g, (m) => (m === '圓' ? '元' : '')));
}

export function durationWord(unit: DurationUnit): string {
  return DURATION_WORDS[unit][0];
}

export function durationUnits(): readonly DurationUnit[] {
  return ['year', 'month', 'week', 'day', 'workday', 'hour', 'minute'];
}
