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
  },
  'example-due': {
    severity: 'error',
    id: 'Z5003',
    message: {
      zh: '例「{example}」期望期限「{expected}」，算得「{actual}」',
      en: 'example "{example}" expects the due date "{expected}", it is "{actual}"',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
