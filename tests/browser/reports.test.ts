import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, SMALL_RULES, zhunsheng } from '../support/run-cli.ts';
import { launch, open, tooFaint, tooWide } from './browser.ts';

/** Names as somebody writes them who wants the page to do something. */
const HOSTILE = `${SMALL_RULES}
規則 惡意則
  依據 第四條
  要旨 「</style><script>document.title='x'</script><img src=x onerror=alert(1)>」
  適用 申請
  應當 急件 # </pre><style>*{display:none}</style>
例 試一試 於 惡意則
  急件 為 否
  結果 合規
`;
const CASES = `案件: "<b onclick=alert(1)>甲案</b> & '乙'"
查核日期: 2026-10-12
事項: 申請
事實: { 種類: 甲類, 送達日期: 2026-09-28, 答覆: 2026-10-20, 件數: 9, 急件: 否 }
---
案件: 乙案
查核日期: 2026-10-01
事項: 申請
事實: { 種類: 乙類, 送達日期: 2026-09-28, 答覆: 未發生, 急件: 否 }
`;

let browser: Browser;
let folder: string;
/** name → what the command also tells as JSON, to hold the page against. */
const PAGES = {
  validate: ['validate', 'rules', '-o', 'html=validate.html', '-f', 'json'],
  lint: ['lint', 'rules', '-o', 'html=lint.html', '-f', 'json'],
  test: ['test', 'rules', '--coverage', '--threshold', '100', '-o', 'html=test.html', '-f', 'json'],
  mutate: ['test', 'good', '--coverage', '--mutate', '-o', 'html=mutate.html', '-f', 'json'],
  check: ['check', 'case.yaml', '--rules', 'rules', '-o', 'html=check.html', '-f', 'json'],
  english: [
    'check',
    'case.yaml',
    '--rules',
    'rules',
    '-o',
    'html=english.html',
    '-f',
    'json',
    '--lang',
    'en',
  ],
  broken: ['validate', 'broken', '-o', 'html=broken.html', '-f', 'json'],
  handbook: ['export', 'html', 'rules', '-o', 'handbook.html'],
} as const;
const outputs = new Map<string, string>();

beforeAll(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), 'zhunsheng-'));
  for (const name of ['rules', 'good', 'broken']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'rules/a.norm'), HOSTILE);
  writeFileSync(
    join(folder, 'broken/a.norm'),
    HOSTILE.replace('應當 急件', '應當 急件急件').replace('第三條', '三條'),
  );
  writeFileSync(join(folder, 'case.yaml'), CASES);
  cpSync(join(ROOT, 'rules/example'), join(folder, 'good'), { recursive: true });
  for (const [name, args] of Object.entries(PAGES)) outputs.set(name, zhunsheng(folder, args).out);
  const coverage = zhunsheng(folder, [
    'source',
    'coverage',
    'good',
    '--source',
    'good/regulation.txt',
    '-f',
    'html',
  ]);
  writeFileSync(join(folder, 'coverage.html'), coverage.out);
});
afterAll(async () => {
  await browser?.close();
  if (!process.env.KEEP_PAGES) rmSync(folder, { recursive: true, force: true });
});

describe.each([...Object.keys(PAGES), 'coverage'])('%s', (name) => {
  const path = () => join(folder, `${name}.html`);

  test('is one file that runs and fetches nothing, in light and dark, wide and narrow', async () => {
    expect(existsSync(path())).toBe(true);
    for (const [width, dark] of [
      [1280, false],
      [1280, true],
      [390, false],
      [390, true],
    ] as const) {
      const { page, faults } = await open(browser, path(), { width, dark });
      expect(await page.title()).toMatch(/\S/);
      expect(await page.evaluate(() => document.documentElement.lang)).toMatch(/^(zh-Hant|zh-Hans|en)$/);
      expect(await page.evaluate(() => document.scripts.length + document.images.length)).toBe(0);
      expect(await tooWide(page)).toEqual([]);
      expect(await tooFaint(page)).toEqual([]);
      expect(faults).toEqual([]);
      if (process.env.KEEP_PAGES)
        await page.screenshot({ path: `${path()}-${width}${dark ? '-dark' : ''}.png`, fullPage: true });
      await page.close();
    }
  });

  test('its tables have headings for rows or columns', async () => {
    const { page } = await open(browser, path(), { width: 1280 });
    const bare = await page.evaluate(
      () =>
        [...document.querySelectorAll('table')].filter((t) => t.querySelector('thead th') === null).length,
    );
    expect(bare).toBe(0);
    await page.close();
  });

  test('prints on A4, nothing folded away', async () => {
    const { page } = await open(browser, path(), { width: 1280 });
    await page.emulateMedia({ media: 'print' });
    const hidden = await page.evaluate(
      () =>
        [...document.querySelectorAll('details:not([open])')].filter((d) =>
          [...d.children].some((c) => c.tagName !== 'SUMMARY' && (c as HTMLElement).offsetHeight === 0),
        ).length,
    );
    expect(hidden).toBe(0);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    if (process.env.KEEP_PAGES) writeFileSync(`${path()}.pdf`, pdf);
    await page.close();
  });
});

test.each(['validate', 'lint', 'test', 'check', 'broken'])(
  '%s: every finding stands in the page, with its place',
  async (name) => {
    const { page } = await open(browser, join(folder, `${name}.html`), { width: 1280 });
    const shown = await page.locator('article .head').allInnerTexts();
    const told = [...(outputs.get(name) ?? '').matchAll(/"id": "(Z\d{4})"/g)].map((m) => m[1] ?? '');
    const count = (of: readonly string[], id: string) => of.filter((text) => text.includes(id)).length;
    for (const id of new Set(told)) expect(count(shown, id), id).toBeGreaterThanOrEqual(count(told, id));
    if (name !== 'check') expect(shown.length).toBeGreaterThanOrEqual(new Set(told).size);
    for (const head of shown) expect(head).toMatch(/(錯誤|警告|提示)[\s\S]*Z\d{4}/);
    await page.close();
  },
);

test('a case shows its verdict and each norm with basis, what is missing and what is due', async () => {
  const { page } = await open(browser, join(folder, 'check.html'), { width: 1280 });
  const text = await page.locator('main').innerText();
  expect(text).toContain("<b onclick=alert(1)>甲案</b> & '乙' ✗ 違規");
  expect(text).toMatch(/三日答覆\s+✗ 違規\s+第一條/);
  expect(text).toMatch(/三日答覆\s+… 待履行/);
  expect(text).toContain('期限 2026-10-08');
  expect(text).toMatch(/件數上限\s+\? 待定\s+第三條\s+缺：件數/);
  await page.close();
});

test('a failed example shows what was expected beside what was found', async () => {
  const { page } = await open(browser, join(folder, 'test.html'), { width: 1280 });
  const table = page.locator('article table', { hasText: '期望與算得' }).first();
  expect(await table.locator('thead th').allInnerTexts()).toEqual([
    expect.stringContaining('rules/a.norm:'),
    expect.stringContaining('算得'),
  ]);
  const rows = await table.locator('tbody tr').allInnerTexts();
  expect(rows[0]).toMatch(/合規[\s\S]*✗ 違規/);
  expect(rows.join()).toContain('急件');
  await page.close();
});

test('what a name pretends to be stays a name', async () => {
  const { page, faults } = await open(browser, join(folder, 'test.html'), { width: 1280 });
  expect(await page.title()).toBe('準繩 測試報告');
  expect(await page.locator('main').innerText()).toContain('惡意則');
  expect(faults).toEqual([]);
  // a style that somebody smuggled in would not apply either
  const html = readFileSync(join(folder, 'test.html'), 'utf8');
  writeFileSync(
    join(folder, 'smuggled.html'),
    html.replace('</main>', '<style>body{color:red}</style></main>'),
  );
  const smuggled = await open(browser, join(folder, 'smuggled.html'), { width: 1280 });
  expect(smuggled.faults.join()).toMatch(/Content Security Policy|Refused to apply/i);
  await smuggled.page.close();
  await page.close();
});
