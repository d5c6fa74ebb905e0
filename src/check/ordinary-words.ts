import type { Extra } from '../diagnostics/report.ts';
import type { Expr } from '../syntax/ast.ts';
import { parseChineseNumeral } from '../text/citation-text.ts';
import type { Span } from '../text/span.ts';
import type { TExpr, Type } from './model.ts';
import { nearest } from './suggest.ts';
import { DURATION_NAMES, durationUnit } from './types.ts';

/** What people call a type who know it from elsewhere → the word of the language. */
const TYPE_MEANT: ReadonlyMap<string, string> = new Map(
  (
    [
      ['是非', '布林 布爾 布林值 布爾值 真假 是否 有無 boolean bool'],
      ['數', '整數 數字 數值 數量 自然數 小數 個數 數目 number integer int'],
      ['金額', '錢 價格 價款 款項 款額 amount'],
      ['日期', '年月日 日子 date'],
      ['時刻', '時間 鐘點 datetime'],
      ['事件', '發生日期 event'],
      ['文字', '字串 字符串 文本 字符 string text'],
      ['期間', '時長 時段 duration'],
    ] as const
  ).flatMap(([type, words]) => words.split(' ').map((word) => [word, type] as const)),
);
/** 整數 → 數 */
export const typeMeant = (word: string): string | undefined => TYPE_MEANT.get(word.toLowerCase());

/** Time as people write it, which is no unit of the language. */
const TIME_WORDS = ['工作天', '工作日', '上班日', '自然日', '小時', '分鐘', '個月', '星期', '年', '日', '天'];
const UNIT_MEANT: ReadonlyMap<string, string> = new Map([
  ['工作天', '工作日'],
  ['上班日', '工作日'],
  ['萬', '萬元'],
  ['千', '千元'],
  ['億', '億元'],
  ['塊', '元'],
  ['圓', '元'],
]);
const NUMERAL_AND_WORD = /^([一二兩两三四五六七八九十百千零〇]+)[個个]?(.+)$/u;

/** 三個工作天 → 「3 個工作日」: a length of time written as one word that the language does not know. */
export function timeMeant(word: string, span: Span): Extra | undefined {
  const [, numeral = '', rest = ''] = NUMERAL_AND_WORD.exec(word) ?? [];
  const value = numeral === '' ? undefined : parseChineseNumeral(numeral);
  if (value === undefined) return undefined;
  const unit = unitMeant(rest);
  return unit === undefined ? undefined : changeTo(span, `${value} ${counted(unit)}`);
}

/** 工作天 → 工作日; 禮拜內 → 禮拜; 萬 → 萬元 */
export function unitMeant(word: string): string | undefined {
  if (durationUnit(word) !== undefined) return word;
  const whole = word.replace(/(?:之|以)?[內内]$/, '');
  if (whole !== word && durationUnit(whole) !== undefined) return whole;
  const near = UNIT_MEANT.get(word.replace(/^[個个]/, '')) ?? nearest(word, TIME_WORDS);
  return near === undefined ? undefined : (UNIT_MEANT.get(near) ?? near);
}
const counted = (unit: string): string => (/^(工作日|月|小時)$/.test(unit) ? `個${unit}` : unit);

/** 2026年9月28日 reads as a number and the unit 年9月28日: the date as the language writes it. */
export function dateMeant(value: number, unit: string, span: Span): Extra | undefined {
  const [, month, day] = /^年(\d{1,2})月(\d{1,2})[日號号]?$/.exec(unit.normalize('NFKC')) ?? [];
  if (month === undefined || day === undefined || value < 1000 || value > 9999) return undefined;
  return changeTo(span, `${value}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** 「種類 為 甲 或 乙」 says of 乙 alone nothing: what is meant is 「種類 屬於 甲、乙」. */
export function alternativeMeant(before: Expr, expr: Expr): Extra | undefined {
  if (before.kind !== 'compare' || before.relation !== 'eq' || expr.kind !== 'nameExpr') return undefined;
  const { left, right } = before;
  if (left.kind !== 'nameExpr' || right.kind !== 'nameExpr') return undefined;
  const span = { ...expr.span, start: before.span.start };
  return changeTo(span, `${left.name.text} 屬於 ${right.name.text}、${expr.name.text}`);
}

/** 2026/9/28 is a number divided by numbers; where a day is wanted, it is that day. A number without its unit wants one. */
export function valueMeant(e: TExpr, expected: Type): Extra | undefined {
  if (e.op === 'arith' && (expected.t === 'date' || expected.t === 'event')) {
    const numbers = divided(e);
    const [year, month, day, ...more] = numbers ?? [];
    if (year === undefined || month === undefined || day === undefined || more.length > 0) return undefined;
    return dateMeant(year, `年${month}月${day}`, e.span);
  }
  const bare = e.op === 'const' && e.value.t === 'number' && e.value.unit === '' ? e.value.v : undefined;
  const wanted = unitOf(expected);
  return bare === undefined || wanted === '' ? undefined : changeTo(e.span, `${bare} ${wanted}`);
}

function unitOf(type: Type): string {
  if (type.t === 'number') return type.unit;
  return type.t === 'duration' && type.unit !== undefined ? counted(DURATION_NAMES[type.unit]) : '';
}

function divided(e: TExpr): readonly number[] | undefined {
  if (e.op === 'const') return e.value.t === 'number' && e.value.unit === '' ? [e.value.v] : undefined;
  if (e.op !== 'arith' || e.fn !== 'div') return undefined;
  const [left, right] = [divided(e.left), divided(e.right)];
  return left && right && [...left, ...right];
}

/** What to write instead, offered as a fix that a person looks at. */
export function changeTo(span: Span, text: string): Extra {
  return {
    hint: { zh: `寫作「${text}」。`, en: `Write "${text}".` },
    fix: {
      title: { zh: `改為「${text}」`, en: `Change to "${text}"` },
      edits: [{ span, text }],
      guess: true,
    },
  };
}
