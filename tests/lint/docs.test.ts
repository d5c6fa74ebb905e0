import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import { LINT_NAMES, LINTS } from '../../src/lint/lints.ts';
import { lintText, only, shown } from '../support/lint-book.ts';
import { ROOT } from '../support/run-cli.ts';

/**
 * The page of every lint: heading, prose in both languages, and examples that are what they say. A `text source` fence is the official text
 * of the examples behind it.
 */
const docs = join(ROOT, 'src/lint/docs');

interface Fence {
  readonly info: string;
  readonly text: string;
}
const fencesOf = (page: string): readonly Fence[] =>
  [...page.matchAll(/^```([^\n]*)\n(.*?)^```$/gms)].map((m) => ({ info: m[1] ?? '', text: m[2] ?? '' }));

describe.each(LINT_NAMES)('%s', (name) => {
  const page = readFileSync(join(docs, `${name}.md`), 'utf8');
  const prose = page.replace(/^```[^\n]*\n.*?^```$/gms, '');

  test('says what it means in both languages', () => {
    expect(page.split('\n')[0]).toBe(`## ${CODES[name].id} ${name}`);
    expect(prose.match(/^#+ .*$/gm)?.length).toBe(1);
    const [, zh = '', en = ''] = /^## [^\n]*\n\n([^>]*?)\n\n(>.*?)\n*$/s.exec(prose.trim()) ?? [];
    expect(zh).toMatch(/\p{Script=Han}{8}/u);
    expect(en.split('\n').every((line) => line.startsWith('>'))).toBe(true);
    expect(en).toMatch(/[a-z]+ [a-z]+ [a-z]+/);
  });

  test('its examples are bad and good', () => {
    const fences = fencesOf(page);
    let official: string | undefined;
    let previous = '';
    for (const { info, text } of fences) {
      if (info === 'text source') official = text;
      else if (info === 'norm bad') {
        const { errors, found } = lintText({ name: 'bad.norm', text }, only(name), official);
        expect(errors.map((d) => shown(d, text))).toEqual([]);
        expect(new Set(found.map((d) => d.code))).toEqual(new Set([name]));
      } else if (info === 'norm good') {
        const { errors, found } = lintText({ name: 'good.norm', text }, only(name), official);
        expect([...errors, ...found].map((d) => shown(d, text))).toEqual([]);
        expect(previous).not.toBe('');
      } else expect.unreachable(`a fence of ${info}`);
      previous = info;
    }
    expect(fences.filter((f) => f.info === 'norm bad').length).toBeGreaterThan(0);
    expect(fences.filter((f) => f.info === 'norm good').length).toBeGreaterThan(0);
  });
});

test('a lint has one name in the table, its file, its page and the catalogue', () => {
  const named = (folder: string, end: string) =>
    readdirSync(join(ROOT, folder))
      .map((file) => file.replace(end, ''))
      .sort();
  const names = [...LINT_NAMES].sort();
  expect(named('src/lint/lints', '.ts')).toEqual(names);
  expect(named('src/lint/docs', '.md')).toEqual(names);
  const numbered = Object.entries(CODES).flatMap(([code, { id }]) => (/^Z7[0-8]/.test(id) ? [code] : []));
  expect(numbered.sort()).toEqual(names);
  const table = readFileSync(join(ROOT, 'src/lint/lints.ts'), 'utf8');
  for (const name of names) {
    const camel = name.replace(/-(\w)/g, (_, c: string) => c.toUpperCase());
    expect(LINTS[name].name).toBe(camel);
    expect(table).toContain(`from './lints/${name}.ts'`);
  }
});
