interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** A made-up regulation of our own, so that the new rulebook has words to be anchored in. */
export const OFFICIAL_TEXT: NewFile = {
  path: 'text.txt',
  text: `會議室借用辦法
第一章 借用
第一條 借用會議室，應當在使用日前兩個工作日提出申請。突發事件除外。
第二條 大會議室限六十人以內使用，小會議室限十五人以內使用。
`,
};

export const INIT_FILES: readonly NewFile[] = [
  {
    path: 'zhunsheng.config.yaml',
    text: `# 準繩的設定。全部設定見「zhunsheng schema --config」；命令列所寫的優先。
# Settings of zhunsheng; what the command line says wins over them.
rules: rules
source: text.txt

# lint:
#   severity: { norm-without-bearer: off }
#   maxWarnings: 0
# test:
#   coverage: true
#   threshold: { norm: 100 }
# reports: ['sarif=reports/{command}.sarif', 'junit=reports/{command}.xml']
`,
  },
  {
    path: 'rules/vocabulary.norm',
    text: `# 詞彙：本規則庫所說的事項與其事實
規章 會議室借用辦法
  題名 「會議室借用辦法」
  施行 2026-01-01

單位 人

枚舉 會議室種類 = 大會議室、小會議室

事項 借用會議室
  會議室   : 會議室種類
  提出申請 : 事件
  使用日期 : 日期
  人數     : 數 人
  突發事件 : 是非 預設 否
`,
  },
  {
    path: 'rules/borrowing.norm',
    text: `章 第一章 借用

規則 提前申請
  依據 第一條第一句
  要旨 「使用前兩個工作日申請」
  適用 借用會議室
  應當 提出申請 不遲於 使用日期 前 2 個工作日
  除非 突發事件 依據 第一條第二句

例 恰在期限 於 提前申請
  行為日期 為 2026-03-02
  使用日期 為 2026-03-05
  提出申請 為 2026-03-03
  結果 合規

例 遲了一日 於 提前申請
  行為日期 為 2026-03-02
  使用日期 為 2026-03-05
  提出申請 為 2026-03-04
  結果 違規

例 突發 於 提前申請
  行為日期 為 2026-03-02
  使用日期 為 2026-03-05
  提出申請 為 2026-03-05
  突發事件 為 是
  結果 豁免

定義 人數上限 : 數 人
  依據 第二條
  若 會議室 為 大會議室 則 60 人
  若 會議室 為 小會議室 則 15 人

規則 限定人數
  依據 第二條
  要旨 「大會議室六十人、小會議室十五人」
  適用 借用會議室
  應當 人數 不超過 人數上限

例 坐滿 於 限定人數
  行為日期 為 2026-03-02
  會議室 為 小會議室
  人數 為 15 人
  結果 合規

例 不知人數 於 限定人數
  行為日期 為 2026-03-02
  會議室 為 小會議室
  結果 待定 缺 人數
`,
  },
  {
    path: 'cases/first.yaml',
    text: `案件: 第一次借用
行為日期: 2026-03-02
查核日期: 2026-03-06
事項: 借用會議室
事實:
  會議室: 小會議室
  提出申請: 2026-03-02
  使用日期: 2026-03-05
  人數: 12
`,
  },
];
