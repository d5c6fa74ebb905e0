import type { RuleOwner } from '../analyse/reach.ts';
import type { Cite, Model } from '../check/model.ts';
import { MEASURES, type Measure } from '../coverage/coverage.ts';
import type { Bilingual, Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { NORM_HERE } from '../report/case-findings.ts';
import { citesOfNorms } from '../report/cited.ts';
import type { Checked, Figure, Finding, Suite } from '../report/findings.ts';
import type { SourceTable } from '../report/source-table.ts';
import type { Voice } from '../report/voice.ts';
import type { Span } from '../text/span.ts';
import type { TestResult } from '../verify/test-report.ts';
import { MESSAGES } from './messages.ts';
import type { UsableRulebook } from './rulebook.ts';
import type { Tested } from './test-command.ts';
import { expectedAndFound } from './test-failure.ts';
import { percentOf, type Score, type Threshold, type Thresholds } from './thresholds.ts';

/** What one rulebook's tests, coverage and mutants came to: a test each, and each measure as if it were one. */
export function testSuite(tested: Tested, thresholds: Thresholds, sources: SourceTable, voice: Voice): Suite {
  const { book, rulebook, report: run, coverage, mutation, below } = tested;
  const file = rulebook.files[0]?.name ?? book;
  const measured = (measure: Threshold, diagnostics: readonly Finding[]): Checked => ({
    name: voice.say(MESSAGES[`measure.${measure}`]),
    file,
    diagnostics: [...(below.get(measure) ? [below.get(measure) as Diagnostic] : []), ...diagnostics],
  });
  const tests = run.tests.map((t) => ({
    name: t.name,
    file: t.span.file,
    diagnostics: failures(t, rulebook, sources, voice),
  }));
  const gaps = coverage ? MEASURES.map((m) => measured(m, untried(tested, m))) : [];
  const mutants = mutation ? [measured('mutation', mutation.survivors)] : [];
  const scores: readonly (readonly [Threshold, Score])[] = [
    ...(coverage ? MEASURES.map((m) => [m, coverage.report.totals[m]] as const) : []),
    ...(mutation ? [['mutation', mutation.score] as const] : []),
  ];
  const figures = scores.map(([measure, score]) => figure(measure, score, thresholds.get(measure)));
  return { name: book, file, checked: [...tests, ...gaps, ...mutants], figures };
}

/** Each with the norms that it is about, where it does not show them itself, and their provisions. */
const failures = (
  test: TestResult,
  rulebook: UsableRulebook,
  sources: SourceTable,
  voice: Voice,
): readonly Finding[] =>
  test.differences.map((difference) => {
    const { model } = rulebook;
    const { diagnostic, about } = difference;
    const names = [...new Set(about.map((a) => a.norm))];
    const norms = names.flatMap((name) => model.norms[name] ?? []);
    const places = norms.map(({ span }) => ({ span, message: NORM_HERE }));
    const related = diagnostic.related.length > 0 ? diagnostic.related : places;
    const beside = expectedAndFound(test, difference, rulebook, sources, voice);
    return { ...diagnostic, related, cites: citesOfNorms(model, names), beside };
  });

function figure(measure: Threshold, score: Score, threshold: number | undefined): Figure {
  return {
    label: MESSAGES[`measure.${measure}`],
    covered: score.covered,
    all: score.all,
    percent: percentOf(score),
    ...(threshold === undefined ? {} : { threshold }),
  };
}

/** What no test tries of one measure, at its place, with the missing example in words. */
function untried({ coverage, rulebook }: Tested, measure: Measure): readonly Finding[] {
  const { items } = coverage?.report ?? { items: [] };
  return items
    .filter((item) => item.measure === measure)
    .flatMap((item) =>
      item.missing.map((sentence) => {
        const text = coverage?.proposals?.get(sentence)?.text;
        const params = { sentence: sentence.zh, sentenceEn: sentence.en };
        const d = report('untried', item.span, params, {
          hint: text === undefined ? undefined : pasted(text),
        });
        return { ...d, cites: citesOf(rulebook.model, item.owner) };
      }),
    );
}

/** A change of the rules that no example notices, at the place that was changed. */
export function survivorFinding(
  model: Model,
  { owner, span, change }: { readonly owner: RuleOwner; readonly span: Span; readonly change: Bilingual },
  proposal: string | undefined,
): Finding {
  const params = { name: owner.name, change: change.zh, changeEn: change.en };
  const hint = proposal === undefined ? undefined : pasted(proposal);
  return { ...report('mutant-survived', span, params, { hint }), cites: citesOf(model, owner.name) };
}

const citesOf = ({ norms, definitions, readings }: Model, name: string): readonly Cite[] =>
  (norms[name] ?? definitions[name] ?? readings[name])?.cites ?? [];

/** An example that can be pasted, as a hint. */
const pasted = (text: string): Bilingual => ({
  zh: `可補這個例，結論請核對：\n${text}`,
  en: `This example would do; check its verdict:\n${text}`,
});
