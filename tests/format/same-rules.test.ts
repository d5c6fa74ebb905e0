import { expect, test } from 'vitest';
import { sameOrNothing } from '../../src/format/format.ts';

/** The formatter is held to this: what it was about to write is not written where it says something else. */
const TEXT = '規則 甲則\n  應當 甲 且 乙  # 說明\n規則 乙則\n  不得 丙\n';
const file = { name: 'a.norm', text: TEXT };

test.each([
  ['another connective', TEXT.replace('且', '或'), 0],
  ['another modality', TEXT.replace('不得', '應當'), TEXT.indexOf('規則 乙則')],
  ['a block that is gone', TEXT.slice(0, TEXT.indexOf('規則 乙則')), TEXT.indexOf('規則 乙則')],
  ['a comment that is gone', TEXT.replace('# 說明', ''), 0],
  ['a comment in other words', TEXT.replace('# 說明', '# 說'), 0],
  ['a text that does not parse', `${TEXT}規則\n`, 0],
])('%s is refused, and the text is given back', (_what, written, start) => {
  const { value, diagnostics } = sameOrNothing(file, written);
  expect(value).toBe(TEXT);
  expect(diagnostics.map((d) => [d.code, d.span?.start])).toEqual([['format-changes-meaning', start]]);
});

test('other blanks, signs and digits are the same', () => {
  const written = TEXT.replaceAll('  ', '　 ').replace('甲 且 乙', '（ 甲 且 乙 )').replace('#', '＃');
  expect(sameOrNothing(file, written)).toEqual({ value: written, diagnostics: [] });
});
