/**
 * Words for one thing on the mainland and in Taiwan, left beside one another where a text was converted from 简体 by a
 * program: [what the conversion wrote, what the law says].
 */
const CONVERTED: readonly (readonly [string, string])[] = [
  ['檔案', '文件'],
  ['程式', '程序'],
  ['計畫', '計劃'],
  ['許可權', '權限'],
  ['資訊', '信息'],
  ['網路', '網絡'],
  ['專案', '項目'],
  ['物件', '對象'],
  ['品質', '質量'],
  ['民眾', '群眾'],
  ['使用者', '用戶'],
  ['列印', '打印'],
  ['連結', '鏈接'],
  ['支援', '支持'],
  ['訊息', '消息'],
  ['影片', '視頻'],
  ['軟體', '軟件'],
  ['硬體', '硬件'],
  ['登入', '登錄'],
  ['簡訊', '短信'],
  ['公車', '公交車'],
  ['佈', '布'],
];

/** A key that is equal for names which a reader takes for one; `name` in canonical form. */
export function looseKey(name: string): string {
  const word = CONVERTED.reduce((text, [written, meant]) => text.replaceAll(written, meant), name);
  return word.toLowerCase().replaceAll(/[-_]/g, '');
}
