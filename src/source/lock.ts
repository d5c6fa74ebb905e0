import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { readLockValue } from './lock-shape.ts';
import type { SourceLock } from './lock-tree.ts';
import { lockSentence } from './normalise.ts';
import type { OfficialText, Sentence } from './official-text.ts';

export { checkCitations } from './citations.ts';
export { coverage, uncoveredProvisions, uncoveredSentences } from './coverage.ts';
export { resolveInLock, type SourceLock } from './lock-tree.ts';

export function makeLock(text: OfficialText): SourceLock {
  const sentences = (list: readonly Sentence[]) => list.map((s) => lockSentence(s.text));
  return {
    version: 1,
    ...(text.title === undefined ? {} : { title: text.title }),
    chapters: text.chapters.map(({ number, title }) => ({ number, title })),
    articles: text.articles.map((a) => ({
      number: a.number,
      ...(a.branch === undefined ? {} : { branch: a.branch }),
      ...(a.chapter === undefined ? {} : { chapter: a.chapter }),
      paragraphs: a.paragraphs.map((p) => ({
        sentences: sentences(p.sentences),
        items: p.items.map((i) => ({ number: i.number, sentences: sentences(i.sentences) })),
      })),
    })),
  };
}

/** One sentence a line, so that a change of the text is a change of one line. Ends with a line feed. */
export function lockToJson(lock: SourceLock): string {
  const pretty = JSON.stringify(lock, null, 1);
  const oneLine = pretty.replace(
    /\{\n\s*"length": (\d+),\n\s*"sha256": ("[0-9a-f]*")\n\s*\}/g,
    '{ "length": $1, "sha256": $2 }',
  );
  return `${oneLine}\n`;
}

/** Reads `source.lock.json`; what is wrong in it is said with its path, and then there is no lock. */
export function readLock(text: string, file = 'source.lock.json'): Result<SourceLock | undefined> {
  const bad = (problem: string): Diagnostic =>
    report('source-lock-invalid', { file, start: 0, end: 0 }, { problem });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { value: undefined, diagnostics: [bad(error instanceof Error ? error.message : 'JSON')] };
  }
  const read = readLockValue(json);
  return typeof read === 'string'
    ? { value: undefined, diagnostics: [bad(read)] }
    : { value: read, diagnostics: [] };
}
