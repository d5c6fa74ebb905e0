import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/calendar/date.ts';
import { readCases } from '../../src/facts/read-cases.ts';
import { MODEL } from './facts-model.ts';

const read = (text: string, name = 'case.yaml') => readCases({ name, text }, MODEL);
/** Each diagnostic as `code「the text it points at」`. */
const told = (text: string, name = 'case.yaml') =>
  read(text, name).diagnostics.map(
    (d) => `${d.code}「${d.span ? text.slice(d.span.start, d.span.end) : ''}」`,
  );
const fact = (name: string, value: string) => {
  const result = read(`事項: 會議紀要\n事實:\n  ${name}: ${value}\n`);
  expect(result.diagnostics).toEqual([]);
  return result.value[0]?.matters[0]?.facts[name]?.value;
};
const wrong = (name: string, value: string) => told(`事項: 會議紀要\n事實:\n  ${name}: ${value}\n`);
const day = (text: string) => parseDate(text) ?? Number.NaN;

describe('values', () => {
  it('reads each type', () => {
    expect(fact('公開', '是')).toEqual({ t: 'bool', v: true });
    expect(fact('公開', 'false')).toEqual({ t: 'bool', v: false });
    expect(fact('會議種類', '常務會議')).toEqual({ t: 'enum', v: '常務會議', enum: '會議種類' });
    expect(fact('會議日期', '2026-09-28')).toEqual({ t: 'date', v: day('2026-09-28') });
    expect(fact('會議日期', '２０２６-０９-２８')).toEqual({ t: 'date', v: day('2026-09-28') });
    expect(fact('開始時刻', '2026-09-28T09:30')).toEqual({ t: 'time', v: day('2026-09-28') * 1440 + 570 });
    expect(fact('初稿完成', '2026-09-30')).toEqual({ t: 'event', v: day('2026-09-30') });
    expect(fact('初稿完成', '未發生')).toEqual({ t: 'event', v: 'not-yet' });
    expect(fact('事項數', '3')).toEqual({ t: 'number', v: 3, unit: '項' });
    expect(fact('事項數', '3 項')).toEqual({ t: 'number', v: 3, unit: '項' });
    expect(fact('事項數', '三項')).toEqual({ t: 'number', v: 3, unit: '項' });
    expect(fact('系數', '-0.5')).toEqual({ t: 'number', v: -0.5, unit: '' });
    expect(fact('金額', '12.53 萬元')).toEqual({ t: 'number', v: 12_530_000, unit: '元' });
    expect(fact('金額', '1,234.56元')).toEqual({ t: 'number', v: 123_456, unit: '元' });
    expect(fact('金額', '三億元')).toEqual({ t: 'number', v: 3e10, unit: '元' });
    expect(fact('有效期', '5 年')).toEqual({ t: 'duration', v: 5, unit: 'year' });
    expect(fact('有效期', '三個月')).toEqual({ t: 'duration', v: 3, unit: 'month' });
    expect(fact('辦理期', '3 個工作日')).toEqual({ t: 'duration', v: 3, unit: 'workday' });
    expect(fact('辦理期', '3')).toEqual({ t: 'duration', v: 3, unit: 'workday' });
    expect(fact('備考', '007')).toEqual({ t: 'text', v: '007' });
    expect(fact('備考', 'true')).toEqual({ t: 'text', v: 'true' });
    expect(fact('公開', '未知')).toEqual({ t: 'unknown' });
    expect(fact('公開', '~')).toEqual({ t: 'unknown' });
  });

  it('reads sets and lists', () => {
    const of = { t: 'enum', enum: '風險類型' };
    const both = { t: 'set', v: ['法律風險', '財政風險'], of };
    expect(fact('風險', '[財政風險, 法律風險, 財政風險]')).toEqual(both);
    expect(fact('風險', '財政風險、法律風險')).toEqual(both);
    expect(fact('風險', '空')).toEqual({ t: 'set', v: [], of });
    expect(fact('風險', '[]')).toEqual({ t: 'set', v: [], of });
    expect(fact('出訪記錄', '[]')).toEqual({ t: 'list', v: [], record: '出訪' });
    expect(fact('出訪記錄', '空')).toEqual({ t: 'list', v: [], record: '出訪' });
    const trips = fact(
      '出訪記錄',
      '\n    - 出發日期: 2026-01-01\n      目的地: 某地\n    - { 目的地: 未知 }',
    );
    expect(trips).toMatchObject({
      v: [
        { 出發日期: { t: 'date', v: day('2026-01-01') }, 目的地: { t: 'text', v: '某地' } },
        { 目的地: { t: 'unknown' } },
      ],
    });
  });

  it('refuses what is no value of the type, at the value', () => {
    expect(wrong('公開', '也許')).toEqual(['case-wants-bool「也許」']);
    expect(wrong('公開', '[是]')).toEqual(['case-wants-bool「[是]」']);
    expect(wrong('會議種類', '常務會議議')).toEqual(['case-unknown-member「常務會議議」']);
    expect(wrong('會議種類', '[常務會議]')).toEqual(['case-wants-member「[常務會議]」']);
    expect(wrong('會議日期', '2026-02-30')).toEqual(['case-invalid-date「2026-02-30」']);
    expect(wrong('會議日期', '2026年9月28日')).toEqual(['case-wants-date「2026年9月28日」']);
    expect(wrong('會議日期', '未發生')).toEqual(['case-wants-date「未發生」']);
    expect(wrong('開始時刻', '2026-09-28')).toEqual(['case-wants-time「2026-09-28」']);
    expect(wrong('開始時刻', '2026-09-28T24:30')).toEqual(['case-invalid-date「2026-09-28T24:30」']);
    expect(wrong('初稿完成', '是')).toEqual(['case-wants-event「是」']);
    expect(wrong('事項數', '3 次')).toEqual(['case-unit-mismatch「3 次」']);
    expect(wrong('事項數', '多')).toEqual(['case-wants-number「多」']);
    expect(wrong('系數', '1e20')).toEqual(['case-out-of-range「1e20」']);
    expect(wrong('系數', '.inf')).toEqual(['case-wants-number「.inf」']);
    expect(wrong('金額', '500')).toEqual(['case-wants-money「500」']);
    expect(wrong('金額', '0.001 元')).toEqual(['case-wants-money「0.001 元」']);
    expect(wrong('有效期', '5')).toEqual(['case-wants-duration「5」']);
    expect(wrong('有效期', '1.5 年')).toEqual(['case-wants-duration「1.5 年」']);
    expect(wrong('辦理期', '3 天')).toEqual(['case-unit-mismatch「3 天」']);
    expect(wrong('風險', '[財政風險, 法律]')).toEqual(['case-unknown-member「法律」']);
    expect(wrong('風險', '財政風險、法律')).toEqual(['case-unknown-member「法律」']);
    expect(wrong('風險', '{a: 1}')).toEqual(['case-wants-set「{a: 1}」']);
    expect(wrong('出訪記錄', '某地')).toEqual(['case-wants-list「某地」']);
    expect(wrong('出訪記錄', '[{ 目的: 某地 }]')).toEqual(['case-unknown-field「目的」']);
    expect(wrong('出訪記錄', '[{ 出發日期: 昨天 }]')).toEqual(['case-wants-date「昨天」']);
    expect(wrong('備考', '[a]')).toEqual(['case-wants-text「[a]」']);
    expect(wrong('議題', '[a]')).toEqual(['case-wants-reference「[a]」']);
  });

  it('mends dates written another way', () => {
    const { diagnostics } = read('事項: 會議紀要\n事實: { 會議日期: 2026/9/28 }');
    expect(diagnostics[0]?.fix?.edits[0]?.text).toBe('2026-09-28');
  });
});

describe('names', () => {
  it('finds 简體, full width, aliases and English keys', () => {
    const traditional = read('案件: 甲\n行為日期: 2026-09-28\n事項: 會議紀要\n事實:\n  會議種類: 常務會議\n');
    for (const text of [
      '案件: 甲\n行为日期: 2026-09-28\n事项: 会议纪要\n事实:\n  会议种类: 常务会议\n',
      'title: 甲\nactDate: 2026-09-28\nkind: 會議紀要\nfacts:\n  會議類型: 常會\n',
      '\r\n案件: 甲\r\n行為日期: 2026-09-28\r\n事項: 會議紀要\r\n事實:\r\n  會議種類: "常務會議"\r\n',
      '{"案件":"甲","行為日期":"2026-09-28","事項":"會議紀要","事實":{"會議種類":"常務會議"}}',
    ]) {
      const strip = (r: typeof traditional) =>
        JSON.stringify(r, (key, value) => (key === 'span' ? undefined : value));
      expect(strip(read(text))).toBe(strip(traditional));
    }
    expect(read('事項: 議題\n事實: { 檔案數: 3 }').value[0]?.matters[0]?.facts).toHaveProperty('文件數');
  });

  it('says what was meant', () => {
    expect(told('事項: 會議記要\n')).toEqual(['case-unknown-kind「會議記要」']);
    const { diagnostics } = read('事項: 會議紀要\n事實:\n  會義種類: 常務會議\n');
    expect(diagnostics[0]).toMatchObject({
      code: 'case-unknown-fact',
      hint: { zh: '是不是「會議種類」？' },
      span: { start: 15, end: 19 },
    });
    expect(told('事項: 會議紀要\n參數: { 督促間隔: 3 個月 }')).toEqual([
      'case-unknown-parameter「督促間隔」',
    ]);
    expect(told('事項: 會議紀要\n參數: { 定期督促間隔: 未知 }')).toEqual([
      'case-parameter-without-value「未知」',
    ]);
    expect(told('事項: 會議紀要\n讀法: { 六年起算: 甲 }')).toEqual(['case-unknown-reading「六年起算」']);
    expect(told('事項: 會議紀要\n讀法: { 五年起算: 甲 }')).toEqual(['case-unknown-option「甲」']);
    expect(told('事項: 會議紀要\n事由: 甲')).toEqual(['case-unknown-key「事由」']);
  });

  it('reads parameters, readings and expectations', () => {
    const { value, diagnostics } = read(
      '事項: 會議紀要\n參數: { 定期督促間隔: 3 個月 }\n讀法: { 五年起算: 自发布日起算 }\n期望: { 甲: 合規, 乙: { 缺: [丙] } }',
    );
    expect(diagnostics).toEqual([]);
    expect(value[0]?.params.定期督促間隔?.value).toEqual({ t: 'duration', v: 3, unit: 'month' });
    expect(value[0]?.readings.五年起算?.option).toBe('自發布日起算');
    expect(value[0]?.expected).toMatchObject([
      { key: '甲', value: '合規' },
      { key: '乙', value: [{ key: '缺', value: ['丙'] }] },
    ]);
    expect(told('事項: 會議紀要\n期望: 合規')).toEqual(['case-not-a-mapping「合規」']);
  });
});

describe('不可改', () => {
  const kept = (text: string) => read(text).value[0]?.kept;
  const matters = '事項組:\n  - { 編號: 甲.1, 事項: 會議紀要 }\n  - { 編號: 乙, 事項: 會議紀要 }\n';
  it('names facts of every matter, or of one, in any spelling', () => {
    expect(kept(`不可改: [会议日期, 甲.1.初稿完成]\n${matters}`)).toEqual([
      { fact: '會議日期' },
      { matter: '甲.1', fact: '初稿完成' },
    ]);
    expect(kept('事項: 會議紀要\nkept: 會議日期\n')).toEqual([{ fact: '會議日期' }]);
    expect(kept('事項: 會議紀要\n不可改:\n')).toEqual([]);
    expect(kept('事項: 會議紀要\n')).toBeUndefined();
  });
  it('names nothing that is not there', () => {
    expect(told(`不可改: [會議日子, 丙.會議日期]\n${matters}`)).toEqual([
      'case-unknown-kept「會議日子」',
      'case-unknown-kept「丙.會議日期」',
    ]);
    expect(told('事項: 會議紀要\n不可改: [{ 會議日期: 是 }]\n')).toEqual([
      'case-not-text「{ 會議日期: 是 }」',
    ]);
  });
});

describe('judgements', () => {
  const given = (value: string) => {
    const { value: cases, diagnostics } = read(`事項: 會議紀要\n事實:\n  涉及重大事項: ${value}\n`);
    return { fact: cases[0]?.matters[0]?.facts.涉及重大事項, codes: diagnostics.map((d) => d.code) };
  };
  it('need an attester whom the vocabulary names', () => {
    expect(given('{ 值: 是, 認定: 区长, 日期: 2026-09-28, 理由: 影響廣 }')).toMatchObject({
      codes: [],
      fact: { value: { v: true }, attestation: { by: '區長', date: day('2026-09-28'), ground: '影響廣' } },
    });
    expect(given('是')).toMatchObject({ codes: ['judgement-unattested'], fact: { rejected: 'unattested' } });
    expect(given('{ 值: 是 }')).toMatchObject({
      codes: ['judgement-unattested'],
      fact: { rejected: 'unattested' },
    });
    expect(given('{ 值: 是, 認定: 承辦人 }')).toMatchObject({
      codes: ['judgement-wrong-attester'],
      fact: { rejected: 'wrong-attester', attestation: { by: '承辦人' } },
    });
    expect(given('未知')).toMatchObject({ codes: [], fact: { value: { t: 'unknown' } } });
    expect(given('未知').fact).not.toHaveProperty('rejected');
    expect(given('{ 認定: 區長 }').codes).toEqual(['judgement-without-value']);
    expect(given('{ 值: 是, 認定: 區長, 原因: 無 }').codes).toEqual(['judgement-unknown-key']);
    expect(given('{ 值: 是, 認定: 區長, 日期: 2026-02-30 }').codes).toEqual(['case-invalid-date']);
  });
  it('are not made of ordinary facts', () => {
    expect(wrong('公開', '{ 值: 是, 認定: 區長 }')).toEqual([
      'attestation-not-needed「{ 值: 是, 認定: 區長 }」',
    ]);
    expect(wrong('公開', '{ 認: 是 }')).toEqual(['case-wants-bool「{ 認: 是 }」']);
  });
});

describe('several matters and cases', () => {
  it('links matters by their ids', () => {
    const text = `事項組:
  - { 編號: 紀要一, 事項: 會議紀要, 行為日期: 2026-09-01, 事實: { 議題: 议题一 } }
  - { 編號: 議題一, 事項: 議題 }
`;
    const { value, diagnostics } = read(text);
    expect(diagnostics).toEqual([]);
    expect(value[0]?.matters.map((m) => m.id)).toEqual(['紀要一', '議題一']);
    expect(value[0]?.matters[0]?.facts.議題?.value).toEqual({ t: 'ref', v: '議題一', kind: '議題' });
    expect(value[0]?.matters[0]?.actDate).toBe(day('2026-09-01'));
  });
  it('reports dangling and wrong references, double ids, missing kinds', () => {
    const two = (ref: string, id: string) =>
      told(
        `事項組:\n  - { 編號: a, 事項: 會議紀要, 事實: { 議題: ${ref} } }\n  - { 編號: ${id}, 事項: 議題 }\n`,
      );
    expect(two('c', 'b')).toEqual(['case-reference-unknown「c」']);
    expect(two('a', 'b')).toEqual(['case-reference-kind「a」']);
    expect(two('a', 'a')).toContain('case-duplicate-matter「a」');
    expect(told('事項組:\n  - { 事實: {} }\n')).toEqual(['case-kind-missing「事實」']);
    expect(told('事項組:\n  - { 事項: 議題, 參數: {} }\n')).toEqual(['case-unknown-key「參數」']);
    expect(told('案件: 甲\n')).toEqual(['case-kind-missing「案件」']);
    expect(told('事項組: 甲\n')).toEqual(['case-not-a-list「甲」']);
    expect(told('事項組: []\n')).toEqual(['case-kind-missing「事項組」']);
  });
  it('gives ids to those without one', () => {
    const { value } = read(
      '事項: 會議紀要\n事項組:\n  - 事項: 議題\n  - 事項: 議題\n  - { 事項: 議題, 編號: 議題 }',
    );
    expect(value[0]?.matters.map((m) => m.id)).toEqual(['會議紀要', '議題#2', '議題#3', '議題']);
  });
  it('reads many cases from documents, lists and 案件', () => {
    const titles = (text: string, name?: string) => {
      const { value, diagnostics } = read(text, name);
      expect(diagnostics).toEqual([]);
      return value.map((c) => c.title);
    };
    expect(titles('案件: 甲\n事項: 議題\n---\n事項: 議題\n---\n')).toEqual(['甲', 'case#2']);
    expect(titles('- { 案件: 甲, 事項: 議題 }\n- { 案件: 乙, 事項: 議題 }')).toEqual(['甲', '乙']);
    expect(titles('案件:\n  - { 案件: 甲, 事項: 議題 }')).toEqual(['甲']);
    expect(titles('{"案件":[{"事項":"議題"}]}', 'dir/a.json')).toEqual(['a']);
  });
});

describe('files', () => {
  it('reports what is no YAML or JSON, in place', () => {
    expect(told('')).toEqual(['case-empty「」']);
    expect(told('# nothing\n')).toEqual(['case-empty「」']);
    expect(told('案件：甲\n事項: 議題')).toEqual(['case-colon「：」']);
    expect(told('事項:議題')).toEqual(['case-colon「:」']);
    expect(told('事項: 議題\n事實:\n  題目：甲')).toEqual(['case-colon「：」']);
    expect(told('事項: 議題\n事實:\n\t題目: 甲')).toEqual(['case-yaml-tab「\t」']);
    expect(told('事項: "議題')[0]).toMatch(/^case-yaml-unclosed/);
    expect(told('事項: @議題')).toEqual(['case-yaml-quote「@」']);
    expect(told('事項: 議題: 甲')[0]).toMatch(/^case-yaml-layout/);
    expect(told('事項: !x 議題')[0]).toMatch(/^case-yaml-syntax/);
    expect(told('事項: *甲')).toEqual(['case-unknown-anchor「*甲」', 'case-kind-missing「」']);
    expect(told('{"事項": "議題",}', 'a.json')).toEqual(['case-json-syntax「}」']);
    expect(told('{"事項": "議題"', 'a.json')).toEqual(['case-json-syntax「」']);
    expect(told('事項: 議題', 'a.json')[0]).toMatch(/^case-json-syntax/);
    expect(told('{\n\t"事項": "議題",\n\t"事實": {"題目": "\\u7532/\\/"}\n}', 'a.json')).toEqual([]);
    expect(told('甲')).toEqual(['case-not-a-mapping「甲」']);
  });
  it('refuses double keys and names of the machine', () => {
    expect(told('事項: 議題\n事項: 議題')).toEqual(['case-duplicate-key「事項」']);
    expect(told('事項: 議題\nkind: 議題')).toEqual(['case-duplicate-key「kind」']);
    expect(told('事項: 會議紀要\n事實: { 會議種類: 常務會議, 会议类型: 常務會議 }')).toEqual([
      'case-duplicate-key「会议类型」',
    ]);
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      expect(told(`事項: 議題\n事實:\n  ${key}: 1`)).toEqual([`case-forbidden-key「${key}」`]);
      expect(told(`{"事項":"議題","${key}":{"a":1}}`, 'a.json')).toEqual([`case-forbidden-key「"${key}"」`]);
    }
    expect(told('事項: 議題\n事實: { toString: 1, hasOwnProperty: 2 }')).toHaveLength(2);
    expect(told('事項: toString')).toEqual(['case-unknown-kind「toString」']);
    expect(told('事項: 議題\n? [a]\n: 1')[0]).toMatch(/^case-key-not-text/);
  });
  it('bounds references, depth and size', () => {
    expect(told('事項: &k 議題\n備註: *k')).toEqual([]);
    let bomb = 'a0: &a0 [x, x]\n';
    for (let i = 1; i < 30; i++) bomb += `a${i}: &a${i} [*a${i - 1}, *a${i - 1}]\n`;
    expect(told(bomb)[0]).toMatch(/^case-too-many-aliases/);
    expect(told('a: &a [*a]')[0]).toMatch(/^case-unknown-anchor/);
    let deep = `a0: &a0 ${'['.repeat(60)}${']'.repeat(60)}\n`;
    for (let i = 1; i < 40; i++) deep += `a${i}: &a${i} ${'['.repeat(60)}*a${i - 1}${']'.repeat(60)}\n`;
    expect(told(deep)[0]).toMatch(/^case-too-deep/);
    for (const [text, name] of [
      ['['.repeat(100_000), 'a.yaml'],
      ['- '.repeat(100_000), 'a.yaml'],
      [`${'[{"a":'.repeat(5000)}1${'}]'.repeat(5000)}`, 'a.json'],
    ] as const) {
      expect(told(text, name)[0]).toMatch(/^case-too-deep/);
    }
    expect(told(' '.repeat(5_000_000))[0]).toMatch(/^case-too-large/);
  });
});

describe('the frame of a case', () => {
  it('wants a text where a title or an id stands', () => {
    expect(told('事項組:\n  - 編號: [甲]\n    事項: 會議紀要\n    事實: {}\n')).toContain(
      'case-not-text「[甲]」',
    );
  });
});
