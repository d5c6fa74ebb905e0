import { dictionaryTexts } from './dictionary-texts.ts';

/** OpenCC's dictionaries as far as names need them. */
export interface ScriptDictionary {
  /** A traditional character, or a variant, to its simplified form. */
  readonly simple: ReadonlyMap<string, string>;
  /** A simplified character outside any phrase to its traditional form. */
  readonly full: ReadonlyMap<string, string>;
  readonly variants: ReadonlyMap<string, string>;
  /** Simplified words whose characters are written otherwise than one by one. Large: read when first needed. */
  readonly phrases: () => ReadonlyMap<string, string>;
}

let dictionary: ScriptDictionary | undefined;

export function scriptDictionary(): ScriptDictionary {
  dictionary ??= read();
  return dictionary;
}

/** Outside any phrase these are far commoner in official writing than the dictionary's first choice. */
const OFFICIAL = [
  ['签', '簽'],
  ['准', '准'],
  ['台', '台'],
  ['污', '污'],
] as const;

function read(): ScriptDictionary {
  const texts = dictionaryTexts();
  const full = readPairs(texts.stCharacters);
  for (const [from, to] of OFFICIAL) full.set(from, to);
  let phrases: ReadonlyMap<string, string> | undefined;
  return {
    simple: readPairs(texts.tsCharacters),
    full,
    variants: readPairs(texts.twVariants),
    phrases: () => {
      phrases ??= readPairs(texts.stPhrases);
      return phrases;
    },
  };
}

function readPairs(entries: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const entry of entries.split('|')) {
    const [from = '', to = ''] = entry.split(' ');
    pairs.set(from, to);
  }
  return pairs;
}
