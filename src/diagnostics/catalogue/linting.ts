import type { CatalogueEntry } from '../diagnostic.ts';

/** Z79xx: what is wrong with the linting itself, with comments that let findings pass, and with fixes. */
export const LINTING_CODES = {
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
  'fix-needs-reading': {
    severity: 'warning',
    id: 'Z7911',
    message: {
      zh: '{sentences} 句移動了位置，引用未改：有的引用涵蓋整款或所引的句已刪去，要由人來讀。',
      en: '{sentences} sentences have moved; citations were not changed, because some cite whole paragraphs or what is gone and must be read.',
    },
    hint: {
      zh: '逐條覆核「參見」所列的引用，再以「zhunsheng source lock」更新鎖定檔。',
      en: 'Review the citations listed, then renew the lock with "zhunsheng source lock".',
    },
  },
  'lint-other-source': {
    severity: 'warning',
    id: 'Z7910',
    message: {
      zh: '正式文本與規則庫「{path}」的 source.lock.json 不符，未與其文字對照。',
      en: 'The official text is not the one of the source.lock.json of "{path}"; its words were not compared.',
    },
    hint: {
      zh: '「zhunsheng source verify 文本」列出差在哪裏。',
      en: '"zhunsheng source verify TEXT" lists what differs.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
