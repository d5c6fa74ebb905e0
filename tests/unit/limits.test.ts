import { expect, test } from 'vitest';
import { MAX_ERRORS, MAX_TOKENS } from '../../src/syntax/limits.ts';
import { parseNorm } from '../../src/syntax/parse.ts';

const codes = (text: string) => parseNorm({ name: 'x.norm', text }).diagnostics.map((d) => d.code);

test('a file with more words than any rulebook has is refused whole', () => {
  expect(codes('甲 '.repeat(MAX_TOKENS + 1))).toEqual(['too-many-tokens']);
});

test('after many errors the rest is only counted', () => {
  const found = codes('規則 甲\n  當 且\n'.repeat(MAX_ERRORS + 50));
  expect(found).toHaveLength(MAX_ERRORS + 1);
  expect(found.at(-1)).toBe('too-many-errors');
});

test('a number with more digits than can be exact is refused', () => {
  expect(codes(`規則 甲\n  當 數 為 ${'9'.repeat(400)}\n`)).toContain('bad-number');
});

test('a second 結果 in an example is an error', () => {
  expect(codes('例 甲 於 乙\n  結果 合規\n  結果 違規\n')).toContain('repeated-clause');
});
