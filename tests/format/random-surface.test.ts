import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  Colon,
  Comma,
  Comment,
  DoublePipe,
  Equals,
  Ge,
  type IToken,
  LBrace,
  Le,
  LParen,
  lexer,
  Ne,
  Newline,
  Pipe,
  QuoteToken,
  RBrace,
  RParen,
  Semicolon,
} from '../../grammar/tokens.ts';
import { randomFrom } from '../../src/differential/random.ts';
import { randomRulebook, rulebookText } from '../../src/differential/random-rulebook.ts';
import { formatText } from '../../src/format/format.ts';
import { commentsOf, differs } from '../../src/format/same-rules.ts';
import { normTexts } from '../support/norm-texts.ts';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 120);

const format = (text: string): string => {
  const { value, diagnostics } = formatText({ name: 'a.norm', text });
  expect(diagnostics).toEqual([]);
  return value;
};

/** Other ways to write a sign; the first is how `fmt` writes it in Chinese rules. */
const SPELLINGS = new Map([
  [Comma, ['、', '，', ',']],
  [Colon, [':', '：']],
  [LParen, ['（', '(']],
  [RParen, ['）', ')']],
  [LBrace, ['｛', '{']],
  [RBrace, ['｝', '}']],
  [Equals, ['=', '＝']],
  [Le, ['≤', '≦', '<=', '＜＝']],
  [Ge, ['≥', '≧', '>=']],
  [Ne, ['≠', '!=']],
  [Pipe, ['|', '｜']],
  [DoublePipe, ['||', '｜｜', '‖']],
  [Semicolon, [';', '；', '。']],
]);

/** How somebody writes who does not care for the form: other blanks, other signs, other marks around quotations. */
interface Carelessness {
  readonly blanks: readonly number[];
  readonly signs: readonly number[];
  /** Comments at the ends of lines and on lines of their own, by the number of the line. */
  readonly comments?: ReadonlyMap<number, 'behind' | 'below'>;
}
const carelessness = fc.record({
  blanks: fc.array(fc.nat(3), { minLength: 20, maxLength: 40 }),
  signs: fc.array(fc.nat(5), { minLength: 20, maxLength: 40 }),
});

function careless(text: string, { blanks, signs, comments }: Carelessness): string {
  const { tokens, groups } = lexer.tokenize(text);
  const all: IToken[] = [...tokens, ...(groups.comments ?? [])].sort((a, b) => a.startOffset - b.startOffset);
  let out = '';
  let at = 0;
  let line = 0;
  all.forEach((token, i) => {
    const gap = text.slice(at, token.startOffset);
    const n = blanks[i % blanks.length] ?? 0;
    const sticks = gap === '' && !isSign(token) && !isSign(all[i - 1]);
    const before = all[i - 1];
    // a comment that is set in belongs to the block above it
    if (token.tokenType === Comment && (!before || before.tokenType === Newline)) out += gap;
    else if (token.tokenType !== Newline)
      out += sticks ? '' : gap === '' ? ' '.repeat(n % 2) : ['  ', '\t', '　', ' '][n];
    at = token.startOffset + token.image.length;
    if (token.tokenType !== Newline) {
      const others = SPELLINGS.get(token.tokenType);
      const words = token.image.slice(1, -1);
      if (others) out += others[(signs[i % signs.length] ?? 0) % others.length];
      else if (token.tokenType === QuoteToken && !/["“”「」]/.test(words) && n === 1) out += `“${words}”`;
      else out += token.image;
      return;
    }
    const added = comments?.get(line);
    if (added === 'behind' && all[i - 1]?.tokenType !== Comment) out += ` # ${line} 行末`;
    // a second and a third empty line are one too many
    const empty = all[i - 1]?.tokenType === Newline;
    out += ['\n', '\r\n', ' \n', '\t\n'][n];
    if (empty && n === 2) out += '\n \n';
    if (added === 'below') out += `${' '.repeat(n)}# ${line} 行下\n`;
    line++;
  });
  return out;
}
const isSign = (token: IToken | undefined): boolean =>
  token === undefined || SPELLINGS.has(token.tokenType) || token.tokenType === Newline;

const written = fc.oneof(
  fc
    .constantFrom(...normTexts().filter((t) => t.name.endsWith('.norm') && t.text.length < 12_000))
    .map((t) => t.text),
  fc.nat(1_000_000).map((seed) => rulebookText(randomRulebook(randomFrom(seed), 6))),
);

test('however carelessly the same lines are written, the form is the same', () => {
  fc.assert(
    fc.property(written, carelessness, (text, how) => {
      const form = formatText({ name: 'a.norm', text }, { dialect: 'hant' }).value;
      expect(format(careless(form, how))).toBe(form);
    }),
    { numRuns: RUNS },
  );
});

test('comments anywhere are kept in their order, and the form is at rest', () => {
  const lines = fc.array(fc.tuple(fc.nat(200), fc.constantFrom('behind' as const, 'below' as const)), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(written, carelessness, lines, (text, how, places) => {
      const form = formatText({ name: 'a.norm', text }, { dialect: 'hant' }).value;
      const mangled = careless(form, { ...how, comments: new Map(places) });
      const again = format(mangled);
      const file = (words: string) => ({ name: 'a.norm', text: words });
      expect(differs(file(mangled), file(again))).toBeUndefined();
      expect(commentsOf(file(again))).toEqual(commentsOf(file(mangled)));
      expect(format(again)).toBe(again);
    }),
    { numRuns: RUNS },
  );
});

test('random rules say the same in every dialect', () => {
  const rules = fc.nat(1_000_000).map((seed) => rulebookText(randomRulebook(randomFrom(seed), 8)));
  fc.assert(
    fc.property(
      rules,
      fc.shuffledSubarray(['hant', 'hans', 'en'] as const, { minLength: 3 }),
      (text, dialects) => {
        let now = text;
        for (const dialect of dialects) {
          const { value, diagnostics } = formatText({ name: 'a.norm', text: now }, { dialect });
          expect(diagnostics).toEqual([]);
          expect(differs({ name: 'a.norm', text }, { name: 'a.norm', text: value })).toBeUndefined();
          expect(formatText({ name: 'a.norm', text: value }, { dialect }).value).toBe(value);
          now = value;
        }
      },
    ),
    { numRuns: RUNS },
  );
});
