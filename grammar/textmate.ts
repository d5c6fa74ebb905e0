import { KEYWORD_IDS, KEYWORDS, spellings } from './keywords.ts';

/** A word begins and ends where no letter, digit or inner hyphen is; the same law as in grammar/tokens.ts. */
const LETTER = '[\\p{L}\\p{N}_]';
const BEGIN = `(?<!${LETTER})(?<!${LETTER}-)`;
const END = `(?!${LETTER})(?!-${LETTER})`;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '[ \\t]+');

/** One pattern a scope, longest spelling first: `is not empty` before `is`. */
function keywordPatterns(): readonly { name: string; match: string }[] {
  const scopes = [...new Set(KEYWORD_IDS.map((id) => KEYWORDS[id].scope))];
  return scopes.map((scope) => {
    const words = KEYWORD_IDS.filter((id) => KEYWORDS[id].scope === scope)
      .flatMap(spellings)
      .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
      .map(escaped);
    const choice = `(?:${words.join('|')})`;
    const match = scope === 'keyword.control.block' ? `^\\s*${choice}${END}` : `${BEGIN}${choice}${END}`;
    return { name: `${scope}.zhunsheng`, match };
  });
}

export function textMateGrammar(): string {
  const chapter = spellings('chapter').map(escaped).join('|');
  const number = '[0-9０-９一二兩两三四五六七八九十百千〇零]+';
  const grammar = {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    comment: 'Generated from grammar/keywords.ts; do not edit.',
    name: '準繩',
    scopeName: 'source.zhunsheng',
    fileTypes: ['norm'],
    patterns: [
      { name: 'comment.line.number-sign.zhunsheng', match: '[#＃].*$' },
      {
        match: `^\\s*(${chapter})${END}([^#＃]*)`,
        captures: {
          1: { name: 'keyword.control.block.zhunsheng' },
          2: { name: 'entity.name.section.zhunsheng' },
        },
      },
      { name: 'string.quoted.zhunsheng', match: '「[^」]*」|“[^”]*”|"[^"]*"' },
      {
        name: 'constant.other.citation.zhunsheng',
        match: `第[ ]?[(（]?${number}[)）]?[ ]?[條条款項项句](?:之${number})?(?:第[(（]?${number}[)）]?[款項项句])*|(?:[Aa]rt\\.|[Aa]rticle)\\s*[0-9-]+(?:\\s+(?:para\\.|paragraph|item|s\\.|sentence)\\s*[0-9]+)*`,
      },
      {
        name: 'constant.numeric.date.zhunsheng',
        match: '[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:T[0-9]{1,2}:[0-9]{2})?',
      },
      { name: 'constant.numeric.zhunsheng', match: `${BEGIN}[0-9０-９]+(?:[.．][0-9０-９]+)?` },
      ...keywordPatterns(),
    ],
  };
  return `${JSON.stringify(grammar, undefined, 2)}\n`;
}
