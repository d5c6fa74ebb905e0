import { scriptDictionary } from './script-dictionary.ts';

/** Term aliases, longest first: [written, canonical], both already folded. */
export type TermAliases = readonly (readonly [string, string])[];

/**
 * The canonical form of a name: NFC, half width, one script, term aliases replaced. Simplified and traditional
 * spellings of a word meet in one key, because every word is first simplified (many to one) and then written
 * in traditional script again (longest match over OpenCC's phrases, variants as in 為 and 說).
 */
export function nameKey(text: string, aliases: TermAliases = []): string {
  return replaceTerms(fold(text), aliases);
}

/** Canonical spellings of Han words, so that a word met again costs nothing. */
const remembered = new Map<string, string>();
const MAX_REMEMBERED = 20_000;

/**
 * Words that are their own canonical form. Whoever reads mostly such words need not load the dictionaries; a test holds
 * every word that is given here against them.
 */
export function rememberCanonical(words: Iterable<string>): void {
  for (const word of words) for (const [run] of word.matchAll(HAN)) remembered.set(run, run);
}

const HAN = /[\u3400-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]+/gu;

function fold(text: string): string {
  const half = text.normalize('NFC').replace(/[\uFF01-\uFF5E]/g, halfWidth);
  return half.replace(HAN, (run) => {
    const known = remembered.get(run);
    if (known !== undefined) return known;
    const result = traditional(run);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(run, result);
    return result;
  });
}

function halfWidth(c: string): string {
  return String.fromCharCode(c.charCodeAt(0) - 0xfee0);
}

function replaceTerms(text: string, aliases: TermAliases): string {
  if (!aliases.some(([written]) => text.includes(written))) return text;
  let out = '';
  for (let i = 0; i < text.length; ) {
    const hit = aliases.find(([written]) => text.startsWith(written, i));
    out += hit ? hit[1] : text.charAt(i);
    i += hit ? hit[0].length : 1;
  }
  return out;
}

function traditional(text: string): string {
  const { simple, full, variants, phrases } = scriptDictionary();
  const word = Array.from(text, (c) => simple.get(c) ?? c);
  const written = word.some((c) => full.has(c)) ? byPhrase(word, full, phrases()) : word.join('');
  return Array.from(written, (c) => variants.get(c) ?? c).join('');
}

const LONGEST_PHRASE = 12;

function byPhrase(
  word: readonly string[],
  full: ReadonlyMap<string, string>,
  phrases: ReadonlyMap<string, string>,
): string {
  let out = '';
  for (let i = 0; i < word.length; ) {
    let length = Math.min(LONGEST_PHRASE, word.length - i);
    let hit: string | undefined;
    for (; length > 1; length--) {
      hit = phrases.get(word.slice(i, i + length).join(''));
      if (hit !== undefined) break;
    }
    out += hit ?? full.get(word[i] ?? '') ?? word[i] ?? '';
    i += Math.max(1, length);
  }
  return out;
}
