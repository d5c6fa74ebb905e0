import { expect, test } from 'vitest';
import { compile } from '../../src/pipeline.ts';

/** What people write who know it from everyday language, and what they are told to write. */
const book = (line: string) => `規章 停車場規定
  題名 「停車場規定」
單位 人
枚舉 車種類 = 汽車、機車
事項 停車
  車種 : 車種類
  人數 : 數 人
  日期 : 日期
  費用 : 金額
  進場 : 事件
  值勤 : 是非
規則 停車規則
  依據 第一條
  適用 停車
${line}`;

const LINES: readonly (readonly [string, string])[] = [
  ['  必須 值勤', '  應當 值勤'],
  ['  應 值勤', '  應當 值勤'],
  ['  嚴禁 值勤', '  不得 值勤'],
  ['  應當 人數 小於等於 10 人', '  應當 人數 不超過 10 人'],
  ['  應當 車種 是 汽車', '  應當 車種 為 汽車'],
  ['  應當 日期 早於 2026/9/28', '  應當 日期 早於 2026-09-28'],
  ['  應當 日期 早於 2026年9月28日', '  應當 日期 早於 2026-09-28'],
  ['  應當 費用 不超過 一百', '  應當 費用 不超過 100 元'],
  ['  應當 費用 不超過 3萬', '  應當 費用 不超過 3萬元'],
  ['  應當 人數 不超過 3', '  應當 人數 不超過 3 人'],
  ['  應當 進場 不遲於 日期 後 2 個禮拜內', '  應當 進場 不遲於 日期 後 2 個禮拜'],
  ['  應當 進場 不遲於 日期 後 三個工作天', '  應當 進場 不遲於 日期 後 3 個工作日'],
  ['  應當 值勤\n  當 車種 為 汽車 或 機車', '  應當 值勤\n  當 車種 屬於 汽車、機車'],
  ['  要旨 停車要值勤\n  應當 值勤', '  要旨 「停車要值勤」\n  應當 值勤'],
  ['  應當 值勤\n事項 進出\n  次數 : 整數', '  應當 值勤\n事項 進出\n  次數 : 數'],
  ['  應當 值勤\n事項 進出\n  許可 : 布林', '  應當 值勤\n事項 進出\n  許可 : 是非'],
];

const errorsOf = (text: string) =>
  compile([{ name: 'a.norm', text }]).diagnostics.filter((d) => d.severity === 'error');

test.each(LINES)('%s', (written, meant) => {
  const text = book(written);
  const errors = errorsOf(text);
  expect(errors).toHaveLength(1);
  const [edit, ...more] = errors[0]?.fix?.edits ?? [];
  expect(more).toEqual([]);
  expect(edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)).toBe(book(meant));
  expect(errorsOf(book(meant))).toEqual([]);
});
