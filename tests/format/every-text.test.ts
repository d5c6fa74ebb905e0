import { describe, expect, test } from 'vitest';
import type { Dialect } from '../../grammar/keywords.ts';
import { lexer, Newline, Semicolon } from '../../grammar/tokens.ts';
import { formatText } from '../../src/format/format.ts';
import { commentsOf, differs } from '../../src/format/same-rules.ts';
import { parseNorm } from '../../src/syntax/parse.ts';
import type { SourceFile } from '../../src/text/span.ts';
import { normTexts } from '../support/norm-texts.ts';
import { stripSpans } from '../support/strip-spans.ts';

const TEXTS = normTexts();
const withText = (file: SourceFile, text: string): SourceFile => ({ ...file, text });
/** Formats without a word of complaint. */
function format(file: SourceFile, dialect?: Dialect): string {
  const { value, diagnostics } = formatText(file, dialect ? { dialect } : {});
  expect(diagnostics, file.name).toEqual([]);
  return value;
}
const tree = (file: SourceFile): unknown => stripSpans(parseNorm(file).value.blocks);

test('there are texts of every kind', () => {
  expect(TEXTS.length).toBeGreaterThan(80);
  expect(TEXTS.some((t) => t.name.endsWith('.norm.md'))).toBe(true);
});

describe.each(TEXTS)('$name', (file) => {
  const once = format(file);

  test('formatted, it is the same rules with the same comments, and formatting it again changes nothing', () => {
    expect(tree(withText(file, once))).toEqual(tree(file));
    expect(commentsOf(withText(file, once))).toEqual(commentsOf(file));
    expect(format(withText(file, once))).toBe(once);
  });

  test('no line ends in a blank, none but the last is followed by two empty ones', () => {
    if (file.name.endsWith('.md')) return expect(once).not.toContain('\r');
    expect(once).not.toMatch(/[ \t\r\u3000]\n|\n\n\n|^\n|[^\n]$/);
  });

  test('line ends, a byte order mark and the normal form of the characters change nothing', () => {
    const lf = file.text.replace(/\r\n?/g, '\n');
    for (const text of [
      lf.replaceAll('\n', '\r\n'),
      lf.replaceAll('\n', '\r'),
      `\uFEFF${lf}`,
      lf.normalize('NFD'),
    ])
      expect(format(withText(file, text))).toBe(once);
  });

  test('from dialect to dialect and back', () => {
    // one spelling a keyword: `in` comes back as `belongs to`
    const english = format(withText(file, format(file, 'hant')), 'en');
    const hant = format(withText(file, english), 'hant');
    const hans = format(withText(file, hant), 'hans');
    const again = format(withText(file, hans), 'en');
    const back = format(withText(file, again), 'hant');
    for (const text of [english, hant, hans, again, back])
      expect(differs(withText(file, text), withText(file, once))).toBeUndefined();
    // 简体 and 繁體 are of one width
    expect(format(withText(file, hans), 'hant')).toBe(hant);
    // English is wider: where it had to end a line, the line stays ended
    expect([wordsOf(again), wordsOf(back)]).toEqual([wordsOf(english), wordsOf(hant)]);
  });
});

/** What is written, without the line ends and what parts clauses on one line. */
const wordsOf = (text: string): readonly string[] =>
  lexer
    .tokenize(text)
    .tokens.filter((t) => t.tokenType !== Newline && t.tokenType !== Semicolon)
    .map((t) => t.image);
