export type LookAlikeSort = 'invisible' | 'direction' | 'blank' | 'variant' | 'foreign' | 'private';

/** A run of characters of one sort, `[start, end)` in UTF-16 units. */
export interface LookAlike {
  readonly start: number;
  readonly end: number;
  readonly sort: LookAlikeSort;
  /** `U+200B` and so on, each once. */
  readonly codepoints: string;
  /** What was most likely meant; absent where nobody can know. */
  readonly better?: string;
}

const SORTS: readonly (readonly [LookAlikeSort, string])[] = [
  // explicit embeddings, overrides and isolates, and the marks (UAX #9)
  ['direction', '\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069'],
  // default ignorable characters (UAX #44), controls, line separators, fillers of Hangul
  [
    'invisible',
    '\\u0000-\\u0008\\u000B\\u000E-\\u001F\\u007F-\\u009F\\u00AD\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200D\\u2028\\u2029\\u2060-\\u2065\\u206A-\\u206F\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF9-\\uFFFB\\u{E0000}-\\u{E0FFF}',
  ],
  ['blank', '\\u1680\\u2000-\\u200A\\u202F\\u205F'],
  // radicals, compatibility ideographs, small and half-width forms: NFKC names the common character
  [
    'variant',
    '\\u2E9F\\u2EF3\\u2F00-\\u2FD5\\uF900-\\uFAFF\\u{2F800}-\\u{2FA1F}\\uFE50-\\uFE6F\\uFF61\\uFF64',
  ],
  ['private', '\\uE000-\\uF8FF\\u{F0000}-\\u{10FFFD}'],
];
const ANY = new RegExp(SORTS.map(([, set], i) => `(?<s${i}>[${set}]+)`).join('|'), 'gu');

/** Letters of Cyrillic and Greek that look like Latin ones (UTS #39, confusables), and kana and signs that look like Han. */
const LATIN_TWINS = pairs(
  'аaеeоoрpсcуyхxіiјjѕsԁdһhԛqԝwАAВBЕEКKМMНHОOРPСCТTХXУYЅSІIЈJοoνvρpαaΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX',
);
const HAN_TWINS = pairs('ニ二ハ八カ力エ工ロ口タ夕ト卜');
/** Signs that are a numeral only among numerals. */
const NUMERAL_TWINS = pairs('ー一○〇◯〇');
const EMOJI_END = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u;
const LATIN = /[A-Za-z]/;
const HAN = /\p{Script=Han}/u;
const NUMERAL = /[〇零一二三四五六七八九十百千]/u;

function pairs(text: string): ReadonlyMap<string, string> {
  const letters = Array.from(text);
  return new Map(letters.flatMap((c, i) => (i % 2 === 0 ? [[c, letters[i + 1] ?? c] as const] : [])));
}

/** All places in the text, in order. */
export function lookAlikes(text: string): readonly LookAlike[] {
  const found: LookAlike[] = [];
  for (const m of text.matchAll(ANY)) {
    const sort = SORTS.find((_, i) => m.groups?.[`s${i}`] !== undefined)?.[0];
    // how an emoji is shown, and what joins two of them, are parts of it
    const inEmoji =
      /^[\uFE0E\uFE0F\u200D]+$/u.test(m[0]) && EMOJI_END.test(text.slice(Math.max(0, m.index - 2), m.index));
    if (sort && !inEmoji) found.push(...runOf(m[0], m.index, sort));
  }
  return [...found, ...twins(text)].sort((a, b) => a.start - b.start);
}

function runOf(run: string, start: number, sort: LookAlikeSort): readonly LookAlike[] {
  const better = meant(run, sort);
  const codepoints = named(run);
  return [{ start, end: start + run.length, sort, codepoints, ...(better === undefined ? {} : { better }) }];
}

function meant(run: string, sort: LookAlikeSort): string | undefined {
  switch (sort) {
    case 'invisible':
    case 'direction':
      return '';
    case 'blank':
      return ' ';
    case 'variant': {
      const plain = run.normalize('NFKC').replaceAll('｡', '。').replaceAll('､', '、');
      return plain === run ? undefined : plain;
    }
    default:
      return undefined;
  }
}

/** A look-alike stands among letters of the script it is taken for; a Greek word, or kana by themselves, are what they are. */
function twins(text: string): readonly LookAlike[] {
  if (!/[\u0370-\u052F\u25CB\u25EF\u3040-\u30FF]/.test(text)) return [];
  const found: LookAlike[] = [];
  for (const m of text.matchAll(/[\u0370-\u052F\u25CB\u25EF\u3040-\u30FF]/gu)) {
    const [before, after] = [text.charAt(m.index - 1), text.charAt(m.index + 1)];
    const latin = LATIN_TWINS.get(m[0]);
    const han = HAN_TWINS.get(m[0]);
    const numeral = NUMERAL_TWINS.get(m[0]);
    const better =
      latin !== undefined && (LATIN.test(before) || LATIN.test(after))
        ? latin
        : han !== undefined && (HAN.test(before) || HAN.test(after))
          ? han
          : numeral !== undefined && (NUMERAL.test(before) || NUMERAL.test(after))
            ? numeral
            : undefined;
    if (better !== undefined)
      found.push({ start: m.index, end: m.index + 1, sort: 'foreign', codepoints: named(m[0]), better });
  }
  return found;
}

const named = (run: string): string =>
  [
    ...new Set(
      Array.from(run, (c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`),
    ),
  ].join(' ');
