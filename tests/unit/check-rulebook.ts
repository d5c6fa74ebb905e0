import { check } from '../../src/check/check.ts';
import type { Model } from '../../src/check/model.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { parseNorm } from '../../src/syntax/parse.ts';

/** Vocabulary that the small rulebooks of the tests stand on. */
export const VOCABULARY = `枚舉 甲類 = 一號、二號（貳號）
枚舉 乙類 = 二號、三號
類 甲全 = 一號、二號
單位 項、次
記錄 條目
  日 : 日期
  費 : 金額
事項 事甲
  種 : 甲類
  他種 : 乙類
  日甲 : 日期
  時甲 : 時刻
  事 : 事件
  項數 : 數 項
  次數 : 數 次
  年期 : 年數
  月期 : 月數
  行否 : 是非
  集 : 集合 甲類
  列 : 列表 條目
  文 : 文字
  判 : 是非 由 區長 認定
事項 事乙
  乙否 : 是非
  指 : 指向 事甲
`;

export interface Checked {
  readonly model: Model;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  /** `code «text under the span»`, without the warnings about unused things. */
  readonly said: readonly string[];
}

export function checkText(text: string): Checked {
  const parsed = parseNorm({ name: 'test.norm', text });
  const checked = check([parsed.value]);
  const diagnostics = [...parsed.diagnostics, ...checked.diagnostics];
  const said = diagnostics.filter((d) => !d.code.startsWith('unused-')).map((d) => say(d, text));
  return { model: checked.value, text, diagnostics, said };
}

export function say(d: Diagnostic, text: string): string {
  return `${d.code} «${d.span ? text.slice(d.span.start, d.span.end) : ''}»`;
}

/** A norm about 事甲 with the requirement. */
export function norm(requirement: string): string {
  return `規則 規\n  依據 第一條\n  適用 事甲\n  應當 ${requirement}\n`;
}
