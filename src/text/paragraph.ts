import { displayWidth } from './display-width.ts';

/** A 漢字 with the signs that may not begin a line behind it, or those that may not end one before it; or a word. */
const PIECES =
  /[「『（〈《]*(?:[\x21-\x7e]+|[^\x21-\x7e\s])[、。；：，！？）」』〉》…]*[\x21-\x2f:;,.!?]*|[ \t]+/gu;

/** Prose on lines of at most `width` columns; only a word that is too long alone, or a sign behind one, goes beyond. */
export function paragraphLines(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    if (displayWidth(line + piece.trimEnd()) > width && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
