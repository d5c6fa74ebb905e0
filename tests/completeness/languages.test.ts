import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dictionaryTexts } from '../../src/check/dictionary-texts.ts';
import { MESSAGES } from '../../src/cli/messages.ts';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import type { Bilingual, CatalogueEntry } from '../../src/diagnostics/diagnostic.ts';
import { docSections } from '../../src/diagnostics/doc-page.ts';
import { ROOT } from '../support/run-cli.ts';

const entries = Object.entries(CODES) as readonly (readonly [string, CatalogueEntry])[];
const pages = ['src/diagnostics/docs', 'src/lint/docs'].flatMap((folder) =>
  readdirSync(join(ROOT, folder)).flatMap((file) =>
    docSections(readFileSync(join(ROOT, folder, file), 'utf8')),
  ),
);

/** Everything that is said in both languages, with where it stands. */
const TEXTS: readonly (readonly [string, Bilingual])[] = [
  ...entries.flatMap(([code, { message, hint }]) => [
    [code, message] as const,
    ...(hint ? [[`${code} hint`, hint] as const] : []),
  ]),
  ...Object.entries(MESSAGES).map(([key, text]) => [key, text] as const),
  ...pages.map(({ name, zh, en }) => [`page of ${name}`, { zh: zh.join(''), en: en.join(' ') }] as const),
];

/** Characters that only 简体 has: OpenCC knows another for each of them, and never the character itself. */
const SIMPLIFIED = new Set(
  dictionaryTexts()
    .stCharacters.split('|')
    .flatMap((line) => {
      const [from = '', to = ''] = line.split(/[\t ](.*)/s);
      return to.split(' ').includes(from) ? [] : [from];
    }),
);
/** Where 简体 is named or shown; 若干, 占用 and 批准 are 繁體 as well. */
const NAMES_SIMPLIFIED = /简体|干|占|准|[「『（(][^」』）)]*[」』）)]|`[^`]*`/g;

test('what is said in Chinese is 繁體', () => {
  const found = TEXTS.flatMap(([where, { zh }]) =>
    [...zh.replace(NAMES_SIMPLIFIED, '')].filter((c) => SIMPLIFIED.has(c)).map((c) => `${where}: ${c}`),
  );
  expect(SIMPLIFIED.size).toBeGreaterThan(2000);
  expect(found).toEqual([]);
});

test('everything is said in both languages, each in its own', () => {
  for (const [where, { zh, en }] of TEXTS) {
    expect([where, en.trim() === '']).toEqual([where, false]);
    expect([where, zh.trim() === '']).toEqual([where, false]);
    // a command line may hold no word of either language
    if (!where.endsWith('.example')) expect([where, en]).not.toEqual([where, zh]);
  }
});

test('every code has its page', () => {
  const written = new Set(pages.map(({ name }) => name));
  expect(entries.map(([code]) => code).filter((code) => !written.has(code))).toEqual([]);
  expect(pages.length).toBe(entries.length);
});
