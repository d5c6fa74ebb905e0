import type { CatalogueEntry } from '../diagnostic.ts';

/** Z1001–Z1099: the text as such; Z1100–Z1199: words and signs; Z1200–Z1299: sentences; Z1300–: literate files. */
export const SYNTAX_CODES = {
  'invalid-utf8': {
    severity: 'error',
    id: 'Z1001',
    message: {
      zh: '檔案「{name}」不是 UTF-8 文字（第 {offset} 個位元組起無法讀取）。',
      en: 'The file "{name}" is not UTF-8 text (it cannot be read from byte {offset} on).',
    },
    hint: { zh: '請在編輯器中另存為 UTF-8。', en: 'Save it as UTF-8 in the editor.' },
  },
  'binary-file': {
    severity: 'error',
    id: 'Z1002',
    message: { zh: '檔案「{name}」是二進位檔案，不是文字。', en: 'The file "{name}" is binary, not text.' },
  },
  'file-too-large': {
    severity: 'error',
    id: 'Z1003',
    message: {
      zh: '檔案「{name}」過大：超過 {limit} 個位元組。',
      en: 'The file "{name}" is too large: more than {limit} bytes.',
    },
    hint: { zh: '請按章分成若干檔案。', en: 'Split it into one file a chapter.' },
  },
  'too-many-tokens': {
    severity: 'error',
    id: 'Z1004',
    message: {
      zh: '檔案「{name}」的字詞超過 {limit} 個。',
      en: 'The file "{name}" has more than {limit} words and signs.',
    },
    hint: { zh: '請按章分成若干檔案。', en: 'Split it into one file a chapter.' },
  },
  'nesting-too-deep': {
    severity: 'error',
    id: 'Z1005',
    message: {
      zh: '括號、「非」或算式的層數超過 {limit}。',
      en: 'Brackets, negations or sums are nested more than {limit} deep.',
    },
    hint: { zh: '請用「定義」把部分條件另起名稱。', en: 'Give parts of it names with definitions.' },
  },
  'too-many-errors': {
    severity: 'error',
    id: 'Z1006',
    message: {
      zh: '錯誤超過 {limit} 處，其餘不再列出。',
      en: 'More than {limit} errors; the rest are not listed.',
    },
  },
  'unknown-character': {
    severity: 'error',
    id: 'Z1101',
    message: {
      zh: '不能識別的字符「{found}」（{codepoint}）。',
      en: 'Unknown character "{found}" ({codepoint}).',
    },
    hint: { zh: '文字內容請寫在「」之中，說明請寫在 # 之後。', en: 'Put text into 「」, remarks after #.' },
  },
  'unterminated-quote': {
    severity: 'error',
    id: 'Z1102',
    message: {
      zh: '引號 {found} 之後到行尾沒有 {expected}。',
      en: 'The quotation opened by {found} has no {expected} on its line.',
    },
    hint: { zh: '引文須在同一行內結束。', en: 'A quotation ends on the line where it begins.' },
  },
  'bad-number': {
    severity: 'error',
    id: 'Z1103',
    message: { zh: '「{found}」不是可用的數目。', en: '"{found}" is not a usable number.' },
  },
  'bad-citation': {
    severity: 'error',
    id: 'Z1104',
    message: { zh: '「{found}」不是條款的寫法。', en: '"{found}" is not a citation.' },
    hint: { zh: '例如「第四十七條第二款第一句」。', en: 'For example "art. 47 para. 2 s. 1".' },
  },
  'relative-citation': {
    severity: 'error',
    id: 'Z1105',
    message: { zh: '「{found}」沒有指明是哪一條。', en: '"{found}" does not say which article.' },
    hint: {
      zh: '請補上條次；只有表格各行、同一列舉的後項，以及條文標題之下的「依據」可以省略。',
      en: 'Add the article; only table rows, later items of a list and a "cite" below the heading of an article may leave it out.',
    },
  },
  'unexpected-token': {
    severity: 'error',
    id: 'Z1201',
    message: {
      zh: '此處不應是「{found}」，應當是{expectedZh}。',
      en: 'Unexpected "{found}"; expected {expectedEn}.',
    },
  },
  'unexpected-end': {
    severity: 'error',
    id: 'Z1202',
    message: {
      zh: '這一句沒有寫完，還應當有{expectedZh}。',
      en: 'The sentence is not finished; expected {expectedEn}.',
    },
  },
  'outside-block': {
    severity: 'error',
    id: 'Z1203',
    message: {
      zh: '「{found}」不在任何規則、事項或其他段落之中。',
      en: '"{found}" stands outside of any norm, matter or other block.',
    },
    hint: {
      zh: '每個段落以「規則」「事項」「定義」等字開頭，獨自起行。',
      en: 'Each block begins with a word such as norm, matter or definition at the start of a line.',
    },
  },
  'mixed-connectives': {
    severity: 'error',
    id: 'Z1204',
    message: {
      zh: '「{and}」與「{or}」混用而沒有括號，意思不明。',
      en: '"{and}" and "{or}" are mixed without brackets, which is ambiguous.',
    },
    hint: { zh: '請用（）標明先後。', en: 'Add brackets.' },
  },
  'window-without-length': {
    severity: 'error',
    id: 'Z1205',
    message: {
      zh: '「在…內」之間須寫明從哪一日起、往前或往後多久。',
      en: 'A window needs a day, a direction and a length.',
    },
    hint: {
      zh: '例如「在 會議日期 後 3 個工作日 內」。',
      en: 'For example "falls meeting plus 3 workdays within".',
    },
  },
  'aggregate-without-field': {
    severity: 'error',
    id: 'Z1206',
    message: { zh: '「{word}」須指明列表的哪一欄。', en: '"{word}" needs a field of the list.' },
    hint: { zh: '例如「合計（出訪記錄 之 天數）」。', en: 'For example "sum (trips its days)".' },
  },
  'repeated-clause': {
    severity: 'error',
    id: 'Z1207',
    message: { zh: '「{clause}」在此處只能寫一次。', en: '"{clause}" may be written only once here.' },
  },
  'empty-chapter': {
    severity: 'error',
    id: 'Z1208',
    message: { zh: '「{found}」之後沒有標題。', en: '"{found}" has no title.' },
  },
  'chained-comparison': {
    severity: 'error',
    id: 'Z1209',
    message: {
      zh: '一句之中不能連續比較：「{found}」多餘。',
      en: 'Comparisons cannot be chained: "{found}" is one too many.',
    },
    hint: {
      zh: '請用「介於…與…」，或用「且」分成兩句。',
      en: 'Use "between … to …", or two comparisons joined by "and".',
    },
  },
  'literate-unclosed-fence': {
    severity: 'error',
    id: 'Z1301',
    message: { zh: '這個圍欄沒有結束。', en: 'This fence is not closed.' },
    hint: {
      zh: '請在圍欄的末尾另起一行，寫上同樣的記號。',
      en: 'Close it with the same mark on a line of its own.',
    },
  },
  'literate-quoted-fence': {
    severity: 'error',
    id: 'Z1302',
    message: {
      zh: '這個 norm 圍欄在 Markdown 引用（>）之中，不會編譯。',
      en: 'This norm fence stands in a Markdown quotation (>) and is not compiled.',
    },
    hint: {
      zh: '請移出引用；若只供閱讀，請去掉圍欄後的「norm」。',
      en: 'Take it out of the quotation, or, if it is only for reading, drop the word norm.',
    },
  },
  'literate-no-rules': {
    severity: 'error',
    id: 'Z1303',
    message: {
      zh: '這份文件沒有 norm 圍欄，或圍欄是空的。',
      en: 'This document has no norm fence, or only empty ones.',
    },
    hint: {
      zh: '規則寫在以「```norm」開始、以「```」結束的幾行之間；不含規則的文件請以「.md」為名。',
      en: 'Norms stand between a line "```norm" and a line "```"; a document without norms is named ".md".',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
