import type { IToken } from 'chevrotain';
import { DIALECTS, type Dialect, KEYWORDS, translateKeyword } from '../../../grammar/keywords.ts';
import { keywordOfToken } from '../../../grammar/tokens.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';

/**
 * The dialects may be mixed, so that texts can be put together; a file that stays is written in one. Words that two
 * dialects spell alike count for neither.
 */
export function mixedKeywordDialect({ lexed }: LintContext): readonly Diagnostic[] {
  return [...lexed()].flatMap(([file, { tokens }]) => {
    const clear = tokens.flatMap((token) => {
      const dialect = dialectOf(token);
      return dialect ? [{ token, dialect }] : [];
    });
    const count = (d: Dialect) => clear.filter(({ dialect }) => dialect === d).length;
    const [main] = [...DIALECTS].sort((a, b) => count(b) - count(a));
    if (main === undefined) return [];
    return clear.flatMap(({ token, dialect }) => {
      const id = keywordOfToken(token.tokenType);
      if (dialect === main || id === undefined) return [];
      const { image, startOffset: start } = token;
      const span = { file, start, end: start + image.length };
      const better = translateKeyword(id, image, main);
      const title = { zh: `改為「${better}」`, en: `Change to "${better}"` };
      const fix = { title, edits: [{ span, text: better }], sameMeaning: true as const };
      return [report('mixed-keyword-dialect', span, { found: image, better }, { fix })];
    });
  });
}

/** Of a keyword that only one dialect spells so. A heading of a chapter is a title with its keyword: left alone. */
function dialectOf(token: IToken): Dialect | undefined {
  const id = keywordOfToken(token.tokenType);
  if (id === undefined || id === 'chapter') return undefined;
  const word = token.image.replace(/[ \t\u3000\u00A0]+/g, ' ');
  const fitting = DIALECTS.filter((d) => (KEYWORDS[id][d] as readonly string[]).includes(word));
  return fitting.length === 1 ? fitting[0] : undefined;
}
