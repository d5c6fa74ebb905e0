import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unifiedDiff } from '../../src/report/unified-diff.ts';
import { withFolder } from '../support/run-cli.ts';

/** What `git apply` makes of a text with the diff. */
function patched(before: string, diff: string): string {
  return withFolder({ a: before, 'd.diff': diff }, (folder) => {
    const { status, stderr } = spawnSync('git', ['apply', '-p0', '--whitespace=nowarn', 'd.diff'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    return readFileSync(join(folder, 'a'), 'utf8');
  });
}

test('shows a change with three lines around it', () => {
  const before = '一\n二\n三\n四\n五\n六\n七\n八\n';
  expect(unifiedDiff('a', before, before.replace('五', '伍'))).toBe(
    '--- a\n+++ a\n@@ -2,7 +2,7 @@\n 二\n 三\n 四\n-五\n+伍\n 六\n 七\n 八\n',
  );
});

test('nothing where nothing differs; a missing line end is said', () => {
  expect(unifiedDiff('a', 'x\n', 'x\n')).toBe('');
  expect(unifiedDiff('a', 'x', 'x\n')).toBe(
    '--- a\n+++ a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n',
  );
});

test('git makes the new text of the old one, whatever they are', () => {
  const text = fc.array(fc.constantFrom('甲', '乙', '丙', ''), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(text, text, fc.boolean(), (a, b, ended) => {
      const [before, after] = [`${a.join('\n')}\n`, `${b.join('\n')}${ended ? '\n' : ''}`];
      if (before !== after && after !== '')
        expect(patched(before, unifiedDiff('a', before, after))).toBe(after);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('texts with nothing in common are told as a whole', () => {
  const lines = (word: string) => Array.from({ length: 800 }, (_, i) => `${word}${i}\n`).join('');
  expect(patched(lines('甲'), unifiedDiff('a', lines('甲'), lines('乙')))).toBe(lines('乙'));
});
