import { printable } from '../text/display-width.ts';

/** A block of the language, indented under what was said of it, as it can be pasted. */
export const blockLines = (text: string): readonly string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${printable(line)}`);
