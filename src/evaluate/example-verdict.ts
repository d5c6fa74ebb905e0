import { formatDate } from '../calendar/date.ts';
import type { ExampleDecl } from '../check/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { Case } from '../facts/case.ts';
import { invariant } from '../text/invariant.ts';
import type { CaseResult, Missing, NormResult } from './verdict.ts';
import { VERDICT_WORDS } from './verdict-words.ts';

/** Compares what an example expects with what came out, for each norm it names, in its first matter where that applies. */
export function exampleDiagnostics(example: ExampleDecl, kase: Case, result: CaseResult): Diagnostic[] {
  return example.norms.flatMap((norm) => {
    const results = result.norms.filter((r) => r.norm === norm);
    const first = kase.matters
      .map((m) => results.find((r) => r.matter === m.id))
      .find((r) => r !== undefined);
    invariant(first, `${norm} applies to a matter of ${example.name}`);
    return differences(example, first);
  });
}

function differences(example: ExampleDecl, actual: NormResult): Diagnostic[] {
  const { expect } = example;
  if (actual.verdict !== expect.verdict) {
    const names = missingNames(actual.missing).join('、');
    return [
      report('example-verdict', expect.span, {
        example: example.name,
        norm: actual.norm,
        expected: VERDICT_WORDS[expect.verdict].zh,
        actual: VERDICT_WORDS[actual.verdict].zh,
        expectedEn: VERDICT_WORDS[expect.verdict].en,
        actualEn: VERDICT_WORDS[actual.verdict].en,
        detail: names ? `尚缺：${names}` : '',
        detailEn: names ? `Missing: ${names}` : '',
      }),
    ];
  }
  const found: Diagnostic[] = [];
  if (example.missing) {
    const expected = [...example.missing].sort().join('、');
    const got = missingNames(actual.missing).sort().join('、');
    if (expected !== got)
      found.push(report('example-missing', expect.span, { example: example.name, expected, actual: got }));
  }
  if (example.due !== undefined && example.due !== actual.due) {
    const got = actual.due === undefined ? '—' : formatDate(actual.due);
    found.push(
      report('example-due', expect.span, {
        example: example.name,
        expected: formatDate(example.due),
        actual: got,
      }),
    );
  }
  return found;
}

/** The names a drafter writes after 缺. */
export function missingNames(missing: readonly Missing[]): string[] {
  return [...new Set(missing.map(missingName))];
}

function missingName(m: Missing): string {
  switch (m.kind) {
    case 'fact':
    case 'link':
      return m.fact;
    case 'field':
      return m.field;
    case 'param':
      return m.name;
    case 'actDate':
      return '行為日期';
    case 'calendar':
      return '工作日曆';
    case 'gap':
    case 'conflict':
      return m.definition;
  }
}
