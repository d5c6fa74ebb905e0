import { expect, test } from 'vitest';
import { applyFixes } from '../../src/diagnostics/apply-fixes.ts';
import { severitiesFrom } from '../../src/lint/lint.ts';
import { LINT_NAMES } from '../../src/lint/lints.ts';
import { lintText, only, shown } from '../support/lint-book.ts';

const MATTER = '事項 清點\n  已清點 : 是非\n  塗寫 : 是非\n  急 : 是非\n';
const NORM = '規則 按月清點\n  依據 第二條\n  適用 清點\n  應當 已清點\n';
const UNLESS = '規則 不得塗寫\n  依據 第四條\n  適用 清點\n  不得 塗寫\n  除非 急\n';

const codes = (text: string, lint: Parameters<typeof only>[0]) =>
  lintText({ name: 'a.norm', text }, only(lint)).found.map((d) => shown(d, text).split('。')[0]);

test.each([
  ['準繩-略過', '：'],
  ['准绳-略过', '：'],
  ['zhunsheng-ignore', ': '],
  ['準繩略過', ':'],
])('%s with a reason lets the block below it pass', (mark, colon) => {
  const comment = `# ${mark} norm-without-bearer${colon}條文對所有人說話\n`;
  expect(codes(MATTER + comment + NORM, 'norm-without-bearer')).toEqual([]);
});

test('a lint may be called by its number, and several be let pass at once', () => {
  const text = `${MATTER}＃ 準繩-略過 Z7001、norm-without-gist：條文對所有人說話\n${NORM}`;
  expect(codes(text, 'norm-without-bearer')).toEqual([]);
  expect(codes(text, 'norm-without-gist')).toEqual([]);
});

test('behind a line it speaks of that line, above a clause of that clause, however long', () => {
  const reason = '準繩-略過 exception-without-citation：條文未分句';
  expect(
    codes(MATTER + UNLESS.replace('除非 急', `除非 急  # ${reason}`), 'exception-without-citation'),
  ).toEqual([]);
  const above = UNLESS.replace('  除非 急', `  # ${reason}\n\n  # 另一句話\n  除非 （急\n    且 急）`);
  expect(codes(MATTER + above, 'exception-without-citation')).toEqual([]);
});

test('it does not speak of the next block, nor of another lint', () => {
  const comment = '# 準繩-略過 norm-without-bearer：條文對所有人說話\n';
  expect(codes(MATTER + comment + NORM + UNLESS, 'norm-without-bearer')).toEqual([
    '10:4 warning norm-without-bearer [不得塗寫] 規則「不得塗寫」沒有說是誰的責任',
  ]);
  expect(codes(MATTER + comment + NORM, 'norm-without-gist')).toEqual([
    '6:4 warning norm-without-gist [按月清點] 規則「按月清點」沒有要旨',
  ]);
});

test('without a reason it lets nothing pass and is an error', () => {
  for (const comment of [
    '# 準繩-略過 norm-without-bearer\n',
    '# 準繩-略過 norm-without-bearer：　\n',
    '# 準繩-略過：理由\n',
  ])
    expect(codes(MATTER + comment + NORM, 'norm-without-bearer')).toEqual([
      `5:1 error suppression-without-reason [${comment.trim()}] 「${comment.trim()}」沒有寫明略過什麼、為什麼略過`,
      '6:4 warning norm-without-bearer [按月清點] 規則「按月清點」沒有說是誰的責任',
    ]);
});

test('a name that is no lint is an error, with the nearest', () => {
  const text = `${MATTER}# 準繩-略過 norm-without-baerer：條文對所有人說話\n${NORM}`;
  const [wrong] = lintText({ name: 'a.norm', text }, only('norm-without-bearer')).found;
  expect(wrong?.code).toBe('suppression-unknown-lint');
  expect(wrong?.hint?.zh).toBe('是不是「norm-without-bearer」？');
  expect(wrong && text.slice(wrong.span?.start, wrong.span?.end)).toBe('norm-without-baerer');
});

test('one that lets nothing pass is found, unless its lint was not asked', () => {
  const text = `${MATTER}# 準繩-略過 norm-without-bearer：條文對所有人說話\n枚舉 甲 = 乙\n`;
  expect(codes(text, 'norm-without-bearer')).toEqual([
    '5:9 warning suppression-unused [norm-without-bearer] 這裡沒有「norm-without-bearer」可以略過',
  ]);
  expect(codes(text, 'norm-without-gist')).toEqual([]);
});

test('what lets nothing pass any more can be taken away', () => {
  const mended = (text: string) => {
    const file = { name: 'a.norm', text };
    const { found } = lintText(file, only('norm-without-bearer'));
    return applyFixes([file], found, () => true).texts[0]?.text;
  };
  const comment = '# 準繩-略過 norm-without-bearer：條文對所有人說話';
  const enumeration = '枚舉 甲 = 乙\n';
  expect(mended(`${MATTER}  ${comment}\n${enumeration}`)).toBe(MATTER + enumeration);
  expect(mended(`${MATTER}枚舉 甲 = 乙  ${comment}\r\n`)).toBe(`${MATTER}枚舉 甲 = 乙\r\n`);
  expect(mended(`${comment}\n${MATTER}`)).toBe(MATTER);
  // it still speaks of another lint
  const both = comment.replace('：', '、norm-without-gist：');
  expect(mended(`${MATTER}${both}\n${enumeration}`)).toBe(`${MATTER}${both}\n${enumeration}`);
});

test('at the end of the file it speaks of nothing', () => {
  const text = `${MATTER}# 準繩-略過 norm-without-bearer：條文對所有人說話`;
  expect(codes(text, 'norm-without-bearer')[0]).toContain('suppression-unused');
});

test('an ordinary comment, and one about the words, is none', () => {
  const text = `${MATTER}# 此處準繩-略過一事另議\n# 準繩：以法律為準\n${NORM}`;
  expect(codes(text, 'norm-without-bearer')).toHaveLength(1);
});

test('everything off finds nothing', () => {
  const off = severitiesFrom(() => 'off');
  expect(LINT_NAMES.length).toBeGreaterThan(4);
  expect(lintText({ name: 'a.norm', text: MATTER + NORM }, off).found).toEqual([]);
});

test('in a literate file comments count in fences only', () => {
  const comment = '# 準繩-略過 norm-without-bearer：條文對所有人說話\n';
  const text = `# 準繩-略過 標題\n\n\`\`\`norm\n${MATTER}${comment}${NORM}\`\`\`\n`;
  const { errors, found } = lintText({ name: 'a.norm.md', text }, only('norm-without-bearer'));
  expect([...errors, ...found]).toEqual([]);
});
