import { formatDate } from '../../src/calendar/date.ts';
import { missingNames } from '../../src/evaluate/example-verdict.ts';
import type { CaseResult } from '../../src/evaluate/verdict.ts';
import { VERDICT_WORDS } from '../../src/evaluate/verdict-words.ts';
import type { ExpectedEntry } from '../../src/facts/case.ts';

/** 期望: 結論, 期限, 缺, and any norm by its name with the verdict it has in some matter of the case. */
export function unmet(result: CaseResult, expected: readonly ExpectedEntry[]): string[] {
  return expected.flatMap(({ key, value }) => {
    const got =
      key === '結論'
        ? [VERDICT_WORDS[result.verdict].zh]
        : key === '期限'
          ? result.norms.flatMap((n) => (n.due === undefined ? [] : [formatDate(n.due)]))
          : key === '缺'
            ? [open(result).join('、')]
            : result.norms.filter((n) => n.norm === key).map((n) => VERDICT_WORDS[n.verdict].zh as string);
    const want = Array.isArray(value) ? [...value].sort().join('、') : value;
    return got.some((g) => g === want) ? [] : [`${key}: ${String(want)} ≠ ${got.join('／') || '—'}`];
  });
}
/** The facts that keep the case undetermined. */
function open(result: CaseResult): string[] {
  const holding = result.norms.filter(
    (n) => n.verdict === 'undetermined' && !n.harmless && n.strength === 'hard',
  );
  return [...new Set(holding.flatMap((n) => missingNames(n.missing)))].sort();
}
