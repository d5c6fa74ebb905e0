import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { simplified } from '../../src/cli/scripts.ts';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import type { DiagnosticCode } from '../../src/diagnostics/diagnostic.ts';
import { compile } from '../../src/pipeline.ts';
import { resultSchema } from '../../src/report/result-schema.ts';
import { compareWithLock } from '../../src/source/compare.ts';
import { lockToJson, makeLock, readLock } from '../../src/source/lock.ts';
import { type OfficialText, parseOfficialText, type Sentence } from '../../src/source/official-text.ts';
import { countCoverage, sentenceCoverage, untouchedPlaces } from '../../src/source/sentence-coverage.ts';
import { formatCitation } from '../../src/text/citation-text.ts';
import { ROOT, SMALL_CASE, SMALL_RULES, withFolder, zhunsheng } from '../support/run-cli.ts';

/** A regulation of our own; SMALL_RULES cite its articles 1 to 3. */
const TEXT = `測試規則
第一章 答覆
第一條 申請送達後，應在三個工作日內答覆。
第二條 急件另議。
第二章 件數
第三條 每次不超過五件。件數以送達時為準。
第四條 下列事項由窗口辦理：
（一）收件；
（二）發件。
`;
const LOCK = lockToJson(makeLock(parseOfficialText({ name: 't.txt', text: TEXT }).value));
// nothing reads 種類: without it no warning stands among what is looked for
const USED = SMALL_RULES.replace('枚舉 種類 = 甲類、乙類\n\n', '').replace('  種類     : 種類\n', '');
const QUOTED = USED.replace('  依據 第三條\n', '  依據 第三條第一句\n');
const REST = `
宣示 件數基準
  依據 第三條第二句
  理由 「只說如何計數」

宣示 窗口
  依據 第四條第（一）項、第四條第（二）項
  理由 「說明分工，無從查核」
`;
const EXAMPLE = `
例 六件過多 於 件數上限
  件數 為 6
  結果 違規
`;
const FILES = { 'rules/a.norm': QUOTED + EXAMPLE, 'rules/source.lock.json': LOCK, 't.txt': TEXT };
const COMPLETE = { ...FILES, 'rules/a.norm': QUOTED + REST };
const run = (files: Readonly<Record<string, string>>, ...args: string[]) =>
  withFolder(files, (folder) => zhunsheng(folder, args));
const says = (err: string, code: DiagnosticCode): void => expect(err).toContain(` ${CODES[code].id} `);

describe('source verify', () => {
  test('the same text, in other typing too', () => {
    const same = run(
      { ...FILES, 't.txt': TEXT.replaceAll('\n', '\r\n').trimEnd() },
      'source',
      'verify',
      't.txt',
    );
    expect(same).toMatchObject({ code: 0, err: '' });
    expect(same.out).toContain('4 條，7 句');
  });

  test('another text: each sentence, the norms and the examples to review', () => {
    const text = `${TEXT.replace('五件', '六件').replace('（二）發件。\n', '')}第五條 另行公布。\n`;
    const other = run({ ...FILES, 't.txt': text }, 'source', 'verify', 't.txt');
    expect([other.code, other.out]).toEqual([1, '']);
    says(other.err, 'source-sentence-changed');
    says(other.err, 'source-sentence-removed');
    says(other.err, 'source-sentence-added');
    expect(other.err).toContain('規則「件數上限」依據此處，請覆核，連同例「六件過多」');
  });

  test('no lock, no text, a text with errors', () => {
    const bare = { 'rules/a.norm': SMALL_RULES, 't.txt': TEXT };
    const unlocked = run(bare, 'source', 'verify', 't.txt');
    expect(unlocked.code).toBe(3);
    says(unlocked.err, 'lock-required');
    says(run(FILES, 'source', 'verify', 'x.txt').err, 'missing-file');
    const twice = run({ ...FILES, 't.txt': `${TEXT}第四條 又。\n` }, 'source', 'verify', 't.txt');
    expect(twice.code).toBe(4);
    says(twice.err, 'source-duplicate-article');
  });
});

describe('source show', () => {
  test('without the text: fingerprints and what cites the place; with it: the words', () => {
    const locked = run(COMPLETE, 'source', 'show', '第三條');
    expect(locked.code).toBe(0);
    expect(locked.out).toMatch(
      /第三條第一款第一句 {2}art_3__para_1__s_1\n {2}8 字，指紋 [0-9a-f]{12}\n {2}規則：件數上限\n/,
    );
    expect(locked.out).toContain('宣示：件數基準（只說如何計數）');
    expect(locked.out).not.toContain('五件');
    const words = run(COMPLETE, 'source', 'show', '第三條第二句', '--source', 't.txt');
    expect(words.out).toBe(
      '第三條第一款第二句  art_3__para_1__s_2\n  件數以送達時為準。\n  宣示：件數基準（只說如何計數）\n',
    );
    expect(run(FILES, 'source', 'show', 'art. 4', '--lang', 'en').out).toContain(
      'nothing in the rulebook cites it',
    );
  });

  test('what is no citation, and what the text does not have', () => {
    const none = run(FILES, 'source', 'show', '那一條');
    expect(none.code).toBe(64);
    says(none.err, 'bad-citation-argument');
    says(run(FILES, 'source', 'show', '第二款').err, 'bad-citation-argument');
    const missing = run(FILES, 'source', 'show', '第九條');
    expect(missing.code).toBe(4);
    says(missing.err, 'citation-unknown-article');
    says(run(FILES, 'source', 'show', '第三條第二款').err, 'citation-unknown-part');
  });
});

describe('source coverage', () => {
  test('every sentence: norms, declaratory with the reason, or untouched; 1 if there is such', () => {
    const open = run(FILES, 'source', 'coverage', 'rules');
    expect(open.code).toBe(1);
    expect(open.out).toMatch(/第一條第一款第一句 +✓ 規則 {2}規則：三日答覆\n/);
    expect(open.out).toMatch(/第四條第一款第（二）項第一句 +✗ 未及\n/);
    expect(open.out).toMatch(/第二章 件數 {2}5 句：規則 1 · 宣示 0 · 未及 4 · 20%\n/);
    const closed = run(COMPLETE, 'source', 'coverage');
    expect(closed.code).toBe(0);
    expect(closed.out).toMatch(/合計 +7 句：規則 3 · 宣示 4 · 未及 0 · 100%\n$/);
    expect(closed.out).not.toContain('五件');
  });

  test('as JSON and as a page, with words only if they are given', () => {
    const json = JSON.parse(run(COMPLETE, 'source', 'coverage', '-f', 'json', '--source', 't.txt').out);
    expect(json.total).toEqual({ sentences: 7, encoded: 3, declaratory: 4, untouched: 0, percent: 100 });
    expect(json.chapters).toMatchObject([
      { chapter: 1, percent: 100 },
      { chapter: 2, sentences: 5 },
    ]);
    expect(json.sentences[3]).toEqual({
      citation: {
        text: '第三條第一款第二句',
        eId: 'art_3__para_1__s_2',
        article: 3,
        paragraph: 1,
        sentence: 2,
      },
      chapter: 2,
      state: 'declaratory',
      citedBy: [{ kind: 'declaratory', name: '件數基準', reason: '只說如何計數' }],
      words: '件數以送達時為準。',
    });
    const files = { ...COMPLETE, 'rules/a.norm': (QUOTED + REST).replace('如何計數', '<b>如何</b>計數') };
    const page = run(files, 'source', 'coverage', '-f', 'html').out;
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('&lt;b&gt;如何');
    expect(page).not.toMatch(/<b>|五件|https?:/);
  });
});

describe('validate --source', () => {
  test('without it the words were not compared, and that is said; --require-source makes it an error', () => {
    const plain = run(FILES, 'validate', 'rules');
    expect([plain.code, plain.err]).toEqual([0, '']);
    expect(plain.out).toContain(CODES['source-not-compared'].message.zh.replace('{path}', 'rules'));
    expect(plain.out).toContain('3／7 句已有規則或宣示（42%）');
    const required = run(FILES, 'validate', 'rules', '--require-source');
    expect(required.code).toBe(3);
    says(required.err, 'source-required');
    const compared = run(FILES, 'validate', 'rules', '--source', 't.txt', '--require-source');
    expect([compared.code, compared.err]).toEqual([0, '']);
    expect(compared.out).toContain('已逐句核對');
    says(run(FILES, 'validate', '--require-source', '--source', 'none.txt').err, 'source-required');
    const unlocked = { 'rules/a.norm': SMALL_RULES, 't.txt': TEXT };
    says(run(unlocked, 'validate', '--require-source', '--source', 't.txt').err, 'lock-required');
  });

  test('swapped sentences have moved; new citations are offered, the file stays', () => {
    const text = TEXT.replace('每次不超過五件。件數以送達時為準。', '件數以送達時為準。每次不超過五件。');
    withFolder({ ...COMPLETE, 't.txt': text }, (folder) => {
      const swapped = zhunsheng(folder, ['validate', 'rules', '--source', 't.txt', '-f', 'json']);
      expect(swapped.code).toBe(3);
      const moved = JSON.parse(swapped.out).rulebooks[0].diagnostics;
      expect(moved).toMatchObject([
        { code: 'source-sentence-moved', fix: { edits: [{ text: '第三條第一款第二句' }] } },
        { code: 'source-sentence-moved', fix: { edits: [{ text: '第三條第一款第一句' }] } },
      ]);
      expect(readFileSync(join(folder, 'rules/a.norm'), 'utf8')).toBe(COMPLETE['rules/a.norm']);
    });
  });

  test('quotations are looked for in the cited words', () => {
    const quoting = (words: string) => {
      const rules = QUOTED.replace('  依據 第三條第一句\n', `  依據 第三條第一句\n  引文 「${words}」\n`);
      return run({ ...FILES, 'rules/a.norm': rules }, 'validate', 'rules', '--source', 't.txt');
    };
    expect(quoting('不超過五件')).toMatchObject({ code: 0, err: '' });
    says(quoting('不超過六件').err, 'quotation-not-found');
  });

  test('--complete: whatever nothing cites is an error at its place', () => {
    const open = run(FILES, 'validate', 'rules', '--complete', '--source', 't.txt');
    expect(open.code).toBe(3);
    says(open.err, 'source-untouched');
    expect(open.err).toContain('t.txt:7:5: ');
    expect(open.err).toContain('依據第三條第一款第二句。');
    expect(run(FILES, 'validate', 'rules', '--complete').code).toBe(3);
    expect(run(COMPLETE, 'validate', 'rules', '--complete')).toMatchObject({ code: 0, err: '' });
    says(run({ 'rules/a.norm': SMALL_RULES }, 'validate', '--complete').err, 'lock-required');
  });
});

describe('the words under verdicts', () => {
  const files = { ...FILES, 'a.yaml': SMALL_CASE.replace('  種類: 甲類\n', '') };
  const WORDS = '申請送達後，應在三個工作日內答覆。';

  test('check, in both forms', () => {
    expect(run(files, 'check', 'a.yaml').out).not.toContain(WORDS);
    const pretty = run(files, 'check', 'a.yaml', '--source', 't.txt');
    expect(pretty.code).toBe(1);
    expect(pretty.out).toContain(`      原文：${WORDS}\n`);
    expect(pretty.out).not.toContain('五件');
    const json = JSON.parse(run(files, 'check', 'a.yaml', '--source', 't.txt', '-f', 'json').out);
    expect(z.fromJSONSchema(resultSchema() as never).safeParse(json).error?.issues ?? []).toEqual([]);
    const norms: { norm: string; sourceWords?: unknown }[] = json.cases[0].norms;
    expect(norms.map((n) => [n.norm, n.sourceWords])).toEqual([
      ['三日答覆', [{ citation: '第一條', words: WORDS }]],
      ['件數上限', undefined],
    ]);
    expect(run(files, 'check', 'a.yaml', '--source', 'none.txt').code).toBe(4);
  });

  test('explain, of a case and of a norm', () => {
    expect(run(files, 'explain', 'a.yaml', '--source', 't.txt').out).toContain(`\n  原文：${WORDS}\n`);
    const norm = run(files, 'explain', '--norm', '件數上限', '--source', 't.txt', '--lang', 'en');
    expect(norm.out).toContain('\n  text: 每次不超過五件。\n');
    says(run(files, 'explain', 'a.yaml', '--source', '.').err, 'unreadable-file');
  });
});

const OFFICIAL = join(ROOT, '../shared/source/hongshan-work-rules.txt');

describe.skipIf(!existsSync(OFFICIAL))('the official text against the shipped lock', () => {
  const text = existsSync(OFFICIAL) ? readFileSync(OFFICIAL, 'utf8') : '';
  const official = parseOfficialText({ name: 'law.txt', text }).value;
  const lock = readLock(readFileSync(`${ROOT}/rules/hongshan/source.lock.json`, 'utf8')).value;
  const rules = shippedRules();
  const sentences = sentencesOf(official);
  const places = sentenceCoverage(rules, lock ?? makeLock(official)).map((row) =>
    formatCitation(row.citation, 'zh'),
  );
  const found = (changed: string): string[] => {
    if (!lock) throw new Error('no lock');
    return compareWithLock(parseOfficialText({ name: 'law.txt', text: changed }).value, lock).map(
      (d) => `${d.code} ${d.message.zh}`,
    );
  };
  const without = ({ span }: Sentence, put: string): string =>
    text.slice(0, span.start) + put + text.slice(span.end);

  test('is the same', () => {
    expect(sentences).toHaveLength(241);
    expect(places).toHaveLength(241);
    expect(found(text)).toEqual([]);
  });

  test('any single sentence changed is named, and no other', () => {
    for (const [i, s] of sentences.entries()) {
      const changed = without(
        s,
        s.text.replace(/^./u, (c) => (c === '甲' ? '乙' : '甲')),
      );
      expect(found(changed)).toEqual([`source-sentence-changed ${places[i]}的文字與鎖定時不同。`]);
    }
  });

  test('any single sentence removed is named', () => {
    for (const [i, s] of sentences.entries()) {
      const gone = found(without(s, '')).filter((d) => !d.startsWith('source-sentence-moved'));
      expect(gone).toEqual([`source-sentence-removed 鎖定時的${places[i]}已不在這份原文中。`]);
    }
  });

  test('any sentence swapped with another: both have moved', () => {
    for (const [i, one] of sentences.entries()) {
      for (const j of [(i + 1) % sentences.length, (i * 37 + 101) % sentences.length]) {
        const other = sentences[j];
        if (!other || i === j) continue;
        const [a, b] = i < j ? [one, other] : [other, one];
        const between = text.slice(a.span.end, b.span.start);
        const swapped = text.slice(0, a.span.start) + b.text + between + a.text + text.slice(b.span.end);
        const moved = found(swapped);
        const names = [
          `source-sentence-moved 鎖定時的${places[i]}移到了${places[j]}。`,
          `source-sentence-moved 鎖定時的${places[j]}移到了${places[i]}。`,
        ];
        // what ends in a colon or semicolon runs into the next sentence where it is put
        if ([a, b].every((s) => /[。！？]$/.test(s.text))) expect(moved.sort()).toEqual(names.sort());
        else
          expect(moved.some((d) => [places[i], places[j]].some((place) => d.includes(place ?? '?')))).toBe(
            true,
          );
      }
    }
  });

  test('the coverage of the shipped rulebook is consistent with its untouched places', () => {
    if (!lock) throw new Error('no lock');
    const rows = sentenceCoverage(rules, lock);
    const open = rows.filter((row) => row.state === 'untouched').length;
    expect(countCoverage(rows)).toMatchObject({ sentences: 241, untouched: open });
    const untouched = untouchedPlaces(rules, lock).map((c) => formatCitation(c, 'zh'));
    expect(new Set(untouched).size).toBe(untouched.length);
    expect(untouched.length === 0).toBe(open === 0);
  });

  function shippedRules() {
    const folder = `${ROOT}/rules/hongshan`;
    const names = ['00-vocabulary', 'chapter-01', 'chapter-08', 'chapter-09'].map(
      (n) => `${folder}/${n}.norm`,
    );
    const files = names.filter(existsSync).map((name) => ({ name, text: readFileSync(name, 'utf8') }));
    return compile(files, lock).value.model;
  }
});

function sentencesOf(text: OfficialText): Sentence[] {
  return text.articles.flatMap((a) =>
    a.paragraphs.flatMap((p) => [...p.sentences, ...p.items.flatMap((i) => i.sentences)]),
  );
}

describe.skipIf(!existsSync(OFFICIAL))('an official text that is not as it should be', () => {
  const text = existsSync(OFFICIAL) ? readFileSync(OFFICIAL, 'utf8') : '';
  const lines = text.split('\n');
  const at = (number: string) => lines.findIndex((line) => line.startsWith(`${number}、`));
  const moved = (from: string, to: string) => {
    const rest = lines.filter((_, i) => i !== at(from));
    rest.splice(
      rest.findIndex((line) => line.startsWith(`${to}、`)),
      0,
      lines[at(from)] ?? '',
    );
    return rest.join('\n');
  };
  const verify = (changed: string | Uint8Array) =>
    withFolder({ 'law.txt': changed }, (folder) =>
      zhunsheng(folder, ['source', 'verify', 'law.txt', '--rules', join(ROOT, 'rules/hongshan')]),
    );
  const full = (t: string) => t.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));

  test.each<readonly [string, string]>([
    ['CRLF', text.replace(/\n/g, '\r\n')],
    ['CR alone', text.replace(/\n/g, '\r')],
    ['a byte order mark', `\ufeff${text}`],
    ['no final newline', text.trimEnd()],
    ['decomposed characters', text.normalize('NFD')],
    ['full width digits', full(text)],
    ['Arabic numerals for an article', text.replace('\n四十七、', '\n47、')],
    ['half width punctuation', text.replaceAll('，', ',').replaceAll('；', ';').replaceAll('：', ':')],
  ])('%s is read as the same text', (_, changed) => {
    expect(verify(changed)).toMatchObject({ code: 0 });
  });

  test.each<readonly [string, string | Uint8Array, string, RegExp, number]>([
    [
      'an article is missing',
      lines.filter((_, i) => i !== at('二十')).join('\n'),
      'source-article-gap',
      /law\.txt:\d+:1/,
      1,
    ],
    [
      'an article stands twice',
      text.replace(/\n(二十、[^\n]*)/, '\n$1\n$1'),
      'source-duplicate-article',
      /law\.txt:\d+:1/,
      4,
    ],
    ['an article is out of order', moved('三十', '二十'), 'source-article-out-of-order', /law\.txt:\d+:1/, 4],
    ['the other script', simplified(text), 'source-other-script', /law\.txt:1:/, 1],
    ['empty', '', 'source-no-articles', /law\.txt:1:1/, 4],
    ['binary', Uint8Array.from([0, 1, 2, 3]), 'binary-file', /law\.txt:1:1/, 4],
    ['not UTF-8', Uint8Array.from([0xa4, 0x40, 0x0a]), 'invalid-utf8', /law\.txt:1:1/, 4],
  ])('%s: told with its code and its line', (_, changed, code, place, exit) => {
    const run = verify(changed);
    expect(run.code).toBe(exit);
    expect(run.err).toContain(CODES[code as keyof typeof CODES].id);
    expect(run.err).toMatch(place);
  });

  test('the other script is one error, not one a sentence', () => {
    expect(verify(simplified(text)).err.match(/錯誤/g)).toHaveLength(1);
  });
});

test('第X條之一 and inserted items have places and identifiers of their own', () => {
  const law = '第一條 甲。\n第一條之一 乙。\n第二條 丙：\n（一）丁。\n（二）戊。\n第十一條 己。\n';
  const run = withFolder({ 'law.txt': law, 'rules/a.norm': '事項 事\n  甲 : 是非\n' }, (folder) => {
    zhunsheng(folder, ['source', 'lock', 'law.txt', '-o', 'rules/source.lock.json']);
    return zhunsheng(folder, ['source', 'coverage', 'rules', '-f', 'json']);
  });
  const ids = JSON.parse(run.out).sentences.map((s: { citation: { eId: string } }) => s.citation.eId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(
    expect.arrayContaining([
      'art_1__para_1__s_1',
      'art_1-1__para_1__s_1',
      'art_11__para_1__s_1',
      'art_2__para_1__point_1__s_1',
    ]),
  );
});
