import type { Language } from '../report/voice.ts';

export type LanguageChoice = Language;

const SPELLINGS: Readonly<Record<string, Language>> = {
  zh: 'zh-Hant',
  'zh-hant': 'zh-Hant',
  'zh-tw': 'zh-Hant',
  'zh-hk': 'zh-Hant',
  'zh-mo': 'zh-Hant',
  'zh-hans': 'zh-Hans',
  'zh-cn': 'zh-Hans',
  'zh-sg': 'zh-Hans',
  en: 'en',
  'en-us': 'en',
  'en-gb': 'en',
};

/** `--lang` before the command line is parsed, since the texts of the parser depend on it; undefined: not one of ours. */
export function languageFromOption(text: string): Language | undefined {
  const key = text.toLowerCase().replaceAll('_', '-');
  return Object.hasOwn(SPELLINGS, key) ? SPELLINGS[key] : undefined;
}

/** The value written after `--lang`, wherever it stands before `--`. */
export function findLanguageOption(args: readonly string[]): string | undefined {
  for (const [i, arg] of args.entries()) {
    if (arg === '--') return undefined;
    if (arg === '--lang') return args[i + 1] ?? '';
    if (arg.startsWith('--lang=')) return arg.slice('--lang='.length);
  }
  return undefined;
}

/** English where the locale is English, 简体 in the mainland's and Singapore's, else 繁體. */
export function languageFromLocale(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  if (/^en([_.@-]|$)/i.test(locale)) return 'en';
  return /^zh[_-](cn|sg|hans)/i.test(locale) ? 'zh-Hans' : 'zh-Hant';
}
