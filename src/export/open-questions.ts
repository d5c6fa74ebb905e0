import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { Entry, Tree } from '../facts/tree.ts';
import { readTrees } from '../facts/yaml-tree.ts';
import type { Citation } from '../text/citation.ts';
import { parseCitation } from '../text/citation-text.ts';
import type { SourceFile } from '../text/span.ts';

/** What only the issuer of the text can settle, and how the rulebook deals with it until then. */
export interface OpenQuestion {
  readonly citations: readonly Citation[];
  readonly question: string;
  readonly meanwhile: string;
}

const WORDS = {
  citations: ['依據', '依据', 'cite'],
  question: ['問題', '问题', 'question'],
  meanwhile: ['現行處理', '现行处理', 'meanwhile'],
} as const;
type Word = keyof typeof WORDS;

/** A list of `依據`, `問題` and `現行處理` in YAML; what cannot be read is an error at its place. */
export function readOpenQuestions(file: SourceFile): Result<readonly OpenQuestion[]> {
  const { value, diagnostics } = readTrees(file);
  const found: Diagnostic[] = [...diagnostics];
  const entries = value.flatMap((tree) => (tree.kind === 'seq' ? tree.items : [tree]));
  return { value: entries.flatMap((tree) => readOne(tree, found) ?? []), diagnostics: found };
}

function readOne(tree: Tree, found: Diagnostic[]): OpenQuestion | undefined {
  if (tree.kind !== 'map') {
    found.push(report('question-incomplete', tree.span, {}));
    return undefined;
  }
  const given = new Map<Word, Entry>();
  for (const entry of tree.entries) {
    const word = (Object.keys(WORDS) as Word[]).find((w) =>
      (WORDS[w] as readonly string[]).includes(entry.key),
    );
    if (word) given.set(word, entry);
    else found.push(report('question-unknown-key', entry.keySpan, { key: entry.key }));
  }
  const text = (word: Word): string => {
    const tree = given.get(word)?.value;
    return tree?.kind === 'scalar' ? tree.text.trim() : '';
  };
  const [question, meanwhile] = [text('question'), text('meanwhile')];
  const citations = citationsOf(given.get('citations')?.value, found);
  if (question === '' || meanwhile === '' || citations.length === 0) {
    found.push(report('question-incomplete', tree.span, {}));
    return undefined;
  }
  return { citations, question, meanwhile };
}

function citationsOf(tree: Tree | undefined, found: Diagnostic[]): readonly Citation[] {
  const written = tree?.kind === 'seq' ? tree.items : tree ? [tree] : [];
  return written.flatMap((one) => {
    const text = one.kind === 'scalar' ? one.text : '';
    const citation = parseCitation(text);
    if (!citation) found.push(report('question-bad-citation', one.span, { text }));
    return citation ?? [];
  });
}
