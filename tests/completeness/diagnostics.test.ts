import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import type { CatalogueEntry } from '../../src/diagnostics/diagnostic.ts';

const tests = join(dirname(fileURLToPath(import.meta.url)), '..');
const entries = Object.entries(CODES) as [string, CatalogueEntry][];

function texts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((e) => {
    const path = join(folder, e.name);
    if (e.isDirectory()) return texts(path);
    return /\.(ts|txt|md)$/.test(e.name) && !path.endsWith('completeness/diagnostics.test.ts')
      ? [readFileSync(path, 'utf8')]
      : [];
  });
}

test('every diagnostic code is emitted by some test', () => {
  const all = [...texts(tests), readFileSync(join(tests, '../grammar/README.md'), 'utf8')].join('\n');
  expect(
    entries.map(([code]) => code).filter((code) => !new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(all)),
  ).toEqual([]);
});

test('every code has its own number, one sentence in both languages and no line break', () => {
  const ids = entries.map(([, e]) => e.id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  for (const [code, e] of entries) {
    expect(e.id, code).toMatch(/^Z[1-7]\d{3}$/);
    expect(e.message.zh, code).toMatch(/\p{Script=Han}/u);
    expect(e.message.en, code).toMatch(/[A-Za-z]/);
    expect(e.message.zh + e.message.en, code).not.toContain('\n');
  }
});
