import type { Constant } from '../check/model.ts';
import type { DurationUnit } from '../syntax/ast.ts';
import { parseChineseNumeral } from '../text/citation-text.ts';

/** A number that is written with what it counts: 三個工作日, 5 年, 兩次. */
export interface Quantity {
  readonly written: string;
  readonly value: number;
  /** Of time; everything else that is counted has no unit of its own here. */
  readonly unit: DurationUnit | 'count';
  /** Of `written` in the words. */
  readonly offset: number;
}

const UNITS: readonly (readonly [string, DurationUnit | 'count'])[] = [
  ['個工作日|个工作日|工作日', 'workday'],
  ['個小時|个小时|小時|小时', 'hour'],
  ['分鐘|分钟', 'minute'],
  ['個星期|个星期|星期|週|周', 'week'],
  ['個月|个月', 'month'],
  ['年', 'year'],
  ['個自然日|自然日|日|天', 'day'],
  ['次|人|名|份|冊|册|件', 'count'],
];
const QUANTITY = new RegExp(
  `(?<![第年月\\p{N}零〇一二三四五六七八九十百千萬万])(\\p{N}+|[〇零一二兩两三四五六七八九十百千萬万]+)\\s*(${UNITS.map(([words]) => words).join('|')})(?![初終末度份])`,
  'gu',
);

/**
 * What a text says in numbers. Not taken for a quantity: parts of a date or of a citation (2026年, 5月1日, 第三次); one of a
 * thing or one day (一次, 這一天), which says «a» as often as «1»; and 兩次, which says «the two».
 */
export function quantitiesIn(text: string): readonly Quantity[] {
  return [...text.matchAll(QUANTITY)].flatMap((m) => {
    const [written, number = '', word = ''] = m;
    const value = parseChineseNumeral(number);
    const unit = UNITS.find(([words]) => words.split('|').includes(word))?.[1];
    if (value === undefined || unit === undefined) return [];
    if (unit === 'count' && (value < 2 || /^[兩两]/u.test(number))) return [];
    if ((unit === 'day' && value === 1 && /天$/u.test(word)) || (unit === 'year' && value > 1900)) return [];
    return [{ written, value, unit, offset: m.index }];
  });
}

/** Does the constant say that number? Twelve months are a year, seven days a week; working days are only themselves. */
export function says(constant: Constant, { value, unit }: Quantity): boolean {
  if (unit === 'count') return constant.t === 'number' && constant.v === value;
  if (constant.t !== 'duration') return constant.t === 'number' && constant.v === value;
  const [a, b] = [base(constant.v, constant.unit), base(value, unit)];
  return a.unit === b.unit && a.v === b.v;
}

function base(v: number, unit: DurationUnit): { readonly v: number; readonly unit: DurationUnit } {
  switch (unit) {
    case 'year':
      return { v: v * 12, unit: 'month' };
    case 'week':
      return { v: v * 7, unit: 'day' };
    case 'hour':
      return { v: v * 60, unit: 'minute' };
    default:
      return { v, unit };
  }
}
