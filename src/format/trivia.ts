import type { IToken } from '../../grammar/tokens.ts';

/** A comment on a line of its own. */
export interface OwnComment {
  readonly text: string;
  /** An empty line stands before it. */
  readonly blank: boolean;
  /** It does not begin at the margin. */
  readonly indented: boolean;
}
/** What stands between two words: nothing of it means anything to the parser but the line end and the `；`. */
export interface Trivia {
  readonly newline: boolean;
  readonly semicolon: boolean;
  /** A comment at the end of the line of the first word. */
  readonly trailing?: string;
  readonly own: readonly OwnComment[];
  /** An empty line stands directly before the second word. */
  readonly blank: boolean;
}

/**
 * `from` is the end of a word (`behindWord`) or the beginning of the text, `to` the beginning of a word or the end of
 * the text.
 */
export function triviaBetween(source: string, from: number, to: number, behindWord: boolean): Trivia {
  const lines = source.slice(from, to).split(/\r\n|[\r\n]/);
  const own: OwnComment[] = [];
  let trailing: string | undefined;
  let semicolon = false;
  let blank = false;
  for (const [i, written] of lines.entries()) {
    const at = written.search(/[#＃]/);
    const before = at < 0 ? written : written.slice(0, at);
    if (/[;；。]/.test(before)) semicolon = true;
    if (at >= 0) {
      const comment = commentText(written.slice(at));
      if (i === 0 && behindWord) trailing = comment;
      else {
        own.push({ text: comment, blank, indented: /^[ \t\u3000]/.test(written) });
        blank = false;
      }
      continue;
    }
    const empty = before.trim() === '' || before.trim() === '\uFEFF';
    const whole = (i > 0 || !behindWord) && i < lines.length - 1;
    if (whole && empty) blank = true;
  }
  return {
    newline: lines.length > 1,
    semicolon,
    own,
    blank,
    ...(trailing === undefined ? {} : { trailing }),
  };
}

/** The words of a comment are the drafter's; only its sign is made the usual one. */
export const commentText = (image: string): string => image.replace(/^＃/, '#').trimEnd();

export const endOf = (token: IToken): number => token.startOffset + token.image.length;
