import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildHandbook } from '../../src/export/handbook.ts';
import { handbookHtml } from '../../src/export/handbook-html.ts';
import { handbookMarkdown } from '../../src/export/handbook-markdown.ts';
import { blockId, type Handbook } from '../../src/export/handbook-parts.ts';
import { readOpenQuestions } from '../../src/export/open-questions.ts';
import { compile } from '../../src/pipeline.ts';
import { makeLock, readLock, resolveInLock, type SourceLock } from '../../src/source/lock.ts';
import { parseOfficialText } from '../../src/source/official-text.ts';
import type { SourceFile } from '../../src/text/span.ts';
import { readMarkup } from '../support/markup.ts';
import { ROOT } from '../support/run-cli.ts';

const RULES = `規章 測試規則
  題名 「測試 <規則>」

枚舉 種類 = 甲類、乙類

事項 申請
  種類     : 種類
  送達日期 : 日期 「收到 <b>文件</b> 的日子」
  答覆     : 事件
  急件     : 是非 由 主任 認定
`;
const NORMS = `
讀法 起算 依據 第一條
  次日（採用）「自次日起」
  當日 「自當日起」

參數 上限 : 數
  依據 第三條

規則 三日答覆
  依據 第一條第二句
  要旨 「三日內 <script>alert(1)</script> & *答覆* [看](javascript:x)」
  適用 申請
  當 種類 為 甲類 且 起算 為 次日
  應當 答覆 不遲於 送達日期 後 3 個工作日
  除非 急件 依據 第二條

規則 不得代辦
  依據 第二條
  適用 申請
  不得 種類 為 乙類 且 急件

宣示 總旨
  依據 第二條之一
  理由 「只說目的」

例 急件 於 三日答覆
  種類 為 甲類 ; 送達日期 為 2026-09-28 ; 答覆 為 2026-10-30 ; 急件 認定為 是
  結果 豁免
`;
const LAW = '第一章 總則\n第一條 甲。乙。\n第二條 丙。\n第二條之一 丁。\n第三條 戊。\n己。\n第五條 庚。';
const official = parseOfficialText({ name: 'law.txt', text: LAW }).value;

function handbookOf(files: readonly SourceFile[], lock?: SourceLock, words?: typeof official): Handbook {
  const { value, diagnostics } = compile(files);
  expect(diagnostics.filter((d) => d.severity === 'error').map((d) => d.message.zh)).toEqual([]);
  if (!value.plan) throw new Error('no plan');
  return buildHandbook(value.model, value.plan, { ...(lock ? { lock } : {}), ...(words ? { words } : {}) });
}
const small = () => handbookOf([{ name: 'a.norm', text: RULES + NORMS }], makeLock(official));

/** Every id once, every link to an id. */
function expectLinked(html: string): void {
  const elements = readMarkup(html);
  const ids = elements.flatMap((e) => e.attributes.id ?? []);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  const known = new Set(ids);
  const links = elements.flatMap((e) => e.attributes.href ?? []);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((l) => !l.startsWith('#') || !known.has(decodeURIComponent(l.slice(1))))).toEqual([]);
}

describe('handbook', () => {
  test('a norm in words', () => {
    const first = small().sections[0]?.sections[0];
    expect(first?.title).toBe('第一條');
    const norm = first?.blocks.find((b) => b.name === '三日答覆');
    const plain = norm?.lines.map((l) =>
      [l.label, ...l.items.map((i) => i.map((p) => (typeof p === 'string' ? p : p.text)).join(''))].join(
        '｜',
      ),
    );
    expect(plain).toEqual([
      '依據｜第一條第二句',
      '適用｜申請',
      '當（皆須）｜種類 為 甲類｜起算 為 次日',
      '應當｜答覆 不遲於 送達日期 後 3 個工作日',
      '除非｜急件（第二條）',
      '效力｜剛性',
      '所需事實｜急件、種類、答覆、送達日期',
      '所用讀法｜起算',
    ]);
    expect(norm?.folded).toEqual([
      {
        label: '急件',
        items: [
          ['種類 為 甲類；送達日期 為 2026-09-28；答覆 為 2026-10-30；急件 由 主任 認定為 是'],
          ['→ 豁免'],
        ],
      },
    ]);
  });

  test('what is forbidden stands as it was written', () => {
    const norm = small()
      .sections[0]?.sections.flatMap((s) => s.blocks)
      .find((b) => b.name === '不得代辦');
    expect(norm?.lines.find((l) => l.label === '不得')?.items).toEqual([['種類 為 乙類 且 急件']]);
  });

  test('places lead to what cites them, untouched places are shown as such', () => {
    const sections = small().sections[0]?.sections ?? [];
    expect(sections.map((s) => [s.id, s.title])).toEqual([
      ['art_1', '第一條'],
      ['art_2', '第二條'],
      ['art_2-1', '第二條之一'],
      ['art_3', '第三條'],
      ['art_5', '第五條'],
    ]);
    expect(sections[1]?.lines).toEqual([
      {
        id: 'art_2__whole',
        label: '全條',
        items: [
          ['規則 ', { text: '三日答覆', to: 'norm-三日答覆' }],
          ['規則 ', { text: '不得代辦', to: 'norm-不得代辦' }],
        ].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      },
    ]);
    expect(sections[4]?.lines).toEqual([{ id: 'art_5__whole', label: '全條', items: [['—']] }]);
  });

  test('open questions', () => {
    const questions = small().sections.find((s) => s.id === 'questions');
    expect(questions?.lines.map((l) => [l.label, l.items.length])).toEqual([
      ['條文有數種讀法', 1],
      ['條文未定其數', 1],
      ['所據文本缺少的條文', 1],
      ['尚未寫成規則或宣示', expect.any(Number)],
      ['施行日期', 1],
    ]);
    expect(questions?.lines[2]?.items).toEqual([['第四條']]);
  });

  test('one page that loads nothing; every norm once; every link leads somewhere', () => {
    const html = handbookHtml(small());
    expectLinked(html);
    const norms = readMarkup(html).filter((e) => e.attributes.id?.startsWith('norm-'));
    expect(norms.map((e) => [e.tag, e.attributes.id])).toEqual([
      ['article', 'norm-三日答覆'],
      ['article', 'norm-不得代辦'],
    ]);
    expect(readMarkup(html).filter((e) => ['script', 'link', 'img', 'iframe'].includes(e.tag))).toEqual([]);
    expect(html).toContain("default-src 'none'; style-src 'sha256-");
    expect(html).not.toMatch(/ (?:style|on\w+)="/);
    expect(html).toContain('lang="zh-Hant"');
  });

  test('what a user wrote is text', () => {
    const html = handbookHtml(small());
    expect(html).toContain('三日內 &lt;script&gt;alert(1)&lt;/script&gt; &amp; *答覆* [看](javascript:x)');
    expect(html).toContain('<title>測試 &lt;規則&gt;</title>');
    const markdown = handbookMarkdown(small());
    expect(markdown).toContain('# 測試 \\<規則\\>');
    expect(markdown).toContain(
      '三日內 \\<script\\>alert(1)\\</script\\> \\& \\*答覆\\* \\[看\\](javascript:x)',
    );
    expect(markdown).toContain('收到 \\<b\\>文件\\</b\\> 的日子');
  });

  test('Markdown: links and anchors', () => {
    const markdown = handbookMarkdown(small());
    const anchors = [...markdown.matchAll(/<a id="([^"]*)"><\/a>/g)].map((m) => m[1] ?? '');
    expect(new Set(anchors).size).toBe(anchors.length);
    const links = [...markdown.matchAll(/(?<!\\)\]\(#([^)]*)\)/g)].map((m) => decodeURIComponent(m[1] ?? ''));
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((to) => !anchors.includes(to))).toEqual([]);
    expect(markdown).toContain(
      `#### <a id="norm-不得代辦"></a>規則 不得代辦

- **依據**：[第二條](#art_2__whole)
- **適用**：[申請](#kind-${encodeURIComponent('申請')})
- **不得**：種類 為 乙類 且 急件
- **效力**：剛性
`,
    );
  });

  test('words of the official text only when they are given', () => {
    const files = [{ name: 'a.norm', text: RULES + NORMS }];
    expect(handbookHtml(handbookOf(files, makeLock(official)))).not.toContain('庚。');
    const html = handbookHtml(handbookOf(files, makeLock(official), official));
    expect(html).toContain('原文：庚。');
    expectLinked(html);
  });

  test('without a lock the places are those that are cited', () => {
    const handbook = handbookOf([{ name: 'a.norm', text: RULES + NORMS }]);
    expect(handbook.sections[0]?.title).toBe('條文');
    expect(handbook.sections[0]?.sections.map((s) => s.title)).toEqual([
      '第一條',
      '第二條',
      '第二條之一',
      '第三條',
    ]);
    expectLinked(handbookHtml(handbook));
  });

  test('another script changes texts, not identifiers', () => {
    const html = handbookHtml(small(), { script: (t) => t.replaceAll('規則', '规则'), language: 'zh-Hans' });
    expectLinked(html);
    expect(html).toContain('<span class="tag">规则</span>');
    expect(html).toContain('lang="zh-Hans"');
  });

  test('names never share an identifier', () => {
    const names = ['a b', 'a~20~b', 'a\tb', 'a~b', 'a\ud800'];
    const ids = names.map((n) => blockId('norm', n));
    expect(new Set(ids).size).toBe(names.length);
    for (const id of ids) expect(() => encodeURIComponent(id)).not.toThrow();
    for (const id of ids) expect(id).not.toMatch(/\s/);
  });

  test('the shipped rulebook', () => {
    const folder = new URL('../../rules/hongshan/', import.meta.url);
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.norm'))
      .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
    const lock = readLock(readFileSync(new URL('source.lock.json', folder), 'utf8')).value;
    const { model, plan } = compile(files, lock).value;
    if (!plan) throw new Error('no plan');
    const html = handbookHtml(buildHandbook(model, plan, lock ? { lock } : {}));
    expectLinked(html);
    const norms = readMarkup(html).filter((e) => e.tag === 'article' && e.attributes.id?.startsWith('norm-'));
    expect(norms).toHaveLength(plan.norms.length);
    expect(html).not.toContain('undefined');
  });
});

describe('open questions for the issuer', () => {
  const read = (text: string) => readOpenQuestions({ name: 'questions.yaml', text });
  test('stand in the handbook with links to the provisions', () => {
    const { value, diagnostics } = read(
      '- 依據: [第二條, 第三條第一款]\n  問題: 何者為先？\n  現行處理: 照字面。\n',
    );
    expect(diagnostics).toEqual([]);
    expect(value).toEqual([
      {
        citations: [{ article: 2 }, { article: 3, paragraph: 1 }],
        question: '何者為先？',
        meanwhile: '照字面。',
      },
    ]);
    const { model, plan } = compile([
      { name: 'a.norm', text: '事項 事\n  甲 : 是非\n規則 乙\n  依據 第二條\n  適用 事\n  應當 甲\n' },
    ]).value;
    if (!plan) throw new Error('it has errors');
    const text = handbookMarkdown(buildHandbook(model, plan, { questions: value }));
    expect(text).toContain('**疑義**');
    expect(text).toMatch(/\[第二條\]\(#art_2\S*\)、第三條第一款：何者為先？現行處理：照字面。/);
  });
  test.each([
    ['- 問題: 何者？\n  現行處理: 照字面。\n', 'question-incomplete', 2],
    ['- 甲\n', 'question-incomplete', 2],
    ['- 依據: 頭一條\n  問題: 何者？\n  現行處理: 照字面。\n', 'question-bad-citation', 6],
    ['- 依據: 第二條\n  問題: 何者？\n  現行處理: 照字面。\n  答案: 無\n', 'question-unknown-key', 35],
  ])('%j is %s', (text, code, start) => {
    const { diagnostics, value } = read(text);
    expect(diagnostics[0]).toMatchObject({ code, span: { file: 'questions.yaml', start } });
    expect(value.length).toBe(code === 'question-unknown-key' ? 1 : 0);
  });
  test('of the shipped rulebook: each is readable, and its places exist', () => {
    const folder = join(ROOT, 'rules/hongshan');
    const { value, diagnostics } = read(readFileSync(join(folder, 'questions.yaml'), 'utf8'));
    expect(diagnostics).toEqual([]);
    expect(value.length).toBeGreaterThan(10);
    const lock = readLock(readFileSync(join(folder, 'source.lock.json'), 'utf8'), 'lock').value;
    if (!lock) throw new Error('no lock');
    expect(value.flatMap((q) => q.citations).filter((c) => !resolveInLock(lock, c).found)).toEqual([]);
  });
});
