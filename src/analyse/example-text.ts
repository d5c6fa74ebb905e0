import { formatDate } from '../calendar/date.ts';
import type { Constant, Model } from '../check/model.ts';
import type { Verdict } from '../evaluate/verdict.ts';
import { VERDICT_WORDS } from '../evaluate/verdict-words.ts';
import type { Case, CaseMatter, CaseValue, GivenFact } from '../facts/case.ts';
import { literalText } from '../facts/literal.ts';

/** An example to be written: a case, the norm it is for, and what comes out. */
export interface ExampleDraft {
  readonly name: string;
  readonly norm: string;
  readonly kase: Case;
  readonly verdict: Verdict;
}

/**
 * A case as an 例 block of the language. Matters are called 甲, 乙, … unless there is but one, of the kind that the norm is
 * about. Undefined where an example cannot say it: a matter with a date of its own, a judgement by somebody who may not.
 */
export function exampleText({ name, norm, kase, verdict }: ExampleDraft, model: Model): string | undefined {
  const [firstKind] = model.norms[norm]?.kinds ?? [];
  const [first] = kase.matters;
  const facts = kase.matters.flatMap((m) => Object.values(m.facts));
  if (!first || kase.matters.some((m) => m.actDate !== undefined)) return undefined;
  if (facts.some((f) => f.rejected === 'wrong-attester')) return undefined;
  const single = kase.matters.length === 1 && first.kind === firstKind && !refersTo(first);
  const names = new Map(kase.matters.map((m, i) => [m.id, MATTER_NAMES[i] ?? `案${i + 1}`]));
  const settings = [
    ...(kase.actDate === undefined ? [] : [`行為日期 為 ${formatDate(kase.actDate)}`]),
    ...(kase.asOf === undefined ? [] : [`查核日期 為 ${formatDate(kase.asOf)}`]),
    ...Object.entries(kase.params).map(([param, { value }]) => `${param} ${given(value, names)}`),
    ...Object.entries(kase.readings).map(([reading, { option }]) => `${reading} 為 ${option}`),
  ];
  const matters = kase.matters.flatMap((m, i) => {
    const own = [
      ...(i === 0 ? settings : []),
      ...Object.entries(m.facts).flatMap(([fact, value]) => assignment(m, fact, value, model, names)),
    ];
    return [
      ...(single ? [] : [`  對象 ${names.get(m.id)} : ${m.kind}`]),
      ...filled(own, single ? '  ' : '    '),
    ];
  });
  return [`例 ${name} 於 ${norm}`, ...matters, `  結果 ${VERDICT_WORDS[verdict].zh}`, ''].join('\n');
}

const MATTER_NAMES = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'];

const refersTo = (matter: CaseMatter): boolean =>
  Object.values(matter.facts).some(({ value }) => value.t === 'ref');

function assignment(
  matter: CaseMatter,
  fact: string,
  { value, attestation }: GivenFact,
  model: Model,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  if (value.t === 'unknown') return [];
  const [usual] = model.kinds[matter.kind]?.facts[fact]?.attesters ?? [];
  const said = given(value, names);
  if (!attestation) return [`${fact} ${said}`];
  if (attestation.by === usual && said.startsWith('為 ')) return [`${fact} 認定${said}`];
  return [`${fact} ${said} 由 ${attestation.by} 認定`];
}

/** What stands behind the name: 為 …, 為空, 未發生. */
function given(value: CaseValue | Constant, names: ReadonlyMap<string, string>): string {
  switch (value.t) {
    case 'list':
      return value.v.length === 0
        ? '為空'
        : `為 ${value.v
            .map(
              (row) =>
                `（${Object.entries(row as Readonly<Record<string, CaseValue>>)
                  .filter(([, v]) => v.t !== 'unknown')
                  .map(([field, v]) => `${field} ${given(v, names)}`)
                  .join('；')}）`,
            )
            .join('、')}`;
    case 'set':
      return value.v.length === 0
        ? '為空'
        : `為 ${value.v.map((v) => (value.of.t === 'text' ? `「${v}」` : value.of.t === 'ref' ? (names.get(v) ?? v) : v)).join('、')}`;
    case 'event':
      return value.v === 'not-yet' ? '未發生' : `為 ${formatDate(value.v)}`;
    case 'text':
      return `為 「${value.v}」`;
    case 'ref':
      return `為 ${names.get(value.v) ?? value.v}`;
    case 'unknown':
      return '為 未知';
    default:
      return `為 ${literalText(value)}`;
  }
}

const LINE = 60;

/** Facts on lines of a readable length. */
function filled(parts: readonly string[], indent: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (line !== '' && line.length + part.length > LINE) {
      lines.push(indent + line);
      line = '';
    }
    line = line === '' ? part : `${line} ; ${part}`;
  }
  return line === '' ? lines : [...lines, indent + line];
}
