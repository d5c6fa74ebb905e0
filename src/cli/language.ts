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

/** The value written after `--lang`, `--script` or `--config`, wherever it stands before `--`. */
export function findOption(
  args: readonly string[],
  option: '--lang' | '--script' | '--config',
): string | undefined {
  for (const [i, arg] of args.entries()) {
    if (arg === '--') return undefined;
    if (arg === option) return args[i + 1] ?? '';
    if (arg.startsWith(`${option}=`)) return arg.slice(option.length + 1);
  }
  return undefined;
}

/** In which script results are printed; `as-written`: names and gists as the rulebook spells them. */
export type ScriptChoice = 'hans' | 'hant' | 'as-written';

export function scriptFromOption(text: string | undefined): ScriptChoice | undefined {
  if (text === undefined) return 'as-written';
  return text === 'hans' || text === 'hant' ? text : undefined;
}

/** `--script` decides between 繁體 and 简体 of our own words too, unless they are asked for in English. */
export function inScript(language: Language, script: ScriptChoice): Language {
  if (language === 'en' || script === 'as-written') return language;
  return script === 'hans' ? 'zh-Hans' : 'zh-Hant';
}

/** English where the locale is English, 简体 in the mainland's and Singapore's, else 繁體. */
export function languageFromLocale(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  if (/^en([_.@-]|$)/i.test(locale)) return 'en';
  return /^zh[_-](cn|sg|hans)/i.test(locale) ? 'zh-Hans' : 'zh-Hant';
}
