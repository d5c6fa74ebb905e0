import { formatDate, parseDate } from '../calendar/date.ts';
import { nameKey } from '../check/canonical-name.ts';
import { didYouMean } from '../check/suggest.ts';
import type { Bilingual, Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { caseVerdict } from '../evaluate/evaluate.ts';
import { missingNames } from '../evaluate/example-verdict.ts';
import type { CaseResult, NormResult, Verdict } from '../evaluate/verdict.ts';
import { VERDICT_WORDS } from '../evaluate/verdict-words.ts';
import type { Case, CaseMatter, ExpectedEntry } from '../facts/case.ts';
import type { Plan, PlanNorm } from '../plan/plan.ts';
import type { Actual, Difference, NormPlace } from './difference.ts';

/**
 * What a case expects of itself (期望) against what came out. 結論, 缺 and 期限 may be expected of the whole case, under the
 * 編號 of a matter of that matter, and under the name of a norm of that norm (`規則: 合規` is short for `規則: { 結論: 合規 }`); a norm
 * may also stand under a matter, and is then asked in that matter alone. Every difference is an error at its line, with
 * the norm as related place; a name that is none is one too.
 */
export function scenarioDiagnostics(kase: Case, result: CaseResult, plan: Plan): Diagnostic[] {
  return scenarioDifferences(kase, result, plan).map((d) => d.diagnostic);
}

export function scenarioDifferences(kase: Case, result: CaseResult, plan: Plan): readonly Difference[] {
  const expected = kase.expected ?? [];
  if (expected.length === 0) {
    const diagnostic = report('scenario-without-expectations', kase.span, { title: kase.title });
    return [{ diagnostic, about: [] }];
  }
  const whole = wholeOf(result.norms);
  return expected.flatMap((entry) => {
    const matter = matterNamed(kase, plan, entry.key);
    if (!matter) return judged(entry, whole, result.norms, plan);
    const own = result.norms.filter((n) => n.matter === matter.id);
    return eachOf(entry, (inner) => judged(inner, wholeOf(own), own, plan));
  });
}

/** The norms whose verdict a scenario states, in each matter where it states it. */
export function statedNorms(kase: Case, result: CaseResult, plan: Plan): readonly NormPlace[] {
  const stated = (entries: readonly ExpectedEntry[], among: readonly NormResult[]): readonly NormPlace[] =>
    entries.flatMap((entry): readonly NormPlace[] => {
      const matter = matterNamed(kase, plan, entry.key);
      if (matter)
        return isEntries(entry.value)
          ? stated(
              entry.value,
              result.norms.filter((n) => n.matter === matter.id),
            )
          : [];
      const norm = normNamed(plan, entry.key);
      return norm && wordOf(entry.key) === undefined
        ? placesOf(among.filter((n) => n.norm === norm.name))
        : [];
    });
  return stated(kase.expected ?? [], result.norms);
}

const WORDS = {
  verdict: ['結論', 'verdict'],
  missing: ['缺', 'missing'],
  due: ['期限', 'due'],
} as const;

function wordOf(key: string): keyof typeof WORDS | undefined {
  const wanted = nameKey(key);
  return (['verdict', 'missing', 'due'] as const).find((word) =>
    WORDS[word].some((w) => nameKey(w) === wanted),
  );
}

/** What can be said of a case, a matter or a norm. */
interface Subject {
  /** One of them has to be what is expected: a norm has a verdict in each matter. */
  readonly verdicts: readonly Verdict[];
  readonly missing: readonly string[];
  readonly dues: readonly number[];
  readonly about: readonly NormResult[];
  readonly norm?: PlanNorm;
}

function wholeOf(results: readonly NormResult[]): Subject {
  const verdict = caseVerdict(results);
  const hard = results.filter((n) => n.strength === 'hard');
  const open = hard.filter((n) => n.verdict === 'undetermined' && !n.harmless);
  return {
    verdicts: [verdict],
    missing: [...new Set(open.flatMap((n) => missingNames(n.missing)))].sort(),
    dues: duesOf(results),
    about: hard.filter((n) => n.verdict === verdict && verdict !== 'not-applicable'),
  };
}

function normSubject(norm: PlanNorm, results: readonly NormResult[]): Subject {
  return {
    verdicts: results.map((n) => n.verdict),
    missing: [...new Set(results.flatMap((n) => missingNames(n.missing)))].sort(),
    dues: duesOf(results),
    about: results,
    norm,
  };
}

const duesOf = (results: readonly NormResult[]): readonly number[] => [
  ...new Set(results.flatMap((n) => (n.due === undefined ? [] : [n.due]))),
];

function judged(
  entry: ExpectedEntry,
  whole: Subject,
  results: readonly NormResult[],
  plan: Plan,
): readonly Difference[] {
  if (wordOf(entry.key) !== undefined) return compare(entry, whole);
  const norm = normNamed(plan, entry.key);
  if (!norm) return [unknownName(entry, plan)];
  const subject = normSubject(
    norm,
    results.filter((n) => n.norm === norm.name),
  );
  if (!isEntries(entry.value)) return compareVerdict(entry, entry.key, subject);
  return eachOf(entry, (inner) =>
    wordOf(inner.key) === undefined
      ? [unknownName(inner, plan)]
      : compare(inner, subject, `${entry.key}：${inner.key}`),
  );
}

function compare(entry: ExpectedEntry, subject: Subject, name = entry.key): readonly Difference[] {
  switch (wordOf(entry.key)) {
    case 'missing':
      return compareMissing(entry, name, subject);
    case 'due':
      return compareDue(entry, name, subject);
    default:
      return compareVerdict(entry, name, subject);
  }
}

function compareVerdict(entry: ExpectedEntry, name: string, subject: Subject): readonly Difference[] {
  const expected = typeof entry.value === 'string' ? verdictNamed(entry.value) : undefined;
  if (expected === undefined) {
    const written = typeof entry.value === 'string' ? entry.value : '…';
    const hint = didYouMean(
      written,
      VERDICTS.map((v) => VERDICT_WORDS[v].zh),
    );
    return [
      {
        diagnostic: report('expectation-not-a-verdict', entry.span, { name, written }, hint ? { hint } : {}),
        about: [],
      },
    ];
  }
  if (subject.verdicts.includes(expected)) return [];
  const words = (language: 'zh' | 'en'): string =>
    [...new Set(subject.verdicts)].map((v) => VERDICT_WORDS[v][language]).join('／') || '—';
  const [only, second] = [...new Set(subject.verdicts)];
  return [
    different(
      entry,
      subject,
      name,
      VERDICT_WORDS[expected],
      { zh: words('zh'), en: words('en') },
      {
        ...(subject.norm ? { expected } : {}),
        ...(only !== undefined && second === undefined ? { actual: { kind: 'verdict', verdict: only } } : {}),
      },
    ),
  ];
}

function compareMissing(entry: ExpectedEntry, name: string, subject: Subject): readonly Difference[] {
  const { value } = entry;
  const written =
    typeof value === 'string' ? value.split(/[、,，]/).map((v) => v.trim()) : isEntries(value) ? [] : value;
  const wanted = written.filter((v) => v !== '').sort();
  const keys = (names: readonly string[]): string =>
    names
      .map((n) => nameKey(n))
      .sort()
      .join('\n');
  if (keys(wanted) === keys(subject.missing)) return [];
  const text = same(wanted.join('、') || '—');
  const actual: Actual = { kind: 'missing', names: subject.missing };
  return [different(entry, subject, name, text, same(subject.missing.join('、') || '—'), { actual })];
}

function compareDue(entry: ExpectedEntry, name: string, subject: Subject): readonly Difference[] {
  const day = typeof entry.value === 'string' ? parseDate(entry.value.trim()) : undefined;
  if (day === undefined) {
    const written = typeof entry.value === 'string' ? entry.value : '…';
    return [{ diagnostic: report('expectation-not-a-date', entry.span, { name, written }), about: [] }];
  }
  if (subject.dues.includes(day)) return [];
  const found = same(subject.dues.map(formatDate).join('／') || '—');
  const [only, second] = subject.dues;
  return [
    different(entry, subject, name, same(formatDate(day)), found, {
      ...(only !== undefined && second === undefined ? { actual: { kind: 'due', day: only } } : {}),
    }),
  ];
}

const same = (text: string): Bilingual => ({ zh: text, en: text });

function different(
  { span }: ExpectedEntry,
  { about, norm }: Subject,
  name: string,
  expected: Bilingual,
  actual: Bilingual,
  more: Pick<Difference, 'expected' | 'actual'>,
): Difference {
  const message = { zh: '規則在這裡', en: 'The norm is here' };
  const spans = norm ? [norm.span] : about.slice(0, RELATED).map((n) => n.span);
  const params = {
    name,
    expected: expected.zh,
    actual: actual.zh,
    expectedEn: expected.en,
    actualEn: actual.en,
  };
  const related = spans.map((place) => ({ span: place, message }));
  return {
    diagnostic: report('scenario-differs', span, params, { related }),
    about: placesOf(about),
    words: { name, wanted: expected, found: actual },
    ...more,
  };
}

/** Of a whole case only the first norms that made it what it is are shown. */
const RELATED = 3;

const placesOf = (results: readonly NormResult[]): readonly NormPlace[] =>
  results.map(({ norm, matter }) => ({ norm, matter }));

function unknownName({ key, keySpan }: ExpectedEntry, plan: Plan): Difference {
  const hint = didYouMean(
    key,
    plan.norms.map((n) => n.name),
  );
  return { diagnostic: report('expectation-unknown', keySpan, { name: key }, { hint }), about: [] };
}

/** Entries below another; what should have some and has none is told at its place. */
function eachOf(
  entry: ExpectedEntry,
  each: (inner: ExpectedEntry) => readonly Difference[],
): readonly Difference[] {
  if (isEntries(entry.value) && entry.value.length > 0) return entry.value.flatMap(each);
  return [{ diagnostic: report('expectation-empty', entry.keySpan, { name: entry.key }), about: [] }];
}

const VERDICTS = Object.keys(VERDICT_WORDS) as Verdict[];

/** A verdict in any of the three spellings. */
function verdictNamed(word: string): Verdict | undefined {
  const key = nameKey(word.trim());
  const english = word.trim().toLowerCase();
  return VERDICTS.find(
    (v) =>
      nameKey(VERDICT_WORDS[v].zh) === key || v === english || VERDICT_WORDS[v].en.toLowerCase() === english,
  );
}

const normNamed = (plan: Plan, key: string): PlanNorm | undefined =>
  plan.norms.find((n) => nameKey(n.name) === nameKey(key));

/** A matter by its 編號; a norm of that name, or a word, goes before it. */
const matterNamed = (kase: Case, plan: Plan, key: string): CaseMatter | undefined =>
  wordOf(key) !== undefined || normNamed(plan, key)
    ? undefined
    : kase.matters.find((m) => nameKey(m.id) === nameKey(key));

const isEntries = (value: ExpectedEntry['value']): value is readonly ExpectedEntry[] =>
  Array.isArray(value) && (value.length === 0 || typeof value[0] === 'object');
