import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DIALECTS, type Dialect, KEYWORD_IDS, spellings, translateKeyword } from '../../grammar/keywords.ts';
import { K, keywordOfToken, lexer, SIGNS } from '../../grammar/tokens.ts';
import { parseNorm } from '../../src/syntax/parse.ts';
import { stripSpans } from '../support/strip-spans.ts';

const SURFACE = readFileSync(new URL('../support/whole-surface.norm', import.meta.url), 'utf8');

function tree(text: string): unknown {
  const { value, diagnostics } = parseNorm({ name: 'surface.norm', text });
  expect(diagnostics).toEqual([]);
  return stripSpans(value);
}
/** `text` with each token replaced by what `rewrite` says; what lies between tokens stays. */
function rewritten(text: string, rewrite: (image: string, type: string) => string): string {
  let out = '';
  let at = 0;
  for (const t of lexer.tokenize(text).tokens) {
    out += text.slice(at, t.startOffset) + rewrite(t.image, t.tokenType.name);
    at = t.startOffset + t.image.length;
  }
  return out + text.slice(at);
}
function inDialect(dialect: Dialect): string {
  let out = '';
  let at = 0;
  for (const t of lexer.tokenize(SURFACE).tokens) {
    const id = keywordOfToken(t.tokenType);
    const word = id === 'chapter' ? '章' : t.image;
    const replaced = id ? translateKeyword(id, word, dialect) + t.image.slice(word.length) : t.image;
    out += SURFACE.slice(at, t.startOffset) + replaced;
    at = t.startOffset + t.image.length;
  }
  return out + SURFACE.slice(at);
}
/** U+FF01–U+FF5E are the wide forms of the visible ASCII characters. */
const wide = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

const original = tree(SURFACE);

test('the surface file uses every keyword, so that the comparisons below mean all of them', () => {
  const used = new Set(lexer.tokenize(SURFACE).tokens.map((t) => t.tokenType.name));
  expect(KEYWORD_IDS.filter((id) => !used.has(K[id].name))).toEqual([]);
});

describe('the same text in another dress is the same tree', () => {
  test.each(DIALECTS)('dialect %s', (dialect) => {
    expect(tree(inDialect(dialect))).toEqual(original);
  });

  test('every further spelling of a keyword', () => {
    for (const id of KEYWORD_IDS) {
      if (id === 'chapter') continue;
      for (const spelling of spellings(id)) {
        const text = rewritten(SURFACE, (image, type) => (type === K[id].name ? spelling : image));
        expect(tree(text), spelling).toEqual(original);
      }
    }
  });

  test.each([
    ['CRLF', SURFACE.replaceAll('\n', '\r\n')],
    ['CR', SURFACE.replaceAll('\n', '\r')],
    ['BOM', `\uFEFF${SURFACE}`],
    ['no final newline', SURFACE.trimEnd()],
    ['blank lines and comments', SURFACE.replaceAll('\n', ' # 說明 「\n\n  \n')],
    ['ideographic blanks', SURFACE.replaceAll(' ', '\u3000')],
    ['no-break blanks', SURFACE.replaceAll(' ', '\u00A0')],
  ])('%s', (_, text) => {
    // The title of a chapter is kept as written, blanks included.
    const even = (t: unknown) => JSON.parse(JSON.stringify(t).replaceAll(/[\u3000\u00A0]/g, ' '));
    expect(even(tree(text))).toEqual(original);
  });

  test('full-width signs, digits and dates', () => {
    const kinds = new Set([...SIGNS.map((s) => s.name), 'Number', 'Date', 'Time']);
    expect(tree(rewritten(SURFACE, (image, type) => (kinds.has(type) ? wide(image) : image)))).toEqual(
      original,
    );
  });

  test('half-width signs', () => {
    const wideSigns = [...'：；，、（）｛｝｜＝≤≥≠×÷'];
    const narrow = [':', ';', ',', ',', '(', ')', '{', '}', '|', '=', '<=', '>=', '!=', '*', '/'];
    const signs = new Map(wideSigns.map((sign, i) => [sign, narrow[i] ?? sign]));
    const names = new Set(SIGNS.map((s) => s.name));
    expect(
      tree(rewritten(SURFACE, (image, type) => (names.has(type) ? (signs.get(image) ?? image) : image))),
    ).toEqual(original);
  });

  test('quotation marks', () => {
    const quoted = (open: string, close: string) => SURFACE.replaceAll('「', open).replaceAll('」', close);
    expect(tree(quoted('“', '”'))).toEqual(original);
    expect(tree(quoted('"', '"'))).toEqual(original);
  });

  test('names may be in NFD', () => {
    const { value } = parseNorm({ name: 'x', text: '規則 Café-société\n  不得 越級'.normalize('NFD') });
    expect(value.blocks.map((b) => b.kind !== 'units' && b.name.text.normalize('NFC'))).toEqual([
      'Café-société',
    ]);
  });
});
