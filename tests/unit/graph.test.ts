import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { buildGraph } from '../../src/graph/graph.ts';
import { graphToDot, graphToJson, graphToMermaid, pathToText } from '../../src/graph/print.ts';
import { findNode, neighbourhood, pathBetween } from '../../src/graph/query.ts';
import type { RuleGraph } from '../../src/graph/rule-graph.ts';
import { parseNorm } from '../../src/syntax/parse.ts';

/** The graph of a rulebook that must be free of errors. */
function graphOf(...texts: string[]): RuleGraph {
  const parsed = texts.map((text, i) => parseNorm({ name: `${i}.norm`, text }));
  const checked = check(parsed.map((p) => p.value));
  const errors = [...parsed.flatMap((p) => p.diagnostics), ...checked.diagnostics].filter(
    (d) => d.severity === 'error',
  );
  expect(errors.map((d) => [d.code, d.message.zh])).toEqual([]);
  return buildGraph(checked.value);
}
const edges = (g: RuleGraph) => g.edges.map((e) => `${e.from} ${e.kind} ${e.to}`);
const edgesFrom = (g: RuleGraph, from: string) =>
  g.edges.filter((e) => e.from === from).map((e) => `${e.kind} ${e.to}`);

const VOCABULARY = `
枚舉 職務 = 區長、副區長
記錄 出訪
  出發日期 : 日期
事項 區政府行為
  行為人 : 職務
事項 會議
  會議日期 : 日期
事項 會議紀要 屬於 區政府行為
  依據 第四十七條
  會議 : 指向 會議
  初稿完成 : 事件
  涉及重大事項 : 是非
  出訪記錄 : 列表 出訪
參數 督促間隔 : 工作日數
  依據 第二十八條第二句
讀法 五年起算 依據 第二十條第一款第一句
  自施行日起算（採用）
  自發布日起算
宣示 指導思想 依據 第二條 理由 「沒有行為。」
`;
const RULES = `
定義 初稿期限 : 工作日數
  適用 會議紀要
  依據 第四十七條第二款
  若 涉及重大事項 則 3 個工作日
  否則 督促間隔
規則 紀要初稿期限
  依據 第四十七條第二款
  適用 會議紀要
  應當 初稿完成 不遲於 會議 之 會議日期 後 初稿期限
  除非 行為人 為 區長 依據 第五條
規則 少出訪
  依據 第六十八條第二款
  適用 會議紀要
  當 五年起算 為 自施行日起算
  應當 計數（出訪記錄 其中 出發日期 不早於 2024-01-01） 不超過 1
規則 緊急例外
  依據 第四十二條第二款
  適用 會議紀要
  當 涉及重大事項
  可以 初稿完成 未發生
  例外於 紀要初稿期限
  隨後應當 初稿完成 已發生
`;

describe('edges', () => {
  const graph = graphOf(VOCABULARY, RULES);
  test('a norm cites, applies, reads, refers', () => {
    expect(edgesFrom(graph, 'norm:紀要初稿期限')).toEqual([
      'reads definition:初稿期限',
      'refers enum:職務',
      'reads fact:區政府行為.行為人',
      'reads fact:會議.會議日期',
      'reads fact:會議紀要.初稿完成',
      'reads fact:會議紀要.會議',
      'applies-to matter:會議紀要',
      'cites provision:第五條',
      'cites provision:第四十七條',
      'cites provision:第四十七條第二款',
    ]);
  });
  test('fields under a count belong to the record; a reading is read', () => {
    expect(edgesFrom(graph, 'norm:少出訪')).toEqual(
      [
        'reads fact:出訪.出發日期',
        'reads fact:會議紀要.出訪記錄',
        'applies-to matter:會議紀要',
        'cites provision:第六十八條',
        'cites provision:第六十八條第二款',
        'reads reading:五年起算',
      ].sort((a, b) => ((a.split(' ')[1] ?? '') < (b.split(' ')[1] ?? '') ? -1 : 1)),
    );
  });
  test('exceptions and follow-up duties', () => {
    expect(edgesFrom(graph, 'norm:緊急例外')).toContain('excepts norm:紀要初稿期限');
    expect(edgesFrom(graph, 'norm:緊急例外／隨後')).toContain('follows norm:緊急例外');
  });
  test('a definition defines its rows, a row reads its facts, the default reads the parameter', () => {
    expect(edgesFrom(graph, 'definition:初稿期限')).toEqual([
      'applies-to matter:會議紀要',
      'reads parameter:督促間隔',
      'cites provision:第四十七條',
      'cites provision:第四十七條第二款',
      'defines row:初稿期限#1',
    ]);
    expect(edgesFrom(graph, 'row:初稿期限#1')).toEqual(['reads fact:會議紀要.涉及重大事項']);
  });
  test('kinds inherit, define only their own facts, and facts refer to kinds, records and enums', () => {
    expect(edgesFrom(graph, 'matter:會議紀要')).toEqual([
      'defines fact:會議紀要.出訪記錄',
      'defines fact:會議紀要.初稿完成',
      'defines fact:會議紀要.會議',
      'defines fact:會議紀要.涉及重大事項',
      'inherits matter:區政府行為',
      'cites provision:第四十七條',
    ]);
    expect(edgesFrom(graph, 'fact:會議紀要.會議')).toEqual(['refers matter:會議']);
    expect(edgesFrom(graph, 'fact:會議紀要.出訪記錄')).toEqual(['refers record:出訪']);
    expect(edgesFrom(graph, 'fact:區政府行為.行為人')).toEqual(['refers enum:職務']);
  });
  test('every edge shows what the drafter wrote', () => {
    const edge = graph.edges.find((e) => e.from === 'norm:紀要初稿期限' && e.to === 'fact:區政府行為.行為人');
    expect(edge && RULES.slice(edge.span.start, edge.span.end)).toBe('行為人');
    expect(edge?.span.file).toBe('1.norm');
    const cite = graph.edges.find((e) => e.from === 'norm:紀要初稿期限' && e.to === 'provision:第五條');
    expect(cite && RULES.slice(cite.span.start, cite.span.end)).toBe('第五條');
  });
  test('both ends of every edge are nodes, every node is there once', () => {
    const ids = graph.nodes.map((n) => n.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const e of graph.edges) expect(ids).toEqual(expect.arrayContaining([e.from, e.to]));
  });
});

test('the order of blocks in files, and of files, does not change nodes and edges', () => {
  const blocks = `${VOCABULARY}${RULES}`.split(/\n(?=\S)/).filter((b) => b.trim() !== '');
  const expected = graphOf(...blocks);
  const names = (g: RuleGraph) => [g.nodes.map((n) => n.id), edges(g)];
  fc.assert(
    fc.property(fc.shuffledSubarray(blocks, { minLength: blocks.length }), (shuffled) => {
      expect(names(graphOf(...shuffled))).toEqual(names(expected));
    }),
    { numRuns: 15 },
  );
});

describe('queries', () => {
  const graph = graphOf(VOCABULARY, RULES);
  const find = (name: string) => {
    const { value, diagnostics } = findNode(graph, name);
    return value?.id ?? diagnostics.map((d) => `${d.code} ${d.hint?.zh ?? ''}`).join();
  };
  test.each([
    ['紀要初稿期限', 'norm:紀要初稿期限'],
    ['纪要初稿期限', 'norm:紀要初稿期限'],
    ['規則:紀要初稿期限', 'norm:紀要初稿期限'],
    ['规则：纪要初稿期限', 'norm:紀要初稿期限'],
    ['norm:紀要初稿期限', 'norm:紀要初稿期限'],
    ['第47條第2款', 'provision:第四十七條第二款'],
    ['初稿完成', 'fact:會議紀要.初稿完成'],
    ['會議', 'matter:會議'],
    ['事實:會議', 'fact:會議紀要.會議'],
    ['定義:紀要初稿期限', 'graph-unknown-name 是不是「初稿期限」？'],
    ['__proto__', 'graph-unknown-name '],
  ])('%s is %s', (name, expected) => {
    expect(find(name)).toBe(expected);
  });
  test('a name of several kinds asks which', () => {
    const two = graphOf('規則 甲\n適用 乙\n依據 第一條\n應當 丙\n事項 乙\n丙 : 是非\n事項 甲\n丁 : 是非');
    const { value, diagnostics } = findNode(two, '甲');
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => [d.code, d.hint?.zh])).toEqual([
      ['graph-ambiguous-name', '請寫明是哪一個：規則:甲、事項:甲。'],
    ]);
  });
  test('neighbourhood goes both ways, as deep as asked', () => {
    const near = (depth: number) => neighbourhood(graph, '參數:督促間隔', depth).value.nodes.map((n) => n.id);
    expect(near(0)).toEqual(['parameter:督促間隔']);
    expect(near(1)).toEqual([
      'provision:第二十八條',
      'provision:第二十八條第二句',
      'definition:初稿期限',
      'parameter:督促間隔',
    ]);
    expect(near(2)).toContain('norm:紀要初稿期限');
    expect(neighbourhood(graph, '沒有', 1).value).toEqual({ nodes: [], edges: [] });
  });
  test('a path names each edge, its direction and its place', () => {
    const { value } = pathBetween(graph, '督促間隔', '規則:紀要初稿期限');
    expect(value?.steps.map((s) => [s.direction, s.kind, s.to.id])).toEqual([
      ['backward', 'reads', 'definition:初稿期限'],
      ['backward', 'reads', 'norm:紀要初稿期限'],
    ]);
    expect(value && pathToText(value, 'zh', (s) => `${s.file}:${s.start}`)).toBe(
      `參數「督促間隔」\n  ←用到─ 定義「初稿期限」（1.norm:${RULES.indexOf('督促間隔')}）\n  ←用到─ 規則「紀要初稿期限」（1.norm:${RULES.indexOf('初稿期限', RULES.indexOf('後 '))}）\n`,
    );
    expect(value && pathToText(value, 'en').split('\n')[1]).toBe('  ←reads─ definition "初稿期限" (1.norm)');
  });
  test('no path, no start', () => {
    expect(pathBetween(graph, '指導思想', '少出訪').diagnostics.map((d) => d.code)).toEqual([
      'graph-no-path',
    ]);
    expect(pathBetween(graph, '沒', '沒有').diagnostics.map((d) => d.code)).toEqual([
      'graph-unknown-name',
      'graph-unknown-name',
    ]);
    expect(pathBetween(graph, '少出訪', '少出訪').value?.steps).toEqual([]);
  });
});

describe('printing', () => {
  const graph = graphOf(VOCABULARY, RULES);
  const span = { file: 'a', start: 0, end: 1 };
  const nasty: RuleGraph = {
    nodes: [
      { id: 'norm:a', kind: 'norm', name: 'a"];\n<b>#1;\\' },
      { id: 'row:b', kind: 'row', name: '`|constructor' },
    ],
    edges: [{ from: 'norm:a', to: 'row:b', kind: 'reads', span }],
  };
  test('json reads back', () => {
    expect(JSON.parse(graphToJson(graph))).toEqual(JSON.parse(JSON.stringify(graph)));
  });
  test('mermaid', () => {
    expect(graphToMermaid(nasty)).toBe(
      'flowchart LR\n  n0["規則 a#34;]#59; #60;b#62;#35;1#59;#92;"]\n  n1["行 #96;#124;constructor"]\n  n0 -->|"用到"| n1\n',
    );
  });
  test('dot', () => {
    expect(graphToDot(nasty, 'en')).toBe(
      'digraph rules {\n  rankdir=LR;\n  n0 [label="norm a\\"]; <b>#1;\\\\", shape=box];\n  n1 [label="row `|constructor", shape=box];\n  n0 -> n1 [label="reads"];\n}\n',
    );
  });
  test('each node and each edge is printed once', () => {
    for (const [text, node, edge] of [
      [graphToMermaid(graph), /^ {2}(n\d+)[[({>]/gm, / -->\|/g],
      [graphToDot(graph), /^ {2}(n\d+) \[/gm, / -> /g],
    ] as const) {
      const ids = [...text.matchAll(node)].map((m) => m[1]);
      expect(ids).toEqual(graph.nodes.map((_, i) => `n${i}`));
      expect([...text.matchAll(edge)]).toHaveLength(graph.edges.length);
    }
  });
});
