import type { Citation } from '../text/citation.ts';

/**
 * The identifier of a place by the Akoma Ntoso naming convention: `art_47__para_2`, `art_54__para_1__point_1`.
 * 第十條之一 is `art_10-1`, so it is neither article 10 nor article 101. Articles are numbered through the whole
 * regulation, hence no chapter stands before them. A 句 is no element of the standard; it is written `__s_1`.
 */
export function eIdOf(c: Citation): string {
  const article = `art_${c.article}${c.branch === undefined ? '' : `-${c.branch}`}`;
  // an item without paragraph stands in paragraph 1
  const paragraph = c.paragraph ?? (c.item === undefined ? undefined : 1);
  return [
    article,
    ...(paragraph === undefined ? [] : [`para_${paragraph}`]),
    ...(c.item === undefined ? [] : [`point_${c.item}`]),
    ...(c.sentence === undefined ? [] : [`s_${c.sentence}`]),
  ].join('__');
}

export const chapterId = (number: number): string => `chp_${number}`;

/** Gives each identifier once: a number that a damaged text has twice gets `.2`, which no number of ours contains. */
export function uniqueIds(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id}.${times}`;
  };
}
