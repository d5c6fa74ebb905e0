import type { IToken } from 'chevrotain';
import { DIALECTS, type Dialect, KEYWORDS, keywordOf, translateKeyword } from '../../../grammar/keywords.ts';
import { keywordOfToken } from '../../../grammar/tokens.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { Span } from '../../text/span.ts';
import type { LintContext } from '../context.ts';

/**
 * The dialects may be mixed, so that texts can be put together; a file that stays is written in one. Words that two
 * dialects spell alike count for neither.
 */
export function mixedKeywordDialect({ lexed, parsed }: LintContext): readonly Diagnostic[] {
  return [...lexed()].flatMap(([file, { tokens }]) => {
    const names = namePlaces(parsed.find((p) => p.file === file));
    const clear = tokens.flatMap((token, i) => {
      const dialect = names.has(token.startOffset) ? undefined : dialectOf(token);
      return dialect ? [{ token, dialect, before: tokens[i - 1], after: tokens[i + 1] }] : [];
    });
    const count = (d: Dialect) => clear.filter(({ dialect }) => dialect === d).length;
    const [main] = [...DIALECTS].sort((a, b) => count(b) - count(a));
    if (main === undefined) return [];
    const inMain = (t: IToken | undefined): string => {
      const id = t && keywordOfToken(t.tokenType);
      return id === undefined || !t ? '' : translateKeyword(id, t.image, main);
    };
    return clear.flatMap(({ token, dialect, before, after }) => {
      const id = keywordOfToken(token.tokenType);
      if (dialect === main || id === undefined) return [];
      // 應當 非 is not `shall not`: that is one word, and says 不得
      const joined = [`${inMain(before)} ${inMain(token)}`, `${inMain(token)} ${inMain(after)}`];
      if (joined.some((phrase) => keywordOf(phrase) !== undefined)) return [];
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

/** Where names stand: some keywords (date, 數) are names outside their own place. */
function namePlaces(tree: unknown): ReadonlySet<number> {
  const places = new Set<number>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (typeof value === 'object' && value !== null) {
      const { text, span } = value as { readonly text?: unknown; readonly span?: Span };
      if (typeof text === 'string' && span) places.add(span.start);
      for (const inner of Object.values(value)) visit(inner);
    }
  };
  visit(tree);
  return places;
}
