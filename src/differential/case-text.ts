import { formatDate } from '../calendar/date.ts';
import type { Constant } from '../check/model.ts';
import type { Case, CaseMatter, CaseValue, GivenFact } from '../facts/case.ts';
import { literalText } from '../facts/literal.ts';

/** A case as a YAML file that reads back as the same case. */
export function caseText(kase: Case): string {
  return [
    `案件: ${quoted(kase.title)}`,
    ...(kase.actDate === undefined ? [] : [`行為日期: ${formatDate(kase.actDate)}`]),
    ...(kase.asOf === undefined ? [] : [`查核日期: ${formatDate(kase.asOf)}`]),
    ...table(
      '參數',
      Object.entries(kase.params).map(([name, p]) => [name, valueText(p.value)]),
    ),
    ...table(
      '讀法',
      Object.entries(kase.readings).map(([name, choice]) => [name, quoted(choice.option)]),
    ),
    '事項組:',
    ...kase.matters.flatMap(matterLines),
    '',
  ].join('\n');
}

const table = (title: string, entries: readonly (readonly [string, string])[]): readonly string[] =>
  entries.length === 0 ? [] : [`${title}:`, ...entries.map(([name, text]) => `  ${quoted(name)}: ${text}`)];

function matterLines({ id, kind, actDate, facts }: CaseMatter): readonly string[] {
  const given = Object.entries(facts);
  return [
    `  - 編號: ${quoted(id)}`,
    `    事項: ${quoted(kind)}`,
    ...(actDate === undefined ? [] : [`    行為日期: ${formatDate(actDate)}`]),
    ...(given.length === 0 ? [] : ['    事實:']),
    ...given.map(([name, fact]) => `      ${quoted(name)}: ${factText(fact)}`),
  ];
}

function factText({ value, attestation }: GivenFact): string {
  if (!attestation) return valueText(value);
  const { by, date, ground } = attestation;
  const more = [
    ...(date === undefined ? [] : [`日期: ${formatDate(date)}`]),
    ...(ground === undefined ? [] : [`理由: ${quoted(ground)}`]),
  ];
  return `{ ${[`值: ${valueText(value)}`, `認定: ${quoted(by)}`, ...more].join(', ')} }`;
}

function valueText(value: CaseValue | Constant): string {
  switch (value.t) {
    case 'unknown':
      return '未知';
    case 'list':
      return `[${value.v
        .map((record) => {
          const fields = Object.entries(record as Readonly<Record<string, CaseValue>>);
          return `{ ${fields.map(([name, v]) => `${quoted(name)}: ${valueText(v)}`).join(', ')} }`;
        })
        .join(', ')}]`;
    case 'set':
      return `[${value.v.map(quoted).join(', ')}]`;
    case 'ref':
      return quoted(value.v);
    default:
      return quoted(literalText(value));
  }
}

/** JSON's quotation marks are YAML's. */
const quoted = (text: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N}:.-]*$/u.test(text) && !/^(true|false|null|yes|no|on|off|\d.*)$/i.test(text)
    ? text
    : JSON.stringify(text);
