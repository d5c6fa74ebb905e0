import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIALECTS, keywordOf, translateKeyword } from '../../grammar/keywords.ts';
import { keywordOfToken, lexer } from '../../grammar/tokens.ts';
import { applyFixes } from '../../src/diagnostics/apply-fixes.ts';
import { randomFrom } from '../../src/differential/random.ts';
import { randomRulebook, rulebookText } from '../../src/differential/random-rulebook.ts';
import { defaultSeverities } from '../../src/lint/lint.ts';
import { meaningKey } from '../../src/lint/same-meaning.ts';
import { compile } from '../../src/pipeline.ts';
import { lintFiles } from '../support/lint-book.ts';

const seed = fc.integer({ min: 1, max: 1e6 });
const textOf = (n: number): string => rulebookText(randomRulebook(randomFrom(n), 6));

/** Each keyword in a dialect of its own; a chapter keeps its title, and 應當 非 does not become `shall not`, which says 不得. */
function scrambled(text: string, choose: (i: number) => number): string {
  const { tokens } = lexer.tokenize(text);
  let out = '';
  let at = 0;
  let before = '';
  for (const [i, t] of tokens.entries()) {
    const id = keywordOfToken(t.tokenType);
    const dialect = DIALECTS[choose(i) % DIALECTS.length];
    if (id === undefined || id === 'chapter' || dialect === undefined) continue;
    const between = text.slice(at, t.startOffset);
    const word = translateKeyword(id, t.image, dialect);
    const joined = between.trim() === '' && keywordOf(`${before} ${word}`) !== undefined;
    before = joined ? t.image : word;
    out += between + before;
    at = t.startOffset + t.image.length;
  }
  return out + text.slice(at);
}

const meaning = (text: string): string => {
  const { model, plan } = compile([{ name: 'a.norm', text }]).value;
  if (!plan) throw new Error(`does not compile:\n${text}`);
  return meaningKey({ model, plan });
};

describe('lint of random rulebooks', () => {
  test('whatever the order of files, the same is found', () => {
    fc.assert(
      fc.property(seed, seed, (a, b) => {
        const text = textOf(a);
        const files = [
          { name: 'a.norm', text },
          { name: 'b.norm', text: `枚舉 別的${b} = 甲${b}、乙${b}\n` },
        ];
        const found = lintFiles(files, defaultSeverities()).found;
        expect(lintFiles(files.toReversed(), defaultSeverities()).found).toEqual(found);
      }),
      { numRuns: 20 },
    );
  });

  test('dialects that were mixed are made one, and the rules mean what they meant', () => {
    fc.assert(
      fc.property(seed, fc.array(fc.nat(2), { minLength: 7, maxLength: 7 }), (n, dialects) => {
        const original = textOf(n);
        let file = { name: 'a.norm', text: scrambled(original, (i) => dialects[i % 7] ?? 0) };
        const before = meaning(original);
        expect(meaning(file.text)).toBe(before);
        for (let round = 0; round < 10; round++) {
          const { found } = lintFiles([file], defaultSeverities());
          const { texts, applied, refused } = applyFixes(
            [file],
            found,
            ([now]) => meaning(now?.text ?? '') === before,
          );
          expect(refused.map((d) => d.message.zh)).toEqual([]);
          if (applied.length === 0) break;
          file = { ...file, text: texts[0]?.text ?? '' };
        }
        const left = lintFiles([file], defaultSeverities()).found;
        expect(left.filter((d) => d.code === 'mixed-keyword-dialect')).toEqual([]);
        expect(meaning(file.text)).toBe(before);
      }),
      { numRuns: 20, examples: [[999_986, [2, 2, 0, 0, 0, 0, 0]]] },
    );
  });
});
