import { formatDate, formatTime, parseDate, parseTime } from '../calendar/date.ts';
import { nameKey } from '../check/canonical-name.ts';
import type { Constant, Type } from '../check/model.ts';
import type { Lookup } from './lookup.ts';
import { splitNumber } from './number-text.ts';
import { durationUnit, durationWord, moneyPlaces } from './unit-words.ts';

/** Numbers of a case stay below this, so that arithmetic on them is exact. */
export const NUMBER_LIMIT = 1e15;
export const DURATION_LIMIT = 1_000_000;
const LONGEST_LITERAL = 400;

/** What is wrong with a text that should be a value of a type. */
export type LiteralProblem =
  | { readonly problem: 'form' } // not written like such a value at all
  | { readonly problem: 'date' } // written like a date, but there is no such day
  | { readonly problem: 'unit' }
  | { readonly problem: 'range' }
  | { readonly problem: 'member' };
export type Literal = Exclude<Constant, { t: 'list' } | { t: 'ref' }>;

const YES = new Set(['是', 'true', 'yes']);
const NO = new Set(['否', 'false', 'no']);
const UNKNOWN = new Set(['未知', 'unknown']);
const NOT_YET = new Set(['未發生', 'not-yet', 'not yet']);
const NOTHING = new Set(['空', 'empty', 'none']);
export const LITERAL_WORDS: readonly string[] = [YES, NO, UNKNOWN, NOT_YET, NOTHING].flatMap((words) => [
  ...words,
]);

/** Half width, one script, outer blanks away, lower case: for words of the case format itself. */
export function word(text: string): string {
  return text.length > LONGEST_LITERAL ? text : nameKey(text.replaceAll('\u3000', ' ').trim()).toLowerCase();
}
/** No other character is ever taken for 未 or 空 (held by a test), so most values need not be brought into one script. */
export const isUnknownWord = (text: string): boolean => /[未uUｕＵ]/.test(text) && UNKNOWN.has(word(text));
export const isEmptyWord = (text: string): boolean =>
  /[空eEｅＥnNｎＮ]/.test(text) && NOTHING.has(word(text));

/** Reads one value of any type but lists and references. A set may be joined by 、. */
export function parseLiteral(text: string, type: Type, lookup: Lookup): Literal | LiteralProblem {
  if (type.t === 'text') return { t: 'text', v: text.normalize('NFC') };
  if (text.length > LONGEST_LITERAL && type.t !== 'set') return { problem: 'form' };
  switch (type.t) {
    case 'bool': {
      const w = word(text);
      return YES.has(w) ? { t: 'bool', v: true } : NO.has(w) ? { t: 'bool', v: false } : { problem: 'form' };
    }
    case 'number':
      return type.unit === '元' ? parseMoney(word(text)) : parseNumber(word(text), type.unit, lookup);
    case 'date': {
      const v = parseDate(word(text));
      return v === undefined ? dateProblem(word(text)) : { t: 'date', v };
    }
    case 'time': {
      const v = parseTime(word(text).toUpperCase());
      return v === undefined ? dateProblem(word(text), true) : { t: 'time', v };
    }
    case 'event': {
      const w = word(text);
      if (NOT_YET.has(w)) return { t: 'event', v: 'not-yet' };
      const v = parseDate(w);
      return v === undefined ? dateProblem(w) : { t: 'event', v };
    }
    case 'duration':
      return parseDuration(word(text), type);
    case 'enum': {
      const v = lookup.members(type.enum).find(text);
      return v === undefined ? { problem: 'member' } : { t: 'enum', v, enum: type.enum };
    }
    case 'set': {
      if (isEmptyWord(text)) return { t: 'set', v: [], of: type.of };
      const items = text.split(/[、,，]/).map((part) => parseLiteral(part.trim(), type.of, lookup));
      return setOf(items, type.of, lookup);
    }
    default:
      return { problem: 'form' };
  }
}

/** A set of elements that were read one by one; in order of declaration, each once. */
export function setOf(
  items: readonly (Literal | LiteralProblem)[],
  of: Type,
  lookup: Lookup,
): Literal | LiteralProblem {
  const texts = new Set<string>();
  for (const item of items) {
    if ('problem' in item) return item;
    texts.add(elementText(item));
  }
  if (of.t === 'enum') {
    return { t: 'set', v: lookup.members(of.enum).names.filter((name) => texts.has(name)), of };
  }
  return { t: 'set', v: [...texts].sort(), of };
}

function elementText(item: Literal): string {
  return item.t === 'enum' || item.t === 'text' ? item.v : literalText(item);
}

function parseNumber(text: string, unit: string, lookup: Lookup): Literal | LiteralProblem {
  const number = splitNumber(text);
  if (!number) return { problem: 'form' };
  if (number.rest !== '' && !isUnit(number.rest, unit, lookup)) return { problem: 'unit' };
  const v = Number(number.digits);
  return Math.abs(v) < NUMBER_LIMIT ? { t: 'number', v: v + 0, unit } : { problem: 'range' };
}

function isUnit(written: string, unit: string, lookup: Lookup): boolean {
  if (unit === '') return false;
  const wanted = lookup.key(unit);
  return lookup.key(written) === wanted || lookup.key(written.replace(/^個\s*/, '')) === wanted;
}

/** Held in 分, exactly: the decimal point is moved in the text, not in a binary fraction. */
function parseMoney(text: string): Literal | LiteralProblem {
  const number = splitNumber(text.replace(/^(?:人民幣|¥|rmb)\s*/, ''));
  if (!number || /e/i.test(number.digits)) return { problem: 'form' };
  const places = moneyPlaces(number.rest);
  if (places === undefined) return { problem: 'form' };
  const v = Number(`${number.digits}e${places}`);
  if (!(Math.abs(v) < NUMBER_LIMIT)) return { problem: 'range' };
  return Number.isInteger(v) ? { t: 'number', v: v + 0, unit: '元' } : { problem: 'form' };
}

function parseDuration(text: string, type: Extract<Type, { t: 'duration' }>): Literal | LiteralProblem {
  const number = splitNumber(text);
  if (!number) return { problem: 'form' };
  const unit = number.rest === '' ? type.unit : durationUnit(number.rest);
  if (unit === undefined) return { problem: number.rest === '' ? 'form' : 'unit' };
  if (type.unit !== undefined && unit !== type.unit) return { problem: 'unit' };
  const v = Number(number.digits);
  if (!(v < DURATION_LIMIT)) return { problem: 'range' };
  return Number.isInteger(v) && v >= 0 ? { t: 'duration', v: v + 0, unit } : { problem: 'form' };
}

function dateProblem(text: string, withTime = false): LiteralProblem {
  const m = /^(\d{4})-(\d{2})-(\d{2})(?:[t ](\d{2}):(\d{2})(?::00)?)?$/i.exec(text);
  return m && (m[4] !== undefined) === withTime ? { problem: 'date' } : { problem: 'form' };
}

/** The spelling in which a value is written into a file; `parseLiteral` reads it back. */
export function literalText(value: Literal): string {
  switch (value.t) {
    case 'bool':
      return value.v ? '是' : '否';
    case 'number':
      if (value.unit === '元') return `${moneyText(value.v)} 元`;
      return value.unit === '' ? String(value.v) : `${value.v} ${value.unit}`;
    case 'date':
      return formatDate(value.v);
    case 'time':
      return formatTime(value.v);
    case 'event':
      return value.v === 'not-yet' ? '未發生' : formatDate(value.v);
    case 'duration':
      return `${value.v} ${durationWord(value.unit)}`;
    case 'set':
      return value.v.length === 0 ? '空' : value.v.join('、');
    default:
      return value.v;
  }
}

function moneyText(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const cents = digits.slice(-2);
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}${cents === '00' ? '' : `.${cents}`}`;
}
