import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCases } from '../../src/facts/read-cases.ts';
import { caseSchema, jsonSchema } from '../../src/facts/schema.ts';
import { MODEL } from './facts-model.ts';

const accepted = (data: unknown) =>
  readCases({ name: 'case.json', text: JSON.stringify(data) }, MODEL).diagnostics.every(
    (d) => d.severity !== 'error',
  );
const schema = caseSchema(MODEL, '會議紀要');

/** Values right and wrong for any type, in many spellings. */
const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    ...[true, false, null, 0, 3, -1, 2.5, 1e20, 1e-7, 999_999, 1_000_000],
    ...['是', '否', 'TRUE', '未知', 'unknown', '空', '未發生', '未发生', 'not-yet', ''],
    ...[
      '常務會議',
      '常务会议',
      '常會',
      '專題',
      '法律風險',
      '财政风险',
      '法律風險、財政風險',
      '法律風險,風險',
    ],
    ...['2026-09-28', '2026-02-30', '２０２６-０９-２８', '2026/9/28', '0000-01-01', '2026-09-28T09:00'],
    ...[
      '2026-09-28 09:00',
      '2026-09-28T25:00',
      '3 項',
      '三项',
      '3 次',
      '1e3',
      '1e-7',
      '12.5 萬元',
      '0.001元',
    ],
    ...[
      '1,200元',
      '人民幣3萬元',
      '99999999999999999 元',
      '3 個工作日',
      '3个工作日',
      '5年',
      '半年',
      '3 天',
      '-3 天',
    ],
    ...['0003', '+3', '甲', ' ', '[', '- a', 'a: b', '「」', '#'],
  ),
  fc.string({ maxLength: 6 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (Object.is(x, -0) ? 0 : x)),
  fc.integer(),
);
const record = fc.dictionary(
  fc.constantFrom('出發日期', '出发日期', '目的地', '天數', '目的', '值', '認定'),
  scalar,
);
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.array(record, { maxLength: 2 }),
  record,
  fc.dictionary(fc.constantFrom('值', 'value', '認定', '日期', '理由', '因'), scalar),
);
const factName = fc.constantFrom(
  ...Object.keys(MODEL.kinds.會議紀要?.facts ?? {}),
  '會議類型',
  '会议类型',
  'toString',
  '__proto__',
);

describe('the schema of a case', () => {
  it('accepts exactly what readCases accepts, one fact', () => {
    let good = 0;
    const runs = 6000;
    fc.assert(
      fc.property(factName, value, (name, v) => {
        const data = { 事項: '會議紀要', 事實: Object.fromEntries([[name, v]]) };
        const ok = schema.safeParse(data).success;
        if (ok) good++;
        expect({ data, ok }).toEqual({ data, ok: accepted(data) });
      }),
      { numRuns: runs, seed: 7 },
    );
    // Both answers must be common, or the comparison would say nothing.
    expect(good).toBeGreaterThan(runs / 20);
    expect(good).toBeLessThan((runs * 9) / 10);
  });

  it('accepts exactly what readCases accepts, whole cases', () => {
    const key = fc.constantFrom(
      '案件',
      '行為日期',
      '查核日期',
      'asOf',
      '參數',
      '讀法',
      '備註',
      '编号',
      '其他',
    );
    const part = fc.oneof(
      scalar,
      fc.constantFrom<unknown>(
        { 定期督促間隔: '3 個月' },
        { 定期督促間隔: null },
        { 五年起算: '自发布日起算' },
        { 五年起算: '甲' },
        {},
      ),
    );
    fc.assert(
      fc.property(fc.dictionary(key, part), fc.dictionary(factName, value, { maxKeys: 3 }), (head, facts) => {
        const data = { 事項: '会议纪要', ...head, 事實: facts };
        // 案件 with a list is the form of several cases.
        expect({ data, ok: schema.safeParse(data).success }).toEqual({ data, ok: accepted(data) });
      }),
      { numRuns: 1500, seed: 7 },
    );
  });

  it('is never satisfied by a kind that does not exist', () => {
    expect(caseSchema(MODEL, '__proto__').safeParse({}).success).toBe(false);
  });
});

describe('the JSON Schema', () => {
  it('shows names, members, attestation and examples', () => {
    const printed = JSON.parse(JSON.stringify(jsonSchema(MODEL, '會議紀要')));
    expect(printed.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(printed.additionalProperties).toBe(false);
    expect(printed.required).toEqual(['事項']);
    expect(printed.properties.事項.const).toBe('會議紀要');
    const facts = printed.properties.事實.anyOf[0];
    expect(facts.additionalProperties).toBe(false);
    expect(facts.required).toBeUndefined();
    expect(JSON.stringify(facts.properties.會議種類)).toContain('"enum":["全體會議","常務會議","專題會議"]');
    const judgement = facts.properties.涉及重大事項.anyOf[0];
    expect(Object.keys(judgement.properties)).toEqual(['值', '認定', '日期', '理由']);
    expect(judgement.properties.認定.description).toBe('須由政府辦主任、區長認定');
    expect(facts.properties.會議日期.description).toBe('例如：2026-09-28');
  });

  it('has every form of a case file', () => {
    const printed = JSON.stringify(jsonSchema(MODEL));
    expect(JSON.stringify(jsonSchema(MODEL))).toBe(printed);
    expect(printed).toMatch(/"\$ref":"#\/\$defs\/\w+"/);
    for (const name of ['事項組', '議題', '會議紀要', '題目']) expect(printed).toContain(name);
  });
});
