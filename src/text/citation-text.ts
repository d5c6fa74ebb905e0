import type { Citation } from './citation.ts';

const DIGITS = '零一二三四五六七八九';
const VALUES: ReadonlyMap<string, number> = new Map([
  ...[...DIGITS].map((c, i) => [c, i] as const),
  ['〇', 0],
  ['兩', 2],
  ['两', 2],
]);
const SMALL: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const LARGE: ReadonlyMap<string, number> = new Map([
  ['萬', 1e4],
  ['万', 1e4],
  ['億', 1e8],
  ['亿', 1e8],
]);

/** 47 → 四十七; for whole numbers from 0 to 9999, others as digits. */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 9999) return String(n);
  if (n === 0) return '零';
  let out = '';
  let rest = n;
  let skipped = false;
  for (const [unit, size] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
    ['', 1],
  ] as const) {
    const digit = Math.floor(rest / size);
    rest %= size;
    if (digit === 0) {
      skipped = out !== '';
      continue;
    }
    if (skipped) out += '零';
    skipped = false;
    // 十二, not 一十二, where the number begins with it.
    out += digit === 1 && size === 10 && out === '' ? unit : `${DIGITS.charAt(digit)}${unit}`;
  }
  return out;
}

/** Reads 四十七, 一百零二, 二〇二四, 五萬 and ASCII or full-width digits (with a decimal point). */
export function parseChineseNumeral(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  if (/^[0-9]+(?:\.[0-9]+)?$/.test(plain)) return Number(plain);
  const chars = [...plain];
  if (chars.length === 0) return undefined;
  if (chars.length > 1 && chars.every((c) => VALUES.has(c))) {
    return Number(chars.map((c) => VALUES.get(c)).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let smallest = Number.POSITIVE_INFINITY;
  let largest = 0;
  // The unit a digit follows directly: 一百一 is 110 in speech and 101 by its letters, so it is refused.
  let before = 1;
  for (const c of chars) {
    const value = VALUES.get(c);
    const small = SMALL.get(c);
    const large = LARGE.get(c);
    if (value === 0) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = 0;
      before = 1;
    } else if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (small !== undefined) {
      if (small >= smallest) return undefined;
      section += (digit || 1) * small;
      digit = undefined;
      smallest = small;
      before = small;
    } else if (large !== undefined) {
      const part = section + (digit ?? 0);
      if (part === 0 && (total === 0 || large <= largest)) return undefined;
      // 三萬億 multiplies, 三億二千萬 adds.
      total = large > largest ? (total + part) * large : total + part * large;
      largest = large;
      section = 0;
      digit = undefined;
      smallest = Number.POSITIVE_INFINITY;
      before = large;
    } else return undefined;
  }
  if (digit !== undefined && digit > 0 && before > 10) return undefined;
  return total + section + (digit ?? 0);
}

const NUM = '([0-9]+|[〇零一二兩两三四五六七八九十百千]+)';
const CHINESE = new RegExp(
  `^(?:第${NUM}[條条](?:之${NUM})?)?(?:第${NUM}款)?(?:第\\(?${NUM}\\)?[項项])?(?:第${NUM}句)?$`,
);
const ENGLISH =
  /^(?:(?:article|art\.) *([0-9]+)(?:-([0-9]+))? *)?(?:(?:paragraph|para\.) *([0-9]+) *)?(?:item *\(?([0-9]+)\)? *)?(?:(?:sentence|s\.) *([0-9]+))?$/i;

/**
 * Reads 第四十七條第二款第一句, 第10條之一, 第五十四條第（一）項, 第（一）項, art. 47 para. 2 s. 1.
 * A citation without article is relative: its `article` is 0. Numbers below 1 are no citation.
 */
export function parseCitation(text: string): Citation | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u3000]+/g, ' ')
    .trim();
  const found = CHINESE.exec(plain.replaceAll(' ', '')) ?? ENGLISH.exec(plain);
  if (!found) return undefined;
  const parts = found.slice(1, 6).map((part) => (part === undefined ? undefined : parseChineseNumeral(part)));
  if (parts.every((part) => part === undefined) || parts.some((part) => part !== undefined && part < 1)) {
    return undefined;
  }
  const [article, branch, paragraph, item, sentence] = parts;
  return {
    article: article ?? 0,
    ...(branch === undefined ? {} : { branch }),
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
    ...(sentence === undefined ? {} : { sentence }),
  };
}

/** 第四十七條第二款第一句 or `art. 47 para. 2 s. 1`; parts that are left out are left out. */
export function formatCitation(c: Citation, language: 'zh' | 'en'): string {
  if (language === 'en') {
    return [
      c.article > 0 ? `art. ${c.article}${c.branch === undefined ? '' : `-${c.branch}`}` : '',
      c.paragraph === undefined ? '' : `para. ${c.paragraph}`,
      c.item === undefined ? '' : `item ${c.item}`,
      c.sentence === undefined ? '' : `s. ${c.sentence}`,
    ]
      .filter((part) => part !== '')
      .join(' ');
  }
  const n = chineseNumeral;
  return [
    c.article > 0 ? `第${n(c.article)}條${c.branch === undefined ? '' : `之${n(c.branch)}`}` : '',
    c.paragraph === undefined ? '' : `第${n(c.paragraph)}款`,
    c.item === undefined ? '' : `第（${n(c.item)}）項`,
    c.sentence === undefined ? '' : `第${n(c.sentence)}句`,
  ].join('');
}

/** A stable key; equal places have equal keys: an item without paragraph stands in paragraph 1. */
export function citationKey(c: Citation): string {
  const paragraph = c.paragraph ?? (c.item === undefined ? undefined : 1);
  const part = (letter: string, n: number | undefined) => (n === undefined ? '' : `${letter}${n}`);
  return `a${c.article}${part('-', c.branch)}${part('p', paragraph)}${part('i', c.item)}${part('s', c.sentence)}`;
}

/** 第三款 after 第四十七條第二款 is 第四十七條第三款: what is left out is taken from the citation before it. */
export function resolveCitation(relative: Citation, base: Citation): Citation {
  if (relative.article !== 0) return relative;
  const whole: Citation = {
    article: base.article,
    ...(base.branch === undefined ? {} : { branch: base.branch }),
  };
  if (relative.paragraph !== undefined) return { ...relative, ...whole };
  const paragraph = base.paragraph === undefined ? {} : { paragraph: base.paragraph };
  if (relative.item !== undefined) return { ...relative, ...whole, ...paragraph };
  return { ...relative, ...whole, ...paragraph, ...(base.item === undefined ? {} : { item: base.item }) };
}
