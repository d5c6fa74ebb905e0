/**
 * The one table of keywords. Every keyword has spellings in the three dialects, which may be mixed in a file;
 * the n-th spelling of one dialect answers to the n-th of another, or to the first where there is no n-th.
 *
 * `soft` keywords mean something in one place only and may be used as names everywhere else.
 * A spelling of several English words is written with single spaces here and with any blanks in a text.
 */
export type Dialect = 'hant' | 'hans' | 'en';
export const DIALECTS = ['hant', 'hans', 'en'] as const satisfies readonly Dialect[];

export type KeywordRole =
  | 'block'
  | 'clause'
  | 'part'
  | 'connective'
  | 'comparison'
  | 'postfix'
  | 'function'
  | 'literal'
  | 'type'
  | 'value';

/** TextMate scopes, one a role, so that editors colour a text by what its words do. */
const SCOPES = {
  block: 'keyword.control.block',
  clause: 'keyword.other.clause',
  part: 'keyword.other.part',
  connective: 'keyword.operator.logical',
  comparison: 'keyword.operator.comparison',
  postfix: 'keyword.operator.postfix',
  function: 'support.function',
  literal: 'constant.language',
  type: 'storage.type',
  value: 'constant.other.value',
} as const satisfies Record<KeywordRole, string>;

export interface Keyword {
  readonly role: KeywordRole;
  readonly scope: string;
  readonly hant: readonly string[];
  readonly hans: readonly string[];
  readonly en: readonly string[];
  readonly soft: boolean;
  readonly doc: { readonly zh: string; readonly en: string };
}

/** One line of the table: role, 繁體, 简体, English (spellings parted by `|`), what it does in both languages. */
function word<R extends KeywordRole>(
  role: R,
  hant: string,
  hans: string,
  en: string,
  zhDoc: string,
  enDoc: string,
) {
  return {
    role,
    scope: SCOPES[role],
    hant: hant.split('|'),
    hans: hans.split('|'),
    en: en.split('|'),
    soft: role === 'type' || role === 'value',
    doc: { zh: zhDoc, en: enDoc },
  } as const;
}

export const KEYWORDS = {
  // ---- blocks ----------------------------------------------------------------------------------
  book: word(
    'block',
    '規章',
    '规章',
    'book',
    '規章的名稱、依據與施行日期。',
    'Name, basis and dates of a regulation.',
  ),
  chapter: word(
    'block',
    '章',
    '章',
    'chapter',
    '章的標題，到行尾為止。',
    'Heading of a chapter, up to the end of the line.',
  ),
  enum: word('block', '枚舉', '枚举', 'enum', '一組可選的名稱。', 'A closed list of members.'),
  group: word(
    'block',
    '類',
    '类',
    'group',
    '一個枚舉中若干成員的合稱。',
    'A named group of members of one enum.',
  ),
  alias: word('block', '別名', '别名', 'alias', '同一事物的另一名稱。', 'Another name of the same thing.'),
  units: word('block', '單位', '单位', 'units', '計數的單位。', 'Units of count.'),
  matter: word('block', '事項', '事项', 'matter', '一種案件及其事實。', 'A kind of matter and its facts.'),
  record: word('block', '記錄', '记录', 'record', '列表中一列的欄位。', 'Fields of one entry of a list.'),
  parameter: word(
    'block',
    '參數',
    '参数',
    'parameter',
    '規章留待他處確定的數值。',
    'A value that the regulation leaves open.',
  ),
  reading: word(
    'block',
    '讀法',
    '读法',
    'reading',
    '有爭議文句的若干讀法。',
    'A named switch between interpretations.',
  ),
  declaratory: word(
    'block',
    '宣示',
    '宣示',
    'declaratory',
    '不能據以判斷的條文。',
    'A provision that decides nothing.',
  ),
  definition: word(
    'block',
    '定義',
    '定义',
    'definition',
    '由其他事實推出的事實。',
    'A fact derived from others.',
  ),
  table: word('block', '表', '表', 'table', '以表格寫成的定義。', 'A definition written as a table.'),
  norm: word(
    'block',
    '規則',
    '规则',
    'norm|rule',
    '一項義務、禁止或許可。',
    'One duty, prohibition or permission.',
  ),
  example: word(
    'block',
    '例',
    '例',
    'example',
    '案例，既是測試也是說明。',
    'An example: a test and a document.',
  ),
  // ---- clauses ---------------------------------------------------------------------------------
  cite: word('clause', '依據', '依据', 'cite|under', '所依據的條款。', 'The provisions it rests on.'),
  gist: word(
    'clause',
    '要旨',
    '要旨',
    'gist',
    '條文大意，用自己的話寫。',
    'What the provision says, in own words.',
  ),
  note: word('clause', '註|注', '注', 'note', '起草人的說明。', 'A remark of the drafter.'),
  quotation: word(
    'clause',
    '引文',
    '引文',
    'quotation',
    '條文原文，須與原文一致。',
    'Words of the source, compared with it.',
  ),
  appliesTo: word(
    'clause',
    '適用',
    '适用',
    'applies to',
    '適用於哪些事項。',
    'The kinds of matter it governs.',
  ),
  condition: word('clause', '當', '当', 'when', '適用的條件。', 'The condition of application.'),
  bearer: word('clause', '責任', '责任', 'bearer', '由誰履行。', 'Who has to perform.'),
  shall: word('clause', '應當', '应当', 'shall', '義務。', 'A duty.'),
  shallNot: word('clause', '不得', '不得', 'shall not', '禁止。', 'A prohibition.'),
  may: word('clause', '可以', '可以', 'may', '許可。', 'A permission.'),
  only: word(
    'clause',
    '僅',
    '仅',
    'only',
    '只許可所列的人。',
    'Permits to those named and forbids to others.',
  ),
  deadline: word('clause', '期限', '期限', 'deadline', '履行的最後日期。', 'The last day of performance.'),
  maintain: word(
    'clause',
    '維持',
    '维持',
    'maintain',
    '在一段時間內持續履行。',
    'A duty that lasts over an interval.',
  ),
  unless: word('clause', '除非', '除非', 'unless', '同一條文之內的例外。', 'An exception inside the norm.'),
  exceptionTo: word(
    'clause',
    '例外於',
    '例外于',
    'exception to',
    '是其他規則的例外。',
    'Defeats other norms.',
  ),
  thereafter: word(
    'clause',
    '隨後應當',
    '随后应当',
    'thereafter shall',
    '行使許可之後的義務。',
    'A duty that follows.',
  ),
  strength: word('clause', '效力', '效力', 'strength', '剛性、柔性或倡導。', 'How binding the norm is.'),
  effective: word('clause', '施行', '施行', 'effective', '開始施行的日期。', 'First day in force.'),
  repealed: word('clause', '廢止', '废止', 'repealed', '廢止的日期。', 'Day of repeal.'),
  reason: word('clause', '理由', '理由', 'reason', '為何不能判斷。', 'Why nothing can be decided.'),
  title: word('clause', '題名', '题名', 'title', '規章的全稱。', 'Full title of the regulation.'),
  hitPolicy: word(
    'clause',
    '命中',
    '命中',
    'hit',
    '幾行同時成立時如何處理。',
    'What several matching rows mean.',
  ),
  if: word('clause', '若', '若', 'if', '定義的一種情形。', 'One case of a definition.'),
  except: word(
    'clause',
    '例外',
    '例外',
    'except',
    '定義的例外情形。',
    'An exceptional case of a definition.',
  ),
  otherwise: word(
    'clause',
    '否則',
    '否则',
    'otherwise',
    '其他情形都不成立時的值。',
    'The value where no case holds.',
  ),
  meaning: word('clause', '即', '即', 'means', '直接給出定義的值。', 'Gives the value directly.'),
  subject: word('clause', '對象', '对象', 'subject', '案例中的另一事項。', 'A further matter of an example.'),
  expect: word('clause', '結果', '结果', 'expect', '案例應得的結論。', 'The verdict expected of an example.'),
  // ---- parts of blocks and clauses -------------------------------------------------------------
  // biome-ignore lint/suspicious/noThenProperty: the keyword is called so; the table is never awaited
  then: word('part', '則', '则', 'then', '情形成立時的值。', 'The value of the case.'),
  onNorms: word('part', '於', '于', 'for', '案例所測試的規則。', 'The norms an example tests.'),
  from: word('part', '自', '自', 'from', '期間的開始。', 'Start of an interval.'),
  until: word('part', '至', '至', 'until', '期間的結束。', 'End of an interval.'),
  via: word('part', '經', '经', 'via', '通向另一事項的路徑。', 'The path to another matter.'),
  by: word('part', '由', '由', 'by', '由誰認定。', 'Who attests.'),
  attested: word('part', '認定', '认定', 'attested', '需要有人認定的判斷。', 'A judgement somebody attests.'),
  attestedAs: word(
    'part',
    '認定為',
    '认定为',
    'attested as',
    '已由有權者認定。',
    'Attested by whoever has to.',
  ),
  default: word(
    'part',
    '預設|默認',
    '预设|默认',
    'default',
    '未提供時採用的值。',
    'The value where none is given.',
  ),
  missing: word('part', '缺', '缺', 'missing', '案例缺少的事實。', 'The facts an example lacks.'),
  where: word(
    'part',
    '其中',
    '其中',
    'where',
    '只計滿足條件的各列。',
    'Counts only entries that satisfy it.',
  ),
  of: word('part', '之|的', '之|的', 'its', '取出其中的一欄。', 'Takes a field.'),
  inside: word('part', '內', '内', 'within', '與「在」相配。', 'Closes a window opened by its partner.'),
  and2: word('part', '與', '与', 'to', '與「介於」相配。', 'Parts the two limits.'),
  // ---- connectives -----------------------------------------------------------------------------
  or: word('connective', '或', '或', 'or', '任一成立即成立。', 'One of them holds.'),
  and: word('connective', '且', '且', 'and', '全部成立才成立。', 'All of them hold.'),
  not: word('connective', '非', '非', 'not', '不成立。', 'It does not hold.'),
  after: word('connective', '後|之後', '后|之后', 'plus|after', '往後推移。', 'Moves a date forward.'),
  before: word('connective', '前|之前', '前|之前', 'minus|before', '往前推移。', 'Moves a date back.'),
  // ---- comparisons -----------------------------------------------------------------------------
  is: word('comparison', '為', '为', 'is', '等於。', 'Equals.'),
  isNot: word('comparison', '不為', '不为', 'is not', '不等於。', 'Differs from.'),
  exceeds: word(
    'comparison',
    '超過|大於|多於|高於',
    '超过|大于|多于|高于',
    'exceeds|more than|is more than',
    '大於，不含本數。',
    'Greater than.',
  ),
  laterThan: word(
    'comparison',
    '晚於',
    '晚于',
    'later than|is later than',
    '晚於，不含當日。',
    'Later than.',
  ),
  lessThan: word(
    'comparison',
    '少於|小於|低於',
    '少于|小于|低于',
    'less than|is less than',
    '小於，不含本數。',
    'Less than.',
  ),
  earlierThan: word(
    'comparison',
    '早於',
    '早于',
    'earlier than|is earlier than',
    '早於，不含當日。',
    'Earlier than.',
  ),
  notExceeding: word(
    'comparison',
    '不超過|不大於|不多於|不高於',
    '不超过|不大于|不多于|不高于',
    'not exceeding|does not exceed|is not more than',
    '小於或等於。',
    'Less than or equal.',
  ),
  atMost: word('comparison', '至多', '至多', 'at most|is at most', '小於或等於。', 'Less than or equal.'),
  noLaterThan: word(
    'comparison',
    '不遲於|不晚於',
    '不迟于|不晚于',
    'no later than|is no later than',
    '當日或更早。',
    'On the day or earlier.',
  ),
  notLessThan: word(
    'comparison',
    '不少於|不小於|不低於',
    '不少于|不小于|不低于',
    'not less than|is not less than',
    '大於或等於。',
    'Greater than or equal.',
  ),
  atLeast: word(
    'comparison',
    '至少',
    '至少',
    'at least|is at least',
    '大於或等於。',
    'Greater than or equal.',
  ),
  noEarlierThan: word(
    'comparison',
    '不早於',
    '不早于',
    'no earlier than|is no earlier than',
    '當日或更晚。',
    'On the day or later.',
  ),
  in: word(
    'comparison',
    '屬於',
    '属于',
    'belongs to|in|is in',
    '是其中之一；或以其為上位事項。',
    'Is one of; or has as parent kind.',
  ),
  notIn: word(
    'comparison',
    '不屬於',
    '不属于',
    'does not belong to|not in|is not in',
    '不是其中之一。',
    'Is none of.',
  ),
  subset: word(
    'comparison',
    '包含於',
    '包含于',
    'subset of',
    '左邊各項都在右邊之中。',
    'All of the left are in the right.',
  ),
  superset: word(
    'comparison',
    '包含',
    '包含',
    'includes',
    '右邊各項都在左邊之中。',
    'All of the right are in the left.',
  ),
  disjoint: word(
    'comparison',
    '不相交',
    '不相交',
    'disjoint from',
    '兩邊沒有共同的項。',
    'They share nothing.',
  ),
  overlaps: word('comparison', '相交', '相交', 'overlaps', '兩邊有共同的項。', 'They share something.'),
  between: word(
    'comparison',
    '介於',
    '介于',
    'between|is between',
    '在兩個界限之間，含界限。',
    'Between two limits, both included.',
  ),
  on: word('comparison', '在', '在', 'falls', '落在一段時間之內。', 'Falls inside a window.'),
  sameYear: word('comparison', '同年於', '同年于', 'same year as', '在同一年。', 'In the same year.'),
  sameQuarter: word(
    'comparison',
    '同季於',
    '同季于',
    'same quarter as',
    '在同一季度。',
    'In the same quarter.',
  ),
  sameMonth: word('comparison', '同月於', '同月于', 'same month as', '在同一個月。', 'In the same month.'),
  // ---- postfix ---------------------------------------------------------------------------------
  isEmpty: word('postfix', '為空', '为空', 'is empty', '一項也沒有。', 'Has no entry.'),
  isNotEmpty: word('postfix', '不為空', '不为空', 'is not empty', '至少有一項。', 'Has an entry.'),
  occurred: word('postfix', '已發生', '已发生', 'has occurred', '事件已經發生。', 'The event has happened.'),
  notOccurred: word(
    'postfix',
    '未發生',
    '未发生',
    'not yet|is not yet|has not occurred',
    '事件尚未發生。',
    'The event has not happened yet.',
  ),
  // ---- functions -------------------------------------------------------------------------------
  ordered: word(
    'function',
    '依序',
    '依序',
    'in order',
    '各步先後有序，可以同日。',
    'Steps in order, ties allowed.',
  ),
  strictlyOrdered: word(
    'function',
    '嚴格依序',
    '严格依序',
    'in strict order',
    '各步先後有序，不可同日。',
    'Steps in order, no ties.',
  ),
  count: word('function', '計數', '计数', 'count', '列表中的列數。', 'Number of entries.'),
  any: word('function', '有任一', '有任一', 'some', '至少一列滿足條件。', 'At least one entry satisfies it.'),
  all: word('function', '全部', '全部', 'every', '每一列都滿足條件。', 'Every entry satisfies it.'),
  sum: word('function', '合計', '合计', 'sum', '一欄之和。', 'Sum of a field.'),
  earliest: word('function', '最早', '最早', 'earliest', '一欄中最早的日期。', 'Earliest date of a field.'),
  latest: word('function', '最晚', '最晚', 'latest', '一欄中最晚的日期。', 'Latest date of a field.'),
  max: word('function', '最大', '最大', 'maximum', '一欄中最大的值。', 'Greatest value of a field.'),
  min: word('function', '最小', '最小', 'minimum', '一欄中最小的值。', 'Least value of a field.'),
  // ---- literals --------------------------------------------------------------------------------
  yes: word('literal', '是', '是', 'yes|true', '成立。', 'True.'),
  no: word('literal', '否', '否', 'no|false', '不成立。', 'False.'),
  empty: word('literal', '空', '空', 'empty', '沒有任何一項。', 'No entry at all.'),
  anything: word('literal', '任意', '任意', 'any', '任何值都可以。', 'Whatever the value.'),
  // ---- types -----------------------------------------------------------------------------------
  boolean: word('type', '是非', '是非', 'boolean', '是或否。', 'Yes or no.'),
  number: word('type', '數', '数', 'number', '數目，可帶單位。', 'A number, with a unit or without.'),
  money: word('type', '金額', '金额', 'money', '人民幣金額。', 'An amount of money.'),
  date: word('type', '日期', '日期', 'date', '某一日。', 'A day.'),
  time: word('type', '時刻', '时刻', 'time', '某日某時某分。', 'A minute of a day.'),
  event: word('type', '事件', '事件', 'event', '發生之日，或未發生。', 'The day it happened, or not yet.'),
  text: word('type', '文字', '文字', 'text', '任意文字。', 'Any text.'),
  duration: word('type', '期間', '期间', 'duration', '任何單位的期間。', 'A length of time of any unit.'),
  years: word('type', '年數', '年数', 'years', '以年計的期間。', 'A number of years.'),
  months: word('type', '月數', '月数', 'months', '以月計的期間。', 'A number of months.'),
  weeks: word('type', '週數|周數', '周数', 'weeks', '以週計的期間。', 'A number of weeks.'),
  days: word('type', '日數', '日数', 'days', '以自然日計的期間。', 'A number of days.'),
  workdays: word(
    'type',
    '工作日數',
    '工作日数',
    'workdays',
    '以工作日計的期間。',
    'A number of working days.',
  ),
  hours: word('type', '小時數', '小时数', 'hours', '以小時計的期間。', 'A number of hours.'),
  minutes: word('type', '分鐘數', '分钟数', 'minutes', '以分鐘計的期間。', 'A number of minutes.'),
  set: word('type', '集合', '集合', 'set of', '若干個枚舉成員。', 'Several members of an enum.'),
  list: word('type', '列表', '列表', 'list of', '若干條記錄。', 'Several records.'),
  reference: word('type', '指向', '指向', 'reference to', '指向另一事項。', 'Points to another matter.'),
  // ---- values of single clauses ----------------------------------------------------------------
  hard: word('value', '剛性', '刚性', 'hard', '違反即違規。', 'A breach is a violation.'),
  soft: word('value', '柔性', '柔性', 'soft', '原則上如此，違反為偏離。', 'A breach is a deviation.'),
  aspirational: word('value', '倡導', '倡导', 'aspirational', '提倡如此。', 'Merely encouraged.'),
  unique: word('value', '唯一', '唯一', 'unique', '至多一種情形成立。', 'At most one case holds.'),
  collect: word(
    'value',
    '匯集|彙集',
    '汇集',
    'collect',
    '合併各種情形的值。',
    'Unites the values of all cases.',
  ),
  adopted: word('value', '採用', '采用', 'adopted', '本規章採用的讀法。', 'The interpretation in use.'),
  notApplicable: word(
    'value',
    '不適用',
    '不适用',
    'not applicable',
    '規則不管此事。',
    'The norm does not govern it.',
  ),
  exempt: word('value', '豁免', '豁免', 'exempt', '因例外而免除。', 'Lifted by an exception.'),
  compliant: word('value', '合規', '合规', 'compliant', '符合規則。', 'In line with the norm.'),
  violated: word('value', '違規', '违规', 'violated', '違反規則。', 'In breach of the norm.'),
  deviation: word('value', '偏離', '偏离', 'deviation', '偏離柔性規則。', 'Departs from a soft norm.'),
  pending: word('value', '待履行', '待履行', 'pending', '尚未到期。', 'Not done and not yet due.'),
  conflict: word('value', '衝突', '冲突', 'conflict', '定義互相矛盾。', 'Definitions contradict each other.'),
  undetermined: word('value', '待定', '待定', 'undetermined', '事實不足。', 'Facts are missing.'),
} as const satisfies Record<string, Keyword>;

export type KeywordId = keyof typeof KEYWORDS;
export const KEYWORD_IDS = Object.keys(KEYWORDS) as readonly KeywordId[];

/** All spellings of a keyword in all dialects, each once, in table order. */
export function spellings(id: KeywordId): readonly string[] {
  const keyword: Keyword = KEYWORDS[id];
  return [...new Set([...keyword.hant, ...keyword.hans, ...keyword.en])];
}

const BY_SPELLING: ReadonlyMap<string, KeywordId> = new Map(
  KEYWORD_IDS.flatMap((id) => spellings(id).map((spelling) => [spelling, id] as const)),
);

/** The keyword a spelling belongs to, in whatever dialect; blanks inside English spellings are evened out. */
export function keywordOf(spelling: string): KeywordId | undefined {
  return BY_SPELLING.get(spelling.replace(/[ \t]+/g, ' '));
}

/** The spelling of `id` in `dialect` that answers to `written` (in whatever dialect that is). */
export function translateKeyword(id: KeywordId, written: string, dialect: Dialect): string {
  const keyword: Keyword = KEYWORDS[id];
  const plain = written.replace(/[ \t]+/g, ' ');
  // 注 is the first spelling in 简体 and the second in 繁體: what comes first anywhere answers to what comes first
  const found = DIALECTS.map((d) => keyword[d].indexOf(plain)).filter((i) => i >= 0);
  const index = found.length === 0 ? 0 : Math.min(...found);
  return keyword[dialect][index] ?? keyword[dialect][0] ?? plain;
}
