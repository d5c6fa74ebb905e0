import { chinaCalendar } from '../calendar/china.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { hasErrors } from '../pipeline.ts';
import { diagnosticJson } from '../report/diagnostic-json.ts';
import { printable } from '../text/display-width.ts';
import { runTests, type TestReport } from '../verify/test-report.ts';
import { loadScenarios } from './cases.ts';
import { EXIT } from './exit-code.ts';
import { kindOf } from './files.ts';
import { MESSAGES, say } from './messages.ts';
import type { BookMutation } from './mutate-book.ts';
import { type OutputOptions, type Outputs, type Told, withOutputs } from './outputs.ts';
import { type UsableRulebook, useRulebook } from './rulebook.ts';
import { allRulebookPaths, booksIn, readRulebook } from './rulebook-files.ts';
import type { Session } from './session.ts';
import type { BookCoverage } from './test-coverage.ts';
import { printFailure } from './test-failure.ts';
import { testSuite } from './test-findings.ts';
import {
  configuredThresholds,
  isBelow,
  percentOf,
  readThresholds,
  type Score,
  type Threshold,
  type Thresholds,
} from './thresholds.ts';

/** What it says itself, without a report. */
export const TEST_FORMATS = ['pretty', 'json'] as const;

export interface TestCommandOptions extends OutputOptions {
  readonly run?: string;
  readonly coverage?: boolean;
  /** Examples to paste for what is not covered. */
  readonly propose?: boolean;
  readonly mutate?: boolean;
  /** Per cent below which the run has failed: of all measures, or `measure=percent` for some. */
  readonly threshold?: string;
  /** The thresholds of the configuration, where there is no `--threshold`. */
  readonly gates?: Parameters<typeof configuredThresholds>[0];
  readonly watch?: boolean;
  readonly update?: boolean;
  readonly failOnEmpty?: boolean;
}

/** What was found in one rulebook. */
export interface Tested {
  readonly book: string;
  readonly rulebook: UsableRulebook;
  readonly report: TestReport;
  readonly coverage?: BookCoverage;
  readonly coverageJson?: object;
  readonly mutation?: BookMutation;
  /** Thresholds that were missed. */
  readonly below: ReadonlyMap<Threshold, Diagnostic>;
}

/** Examples and scenario files of each rulebook. 1 if one fails or a threshold is missed; nothing to run is an error. */
export async function testCommand(
  session: Session,
  args: readonly string[],
  options: TestCommandOptions,
): Promise<void> {
  await withOutputs(session, 'test', TEST_FORMATS, options, (listening, outputs) =>
    testBooks(listening, outputs, args, options),
  );
}

async function testBooks(
  session: Session,
  outputs: Outputs,
  args: readonly string[],
  options: TestCommandOptions,
): Promise<Told | undefined> {
  const thresholds = thresholdsOf(session, options);
  const given = args.length > 0 ? args : allRulebookPaths(session);
  if (given === undefined || thresholds === undefined) return undefined;
  if (options.watch && options.format !== 'pretty') {
    session.emit([report('watch-for-people', undefined, { format: options.format })], EXIT.usage);
    return undefined;
  }
  if (!options.watch) return runOnce(session, outputs, given, options, thresholds);
  const { watchTests } = await import('./test-watch.ts');
  await watchTests(session, given, async (fresh) => {
    await runOnce(
      fresh,
      { in: (format) => (format === 'pretty' ? [fresh] : []) },
      given,
      options,
      thresholds,
    );
  });
  return undefined;
}

function thresholdsOf(
  session: Session,
  { threshold, gates, run, update, coverage = false, mutate = false }: TestCommandOptions,
): Thresholds | undefined {
  if (threshold === undefined) {
    if (gates === undefined) return new Map();
    // some of the tests cannot try everything
    const asked = run === undefined ? { coverage, mutate } : { coverage: false, mutate: false };
    const { value, left } = configuredThresholds(gates, asked);
    const words = left.map((measure) => MESSAGES[`measure.${measure}`]);
    if (left.length > 0 && !update)
      session.emit(
        [
          report('threshold-left', undefined, {
            measures: words.map(({ zh }) => zh).join('、'),
            measuresEn: words.map(({ en }) => en).join(', '),
          }),
        ],
        EXIT.clean,
      );
    return value;
  }
  const { value, diagnostics } = readThresholds(threshold, { coverage, mutate });
  session.emit(diagnostics, EXIT.usage);
  return diagnostics.length > 0 ? undefined : value;
}

async function runOnce(
  session: Session,
  outputs: Outputs,
  given: readonly string[],
  options: TestCommandOptions,
  thresholds: Thresholds,
): Promise<Told | undefined> {
  const books = given.flatMap((arg) => (kindOf(arg) === 'folder' ? booksIn(arg) : [arg]));
  const measures = {
    cover: options.coverage ? await import('./test-coverage.ts') : undefined,
    mutate: options.mutate ? await import('./mutate-book.ts') : undefined,
  };
  const tested: Tested[] = [];
  for (const book of books) {
    const rulebook = useRulebook(session, readRulebook(session, [book]));
    if (rulebook) tested.push(testBook(session, outputs, book, rulebook, options, thresholds, measures));
  }
  const empty = options.run !== undefined && tested.every((r) => r.report.tests.length === 0);
  if (empty && tested.length > 0 && options.failOnEmpty !== false)
    session.emit([report('no-test-matches', undefined, { pattern: options.run ?? '' })], EXIT.usage);
  if (options.update) {
    const { updateExpectations } = await import('./test-update.ts');
    updateExpectations(session, tested, options.format === 'json');
    return undefined;
  }
  if (tested.some((r) => r.report.failed > 0)) session.exit(EXIT.violation);
  for (const out of outputs.in('json')) out.data(JSON.stringify(json(session, tested), null, 2));
  return { suites: tested.map((one) => testSuite(one, thresholds, session.sources, session.voice)) };
}

interface Measures {
  readonly cover: typeof import('./test-coverage.ts') | undefined;
  readonly mutate: typeof import('./mutate-book.ts') | undefined;
}

function testBook(
  session: Session,
  outputs: Outputs,
  book: string,
  rulebook: UsableRulebook,
  options: TestCommandOptions,
  thresholds: Thresholds,
  { cover, mutate }: Measures,
): Tested {
  const { model, plan } = rulebook;
  const { cases: scenarios, diagnostics } = loadScenarios(session, book, model);
  session.emit(diagnostics, EXIT.input);
  const found = runTests(model, plan, scenarios, {
    calendar: chinaCalendar(),
    ...(options.run === undefined ? {} : { pattern: options.run }),
  });
  if (model.examples.length + scenarios.length === 0 && options.failOnEmpty !== false)
    session.emit([report('no-tests', undefined, { path: book })], EXIT.usage);
  const readers = outputs.in('pretty');
  if (!options.update && readers.length > 0)
    for (const one of found.tests) if (!one.passed) printFailure(session, one, rulebook);
  // nothing was tried: that is no tick
  const nothing = found.tests.length === 0 && options.failOnEmpty !== false;
  if (!options.update) for (const out of readers) print(out, book, found, hasErrors(diagnostics) || nothing);
  const coverage = cover?.coverBook(rulebook, found, scenarios, options.propose ?? false);
  if (coverage) for (const out of readers) cover?.printCoverage(out, coverage);
  // a test that fails already kills every mutant
  const mutation = found.failed === 0 ? mutate?.mutateBook(session, readers, rulebook, scenarios) : undefined;
  const scores: Partial<Record<Threshold, Score>> = {
    ...coverage?.report.totals,
    ...(mutation ? { mutation: mutation.score } : {}),
  };
  const below = missed(book, scores, thresholds);
  session.emit([...below.values()], EXIT.violation);
  return {
    book,
    rulebook,
    report: found,
    ...(coverage ? { coverage, coverageJson: cover?.coverageJson(session, coverage) ?? {} } : {}),
    ...(mutation ? { mutation } : {}),
    below,
  };
}

function missed(
  book: string,
  scores: Partial<Record<Threshold, Score>>,
  thresholds: Thresholds,
): ReadonlyMap<Threshold, Diagnostic> {
  const found = [...thresholds].flatMap(
    ([measure, threshold]): readonly (readonly [Threshold, Diagnostic])[] => {
      const score = scores[measure];
      if (!score || !isBelow(score, threshold)) return [];
      const { zh, en } = MESSAGES[`measure.${measure}`];
      const figures = { percent: percentOf(score), covered: score.covered, all: score.all };
      const params = { path: book, measure: zh, measureEn: en, threshold, ...figures };
      return [[measure, report('below-threshold', undefined, params)]];
    },
  );
  return new Map(found);
}

function print(session: Session, book: string, { tests, passed, failed }: TestReport, broken: boolean): void {
  const { voice } = session;
  const mark = failed === 0 && !broken ? voice.paint('green', '✓') : voice.paint('red', '✗');
  const scenarios = tests.filter((t) => t.kind === 'scenario').length;
  const counts = { examples: tests.length - scenarios, scenarios, passed, failed };
  session.print(`${mark} ${printable(book)}  ${say(voice, 'test.result', counts)}`);
}

const json = (session: Session, tested: readonly Tested[]): object => ({
  rulebooks: tested.map(({ book, report: { tests, passed, failed }, coverageJson, mutation, below }) => ({
    rulebook: book,
    passed,
    failed,
    tests: tests.map((t) => ({
      kind: t.kind,
      name: t.name,
      norms: t.norms,
      place: session.sources.place(t.span),
      passed: t.passed,
      diagnostics: t.diagnostics.map((d) => diagnosticJson(d, session.sources)),
    })),
    ...(coverageJson ? { coverage: coverageJson } : {}),
    ...(mutation ? { mutation: mutation.json } : {}),
    ...(below.size > 0 ? { below: [...below.values()].map((d) => diagnosticJson(d, session.sources)) } : {}),
  })),
  exitCode: session.code(),
});
