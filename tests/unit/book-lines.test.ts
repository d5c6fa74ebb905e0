import { expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { parseDate } from '../../src/calendar/date.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { readCases } from '../../src/facts/read-cases.ts';
import { compile } from '../../src/pipeline.ts';
import { caseLines } from '../../src/report/case-pretty.ts';
import { normLines } from '../../src/report/norm-lines.ts';
import { makeSourceTable } from '../../src/report/source-table.ts';
import { makeVoice } from '../../src/report/voice.ts';

const RULES = `規章 試行規則  依據 第七十九條
  施行 已在施行
參數 發布日期 : 日期
  依據 第七十九條
讀法 施行起點 依據 第七十九條
  視為已經施行（採用）
  自發布日期起
定義 已在施行 : 是非
  依據 第七十九條
  若 施行起點 為 視為已經施行 則 是
  若 施行起點 為 自發布日期起 則 行為日期 不早於 發布日期
事項 會議
  已通知 : 是非
  已簽到 : 是非
規則 應通知
  依據 第三條
  適用 會議
  應當 已通知
規則 應簽到
  依據 第四條
  適用 會議
  應當 已簽到
`;

function lines(yaml: string): string[] {
  const { value, diagnostics } = compile([{ name: 'a.norm', text: RULES }]);
  expect(diagnostics).toEqual([]);
  const plan = value.plan;
  if (!plan) throw new Error('no plan');
  const file = { name: 'a.yaml', text: yaml };
  const [kase] = readCases(file, value.model).value;
  if (!kase) throw new Error('no case');
  const result = evaluate(plan, kase, { asOf: parseDate('2026-10-12') ?? 0, calendar: chinaCalendar() });
  const voice = makeVoice('zh-Hant', false);
  return caseLines(result, { plan, kase }, makeSourceTable([file]), voice, { all: false }).slice(1);
}

const FACTS = '事項: 會議\n事實: { 已通知: 否, 已簽到: 否 }\n';

test('the reading that puts the book in force is told once, and not under each norm', () => {
  expect(lines(FACTS)).toEqual([
    '  施行：讀法 施行起點 為 視為已經施行',
    '  ✗ 應簽到  《試行規則》第四條',
    '      已簽到 否                                             a.yaml:2:20',
    '  ✗ 應通知  第三條',
    '      已通知 否                                             a.yaml:2:12',
    '  2 項違規',
  ]);
});

test('what is missing for the book is told once', () => {
  expect(lines(`讀法: { 施行起點: 自發布日期起 }\n行為日期: 2026-01-01\n${FACTS}`)).toEqual([
    '  不知行為當日本規章是否施行，缺：參數 發布日期',
    '  施行：讀法 施行起點 為 自發布日期起',
    '  ? 應簽到  《試行規則》第四條   待定',
    '  ? 應通知  第三條   待定',
    '  2 項待定',
  ]);
});

test('before the first day nothing applies, and it is said why', () => {
  const given = '讀法: { 施行起點: 自發布日期起 }\n參數: { 發布日期: 2026-01-02 }\n';
  const rests = '  施行：讀法 施行起點 為 自發布日期起、參數 發布日期 2026-01-02';
  expect(lines(`${given}行為日期: 2026-01-01\n${FACTS}`)).toEqual([
    '  行為日期不在施行期間內，本規章不適用',
    rests,
    '  2 項不適用',
  ]);
  const two = `${given}事項組:
  - { 編號: 甲, 事項: 會議, 行為日期: 2026-01-01, 事實: { 已通知: 否, 已簽到: 否 } }
  - { 編號: 乙, 事項: 會議, 行為日期: 2026-01-02, 事實: { 已通知: 是, 已簽到: 是 } }
`;
  expect(lines(two).slice(0, 2)).toEqual(['  行為日期不在施行期間內，本規章不適用（甲）', rests]);
});

test('a norm explained without a case leaves it out', () => {
  const text = RULES.replace('  應當 已簽到', '  當 已通知\n  應當 已簽到');
  const { value } = compile([{ name: 'a.norm', text }]);
  const norm = value.model.norms.應簽到;
  if (!value.plan || !norm) throw new Error('no norm');
  const table = makeSourceTable([{ name: 'a.norm', text }]);
  const told = normLines(norm, value.model, value.plan, table, makeVoice('zh-Hant', false), 'mid');
  expect(told[2]).toBe('  當：已通知');
});
