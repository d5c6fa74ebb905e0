import { KEYWORD_IDS, KEYWORDS, type KeywordRole } from './keywords.ts';

const TITLES = {
  block: 'Blocks 段落',
  clause: 'Clauses 子句',
  part: 'Parts of blocks and clauses',
  connective: 'Connectives and offsets',
  comparison: 'Comparisons',
  postfix: 'After a fact',
  function: 'Functions',
  literal: 'Constants',
  type: 'Types (names elsewhere)',
  value: 'Values of single clauses (names elsewhere)',
} as const satisfies Record<KeywordRole, string>;

/** The keyword table for reading: all spellings and what each word does. */
export function keywordPage(): string {
  const sections = Object.entries(TITLES).map(([role, title]) => {
    const rows = KEYWORD_IDS.map((id) => KEYWORDS[id])
      .filter((keyword) => keyword.role === role)
      .map(
        ({ hant, hans, en, doc }) =>
          `| ${[hant, hans, en].map((s) => s.join('、')).join(' | ')} | ${doc.zh} ${doc.en} |`,
      );
    return [`## ${title}`, '', '| 繁體 | 简体 | English | |', '| --- | --- | --- | --- |', ...rows, ''].join(
      '\n',
    );
  });
  return ['<!-- Generated from grammar/keywords.ts; do not edit. -->', '# Keywords', '', ...sections].join(
    '\n',
  );
}
