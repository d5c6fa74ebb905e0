/** What every random rulebook speaks of: each type of fact, two kinds in one line and a third that refers to them. */
export const VOCABULARY = `規章 隨機規則 題名 「隨機規則」
單位 項
枚舉 色 = 紅、橙、黃、綠
類 暖色 = 紅、橙
枚舉 職務 = 區長、副區長、局長
記錄 出訪
  出發 : 日期
  返回 : 事件
  費用 : 金額
  次序 : 數 項
  公務 : 是非
  去處 : 色
事項 事
  是一 : 是非
  是二 : 是非
  是三 : 是非
  認一 : 是非 由 區長、局長 認定
  預一 : 是非 預設 是
  數一 : 數 項
  數二 : 數 項
  名次 : 數
  預數 : 數 項 預設 2 項
  費一 : 金額
  費二 : 金額
  日一 : 日期
  日二 : 日期
  發一 : 事件
  發二 : 事件
  時一 : 時刻
  時二 : 時刻
  文一 : 文字
  文二 : 文字
  色一 : 色
  色二 : 色
  職一 : 職務
  集一 : 集合 色
  集二 : 集合 色
  期一 : 期間
  年一 : 年數
  月一 : 月數
  天一 : 日數
  天二 : 日數
  工一 : 工作日數
  訪一 : 列表 出訪
  相關 : 指向 事
事項 細事 屬於 事
  細是 : 是非
  細日 : 事件
事項 件
  件是 : 是非
  件日 : 事件
  所屬 : 指向 事
參數 限期 : 日數 = 3 日
  依據 第九十條
參數 公布日 : 日期
  依據 第九十四條
參數 未定限期 : 工作日數
  依據 第九十一條
參數 未定數 : 數 項
  依據 第九十二條
定義 已施行 : 是非
  依據 第九十五條
  即 行為日期 不早於 公布日
讀法 起算 依據 第九十三條
  自甲日（採用）「甲」
  自乙日
`;

/** Names of the facts by what stands in their place; `細事` has those of 事 as well. */
export const FACTS = {
  bool: ['是一', '是二', '是三', '認一', '預一'],
  count: ['數一', '數二', '預數'],
  plain: ['名次'],
  money: ['費一', '費二'],
  date: ['日一', '日二'],
  event: ['發一', '發二'],
  time: ['時一', '時二'],
  text: ['文一', '文二'],
  colour: ['色一', '色二'],
  colours: ['集一', '集二'],
  days: ['天一', '天二', '限期'],
  list: ['訪一'],
} as const;
export const COLOURS = ['紅', '橙', '黃', '綠'] as const;
export const OFFICES = ['區長', '副區長', '局長'] as const;
