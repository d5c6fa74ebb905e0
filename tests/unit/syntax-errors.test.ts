import { describe, expect, test } from 'vitest';
import { parseNorm } from '../../src/syntax/parse.ts';
import { segmentWithKeywords } from '../../src/syntax/segment.ts';
import { decodeText, MAX_FILE_BYTES } from '../../src/text/decode.ts';

const parse = (text: string) => parseNorm({ name: 'test.norm', text });
/** `line: code «words»` of every diagnostic. */
function said(text: string): readonly string[] {
  return parse(text).diagnostics.map((d) => {
    const line = text.slice(0, d.span?.start).split('\n').length;
    return `${line}: ${d.code} «${text.slice(d.span?.start, d.span?.end)}»`;
  });
}
const message = (text: string) => parse(text).diagnostics.map((d) => d.message.zh)[0];

describe('all errors of a file in one run', () => {
  const text = [
    '前言', // 1
    '規則 甲 乙', // 2
    '  應當 丙 不遲於', // 3
    '  依據 47條', // 4
    '  當 甲 為 乙 為 丙', // 5
    '  責任 局長', // 6
    '事項 丙', // 7
    '  丁 日期', // 8
    '  戊 :', // 9
    '  己 : 日期 由 局長', // 10
    '  庚 : 日期', // 11
    '表 壬 : 是非', // 12
    '  | 甲 || 壬 |', // 13
    '  | || 是 |', // 14
    '  | 乙 || 是', // 15
    '  | 丙 || 否 |', // 16
    '例 癸 於 甲', // 17
    '  丙 2024-01-01', // 18
    '  結果 好', // 19
    '規則 末', // 20
    '  不得 越級', // 21
  ].join('\n');

  test('each line of each block has its own', () => {
    expect(said(text)).toEqual([
      '1: outside-block «前言»',
      '2: unexpected-token «乙»',
      '3: unexpected-end «不遲於»',
      '4: unexpected-token «47»',
      '5: chained-comparison «為»',
      '8: unexpected-token «日期»',
      '9: unexpected-end «:»',
      '10: unexpected-end «局長»',
      '14: unexpected-token «||»',
      '15: unexpected-end «是»',
      '18: unexpected-token «2024-01-01»',
      '19: unexpected-token «好»',
    ]);
  });

  test('what can be read is kept: the sound lines of every block', () => {
    const { blocks } = parse(text).value;
    expect(blocks.map((b) => `${b.kind} ${b.kind === 'units' ? '' : b.name.text}`)).toEqual([
      'norm 甲',
      'matter 丙',
      'table 壬',
      'example 癸',
      'norm 末',
    ]);
    const [norm, matter, table] = blocks;
    expect(norm?.kind === 'norm' && norm.clauses.map((c) => c.kind)).toEqual(['bearer']);
    expect(matter?.kind === 'matter' && matter.fields.map((f) => f.name.text)).toEqual(['庚']);
    expect(table?.kind === 'table' && table.rows.length).toBe(1);
  });

  test('of a bad line the clauses before the error stay', () => {
    const [norm] = parse('規則 甲\n  依據 第一條 責任 乙 應當\n').value.blocks;
    expect(norm?.kind === 'norm' && norm.clauses.map((c) => c.kind)).toEqual(['cite', 'bearer']);
  });

  test('a bracket or 且 left open troubles only its own line', () => {
    expect(said('規則 甲\n  當 （乙 且\n  應當 丙 且\n規則 丁\n  不得 戊')).toEqual([
      '2: unexpected-end «且»',
      '3: unexpected-end «且»',
    ]);
  });

  test('rows without their head are dropped, not taken for the head', () => {
    const [table] = parse('表 甲 : 是非\n | 乙 | || 甲 |\n | 丙 || 是 |').value.blocks;
    expect(table?.kind === 'table' && [table.columns, table.rows]).toEqual([[], []]);
  });
});

describe('the words of the drafter', () => {
  test.each([
    ['規則 甲\n  效力 強', '此處不應是「強」，應當是「剛性」、「柔性」、「倡導」。'],
    ['規則', '這一句沒有寫完，還應當有名稱。'],
    ['規則 甲\n  當 （乙 為 丙', '這一句沒有寫完，還應當有「）」。'],
    ['例 甲', '這一句沒有寫完，還應當有「於」。'],
    ['例 甲 於 乙\n  結果 好', '此處不應是「好」，應當是結論（如「合規」「違規」「待定」）。'],
    ['定義 甲 : 日期\n  若 乙 那麼 丙', '此處不應是「那麼」，應當是「則」。'],
    ['枚舉 甲 乙、丙', '此處不應是「乙」，應當是「=」。'],
    ['單位 項\n甲', '此處不應是「甲」，應當是換行，或新的段落（如「規則」「事項」）。'],
  ])('%j', (text, expected) => expect(message(text)).toBe(expected));

  test('the English sentence has the English keywords', () => {
    expect(parse('norm a\n  strength x').diagnostics[0]?.message.en).toBe(
      'Unexpected "x"; expected "hard", "soft", "aspirational".',
    );
  });
});

describe('single mistakes', () => {
  test.each([
    ['規則 甲\n  要旨 「沒有完\n  不得 乙', ['2: unterminated-quote «「沒有完»']],
    ['規則 甲\n  當 乙 ☃☃ 為 丙', ['2: unknown-character «☃☃»']],
    ['規則 甲\n  當 乙 且 丙 或 丁', ['2: mixed-connectives «乙 且 丙 或 丁»']],
    ['規則 甲\n  當 乙 在 丙 內', ['2: window-without-length «丙»']],
    ['規則 甲\n  當 合計（乙） > 3', ['2: aggregate-without-field «乙»']],
    [`規則 甲\n  當 乙 > ${'9'.repeat(400)}`, [`2: bad-number «${'9'.repeat(400)}»`]],
    ['規則 甲\n  依據 第二款', ['2: relative-citation «第二款»']],
    ['規則 甲\n  依據 第〇條', ['2: bad-citation «第〇條»']],
    ['章\n章 甲', ['1: empty-chapter «章»']],
    ['例 甲 於 乙\n  結果 合規\n  結果 違規', ['3: repeated-clause «結果 違規»']],
    ['例 甲 於 乙\n  結果 待履行 期限 2026-01-01 期限 2026-01-02', ['2: repeated-clause «2026-01-02»']],
    ['事項 甲\n  乙 : 是非 預設 是 預設 否', ['2: repeated-clause «預設 否»']],
    ['事項 甲\n  乙 : 是非 「一」 「二」', ['2: repeated-clause «「二」»']],
  ])('%j', (text, expected) => expect(said(text)).toEqual(expected));

  test('brackets make 且 and 或 clear', () => {
    expect(said('規則 甲\n  當 （乙 且 丙） 或 丁')).toEqual([]);
    expect(said('規則 甲\n  當 乙 且 （丙 或 丁）')).toEqual([]);
  });
  test('mixed 且 and 或 still give a tree', () => {
    const [norm] = parse('規則 甲\n  當 乙 且 丙 或 丁').value.blocks;
    expect(norm?.kind === 'norm' && norm.clauses[0]).toMatchObject({ expr: { kind: 'or' } });
  });
});

describe('limits', () => {
  const nested = (n: number) => `規則 甲\n  當 ${'（'.repeat(n)}乙 且 丙${'）'.repeat(n)}`;
  test('200 brackets are read, 10,000 give one error quickly', () => {
    expect(said(nested(200))).toEqual([]);
    expect(parse(nested(10_000)).diagnostics.map((d) => d.code)).toEqual(['nesting-too-deep']);
  });
  test.each([
    ['規則 甲\n  當 ', '非 ', '乙'],
    ['定義 甲 : ', '集合 ', '乙'],
    ['規則 甲\n  當 ', '1 + ', '1 > 0'],
    ['規則 甲\n  期限 ', '乙 後 ', '1 日'],
    ['規則 甲\n  當 ', '（', '乙'],
    ['規則 甲\n  當 乙 屬於 ', '｛', '乙'],
  ])('%j %j × 10,000', (before, piece, after) => {
    expect(parse(before + piece.repeat(10_000) + after).diagnostics.map((d) => d.code)).toEqual([
      'nesting-too-deep',
    ]);
  });
  test('a long 且 is not deep', () => {
    expect(said(`規則 甲\n  當 ${'乙 且 '.repeat(3000)}丙`)).toEqual([]);
  });
  test('errors beyond the limit are counted, not listed', () => {
    const { diagnostics } = parse('規則 甲 乙\n'.repeat(1000));
    expect(diagnostics.length).toBe(201);
    expect(diagnostics.at(-1)?.code).toBe('too-many-errors');
  });
  test('too many words', () => {
    expect(parse('甲 '.repeat(600_001)).diagnostics.map((d) => d.code)).toEqual(['too-many-tokens']);
  });
  test('a text that is too long, a name of a million characters', () => {
    expect(parse('甲'.repeat(MAX_FILE_BYTES + 1)).diagnostics.map((d) => d.code)).toEqual(['file-too-large']);
    expect(said(`規則 ${'甲'.repeat(1_000_000)}`)).toEqual([]);
  });
  test.each(['', '\n\n', '# 只有註解', '\uFEFF'])('nothing at all: %j', (text) => {
    expect(parse(text)).toEqual({ value: { file: 'test.norm', blocks: [] }, diagnostics: [] });
  });
});

describe('decodeText', () => {
  const bytes = (...parts: (string | number[])[]) =>
    new Uint8Array(parts.flatMap((p) => (typeof p === 'string' ? [...new TextEncoder().encode(p)] : p)));
  const codes = (input: Uint8Array) => decodeText(input, 'x.norm').diagnostics.map((d) => d.code);

  test('UTF-8 with or without BOM; a second BOM is text', () => {
    expect(decodeText(bytes('規則'), 'x').value).toEqual({ name: 'x', text: '規則' });
    expect(decodeText(bytes([0xef, 0xbb, 0xbf], '規則'), 'x').value.text).toBe('規則');
    expect(decodeText(bytes([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], '甲'), 'x').value.text).toBe('\uFEFF甲');
    expect(decodeText(bytes(), 'x')).toEqual({ value: { name: 'x', text: '' }, diagnostics: [] });
  });
  test('GBK, truncated and overlong texts are refused at the byte', () => {
    const { value, diagnostics } = decodeText(bytes('甲', [0xb9, 0xe6]), 'x.norm');
    expect(value.text).toBe('');
    expect(diagnostics.map((d) => [d.code, d.message.zh])).toEqual([
      ['invalid-utf8', '檔案「x.norm」不是 UTF-8 文字（第 4 個位元組起無法讀取）。'],
    ]);
    expect(codes(bytes([0xe8, 0xa6]))).toEqual(['invalid-utf8']);
    expect(codes(bytes([0xc0, 0x80]))).toEqual(['invalid-utf8']);
    expect(codes(bytes([0xed, 0xa0, 0x80]))).toEqual(['invalid-utf8']);
  });
  test('binary and UTF-16 files are refused', () => {
    expect(codes(bytes('PK', [3, 4, 0, 0]))).toEqual(['binary-file']);
    expect(codes(bytes([0xff, 0xfe, 0x41, 0]))).toEqual(['binary-file']);
  });
  test('size', () => {
    expect(codes(new Uint8Array(MAX_FILE_BYTES).fill(97))).toEqual([]);
    expect(codes(new Uint8Array(MAX_FILE_BYTES + 1).fill(97))).toEqual(['file-too-large']);
  });
});

describe('segmentWithKeywords', () => {
  const vocabulary = new Set(['會議種類', '專題會議', '會議', '初稿完成', '會議日期', '初稿期限', '不為']);
  test.each<[string, string[] | undefined]>([
    ['會議種類為專題會議', ['會議種類', '為', '專題會議']],
    ['初稿完成不遲於會議日期後初稿期限', ['初稿完成', '不遲於', '會議日期', '後', '初稿期限']],
    ['會議日期後三個工作日', ['會議日期', '後', '三', '個工作日']],
    ['會議種類', undefined],
    ['會議專題會議', undefined],
    ['會議種類為不明之物', undefined],
    ['', undefined],
  ])('%s', (word, expected) => expect(segmentWithKeywords(word, vocabulary)).toEqual(expected));
  test('is quick on long words', () => {
    expect(segmentWithKeywords('會議為'.repeat(60), vocabulary)).toBeDefined();
    expect(segmentWithKeywords('會議為'.repeat(10_000), vocabulary)).toBeUndefined();
  });
});

test('a numeral alone as a name: what to do is said', () => {
  const { diagnostics } = parseNorm({ name: 'x.norm', text: '規則 一\n  依據 第一條\n' });
  expect(diagnostics[0]).toMatchObject({ code: 'unexpected-token', span: { start: 3, end: 4 } });
  expect(diagnostics[0]?.hint?.zh).toContain('讀作數量，不能作名稱');
});
