import type { CatalogueEntry } from '../diagnostic.ts';

/** Z7101–: lints that rest on a proof (see prove/). Where a case is named, the interpreter has decided it. */
export const PROOF_LINT_CODES = {
  'condition-always-true': {
    severity: 'warning',
    id: 'Z7101',
    message: { zh: '無論事實如何，「{text}」都成立。', en: 'Whatever the facts, "{text}" holds.' },
    hint: {
      zh: '刪去這個條件，或改成條文真正要問的事。',
      en: 'Drop the condition, or write what the article really asks.',
    },
  },
  'condition-always-false': {
    severity: 'warning',
    id: 'Z7102',
    message: { zh: '無論事實如何，「{text}」都不成立。', en: 'Whatever the facts, "{text}" does not hold.' },
    hint: {
      zh: '兩個條件是否互相排斥、限度是否寫反？照條文改正。',
      en: 'Do two conditions exclude each other, or is a limit turned round? Mend it by the article.',
    },
  },
  'condition-part-idle': {
    severity: 'info',
    id: 'Z7103',
    message: {
      zh: '去掉「{text}」，這個條件的意思不變。',
      en: 'Without "{text}" the condition says the same.',
    },
    hint: {
      zh: '刪去它；若是為了與條文字面對應而留，以略過註解說明。',
      en: 'Drop it; if it stands there to follow the words of the article, say so in a comment.',
    },
  },
  'norm-never-applies': {
    severity: 'warning',
    id: 'Z7104',
    message: {
      zh: '規則「{name}」永遠不適用：沒有一種事實使它的各項條件同時成立。',
      en: 'The norm "{name}" never applies: no facts make all its conditions hold.',
    },
    hint: {
      zh: '看「當」、「施行」與所隨的規則是否互相排斥。',
      en: 'See whether `when`, `from` and the norm it follows exclude each other.',
    },
  },
  'norm-shadowed': {
    severity: 'warning',
    id: 'Z7105',
    message: {
      zh: '凡沒有做到「{name}」的，必也沒有做到「{by}」：「{name}」沒有另外要求什麼。',
      en: 'Whoever does not meet "{name}" does not meet "{by}" either: "{name}" asks nothing more.',
    },
    hint: {
      zh: '條文重申的，以略過註解寫明；否則看條件或要求是否寫寬了。',
      en: 'If the articles repeat themselves, say so in a comment; else see whether a condition or the requirement is too wide.',
    },
  },
  'exception-never-applies': {
    severity: 'warning',
    id: 'Z7106',
    message: {
      zh: '規則「{name}」適用時，這項例外不可能成立。',
      en: 'Where the norm "{name}" applies, this exception cannot hold.',
    },
    hint: {
      zh: '例外的條件與規則的「當」互相排斥，改其中之一。',
      en: 'The exception and the `when` of the norm exclude each other; mend one of them.',
    },
  },
  'exception-swallows-norm': {
    severity: 'warning',
    id: 'Z7107',
    message: {
      zh: '規則「{name}」每次適用，這項例外都成立：它永遠不起作用。',
      en: 'Whenever the norm "{name}" applies, this exception holds: the norm never has effect.',
    },
    hint: {
      zh: '例外寫寬了，或規則的「當」寫窄了。',
      en: 'The exception is too wide, or the `when` of the norm too narrow.',
    },
  },
  'requirement-vacuous': {
    severity: 'warning',
    id: 'Z7108',
    message: {
      zh: '規則「{name}」一適用，所要求的就已經如此：沒有人可能違反它。',
      en: 'As soon as the norm "{name}" applies, what it asks is so already: nobody can violate it.',
    },
    hint: { zh: '「當」與要求是否說了同一件事？', en: 'Do `when` and the requirement say the same?' },
  },
  'requirement-impossible': {
    severity: 'error',
    id: 'Z7109',
    message: {
      zh: '規則「{name}」適用時，它所要求或允許的不可能做到。',
      en: 'Where the norm "{name}" applies, what it asks or permits cannot be done.',
    },
    hint: {
      zh: '「當」或例外排除了要求本身，或要求自相矛盾。',
      en: '`when` excludes the requirement, or the requirement contradicts itself.',
    },
  },
  'norms-contradict': {
    severity: 'error',
    id: 'Z7110',
    message: {
      zh: '{witness} 時，「{first}」與「{second}」都適用，而不可能都做到。',
      en: 'With {witnessEn}, "{first}" and "{second}" both apply and cannot both be met.',
    },
    hint: {
      zh: '條文以其一為例外的，用「例外於」寫明；條文本身牴觸的，以略過註解說明，並向制定機關提問。',
      en: 'Where one is the exception, say so with `exception to`; where the articles themselves collide, say so in a comment and ask their issuer.',
    },
  },
  'table-gap': {
    severity: 'warning',
    id: 'Z7111',
    message: {
      zh: '{witness} 時，「{name}」沒有一列命中，也沒有「否則」。',
      en: 'With {witnessEn}, no row of "{name}" holds and there is no `otherwise`.',
    },
    hint: {
      zh: '補上一列或「否則」；條文確實沒有規定的，以略過註解寫明。',
      en: 'Add a row or `otherwise`; where the law is silent, say so in a comment.',
    },
  },
  'rows-overlap': {
    severity: 'error',
    id: 'Z7112',
    message: {
      zh: '{witness} 時，「{name}」第 {first} 列與第 {second} 列都命中而值不同。',
      en: 'With {witnessEn}, rows {first} and {second} of "{name}" both hold and their values differ.',
    },
    hint: {
      zh: '縮窄其中一列；一列是另一列的例外時，寫作「例外 若」。',
      en: 'Narrow one of them; where one is the exception to the other, write `except if`.',
    },
  },
  'row-unreachable': {
    severity: 'warning',
    id: 'Z7113',
    message: {
      zh: '「{name}」第 {row} 列永遠用不上：沒有一種事實由它定值。',
      en: 'Row {row} of "{name}" is never used: no facts get their value from it.',
    },
    hint: {
      zh: '條件是否互相排斥，或總有「例外 若」的列同時成立？',
      en: 'Do its conditions exclude each other, or does an `except if` row always hold as well?',
    },
  },
  'row-redundant': {
    severity: 'info',
    id: 'Z7114',
    message: {
      zh: '凡命中「{name}」第 {row} 列的，第 {by} 列也命中而值相同：第 {row} 列多餘。',
      en: 'Whenever row {row} of "{name}" holds, row {by} holds with the same value: row {row} is one too many.',
    },
    hint: {
      zh: '刪去它；若是條文逐項列舉，以略過註解說明。',
      en: 'Drop it; if the article lists it by itself, say so in a comment.',
    },
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
