import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Block, BlockKind, ClauseKind, Expr } from '../../src/syntax/ast.ts';
import { parseNorm } from '../../src/syntax/parse.ts';
import { plain } from '../support/strip-spans.ts';

function blocks(text: string): readonly Block[] {
  const { value, diagnostics } = parseNorm({ name: 'test.norm', text });
  expect(diagnostics.map((d) => d.message.zh)).toEqual([]);
  return value.blocks;
}
/** The requirement of a norm, as data without places; `{kind:'nameExpr'}` is shown as the name. */
function expression(text: string): unknown {
  return plain(required(text));
}
function required(text: string): Expr {
  const [norm] = blocks(`規則 規\n  應當 ${text}\n`);
  const clause = norm?.kind === 'norm' ? norm.clauses[0] : undefined;
  if (clause?.kind !== 'shall') throw new Error('no requirement');
  return clause.expr;
}
const num = (value: number, unit?: string) => ({ kind: 'numberLit', value, ...(unit ? { unit } : {}) });
const day = (text: string) => ({ kind: 'dateLit', text });

describe('expressions', () => {
  test.each<[string, unknown]>([
    ['甲', '甲'],
    ['是', { kind: 'boolLit', value: true }],
    ['否', { kind: 'boolLit', value: false }],
    ['甲 為 -3.5', { kind: 'compare', relation: 'eq', left: '甲', right: num(-3.5) }],
    ['甲 ≤ 三個工作日', { kind: 'compare', relation: 'le', left: '甲', right: num(3, '工作日') }],
    ['甲 > 五 年', { kind: 'compare', relation: 'gt', left: '甲', right: num(5, '年') }],
    ['甲 < １２個月', { kind: 'compare', relation: 'lt', left: '甲', right: num(12, '月') }],
    ['甲 ≥ 5個', { kind: 'compare', relation: 'ge', left: '甲', right: num(5, '個') }],
    ['甲 ≠ 五萬元', { kind: 'compare', relation: 'ne', left: '甲', right: num(50000, '元') }],
    ['甲 ≠ 1.5 萬元', { kind: 'compare', relation: 'ne', left: '甲', right: num(1.5, '萬元') }],
    ['甲 早於 2026-9-8', { kind: 'compare', relation: 'lt', left: '甲', right: day('2026-09-08') }],
    [
      '甲 早於 2026-09-28T9:00',
      { kind: 'compare', relation: 'lt', left: '甲', right: { kind: 'timeLit', text: '2026-09-28T09:00' } },
    ],
    [
      '甲 為 「文字」',
      { kind: 'compare', relation: 'eq', left: '甲', right: { kind: 'textLit', value: '文字' } },
    ],
    ['甲 屬於 乙', { kind: 'member', negated: false, left: '甲', right: '乙' }],
    [
      '甲 不屬於 乙、丙',
      { kind: 'member', negated: true, left: '甲', right: { kind: 'listLit', items: ['乙', '丙'] } },
    ],
    ['甲 包含於 乙', { kind: 'setRelation', relation: 'subset', left: '甲', right: '乙' }],
    ['甲 包含 乙', { kind: 'setRelation', relation: 'superset', left: '甲', right: '乙' }],
    ['甲 不相交 乙', { kind: 'setRelation', relation: 'disjoint', left: '甲', right: '乙' }],
    [
      '｛甲、乙｝ 相交 丙',
      {
        kind: 'setRelation',
        relation: 'overlaps',
        left: { kind: 'listLit', items: ['甲', '乙'] },
        right: '丙',
      },
    ],
    ['甲 為空', { kind: 'isEmpty', negated: false, operand: '甲' }],
    ['甲 不為 空', { kind: 'isEmpty', negated: true, operand: '甲' }],
    ['甲 已發生', { kind: 'occurred', negated: false, operand: '甲' }],
    ['甲 未發生', { kind: 'occurred', negated: true, operand: '甲' }],
    ['甲 為 未發生', { kind: 'occurred', negated: true, operand: '甲' }],
    ['甲 不為 未發生', { kind: 'occurred', negated: false, operand: '甲' }],
    ['甲 介於 1 與 3', { kind: 'between', operand: '甲', low: num(1), high: num(3) }],
    [
      '甲 在 乙 前 3 日 內',
      {
        kind: 'within',
        operand: '甲',
        window: { kind: 'shift', base: '乙', direction: 'before', amount: num(3, '日') },
      },
    ],
    ['甲 同季於 乙', { kind: 'samePeriod', period: 'quarter', left: '甲', right: '乙' }],
    ['依序（甲、乙）', { kind: 'ordered', strict: false, steps: ['甲', '乙'] }],
    ['嚴格依序（甲、乙）', { kind: 'ordered', strict: true, steps: ['甲', '乙'] }],
    ['甲 之 乙 的 丙.丁', { kind: 'pathExpr', base: '甲', fields: ['乙', '丙', '丁'] }],
    [
      '計數（甲 其中 乙）為 2',
      {
        kind: 'compare',
        relation: 'eq',
        left: { kind: 'aggregate', op: 'count', list: '甲', where: '乙' },
        right: num(2),
      },
    ],
    ['有任一（甲）', { kind: 'aggregate', op: 'any', list: '甲' }],
    ['最大（甲 之 乙）', { kind: 'aggregate', op: 'max', list: '甲', field: '乙' }],
    [
      '最早（甲 之 乙 之 丙 其中 丁）',
      {
        kind: 'aggregate',
        op: 'earliest',
        list: { kind: 'pathExpr', base: '甲', fields: ['乙'] },
        field: '丙',
        where: '丁',
      },
    ],
  ])('%s', (text, expected) => expect(expression(text)).toEqual(expected));

  test('what binds tighter: 或, 且, 非, comparison, offset, sum, product', () => {
    expect(expression('甲 或 乙 或 （丙 且 非 丁 > 戊 後 1 + 2 × 3）')).toEqual({
      kind: 'or',
      operands: [
        '甲',
        '乙',
        {
          kind: 'and',
          operands: [
            '丙',
            {
              kind: 'not',
              operand: {
                kind: 'compare',
                relation: 'gt',
                left: '丁',
                right: {
                  kind: 'shift',
                  direction: 'after',
                  base: '戊',
                  amount: {
                    kind: 'arith',
                    op: 'add',
                    left: num(1),
                    right: { kind: 'arith', op: 'mul', left: num(2), right: num(3) },
                  },
                },
              },
            },
          ],
        },
      ],
    });
  });

  test('offsets, sums and products lean to the left', () => {
    const chain = (op: string, left: unknown, right: unknown) => ({ kind: 'arith', op, left, right });
    expect(expression('1 - 2 + 3 > 4 ÷ 5 × 6')).toEqual({
      kind: 'compare',
      relation: 'gt',
      left: chain('add', chain('sub', num(1), num(2)), num(3)),
      right: chain('mul', chain('div', num(4), num(5)), num(6)),
    });
    const shift = (base: unknown, direction: string, amount: unknown) => ({
      kind: 'shift',
      base,
      direction,
      amount,
    });
    expect(expression('甲 為 乙 後 1 月 前 1 日')).toMatchObject({
      right: shift(shift('乙', 'after', num(1, '月')), 'before', num(1, '日')),
    });
  });

  test('words that only look like numerals, citations or keywords are names', () => {
    for (const name of [
      '五年起算',
      '六項法定程式',
      '三定方案',
      '第一次',
      '一般',
      '不得已',
      'art',
      '日期',
      '剛性',
      'soft',
    ]) {
      expect(expression(name)).toBe(name);
    }
  });

  test.each([['甲 且\n\n # 說明\n 乙'], ['甲\n 且 乙'], ['（\n甲\n且 乙\n）'], ['甲 且 （乙\n）']])(
    'a line goes on: %j',
    (text) => {
      expect(expression(text)).toEqual({ kind: 'and', operands: ['甲', '乙'] });
    },
  );

  test('spans are half-open and cover what was written', () => {
    const text = '規則 規\n  應當 計數（甲 其中 乙） ≤ 3 個工作日 且 非 丙 # 註\n';
    const [norm] = blocks(text);
    const cut = (span: { start: number; end: number } | undefined) => text.slice(span?.start, span?.end);
    expect(cut(norm?.span)).toBe(text.trimEnd().replace(/ # 註$/, ''));
    const clause = norm?.kind === 'norm' ? norm.clauses[0] : undefined;
    expect(cut(clause?.span)).toBe('應當 計數（甲 其中 乙） ≤ 3 個工作日 且 非 丙');
    const expr = clause?.kind === 'shall' && clause.expr.kind === 'and' ? clause.expr : undefined;
    const [first, second] = expr?.operands ?? [];
    expect(cut(first?.span)).toBe('計數（甲 其中 乙） ≤ 3 個工作日');
    expect(cut(second?.span)).toBe('非 丙');
    const unit = first?.kind === 'compare' && first.right.kind === 'numberLit' ? first.right.unit : undefined;
    expect(cut(unit?.span)).toBe('工作日');
  });
});

describe('clauses', () => {
  const clauses = (lines: string) =>
    plain(blocks(`規則 規\n  ${lines}\n`).flatMap((b) => (b.kind === 'norm' ? b.clauses : [])));

  test('依據 on the line of a clause is its own; on a line of its own, the norm’s', () => {
    expect(clauses('除非 甲 依據 第三條\n  依據 第四條')).toEqual([
      { kind: 'unless', expr: '甲', citations: [{ article: 3 }] },
      { kind: 'cite', citations: [{ article: 4 }] },
    ]);
  });
  test('a later citation takes the article of the one before', () => {
    expect(clauses('依據 第四十七條第二款第一句、第三款、第（二）項、第十條之一')).toEqual([
      {
        kind: 'cite',
        citations: [
          { article: 47, paragraph: 2, sentence: 1 },
          { article: 47, paragraph: 3 },
          { article: 47, paragraph: 3, item: 2 },
          { article: 10, branch: 1 },
        ],
      },
    ]);
  });
  test('期限 after 隨後應當 on the same line belongs to it', () => {
    expect(clauses('隨後應當 甲 已發生 期限 2026-01-01\n  期限 2027-01-01')).toEqual([
      {
        kind: 'thereafter',
        expr: { kind: 'occurred', negated: false, operand: '甲' },
        deadline: day('2026-01-01'),
        citations: [],
      },
      { kind: 'deadline', expr: day('2027-01-01') },
    ]);
  });
  test('several clauses on a line', () => {
    expect(clauses('責任 甲、乙 效力 剛性 不得 丙；要旨 「丁」')).toEqual([
      { kind: 'bearer', bearers: ['甲', '乙'] },
      { kind: 'strength', strength: 'hard' },
      { kind: 'shallNot', expr: '丙' },
      { kind: 'gist', text: '丁' },
    ]);
  });
  test('僅 … 可以', () => {
    expect(clauses('僅 甲、乙 可以 丙')).toEqual([
      { kind: 'onlyMay', who: { kind: 'listLit', items: ['甲', '乙'] }, expr: '丙' },
    ]);
  });
  test('例外於 with a path, and a follow-up duty by its name', () => {
    expect(clauses('例外於 甲、乙／隨後 經 丙 之 丁')).toEqual([
      { kind: 'exceptionTo', norms: ['甲', '乙／隨後'], via: ['丙', '丁'] },
    ]);
  });
  test('維持', () => {
    expect(clauses('維持 自 甲')).toEqual([{ kind: 'maintain', from: '甲' }]);
    expect(clauses('維持 自 甲 至 乙')).toEqual([{ kind: 'maintain', from: '甲', to: '乙' }]);
  });
});

describe('blocks', () => {
  const block = (text: string) => plain(blocks(text));

  test('a chapter takes its whole line, whatever stands there', () => {
    expect(block('章 第一章 總則：☃「 # 註\n')).toEqual([
      { kind: 'chapter', name: '第一章', title: '第一章 總則：☃「' },
    ]);
  });
  test('枚舉, 類, 別名, 單位', () => {
    expect(block('枚舉 甲 = 乙（丙、丁）、戊\n類 己 = 乙、戊\n別名 檔案 = 文件\n單位 項、次')).toEqual([
      {
        kind: 'enum',
        name: '甲',
        members: [
          { name: '乙', aliases: ['丙', '丁'] },
          { name: '戊', aliases: [] },
        ],
      },
      { kind: 'group', name: '己', members: ['乙', '戊'] },
      { kind: 'alias', name: '檔案', canonical: '文件' },
      { kind: 'units', units: ['項', '次'] },
    ]);
  });
  test('事項: parents, fields with all their parts, clauses', () => {
    expect(block('事項 甲 屬於 乙、丙\n  丁 : 戊 預設 己 別名 庚 由 辛 認定 「壬」\n  要旨 「癸」')).toEqual([
      {
        kind: 'matter',
        name: '甲',
        parents: ['乙', '丙'],
        fields: [
          {
            name: '丁',
            type: { kind: 'namedType', name: '戊' },
            aliases: ['庚'],
            defaultValue: '己',
            attesters: ['辛'],
            description: '壬',
          },
        ],
        clauses: [{ kind: 'gist', text: '癸' }],
      },
    ]);
  });
  test.each<[string, unknown]>([
    ['是非', { kind: 'boolType' }],
    ['數', { kind: 'numberType' }],
    ['數 項', { kind: 'numberType', unit: '項' }],
    ['金額', { kind: 'moneyType' }],
    ['日期', { kind: 'dateType' }],
    ['時刻', { kind: 'timeType' }],
    ['事件', { kind: 'eventType' }],
    ['文字', { kind: 'textType' }],
    ['期間', { kind: 'durationType' }],
    ['工作日數', { kind: 'durationType', unit: 'workday' }],
    ['集合 甲', { kind: 'setType', of: { kind: 'namedType', name: '甲' } }],
    ['列表 甲', { kind: 'listType', record: '甲' }],
    ['指向 甲', { kind: 'refType', target: '甲' }],
  ])('type %s', (text, type) => {
    expect(block(`參數 參 : ${text}`)).toEqual([{ kind: 'parameter', name: '參', type, clauses: [] }]);
  });
  test('表: the first row is the head; cells, outputs, citations', () => {
    expect(
      block(
        '表 甲 : 集合 乙\n | 丙 | 丁 || 甲 | 依據 |\n | 任意 | 戊、己 || 庚、辛 | 第（一）項 |\n | 是 | > 5 年 || 庚 | |',
      ),
    ).toEqual([
      {
        kind: 'table',
        name: '甲',
        type: { kind: 'setType', of: { kind: 'namedType', name: '乙' } },
        columns: [{ expr: '丙' }, { expr: '丁' }],
        rows: [
          {
            cells: [{ kind: 'anyCell' }, { kind: 'valuesCell', values: ['戊', '己'] }],
            value: { kind: 'listLit', items: ['庚', '辛'] },
            citations: [{ article: 0, item: 1 }],
          },
          {
            cells: [
              { kind: 'valuesCell', values: [{ kind: 'boolLit', value: true }] },
              { kind: 'compareCell', relation: 'gt', value: num(5, '年') },
            ],
            value: '庚',
            citations: [],
          },
        ],
        clauses: [],
      },
    ]);
  });
  test('讀法', () => {
    expect(block('讀法 甲 依據 第一條\n  乙（採用）「丙」\n  丁')).toEqual([
      {
        kind: 'reading',
        name: '甲',
        options: [
          { name: '乙', adopted: true, text: '丙' },
          { name: '丁', adopted: false },
        ],
        clauses: [{ kind: 'cite', citations: [{ article: 1 }] }],
      },
    ]);
  });
  test('例: records, 未發生, 認定, further matters, 缺 and 期限', () => {
    const [example] = blocks(
      '例 甲 於 乙、丙\n 丁 未發生 ; 戊 為空; 己 認定為 是\n 庚 為 否 由 辛 認定\n 壬 為 （子 為 1；丑 為 2）、（子 為 3）\n 對象 癸 : 寅\n 卯 為 癸\n 結果 待定 缺 丁、戊 期限 2026-01-01',
    );
    expect(plain(example)).toEqual({
      kind: 'example',
      name: '甲',
      norms: ['乙', '丙'],
      matters: [
        {
          assignments: [
            { name: '丁', value: { kind: 'notYetLit' }, attested: false },
            { name: '戊', value: { kind: 'emptyLit' }, attested: false },
            { name: '己', value: { kind: 'boolLit', value: true }, attested: true },
            { name: '庚', value: { kind: 'boolLit', value: false }, attested: false, attester: '辛' },
            {
              name: '壬',
              attested: false,
              value: {
                kind: 'listLit',
                items: [
                  {
                    kind: 'recordLit',
                    fields: [
                      { name: '子', value: num(1), attested: false },
                      { name: '丑', value: num(2), attested: false },
                    ],
                  },
                  { kind: 'recordLit', fields: [{ name: '子', value: num(3), attested: false }] },
                ],
              },
            },
          ],
        },
        { name: '癸', matterKind: '寅', assignments: [{ name: '卯', value: '癸', attested: false }] },
      ],
      expect: { verdict: 'undetermined', missing: ['丁', '戊'], due: day('2026-01-01') },
    });
  });
  test('a block keyword inside a line, or before : and 為, is a name', () => {
    expect(block('事項 記錄\n  事項 : 文字\n  甲 : 指向 表')).toMatchObject([
      { kind: 'matter', name: '記錄', fields: [{ name: '事項' }, { type: { target: '表' } }] },
    ]);
  });
  test('names such as __proto__ are names', () => {
    expect(block('枚舉 __proto__ = constructor、toString')).toEqual([
      {
        kind: 'enum',
        name: '__proto__',
        members: [
          { name: 'constructor', aliases: [] },
          { name: 'toString', aliases: [] },
        ],
      },
    ]);
  });
});

test('one file shows every kind of block, clause and expression', () => {
  const text = readFileSync(new URL('../support/whole-surface.norm', import.meta.url), 'utf8');
  const seen = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'kind' && typeof inner === 'string') seen.add(inner);
      else visit(inner);
    }
  };
  visit(blocks(text));
  const blockKinds: readonly BlockKind[] = [
    'book',
    'chapter',
    'enum',
    'group',
    'alias',
    'units',
    'matter',
    'record',
    'parameter',
    'definition',
    'norm',
    'table',
    'declaratory',
    'reading',
    'example',
  ];
  const clauseKinds: readonly ClauseKind[] = [
    'cite',
    'gist',
    'note',
    'quotation',
    'appliesTo',
    'condition',
    'bearer',
    'shall',
    'shallNot',
    'may',
    'onlyMay',
    'deadline',
    'maintain',
    'unless',
    'exceptionTo',
    'thereafter',
    'strength',
    'from',
    'until',
    'reason',
    'title',
    'hitPolicy',
    'when',
    'exceptWhen',
    'otherwise',
    'is',
  ];
  const exprKinds: readonly Expr['kind'][] = [
    'nameExpr',
    'pathExpr',
    'boolLit',
    'numberLit',
    'dateLit',
    'timeLit',
    'textLit',
    'notYetLit',
    'emptyLit',
    'listLit',
    'recordLit',
    'and',
    'or',
    'not',
    'compare',
    'member',
    'setRelation',
    'isEmpty',
    'occurred',
    'between',
    'within',
    'samePeriod',
    'ordered',
    'shift',
    'arith',
    'aggregate',
  ];
  expect([...blockKinds, ...clauseKinds, ...exprKinds].filter((kind) => !seen.has(kind))).toEqual([]);
});
