import type { CatalogueEntry } from '../diagnostic.ts';

export const EVALUATE_CODES = {
  'example-verdict': {
    severity: 'error',
    id: 'Z5001',
    message: {
      zh: '例「{example}」期望「{norm}」為{expected}，算得{actual}',
      en: 'example "{example}" expects "{norm}" to be {expectedEn}, it is {actualEn}',
    },
    hint: {
      zh: '核對例中的事實與規則的條件；兩者之中必有一誤。{detail}',
      en: 'Compare the facts of the example with the norm; one of the two is wrong. {detailEn}',
    },
  },
  'example-missing': {
    severity: 'error',
    id: 'Z5002',
    message: {
      zh: '例「{example}」期望缺「{expected}」，算得缺「{actual}」',
      en: 'example "{example}" expects the missing facts "{expected}", they are "{actual}"',
    },
    hint: {
      zh: '核對例中的事實：缺的要一項不多、一項不少；多寫一項事實，就少缺一項。',
      en: 'Compare with the facts of the example: it names exactly those that are missing, and a fact that is given is not missing.',
    },
  },
  'example-due': {
    severity: 'error',
    id: 'Z5003',
    message: {
      zh: '例「{example}」期望期限「{expected}」，算得「{actual}」',
      en: 'example "{example}" expects the due date "{expected}", it is "{actual}"',
    },
    hint: {
      zh: '核對起算的日期、期間的單位（日或工作日），以及當日算不算在內。',
      en: 'See the day it is counted from, the unit (days or working days), and whether that day counts.',
    },
  },
  'scenario-differs': {
    severity: 'error',
    id: 'Z5010',
    message: {
      zh: '期望「{name}」為 {expected}，算得 {actual}',
      en: '"{name}" is expected to be {expectedEn}, it is {actualEn}',
    },
    hint: {
      zh: '核對案件的事實、規則與這一條期望；三者之中必有一誤。',
      en: 'Compare the facts of the case, the norm and this expectation; one of the three is wrong.',
    },
  },
  'scenario-without-expectations': {
    severity: 'error',
    id: 'Z5011',
    message: {
      zh: '案件「{title}」沒有寫期望，不能當作通過的測試',
      en: 'Case "{title}" expects nothing, so it is no test that passes',
    },
    hint: {
      zh: '加上「期望:」，其下一行「  結論: 合規」。',
      en: 'Add 「期望:」 and below it 「  結論: 合規」.',
    },
  },
  'expectation-unknown': {
    severity: 'error',
    id: 'Z5012',
    message: {
      zh: '期望中的「{name}」不是結論、缺、期限，也不是規則或事項的編號',
      en: '"{name}" in what is expected is neither 結論, 缺 nor 期限, nor a norm or a matter',
    },
    hint: {
      zh: '寫「結論」「缺」「期限」，或規則的名稱、事項的編號，一字不差。',
      en: 'Write the verdict, the missing facts or the due date, or a name of a norm or the 編號 of a matter, letter by letter.',
    },
  },
  'expectation-not-a-verdict': {
    severity: 'error',
    id: 'Z5013',
    message: {
      zh: '期望「{name}」寫的「{written}」不是一種結論',
      en: '"{written}", expected of "{name}", is no verdict',
    },
    hint: {
      zh: '寫合規、違規、豁免、不適用、待定、待履行、偏離、衝突之一。',
      en: 'Write compliant, violated, exempt, not applicable, undetermined, pending, deviation or conflict.',
    },
  },
  'expectation-not-a-date': {
    severity: 'error',
    id: 'Z5014',
    message: {
      zh: '期望「{name}」寫的「{written}」不是曆上有的日期',
      en: '"{written}", expected of "{name}", is not a date of the calendar',
    },
    hint: { zh: '寫成 YYYY-MM-DD，例如 2026-10-08。', en: 'Write YYYY-MM-DD, for example 2026-10-08.' },
  },
  'expectation-empty': {
    severity: 'error',
    id: 'Z5015',
    message: {
      zh: '期望「{name}」之下沒有寫期望什麼',
      en: 'Nothing is expected under "{name}"',
    },
    hint: {
      zh: '在其下寫結論、缺、期限，或規則的名稱與結論。',
      en: 'Write 結論, 缺 or 期限 below it, or names of norms with their verdicts.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
