import type { Bilingual } from '../diagnostics/diagnostic.ts';

export type Language = 'zh-Hant' | 'zh-Hans' | 'en';

/** In which language and with which colours a report speaks. */
export interface Voice {
  readonly language: Language;
  /** Picks the language; for 简体 what a user wrote, in 「」, stays as it was written. */
  readonly say: (text: Bilingual) => string;
  readonly paint: (style: Style, text: string) => string;
}

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'cyan' | 'magenta';

const ANSI: Readonly<Record<Style, string>> = {
  bold: '1',
  dim: '2',
  red: '31',
  green: '32',
  yellow: '33',
  blue: '34',
  magenta: '35',
  cyan: '36',
};

export function makeVoice(
  language: Language,
  colour: boolean,
  simplify: (text: string) => string = (text) => text,
): Voice {
  const converted = new Map<string, string>();
  return {
    language,
    say(text) {
      if (language === 'en') return text.en;
      if (language === 'zh-Hant') return text.zh;
      const known = converted.get(text.zh);
      if (known !== undefined) return known;
      const result = text.zh
        .split(/(「[^」]*」)/)
        .map((part, i) => (i % 2 === 1 ? part : simplify(part)))
        .join('');
      converted.set(text.zh, result);
      return result;
    },
    paint: (style, text) => (colour && text !== '' ? `\u001b[${ANSI[style]}m${text}\u001b[0m` : text),
  };
}

/** A text that was painted, as it was before. */
export const withoutColours = (text: string): string =>
  [...Object.values(ANSI), '0'].reduce((rest, code) => rest.replaceAll(`\u001b[${code}m`, ''), text);
