import type { Bilingual } from '../diagnostics/diagnostic.ts';
import type { Verdict } from '../evaluate/verdict.ts';
import { VERDICT_WORDS } from '../evaluate/verdict-words.ts';
import type { Strength } from '../syntax/ast.ts';
import type { Style } from './voice.ts';

const b = (zh: string, en: string): Bilingual => ({ zh, en });

/** Words of the printed reports; sentences of the command line itself are in cli/messages.ts. */
export const VERDICT: Readonly<
  Record<Verdict, { readonly word: Bilingual; readonly mark: string; readonly style: Style }>
> = {
  violated: { word: VERDICT_WORDS.violated, mark: '✗', style: 'red' },
  conflict: { word: VERDICT_WORDS.conflict, mark: '≠', style: 'magenta' },
  undetermined: { word: VERDICT_WORDS.undetermined, mark: '?', style: 'yellow' },
  pending: { word: VERDICT_WORDS.pending, mark: '⏳', style: 'blue' },
  deviation: { word: VERDICT_WORDS.deviation, mark: '~', style: 'yellow' },
  exempt: { word: VERDICT_WORDS.exempt, mark: '○', style: 'cyan' },
  compliant: { word: VERDICT_WORDS.compliant, mark: '✓', style: 'green' },
  'not-applicable': { word: VERDICT_WORDS['not-applicable'], mark: '-', style: 'dim' },
};

/** What a reader wants first. */
export const VERDICT_ORDER: readonly Verdict[] = [
  'violated',
  'conflict',
  'undetermined',
  'pending',
  'deviation',
  'exempt',
  'compliant',
  'not-applicable',
];

export const STRENGTH: Readonly<Record<Strength, Bilingual>> = {
  hard: b('剛性', 'hard'),
  soft: b('柔性', 'soft'),
  aspirational: b('倡導', 'aspirational'),
};

export const WORD = {
  asOf: b('查核日期', 'as of'),
  actDate: b('行為日期', 'act date'),
  due: b('期限', 'due'),
  worked: b('算得', 'worked out'),
  assumption: b('假設', 'assumed'),
  judgement: b('認定', 'judgement'),
  note: b('註', 'note'),
  sourceWords: b('原文', 'text'),
  holds: b('成立', 'holds'),
  fails: b('不成立', 'does not hold'),
  undecided: b('未定', 'open'),
  live: b('尚待履行', 'still to be done'),
  examples: b('例', 'examples'),
  where: b('見', 'at'),
  missing: b('缺', 'missing'),
  harmless: b('缺之事實無論如何，均不致違規', 'whatever the missing facts are, no violation'),
  after: b('後', 'after'),
  before: b('前', 'before'),
  to: b('至', 'to'),
  skipped: b('跳過', 'skipped'),
  sequence: b('、', ', '),
  colon: b('：', ': '),
  open: b('（', ' ('),
  close: b('）', ')'),
  default: b('預設', 'default'),
  planned: b('預定', 'planned'),
  attested: b('認定', 'attested by'),
  reading: b('讀法', 'reading'),
  parameter: b('參數', 'parameter'),
  exemptBy: b('豁免依據', 'exempt under'),
  bearer: b('責任', 'duty of'),
  yes: b('是', 'yes'),
  no: b('否', 'no'),
  empty: b('空', 'none'),
  notYet: b('未發生', 'not yet'),
  unknown: b('未知', 'unknown'),
  records: b('筆', 'records'),
  notInForce: b('行為日期不在施行期間內，本規章不適用', 'The regulation is not in force on the act date'),
  forceUnknown: b(
    '不知行為當日本規章是否施行，缺',
    'It is unknown whether the regulation was in force on the act date; missing',
  ),
  entry: b('施行', 'in force'),
  is: b('為', 'is'),
  contradiction: b('兩條規則要求相反', 'two norms require opposite things'),
  unattested: b('未載明認定人', 'no attester given'),
  wrongAttester: b('認定人無權認定', 'attested by somebody who may not'),
  noMatter: b('所指事項未提供', 'the matter it points to is not given'),
  calendarOpen: b(
    '年放假安排尚未公佈，期限估計為',
    'holidays are not yet published; the estimated due date is',
  ),
  gap: b('無一行適用', 'no row applies'),
  rowsConflict: b('各行相互衝突', 'rows contradict each other'),
  row: b('第 {n} 行', 'row {n}'),
  itemsOf: b('項', ''),
  cases: b('件', 'cases'),
  oneCase: b('件', 'case'),
  hidden: b(
    '另有 {n} 項待定，不影響結論（--all 列出）',
    '{n} more undetermined, without effect on the verdict (--all lists them)',
  ),
} as const satisfies Record<string, Bilingual>;
