import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Citation } from '../../src/text/citation.ts';
import {
  chineseNumeral,
  citationKey,
  formatCitation,
  parseChineseNumeral,
  parseCitation,
  resolveCitation,
} from '../../src/text/citation-text.ts';

describe('numerals', () => {
  test.each<[number, string]>([
    [0, '零'],
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [47, '四十七'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [119, '一百一十九'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [9999, '九千九百九十九'],
  ])('%i is %s', (n, text) => {
    expect(chineseNumeral(n)).toBe(text);
    expect(parseChineseNumeral(text)).toBe(n);
  });
  test.each<[string, number | undefined]>([
    ['兩', 2],
    ['两百', 200],
    ['百', 100],
    ['二〇二四', 2024],
    ['五萬', 50_000],
    ['三億二千萬', 320_000_000],
    ['１２', 12],
    ['3.5', 3.5],
    ['三萬億', 3e12],
    ['一萬零五', 10_005],
    ['一百一', undefined],
    ['五萬三', undefined],
    ['十百', undefined],
    ['三五十', undefined],
    ['', undefined],
    ['甲', undefined],
    ['三甲', undefined],
  ])('%s is read as %s', (text, n) => expect(parseChineseNumeral(text)).toBe(n));
  test('every number up to 9999 comes back', () => {
    for (let n = 0; n <= 9999; n++) expect(parseChineseNumeral(chineseNumeral(n))).toBe(n);
  });
});

describe('citations', () => {
  test.each<[string, Citation]>([
    ['第四十七條第二款第一句', { article: 47, paragraph: 2, sentence: 1 }],
    ['第47条第2款', { article: 47, paragraph: 2 }],
    ['第 ４７ 條', { article: 47 }],
    ['第五十四條第（一）項', { article: 54, item: 1 }],
    ['第五十四條第(1)項', { article: 54, item: 1 }],
    ['第五十四條第一項', { article: 54, item: 1 }],
    ['第10條之一', { article: 10, branch: 1 }],
    ['第（二）項', { article: 0, item: 2 }],
    ['第三款第二句', { article: 0, paragraph: 3, sentence: 2 }],
    ['art. 47 para. 2 s. 1', { article: 47, paragraph: 2, sentence: 1 }],
    ['Article 10-1', { article: 10, branch: 1 }],
    ['art. 54 item (1)', { article: 54, item: 1 }],
    ['para. 2', { article: 0, paragraph: 2 }],
  ])('%s', (text, citation) => expect(parseCitation(text)).toEqual(citation));

  test.each([
    '',
    '第條',
    '第零條',
    '第一章',
    '四十七條',
    '第一款第一條',
    'art.',
    'art. 1 para.',
    '第一條第一條',
    'art. 0',
  ])('%j is no citation', (text) => expect(parseCitation(text)).toBeUndefined());

  const part = fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined });
  const anyCitation = fc
    .record({
      article: fc.integer({ min: 1, max: 999 }),
      branch: part,
      paragraph: part,
      item: part,
      sentence: part,
    })
    .map(
      (c) => Object.fromEntries(Object.entries(c).filter(([, v]) => v !== undefined)) as unknown as Citation,
    );

  test('what is printed is read back, in both languages', () => {
    fc.assert(
      fc.property(anyCitation, (c) => {
        expect(parseCitation(formatCitation(c, 'zh'))).toEqual(c);
        expect(parseCitation(formatCitation(c, 'en'))).toEqual(c);
      }),
    );
  });

  test('keys differ where places differ, and an item without paragraph stands in the first', () => {
    fc.assert(
      fc.property(anyCitation, anyCitation, (a, b) => {
        const whole = (c: Citation) => ({ ...c, paragraph: c.paragraph ?? (c.item === undefined ? 0 : 1) });
        const same = formatCitation(whole(a), 'zh') === formatCitation(whole(b), 'zh');
        expect(citationKey(a) === citationKey(b)).toBe(same);
      }),
    );
    expect(citationKey({ article: 54, item: 1 })).toBe(citationKey({ article: 54, paragraph: 1, item: 1 }));
  });

  test('a relative citation leans on the one before', () => {
    const base: Citation = { article: 47, branch: 1, paragraph: 2, item: 3, sentence: 4 };
    expect(resolveCitation({ article: 5 }, base)).toEqual({ article: 5 });
    expect(resolveCitation({ article: 0, paragraph: 9 }, base)).toEqual({
      article: 47,
      branch: 1,
      paragraph: 9,
    });
    expect(resolveCitation({ article: 0, item: 9 }, base)).toEqual({
      article: 47,
      branch: 1,
      paragraph: 2,
      item: 9,
    });
    expect(resolveCitation({ article: 0, sentence: 9 }, base)).toEqual({ ...base, sentence: 9 });
  });
});
