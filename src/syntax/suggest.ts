import type { IToken } from 'chevrotain';
import { KEYWORD_IDS, KEYWORDS, spellings } from '../../grammar/keywords.ts';
import { AnyName, keywordOfToken, Name, NumberToken } from '../../grammar/tokens.ts';
import type { Extra } from '../diagnostics/report.ts';
import { nearest } from '../diagnostics/report.ts';
import type { Span } from '../text/span.ts';
import { segmentWithKeywords } from './segment.ts';

/** Words that open a clause, a part or a value: what drafters write together with the name that follows. */
const LEADING: readonly string[] = [
  ...new Set(KEYWORD_IDS.filter((id) => KEYWORDS[id].role !== 'type').flatMap(spellings)),
]
  .filter((s) => /\p{Script=Han}/u.test(s))
  .sort((a, b) => b.length - a.length);
const TRAILING: readonly string[] = ['認定', '认定', '已發生', '已发生', '未發生', '未发生', '為空', '为空'];
const OPENERS: readonly string[] = KEYWORD_IDS.filter((id) =>
  ['block', 'clause'].includes(KEYWORDS[id].role),
).flatMap(spellings);

/**
 * What the drafter may have meant where the parser stopped: a space left out (由政府辦主任認定), a keyword misspelt
 * (應該 for 應當), a citation without 第. `expected` are the spellings that could stand here; empty: a new line could.
 */
export function suggestion(
  file: string,
  found: IToken,
  line: readonly IToken[],
  expected: readonly string[],
  citation: boolean,
): Extra {
  const glued = [found, line.findLast((t) => t.startOffset < found.startOffset && isName(t))].find(
    (t) => t !== undefined && isName(t) && partsOf(t.image, line) !== undefined,
  );
  const place = (t: IToken): Span => ({ file, start: t.startOffset, end: t.startOffset + t.image.length });
  const candidates = expected.length > 0 ? expected : OPENERS;
  const near = isName(found) ? nearKeyword(found.image, candidates) : undefined;
  if (near !== undefined)
    return replace(place(found), near, `是不是「${near}」？`, `Did you mean "${near}"?`, { guess: true });
  if (glued) {
    const spaced = partsOf(glued.image, line)?.join(' ') ?? glued.image;
    return replace(place(glued), spaced, `少了空格？「${spaced}」`, `A missing space? "${spaced}"`);
  }
  if (citation && found.tokenType === NumberToken) {
    const next = line.find((t) => t.startOffset === found.startOffset + found.image.length);
    const written = `第${found.image}${next && /^[條条款]/.test(next.image) ? next.image : '條'}`;
    return { hint: { zh: `條款寫作「${written}」。`, en: `Write the citation as "${written}".` } };
  }
  return {};
}

const isName = (t: IToken): boolean =>
  t.tokenType === Name || (t.tokenType.CATEGORIES ?? []).includes(AnyName);

function nearKeyword(word: string, candidates: readonly string[]): string | undefined {
  const letters = new Set(word);
  const alike = candidates.filter(
    (c) => Math.abs([...c].length - letters.size) <= 1 && [...c].some((l) => letters.has(l)),
  );
  return [...word].length > 4 && /\p{Script=Han}/u.test(word) ? undefined : nearest(word, alike);
}

function partsOf(word: string, line: readonly IToken[]): readonly string[] | undefined {
  const vocabulary = new Set(
    line.filter((t) => t.image !== word && keywordOfToken(t.tokenType) === undefined).map((t) => t.image),
  );
  const known = segmentWithKeywords(word, vocabulary);
  if (known) return known;
  const head = LEADING.find((k) => word.startsWith(k) && word.length > k.length + 1);
  const rest = head === undefined ? word : word.slice(head.length);
  const tail = TRAILING.find((k) => rest.endsWith(k) && rest.length > k.length + 1);
  if (head === undefined && tail === undefined) return undefined;
  const middle = tail === undefined ? rest : rest.slice(0, -tail.length);
  return [...(head === undefined ? [] : [head]), middle, ...(tail === undefined ? [] : [tail])];
}

function replace(
  span: Span,
  text: string,
  zh: string,
  en: string,
  how: { readonly guess?: true } = {},
): Extra {
  const title = { zh: `改為「${text}」`, en: `Change to "${text}"` };
  return { hint: { zh, en }, fix: { title, edits: [{ span, text }], ...how } };
}
