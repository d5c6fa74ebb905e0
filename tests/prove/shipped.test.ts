import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { compile } from '../../src/pipeline.ts';
import { proofOf } from '../../src/prove/proof.ts';
import { witnessText } from '../../src/prove/witness-text.ts';
import { ROOT } from '../support/run-cli.ts';

const folder = join(ROOT, 'rules/hongshan');
const FILES = readdirSync(folder)
  .filter((name) => name.endsWith('.norm'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** One line a finding of the shipped rulebook, with one place in it written otherwise. */
function findings(from = '', to = ''): readonly string[] {
  const files = FILES.map(({ name, text }) => ({ name, text: text.replace(from, to) }));
  if (from !== '') expect(files.some((f, i) => f.text !== FILES[i]?.text)).toBe(true);
  const { model, plan } = compile(files).value;
  if (!plan) throw new Error('the rulebook has errors');
  const proof = proofOf(model, plan, chinaCalendar());
  return [
    ...proof.conditions().map((f) => `${f.condition.owner}: ${f.is}`),
    ...proof.tables().map(({ definition, finding: f }) => {
      const rows = f.is === 'overlap' ? f.rows.map((r) => r.id).join(' ') : 'row' in f ? f.row.id : '';
      return `${definition.name}: ${[f.is, rows, 'witness' in f ? witnessText(f.witness).zh : ''].filter((w) => w !== '').join(' ')}`;
    }),
    ...proof.norms().map(({ norm, finding }) => `${norm.name}: ${finding.is}`),
    ...proof
      .pairs()
      .map((f) =>
        f.is === 'shadowed'
          ? `${f.norm.name}: shadowed by ${f.by.name}`
          : `${f.norms.map((n) => n.name).join(', ')}: contradict, ${witnessText(f.witness).zh}`,
      ),
  ];
}

/** What is written, what it is made into, and what must be found. */
const PLANTED: readonly (readonly [string, string, readonly string[]])[] = [
  ['  若 會議種類 為 專題會議       則 2 個工作日\n', '', ['初稿期限: gap 會議種類 為 專題會議']],
  [
    '屬於 請示、報告、意見 且 主送機關 為 市政府 則',
    '屬於 請示、報告、意見 則',
    [
      '公文歸類: overlap 公文歸類#2 公文歸類#4 行文方向 為 下行、主送機關 為 區人大及其常委會、公文類別 為 請示',
      '公文歸類: overlap 公文歸類#2 公文歸類#6 行文方向 為 平行、主送機關 為 區人大及其常委會、公文類別 為 請示',
    ],
  ],
  [
    '若 會議種類 屬於 集體議事會議 則 3 個工作日',
    '若 會議種類 屬於 集體議事會議、專題會議 則 3 個工作日',
    [
      // the three kinds of meeting are all there are
      '初稿期限: always',
      '初稿期限: overlap 初稿期限#1 初稿期限#2 會議種類 為 專題會議',
    ],
  ],
  [
    '  當 事項類別 屬於 重要決策類別\n',
    '  當 事項類別 屬於 重要決策類別 且 非 （事項類別 屬於 重要決策類別）\n',
    ['重要決策會議決定: always', '重要決策會議決定: never-applies'],
  ],
];

describe('the shipped rulebook', () => {
  // article 23 says again for the decisions it lists what article 6 says for all
  const REPEATED = '重要決策會議決定: shadowed by 重大事項集體決定';

  test('repeats itself once, and nothing else is found', () => {
    expect(findings()).toEqual([REPEATED]);
  });

  test.each(PLANTED)(
    '%s → %s',
    (from, to, wanted) => {
      expect(findings(from, to).filter((f) => f !== REPEATED)).toEqual(wanted);
    },
    20_000,
  );
});
