import { chinaCalendar } from '../calendar/china.ts';
import { parseDate } from '../calendar/date.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { EngineName } from '../engine/engine.ts';
import type { CaseResult, Verdict } from '../evaluate/verdict.ts';
import type { Case } from '../facts/case.ts';
import { batchLines } from '../report/batch-pretty.ts';
import { caseJson, RESULT_FORMAT, type Reproducibility } from '../report/case-json.ts';
import { caseLines, type PrettyOptions } from '../report/case-pretty.ts';
import { diagnosticJson } from '../report/diagnostic-json.ts';
import type { SourceWords } from '../report/source-words.ts';
import type { Citation } from '../text/citation.ts';
import type { Span } from '../text/span.ts';
import { loadCases } from './cases.ts';
import { openForCheck } from './check-rulebook.ts';
import { openEngine } from './engine-option.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { calendarHash, factsHash, rulebookHash } from './fingerprint.ts';
import { resolveNorm, withNorm } from './norm-option.ts';
import type { UsableRulebook } from './rulebook.ts';
import type { Session } from './session.ts';
import { today } from './today.ts';
import { VERSION } from './version.ts';

export interface CheckCommandOptions {
  readonly rules?: readonly string[];
  readonly asOf?: string;
  readonly onUnknown: 'fail' | 'warn' | 'pass';
  readonly format: string;
  readonly output?: readonly string[];
  readonly engine: EngineName;
  readonly norm?: string;
  readonly all?: boolean;
  readonly exitZero?: boolean;
  readonly source?: string;
}
export interface Checked {
  readonly kase: Case;
  readonly result: CaseResult;
}
/** What came of a run that got as far as its cases. */
export interface CheckRun {
  readonly rulebook: UsableRulebook;
  readonly checked: readonly Checked[];
  /** Of reading the cases. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where the official text was given. */
  readonly source: GivenSource | undefined;
}
interface GivenSource {
  readonly words: SourceWords;
  readonly provision: (citation: Citation) => Span | undefined;
}

/** What it says itself, without a report. */
export const CHECK_FORMATS = ['pretty', 'json', 'ndjson'] as const;

/** The main job: cases against a rulebook. */
export async function checkCommand(
  session: Session,
  args: readonly string[],
  options: CheckCommandOptions,
): Promise<void> {
  if (options.output !== undefined || !(CHECK_FORMATS as readonly string[]).includes(options.format)) {
    // what makes reports is loaded only when there is one to make
    const { checkForReports } = await import('./check-reports.ts');
    return checkForReports(session, CHECK_FORMATS, options, {
      decide: (listening) => decideCases(listening, args, options),
      tell: (out, run, format) => tellCases(out, run, format, options),
    });
  }
  const run = await decideCases(session, args, options);
  if (run) tellCases(session, run, options.format, options);
}

async function decideCases(
  session: Session,
  args: readonly string[],
  options: CheckCommandOptions,
): Promise<CheckRun | undefined> {
  if (args.length === 0) {
    session.emit([report('nothing-to-do', undefined, {})], EXIT.usage);
    return undefined;
  }
  const asOf = asOfOption(session, options.asOf);
  if (asOf === 'wrong') return undefined;
  const rulebook = await openForCheck(session, options.rules, args);
  if (!rulebook) return undefined;
  const norm = resolveNorm(session, rulebook, options.norm);
  if (norm === 'wrong') return undefined;
  const source = options.source === undefined ? undefined : await readSource(session, options.source);
  if (source === 'wrong') return undefined;
  const calendar = chinaCalendar();
  const { cases, diagnostics } = loadCases(session, args, rulebook.model);
  session.emit(diagnostics, EXIT.input);
  const engine = await openEngine(options.engine, rulebook);
  const checked: Checked[] = [];
  for (const given of cases) {
    // a date asked for on the command line wins over the case's own
    const kase = asOf === undefined ? given : { ...given, asOf };
    const result = await engine.evaluate(kase, { asOf: asOf ?? today(session.io.now()), calendar });
    checked.push({ kase, result: norm === undefined ? result : withNorm(result, norm) });
  }
  const verdictCodes = checked.map((one) => verdictCode(session, one, options));
  for (const { result } of checked) session.emit(result.diagnostics, EXIT.input);
  for (const code of verdictCodes) session.exit(code);
  return { rulebook, checked, diagnostics, source };
}

function tellCases(
  session: Session,
  { rulebook, checked, diagnostics, source }: CheckRun,
  format: string,
  { all = false }: CheckCommandOptions,
): void {
  const words = source?.words;
  if (format === 'pretty') printPretty(session, checked, rulebook, { all, words });
  else printJson(session, checked, rulebook, format, diagnostics, words);
}

/** The reader of official texts is loaded only when there is one to read. */
async function readSource(session: Session, path: string): Promise<GivenSource | 'wrong'> {
  const { provisionsOf, readOfficialText, wordsIn } = await import('./source-text.ts');
  const { text } = readOfficialText(session, path);
  return text ? { words: wordsIn(text), provision: provisionsOf(text) } : 'wrong';
}

/** undefined: not given. */
export function asOfOption(session: Session, text: string | undefined): number | undefined | 'wrong' {
  if (text === undefined) return undefined;
  const day = parseDate(text);
  if (day !== undefined) return day;
  session.emit([report('bad-date-option', undefined, { text })], EXIT.usage);
  return 'wrong';
}

function verdictCode(
  session: Session,
  { kase: { span }, result }: Checked,
  options: CheckCommandOptions,
): ExitCode {
  if (options.exitZero) return EXIT.clean;
  if (result.verdict === 'violated' || result.verdict === 'conflict') return EXIT.violation;
  if (result.verdict !== 'undetermined') return EXIT.clean;
  if (options.onUnknown === 'fail') return EXIT.undetermined;
  if (options.onUnknown === 'warn') {
    session.emit([report('undetermined-case', span, { title: result.title })], EXIT.clean);
  }
  return EXIT.clean;
}

/** The verdicts for people, and by which rulebook. */
export function printPretty(
  session: Session,
  checked: readonly Checked[],
  rulebook: UsableRulebook,
  options: PrettyOptions,
): void {
  for (const { kase, result } of checked) {
    const context = { plan: rulebook.plan, kase };
    session.print(...caseLines(result, context, session.sources, session.voice, options), '');
  }
  if (checked.length === 0) return;
  session.print(
    ...batchLines(
      checked.map((c) => c.result.verdict),
      {
        title: rulebook.plan.book?.title ?? rulebook.label,
        label: rulebook.label,
        files: rulebook.files.length,
        engine: VERSION,
      },
      session.voice,
    ),
  );
}

function printJson(
  session: Session,
  checked: readonly Checked[],
  rulebook: UsableRulebook,
  format: string,
  diagnostics: readonly Diagnostic[],
  words: SourceWords | undefined,
): void {
  const calendar = chinaCalendar();
  const shared = {
    engine: `zhunsheng ${VERSION}`,
    rulebook: { title: rulebook.plan.book?.title ?? '', sha256: rulebookHash(rulebook.files) },
    calendar: { id: calendar.id, sha256: calendarHash(calendar) },
  };
  const cases = checked.map(({ kase, result }) => {
    const record: Reproducibility = { ...shared, facts: { sha256: factsHash(kase) } };
    return caseJson(result, kase, rulebook.plan, record, session.sources, words);
  });
  if (format === 'ndjson') return session.data(...cases.map((c) => JSON.stringify(c)));
  const verdicts: Partial<Record<Verdict, number>> = {};
  for (const { result } of checked) verdicts[result.verdict] = (verdicts[result.verdict] ?? 0) + 1;
  const summary = { cases: cases.length, verdicts, exitCode: session.code() };
  session.data(
    JSON.stringify(
      {
        format: RESULT_FORMAT,
        summary,
        cases,
        diagnostics: diagnostics.map((d) => diagnosticJson(d, session.sources)),
      },
      null,
      2,
    ),
  );
}
