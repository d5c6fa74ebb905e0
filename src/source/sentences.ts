import type { Sentence } from './official-text.ts';
import type { SourceLine } from './source-lines.ts';

/** A sentence: up to 。！？ and whatever closing marks follow, or the rest of the line. */
const SENTENCE = /[^。｡！!？?]*(?:[。｡！!？?]+[」』”’"》〉）)\]】]*|$)/g;

/** Splits the line from offset `from` on. A line without words has no sentence. */
export function splitSentences(file: string, line: SourceLine, from: number): Sentence[] {
  const sentences: Sentence[] = [];
  for (const match of line.text.slice(from).matchAll(SENTENCE)) {
    const text = match[0].trim();
    if (text === '') continue;
    const start = line.start + from + match.index + match[0].indexOf(text);
    sentences.push({ text, span: { file, start, end: start + text.length } });
  }
  return sentences;
}
