import { expect, test } from 'vitest';
import {
  DIALECTS,
  KEYWORD_IDS,
  KEYWORDS,
  type Keyword,
  keywordOf,
  spellings,
  translateKeyword,
} from '../../grammar/keywords.ts';
import { K, keywordOfToken, lexer } from '../../grammar/tokens.ts';

const table: readonly (readonly [string, Keyword])[] = Object.entries(KEYWORDS);

test.each(table)('%s has three dialects, a scope and a line of documentation', (_, keyword) => {
  for (const dialect of DIALECTS) {
    expect(keyword[dialect].length).toBeGreaterThan(0);
    for (const spelling of keyword[dialect]) expect(spelling).toBe(spelling.trim());
  }
  expect(keyword.hant.join('') + keyword.hans.join('')).toMatch(/^\p{Script=Han}+$/u);
  expect(keyword.en.join(' ')).toMatch(/^[a-z ]+$/);
  expect(keyword.scope).toMatch(/^[a-z]+(\.[a-z]+)+$/);
  expect(keyword.doc.zh).toMatch(/\p{Script=Han}.*。$/u);
  expect(keyword.doc.en).toMatch(/^[A-Z].*\.$/);
});

test('no spelling belongs to two keywords', () => {
  const owner = new Map<string, string>();
  for (const id of KEYWORD_IDS) {
    for (const spelling of spellings(id)) {
      expect(owner.get(spelling) ?? id, spelling).toBe(id);
      owner.set(spelling, id);
      expect(keywordOf(spelling)).toBe(id);
    }
  }
  for (const harmless of ['__proto__', 'constructor', 'toString', ''])
    expect(keywordOf(harmless)).toBeUndefined();
});

test('every spelling is read as its keyword, whole, also before a sign', () => {
  for (const id of KEYWORD_IDS) {
    for (const spelling of spellings(id)) {
      for (const after of ['', ' 甲', '（', '\n']) {
        const [first] = lexer.tokenize(spelling + after).tokens;
        expect([first?.tokenType, first?.image.trim()], spelling).toEqual([
          K[id],
          id === 'chapter' && after === ' 甲'
            ? `${spelling} 甲`
            : id === 'chapter' && after === '（'
              ? `${spelling}（`
              : spelling,
        ]);
        expect(first && keywordOfToken(first.tokenType)).toBe(id);
      }
    }
  }
});

test('a keyword inside a longer word is part of a name', () => {
  for (const word of [
    '應當性',
    '不得已',
    '表甲',
    'enumeration',
    'is-it',
    '當1',
    '為_甲',
    '非𠮷',
    'notable',
    '章程',
  ]) {
    expect(lexer.tokenize(word).tokens.map((t) => [t.tokenType.name, t.image])).toEqual([['Name', word]]);
  }
});

test('the longest English phrase wins', () => {
  const kinds = (text: string) => lexer.tokenize(text).tokens.map((t) => t.tokenType.name);
  expect(kinds('is not empty')).toEqual(['IsNotEmptyWord']);
  expect(kinds('is  not\tx')).toEqual(['IsNotWord', 'Name']);
  expect(kinds('not in x')).toEqual(['NotInWord', 'Name']);
  expect(kinds('no later than x')).toEqual(['NoLaterThanWord', 'Name']);
  expect(kinds('shall not x')).toEqual(['ShallNotWord', 'Name']);
});

test('a spelling is translated to the one that answers to it', () => {
  expect(translateKeyword('exceeds', '高於', 'hans')).toBe('高于');
  expect(translateKeyword('isNotEmpty', 'is not  empty', 'hant')).toBe('不為空');
  expect(translateKeyword('exceeds', '超過', 'en')).toBe('exceeds');
  expect(translateKeyword('attested', 'attested', 'hans')).toBe('认定');
});
