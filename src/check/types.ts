import type { DurationUnit } from '../syntax/ast.ts';
import { assertNever } from '../text/invariant.ts';
import type { Type } from './model.ts';

export const BOOL: Type = { t: 'bool' };
export const DATE: Type = { t: 'date' };

export const DURATION_NAMES: Readonly<Record<DurationUnit, string>> = {
  year: '年',
  month: '月',
  week: '週',
  day: '日',
  workday: '工作日',
  hour: '小時',
  minute: '分鐘',
};

/** The type as the drafter writes it. */
export function typeName(type: Type): string {
  switch (type.t) {
    case 'bool':
      return '是非';
    case 'number':
      return type.unit === '元' ? '金額' : type.unit === '' ? '數' : `數 ${type.unit}`;
    case 'date':
      return '日期';
    case 'time':
      return '時刻';
    case 'event':
      return '事件';
    case 'text':
      return '文字';
    case 'duration':
      return type.unit === undefined ? '期間' : `${DURATION_NAMES[type.unit]}數`;
    case 'enum':
      return type.enum;
    case 'set':
      return `集合 ${typeName(type.of)}`;
    case 'list':
      return `列表 ${type.record}`;
    case 'ref':
      return `指向 ${type.kind}`;
    default:
      return assertNever(type);
  }
}

export function unitName(type: Type): string {
  if (type.t === 'duration') return type.unit === undefined ? '期間' : DURATION_NAMES[type.unit];
  return type.t === 'number' && type.unit !== '' ? type.unit : '無單位';
}

/** Exactly equal types. */
export function sameType(a: Type, b: Type): boolean {
  return typeName(a) === typeName(b) && a.t === b.t;
}

export function isDay(type: Type): boolean {
  return type.t === 'date' || type.t === 'event';
}

const UNIT_WORDS: ReadonlyMap<string, DurationUnit> = new Map(
  (
    [
      ['year', '年 周年 週年 year years y'],
      ['month', '月 month months'],
      ['week', '週 周 星期 禮拜 礼拜 week weeks'],
      ['day', '日 天 自然日 曆日 日曆日 day days calendar-day calendar-days'],
      ['workday', '工作日 workday workdays working-day working-days business-day business-days'],
      ['hour', '小時 小时 鐘頭 hour hours h'],
      ['minute', '分鐘 分钟 minute minutes min'],
    ] as const
  ).flatMap(([unit, words]) => words.split(' ').map((word) => [word, unit] as const)),
);
const MONEY_WORDS: ReadonlyMap<string, number> = new Map([
  ['元', 1],
  ['yuan', 1],
  ['千元', 1e3],
  ['萬元', 1e4],
  ['万元', 1e4],
  ['億元', 1e8],
  ['亿元', 1e8],
]);

function bare(word: string): string {
  const text = word.normalize('NFKC').toLowerCase();
  return text.length > 1 ? text.replace(/^[個个]/, '') : text;
}

export function durationUnit(word: string): DurationUnit | undefined {
  return UNIT_WORDS.get(bare(word));
}

/** How many 元 one of the word is. */
export function moneyFactor(word: string): number | undefined {
  return MONEY_WORDS.get(bare(word));
}
