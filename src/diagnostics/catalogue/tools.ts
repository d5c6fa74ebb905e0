import type { CatalogueEntry } from '../diagnostic.ts';

/** What the drafter's tools say: `fmt` and `explain`. */
export const TOOLS_CODES = {
  'format-changes-meaning': {
    severity: 'error',
    id: 'Z6040',
    message: {
      zh: '「{name}」沒有改寫：改寫後讀起來與原來不同，從這裡開始。',
      en: '"{name}" was not rewritten: what was to be written reads otherwise than what stands there, from here on.',
    },
    hint: {
      zh: '這是本程式的缺陷，規則檔原樣未動；請連同規則檔一併回報。',
      en: 'This is a defect of the program, and the rule file is as it was; please report it with the file.',
    },
  },
  'not-formatted': {
    severity: 'error',
    id: 'Z6041',
    message: {
      zh: '「{name}」的寫法與標準格式不同，從這一行開始。',
      en: '"{name}" is not written in the standard form, from this line on.',
    },
    hint: {
      zh: '執行「zhunsheng fmt」改寫；加「--diff」只看要改的地方。',
      en: 'Run "zhunsheng fmt" to rewrite it; "--diff" shows what would change.',
    },
  },
  'stdin-and-files': {
    severity: 'error',
    id: 'Z6042',
    message: {
      zh: '標準輸入與檔案不能一併改寫。',
      en: 'Standard input and files cannot be formatted in one run.',
    },
    hint: {
      zh: '只給檔案，或只用「--stdin」；「--stdin-filepath」寫明標準輸入屬於哪個檔案。',
      en: 'Give files, or "--stdin" alone; "--stdin-filepath" names the file that standard input stands for.',
    },
  },
  'unknown-code': {
    severity: 'error',
    id: 'Z6070',
    message: {
      zh: '沒有代碼或名稱為「{word}」的訊息。',
      en: 'There is no message with the code or name "{word}".',
    },
    hint: {
      zh: '「zhunsheng explain --codes」列出全部。',
      en: '"zhunsheng explain --codes" lists them all.',
    },
  },
  'codes-alone': {
    severity: 'error',
    id: 'Z6071',
    message: {
      zh: '說明訊息時只給代碼或名稱，不與案件及其選項並用；「-f json」只用於代碼。',
      en: 'Codes are explained by themselves, without cases and their options; "-f json" is for codes only.',
    },
    hint: {
      zh: '例如「zhunsheng explain Z2002」，或「zhunsheng explain 案件.yaml --norm 規則」。',
      en: 'For example "zhunsheng explain Z2002", or "zhunsheng explain case.yaml --norm NAME".',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
