import { formatDate } from '../calendar/date.ts';
import type { ExampleDecl } from '../check/model.ts';
import type { Bilingual } from '../diagnostics/diagnostic.ts';
import { exampleDiagnostics, missingNames } from '../evaluate/example-verdict.ts';
import type { CaseResult, NormResult, Verdict } from '../evaluate/verdict.ts';
import { VERDICT_WORDS } from '../evaluate/verdict-words.ts';
import type { Case } from '../facts/case.ts';
import type { Difference, NormPlace } from './difference.ts';

/** Where an example is judged: each norm it names, in its first matter where that applies. */
export function judgedResults(example: ExampleDecl, kase: Case, result: CaseResult): readonly NormResult[] {
  return example.norms.flatMap((norm) => {
    const results = result.norms.filter((r) => r.norm === norm);
    return kase.matters.map((m) => results.find((r) => r.matter === m.id)).find((r) => r !== undefined) ?? [];
  });
}

/** Every norm of an example that does not come out as its 結果 says. */
export function exampleDifferences(
  example: ExampleDecl,
  kase: Case,
  result: CaseResult,
): readonly Difference[] {
  return judgedResults(example, kase, result).flatMap((found) =>
    exampleDiagnostics({ ...example, norms: [found.norm] }, kase, result).map((diagnostic): Difference => {
      const missing = missingNames(found.missing).sort();
      return {
        diagnostic,
        about: [placeOf(found)],
        words: {
          name: found.norm,
          wanted: resultText(example.expect.verdict, example.missing, example.due),
          found: resultText(
            found.verdict,
            example.missing || missing.length > 0 ? missing : undefined,
            example.due === undefined ? undefined : found.due,
          ),
        },
        expected: example.expect.verdict,
        actual: {
          kind: 'result',
          verdict: found.verdict,
          // only what the drafter had written is recorded anew
          ...(example.missing && missing.length > 0 ? { missing } : {}),
          ...(example.due !== undefined && found.due !== undefined ? { due: found.due } : {}),
        },
      };
    }),
  );
}

export const placeOf = ({ norm, matter }: NormResult): NormPlace => ({ norm, matter });

/** As after 結果. */
function resultText(
  verdict: Verdict,
  missing: readonly string[] | undefined,
  due: number | undefined,
): Bilingual {
  const names = missing === undefined || missing.length === 0 ? undefined : missing.join('、');
  const day = due === undefined ? undefined : formatDate(due);
  return {
    zh: `${VERDICT_WORDS[verdict].zh}${names === undefined ? '' : ` 缺 ${names}`}${day === undefined ? '' : ` 期限 ${day}`}`,
    en: `${VERDICT_WORDS[verdict].en}${names === undefined ? '' : ` missing ${names}`}${day === undefined ? '' : ` due ${day}`}`,
  };
}
