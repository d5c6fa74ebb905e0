import { describe, expect, test } from 'vitest';
import { parseOfficialText } from '../../src/source/official-text.ts';

const read = (text: string) => parseOfficialText({ name: 'law.txt', text });
const codes = (text: string) => read(text).diagnostics.map((d) => d.code);
/** Each article as `number: [paragraph sentences | (item) sentences]`. */
function shape(text: string): string[] {
  return read(text).value.articles.map((a) => {
    const paragraphs = a.paragraphs.map((p) =>
      [String(p.sentences.length), ...p.items.map((i) => `(${i.number})${i.sentences.length}`)].join(' '),
    );
    const number = a.branch === undefined ? `${a.number}` : `${a.number}-${a.branch}`;
    return `${a.chapter ?? '-'}/${number}: ${paragraphs.join(' | ')}`;
  });
}

const PARKING = [
  '停車場管理規定',
  '第一章 總則',
  '一、本規定適用於停車場。停車場由辦公室管理。',
  '二、停車應當遵守下列要求:',
  '(一)車頭朝外；',
  '（二）不占通道。夜間熄燈。',
  '違反的，由辦公室勸離！',
  '第二章 附則',
  '三、本規定自發布之日起施行。',
].join('\n');

describe('official text', () => {
  test('chapters, articles, paragraphs, items and sentences', () => {
    expect(shape(PARKING)).toEqual(['1/1: 2', '1/2: 1 (1)1 (2)2 | 1', '2/3: 1']);
    const { value, diagnostics } = read(PARKING);
    expect(diagnostics).toEqual([]);
    expect(value.title).toBe('停車場管理規定');
    expect(value.chapters.map((c) => [c.number, c.title])).toEqual([
      [1, '總則'],
      [2, '附則'],
    ]);
    expect(value.sentenceCount).toBe(8);
  });

  test('every sentence stands where its span says', () => {
    const { value } = read(PARKING);
    for (const a of value.articles)
      for (const p of a.paragraphs)
        for (const s of [...p.sentences, ...p.items.flatMap((i) => i.sentences)])
          expect(PARKING.slice(s.span.start, s.span.end)).toBe(s.text);
  });

  test('a semicolon or a colon ends no sentence, closing marks belong to the sentence', () => {
    const { value } = read('一、甲：乙；丙。“丁。”戊（己！）庚');
    expect(value.articles[0]?.paragraphs[0]?.sentences.map((s) => s.text)).toEqual([
      '甲：乙；丙。',
      '“丁。”',
      '戊（己！）',
      '庚',
    ]);
  });

  test.each([
    ['CRLF', PARKING.replaceAll('\n', '\r\n')],
    ['a final line end', `${PARKING}\n`],
    ['indented lines', PARKING.replaceAll('\n', '\n\u3000\u3000')],
    ['full width digits', PARKING.replace('二、', '２、').replace('（二）', '（２）')],
    ['the other brackets', PARKING.replace('(一)', '（一）').replace('（二）', '(二)')],
    ['blank lines', PARKING.replaceAll('\n', '\n\n')],
  ])('%s changes nothing', (_, text) => {
    expect(shape(text)).toEqual(shape(PARKING));
    expect(read(text).diagnostics).toEqual([]);
  });

  test('articles written 第…條, with branches, and a reference at the start of a line', () => {
    const text =
      '第一條　甲。\n第三條規定的人，丁。\n第一條之一 乙。\n1、不是條文。\n第二条：丙。\n第三條戊。';
    expect(shape(text)).toEqual(['-/1: 1 | 1', '-/1-1: 1 | 1', '-/2: 1', '-/3: 1']);
    expect(codes(text)).toEqual([]);
  });

  test('items directly under the article number form a paragraph without words', () => {
    expect(shape('一、（一）甲。\n（二）乙。')).toEqual(['-/1: 0 (1)1 (2)1']);
  });

  test.each([
    ['', ['source-no-articles']],
    ['二、甲。\n三、乙。', ['source-starts-late']],
    ['一、甲。\n一、乙。', ['source-duplicate-article']],
    ['一、甲。\n二、乙。\n三、丙。\n二、丁。', ['source-duplicate-article']],
    ['二、甲。\n一、乙。', ['source-starts-late', 'source-article-out-of-order']],
    ['一、甲。\n三、乙。', ['source-article-gap']],
    ['一、\n二、乙。', ['source-empty-article']],
    ['一、甲：\n（一）乙。\n（三）丙。', ['source-item-order']],
    ['題\n某年某月\n一、甲。', ['source-text-outside-articles']],
    ['第一章 總則\n第一節 甲\n一、甲。', ['source-section-skipped']],
  ])('%j is reported as %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('a problem points at the article that has it', () => {
    const text = '一、甲。\n三、乙。';
    const span = read(text).diagnostics[0]?.span;
    expect(span && text.slice(span.start, span.end)).toBe('三、乙。');
  });
});
