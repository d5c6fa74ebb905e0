/**
 * A place in a regulation: 條 → 款 → 項 → 句. Numbers are 1-based; a part that is left out means the whole.
 * 第四十七條第二款第一句 = { article: 47, paragraph: 2, sentence: 1 }. An item without paragraph
 * (第五十四條第（一）項) means paragraph 1. `branch` is the 一 of 第十條之一.
 */
export interface Citation {
  readonly article: number;
  readonly branch?: number;
  readonly paragraph?: number;
  readonly item?: number;
  readonly sentence?: number;
}
