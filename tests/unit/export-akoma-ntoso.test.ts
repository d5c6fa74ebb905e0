import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { akomaNtoso } from '../../src/export/akoma-ntoso.ts';
import { eIdOf } from '../../src/export/eid.ts';
import { makeLock, readLock } from '../../src/source/lock.ts';
import { parseOfficialText } from '../../src/source/official-text.ts';
import { readMarkup } from '../support/markup.ts';

const TEXT = [
  '停車場 <試行> & "管理" 規定',
  '第一章 總則',
  '第一條 本規定適用於停車場 A&B。',
  '第二條 停車應當遵守：',
  '（一）車頭朝外；',
  '（二）不占通道<通道>。',
  '違反的，由辦公室勸離。',
  '第二條之一 不得過夜。',
  '第二章 附則',
  '第二十一條 自發布之日起施行。',
].join('\n');
const official = parseOfficialText({ name: 'law.txt', text: TEXT }).value;
const lock = makeLock(official);

/** Content models of the elements used, as regular expressions over child names (schema of AKN 3.0, hierarchy etc.). */
const CONTENT: Readonly<Record<string, RegExp>> = {
  akomaNtoso: /^act$/,
  act: /^meta( preface)? body$/,
  meta: /^identification references$/,
  identification: /^FRBRWork FRBRExpression FRBRManifestation$/,
  FRBRWork: /^FRBRthis FRBRuri( FRBRalias)? FRBRdate FRBRauthor FRBRcountry$/,
  FRBRExpression: /^FRBRthis FRBRuri FRBRdate FRBRauthor FRBRlanguage$/,
  FRBRManifestation: /^FRBRthis FRBRuri FRBRdate FRBRauthor$/,
  references: /^TLCOrganization( TLCOrganization)*$/,
  preface: /^p$/,
  body: /^(article|chapter)( (article|chapter))*$/,
  chapter: /^num heading (content|article( article)*)$/,
  article: /^(num )?(content|paragraph( paragraph)*)$/,
  paragraph: /^(content|(intro )?point( point)*)$/,
  point: /^num content$/,
  intro: /^p$/,
  content: /^p$/,
  p: /^(#text|docTitle)?$/,
  docTitle: /^#text$/,
  num: /^#text$/,
  heading: /^(#text)?$/,
};
const ATTRIBUTES: Readonly<Record<string, string>> = {
  akomaNtoso: 'xmlns',
  act: 'name contains',
  identification: 'source',
  references: 'source',
  FRBRthis: 'value',
  FRBRuri: 'value',
  FRBRalias: 'value name',
  FRBRdate: 'date name',
  FRBRauthor: 'href',
  FRBRcountry: 'value',
  FRBRlanguage: 'language',
  TLCOrganization: 'eId href showAs',
};

/** Well formed, only known elements in known order, exactly the known attributes, every eId once. */
function expectValid(xml: string): void {
  const elements = readMarkup(xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, ''));
  for (const e of elements) {
    const content = e.children.join(' ');
    expect(content, e.tag).toMatch(CONTENT[e.tag] ?? /^$/);
    const plain = e.tag === 'meta' || e.tag.startsWith('FRBR') ? '' : 'eId';
    expect(Object.keys(e.attributes).join(' '), e.tag).toBe(ATTRIBUTES[e.tag] ?? plain);
  }
  const ids = elements.flatMap((e) => e.attributes.eId ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z][\w.-]*$/);
}

describe('Akoma Ntoso', () => {
  test('identifiers', () => {
    expect(eIdOf({ article: 47, paragraph: 2 })).toBe('art_47__para_2');
    expect(eIdOf({ article: 54, item: 1 })).toBe('art_54__para_1__point_1');
    expect(eIdOf({ article: 10, branch: 1 })).toBe('art_10-1');
    expect(eIdOf({ article: 5, paragraph: 1, sentence: 3 })).toBe('art_5__para_1__s_3');
  });

  test('the structure without words, exactly', () => {
    const body = akomaNtoso(lock).split('<body eId="body">\n')[1] ?? '';
    const structure = readMarkup(akomaNtoso(lock))
      .filter((e) => ['chapter', 'article', 'paragraph', 'point'].includes(e.tag))
      .map((e) => e.attributes.eId);
    expect(structure).toEqual([
      'chp_1',
      'art_1',
      'art_1__para_1',
      'art_2',
      'art_2__para_1',
      'art_2__para_1__point_1',
      'art_2__para_1__point_2',
      'art_2__para_2',
      'art_2-1',
      'art_2-1__para_1',
      'chp_2',
      'art_21',
      'art_21__para_1',
    ]);
    expect(
      body
        .split('\n')
        .map((l) => l.slice(6))
        .slice(0, 10),
    ).toEqual([
      '<chapter eId="chp_1">',
      '  <num eId="chp_1__num">第一章</num>',
      '  <heading eId="chp_1__heading">總則</heading>',
      '  <article eId="art_1">',
      '    <num eId="art_1__num">第一條</num>',
      '    <paragraph eId="art_1__para_1">',
      '      <content eId="art_1__para_1__content">',
      '        <p eId="art_1__para_1__content__p_1"/>',
      '      </content>',
      '    </paragraph>',
    ]);
    for (const words of ['本規定適用', '車頭朝外', '勸離', '過夜'])
      expect(akomaNtoso(lock)).not.toContain(words);
    expectValid(akomaNtoso(lock));
  });

  test('words when they are given, escaped', () => {
    const xml = akomaNtoso(lock, official);
    expectValid(xml);
    expect(xml).toContain('<p eId="art_1__para_1__content__p_1">本規定適用於停車場 A&amp;B。</p>');
    expect(xml).toContain('<p eId="art_2__para_1__intro__p_1">停車應當遵守：</p>');
    expect(xml).toContain('<p eId="art_2__para_1__point_2__content__p_1">不占通道&lt;通道&gt;。</p>');
    expect(xml).toContain('停車場 &lt;試行&gt; &amp; &quot;管理&quot; 規定');
  });

  test('words that are not those of the lock stay out', () => {
    const other = parseOfficialText({ name: 'law.txt', text: TEXT.replace('車頭朝外', '車頭朝內') }).value;
    const xml = akomaNtoso(lock, other);
    expect(xml).not.toContain('車頭朝內');
    expect(xml).toContain('違反的');
    expectValid(xml);
  });

  test('broken locks still give a well-formed document with every identifier once', () => {
    const sentence = { length: 1, sha256: '0'.repeat(64) };
    const item = { number: 1, sentences: [sentence] };
    expectValid(akomaNtoso({ version: 1, chapters: [], articles: [] }));
    expectValid(
      akomaNtoso({
        version: 1,
        title: 'a\u0000\ud800]]>',
        chapters: [
          { number: 1, title: '' },
          { number: 1, title: '再' },
        ],
        articles: [
          { number: 1, chapter: 9, paragraphs: [] },
          { number: 2, chapter: 1, paragraphs: [{ sentences: [], items: [item, item] }] },
        ],
      }),
    );
  });

  test('the shipped regulation', () => {
    const file = new URL('../../rules/hongshan/source.lock.json', import.meta.url);
    const shipped = readLock(readFileSync(file, 'utf8')).value;
    expect(shipped).toBeDefined();
    if (!shipped) return;
    const xml = akomaNtoso(shipped, undefined, '題名');
    expectValid(xml);
    const articles = readMarkup(xml).filter((e) => e.tag === 'article');
    expect(articles).toHaveLength(shipped.articles.length);
    expect(xml).toContain('eId="art_47__para_2"');
    expect(xml).toContain('<FRBRalias value="題名" name="title"/>');
  });
});
