import { formatDate } from '../calendar/date.ts';
import { nameKey } from '../check/canonical-name.ts';
import { didYouMean } from '../check/suggest.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { missingNames } from '../evaluate/example-verdict.ts';
import type { CaseResult, NormResult } from '../evaluate/verdict.ts';
import { VERDICT_WORDS } from '../evaluate/verdict-words.ts';
import type { Case, ExpectedEntry } from '../facts/case.ts';
import type { Plan } from '../plan/plan.ts';
import type { Span } from '../text/span.ts';

/**
 * What a case expects of itself (期望) against what came out: 結論, 缺 and 期限 of the whole, the verdict of a norm by its
 * name, and under the 編號 of a matter the verdicts of norms in that matter. Every difference is an error at its line, with
 * the norm as related place; a name that is none is one too.
 */
export function scenarioDiagnostics(kase: Case, result: CaseResult, plan: Plan): Diagnostic[] {
  const expected = kase.expected ?? [];
  if (expected.length === 0)
    return [report('scenario-without-expectations', kase.span, { title: kase.title })];
  return expected.flatMap((entry) => judge(entry, kase, result, plan));
}

const WHOLE = {
  verdict: ['結論', 'verdict'],
  missing: ['缺', 'missing'],
  due: ['期限', 'due'],
} as const;

function judge(entry: ExpectedEntry, kase: Case, result: CaseResult, plan: Plan): Diagnostic[] {
  const { key, value, span } = entry;
  const is = (words: readonly string[]): boolean => words.some((w) => nameKey(w) === nameKey(key));
  if (is(WHOLE.verdict)) return compare(key, value, [wordOf(result.verdict)], span, []);
  if (is(WHOLE.missing)) return compareSets(key, value, openFacts(result), span);
  if (is(WHOLE.due)) {
    const dues = result.norms.flatMap((n) => (n.due === undefined ? [] : [formatDate(n.due)]));
    return compare(key, value, dues, span, []);
  }
  const matter = kase.matters.find((m) => nameKey(m.id) === nameKey(key));
  if (matter && isEntries(value))
    return value.flatMap((inner) =>
      ofNorm(
        inner,
        result.norms.filter((n) => n.matter === matter.id),
        plan,
      ),
    );
  return ofNorm(entry, result.norms, plan);
}

function ofNorm(
  { key, value, span }: ExpectedEntry,
  results: readonly NormResult[],
  plan: Plan,
): Diagnostic[] {
  const norm = plan.norms.find((n) => nameKey(n.name) === nameKey(key));
  if (!norm) {
    const hint = didYouMean(
      key,
      plan.norms.map((n) => n.name),
    );
    return [report('expectation-unknown', span, { name: key }, { hint })];
  }
  const found = results.filter((n) => n.norm === norm.name).map((n) => wordOf(n.verdict));
  const message = { zh: '規則在這裡', en: 'The norm is here' };
  return compare(key, value, found, span, [{ span: norm.span, message }]);
}

/** One of what was found has to be what is wanted: a norm may have a verdict in each matter. */
function compare(
  name: string,
  value: ExpectedEntry['value'],
  found: readonly string[],
  span: Span,
  related: Diagnostic['related'],
): Diagnostic[] {
  const wanted = typeof value === 'string' ? value : undefined;
  if (wanted !== undefined && found.some((f) => nameKey(f) === nameKey(wanted) || english(f) === wanted))
    return [];
  const params = {
    name,
    expected: wanted ?? '…',
    actual: found.length > 0 ? [...new Set(found)].join('／') : '—',
  };
  return [report('scenario-differs', span, params, { related })];
}

function compareSets(
  name: string,
  value: ExpectedEntry['value'],
  found: readonly string[],
  span: Span,
): Diagnostic[] {
  const written =
    typeof value === 'string' ? value.split(/[、,，]/).map((v) => v.trim()) : isEntries(value) ? [] : value;
  const wanted = written.filter((v) => v !== '').sort();
  const same =
    wanted
      .map((w) => nameKey(w))
      .sort()
      .join('\n') ===
    found
      .map((f) => nameKey(f))
      .sort()
      .join('\n');
  if (same) return [];
  const actual = found.length > 0 ? found.join('、') : '—';
  return [report('scenario-differs', span, { name, expected: wanted.join('、') || '—', actual })];
}

/** The facts that keep the case undetermined. */
function openFacts(result: CaseResult): readonly string[] {
  const holding = result.norms.filter(
    (n) => n.verdict === 'undetermined' && !n.harmless && n.strength === 'hard',
  );
  return [...new Set(holding.flatMap((n) => missingNames(n.missing)))].sort();
}

const wordOf = (verdict: NormResult['verdict']): string => VERDICT_WORDS[verdict].zh;
const english = (zh: string): string | undefined => Object.values(VERDICT_WORDS).find((w) => w.zh === zh)?.en;
const isEntries = (value: ExpectedEntry['value']): value is readonly ExpectedEntry[] =>
  Array.isArray(value) && typeof value[0] === 'object';
