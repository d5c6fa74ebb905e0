import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cite, Model } from '../../src/check/model.ts';
import { checkCitations } from '../../src/source/citations.ts';
import { compareWithLock, wordsOf } from '../../src/source/compare.ts';
import { uncoveredProvisions, uncoveredSentences } from '../../src/source/coverage.ts';
import { lockToJson, makeLock, readLock } from '../../src/source/lock.ts';
import { resolveInLock } from '../../src/source/lock-tree.ts';
import { normaliseSource } from '../../src/source/normalise.ts';
import { parseOfficialText } from '../../src/source/official-text.ts';
import type { Citation } from '../../src/text/citation.ts';
import { formatCitation, parseCitation } from '../../src/text/citation-text.ts';

const TEXT = [
  '一、甲。乙。',
  '二、丙：',
  '（一）丁；',
  '（二）戊。己。',
  '庚。',
  '三、辛:',
  '(一)壬。',
  '癸:',
  '(一)子。',
].join('\n');
const official = parseOfficialText({ name: 'law.txt', text: TEXT }).value;
const lock = makeLock(official);

function cite(text: string): Citation {
  const citation = parseCitation(text);
  if (!citation) throw new Error(text);
  return citation;
}

/** A model whose declaratory provisions cite `citations`, one each, at offsets 0, 10, 20 … */
function citing(...citations: string[]): Model {
  const entries = citations.map((text, i) => {
    const span = { file: 'a.norm', start: i * 10, end: i * 10 + 5 };
    const cites: Cite[] = [{ citation: cite(text), span }];
    return [`d${i}`, { name: `d${i}`, span, cites, reason: '' }] as const;
  });
  return { ...emptyModel, declaratory: Object.fromEntries(entries) };
}
const emptyModel: Model = {
  enums: {},
  groups: {},
  kinds: {},
  records: {},
  parameters: {},
  readings: {},
  definitions: {},
  norms: {},
  declaratory: {},
  quotations: [],
  examples: [],
  units: [],
  aliases: [],
  nameAliases: {},
};

describe('lock', () => {
  test('holds lengths and hashes, no words', () => {
    const json = lockToJson(lock);
    expect(json).not.toMatch(/[甲乙丙丁戊己庚辛]/);
    expect(lock.articles[0]?.paragraphs[0]?.sentences[0]).toEqual({
      length: 2,
      // sha256 of the UTF-8 bytes of 甲。
      sha256: '8c253750d3f6defea05cb346892fc182d3476e4fcfdb740e85855750d58e9bc6',
    });
  });

  test('written and read back it is the same', () => {
    expect(readLock(lockToJson(lock))).toEqual({ value: lock, diagnostics: [] });
    expect(lockToJson(lock)).toBe(lockToJson(makeLock(official)));
  });

  test.each([
    '',
    '[]',
    '{"version":2,"chapters":[],"articles":[]}',
    '{"version":1,"chapters":[],"articles":[{"number":0,"paragraphs":[]}]}',
    '{"version":1,"chapters":[],"articles":[],"__proto__":{}}',
    '{"version":1,"chapters":[],"articles":[{"number":1,"paragraphs":[]},{"number":1,"paragraphs":[]}]}',
    '{"version":1,"chapters":[],"articles":[{"number":1,"paragraphs":[{"items":[],"sentences":[{"length":1,"sha256":"x"}]}]}]}',
  ])('%j is no lock', (json) => {
    const { value, diagnostics } = readLock(json);
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.code)).toEqual(['source-lock-invalid']);
  });

  test('typing habits do not change the normalised text; words do', () => {
    expect(normaliseSource('（一） 甲，“乙”：丙 。')).toBe(normaliseSource('(一)甲,「乙」:丙｡'));
    expect(normaliseSource('甲。')).not.toBe(normaliseSource('乙。'));
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (s) => normaliseSource(normaliseSource(s)) === normaliseSource(s),
      ),
    );
  });
});

describe('resolving a citation', () => {
  const where = (text: string) => {
    const resolved = resolveInLock(lock, cite(text));
    return resolved.found
      ? formatCitation(resolved.citation, 'zh')
      : `${resolved.reason} ${resolved.level} ${resolved.existing.join()}`;
  };
  test.each([
    ['第一條', '第一條'],
    ['第一條第二句', '第一條第一款第二句'],
    ['第一條第一款第三句', 'missing sentence 1,2'],
    ['第一條第二款', 'missing paragraph 1'],
    ['第一條第（一）項', 'missing item '],
    ['第二條第（二）項', '第二條第一款第（二）項'],
    ['第二條第（二）項第二句', '第二條第一款第（二）項第二句'],
    ['第二條第（三）項', 'missing item 1,2'],
    ['第二條第一句', 'ambiguous paragraph 1,2'],
    ['第二條第二款第一句', '第二條第二款第一句'],
    ['第三條第（一）項', 'ambiguous paragraph 1,2'],
    ['第三條第二款第（一）項', '第三條第二款第（一）項'],
    ['第九條', 'missing article 1,2,3'],
    ['第一條之一', 'missing article 1,2,3'],
  ])('%s → %s', (text, expected) => {
    expect(where(text)).toBe(expected);
  });
});

describe('checking citations', () => {
  test('each unknown place has its code, span and a hint on what there is', () => {
    const found = checkCitations(
      citing('第一條', '第九條', '第二條第三款', '第三條第（一）項', '第一條第三句'),
      lock,
    );
    expect(found.map((d) => [d.code, d.span?.start, d.hint?.zh])).toEqual([
      ['citation-unknown-article', 10, '原文有第一條至第三條。'],
      ['citation-unknown-part', 20, '第二條只有 2 款。'],
      ['citation-ambiguous-part', 30, '請寫明款次：第三條第一款第（一）項、第三條第二款第（一）項。'],
      ['citation-unknown-part', 40, '第一條只有 2 句。'],
    ]);
  });
});

describe('coverage', () => {
  const open = (...citations: string[]) =>
    uncoveredProvisions(citing(...citations), lock).map((c) => formatCitation(c, 'zh'));
  test('nothing cited: every article, once', () => {
    expect(open()).toEqual(['第一條', '第二條', '第三條']);
  });
  test('an article covers its only paragraph', () => {
    expect(open('第一條', '第二條')).toEqual([
      '第二條第一款',
      '第二條第一款第（一）項',
      '第二條第一款第（二）項',
      '第二條第二款',
      '第三條',
    ]);
  });
  test('a paragraph does not cover its items, an item covers its paragraph', () => {
    expect(open('第一條', '第二條第一款', '第二條第二款', '第三條第一款第（一）項', '第三條第二款')).toEqual([
      '第二條第一款第（一）項',
      '第二條第一款第（二）項',
      '第三條第二款第（一）項',
    ]);
  });
  test('a sentence covers its item and paragraph but not its neighbours', () => {
    const model = citing('第一條第一句', '第二條第（二）項第二句', '第三條第一款', '第三條第二款');
    expect(uncoveredProvisions(model, lock, [1])).toEqual([]);
    expect(uncoveredSentences(model, lock, [1, 2]).map((c) => formatCitation(c, 'zh'))).toEqual([
      '第一條第一款第二句',
      '第二條第一款第（一）項第一句',
      '第二條第一款第（二）項第一句',
      '第二條第二款第一句',
    ]);
  });
});

describe('comparing a text with the lock', () => {
  const compare = (text: string, model?: Model) =>
    compareWithLock(parseOfficialText({ name: 'new.txt', text }).value, lock, model);
  test('the same words in other typing are the same', () => {
    expect(
      compare(`${TEXT.replaceAll('(', '（').replaceAll(')', '） ').replaceAll('\n', '\r\n')}\n`),
    ).toEqual([]);
  });
  test('changed, added and removed sentences, with the declarations to review', () => {
    const text = TEXT.replace('乙。', '丑。').replace('庚。', '庚。寅。').replace('己。', '');
    const found = compare(text, citing('第一條第二句', '第一條第一句', '第二條第二款'));
    expect(found.map((d) => [d.code, d.message.zh.slice(0, 14), d.related.map((r) => r.span.start)])).toEqual(
      [
        ['source-sentence-changed', '第一條第一款第二句的文字與鎖', [0]],
        ['source-sentence-removed', '鎖定時的第二條第一款第（二）', []],
        ['source-sentence-added', '第二條第二款第二句是鎖定之後', [20]],
      ],
    );
  });
  test('words of a cited place', () => {
    const words = (text: string) => wordsOf(official, cite(text)).map((s) => s.text);
    expect(words('第一條')).toEqual(['甲。', '乙。']);
    expect(words('第一條第二句')).toEqual(['乙。']);
    expect(words('第二條第（二）項')).toEqual(['戊。', '己。']);
    expect(words('第二條第一款')).toEqual(['丙：', '丁；', '戊。', '己。']);
    expect(words('第三條第（一）項')).toEqual([]);
  });
});

test('the lock of the shipped rulebook: articles 2 to 79, 241 sentences, written by lockToJson', () => {
  const json = readFileSync(new URL('../../rules/hongshan/source.lock.json', import.meta.url), 'utf8');
  const { value, diagnostics } = readLock(json);
  expect(diagnostics).toEqual([]);
  expect(value?.articles.map((a) => a.number)).toEqual(Array.from({ length: 78 }, (_, i) => i + 2));
  const parts = value?.articles.flatMap((a) => a.paragraphs.flatMap((p) => [p, ...p.items])) ?? [];
  expect(parts.flatMap((p) => p.sentences)).toHaveLength(241);
  expect(value && lockToJson(value)).toBe(json);
});
