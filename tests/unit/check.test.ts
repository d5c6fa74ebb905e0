import { Converter } from 'opencc-js/t2cn';
import { describe, expect, test } from 'vitest';
import { nameKey } from '../../src/check/canonical-name.ts';
import { check } from '../../src/check/check.ts';
import type { TExpr } from '../../src/check/model.ts';
import { parseNorm } from '../../src/syntax/parse.ts';
import { checkText, norm, VOCABULARY } from './check-rulebook.ts';

/** A typed expression in one line, for comparing. */
function show(e: TExpr | undefined): string {
  if (!e) return '—';
  switch (e.op) {
    case 'const':
      return e.value.t === 'set'
        ? `{${e.value.v.join(',')}}`
        : `${String(e.value.v)}${'unit' in e.value ? e.value.unit : ''}`;
    case 'fact':
      return e.fact;
    case 'follow':
      return `${show(e.ref)}.${e.fact}${e.def ? '()' : ''}`;
    case 'item':
      return `@${e.field}`;
    case 'param':
    case 'reading':
    case 'def':
      return `${e.op}:${e.name}`;
    case 'actDate':
    case 'asOf':
      return e.op;
    case 'and':
    case 'or':
    case 'ordered':
      return `${e.op}(${e.args.map(show).join(' ')})`;
    case 'not':
    case 'empty':
    case 'occurred':
      return `${e.op}(${show(e.arg)})`;
    case 'cmp':
      return `${e.rel}(${show(e.left)} ${show(e.right)})`;
    case 'in':
    case 'subset':
    case 'disjoint':
    case 'samePeriod':
      return `${e.op}(${show(e.left)} ${show(e.right)})`;
    case 'arith':
      return `${e.fn}(${show(e.left)} ${show(e.right)})`;
    case 'within':
      return `within(${show(e.arg)} ${show(e.anchor)} ${e.direction} ${show(e.amount)})`;
    case 'shift':
      return `shift(${show(e.base)} ${e.direction} ${show(e.amount)})`;
    case 'aggregate':
      return `${e.fn}(${show(e.list)}${e.field ? `.${e.field}` : ''}${e.where ? ` where ${show(e.where)}` : ''})`;
  }
}

describe('what is written, and what it means', () => {
  const MEANINGS: readonly (readonly [string, string])[] = [
    ['種 為 貳號', 'eq(種 二號)'],
    ['一號 為 種', 'eq(一號 種)'],
    ['種 屬於 一號、二號', 'in(種 {一號,二號})'],
    ['種 不屬於 甲全', 'not(in(種 {一號,二號}))'],
    ['他種 為 二號', 'eq(他種 二號)'],
    ['集 包含 一號', 'in(一號 集)'],
    ['集 包含 一號、二號', 'subset({一號,二號} 集)'],
    ['集 包含於 甲全', 'subset(集 {一號,二號})'],
    ['集 相交 一號、二號', 'not(disjoint(集 {一號,二號}))'],
    ['集 為 空', 'empty(集)'],
    ['列 不為空', 'not(empty(列))'],
    ['集 為 一號', 'eq(集 {一號})'],
    ['事 未發生', 'not(occurred(事))'],
    ['事 不遲於 日甲 後 3 個工作日', 'le(事 shift(日甲 after 3workday))'],
    ['日甲 在 查核日期 前 2 年 內', 'within(日甲 asOf before 2year)'],
    ['日甲 介於 2026-01-01 與 2026-01-02', 'and(ge(日甲 20454) le(日甲 20455))'],
    ['計數（列 其中 費 超過 1 萬元） 不超過 2 次', 'le(count(列 where gt(@費 1000000元)) 2次)'],
    ['合計（列 之 費） 不超過 3 元', 'le(sum(列.費) 300元)'],
    ['最早（列 之 日） 早於 日甲', 'lt(earliest(列.日) 日甲)'],
    ['項數 × 2 超過 3 項', 'gt(mul(項數 2) 3項)'],
    ['年期 不超過 五 年', 'le(年期 5year)'],
    ['行否 為 是 且 非 判', 'and(eq(行否 true) not(判))'],
    ['依序（日甲、事）', 'ordered(日甲 事)'],
  ];
  test.each(MEANINGS)('%s', (written, meaning) => {
    const { model, said } = checkText(VOCABULARY + norm(written));
    expect(said).toEqual([]);
    expect(show(model.norms.規?.requirement)).toBe(meaning);
  });

  test('a field of the record comes before a fact of the same name', () => {
    const { model, said } = checkText(
      '記錄 條\n  日 : 日期\n事項 事\n  日 : 日期\n  列 : 列表 條\n規則 規\n  依據 第一條\n  適用 事\n  應當 有任一（列 其中 日 早於 行為日期） 且 日 早於 行為日期\n',
    );
    expect(said).toEqual([]);
    expect(show(model.norms.規?.requirement)).toBe('and(any(列 where lt(@日 actDate)) lt(日 actDate))');
  });
});

describe('blocks', () => {
  test('a definition without 適用 belongs to every kind that has its facts', () => {
    const { model } = checkText(
      `${VOCABULARY}事項 事丙 屬於 事甲\n定義 定 : 是非\n  即 行否\n定義 定二 : 是非\n  即 非 定\n定義 定三 : 日數\n  即 3 日\n`,
    );
    expect(model.definitions.定?.kinds).toEqual(['事甲', '事丙']);
    expect(model.definitions.定二?.kinds).toEqual(['事甲', '事丙']);
    expect(model.definitions.定三?.kinds).toEqual([]);
    expect(show(model.definitions.定三?.otherwise)).toBe('3day');
  });

  test('a table is rows; relative citations go on from its own', () => {
    const { model, said } = checkText(
      `${VOCABULARY}表 許可 : 集 依據 第五十四條\n`.replace(': 集 依據', ': 集合 乙類 依據') +
        '  | 種 | 年期 || 值 | 依據 |\n  | 甲全 | ≤ 5 年 || 二號、三號 | 第（一）項 |\n  | 任意 | > 5 年 || 三號 | 第二款 |\n  否則 空\n',
    );
    expect(said).toEqual([]);
    const rows = model.definitions.許可?.rows ?? [];
    expect(rows.map((r) => `${r.id} ${show(r.when)} → ${show(r.value)}`)).toEqual([
      '許可#1 and(in(種 {一號,二號}) le(年期 5year)) → {二號,三號}',
      '許可#2 gt(年期 5year) → {三號}',
    ]);
    expect(rows.map((r) => r.cites[0]?.citation)).toEqual([
      { article: 54, item: 1 },
      { article: 54, paragraph: 2 },
    ]);
    expect(show(model.definitions.許可?.otherwise)).toBe('{}');
  });

  test('僅 … 可以, 隨後應當, 例外於 … 經', () => {
    const { model, said } = checkText(
      `${VOCABULARY}${norm('行否')}規則 急\n  依據 第四十二條第二款\n  適用 事乙\n  責任 區長\n  僅 乙否 可以 指 之 行否\n  例外於 規 經 指\n  隨後應當 指 之 事 已發生 期限 指 之 日甲 後 3 日\n`,
    );
    expect(said).toEqual([]);
    const { 急: base } = model.norms;
    expect([base?.modality, show(base?.who), show(base?.requirement)]).toEqual([
      'only-may',
      '乙否',
      '指.行否',
    ]);
    expect(base?.exceptionTo.map(({ norm: n, link, path }) => ({ n, link, path }))).toEqual([
      { n: '規', link: 'from-exception', path: ['指'] },
    ]);
    const follow = model.norms['急／隨後'];
    expect([follow?.follows, show(follow?.requirement), show(follow?.deadline)]).toEqual([
      '急',
      'occurred(指.事)',
      'shift(指.日甲 after 3day)',
    ]);
    expect([follow?.bearers, follow?.cites.length, follow?.kinds]).toEqual([['區長'], 1, ['事乙']]);
  });

  test('an exception may also be reached from the base', () => {
    const { model, said } = checkText(
      `${VOCABULARY}規則 基\n  依據 第一條\n  適用 事乙\n  應當 乙否\n${norm('行否')}  例外於 基 經 指\n`,
    );
    expect(said).toEqual([]);
    expect(model.norms.規?.exceptionTo[0]).toMatchObject({ norm: '基', link: 'from-base', path: ['指'] });
  });

  test('an example: facts, records, judgements, further matters, readings, dates', () => {
    const { model, said } = checkText(
      `${VOCABULARY}參數 限 : 日數\n讀法 讀 依據 第一條\n  甲讀（採用）\n  乙讀\n規則 規\n  依據 第一條\n  適用 事乙\n  應當 乙否\n例 例甲 於 規\n  查核日期 為 2026-01-02 ; 限 為 3 日 ; 讀 為 乙讀 ; 指 為 甲\n  對象 甲 : 事甲\n  事 為 未發生 ; 判 認定為 是 ; 集 為 一號 ; 列 為 （日 為 2026-01-01；費 為 2 元）\n  結果 待定 缺 乙否、行為日期\n`,
    );
    expect(said).toEqual([]);
    const [example] = model.examples;
    expect(example).toMatchObject({ asOf: 20455, readings: { 讀: '乙讀' }, missing: ['乙否', '行為日期'] });
    expect(example?.params.限).toEqual({ t: 'duration', v: 3, unit: 'day' });
    expect(example?.matters.map((m) => [m.id, m.kind])).toEqual([
      ['', '事乙'],
      ['甲', '事甲'],
    ]);
    const [first, second] = example?.matters ?? [];
    expect(first?.facts.指?.value).toEqual({ t: 'ref', v: '甲', kind: '事甲' });
    expect(second?.facts.事?.value).toEqual({ t: 'event', v: 'not-yet' });
    expect(second?.facts.判).toMatchObject({ value: { t: 'bool', v: true }, attester: '區長' });
    expect(second?.facts.集?.value).toMatchObject({ t: 'set', v: ['一號'] });
    expect(second?.facts.列?.value).toMatchObject({
      t: 'list',
      v: [{ 日: { v: 20454 }, 費: { v: 200, unit: '元' } }],
    });
  });
});

describe('names are only names', () => {
  test('__proto__ and constructor', () => {
    const { model, said } = checkText(
      '枚舉 __proto__ = constructor、toString\n事項 constructor\n  __proto__ : __proto__\n  valueOf : 是非\n規則 __proto__\n  依據 第一條\n  適用 constructor\n  應當 __proto__ 為 constructor 且 valueOf\n',
    );
    expect(said).toEqual([]);
    expect(Object.keys(model.norms)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(model.norms)).toBeNull();
    expect(Object.keys(Object.values(model.kinds)[0]?.facts ?? {})).toEqual(['__proto__', 'valueOf']);
  });

  test('a name that only Object knows is unknown', () => {
    expect(checkText(VOCABULARY + norm('hasOwnProperty')).said).toEqual(['unknown-name «hasOwnProperty»']);
  });

  test('simplified and traditional spellings and term aliases are one name', () => {
    const { model, said } = checkText(
      '別名 檔案 = 文件\n枚舉 职务 = 区长、副區長\n事項 规范性文件\n  簽發人 : 職務\n規則 规则甲\n  依據 第一条\n  適用 規範性檔案\n  應當 签发人 屬於 區長、副区长\n',
    );
    expect(said).toEqual([]);
    expect(Object.keys(model.kinds)).toEqual(['规范性文件']);
    expect(show(model.norms.规则甲?.requirement)).toBe('in(簽發人 {区长,副區長})');
  });

  test('a rulebook in simplified script is the same rulebook', () => {
    const text = `${VOCABULARY}定義 復核發佈 : 是非\n  即 行否 且 種 屬於 甲全\n${norm('復核發佈 或 計數（列 其中 費 超過 1 萬元） 為 0 次')}`;
    const simplified = checkText(Converter({ from: 't', to: 'cn' })(text));
    expect(simplified.said).toEqual([]);
    // Names are kept as each drafter spells them; folded, nothing differs.
    const folded = (model: unknown) => nameKey(JSON.stringify(model));
    expect(folded(simplified.model)).toBe(folded(checkText(text).model));
  });

  test('the order of files does not matter', () => {
    const files = [VOCABULARY, norm('行否 且 定'), '定義 定 : 是非\n  即 判\n'].map(
      (text, i) => parseNorm({ name: `${i}.norm`, text }).value,
    );
    const [there, back] = [check(files).value, check([...files].reverse()).value];
    expect(JSON.stringify(back.norms)).toBe(JSON.stringify(there.norms));
    expect(JSON.stringify(back.definitions)).toBe(JSON.stringify(there.definitions));
  });

  test('a long chain of definitions does not exhaust the stack', () => {
    const chain = Array.from({ length: 3000 }, (_, i) => `定義 定${i} : 是非\n  即 定${i + 1}\n`).join('');
    expect(checkText(`${VOCABULARY}${chain}定義 定3000 : 是非\n  即 行否\n`).said).toEqual([]);
  });
});
