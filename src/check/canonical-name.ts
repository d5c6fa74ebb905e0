import ST_CHARACTERS from 'opencc-js/dict/STCharacters';
import ST_PHRASES from 'opencc-js/dict/STPhrases';
import TS_CHARACTERS from 'opencc-js/dict/TSCharacters';
import TW_VARIANTS from 'opencc-js/dict/TWVariants';

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

const folded = new Map<string, string>();
const MAX_REMEMBERED = 20_000;

function fold(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const half = text.normalize('NFC').replace(/[\uFF01-\uFF5E]/g, halfWidth);
  const result = /[\u3400-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u.test(half) ? traditional(half) : half;
  if (folded.size >= MAX_REMEMBERED) folded.clear();
  folded.set(text, result);
  return result;
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

interface Script {
  readonly simple: ReadonlyMap<string, string>;
  readonly full: ReadonlyMap<string, string>;
  readonly variants: ReadonlyMap<string, string>;
}
let characters: Script | undefined;
let phrases: ReadonlyMap<string, string> | undefined;

function traditional(text: string): string {
  characters ??= readCharacters();
  const { simple, full, variants } = characters;
  const word = Array.from(text, (c) => simple.get(c) ?? c);
  const written = word.some((c) => full.has(c)) ? byPhrase(word, full) : word.join('');
  return Array.from(written, (c) => variants.get(c) ?? c).join('');
}

const LONGEST_PHRASE = 12;

function byPhrase(word: readonly string[], full: ReadonlyMap<string, string>): string {
  phrases ??= readPairs(ST_PHRASES);
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

/** Outside any phrase these are far commoner in official writing than the dictionary's first choice. */
const OFFICIAL = [
  ['签', '簽'],
  ['准', '准'],
  ['台', '台'],
  ['污', '污'],
] as const;

function readCharacters(): Script {
  const full = readPairs(ST_CHARACTERS);
  for (const [from, to] of OFFICIAL) full.set(from, to);
  return { simple: readPairs(TS_CHARACTERS), full, variants: readPairs(TW_VARIANTS) };
}

function readPairs(entries: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const entry of entries.split('|')) {
    const [from = '', to = ''] = entry.split(' ');
    pairs.set(from, to);
  }
  return pairs;
}
