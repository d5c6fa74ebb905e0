import { expect, test } from 'vitest';
import { nameKey } from '../../src/check/canonical-name.ts';
import { scriptDictionary } from '../../src/check/script-dictionary.ts';
import { knownWords } from '../../src/facts/known-words.ts';

// In this file no case is read: nothing is remembered yet, and every word goes through the dictionaries.
test('words that are taken for canonical without the dictionaries are so by the dictionaries', () => {
  expect(knownWords().filter((word) => nameKey(word) !== word)).toEqual([]);
});

test('no other character becomes 未 or 空, so that a value without them is neither 未知, 未發生 nor 空', () => {
  const { simple, full, variants, phrases } = scriptDictionary();
  for (const mark of '未空') {
    for (const table of [simple, full, variants]) {
      expect([...table].filter(([from, to]) => from === mark || to.includes(mark))).toEqual([]);
    }
    const moved = [...phrases()].filter(([from, to]) =>
      [...to].some((c, i) => (c === mark) !== ([...from][i] === mark)),
    );
    expect(moved).toEqual([]);
  }
});
