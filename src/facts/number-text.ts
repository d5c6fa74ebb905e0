/** A number and what stands after it, both as written. The number is in ASCII digits and may have an exponent. */
export interface NumberText {
  readonly digits: string;
  readonly rest: string;
}

const ARABIC = /^([+-]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:e[+-]?\d{1,3}(?![A-Za-z\d]))?)\s*(.*)$/i;
const CHINESE = /^([零〇一二兩三四五六七八九十百千萬億]+)\s*(.*)$/;

/** `1,200 元`, `12.5萬元`, `三個工作日`; the text is already half width and in traditional script. */
export function splitNumber(text: string): NumberText | undefined {
  const arabic = ARABIC.exec(text);
  if (arabic) return { digits: (arabic[1] ?? '').replaceAll(',', ''), rest: (arabic[2] ?? '').trim() };
  const chinese = CHINESE.exec(text);
  if (!chinese) return undefined;
  const value = chineseNumber(chinese[1] ?? '');
  return value === undefined ? undefined : { digits: String(value), rest: (chinese[2] ?? '').trim() };
}

const DIGITS = '零一二三四五六七八九';
const STEPS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** 三百零五 → 305, 二十萬 → 200000, 二〇二六 → 2026; undefined where the order of the signs makes no number. */
export function chineseNumber(text: string): number | undefined {
  const word = text.replaceAll('〇', '零').replaceAll('兩', '二');
  if (/^[零一二三四五六七八九]{2,}$/.test(word))
    return Number([...word].map((c) => DIGITS.indexOf(c)).join(''));
  let rest = word;
  let total = 0;
  for (const [sign, unit] of [
    ['億', 1e8],
    ['萬', 1e4],
  ] as const) {
    const at = rest.indexOf(sign);
    if (at < 0) continue;
    const part = belowTenThousand(rest.slice(0, at));
    if (!part) return undefined;
    total += part * unit;
    rest = rest.slice(at + 1);
    if (rest === '') return total;
  }
  const last = belowTenThousand(rest);
  return last === undefined ? undefined : total + last;
}

function belowTenThousand(text: string): number | undefined {
  if (text === '零') return 0;
  let total = 0;
  let previous = 10_000;
  let digit: number | undefined;
  for (const c of text) {
    const step = STEPS.get(c);
    if (step === undefined) {
      const d = DIGITS.indexOf(c);
      if (d < 0 || (digit !== undefined && digit !== 0)) return undefined;
      digit = d;
    } else {
      if (step >= previous || digit === 0) return undefined;
      if (digit === undefined && step !== 10) return undefined;
      total += (digit ?? 1) * step;
      previous = step;
      digit = undefined;
    }
  }
  return text === '' ? undefined : total + (digit ?? 0);
}
