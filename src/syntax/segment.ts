import { KEYWORD_IDS, spellings } from '../../grammar/keywords.ts';

const KEYWORD_SPELLINGS: ReadonlySet<string> = new Set(
  KEYWORD_IDS.flatMap(spellings).filter((s) => !s.includes(' ')),
);
const UNITS: ReadonlySet<string> = new Set(
  '年 月 週 周 日 天 自然日 工作日 個工作日 个工作日 小時 小时 分鐘 分钟 元 萬元 万元 億元 亿元'.split(' '),
);
const NUMERAL = /^(?:[0-9０-９]+|[一二兩两三四五六七八九十百千]+)/u;

/**
 * 會議種類為專題會議 → [會議種類, 為, 專題會議]: where a drafter left the spaces out, the words it falls into, if it
 * falls into known words without a rest. Fewest words win, then longer first words. Undefined where it is one
 * word itself or does not fall into known words.
 */
export function segmentWithKeywords(word: string, vocabulary: ReadonlySet<string>): string[] | undefined {
  if (vocabulary.has(word) || KEYWORD_SPELLINGS.has(word) || word.length > 200) return undefined;
  const known = (part: string) => KEYWORD_SPELLINGS.has(part) || vocabulary.has(part) || UNITS.has(part);
  // best[i]: the shortest way to split what follows i.
  const best: (string[] | undefined)[] = Array.from({ length: word.length + 1 }, () => undefined);
  best[word.length] = [];
  for (let start = word.length - 1; start >= 0; start--) {
    const consider = (part: string) => {
      const rest = best[start + part.length];
      const current = best[start];
      if (rest && (!current || rest.length + 1 < current.length)) best[start] = [part, ...rest];
    };
    const numeral = NUMERAL.exec(word.slice(start))?.[0];
    for (let end = word.length; end > start; end--) {
      const part = word.slice(start, end);
      if (known(part) || part === numeral) consider(part);
    }
  }
  const found = best[0];
  return found && found.length > 1 && found.some((part) => KEYWORD_SPELLINGS.has(part)) ? found : undefined;
}
