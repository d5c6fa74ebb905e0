import { chinaCalendar } from '../calendar/china.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { explain } from '../evaluate/explain.ts';
import type { Case } from '../facts/case.ts';
import { diagnosticJson } from '../report/diagnostic-json.ts';
import { printable } from '../report/display-width.ts';
import { explanationLines } from '../report/explanation-lines.ts';
import type { Findings } from '../report/findings.ts';
import { runTests, type TestReport, type TestResult } from '../verify/test-report.ts';
import { loadCases } from './cases.ts';
import { EXIT } from './exit-code.ts';
import { CASE_FILES, kindOf, walk } from './files.ts';
import { type CiFormat, isCiFormat, tellFindings } from './findings.ts';
import { folderOf } from './folders.ts';
import { say } from './messages.ts';
import { type UsableRulebook, useRulebook } from './rulebook.ts';
import { booksIn, readRulebook, rulebookPaths } from './rulebook-files.ts';
import type { Session } from './session.ts';

export interface TestCommandOptions {
  readonly format: 'pretty' | 'json' | CiFormat;
  readonly run?: string;
  readonly mutate?: boolean;
  /** Per cent of the mutants that must be killed. */
  readonly threshold?: number;
}

interface Tested {
  readonly book: string;
  readonly report: TestReport;
  readonly mutation?: object;
}

/** Examples and scenario files of each rulebook. 1 if one fails; nothing to run is an error. */
export async function testCommand(
  session: Session,
  args: readonly string[],
  options: TestCommandOptions,
): Promise<void> {
  const given = args.length > 0 ? args : rulebookPaths(session, []);
  if (given === undefined) return;
  const books = given.flatMap((arg) => (kindOf(arg) === 'folder' ? booksIn(arg) : [arg]));
  const mutate = options.mutate || options.threshold !== undefined;
  const { mutateBook } = mutate ? await import('./mutate-book.ts') : { mutateBook: undefined };
  const reports: Tested[] = [];
  for (const book of books) {
    const rulebook = useRulebook(session, readRulebook(session, [book]));
    if (!rulebook) continue;
    const { model, plan } = rulebook;
    const scenarios = scenariosOf(session, book, rulebook);
    const found = runTests(model, plan, scenarios, {
      calendar: chinaCalendar(),
      ...(options.run === undefined ? {} : { pattern: options.run }),
    });
    if (model.examples.length + scenarios.length === 0)
      session.emit([report('no-tests', undefined, { path: book })], EXIT.usage);
    if (options.format === 'pretty') print(session, book, found, rulebook);
    // a test that fails already kills every mutant
    const mutation = found.failed === 0 ? mutateBook?.(session, model, scenarios, options) : undefined;
    reports.push({ book, report: found, ...(mutation ? { mutation } : {}) });
  }
  if (options.run !== undefined && reports.length > 0 && reports.every((r) => r.report.tests.length === 0))
    session.emit([report('no-test-matches', undefined, { pattern: options.run })], EXIT.usage);
  if (reports.some((r) => r.report.failed > 0)) session.exit(EXIT.violation);
  if (isCiFormat(options.format))
    await tellFindings(session, options.format, { suites: reports.map(suiteOf) });
  if (options.format === 'json') session.data(JSON.stringify(json(session, reports), null, 2));
}

const suiteOf = ({ book, report }: Tested): Findings['suites'][number] => ({
  name: book,
  checked: report.tests.map((t) => ({ name: t.name, file: t.span.file, diagnostics: t.diagnostics })),
});

/** Cases under `cases/` of the rulebook's folder. What cannot be read ends with 4. */
function scenariosOf(session: Session, book: string, { model }: UsableRulebook): readonly Case[] {
  const folder = kindOf(book) === 'folder' ? book : folderOf(book);
  const path = `${folder.replace(/\/+$/, '')}/cases`;
  if (kindOf(path) !== 'folder') return [];
  const found: Diagnostic[] = [];
  const files = walk(path, path, found).filter((name) => CASE_FILES.matches(name));
  session.emit(found, EXIT.input);
  if (files.length === 0) return [];
  const { cases, diagnostics } = loadCases(session, files, model);
  session.emit(diagnostics, EXIT.input);
  return cases;
}

function print(
  session: Session,
  book: string,
  { tests, passed, failed }: TestReport,
  rulebook: UsableRulebook,
): void {
  for (const one of tests) if (!one.passed) printFailure(session, one, rulebook);
  const { voice } = session;
  const mark = failed === 0 ? voice.paint('green', '✓') : voice.paint('red', '✗');
  const scenarios = tests.filter((t) => t.kind === 'scenario').length;
  const counts = { examples: tests.length - scenarios, scenarios, passed, failed };
  session.print(`${mark} ${printable(book)}  ${say(voice, 'test.result', counts)}`);
}

/** What was expected, at its place; below it how the norms in question came to what they gave. */
function printFailure(session: Session, test: TestResult, { plan }: UsableRulebook): void {
  session.emit(test.diagnostics, EXIT.violation);
  const { kase, result } = test;
  const settings = { asOf: result.asOf, calendar: chinaCalendar() };
  const about = test.norms.filter((norm) => result.norms.some((n) => n.norm === norm));
  if (about.length === 0) return;
  for (const explanation of explain(plan, kase, settings, about)) {
    if (explanation.result.verdict === 'not-applicable' && about.length > 1) continue;
    const lines = explanationLines(
      explanation,
      { plan, kase },
      session.sources,
      session.voice,
      'mid',
      undefined,
    );
    session.io.err(lines.map((line) => `  ${line}\n`).join(''));
  }
}

const json = (session: Session, reports: readonly Tested[]): object => ({
  rulebooks: reports.map(({ book, report: { tests, passed, failed }, mutation }) => ({
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
    ...(mutation ? { mutation } : {}),
  })),
  exitCode: session.code(),
});
