import type { FactDecl, KindDecl, Model, Type } from '../../src/check/model.ts';

const span = { file: 'model.norm', start: 0, end: 0 };

export function fact(name: string, kind: string, type: Type, more: Partial<FactDecl> = {}): FactDecl {
  return { name, span, type, kind, aliases: [], attesters: [], ...more };
}

function byName<T extends { readonly name: string }>(items: readonly T[]): Record<string, T> {
  return Object.fromEntries(items.map((i) => [i.name, i]));
}

const enumType = (name: string): Type => ({ t: 'enum', enum: name });

const minutes = '會議紀要';
const kinds: KindDecl[] = [
  {
    name: minutes,
    span,
    parents: [],
    lineage: [minutes],
    cites: [],
    facts: byName([
      fact('會議種類', minutes, enumType('會議種類'), { aliases: ['會議類型'] }),
      fact('會議日期', minutes, { t: 'date' }),
      fact('開始時刻', minutes, { t: 'time' }),
      fact('初稿完成', minutes, { t: 'event' }),
      fact('涉及重大事項', minutes, { t: 'bool' }, { attesters: ['政府辦主任', '區長'] }),
      fact('公開', minutes, { t: 'bool' }),
      fact('事項數', minutes, { t: 'number', unit: '項' }),
      fact('系數', minutes, { t: 'number', unit: '' }),
      fact('金額', minutes, { t: 'number', unit: '元' }),
      fact('有效期', minutes, { t: 'duration' }),
      fact('辦理期', minutes, { t: 'duration', unit: 'workday' }),
      fact('風險', minutes, { t: 'set', of: enumType('風險類型') }),
      fact('出訪記錄', minutes, { t: 'list', record: '出訪' }),
      fact('議題', minutes, { t: 'ref', kind: '議題' }),
      fact('備考', minutes, { t: 'text' }),
    ]),
  },
  {
    name: '議題',
    span,
    parents: [],
    lineage: ['議題'],
    cites: [],
    facts: byName([fact('題目', '議題', { t: 'text' }), fact('文件數', '議題', { t: 'number', unit: '' })]),
  },
];

/** A small vocabulary with a fact of every type. */
export const MODEL: Model = {
  enums: byName([
    { name: '會議種類', span, members: ['全體會議', '常務會議', '專題會議'], memberSpans: {} },
    { name: '風險類型', span, members: ['法律風險', '財政風險', '社會穩定風險'], memberSpans: {} },
  ]),
  groups: {},
  kinds: byName(kinds),
  records: byName([
    {
      name: '出訪',
      span,
      cites: [],
      fields: byName([
        fact('出發日期', '', { t: 'date' }),
        fact('目的地', '', { t: 'text' }),
        fact('天數', '', { t: 'duration', unit: 'day' }),
      ]),
    },
  ]),
  parameters: byName([{ name: '定期督促間隔', span, type: { t: 'duration' } as Type, cites: [] }]),
  readings: byName([
    {
      name: '五年起算',
      span,
      options: [
        { name: '自施行日起算', span },
        { name: '自發布日起算', span },
      ],
      adopted: '自施行日起算',
      cites: [],
    },
  ]),
  definitions: {},
  norms: {},
  declaratory: {},
  quotations: [],
  examples: [],
  units: ['項'],
  aliases: [['檔案', '文件']],
  nameAliases: { 常會: '常務會議' },
};
