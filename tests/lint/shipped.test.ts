import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, zhunsheng } from '../support/run-cli.ts';

test('the shipped rulebooks have nothing to be said of them', () => {
  const run = zhunsheng(ROOT, ['lint', 'rules', '--max-warnings', '0']);
  expect(run.err).toBe('');
  expect(run.code).toBe(0);
  expect(run.out.match(/0 項錯誤 · 0 項警告 · 0 項提示/g)).toHaveLength(2);
});

test('nor held against the words of the regulation', () => {
  const run = zhunsheng(ROOT, ['lint', 'rules/example', '--source', 'rules/example/regulation.txt']);
  expect(run.err).toBe('');
});

test('every suppression in them has a reason', () => {
  const files = ['rules/example/parking.norm.md', 'rules/hongshan/chapter-07.norm'].map((f) => join(ROOT, f));
  const comments = files
    .filter(existsSync)
    .flatMap((f) => readFileSync(f, 'utf8').match(/# 準繩-略過.*/g) ?? []);
  expect(comments.length).toBeGreaterThan(0);
  expect(comments.filter((c) => !/：\S{6}/.test(c))).toEqual([]);
});
