import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { formatText } from '../../src/format/format.ts';
import { parseNorm } from '../../src/syntax/parse.ts';

/** tests/format/fixtures/NAME: `written.*` as somebody wrote it, `formatted.*` as it should be, `en.norm` in English. */
const folder = join(dirname(fileURLToPath(import.meta.url)), 'fixtures');
const root = join(folder, '../../..');
const DIALECTS = { hant: 'hant', hans: 'hans', en: 'en' } as const;

const fixtures = readdirSync(folder).map((name) => {
  const written = readdirSync(join(folder, name)).find((f) => f.startsWith('written.')) ?? 'written.norm';
  return { name, written, ending: written.slice('written'.length) };
});
const read = (name: string, file: string): string => readFileSync(join(folder, name, file), 'utf8');

describe.each(fixtures)('$name', ({ name, written, ending }) => {
  const file = { name: written, text: read(name, written) };
  const wanted = { formatted: undefined, ...DIALECTS };
  for (const [form, dialect] of Object.entries(wanted)) {
    const path = join(folder, name, `${form}${ending}`);
    if (form !== 'formatted' && !existsSync(path)) continue;
    test(form, () => {
      const { value, diagnostics } = formatText(file, dialect ? { dialect } : {});
      expect(diagnostics).toEqual([]);
      if (process.env.UPDATE) writeFileSync(path, value);
      expect(value).toBe(readFileSync(path, 'utf8'));
    });
  }
});

test('every kind of block, clause, expression, type and cell stands in a fixture', () => {
  const kinds = new Set(
    [
      ...readFileSync(join(root, 'src/syntax/ast.ts'), 'utf8').matchAll(/kind: ((?:'\w+'(?: \| )?)+)/g),
    ].flatMap((m) => (m[1] ?? '').split(' | ').map((k) => k.slice(1, -1))),
  );
  const found = new Set<string>();
  JSON.stringify(
    fixtures.map(({ name, written }) => parseNorm({ name: written, text: read(name, written) }).value),
    (key, value: unknown) => {
      if (key === 'kind') found.add(value as string);
      return value;
    },
  );
  expect([...kinds].filter((kind) => !found.has(kind))).toEqual([]);
});
