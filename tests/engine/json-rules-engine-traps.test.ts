import { Engine, Rule, type TopLevelCondition } from 'json-rules-engine';
import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { exportData } from '../../src/engine/json-rules-engine/export-data.ts';
import { isCondition, type StockCondition } from '../../src/engine/json-rules-engine/format.ts';
import { operatorTable, type PlainCase, runner } from '../../src/engine/json-rules-engine/module/index.ts';
import { ownPath } from '../../src/engine/json-rules-engine/module/run.ts';
import { NOT_YET, UNKNOWN, type Value } from '../../src/evaluate/value.ts';
import { compile } from '../../src/pipeline.ts';
import type { Plan, PlanNode } from '../../src/plan/plan.ts';
import { everyRulebook } from '../support/rulebooks.ts';

/**
 * What the stock engine does that is not what a lawyer means: each trap is shown in the engine itself, and that the
 * lowering does not step into it.
 */
const calendar = chinaCalendar();

/** Do the conditions hold, for the engine as it comes? */
async function stock(conditions: object, facts: object = {}, options: object = {}): Promise<boolean> {
  const engine = new Engine([], options);
  engine.addRule({ conditions: conditions as TopLevelCondition, event: { type: 'found' } });
  return (await engine.run(facts as Record<string, unknown>)).events.length > 0;
}

const RULES = `規章 測試
枚舉 色 = 紅、綠、藍
事項 申請
  件數 : 數
  上限 : 數
  甲   : 是非
  乙   : 是非
  顏色 : 色
  許可 : 集合 色
  多久 : 期間
  標題 : 文字
規則 甲件數
  依據 第一條
  適用 申請
  應當 件數 不超過 上限
規則 乙非紅
  依據 第二條
  適用 申請
  不得 顏色 為 紅
規則 丙在許可內
  依據 第三條
  適用 申請
  應當 顏色 屬於 許可
規則 丁三個月
  依據 第四條
  適用 申請
  應當 多久 為 3 個月
規則 戊標題
  依據 第五條
  適用 申請
  應當 標題 為 「請示」
規則 己或
  依據 第六條
  適用 申請
  應當 甲 或 乙
規則 error
  依據 第七條
  適用 申請
  應當 甲
規則 success
  依據 第八條
  適用 申請
  應當 甲
`;
const plan = planOf(RULES);
const data = exportData(plan, calendar);
const run = runner(data);

function planOf(text: string): Plan {
  const { value, diagnostics } = compile([{ name: 'traps.norm', text }]);
  if (!value.plan) throw new Error(JSON.stringify(diagnostics));
  return value.plan;
}
const caseWith = (facts: Record<string, unknown>, kind = '申請'): PlainCase => ({
  asOf: '2026-10-12',
  matters: [{ id: '一', kind, facts }],
});
const verdicts = async (facts: Record<string, unknown>) =>
  Object.fromEntries((await run(Engine, caseWith(facts))).map((v) => [v.norm, v.verdict]));

/** Every condition of every rule, with those inside. */
function allConditions(): readonly StockCondition[] {
  const inside = (c: StockCondition): readonly StockCondition[] => [
    c,
    ...('all' in c ? c.all.flatMap(inside) : 'any' in c ? c.any.flatMap(inside) : []),
  ];
  return data.rules.flatMap((r) => inside(r.conditions));
}

describe('shape of conditions', () => {
  const yes = { fact: 'a', operator: 'equal', value: 1 };
  const no = { fact: 'a', operator: 'equal', value: 2 };

  test('of a node with all and any only any is read: ours have one key', async () => {
    expect(await stock({ all: [no], any: [yes] }, { a: 1 })).toBe(true);
    for (const c of allConditions())
      expect(['all', 'any', 'fact,operator,value']).toContain(Object.keys(c).sort().join());
  });

  test('an empty any is true: ours are folded', async () => {
    expect(await stock({ any: [] })).toBe(true);
    for (const c of allConditions()) {
      if ('all' in c) expect(c.all.length).toBeGreaterThan(0);
      if ('any' in c) expect(c.any.length).toBeGreaterThan(0);
    }
    const empty = withRequirement(plan, { op: 'or', args: [], type: { t: 'bool' } });
    const found = await runner(exportData(empty, calendar))(Engine, caseWith({}));
    expect(found.map((v) => v.verdict)).toEqual(found.map(() => 'violated'));
  });

  test('custom keys of conditions vanish: citations stand in a table of their own', async () => {
    const rule = new Rule({ conditions: { all: [{ ...yes, cite: 7 } as never] }, event: { type: 'x' } });
    expect(rule.toJSON()).not.toContain('cite');
    expect(data.citations.norms.甲件數?.cites).toEqual(['第一條']);
    expect(Object.values(data.citations.conditions)).toContain('件數 不超過 上限');
    for (const r of data.rules) {
      const { conditions } = JSON.parse(new Rule(r as never).toJSON());
      expect(withoutPriorities(conditions)).toEqual(r.conditions);
    }
  });

  test('a colon in an operator names a decorator: ours have none', async () => {
    const engine = new Engine();
    engine.addOperator('le:true', () => true);
    engine.addRule({ conditions: { all: [{ ...yes, operator: 'x:le:true' }] }, event: { type: 'x' } });
    await expect(engine.run({ a: 1 })).rejects.toThrow('x:le:true');
    for (const name of operatorTable(0).keys()) expect(name).not.toContain(':');
  });

  test('a reference to a shared condition is evaluated anew at each use: ours becomes one fact', async () => {
    let read = 0;
    const engine = new Engine();
    engine.addFact('a', () => ++read, { cache: false });
    engine.setCondition('c0', { all: [yes] });
    for (let i = 1; i <= 8; i++)
      engine.setCondition(`c${i}`, { all: [{ condition: `c${i - 1}` }, { condition: `c${i - 1}` }] });
    engine.addRule({ conditions: { condition: 'c8' }, event: { type: 'x' } });
    await engine.run();
    expect(read).toBe(2 ** 8);
    const shared = exportData(ladder(plan, 60), calendar);
    expect(shared.rules.length).toBeLessThan(data.rules.length + 4 * 60);
    expect((await runner(shared)(Engine, caseWith({ 甲: true })))[0]?.verdict).toBe('compliant');
  });

  test('the stack ends between two and five thousand levels: ours is as deep as it likes', async () => {
    let deep: object = yes;
    for (let i = 0; i < 20_000; i++) deep = { all: [deep] };
    await expect(async () => stock(deep, { a: 1 })).rejects.toThrow('call stack');
    const ours = runner(exportData(ladder(plan, 20_000), calendar));
    const found = await Promise.all(
      [true, false, null].map((甲) => ours(Engine, caseWith({ 甲, 乙: false }))),
    );
    expect(found.map((f) => f[0]?.verdict)).toEqual(['compliant', 'violated', 'undetermined']);
    expect(found[2]?.[0]?.missing).toEqual([{ kind: 'fact', matter: '一', fact: '甲', reason: 'absent' }]);
  });
});

describe('what is unknown', () => {
  const over = { fact: 'n', operator: 'greaterThan', value: 5 };

  test('an undefined fact throws, even beside a branch that is true: ours are all defined', async () => {
    const known = { fact: 'a', operator: 'equal', value: 1 };
    await expect(stock({ any: [known, over] }, { a: 1 })).rejects.toThrow('Undefined fact: n');
    expect(await verdicts({ 甲: true })).toMatchObject({ 己或: 'compliant', 甲件數: 'undetermined' });
  });

  test('allowed to be undefined, its negation is true: ours stays open, and not is never written', async () => {
    const open = { allowUndefinedFacts: true };
    expect(await stock({ all: [over] }, {}, open)).toBe(false);
    expect(await stock({ not: over }, {}, open)).toBe(true);
    expect(await stock({ all: [{ ...over, operator: 'notEqual' }] }, {}, open)).toBe(true);
    expect(await stock({ all: [{ ...over, operator: 'notIn', value: [5] }] }, {}, open)).toBe(true);
    const found = await verdicts({});
    expect(new Set(Object.values(found))).toEqual(new Set(['undetermined']));
    expect(JSON.stringify(data.rules)).not.toContain('"not":');
  });

  test('an undefined right side of in is a TypeError: ours is unknown', async () => {
    const within = { fact: 'a', operator: 'in', value: { fact: 'list' } };
    await expect(stock({ all: [within] }, { a: 1 }, { allowUndefinedFacts: true })).rejects.toThrow(
      TypeError,
    );
    expect(await verdicts({ 顏色: '綠' })).toMatchObject({ 丙在許可內: 'undetermined' });
    expect(await verdicts({ 顏色: '綠', 許可: ['綠'] })).toMatchObject({ 丙在許可內: 'compliant' });
  });

  test('a missing path throws nothing, a path on a primitive is the primitive: ours has no paths', async () => {
    const at = (path: string, value: unknown) => ({ all: [{ fact: 'a', path, operator: 'equal', value }] });
    expect(await stock(at('$.b.c', 1), { a: { b: {} } })).toBe(false);
    expect(await stock(at('$.b.c', 1), { a: 1 })).toBe(true);
    expect(JSON.stringify(data.rules)).not.toContain('"path":');
  });

  test('JSONPath runs expressions: our resolver reads own properties by name and nothing else', async () => {
    const path = '$.list[?(@.n * 2 === 4)].n';
    expect(
      await stock(
        { all: [{ fact: 'a', path, operator: 'contains', value: 2 }] },
        { a: { list: [{ n: 2 }] } },
      ),
    ).toBe(true);
    expect(ownPath({ list: [{ n: 2 }] }, path)).toBeUndefined();
    expect(ownPath({ list: [{ n: 2 }] }, '$.list.0.n')).toBe(2);
    expect(ownPath({}, '$.constructor.name')).toBeUndefined();
    expect(ownPath({}, '__proto__')).toBeUndefined();
  });
});

describe('values', () => {
  test('texts are compared letter by letter: ours refuses a text where a number belongs', async () => {
    expect(await stock({ all: [{ fact: 'a', operator: 'lessThan', value: '9' }] }, { a: '10' })).toBe(true);
    expect(await verdicts({ 件數: 10, 上限: 9 })).toMatchObject({ 甲件數: 'violated' });
    await expect(verdicts({ 件數: '10', 上限: 9 })).rejects.toMatchObject({ code: 'case-value' });
  });

  test('in with a text on the right finds a part of it: ours knows members only', async () => {
    expect(await stock({ all: [{ fact: 'a', operator: 'in', value: '粉紅' }] }, { a: '紅' })).toBe(true);
    expect(operatorTable(0).get('in.true')?.('紅', '粉紅')).toBe(false);
    await expect(verdicts({ 顏色: '紅', 許可: '粉紅' })).rejects.toMatchObject({ code: 'case-value' });
  });

  test('a literal with the key fact is a reference: ours takes no such value', async () => {
    expect(
      await stock({ all: [{ fact: 'a', operator: 'equal', value: { fact: 'b' } }] }, { a: 1, b: 1 }),
    ).toBe(true);
    await expect(verdicts({ 標題: { fact: '件數' } })).rejects.toMatchObject({ code: 'case-value' });
    for (const c of allConditions())
      if ('fact' in c && typeof c.value === 'object' && c.value !== null && 'fact' in c.value)
        expect(Object.keys(c.value)).toEqual(['fact']);
  });

  test('objects are equal only if they are the same: ours compares what they say', async () => {
    const value = { v: 3, unit: 'month' };
    expect(await stock({ all: [{ fact: 'a', operator: 'equal', value }] }, { a: { ...value } })).toBe(false);
    expect(await verdicts({ 多久: { ...value } })).toMatchObject({ 丁三個月: 'compliant' });
    expect(await verdicts({ 多久: { v: 4, unit: 'month' } })).toMatchObject({ 丁三個月: 'violated' });
  });

  test('a truthy operator passes alone and fails beside a sibling: ours give strict booleans', async () => {
    const truthy = async (...more: object[]) => {
      const engine = new Engine();
      engine.addOperator('truthy', () => 'yes' as never);
      const conditions = { all: [{ fact: 'a', operator: 'truthy', value: 1 }, ...more] } as TopLevelCondition;
      engine.addRule({ conditions, event: { type: 'x' } });
      return (await engine.run({ a: 1 })).events.length;
    };
    expect(await truthy()).toBe(1);
    expect(await truthy({ fact: 'a', operator: 'equal', value: 1 })).toBe(0);
    const values: readonly Value[] = [
      UNKNOWN,
      NOT_YET,
      true,
      false,
      3,
      '甲',
      ['甲'],
      [],
      { low: 1, high: 2 },
    ];
    for (const [name, operator] of operatorTable(3))
      for (const left of values)
        for (const right of values) expect(typeof operator(left, right), name).toBe('boolean');
  });

  test('an atom and its negation are never both true, and both false where something is unknown', () => {
    const table = operatorTable(3);
    const values: readonly Value[] = [
      UNKNOWN,
      NOT_YET,
      true,
      false,
      3,
      '甲',
      ['甲'],
      [],
      { low: 1, high: 2 },
    ];
    for (const [name, operator] of table) {
      if (!name.includes('.true')) continue;
      const negation = table.get(name.replace('.true', '.false'));
      for (const left of values)
        for (const right of values) {
          expect(operator(left, right) && negation?.(left, right)).toBe(false);
        }
      expect([operator(UNKNOWN, UNKNOWN), negation?.(UNKNOWN, UNKNOWN)], name).toEqual([false, false]);
    }
  });
});

describe('running', () => {
  test('two runs at a time on one engine drop rules: ours has an engine for each evaluation', async () => {
    const engine = new Engine();
    const rule = (fact: string, priority: number) =>
      engine.addRule({
        conditions: { all: [{ fact, operator: 'equal', value: 1 }] },
        priority,
        event: { type: fact },
      });
    let open = () => {};
    const gate = new Promise<number>((done) => {
      open = () => done(1);
    });
    let asked = 0;
    engine.addFact('a', () => (asked++ === 0 ? 1 : gate));
    engine.addFact('b', 1);
    rule('a', 2);
    rule('b', 1);
    const [first, second] = [engine.run(), engine.run()];
    expect((await first).events.length).toBe(2);
    open();
    expect((await second).events.length).toBe(1);

    const facts = [{}, { 甲: true }, { 甲: false, 乙: false }, { 件數: 1, 上限: 2 }];
    const alone = [];
    for (const f of facts) alone.push(await verdicts(f));
    expect(await Promise.all(facts.map(verdicts))).toEqual(alone);
  });

  test('the order of results depends on nesting: ours is the order of the norms', async () => {
    const yes = { fact: 'a', operator: 'equal', value: 1 };
    const engine = new Engine();
    engine.addRule({ name: 'first', conditions: { all: [{ all: [{ all: [yes] }] }] }, event: { type: 'x' } });
    engine.addRule({ name: 'second', conditions: { all: [yes] }, event: { type: 'x' } });
    const { results } = await engine.run({ a: 1 });
    expect(results.map((r) => r.name)).toEqual(['second', 'first']);
    const names = plan.norms.map((n) => n.name);
    const reversed = runner({ ...data, rules: [...data.rules].reverse() });
    for (const one of [run, reversed])
      expect((await one(Engine, caseWith({ 甲: true }))).map((v) => v.norm)).toEqual(names);
  });

  test('events called error and success go astray: ours are never called by a name of the rules', async () => {
    const fired = async (type: string) => {
      const engine = new Engine();
      let times = 0;
      engine.on(type, () => void times++);
      engine.addRule({ conditions: { all: [] }, event: { type } });
      await engine.run();
      return times;
    };
    expect(await fired('x')).toBe(1);
    expect(await fired('success')).toBe(2);
    const failing = new Engine();
    failing.addRule({ conditions: { all: [] }, event: { type: 'error' } });
    await expect(failing.run()).rejects.toBeTypeOf('string');
    expect(new Set(data.rules.map((r) => r.event.type))).toEqual(new Set(['known', 'verdict', 'harmless']));
    expect(await verdicts({ 甲: true })).toMatchObject({ error: 'compliant', success: 'compliant' });
  });

  test('conditions are found out by the rules and not beside them', () => {
    for (const { name, plan } of everyRulebook()) {
      const { rules, computed } = exportData(plan, calendar);
      const found = new Set(rules.flatMap((r) => (r.event.type === 'known' ? [r.event.params.fact] : [])));
      for (const fact of JSON.stringify(rules).matchAll(/"fact":"(n(\d+)\+?)"/g)) {
        const node = computed.nodes[Number(fact[2])];
        expect(node?.item, name).toBeUndefined();
        expect(found.has(fact[1] ?? ''), `${name} ${node?.op}`).toBe(node !== undefined && isCondition(node));
      }
    }
  });

  test('rules of one priority run side by side: what one finds out stands before what uses it', () => {
    const priority = new Map<string, number>();
    for (const r of data.rules) if (r.event.type === 'known') priority.set(r.event.params.fact, r.priority);
    for (const r of data.rules)
      for (const fact of JSON.stringify(r.conditions).matchAll(/"fact":"([^"]+)"/g))
        if (priority.has(fact[1] ?? '')) expect(priority.get(fact[1] ?? '')).toBeGreaterThan(r.priority);
  });
});

/** The plan with one requirement for every norm. */
function withRequirement(given: Plan, ...nodes: readonly PlanNode[]): Plan {
  const requires = given.nodes.length + nodes.length - 1;
  return {
    ...given,
    nodes: [...given.nodes, ...nodes],
    norms: given.norms.map((n) => ({ ...n, requires })),
  };
}

/** (((甲 且 甲) 或 乙) 且 …) : each level uses the one below it twice. */
function ladder(given: Plan, levels: number): Plan {
  const fact = (name: string) => given.nodes.findIndex((n) => n.op === 'fact' && n.fact === name);
  const nodes: PlanNode[] = [];
  let below = fact('甲');
  for (let i = 0; i < levels; i++) {
    const op = i % 2 === 0 ? 'and' : 'or';
    nodes.push({ op, args: [below, below, ...(op === 'or' ? [fact('乙')] : [])], type: { t: 'bool' } });
    below = given.nodes.length + nodes.length - 1;
  }
  return withRequirement(given, ...nodes);
}

/** The stock engine adds a priority to each boolean node. */
function withoutPriorities(condition: Record<string, unknown>): unknown {
  const { priority, ...rest } = condition;
  for (const key of ['all', 'any'])
    if (Array.isArray(rest[key])) rest[key] = rest[key].map(withoutPriorities);
  return rest;
}
