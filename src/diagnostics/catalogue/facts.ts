import type { CatalogueEntry } from '../diagnostic.ts';

export const FACTS_CODES = {
  // ---- the file as text ------------------------------------------------------------------------
  'case-too-large': {
    severity: 'error',
    id: 'Z4001',
    message: {
      zh: '檔案有 {size} 個字元，超過上限 {limit}，沒有讀取',
      en: 'The file has {size} characters, more than the limit of {limit}; it was not read',
    },
    hint: { zh: '把案件分到幾個檔案裡。', en: 'Divide the cases among several files.' },
  },
  'case-too-deep': {
    severity: 'error',
    id: 'Z4002',
    message: {
      zh: '內容套疊超過 {limit} 層，沒有讀取',
      en: 'The contents are nested more than {limit} levels deep; they were not read',
    },
  },
  'case-too-many-aliases': {
    severity: 'error',
    id: 'Z4003',
    message: {
      zh: '引用（*）超過 {limit} 次，沒有讀取',
      en: 'There are more than {limit} references (*); the file was not read',
    },
    hint: { zh: '把重複的內容直接寫出來。', en: 'Write the repeated contents out.' },
  },
  'case-unknown-anchor': {
    severity: 'error',
    id: 'Z4004',
    message: {
      zh: '引用「{name}」所指的內容（&{name}）在它前面沒有出現',
      en: 'The reference "{name}" points to contents (&{name}) that do not occur before it',
    },
    hint: { zh: '如果「*」是文字的一部分，請加引號。', en: 'If the "*" is part of the text, use quotes.' },
  },
  'case-yaml-tab': {
    severity: 'error',
    id: 'Z4005',
    message: { zh: '行首不能用定位字元（Tab）縮排', en: 'A line may not be indented with a tab' },
    hint: { zh: '改用空格。', en: 'Use spaces.' },
  },
  'case-yaml-unclosed': {
    severity: 'error',
    id: 'Z4006',
    message: { zh: '這裡缺少冒號、引號或括號', en: 'A colon, quote or bracket is missing here' },
  },
  'case-yaml-layout': {
    severity: 'error',
    id: 'Z4007',
    message: {
      zh: '這裡的縮排或分行和上下文對不上',
      en: 'The indentation or line break here does not fit its surroundings',
    },
    hint: {
      zh: '同一層的名稱要對齊；下一層多縮兩個空格；內容裡有「: 」時要加引號。',
      en: 'Names of one level are aligned, the next level has two more spaces, contents with ": " need quotes.',
    },
  },
  'case-yaml-quote': {
    severity: 'error',
    id: 'Z4008',
    message: {
      zh: '內容不能以這個符號開頭，除非加上引號',
      en: 'Contents cannot begin with this sign unless they are quoted',
    },
  },
  'case-yaml-syntax': {
    severity: 'error',
    id: 'Z4009',
    message: { zh: '這裡不是正確的 YAML（{detail}）', en: 'This is not valid YAML ({detail})' },
  },
  'case-json-syntax': {
    severity: 'error',
    id: 'Z4010',
    message: { zh: '這裡不是正確的 JSON', en: 'This is not valid JSON' },
    hint: {
      zh: '檢查引號、逗號和括號；最後一項後面不能有逗號。',
      en: 'Check quotes, commas and brackets; there is no comma after the last item.',
    },
  },
  'case-colon': {
    severity: 'error',
    id: 'Z4011',
    message: {
      zh: '名稱和內容之間要用半形冒號，後面空一格',
      en: 'Between name and contents there must be a half-width colon and a space',
    },
  },
  'case-duplicate-key': {
    severity: 'error',
    id: 'Z4012',
    message: { zh: '「{key}」寫了兩次', en: '"{key}" is given twice' },
    hint: { zh: '只留一個。', en: 'Keep only one.' },
  },
  'case-forbidden-key': {
    severity: 'error',
    id: 'Z4013',
    message: { zh: '不能用「{key}」作名稱', en: '"{key}" cannot be used as a name' },
  },
  'case-key-not-text': {
    severity: 'error',
    id: 'Z4014',
    message: { zh: '冒號前面要寫一個名稱', en: 'There must be a name before the colon' },
  },
  'case-empty': {
    severity: 'error',
    id: 'Z4015',
    message: { zh: '檔案裡沒有案件', en: 'There is no case in the file' },
  },
  // ---- the case --------------------------------------------------------------------------------
  'case-not-a-mapping': {
    severity: 'error',
    id: 'Z4020',
    message: {
      zh: '「{name}」要逐項寫成「名稱: 內容」',
      en: '"{name}" must be written item by item as "name: contents"',
    },
  },
  'case-not-a-list': {
    severity: 'error',
    id: 'Z4021',
    message: {
      zh: '「{name}」要寫成清單，每一項以「- 」開頭',
      en: '"{name}" must be a list, each item beginning with "- "',
    },
  },
  'case-unknown-key': {
    severity: 'error',
    id: 'Z4022',
    message: { zh: '案件裡沒有「{key}」這一欄', en: 'A case has no entry "{key}"' },
  },
  'case-not-text': {
    severity: 'error',
    id: 'Z4023',
    message: { zh: '「{name}」要寫成文字', en: '"{name}" must be a text' },
  },
  'case-kind-missing': {
    severity: 'error',
    id: 'Z4024',
    message: {
      zh: '沒有寫「事項」，不知道這是哪一種案件',
      en: 'There is no "事項" (kind), so it is not known what kind of case this is',
    },
    hint: { zh: '例如：事項: {example}', en: 'For example: 事項: {example}' },
  },
  'case-unknown-kind': {
    severity: 'error',
    id: 'Z4025',
    message: { zh: '規則裡沒有事項「{kind}」', en: 'The rules know no kind of matter "{kind}"' },
  },
  'case-duplicate-matter': {
    severity: 'error',
    id: 'Z4026',
    message: { zh: '編號「{id}」用了兩次', en: 'The id "{id}" is used twice' },
  },
  'case-unknown-fact': {
    severity: 'error',
    id: 'Z4027',
    message: { zh: '事項「{kind}」沒有「{fact}」這一項事實', en: 'The kind "{kind}" has no fact "{fact}"' },
  },
  'case-unknown-field': {
    severity: 'error',
    id: 'Z4028',
    message: {
      zh: '記錄「{record}」沒有「{field}」這一欄',
      en: 'The record "{record}" has no field "{field}"',
    },
  },
  'case-unknown-parameter': {
    severity: 'error',
    id: 'Z4029',
    message: { zh: '規則裡沒有參數「{name}」', en: 'The rules have no parameter "{name}"' },
  },
  'case-parameter-without-value': {
    severity: 'error',
    id: 'Z4030',
    message: {
      zh: '參數「{name}」沒有寫出確定的內容',
      en: 'The parameter "{name}" is given no definite value',
    },
    hint: { zh: '不知道時整項刪去。', en: 'Leave it out if it is not known.' },
  },
  'case-unknown-reading': {
    severity: 'error',
    id: 'Z4031',
    message: { zh: '規則裡沒有讀法「{name}」', en: 'The rules have no reading "{name}"' },
  },
  'case-unknown-option': {
    severity: 'error',
    id: 'Z4032',
    message: { zh: '讀法「{name}」不能選「{option}」', en: 'The reading "{name}" has no option "{option}"' },
    hint: { zh: '可以選：{options}。', en: 'The options are: {options}.' },
  },
  // ---- values ----------------------------------------------------------------------------------
  'case-invalid-date': {
    severity: 'error',
    id: 'Z4040',
    message: { zh: '曆法上沒有「{found}」這一天或這一刻', en: 'There is no such date or time as "{found}"' },
  },
  'case-wants-bool': {
    severity: 'error',
    id: 'Z4041',
    message: {
      zh: '「{name}」要寫「是」或「否」，不能寫「{found}」',
      en: '"{name}" must be 是 (yes) or 否 (no), not "{found}"',
    },
    hint: { zh: '例如：{name}: 是', en: 'For example: {name}: 是' },
  },
  'case-wants-number': {
    severity: 'error',
    id: 'Z4042',
    message: {
      zh: '「{name}」要寫一個數，不能寫「{found}」',
      en: '"{name}" must be a number, not "{found}"',
    },
    hint: { zh: '例如：{name}: {example}', en: 'For example: {name}: {example}' },
  },
  'case-wants-money': {
    severity: 'error',
    id: 'Z4043',
    message: {
      zh: '「{name}」要寫金額並寫明單位，不能寫「{found}」',
      en: '"{name}" must be an amount of money with its unit, not "{found}"',
    },
    hint: {
      zh: '例如：{name}: 12.5 萬元；最小到分。',
      en: 'For example: {name}: 12.5 萬元; the smallest unit is 0.01 元.',
    },
  },
  'case-wants-date': {
    severity: 'error',
    id: 'Z4044',
    message: { zh: '「{name}」要寫日期，不能寫「{found}」', en: '"{name}" must be a date, not "{found}"' },
    hint: { zh: '例如：{name}: 2026-09-28', en: 'For example: {name}: 2026-09-28' },
  },
  'case-wants-time': {
    severity: 'error',
    id: 'Z4045',
    message: {
      zh: '「{name}」要寫日期和時刻，不能寫「{found}」',
      en: '"{name}" must be a date with a time, not "{found}"',
    },
    hint: { zh: '例如：{name}: 2026-09-28T09:00', en: 'For example: {name}: 2026-09-28T09:00' },
  },
  'case-wants-event': {
    severity: 'error',
    id: 'Z4046',
    message: {
      zh: '「{name}」要寫發生的日期，或寫「未發生」，不能寫「{found}」',
      en: '"{name}" must be the date on which it happened, or 未發生 (not yet), not "{found}"',
    },
    hint: { zh: '例如：{name}: 2026-09-28', en: 'For example: {name}: 2026-09-28' },
  },
  'case-wants-text': {
    severity: 'error',
    id: 'Z4047',
    message: { zh: '「{name}」要寫成一段文字', en: '"{name}" must be a text' },
  },
  'case-wants-duration': {
    severity: 'error',
    id: 'Z4048',
    message: {
      zh: '「{name}」要寫期間，用整數並寫明單位，不能寫「{found}」',
      en: '"{name}" must be a period, a whole number with its unit, not "{found}"',
    },
    hint: { zh: '例如：{name}: {example}', en: 'For example: {name}: {example}' },
  },
  'case-unknown-member': {
    severity: 'error',
    id: 'Z4049',
    message: { zh: '「{found}」不是{enum}的一種', en: '"{found}" is not one of {enum}' },
    hint: { zh: '可以寫：{members}。', en: 'It may be: {members}.' },
  },
  'case-wants-member': {
    severity: 'error',
    id: 'Z4050',
    message: {
      zh: '「{name}」要從{enum}中選寫一種',
      en: '"{name}" must be one of {enum}',
    },
    hint: { zh: '可以寫：{members}。', en: 'It may be: {members}.' },
  },
  'case-wants-set': {
    severity: 'error',
    id: 'Z4051',
    message: {
      zh: '「{name}」要寫成清單，或用「、」連起來，沒有就寫「空」',
      en: '"{name}" must be a list, or joined by 、, or 空 if there is none',
    },
    hint: { zh: '例如：{name}: [{example}]', en: 'For example: {name}: [{example}]' },
  },
  'case-wants-list': {
    severity: 'error',
    id: 'Z4052',
    message: {
      zh: '「{name}」要逐筆列出{record}，每一筆以「- 」開頭，沒有就寫「空」',
      en: '"{name}" must list each {record}, every entry beginning with "- ", or be 空 if there is none',
    },
  },
  'case-wants-reference': {
    severity: 'error',
    id: 'Z4053',
    message: { zh: '「{name}」要寫另一個事項的編號', en: '"{name}" must be the id of another matter' },
  },
  'case-unit-mismatch': {
    severity: 'error',
    id: 'Z4054',
    message: {
      zh: '「{name}」以「{unit}」計，不能寫「{found}」',
      en: '"{name}" is counted in "{unit}", so "{found}" does not fit',
    },
    hint: { zh: '例如：{name}: {example}', en: 'For example: {name}: {example}' },
  },
  'case-out-of-range': {
    severity: 'error',
    id: 'Z4055',
    message: { zh: '「{name}」的數「{found}」太大', en: 'The number "{found}" of "{name}" is too large' },
  },
  'case-reference-unknown': {
    severity: 'warning',
    id: 'Z4060',
    message: {
      zh: '「{name}」指向的「{id}」不在這個案件裡，有關事項當作不明',
      en: '"{name}" points to "{id}", which is not in this case; what depends on it is unknown',
    },
  },
  'case-reference-kind': {
    severity: 'error',
    id: 'Z4061',
    message: {
      zh: '「{name}」要指向{wanted}，「{id}」卻是{found}',
      en: '"{name}" must point to a {wanted}, but "{id}" is a {found}',
    },
  },
  // ---- judgements ------------------------------------------------------------------------------
  'judgement-unattested': {
    severity: 'warning',
    id: 'Z4070',
    message: {
      zh: '「{fact}」須由{attesters}認定，沒有寫明認定人，當作不明',
      en: '"{fact}" must be attested by {attesters}; nobody is named, so it counts as unknown',
    },
    hint: {
      zh: '在「{fact}」之下分兩行寫「值: {value}」和「認定: {first}」，最好也寫日期和理由。',
      en: 'Under "{fact}" write "值: {value}" and "認定: {first}" on two lines, preferably with 日期 and 理由.',
    },
  },
  'judgement-wrong-attester': {
    severity: 'warning',
    id: 'Z4071',
    message: {
      zh: '「{fact}」須由{attesters}認定，「{by}」無權認定，當作不明',
      en: '"{fact}" must be attested by {attesters}; "{by}" may not, so it counts as unknown',
    },
  },
  'judgement-without-value': {
    severity: 'error',
    id: 'Z4072',
    message: { zh: '「{fact}」寫了認定卻沒有寫「值」', en: '"{fact}" has an attestation but no value (值)' },
  },
  'judgement-unknown-key': {
    severity: 'error',
    id: 'Z4073',
    message: {
      zh: '認定裡只能寫「值」「認定」「日期」「理由」，沒有「{key}」',
      en: 'An attestation has only 值, 認定, 日期 and 理由, not "{key}"',
    },
  },
  'attestation-not-needed': {
    severity: 'warning',
    id: 'Z4074',
    message: {
      zh: '「{fact}」是普通事實，不需要認定',
      en: '"{fact}" is an ordinary fact and needs no attestation',
    },
  },
  // ---- an office's own calendar ----------------------------------------------------------------
  'calendar-unknown-key': {
    severity: 'error',
    id: 'Z4080',
    message: {
      zh: '工作日曆只有「名稱」「年份」「休息日」「工作日」，沒有「{key}」',
      en: 'A calendar has only 名稱, 年份, 休息日 and 工作日, not "{key}"',
    },
  },
  'calendar-incomplete': {
    severity: 'error',
    id: 'Z4081',
    message: { zh: '工作日曆沒有寫「{key}」', en: 'The calendar has no "{key}"' },
  },
  'calendar-year': {
    severity: 'error',
    id: 'Z4082',
    message: { zh: '「{found}」不是年份', en: '"{found}" is not a year' },
    hint: { zh: '例如：年份: [2026, 2027]', en: 'For example: 年份: [2026, 2027]' },
  },
  'calendar-date-outside': {
    severity: 'error',
    id: 'Z4083',
    message: {
      zh: '「{found}」不在這個日曆所列的年份裡',
      en: '"{found}" is not in one of the years of this calendar',
    },
  },
  'case-unknown-kept': {
    severity: 'error',
    id: 'Z4095',
    message: {
      zh: '「不可改」裡的「{name}」不是案件中任何事項的事實',
      en: '"{name}" under 不可改 (kept) is not a fact of any matter of the case',
    },
    hint: {
      zh: '寫事實的名稱，或「編號.名稱」。',
      en: 'Write the name of a fact, or "id.name".',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
