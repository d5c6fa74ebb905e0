import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generateArtefacts } from '../../grammar/generate.ts';

const folder = new URL('../../grammar/generated/', import.meta.url);
const artefacts = generateArtefacts();

if (process.env.UPDATE === '1') {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(artefacts)) writeFileSync(new URL(name, folder), text);
}

test.each(Object.entries(artefacts))(
  'grammar/generated/%s is fresh (UPDATE=1 writes it anew)',
  (name, text) => {
    expect(readFileSync(new URL(name, folder), 'utf8')).toBe(text);
  },
);

test('grammar/generated holds nothing else', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(artefacts).sort());
});

test('the railroad page loads nothing', () => {
  expect(artefacts['railroad.html']).not.toMatch(/<script|src=|https?:/);
});
