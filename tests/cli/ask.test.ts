import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { askSchema } from '../../src/cli/ask-schema.ts';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import { displayWidth } from '../../src/text/display-width.ts';
import { ROOT, zhunsheng } from '../support/run-cli.ts';
import { KEY, type Person, sit, sitAtTerminal } from '../support/terminal.ts';

const RULES = `規章 測試規則
  題名 「測試規則」
枚舉 職務 = 區長、副區長、局長
枚舉 材料 = 草案、說明、意見
記錄 出訪
  出發 : 日期
  天數 : 數
事項 申請
  急件     : 是非 由 局長、區長 認定
  送達日期 : 日期 「收到的那一天」
  答覆     : 事件
  簽發人   : 職務
  件數     : 數
  費用     : 金額
  寬限     : 期間
  附件     : 集合 材料
  出訪     : 列表 出訪
  上報     : 指向 會議
事項 會議
  主持人 : 職務
事項 專題會議 屬於 會議
  議題數 : 數
規則 三日答覆
  依據 第一條
  要旨 「三個工作日內答覆」
  適用 申請
  應當 答覆 不遲於 送達日期 後 3 個工作日
  除非 急件 依據 第二條
規則 件數上限
  依據 第三條
  適用 申請
  應當 件數 不超過 5
規則 費用上限
  依據 第四條
  適用 申請
  應當 費用 不超過 5 萬元
規則 寬限上限
  依據 第五條
  適用 申請
  應當 寬限 不超過 10 日
規則 附件齊全
  依據 第六條
  適用 申請
  應當 附件 包含 草案、說明
規則 出訪次數
  依據 第七條
  適用 申請
  應當 計數（出訪 其中 天數 超過 3） 不超過 1
規則 區長主持
  依據 第八條
  適用 申請
  應當 上報 之 主持人 為 區長
規則 簽發
  依據 第九條
  適用 申請
  應當 簽發人 為 區長
  效力 柔性
`;
const REST = {
  急件: '{ 值: 否, 認定: 局長 }',
  送達日期: '2026-09-28',
  答覆: '2026-09-30',
  件數: '3',
  費用: '3 萬元',
  寬限: '5 日',
  附件: '[草案, 說明]',
  出訪: '[]',
  上報: '會',
};
/** A case in which only these facts are open. */
function caseWith(...open: readonly (keyof typeof REST)[]): string {
  const given = Object.entries(REST).filter(([name]) => !open.some((o) => o === name));
  return `# 某申請
查核日期: 2026-10-12
事項組:
  - 編號: 甲
    事項: 申請
    事實:
${given.map(([name, value]) => `      ${name}: ${value}   # ${name}如此\n`).join('')}  - 編號: 會
    事項: 會議
    事實: { 主持人: 區長 }
`;
}

let folder = '';
const at = (path: string): string => join(folder, path);
const text = (path: string): string => readFileSync(at(path), 'utf8');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhunsheng-ask-'));
  writeFileSync(at('a.norm'), RULES);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const begin = (content: string, ...more: readonly string[]) => {
  writeFileSync(at('case.yaml'), content);
  return sit(['ask', at('case.yaml'), '--rules', at('a.norm'), ...more]);
};
const told = (code: keyof typeof CODES) => expect.stringContaining(CODES[code].id);
/** What `check` says of the file is what the interview said. */
function agrees(shown: string, path = 'case.yaml'): void {
  const { out } = zhunsheng(folder, ['check', path, '--rules', 'a.norm', '--as-of', '2026-10-12']);
  const verdict = (printed: string) => /^(違規|衝突|待定|待履行|合規|不適用) {2}/m.exec(printed)?.[1];
  expect(verdict(shown.slice(shown.lastIndexOf('查核日期') - 60))).toBe(verdict(out));
}

describe('one question of each type', () => {
  const cases: readonly (readonly [keyof typeof REST, (p: Person) => Promise<void>, string])[] = [
    [
      '件數',
      async (p) => {
        await p.types('很多', KEY.enter);
        await p.sees('要寫一個數');
        await p.types(KEY.backspace, KEY.backspace, '三', KEY.enter);
      },
      '      件數: 3\n',
    ],
    ['費用', (p) => p.types('3.5萬元', KEY.enter), '      費用: 35000 元\n'],
    ['寬限', (p) => p.types('7日', KEY.enter), '      寬限: 7 日\n'],
    [
      '送達日期',
      async (p) => {
        await p.sees('收到的那一天');
        await p.types('2026/9/29', KEY.enter);
        await p.sees('Tab 改成 2026-09-29');
        await p.types(KEY.tab);
      },
      '      送達日期: 2026-09-29\n',
    ],
    [
      '答覆',
      async (p) => {
        await p.types(KEY.down, KEY.enter);
        await p.types(KEY.back);
        await p.sees('未發生');
        await p.types(KEY.down, KEY.enter);
        await p.types('2026-09-29', KEY.enter);
      },
      '      答覆: 2026-09-29\n',
    ],
    [
      '附件',
      async (p) => {
        // Enter does not say that there are none: it ticks the first one
        await p.types(KEY.enter);
        await p.sees('◉ 草案');
        await p.types(KEY.down, KEY.space, KEY.enter);
      },
      '      附件: [ 草案, 說明 ]\n',
    ],
    [
      '出訪',
      async (p) => {
        await p.types(KEY.enter);
        await p.sees('出訪 第 1 筆的 天數');
        await p.types('5', KEY.enter);
        await p.sees('就這 1 筆');
        await p.types(KEY.down, KEY.enter);
      },
      '      出訪: [ { 天數: 5 } ]\n',
    ],
    [
      '急件',
      async (p) => {
        await p.types(KEY.down, KEY.enter);
        await p.sees('由誰認定');
        await p.types(KEY.down, KEY.enter);
        await p.sees('認定日期');
        await p.types('2026-10-01', KEY.enter);
        await p.sees('認定理由');
        await p.types('不趕', KEY.enter);
      },
      '      急件: { 值: 否, 認定: 區長, 日期: 2026-10-01, 理由: 不趕 }\n',
    ],
    ['上報', (p) => p.types(KEY.enter), '      上報: 會\n'],
  ];
  test.each(cases)('%s', async (fact, answer, line) => {
    // 急件 only matters where the answer came late
    const content = fact === '急件' ? caseWith(fact).replace('2026-09-30', '2026-10-12') : caseWith(fact);
    const p = begin(content);
    await p.sees(`甲 的 ${fact}`);
    await p.sees('為何問');
    await answer(p);
    await p.sees('已有結論');
    await p.types(KEY.enter);
    expect(await p.done).toBe(0);
    expect(p.err()).toBe('');
    const after = text('case.yaml');
    expect(after).toContain(line.replaceAll('[ ', '[').replaceAll(' ]', ']'));
    // all that was there stays as it was
    expect(after.split('\n').filter((l) => !content.includes(l))).toHaveLength(1);
    agrees(p.shown());
  });
});

test('a matter that a reference names is added, with its kind, and asked about', async () => {
  const p = begin(caseWith('上報'));
  await p.sees('甲 的 上報');
  await p.types(KEY.down, KEY.enter);
  await p.sees('編號或名稱');
  await p.types('會', KEY.enter);
  await p.sees('已有「會」');
  await p.types('二', KEY.enter);
  await p.sees('屬於哪一種事項');
  await p.types(KEY.down, KEY.enter);
  await p.sees('會二 的 主持人');
  await p.types(KEY.enter);
  await p.sees('已有結論');
  await p.types(KEY.enter);
  expect(await p.done).toBe(0);
  expect(text('case.yaml')).toContain('  - 編號: 會二\n    事項: 專題會議\n    事實:\n      主持人: 區長\n');
  expect(p.shown()).toContain('合規  case');
  agrees(p.shown());
});

test('a matter that is only named is asked for', async () => {
  const p = begin(caseWith().replace('上報: 會 ', '上報: 大會 '));
  await p.sees('案件提到「大會」');
  await p.types(KEY.enter);
  await p.sees('屬於哪一種');
  await p.types(KEY.back);
  await p.sees('案件提到「大會」');
  await p.types(KEY.enter, KEY.enter);
  await p.sees('大會 的 主持人');
  await p.types(KEY.down, KEY.enter);
  await p.sees('已有結論');
  await p.types(KEY.enter);
  expect(await p.done).toBe(0);
  expect(p.shown()).toContain('違規  case');
  agrees(p.shown());
});

describe('back, save, leave, resume', () => {
  test('back takes the answer back, also out of the file', async () => {
    const p = begin(caseWith('件數', '費用'));
    await p.sees('甲 的 件數');
    await p.types('3', KEY.enter);
    await p.sees('甲 的 費用');
    await p.types(KEY.save);
    await p.sees('已存入');
    await p.sees('甲 的 費用');
    expect(text('case.yaml')).toContain('件數: 3');
    await p.types(KEY.back);
    await p.sees('甲 的 件數');
    await p.types(KEY.save);
    await p.sees('已存入');
    expect(text('case.yaml')).toBe(caseWith('件數', '費用'));
    await p.types('9', KEY.enter);
    await p.sees('已有結論');
    await p.types(KEY.enter);
    expect(await p.done).toBe(0);
    expect(p.shown()).toContain('違規');
    agrees(p.shown());
  });

  test.each([
    ['Ctrl-C', KEY.interrupt],
    ['Esc', KEY.escape],
    ['the terminal goes away', KEY.hangup],
  ])('%s saves, and the same file goes on', async (_name, key) => {
    const p = begin(caseWith('件數', '費用'));
    await p.sees('件數');
    await p.types('3', KEY.enter);
    await p.sees('費用');
    await p.types('1', key);
    expect(await p.done).toBe(0);
    expect(p.shown()).toContain(`接著答：zhunsheng ask ${at('case.yaml')}`);
    expect(p.shown()).toContain('待定  case');
    agrees(p.shown());
    const again = sit(['ask', at('case.yaml'), '--rules', at('a.norm')]);
    await again.sees('費用');
    expect(again.shown()).not.toContain('的 件數');
    await again.types('1 萬元', KEY.enter);
    await again.sees('已有結論');
    await again.types(KEY.enter);
    expect(await again.done).toBe(0);
    expect(again.shown()).toContain('合規  case');
    agrees(again.shown());
  });

  test('leaving without an answer leaves the file alone', async () => {
    const p = begin(caseWith('件數'));
    await p.sees('件數');
    await p.types(KEY.interrupt);
    expect(await p.done).toBe(0);
    expect(p.shown()).toContain('未更動');
    expect(text('case.yaml')).toBe(caseWith('件數'));
  });

  test('what is not known is kept as 未知 and asked no more, until all that was asked is asked again', async () => {
    const p = begin(caseWith('件數', '費用'));
    await p.sees('件數');
    await p.types(KEY.enter);
    await p.sees('費用');
    await p.types('1 萬元', KEY.enter);
    await p.sees('有 1 題答了「不知道」：甲 的 件數');
    await p.types(KEY.enter);
    expect(await p.done).toBe(0);
    expect(p.shown()).toContain('待定  case');
    expect(text('case.yaml')).toContain('      件數: 未知\n');
    const again = sit(['ask', at('case.yaml'), '--rules', at('a.norm')]);
    await again.sees('有 1 題');
    await again.types(KEY.down, KEY.enter);
    await again.sees('甲 的 件數');
    await again.types('4', KEY.enter);
    await again.sees('已有結論');
    await again.types(KEY.enter);
    expect(await again.done).toBe(0);
    expect(text('case.yaml')).toContain('      件數: 4\n');
    agrees(again.shown());
  });
});

describe('a new case', () => {
  test('asks for kind, title and file; a file that is there is not taken', async () => {
    writeFileSync(at('new.yaml'), 'mine');
    const p = sit(['ask', '--rules', at('a.norm')]);
    await p.sees('哪一種事項');
    await p.types(KEY.down, KEY.up, KEY.enter);
    await p.sees('案件名稱');
    await p.types(KEY.enter);
    await p.sees('名稱不能空白');
    await p.types('甲/乙', KEY.enter);
    await p.sees('甲_乙.yaml');
    await p.types(...Array.from({ length: 8 }, () => KEY.backspace), at('new.yaml'), KEY.enter);
    await p.sees('已存在');
    await p.types(...Array.from({ length: 5 }, () => KEY.backspace), '2.yaml', KEY.enter);
    await p.sees('目前再問');
    await p.types(KEY.interrupt);
    expect(await p.done).toBe(0);
    expect(text('new.yaml')).toBe('mine');
    expect(text('new2.yaml')).toBe('案件: 甲/乙\n事項: 申請\n事實:\n');
  });

  test('--kind, -o and --as-of; JSON by its name', async () => {
    const p = sit([
      'ask',
      '--rules',
      at('a.norm'),
      '--kind',
      '会议',
      '-o',
      at('n/new.json'),
      '--as-of',
      '2026-10-12',
      '--all',
    ]);
    await p.sees('案件名稱');
    await p.types('會', KEY.enter);
    expect(await p.done).toBe(0);
    expect(JSON.parse(text('n/new.json'))).toEqual({
      案件: '會',
      查核日期: '2026-10-12',
      事項: '會議',
      事實: {},
    });
  });
});

describe('what cannot be asked about', () => {
  const code = (args: readonly string[]) => sit([...args, '--rules', at('a.norm')]);
  test('a case that is settled says so', async () => {
    const p = begin(caseWith());
    expect(await p.done).toBe(0);
    expect(p.shown()).toContain('已有結論');
    expect(p.shown()).toContain('合規  case');
    expect(p.shown()).toContain('--all');
  });
  test('errors in the case, several cases, a reference to elsewhere', async () => {
    writeFileSync(at('bad.yaml'), '事項: 申請\n事實: { 件數: 很多 }\n');
    const bad = code(['ask', at('bad.yaml')]);
    expect([await bad.done, bad.err()]).toEqual([4, told('case-wants-number')]);
    writeFileSync(at('two.yaml'), '- { 事項: 申請 }\n- { 事項: 申請 }\n');
    const two = code(['ask', at('two.yaml')]);
    expect([await two.done, two.err()]).toEqual([4, told('ask-several-cases')]);
    writeFileSync(at('alias.yaml'), '備註: &a { 件數: 3 }\n事項: 申請\n事實: *a\n');
    const alias = code(['ask', at('alias.yaml')]);
    expect([await alias.done, alias.err()]).toEqual([4, told('ask-case-elsewhere')]);
    const none = code(['ask', at('none.yaml')]);
    expect([await none.done, none.err()]).toEqual([4, told('missing-file')]);
  });
  test('unknown names', async () => {
    const kind = code(['ask', '--kind', '申青']);
    expect([await kind.done, kind.err()]).toEqual([64, expect.stringContaining('是不是「申請」')]);
    writeFileSync(at('case.yaml'), caseWith());
    const norm = code(['ask', at('case.yaml'), '--norm', '費用下限']);
    expect([await norm.done, norm.err()]).toEqual([64, expect.stringContaining('費用上限')]);
    const both = code(['ask', at('case.yaml'), '--kind', '申請']);
    expect([await both.done, both.err()]).toEqual([64, told('ask-kind-with-case')]);
  });
  test('no terminal', () => {
    writeFileSync(at('case.yaml'), caseWith());
    const run = zhunsheng(folder, ['ask', 'case.yaml', '--rules', 'a.norm']);
    expect([run.code, run.err]).toEqual([64, told('ask-needs-terminal')]);
    const json = zhunsheng(folder, ['ask', '--json', '--rules', 'a.norm']);
    expect([json.code, json.err]).toEqual([64, told('ask-needs-case')]);
  });
  test('files that cannot be written: told before the first question', async () => {
    const folderThere = code(['ask', '--kind', '申請', '-o', folder]);
    expect([await folderThere.done, folderThere.err()]).toEqual([64, told('unwritable-file')]);
    writeFileSync(at('there.yaml'), '事項: 申請\n');
    writeFileSync(at('case.yaml'), caseWith('件數'));
    const there = code(['ask', at('case.yaml'), '-o', at('there.yaml')]);
    expect([await there.done, there.err()]).toEqual([64, told('output-exists')]);
  });
  test.skipIf(process.getuid?.() === 0)('a read-only folder', async () => {
    chmodSync(folder, 0o500);
    const p = code(['ask', '--kind', '申請', '-o', at('x.yaml')]);
    expect([await p.done, p.err()]).toEqual([64, told('unwritable-file')]);
    chmodSync(folder, 0o700);
  });
  test('a file that changes meanwhile is not overwritten; the answers lie beside it', async () => {
    const p = begin(caseWith('件數'));
    await p.sees('件數');
    writeFileSync(at('case.yaml'), `${caseWith('件數')}# 改過\n`);
    await p.types('3', KEY.enter);
    await p.sees('已有結論');
    await p.types(KEY.enter);
    expect(await p.done).toBe(64);
    expect(p.err()).toContain(CODES['changed-meanwhile'].id);
    expect(text('case.yaml')).toBe(`${caseWith('件數')}# 改過\n`);
    expect(text('case-2.yaml')).toContain('      件數: 3\n');
  });
  test('what cannot be written in the end is printed', async () => {
    const p = begin(caseWith('件數'));
    await p.sees('件數');
    await p.types('3', KEY.enter);
    await p.sees('已有結論');
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    await p.types(KEY.enter);
    expect(await p.done).toBe(64);
    expect(p.shown()).toContain('      件數: 3');
  });
  test('a link stays a link, and a mark at the beginning stays', async () => {
    writeFileSync(at('real.yaml'), `\ufeff${caseWith('件數')}`);
    symlinkSync(at('real.yaml'), at('case.yaml'));
    const p = sit(['ask', at('case.yaml'), '--rules', at('a.norm')]);
    await p.sees('件數');
    await p.types('3', KEY.enter);
    await p.sees('已有結論');
    await p.types(KEY.enter);
    expect(await p.done).toBe(0);
    expect(text('real.yaml').startsWith('\ufeff# 某申請')).toBe(true);
    expect(text('real.yaml')).toContain('件數: 3\n');
  });
});

describe('--json', () => {
  const schema = z.fromJSONSchema(askSchema() as never);
  const questions = (args: readonly string[], input?: string) => {
    const run = zhunsheng(
      folder,
      ['ask', ...args, '--json', '--rules', 'a.norm'],
      input === undefined ? {} : { input },
    );
    const value = JSON.parse(run.out);
    expect(schema.safeParse(value).error?.issues ?? []).toEqual([]);
    expect(run.code).toBe(0);
    return value;
  };
  test('ranked questions, as the schema says, also from standard input', () => {
    const value = questions(['-'], caseWith('件數', '上報', '急件').replace('2026-09-30', '2026-10-12'));
    expect(value.state).toBe('open');
    expect(value.questions.map((q: { about: { fact: string } }) => q.about.fact).sort()).toEqual([
      '上報',
      '件數',
      '急件',
    ]);
    expect(value.questions.find((q: { about: { fact: string } }) => q.about.fact === '急件')).toMatchObject({
      type: { name: 'bool' },
      values: [true, false],
      attesters: ['局長', '區長'],
      norms: [{ norm: '三日答覆', citations: [{ text: '第一條' }], gist: '三個工作日內答覆' }],
    });
    expect(value.questions.find((q: { about: { fact: string } }) => q.about.fact === '上報')).toMatchObject({
      matters: ['會'],
      kinds: ['會議', '專題會議'],
    });
  });
  test('the schema of a question takes what a case file takes', () => {
    const value = questions(['--kind', '申請']);
    const of = (fact: string) =>
      z.fromJSONSchema(
        value.questions.find((q: { about: { fact: string } }) => q.about.fact === fact).schema,
      );
    expect(of('件數').safeParse(3).success).toBe(true);
    expect(of('件數').safeParse('甲').success).toBe(false);
    expect(of('費用').safeParse('3 萬元').success).toBe(true);
    expect(of('急件').safeParse({ 值: true, 認定: '局長' }).success).toBe(true);
    expect(of('附件').safeParse(['草案']).success).toBe(true);
    expect(of('附件').safeParse(['圖']).success).toBe(false);
  });
  test('the goals: the case, one norm, every norm', () => {
    writeFileSync(at('case.yaml'), caseWith('件數', '費用').replace('件數: 3', '件數: 9'));
    const facts = (more: readonly string[]) =>
      questions(['case.yaml', ...more]).questions.map((q: { about: { fact: string } }) => q.about.fact);
    expect(facts([]).sort()).toEqual(['件數', '費用']);
    expect(facts(['--norm', '費用上限'])).toEqual(['費用']);
    expect(facts(['--all']).sort()).toEqual(['件數', '簽發人', '費用']);
  });
  test('schema --ask is that schema', () => {
    expect(JSON.parse(zhunsheng(folder, ['schema', '--ask']).out)).toEqual(askSchema());
  });
});

describe('under a pseudo-terminal, as it is built', () => {
  test('arrow keys, a wrong and a right input, back, Ctrl-C saves, and the file goes on to the verdict of check', async () => {
    writeFileSync(at('case.yaml'), caseWith('答覆', '送達日期'));
    const first = sitAtTerminal(folder, ['ask', 'case.yaml', '--rules', 'a.norm']);
    await first.sees('甲 的 送達日期');
    await first.types('9', KEY.enter);
    await first.sees('要寫日期');
    await first.types(KEY.backspace, '2026-09-28', KEY.enter);
    await first.sees('甲 的 答覆');
    await first.types(KEY.back);
    await first.sees('甲 的 送達日期');
    await first.types('2026-09-29', KEY.enter);
    await first.sees('甲 的 答覆');
    await first.types(KEY.interrupt);
    expect(await first.done).toBe(0);
    expect(text('case.yaml')).toContain('      送達日期: 2026-09-29\n');
    const second = sitAtTerminal(folder, ['ask', 'case.yaml', '--rules', 'a.norm']);
    await second.sees('甲 的 答覆');
    await second.types(KEY.down, KEY.down, KEY.up, KEY.enter);
    await second.types('2026-10-12', KEY.enter);
    await second.sees('已有結論');
    await second.types(KEY.enter);
    expect(await second.done).toBe(0);
    expect(second.shown()).toContain('違規  case');
    expect(second.shown()).not.toMatch(/Warning|undefined/);
    agrees(second.shown());
    expect(existsSync(at('case-2.yaml'))).toBe(false);
  });
  test('no line is wider than the terminal', async () => {
    const p = sitAtTerminal(ROOT, [
      'ask',
      '--rules',
      'rules/hongshan',
      '--kind',
      '議題上會',
      '-o',
      at('x.yaml'),
    ]);
    await p.sees('案件名稱');
    await p.types('甲', KEY.enter);
    await p.sees('為何問');
    await p.types(KEY.interrupt);
    expect(await p.done).toBe(0);
    const asked = p.shown().slice(0, p.shown().indexOf('接著答'));
    expect(asked.split(/\r?\n/).filter((line) => displayWidth(line) > 80)).toEqual([]);
  });
});
