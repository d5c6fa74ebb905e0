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

/** What regulations and everyday language say → the keyword of the language. */
const KEYWORD_MEANT: ReadonlyMap<string, string> = new Map(
  (
    [
      ['應當', '必須 须 須 應該 应该 應 应 務必 务必 必须 要'],
      ['不得', '禁止 嚴禁 严禁 不應 不应 不能 不可 不可以 不許 不许 勿 不應當 不应当'],
      ['可以', '得以 得 可 有權 有权'],
      ['不超過', '小於等於 小于等于 不大於 不大于 不多於 不多于 以下'],
      ['不少於', '大於等於 大于等于 不小於 不小于 以上'],
      ['為', '是 係 系'],
      ['不為', '不是 非為'],
      ['除非', '但 但是 除外 但書'],
      ['當', '如果 如 若是 倘 凡 當…時'],
      ['依據', '根據 根据 按照 依照 據'],
      ['責任', '由 責任人 负责 負責'],
      ['且', '並 並且 并且 以及 及 和 與 同時'],
      ['或', '或者 或是'],
    ] as const
  ).flatMap(([keyword, words]) => words.split(' ').map((word) => [word, keyword] as const)),
);

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
  const before = line.findLast((t) => t.startOffset < found.startOffset);
  // 是 alone is a value; between two words it is meant as 為
  const between =
    before && isName(before) && line.some((t) => t.startOffset > found.startOffset && isName(t));
  const meant = isName(found) || between ? KEYWORD_MEANT.get(found.image) : undefined;
  if (meant !== undefined && (expected.length === 0 || expected.includes(meant)))
    return replace(place(found), meant, `寫作「${meant}」。`, `Write "${meant}".`, { guess: true });
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
