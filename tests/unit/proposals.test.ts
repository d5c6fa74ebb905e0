import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleText } from '../../src/analyse/example-text.ts';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { randomFrom } from '../../src/differential/random.ts';
import { caseMaker } from '../../src/differential/random-case.ts';
import { randomRulebook, rulebookText } from '../../src/differential/random-rulebook.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { caseFromExample } from '../../src/facts/case-from-example.ts';
import type { Mutant } from '../../src/mutate/mutations.ts';
import { type Proposal, proposalsFor } from '../../src/mutate/proposals.ts';
import { runMutants } from '../../src/mutate/run.ts';
import { compile } from '../../src/pipeline.ts';
import { ROOT } from '../support/run-cli.ts';

const calendar = chinaCalendar();

interface Tried {
  readonly survivors: readonly Mutant[];
  readonly proposals: ReadonlyMap<Mutant, Proposal>;
}
function mutate(text: string): Tried {
  const files = [{ name: 'rules.norm', text }];
  const { model, plan } = compile(files).value;
  if (!plan) throw new Error('the rules have errors');
  const survivors = runMutants(model, [], calendar).results.filter((r) => r.outcome === 'survived');
  return {
    survivors: survivors.map((s) => s.mutant),
    proposals: proposalsFor(model, files, survivors, [], calendar, { each: 1000, all: 5000, few: 100 }),
  };
}
const keyOf = ({ owner, span, change }: Mutant): string =>
  JSON.stringify([owner, span.start, span.end, change.zh]);

describe('an example for a change that none notices', () => {
  const RULES = `枚舉 色 = 紅、綠、藍
類 暖色 = 紅、綠
記錄 出訪
  公務 : 是非
  出發 : 日期
事項 申請
  色 : 色
  件數 : 數
  急件 : 是非 由 主任 認定
  收到 : 日期
  答覆 : 事件
  附註 : 文字
  出訪記錄 : 列表 出訪
枚舉 職務 = 主任、科員
`;
  const proposed = (norms: string): readonly string[] => {
    const { survivors, proposals } = mutate(RULES + norms);
    expect(survivors.filter((s) => !proposals.has(s)).map((s) => s.change.zh)).toEqual([]);
    return [...new Set([...proposals.values()].map((p) => p.text))];
  };

  test('small, for the norm that is changed, with the verdict that the rules give', () => {
    const texts = proposed(`規則 件數上限
  依據 第一條
  適用 申請
  當 色 屬於 暖色
  應當 件數 不超過 5
例 合 於 件數上限
  色 為 紅 ; 件數 為 1
  結果 合規
`);
    expect(texts).toContain('例 件數上限補例 於 件數上限\n  色 為 綠 ; 件數 為 1\n  結果 合規\n');
    expect(texts.some((t) => t.includes('件數 為 6') && t.includes('結果 違規'))).toBe(true);
    expect(texts.some((t) => t.includes('件數 為 5') && t.includes('結果 合規'))).toBe(true);
  });

  test('events, judgements and lists are written as the language writes them', () => {
    const texts = proposed(`規則 限期答覆
  依據 第一條
  適用 申請
  當 有任一（出訪記錄 其中 公務 且 出發 早於 2026-03-01）
  應當 答覆 不遲於 收到 後 3 個工作日
  除非 急件 依據 第二條
例 合 於 限期答覆
  出訪記錄 為 （公務 為 是；出發 為 2026-02-28） ; 急件 認定為 否
  收到 為 2026-03-02 ; 答覆 為 2026-03-05
  結果 合規
`).join('');
    expect(texts).toContain('急件 認定為 是');
    expect(texts).toContain('（公務 為 否；出發 為 2026-02-28）');
    expect(texts).toMatch(/結果 豁免/);
  });

  test('what an example cannot say is not proposed', () => {
    const { model } = compile([{ name: 'rules.norm', text: RULES }]).value;
    const span = { file: 'x', start: 0, end: 0 };
    const matter = { id: '甲', kind: '申請', facts: {}, actDate: 20_000, span };
    const kase = { title: '', matters: [matter], params: {}, readings: {}, span };
    const draft = { name: '例一', norm: '某', verdict: 'compliant', kase } as const;
    expect(exampleText(draft, model)).toBeUndefined();
  });
});

const RUNS = Number(process.env.PROPERTY_RUNS ?? 8);

test('over random rulebooks: every proposal, pasted, holds and kills its mutant', () => {
  const r = randomFrom(20_261_127);
  let found = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const rules = rulebookText(randomRulebook(r, 2));
    const { model, plan } = compile([{ name: 'rules.norm', text: rules }]).value;
    if (!plan) continue;
    const make = caseMaker(model, plan);
    const examples = Array.from({ length: 8 }, (_, i) => {
      const kase = make(r);
      const [first] = evaluate(plan, kase, { asOf: kase.asOf ?? 0, calendar }).norms;
      return first && exampleText({ name: `例${i}`, norm: first.norm, kase, verdict: first.verdict }, model);
    }).filter((e) => e !== undefined && compile([{ name: 'rules.norm', text: rules + e }]).value.plan);
    const text = rules + examples.join('');
    const { proposals } = mutate(text);
    const pasted = [...new Set([...proposals.values()].map((p) => p.text))].join('');
    const after = compile([{ name: 'rules.norm', text: text + pasted }]).value.model;
    const left = runMutants(after, [], calendar).results.filter((m) => m.outcome === 'survived');
    const alive = new Set(left.map((m) => keyOf(m.mutant)));
    expect([...proposals.keys()].filter((m) => alive.has(keyOf(m))).map((m) => m.change.zh)).toEqual([]);
    found += proposals.size;
  }
  expect(found).toBeGreaterThan(RUNS);
});

test('a shipped rulebook with half of its examples taken away gets examples that notice again', () => {
  const name = 'rules/example/parking.norm.md';
  const whole = readFileSync(join(ROOT, name), 'utf8');
  let n = 0;
  const text = whole.replace(/^例 .*\n(?: .*\n)+/gm, (block) => (n++ % 2 === 0 ? block : ''));
  const compiled = (more: string) => {
    const files = [{ name, text }, ...(more === '' ? [] : [{ name: 'rules/example/more.norm', text: more }])];
    const { model } = compile(files).value;
    return { files, model, results: runMutants(model, [], calendar).results };
  };
  const { files, model, results } = compiled('');
  const survivors = results.filter((r) => r.outcome === 'survived');
  expect(survivors.length).toBeGreaterThan(15);
  const proposals = proposalsFor(model, files, survivors, [], calendar);
  const pasted = [...new Set([...proposals.values()].map((p) => p.text))].join('');
  const alive = compiled(pasted).results.filter((r) => r.outcome === 'survived');
  expect(alive.map((r) => r.mutant.change.zh)).toEqual(
    survivors.filter((s) => !proposals.has(s.mutant)).map((s) => s.mutant.change.zh),
  );
  expect(proposals.size).toBe(survivors.length);
});

test('a case written as an example reads back as the same case', () => {
  const r = randomFrom(7);
  let read = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const rules = rulebookText(randomRulebook(r, 2));
    const { model, plan } = compile([{ name: 'rules.norm', text: rules }]).value;
    if (!plan) continue;
    const kase = make(caseMaker(model, plan)(r));
    const [first] = evaluate(plan, kase, { asOf: kase.asOf ?? 0, calendar }).norms;
    if (!first) continue;
    const { norm, verdict } = first;
    const text = exampleText({ name: '回讀', norm, kase, verdict }, model);
    if (text === undefined) continue;
    const again = compile([{ name: 'rules.norm', text: rules + text }]).value.model.examples[0];
    if (!again) continue;
    const names = kase.matters.map((m) => m.id);
    const other = evaluate(plan, caseFromExample(again, model), { asOf: kase.asOf ?? 0, calendar });
    const verdicts = evaluate(plan, kase, { asOf: kase.asOf ?? 0, calendar }).norms;
    expect(other.norms.map((n) => [n.norm, n.verdict])).toEqual(verdicts.map((n) => [n.norm, n.verdict]));
    expect(names.length).toBe(again.matters.length);
    read += 1;
  }
  expect(read).toBeGreaterThan(RUNS / 5);
});

/** Without what an example cannot say. */
function make(kase: ReturnType<ReturnType<typeof caseMaker>>): typeof kase {
  return { ...kase, matters: kase.matters.map(({ actDate: _, ...m }) => m) };
}
