import { expect, test } from 'vitest';
import { compile } from '../../src/pipeline.ts';
import { makeLock } from '../../src/source/lock.ts';
import { parseOfficialText } from '../../src/source/official-text.ts';
import { checkQuotations } from '../../src/source/quotations.ts';

const TEXT = `第一條 車位分甲、乙兩種。甲種車位供來賓使用。
離場前應當登記。
第二條 有下列情形之一的，不得停放：
（一）載有危險品；
（二）未繳費用。
第三條 甲種車位供來賓使用。
`;
const official = parseOfficialText({ name: 't.txt', text: TEXT }).value;

/** What is said of each 引文: its words, the code, the hint. */
function told(text: string): string[] {
  const { value, diagnostics } = compile([{ name: 'a.norm', text }]);
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return checkQuotations(value.model, official).map((d) => {
    const words = text.slice(d.span?.start, d.span?.end);
    return [words, d.code, ...(d.hint ? [d.hint.zh] : [])].join(' ');
  });
}
const declared = (cites: string, quotation: string) =>
  told(`宣示 甲 依據 ${cites} 理由 「無行為」\n  引文 「${quotation}」\n`);

test('once in the cited provision, whatever the signs and spaces', () => {
  expect(declared('第一條第一款第一句', '車位分甲、乙兩種')).toEqual([]);
  expect(declared('第一條', '兩種。 甲種車位')).toEqual([]);
  expect(declared('第二條第（一）項', '載有危險品')).toEqual([]);
  expect(declared('第二條', '停放:載有危險品;未繳')).toEqual([]);
  expect(declared('第一條第一款、第一條', '離場前')).toEqual([]);
});

test('not there, more than once, nothing at all', () => {
  expect(declared('第一條', '離場後')).toEqual(['「離場後」 quotation-not-found']);
  expect(declared('第一條', '未繳費用')).toEqual([
    '「未繳費用」 quotation-not-found 這些字在第二條第一款第（二）項第一句。',
  ]);
  expect(declared('第一條、第三條', '供來賓使用')).toEqual([
    '「供來賓使用」 quotation-not-unique 請引得更長一些，使之只出現一次。',
  ]);
  expect(declared('第一條', '')).toEqual(['「」 quotation-not-found']);
});

test('no quotation runs over what is not cited; a place that does not exist is said elsewhere', () => {
  expect(declared('第一條第一款第一句、第一條第二款', '兩種。離場前')).toEqual([
    '「兩種。離場前」 quotation-not-found',
  ]);
  expect(declared('第九條', '離場前')).toEqual([]);
});

test('in every block that cites, in three dialects', () => {
  expect(
    told(`规章 停车 依据 第一条
  引文 「甲一」
枚舉 種 = 甲、乙
事項 停車
  依據 第一條 引文 「甲二」
  車位 : 種
  登記 : 事件
记录 费用
  依据 第二条 引文 「甲三」
  金额 : 金額
parameter 上限 : 日數
  cite art. 1 quotation "甲四"
讀法 來賓 依據 第一條
  廣義（採用）
  狹義
  引文 「甲五」
定義 可停 : 是非
  依據 第一條 引文 「甲六」
  即 車位 為 甲
表 停放上限 : 日數 適用 停車 依據 第一條
  引文 「甲七」
  | 車位 || 停放上限 |
  | 甲   || 1 天 |
norm 登記
  cite art. 1 quotation 「甲八」
  applies to 停車
  shall 登記 已發生
`).map((line) => line.split(' ')[0]),
  ).toEqual(['「甲一」', '「甲二」', '「甲三」', '"甲四"', '「甲五」', '「甲六」', '「甲七」', '「甲八」']);
});

test('the 依據 of a record leads somewhere, too', () => {
  const text = '記錄 費用\n  依據 第九條\n  金額 : 金額\n';
  const { diagnostics } = compile([{ name: 'a.norm', text }], makeLock(official));
  expect(diagnostics.filter((d) => d.severity === 'error').map((d) => d.code)).toEqual([
    'citation-unknown-article',
  ]);
});
