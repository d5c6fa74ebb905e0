import type { CatalogueEntry } from '../diagnostic.ts';

/** Z7001–Z7899: the lints, one code each, under the name of the lint; Z7901–: what is wrong with the linting itself. */
export const LINT_CODES = {
  'norm-without-bearer': {
    severity: 'warning',
    id: 'Z7001',
    message: {
      zh: '規則「{name}」沒有說是誰的責任。',
      en: 'The norm "{name}" does not say whose duty it is.',
    },
    hint: {
      zh: '條文有寫的，用「責任」寫明；條文確實沒有寫的，以「# 準繩-略過 norm-without-bearer：理由」說明。',
      en: 'Name the bearer with `bearer` if the article does; if it names nobody, say so: `# zhunsheng-ignore norm-without-bearer: reason`.',
    },
  },
  'norm-without-gist': {
    severity: 'warning',
    id: 'Z7002',
    message: { zh: '規則「{name}」沒有要旨。', en: 'The norm "{name}" has no gist.' },
    hint: {
      zh: '用「要旨」以一句話寫明它要求什麼：結論旁邊印的就是這句話。',
      en: 'Say in one sentence with `gist` what it asks: that sentence is printed beside the verdict.',
    },
  },
  'norm-without-example': {
    severity: 'warning',
    id: 'Z7003',
    message: { zh: '規則「{name}」沒有例。', en: 'The norm "{name}" has no example.' },
    hint: {
      zh: '至少寫一個合規、一個違規的例；寫反了才有人發現。',
      en: 'Write at least one example that complies and one that does not, so that a slip is noticed.',
    },
  },
  'exception-without-citation': {
    severity: 'warning',
    id: 'Z7004',
    message: {
      zh: '規則「{name}」的除非沒有自己的依據，豁免時無可引用。',
      en: 'The `unless` of the norm "{name}" has no citation of its own; an exemption could cite nothing.',
    },
    hint: {
      zh: '在除非後面寫「依據」，例外與規則在同一句的也要寫。',
      en: 'Add `cite` behind the `unless`, also where the exception stands in the same sentence.',
    },
  },
  'mixed-keyword-dialect': {
    severity: 'warning',
    id: 'Z7005',
    message: {
      zh: '「{found}」的寫法與全檔不一致，應寫作「{better}」。',
      en: '"{found}" is spelt unlike the rest of the file; write "{better}".',
    },
  },
  'suppression-without-reason': {
    severity: 'error',
    id: 'Z7901',
    message: {
      zh: '「{found}」沒有寫明略過什麼、為什麼略過。',
      en: '"{found}" does not say what is let pass and why.',
    },
    hint: {
      zh: '寫作「# 準繩-略過 名稱或代碼：理由」。',
      en: 'Write `# zhunsheng-ignore NAME: reason`.',
    },
  },
  'suppression-unknown-lint': {
    severity: 'error',
    id: 'Z7902',
    message: { zh: '沒有名為「{name}」的檢查項目。', en: 'There is no lint named "{name}".' },
  },
  'suppression-unused': {
    severity: 'warning',
    id: 'Z7903',
    message: {
      zh: '這裡沒有「{lint}」可以略過。',
      en: 'There is no "{lint}" here to let pass.',
    },
    hint: { zh: '問題已經不在，請刪去這句註解。', en: 'What it was for is gone: delete the comment.' },
  },
  'fix-refused': {
    severity: 'warning',
    id: 'Z7904',
    message: {
      zh: '{id} 的改法未採用：改後規則無法編譯，或意思有變。',
      en: 'The fix of {id} was not applied: the rules would not compile, or would mean something else.',
    },
  },
  'fix-changed-file': {
    severity: 'error',
    id: 'Z7905',
    message: {
      zh: '「{path}」在讀取之後有人改過，未覆寫。',
      en: '"{path}" has changed since it was read; it was not overwritten.',
    },
    hint: { zh: '請再執行一次。', en: 'Run it again.' },
  },
  'fix-linked-file': {
    severity: 'error',
    id: 'Z7906',
    message: {
      zh: '「{path}」是符號連結，未改寫它所指的檔案。',
      en: '"{path}" is a symbolic link; the file it points to was not rewritten.',
    },
    hint: { zh: '請直接給出那個檔案。', en: 'Name that file itself.' },
  },
  'unknown-lint-option': {
    severity: 'error',
    id: 'Z7907',
    message: { zh: '沒有名為「{name}」的檢查項目。', en: 'There is no lint named "{name}".' },
  },
  'bad-lint-level': {
    severity: 'error',
    id: 'Z7908',
    message: {
      zh: '「{pair}」沒有寫明輕重：「{found}」不是 off、info、warning、error 之一。',
      en: '"{pair}" names no level: "{found}" is none of off, info, warning, error.',
    },
    hint: { zh: '寫作「名稱=warning」。', en: 'Write `name=warning`.' },
  },
  'too-many-warnings': {
    severity: 'error',
    id: 'Z7909',
    message: {
      zh: '警告 {warnings} 項，多於所容許的 {limit} 項。',
      en: '{warnings} warnings, more than the {limit} that are allowed.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
