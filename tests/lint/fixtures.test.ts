import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../src/diagnostics/apply-fixes.ts';
import { LINT_NAMES } from '../../src/lint/lints.ts';
import { meaningKey } from '../../src/lint/same-meaning.ts';
import { compile } from '../../src/pipeline.ts';
import { lintText, only, shown } from '../support/lint-book.ts';

/**
 * One folder a lint: `bad.norm` (or `.norm.md`) gives exactly what stands in `bad.txt`, `good.norm` nothing of this lint. Both are anchored
 * in `regulation.txt`. `UPDATE=1 npx vitest run tests/lint` records `bad.txt` anew; read the difference before you commit.
 */
const here = dirname(fileURLToPath(import.meta.url));
const official = readFileSync(join(here, 'regulation.txt'), 'utf8');

const fixture = (name: string, which: 'bad' | 'good') => {
  const path = join(here, name, `${which}.norm`);
  return { name: `${which}.norm`, text: existsSync(path) ? readFileSync(path, 'utf8') : '' };
};

describe.each(LINT_NAMES)('%s', (name) => {
  test('bad', () => {
    const file = fixture(name, 'bad');
    const { errors, found } = lintText(file, only(name), official);
    expect(errors.map((d) => shown(d, file.text))).toEqual([]);
    expect(found.map((d) => d.code)).toContain(name);
    const text = `${found.map((d) => shown(d, file.text)).join('\n')}\n`;
    const record = join(here, name, 'bad.txt');
    if (process.env.UPDATE) writeFileSync(record, text);
    expect(text).toBe(existsSync(record) ? readFileSync(record, 'utf8') : '(no record)');
  });

  test('good', () => {
    const file = fixture(name, 'good');
    const { errors, found } = lintText(file, only(name), official);
    expect([...errors, ...found].map((d) => shown(d, file.text))).toEqual([]);
  });

  test('its fixes are at rest after some rounds, and keep the meaning where they say so', () => {
    let file = fixture(name, 'bad');
    for (let round = 0; ; round++) {
      const { found } = lintText(file, only(name), official);
      const before = compile([file]).value;
      const { texts, applied, refused } = applyFixes([file], found, ([now], sameMeaning) => {
        const after = now && compile([now]).value;
        if (!after?.plan || !before.plan) return false;
        const [model, plan] = [after.model, after.plan];
        return !sameMeaning || meaningKey({ model, plan }) === meaningKey({ ...before, plan: before.plan });
      });
      expect(refused.map((d) => shown(d, file.text))).toEqual([]);
      if (applied.length === 0) break;
      expect(round).toBeLessThan(10);
      file = { ...file, text: texts[0]?.text ?? '' };
    }
    const left = lintText(file, only(name), official).found;
    expect(left.filter((d) => d.fix && d.fix.guess !== true)).toEqual([]);
  });
});

test('there is no fixture of a lint that does not exist', () => {
  const folders = readdirSync(here, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? [e.name] : [],
  );
  expect(folders.sort()).toEqual([...LINT_NAMES].sort());
});
