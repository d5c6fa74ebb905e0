import { expect, test } from 'vitest';
import { NARROWEST, twoColumns, wrap } from '../../src/report/two-columns.ts';
import { makeVoice } from '../../src/report/voice.ts';
import { displayWidth } from '../../src/text/display-width.ts';

const plain = makeVoice('zh-Hant', false);
const row = (left: string, right: string) => ({ left: [{ text: left }], right: [{ text: right }] });

test('Han characters may be parted, words and dates not; what follows is indented', () => {
  expect(wrap('  期限 2026-10-08 之後才答覆', 18)).toEqual(['  期限 2026-10-08', '    之後才答覆']);
  expect(wrap('一二三四五六', 8)).toEqual(['一二三四', '  五六']);
  expect(wrap('abcdefghijkl', 5)).toEqual(['abcde', '  fgh', '  ijk', '  l']);
  expect(wrap('', 5)).toEqual(['']);
});

test('no line is wider than it may be, and nothing is lost', () => {
  const text = '要求 答覆 不遲於 送達日期 後 3 個工作日 rules/chapter-08.norm:1234:5 或 (甲 且 乙)';
  for (let width = 8; width < 90; width += 1) {
    const lines = wrap(text, width);
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
    expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  }
});

test('rows begin on one line; the bar stands in one column', () => {
  const lines = twoColumns([row('甲', '一二三'.repeat(40)), row('乙丙', 'x')], 120, plain);
  expect(lines.map((line) => displayWidth(line.slice(0, line.indexOf('│'))))).toEqual(lines.map(() => 21));
  expect(lines.at(-1)).toBe('乙丙                 │ x');
});

test('without room, or where nobody watches, one below the other', () => {
  const rows = [row('甲', '一'), row('乙', '二')];
  expect(twoColumns(rows, NARROWEST - 1, plain)).toEqual(['甲', '乙', '一', '二']);
  expect(twoColumns(rows, undefined, plain)).toEqual(['甲', '乙', '一', '二']);
});

test('colour is put on after the widths are known', () => {
  const colour = makeVoice('zh-Hant', true);
  const [line = ''] = twoColumns([{ left: [{ text: '甲', style: 'red' }], right: [] }], 120, colour);
  expect(line).toBe(`\u001b[31m甲${' '.repeat(18)}\u001b[0m │`);
});
