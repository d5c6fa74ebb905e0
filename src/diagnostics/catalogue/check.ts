import type { CatalogueEntry } from '../diagnostic.ts';

export const CHECK_CODES = {
  'duplicate-name': {
    severity: 'error',
    id: 'Z2001',
    message: { zh: '「{name}」重複宣告。', en: '"{name}" is declared twice.' },
  },
  'unknown-name': {
    severity: 'error',
    id: 'Z2002',
    message: { zh: '找不到名稱「{name}」。', en: 'The name "{name}" is not declared.' },
    hint: {
      zh: '名稱可以是本事項的事實、定義、表、參數、讀法或枚舉的成員。',
      en: 'A name is a fact of the matter, a definition, a table, a parameter, a reading or a member of an enumeration.',
    },
  },
  'unknown-type': {
    severity: 'error',
    id: 'Z2003',
    message: { zh: '找不到類型「{name}」。', en: 'The type "{name}" is not declared.' },
  },
  'unknown-kind': {
    severity: 'error',
    id: 'Z2004',
    message: { zh: '找不到事項「{name}」。', en: 'The kind of matter "{name}" is not declared.' },
  },
  'unknown-record': {
    severity: 'error',
    id: 'Z2005',
    message: { zh: '找不到記錄「{name}」。', en: 'The record "{name}" is not declared.' },
  },
  'unknown-norm': {
    severity: 'error',
    id: 'Z2006',
    message: { zh: '找不到規則「{name}」。', en: 'The norm "{name}" is not declared.' },
  },
  'unknown-member': {
    severity: 'error',
    id: 'Z2007',
    message: { zh: '「{domain}」沒有成員「{name}」。', en: '"{domain}" has no member "{name}".' },
  },
  'ambiguous-member': {
    severity: 'error',
    id: 'Z2008',
    message: {
      zh: '「{name}」是幾個枚舉的成員（{domains}），此處看不出是哪一個。',
      en: '"{name}" is a member of several enumerations ({domains}); which one is meant cannot be seen here.',
    },
  },
  'unknown-unit': {
    severity: 'error',
    id: 'Z2009',
    message: { zh: '找不到單位「{name}」。', en: 'The unit "{name}" is not declared.' },
    hint: { zh: '計數的單位要先用「單位」宣告。', en: 'Declare units of count with `unit` first.' },
  },
  'unknown-field': {
    severity: 'error',
    id: 'Z2010',
    message: { zh: '「{owner}」沒有「{name}」。', en: '"{owner}" has no "{name}".' },
  },
  'unknown-matter': {
    severity: 'error',
    id: 'Z2011',
    message: { zh: '本例沒有名為「{name}」的對象。', en: 'This example has no matter named "{name}".' },
  },
  'parent-cycle': {
    severity: 'error',
    id: 'Z2012',
    message: { zh: '事項「{name}」經由「屬於」回到自身。', en: 'The kind "{name}" is its own ancestor.' },
  },
  'alias-cycle': {
    severity: 'error',
    id: 'Z2013',
    message: { zh: '別名「{name}」換來換去沒有止境。', en: 'The alias "{name}" never settles.' },
  },
  'group-mixed': {
    severity: 'error',
    id: 'Z2014',
    message: {
      zh: '類「{name}」的成員屬於不同的枚舉（「{first}」與「{second}」）。',
      en: 'The group "{name}" mixes members of different enumerations ("{first}" and "{second}").',
    },
  },
  'type-mismatch': {
    severity: 'error',
    id: 'Z2015',
    message: {
      zh: '此處需要「{expected}」，寫的卻是「{actual}」。',
      en: 'Expected "{expected}", but this is "{actual}".',
    },
  },
  'unit-mismatch': {
    severity: 'error',
    id: 'Z2016',
    message: {
      zh: '單位不一致：「{left}」與「{right}」不能比較或相加。',
      en: 'The units do not agree: "{left}" and "{right}" cannot be compared or added.',
    },
  },
  'no-order': {
    severity: 'error',
    id: 'Z2017',
    message: {
      zh: '「{type}」沒有大小先後，只能用「為」「不為」比較。',
      en: '"{type}" has no order; only equality can be asked.',
    },
    hint: {
      zh: '要問是不是其中幾種，寫「屬於 甲、乙」。',
      en: 'To ask whether it is one of several, write "belongs to A, B".',
    },
  },
  'condition-not-boolean': {
    severity: 'error',
    id: 'Z2018',
    message: {
      zh: '條件必須是「是非」，寫的卻是「{type}」。',
      en: 'A condition must be yes or no, but this is "{type}".',
    },
  },
  'date-time-mix': {
    severity: 'error',
    id: 'Z2019',
    message: { zh: '「日期」與「時刻」不能互相比較。', en: 'A date and a time of day cannot be compared.' },
    hint: { zh: '兩邊都用日期，或都用時刻。', en: 'Use dates on both sides, or times on both sides.' },
  },
  'not-an-event': {
    severity: 'error',
    id: 'Z2020',
    message: {
      zh: '只有「事件」可以問是否發生，「{type}」不可以。',
      en: 'Only an event can have occurred; this is "{type}".',
    },
  },
  'shift-base': {
    severity: 'error',
    id: 'Z2021',
    message: {
      zh: '只有日期、事件或時刻可以往前往後推算，「{type}」不可以。',
      en: 'Only a date, an event or a time can be shifted; this is "{type}".',
    },
  },
  'shift-amount': {
    severity: 'error',
    id: 'Z2022',
    message: {
      zh: '往前往後推算要用期間，寫的卻是「{type}」。',
      en: 'A shift takes a duration; this is "{type}".',
    },
  },
  'shift-hours-on-date': {
    severity: 'error',
    id: 'Z2023',
    message: { zh: '日期不能按「{unit}」推算。', en: 'A date cannot be shifted by "{unit}".' },
    hint: {
      zh: '把「{unit}」用在時刻上，或改用日、工作日。',
      en: 'Use it on a time, or count in days or working days.',
    },
  },
  'operator-type': {
    severity: 'error',
    id: 'Z2024',
    message: {
      zh: '「{left}」與「{right}」不能這樣運算。',
      en: '"{left}" and "{right}" cannot be combined by this operator.',
    },
  },
  'not-a-set': {
    severity: 'error',
    id: 'Z2025',
    message: {
      zh: '此處需要集合或列舉，寫的卻是「{type}」。',
      en: 'Expected a set or a list of members, but this is "{type}".',
    },
  },
  'not-a-list': {
    severity: 'error',
    id: 'Z2026',
    message: {
      zh: '此處需要列表，寫的卻是「{type}」。',
      en: 'Expected a list of records, but this is "{type}".',
    },
  },
  'not-a-reference': {
    severity: 'error',
    id: 'Z2027',
    message: {
      zh: '「{name}」是「{type}」，不指向別的事項，不能接「之」。',
      en: '"{name}" is "{type}" and does not refer to another matter.',
    },
  },
  'aggregate-field-missing': {
    severity: 'error',
    id: 'Z2028',
    message: { zh: '要寫明對列表的哪一欄計算。', en: 'Say which field of the list is meant.' },
    hint: { zh: '寫成「列表 之 欄」。', en: 'Write `list of field`.' },
  },
  'aggregate-condition-missing': {
    severity: 'error',
    id: 'Z2029',
    message: { zh: '「全部」要寫明「其中」什麼條件。', en: '`all` needs a condition.' },
  },
  'constant-expected': {
    severity: 'error',
    id: 'Z2030',
    message: { zh: '此處只能寫確定的值。', en: 'Only a constant can stand here.' },
  },
  'value-not-here': {
    severity: 'error',
    id: 'Z2031',
    message: { zh: '「{name}」只能寫在例裏。', en: '"{name}" can only be used in an example.' },
  },
  'invalid-date': {
    severity: 'error',
    id: 'Z2032',
    message: {
      zh: '「{text}」不是曆法上存在的日期或時刻。',
      en: '"{text}" is no date or time of the calendar.',
    },
  },
  'duration-not-whole': {
    severity: 'error',
    id: 'Z2033',
    message: {
      zh: '期間必須是整數，寫的卻是「{value}」。',
      en: 'A duration must be a whole number, not "{value}".',
    },
  },
  'definition-cycle': {
    severity: 'error',
    id: 'Z2034',
    message: { zh: '定義「{name}」繞回自身。', en: 'The definition "{name}" depends on itself.' },
  },
  'exception-cycle': {
    severity: 'error',
    id: 'Z2035',
    message: { zh: '規則「{name}」的例外繞回自身。', en: 'The norm "{name}" is an exception to itself.' },
  },
  'exception-no-path': {
    severity: 'error',
    id: 'Z2036',
    message: {
      zh: '「{exception}」與「{base}」適用於不同的事項，看不出哪一件是哪一件的例外。',
      en: '"{exception}" and "{base}" apply to different kinds of matter; nothing says which matter excepts which.',
    },
    hint: {
      zh: '用「經」寫明從一方到另一方的指向。',
      en: 'Name the path of references from one to the other.',
    },
  },
  'exception-path': {
    severity: 'error',
    id: 'Z2037',
    message: {
      zh: '經「{path}」到不了「{target}」的事項。',
      en: 'The path "{path}" does not lead to the matter of "{target}".',
    },
  },
  'clause-not-allowed': {
    severity: 'error',
    id: 'Z2038',
    message: { zh: '「{clause}」不能寫在{block}裏。', en: '`{clause}` cannot stand in {block}.' },
  },
  'duplicate-clause': {
    severity: 'error',
    id: 'Z2039',
    message: { zh: '「{clause}」只能寫一次。', en: '`{clause}` may stand only once.' },
  },
  'clause-missing': {
    severity: 'error',
    id: 'Z2040',
    message: { zh: '「{name}」缺少「{clause}」。', en: '"{name}" lacks `{clause}`.' },
  },
  'modality-missing': {
    severity: 'error',
    id: 'Z2041',
    message: {
      zh: '規則「{name}」沒有說應當、不得還是可以。',
      en: 'The norm "{name}" does not say shall, shall not or may.',
    },
  },
  'modality-duplicate': {
    severity: 'error',
    id: 'Z2042',
    message: {
      zh: '規則「{name}」只能有一個應當、不得或可以。',
      en: 'The norm "{name}" may have only one of shall, shall not and may.',
    },
    hint: {
      zh: '拆成兩條規則；兩個要求可以用「且」合成一個。',
      en: 'Split it in two norms, or join two requirements with `and`.',
    },
  },
  'deadline-without-event': {
    severity: 'error',
    id: 'Z2043',
    message: {
      zh: '有期限，但要求裏沒有「已發生」，不知道什麼要在期限內完成。',
      en: 'There is a deadline, but nothing in the requirement `has occurred` by it.',
    },
  },
  'fact-not-in-kind': {
    severity: 'error',
    id: 'Z2044',
    message: {
      zh: '適用的事項「{kind}」沒有事實「{name}」。',
      en: 'The kind "{kind}" has no fact "{name}".',
    },
  },
  'fact-type-differs': {
    severity: 'error',
    id: 'Z2045',
    message: {
      zh: '「{name}」在「{first}」與「{second}」是不同的類型。',
      en: '"{name}" has different types in "{first}" and "{second}".',
    },
  },
  'fact-kind-clash': {
    severity: 'error',
    id: 'Z2046',
    message: {
      zh: '事項「{kind}」從上級得到兩個不同的「{name}」。',
      en: 'The kind "{kind}" has two different facts "{name}".',
    },
  },
  'definition-kinds': {
    severity: 'error',
    id: 'Z2047',
    message: {
      zh: '「{name}」不適用於事項「{kind}」。',
      en: '"{name}" does not apply to the kind "{kind}".',
    },
  },
  'definition-reads-facts': {
    severity: 'error',
    id: 'Z2071',
    message: {
      zh: '「{name}」要看事項的事實，整部規章和條文的施行不能隨事項而定。',
      en: '"{name}" reads facts of a matter; what puts a book or a norm in force cannot depend on a matter.',
    },
    hint: {
      zh: '施行的條件只能用行為日期、參數和讀法。',
      en: 'Such a condition uses the act date, parameters and readings only.',
    },
  },
  'no-common-kind': {
    severity: 'error',
    id: 'Z2048',
    message: {
      zh: '「{name}」用到的事實不在同一種事項裏（{facts}）。',
      en: 'The facts used by "{name}" do not belong to one kind of matter ({facts}).',
    },
    hint: {
      zh: '用「適用」寫明事項，別的事項的事實要經由指向。',
      en: 'Name the kind with `applies to`, and reach facts of other matters through references.',
    },
  },
  'definition-empty': {
    severity: 'error',
    id: 'Z2049',
    message: { zh: '「{name}」沒有說是什麼。', en: '"{name}" does not say what it is.' },
    hint: { zh: '寫「即」，或「若 … 則 …」。', en: 'Write `is`, or rows `if … then …`.' },
  },
  'definition-is-and-rows': {
    severity: 'error',
    id: 'Z2050',
    message: { zh: '「即」與「若 … 則 …」只能取其一。', en: 'Use either `is` or rows.' },
  },
  'table-cells': {
    severity: 'error',
    id: 'Z2051',
    message: {
      zh: '這一行有 {actual} 格，表頭有 {expected} 格。',
      en: 'This row has {actual} cells, the header {expected}.',
    },
  },
  'table-overlap': {
    severity: 'error',
    id: 'Z2052',
    message: {
      zh: '兩行的條件完全相同，結果卻不同。',
      en: 'Two rows have the same condition and different values.',
    },
  },
  'duplicate-row': {
    severity: 'warning',
    id: 'Z2053',
    message: { zh: '這一行與另一行重複。', en: 'This row repeats another row.' },
  },
  'collect-needs-set': {
    severity: 'error',
    id: 'Z2054',
    message: {
      zh: '「命中 匯集」的結果必須是集合，這裏是「{type}」。',
      en: 'A table that collects must yield a set; this is "{type}".',
    },
  },
  'citation-relative': {
    severity: 'error',
    id: 'Z2055',
    message: {
      zh: '沒有寫條，也沒有「依據」可以接續。',
      en: 'The article is left out, and there is no citation to join it to.',
    },
  },
  'citation-number': {
    severity: 'error',
    id: 'Z2056',
    message: { zh: '條款項句從一數起。', en: 'Articles, paragraphs, items and sentences count from one.' },
  },
  'reading-adopted': {
    severity: 'error',
    id: 'Z2057',
    message: {
      zh: '讀法「{name}」要採用一種，而且只採用一種。',
      en: 'Exactly one option of the reading "{name}" must be adopted.',
    },
  },
  'example-no-result': {
    severity: 'error',
    id: 'Z2058',
    message: { zh: '例「{name}」沒有寫結果。', en: 'The example "{name}" states no result.' },
  },
  'as-of-required': {
    severity: 'error',
    id: 'Z2059',
    message: {
      zh: '用到「未發生」，就要寫明查核日期。',
      en: '`not yet` is used, so the as-of date must be given.',
    },
  },
  'not-a-judgement': {
    severity: 'error',
    id: 'Z2060',
    message: { zh: '「{name}」不由誰認定。', en: '"{name}" is not attested by anybody.' },
    hint: {
      zh: '在事項裏寫「由 … 認定」，或把「認定為」改作「為」。',
      en: 'Declare who attests it, or use a plain value.',
    },
  },
  'duplicate-value': {
    severity: 'error',
    id: 'Z2061',
    message: { zh: '「{name}」給了兩次。', en: '"{name}" is given twice.' },
  },
  'example-norm-kind': {
    severity: 'error',
    id: 'Z2062',
    message: {
      zh: '規則「{name}」不適用於本例的任何對象。',
      en: 'The norm "{name}" applies to no matter of this example.',
    },
  },
  'unused-fact': {
    severity: 'warning',
    id: 'Z2063',
    message: {
      zh: '沒有規則或定義用到事實「{name}」。',
      en: 'No norm or definition uses the fact "{name}".',
    },
  },
  'unused-enum': {
    severity: 'warning',
    id: 'Z2064',
    message: { zh: '沒有用到枚舉「{name}」。', en: 'The enumeration "{name}" is not used.' },
  },
  'unused-group': {
    severity: 'warning',
    id: 'Z2065',
    message: { zh: '沒有用到類「{name}」。', en: 'The group "{name}" is not used.' },
  },
  'unused-record': {
    severity: 'warning',
    id: 'Z2066',
    message: { zh: '沒有用到記錄「{name}」。', en: 'The record "{name}" is not used.' },
  },
  'unused-parameter': {
    severity: 'warning',
    id: 'Z2067',
    message: { zh: '沒有用到參數「{name}」。', en: 'The parameter "{name}" is not used.' },
  },
  'unused-definition': {
    severity: 'warning',
    id: 'Z2068',
    message: { zh: '沒有用到定義「{name}」。', en: 'The definition "{name}" is not used.' },
  },
  'unused-reading': {
    severity: 'warning',
    id: 'Z2069',
    message: { zh: '沒有規則取決於讀法「{name}」。', en: 'Nothing depends on the reading "{name}".' },
  },
  'shadowed-name': {
    severity: 'warning',
    id: 'Z2070',
    message: {
      zh: '事實「{name}」擋住了同名的定義、參數或讀法。',
      en: 'The fact "{name}" hides a definition, parameter or reading of the same name.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
