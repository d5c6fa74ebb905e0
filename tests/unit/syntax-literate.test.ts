import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/pipeline.ts';
import type { Block } from '../../src/syntax/ast.ts';
import { onlyFences, readLiterate } from '../../src/syntax/literate.ts';
import { parseNorm } from '../../src/syntax/parse.ts';
import { formatCitation } from '../../src/text/citation-text.ts';
import { lineStarts, positionAt } from '../../src/text/span.ts';
import { stripSpans } from '../support/strip-spans.ts';

/** What the norm fences hold, each with the headings above it. */
function fences(text: string): string[] {
  return readLiterate({ name: 'a.norm.md', text }).fences.map(({ start, end, headings }) =>
    [...headings.map((h) => `${'#'.repeat(h.level)} ${h.text}`), text.slice(start, end)].join(' / '),
  );
}
const md = (...lines: string[]) => `${lines.join('\n')}\n`;

describe('which fences are rules', () => {
  test.each([
    ['backticks and tildes', md('```norm', 'a', '```', '~~~norm', 'b', '~~~'), ['a\n', 'b\n']],
    [
      'spelling of the word',
      md('``` Norm', 'a', '```', '```{.norm}', 'b', '```', '~~~ norm 甲', 'c', '~~~'),
      ['a\n', 'b\n', 'c\n'],
    ],
    ['other languages', md('```yaml', 'a', '```', '```', 'b', '```', '```normal', 'c', '```'), []],
    [
      'longer around shorter',
      md('````md', '```norm', 'a', '```', '````', '````norm', 'b', '```', '````'),
      ['b\n```\n'],
    ],
    ['of one sign only', md('```norm', 'a', '~~~', '```'), ['a\n~~~\n']],
    ['inside other fences', md('~~~md', '```norm', 'a', '```', '~~~'), []],
    [
      'in lists',
      md(
        '- 甲',
        '',
        '  ```norm',
        '  a',
        '  ```',
        '10. ~~~norm',
        '    b',
        '    ~~~',
        '    - 乙',
        '',
        '        ```norm',
        '        c',
        '      ```',
      ),
      ['  a\n', '    b\n', '        c\n'],
    ],
    ['list over', md('- 甲', '', '乙', '', '    ```norm', '    a', '    ```'), []],
    ['indented code', md('    ```norm', '    a', '    ```', '\t```norm', '\ta', '\t```'), []],
    ['up to three blanks', md('   ```norm', 'a', '  ```'), ['a\n']],
    [
      'HTML comments',
      md('<!-- 舊文', '```norm', 'a', '```', '-->', '<!-- b -->', '```norm', 'c', '```'),
      ['c\n'],
    ],
    ['code within a line', md('```norm``` 是圍欄的記號', '```norm', 'a', '```'), ['a\n']],
    ['an empty fence', md('```norm', '```'), ['']],
  ])('%s', (_, text, expected) => expect(fences(text)).toEqual(expected));

  test('line ends of every system', () => {
    const text = md('# 甲', '', '```norm', 'a', 'b', '```', '乙');
    expect(fences(text.replaceAll('\n', '\r\n'))).toEqual(['# 甲 / a\r\nb\r\n']);
    expect(fences(text.replaceAll('\n', '\r'))).toEqual(['# 甲 / a\rb\r']);
  });

  test('what is not closed is told, and read to the end or to the next', () => {
    const text = md('```norm', 'a', '', '```norm', 'b', '```', '~~~text', '```norm', 'c');
    expect(fences(text)).toEqual(['a\n\n', 'b\n']);
    const open = readLiterate({ name: 'a.norm.md', text }).unclosed;
    expect(open.map((s) => [positionAt(lineStarts(text), s.start).line, text.slice(s.start, s.end)])).toEqual(
      [
        [1, '```'],
        [7, '~~~'],
      ],
    );
    expect(fences('```norm\na')).toEqual(['a']);
  });
});

describe('sections', () => {
  test.each([
    ['nested', ['# 甲', '## 乙', '### 丙'], '# 甲 / ## 乙 / ### 丙'],
    ['the same level ends one', ['# 甲', '## 乙', '## 丙'], '# 甲 / ## 丙'],
    ['a higher one ends all below', ['## 甲', '### 乙', '# 丙'], '# 丙'],
    ['closing signs', ['## 甲 ##', '### 乙 #'], '## 甲 ## / ### 乙 #'],
    ['underlined', ['甲', '===', '', '乙', '---'], '# 甲 / ## 乙'],
    ['not in fences, lists or quotations', ['~~~', '# 甲', '~~~', '- 甲', '---', '> # 甲', '#甲'], ''],
    ['without blank before an article', ['##第三條'], '## 第三條'],
  ])('%s', (_, lines, expected) => {
    const [found = ''] = fences(md(...lines, '```norm', '```'));
    expect(found).toBe(expected === '' ? '' : `${expected} / `);
  });
});

/** What the blocks cite, and what is told, of a document in which `（…）` stands for a norm. */
function cited(...lines: string[]): string[] {
  let n = 0;
  const text = lines
    .map((line) => {
      const [, clause] = /^（(.*)）$/.exec(line) ?? [];
      if (clause === undefined) return line;
      return `\n\`\`\`norm\n規則 甲${n++} ${clause}\n  適用 會議\n  應當 已通知\n\`\`\`\n`;
    })
    .join('\n');
  const { value, diagnostics } = parseNorm({ name: 'a.norm.md', text });
  const cites = (block: Block) =>
    'clauses' in block ? block.clauses.flatMap((c) => (c.kind === 'cite' ? c.citations : [])) : [];
  return [
    ...value.blocks.map(
      (b) =>
        cites(b)
          .map((c) => formatCitation(c.citation, 'zh'))
          .join('、') || '—',
    ),
    ...diagnostics.map((d) => `${d.code} ${text.slice(d.span?.start, d.span?.end)}`),
  ];
}

describe('the citation of a section', () => {
  test.each([
    ['article', ['## 第三條', '（）'], ['第三條']],
    [
      'with its title',
      ['## 第三條 借用時間', '（）', '## 第四條借用的時間', '（）', '## **第五條**：時間', '（）'],
      ['第三條', '第四條', '第五條'],
    ],
    [
      'all the way down',
      ['## 第十條之一第二款第（三）項第一句', '（）'],
      ['第十條之一第二款第（三）項第一句'],
    ],
    [
      'simplified, digits, English',
      ['# 第3条第2款', '（）', '# art. 3 para. 2 Rooms', '（）', '# Article 4', '（）'],
      ['第三條第二款', '第三條第二款', '第四條'],
    ],
    ['several', ['## 第三條第一款、第三款，第五條', '（）'], ['第三條第一款、第三條第三款、第五條']],
    [
      'leaning on the section around',
      ['## 第三條', '### 第二款', '（）', '#### 第（一）項', '（）', '### 第三款', '（）'],
      ['第三條第二款', '第三條第二款第（一）項', '第三條第三款'],
    ],
    [
      'handed on by a deeper heading',
      ['## 第三條', '### 說明', '（）', '### 第一項工作', '（）'],
      ['第三條', '第三條'],
    ],
    ['ended by one of the same level', ['## 第三條', '## 附錄', '（）'], ['—']],
    ['only at the beginning', ['## 借用（第三條）', '（）'], ['—']],
    ['a 依據 in the block wins', ['## 第三條', '（依據 第五條）'], ['第五條']],
    ['and may lean on it', ['## 第三條', '（依據 第二款、第三款）'], ['第三條第二款、第三條第三款']],
    ['nothing to lean on, once', ['## 第二款', '（）', '（）'], ['—', '—', 'relative-citation 第二款']],
    ['no such number', ['## 第零條', '（）'], ['—', 'bad-citation 第零條']],
    ['headings without rules say nothing', ['## 第二款', '## 第三條', '（）'], ['第三條']],
  ])('%s', (_, lines, expected) => expect(cited(...lines)).toEqual(expected));

  test('exceptions and rows lean on it; what has no 依據 takes none', () => {
    const text = md(
      '## 第三條第一款',
      '```norm',
      '枚舉 種類 = 甲、乙',
      '事項 會議',
      '  種 : 種類',
      '  急 : 是非',
      '表 上限 : 數 適用 會議',
      '  | 種 || 上限 | 依據 |',
      '  | 甲 || 3    | 第二句 |',
      '  否則 5',
      '規則 人數',
      '  適用 會議',
      '  應當 上限 > 1',
      '  除非 急',
      '例 坐滿 於 人數',
      '  種 為 甲 ; 急 為 否',
      '  結果 合規',
      '```',
    );
    const { value, diagnostics } = compile([{ name: 'a.norm.md', text }]);
    const of = (cites: readonly { citation: Parameters<typeof formatCitation>[0] }[] = []) =>
      cites.map((c) => formatCitation(c.citation, 'zh'));
    const { model } = value;
    expect(diagnostics).toEqual([]);
    expect(of(model.kinds.會議?.cites)).toEqual(['第三條第一款']);
    expect(of(model.definitions.上限?.cites)).toEqual(['第三條第一款']);
    expect(of(model.definitions.上限?.rows[0]?.cites)).toEqual(['第三條第一款第二句']);
    expect(of(model.norms.人數?.cites)).toEqual(['第三條第一款']);
    expect(of(model.norms.人數?.unless[0]?.cites)).toEqual([]);
    const [cite] = model.norms.人數?.cites ?? [];
    expect(text.slice(cite?.span.start, cite?.span.end)).toBe('第三條第一款');
  });
});

describe('places', () => {
  const told = (text: string, name = 'a.norm.md') =>
    compile([{ name, text }]).diagnostics.map((d) => {
      const { line, column } = positionAt(lineStarts(text), d.span?.start ?? 0);
      return `${line}:${column} ${d.code} ${text.slice(d.span?.start, d.span?.end)}`;
    });
  const BODY = [
    '# 第一條',
    '文字 ☆ $',
    '',
    '- 項目',
    '',
    '  ```norm',
    '  事項 會議',
    '    已通知 : 是飛',
    '  ```',
    '文字',
  ];

  test('are those of the document, with every line end', () => {
    for (const end of ['\n', '\r\n', '\r']) expect(told(BODY.join(end))).toEqual(['8:11 unknown-type 是飛']);
  });
  test('a block ends with its fence', () => {
    const text = md(
      '# 第一條',
      '```norm',
      '事項 會議',
      '  已通知 : 是非',
      '```',
      '```norm',
      '  已簽到 : 是非',
      '```',
    );
    expect(told(text)).toEqual(['7:3 outside-block 已簽到']);
    const open = md(
      '# 第一條',
      '```norm',
      '事項 會議',
      '  甲 : 是非',
      '規則 乙',
      '  適用 會議',
      '  應當 甲 且',
      '```',
      '```norm',
      '規則 丙',
      '  適用 會議',
      '  應當 甲',
      '```',
    );
    expect(told(open)).toEqual(['7:8 unexpected-end 且']);
  });
  test('documents without rules', () => {
    expect(told('# 第一條\n文字\n')).toEqual(['1:1 literate-no-rules ']);
    expect(told('```norm\n# 只有註解\n```\n')).toEqual(['1:1 literate-no-rules ']);
    expect(told('> ```norm\n> 事項 會議\n> ```\n')).toEqual(['1:3 literate-quoted-fence ```']);
    expect(told('```norm\n')).toEqual(['1:1 literate-unclosed-fence ```']);
  });
  test('what follows from a heading that cannot be read is not told of each block', () => {
    const text = md(
      '# 第零條',
      '```norm',
      '事項 會議',
      '  甲 : 是非',
      '規則 乙',
      '  適用 會議',
      '  應當 甲',
      '```',
    );
    expect(told(text)).toEqual(['1:3 bad-citation 第零條']);
  });
  test('a byte order mark hides no heading', () => {
    const text = md(
      '\uFEFF# 第一條',
      '```norm',
      '事項 會議',
      '  甲 : 是非',
      '規則 乙',
      '  適用 會議',
      '  應當 甲',
      '```',
    );
    expect(told(text)).toEqual([]);
  });
  test('limits', () => {
    const norm = '```norm\n事項 乙\n事項 丙\n```\n';
    const long = `# ${'第一條、'.repeat(350_000)}第一條\n${norm}`;
    expect(told(long)).toEqual(['1:1 too-many-tokens ']);
    const started = performance.now();
    const text = `${'- '.repeat(500_000)}甲\n${'#'.repeat(500_000)}\n${'> '.repeat(500_000)}\n${'`'.repeat(500_000)}\n`;
    expect(told(text)).toEqual([`4:1 literate-unclosed-fence ${'`'.repeat(500_000)}`]);
    expect(performance.now() - started).toBeLessThan(5000);
  });
  test('the name alone says that a file is Markdown', () => {
    expect(told('```norm\n```\n', 'a.norm').length).toBeGreaterThan(0);
  });
});

describe('properties', () => {
  const line = fc.constantFrom(
    '```norm',
    '```',
    '~~~',
    '~~~norm',
    '````norm',
    '  ```norm',
    '    ```',
    '# 第一條',
    '---',
    '- 甲',
    '  文',
    '',
    '> ```norm',
    '<!--',
    '-->',
    '規則 甲',
    '事項 乙',
    '  適用 乙',
    '\t```norm',
    '1. ```norm',
  );
  const document = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')))
    .map((lines) => lines.flat().join(''));

  test('nothing moves: what is blanked is blank, what is fenced is kept', () => {
    fc.assert(
      fc.property(document, (text) => {
        const { fences } = readLiterate({ name: 'a.norm.md', text });
        const only = onlyFences(text, fences);
        expect(only.length).toBe(text.length);
        expect(lineStarts(only)).toEqual(lineStarts(text));
        let at = 0;
        for (const { start, end } of fences) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(only.slice(at, start).trim()).toBe('');
          expect(only.slice(start, end)).toBe(text.slice(start, end));
          at = end;
        }
        expect(only.slice(at).trim()).toBe('');
        expect(() => parseNorm({ name: 'a.norm.md', text })).not.toThrow();
      }),
    );
  });

  test('a fence reads as the same text in a file of its own', () => {
    fc.assert(
      fc.property(document, (before) => {
        const rules = '規則 甲\n  依據 第一條\n  適用 乙\n  應當 丙\n';
        const text = `${before.replaceAll(/[`~<>]/g, '')}\n\n# 章\n\n\`\`\`norm\n${rules}\`\`\`\n`;
        const literate = parseNorm({ name: 'a.norm.md', text });
        const plain = parseNorm({ name: 'a.norm', text: rules });
        expect(literate.diagnostics).toEqual([]);
        expect(stripSpans(literate.value.blocks)).toEqual(stripSpans(plain.value.blocks));
      }),
    );
  });
});
