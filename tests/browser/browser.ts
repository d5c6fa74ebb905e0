import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where Chromium is: `CHROMIUM_PATH`, else where Debian puts it. Missing it is an error, not a reason to skip. */
export async function launch(): Promise<Browser> {
  const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
  const executablePath = places.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined)
    throw new Error(
      'No Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk), or name it in CHROMIUM_PATH.',
    );
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

/** What a page did that it should not: messages, refused styles, errors, anything fetched. */
export interface Watched {
  readonly page: Page;
  readonly faults: readonly string[];
}

export async function open(
  browser: Browser,
  path: string,
  look: { readonly width: number; readonly dark?: boolean },
): Promise<Watched> {
  const page = await browser.newPage({
    viewport: { width: look.width, height: 900 },
    colorScheme: look.dark ? 'dark' : 'light',
  });
  const faults: string[] = [];
  const url = `file://${path}`;
  page.on('console', (message) => void faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => void faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith(`${url}#`))
      faults.push(`fetched: ${request.url()}`);
  });
  await page.goto(url);
  return { page, faults };
}

/** Elements wider than the window that no scrolling box of their own holds. */
export const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const held = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).overflowX === 'auto' || held(element.parentElement));
    return [...document.querySelectorAll('body *')]
      .filter((e) => e.getBoundingClientRect().right > width + 1 && !held(e.parentElement))
      .map((e) => `${e.tagName} ${e.className}: ${(e.textContent ?? '').slice(0, 40)}`)
      .slice(0, 5);
  });

/** Texts whose contrast with what lies behind them is below that of WCAG AA (4.5 : 1). */
export const tooFaint = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!canvas) throw new Error('no canvas');
    type Colour = readonly [number, number, number, number];
    const colour = (css: string): Colour => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [r, g, b, a / 255];
    };
    const channel = (value: number): number => {
      const v = value / 255;
      return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    };
    const luminance = ([r, g, b]: Colour): number =>
      0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
    const behind = (element: Element | null): Colour => {
      if (!element) return [255, 255, 255, 1];
      const own = colour(getComputedStyle(element).backgroundColor);
      return own[3] === 1 ? own : behind(element.parentElement);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const faint = new Set<string>();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || (node.textContent ?? '').trim() === '' || element.closest('meter')) continue;
      const [a, b] = [luminance(colour(getComputedStyle(element).color)), luminance(behind(element))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (ratio < 4.5)
        faint.add(
          `${ratio.toFixed(2)} ${element.tagName}.${element.className}: ${(node.textContent ?? '').slice(0, 30)}`,
        );
    }
    return [...faint].slice(0, 5);
  });
