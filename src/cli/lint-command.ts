import { chinaCalendar } from '../calendar/china.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { lintContext } from '../lint/context.ts';
import { lintAll, type Severities } from '../lint/lint.ts';
import { meaningKey } from '../lint/same-meaning.ts';
import type { Suppressed } from '../lint/suppressions.ts';
import { type Compiled, compile, hasErrors } from '../pipeline.ts';
import { citing } from '../report/cited.ts';
import { diagnosticJson } from '../report/diagnostic-json.ts';
import type { Finding, Suite } from '../report/findings.ts';
import { compareWithLock } from '../source/compare.ts';
import type { OfficialText } from '../source/official-text.ts';
import { printable } from '../text/display-width.ts';
import { once, onceFor } from '../text/once.ts';
import type { SourceFile } from '../text/span.ts';
import { loadScenarios } from './cases.ts';
import { checkedFiles } from './checked-files.ts';
import { EXIT } from './exit-code.ts';
import { type FixOptions, mend } from './fixes.ts';
import { type SeverityOptions, severitiesOf } from './lint-options.ts';
import { say } from './messages.ts';
import { type OutputOptions, type Outputs, type Told, withOutputs } from './outputs.ts';
import { compileRulebook, type LoadedRulebook } from './rulebook.ts';
import { allRulebookPaths, booksOf, readRulebook } from './rulebook-files.ts';
import type { Session } from './session.ts';
import { provisionsOf, readOfficialText } from './source-text.ts';

/** What it says itself, without a report. */
export const LINT_FORMATS = ['pretty', 'json', 'ndjson'] as const;

export interface LintCommandOptions extends FixOptions, SeverityOptions, OutputOptions {
  readonly source?: string;
  /** More warnings than this end with 1. */
  readonly maxWarnings?: number;
}

/** What is no mistake of the language, but of the trade. A rulebook that does not compile is not linted: 3. */
export async function lintCommand(
  session: Session,
  args: readonly string[],
  options: LintCommandOptions,
): Promise<void> {
  await withOutputs(session, 'lint', LINT_FORMATS, options, (listening, outputs) =>
    lintBooks(listening, outputs, args, options),
  );
}

async function lintBooks(
  session: Session,
  outputs: Outputs,
  args: readonly string[],
  options: LintCommandOptions,
): Promise<Told | undefined> {
  const severities = severitiesOf(session, options);
  const given = args.length > 0 ? args : allRulebookPaths(session);
  if (severities === undefined || given === undefined) return undefined;
  const source = options.source === undefined ? undefined : readOfficialText(session, options.source);
  if (source && !source.text) return undefined;
  const reports: object[] = [];
  const suites: Suite[] = [];
  let warnings = 0;
  for (const book of booksOf(given)) {
    const loaded = compileRulebook(session, readRulebook(session, book));
    const official = source?.text && wordsFor(session, loaded, source.text);
    const { found, letPass } = lintBook(session, loaded, severities, official, options);
    warnings += found.filter((d) => d.severity === 'warning').length;
    for (const out of outputs.in('pretty')) printSummary(out, loaded, found);
    suites.push({
      name: loaded.label,
      checked: checkedFiles(loaded, [...found, ...letPass]),
      file: loaded.files[0]?.name,
    });
    reports.push({
      rulebook: loaded.label,
      clean: !hasErrors(found),
      diagnostics: found.map((d) => diagnosticJson(d, session.sources)),
    });
  }
  const { maxWarnings } = options;
  if (maxWarnings !== undefined && warnings > maxWarnings)
    session.emit([report('too-many-warnings', undefined, { warnings, limit: maxWarnings })], EXIT.violation);
  for (const out of outputs.in('json'))
    out.data(JSON.stringify({ rulebooks: reports, exitCode: session.code() }, null, 2));
  for (const out of outputs.in('ndjson')) out.data(...reports.map((r) => JSON.stringify(r)));
  return { suites, provision: source?.text && provisionsOf(source.text) };
}

function lintBook(
  session: Session,
  book: LoadedRulebook,
  severities: Severities,
  source: OfficialText | undefined,
  options: FixOptions,
): { readonly found: readonly Finding[]; readonly letPass: readonly Finding[] } {
  if (!book.compiled.plan) {
    const { parsed, model } = book.compiled;
    const errors = book.diagnostics.filter((d) => d.severity === 'error').map(citing(parsed, model));
    session.emit(errors, EXIT.rules);
    return { found: errors, letPass: [] };
  }
  // a case that cannot be read is told by `check` and `test`
  const scenarios = loadScenarios(session, book.label, book.compiled.model).cases;
  const compiledOf = onceFor((texts: readonly SourceFile[]) =>
    texts === book.files ? book.compiled : compile(texts, book.lock).value,
  );
  const find = onceFor((texts: readonly SourceFile[]): Suppressed => {
    const { parsed, model, plan } = compiledOf(texts);
    if (plan === undefined) return { found: [], letPass: [] };
    const rulebook = { texts, parsed, model, plan, source, scenarios };
    return lintAll(lintContext({ ...rulebook, lock: book.lock, calendar: chinaCalendar() }), severities);
  });
  const before = once(() => meaningOf(book.compiled));
  const accepts = (texts: readonly SourceFile[], sameMeaning: boolean): boolean => {
    const result = compiledOf(texts);
    return result.plan !== undefined && (!sameMeaning || meaningOf(result) === before());
  };
  const open = (texts: readonly SourceFile[]) => find(texts).found;
  const texts = options.fix ? mend(session, book.files, open, accepts, options) : book.files;
  const { parsed, model } = compiledOf(texts);
  const result = find(texts);
  const found = result.found.map(citing(parsed, model));
  const letPass = result.letPass.map(({ diagnostic, reason }) => ({ ...diagnostic, suppressed: reason }));
  session.emit(found, EXIT.violation);
  return { found, letPass };
}

/** Words that are not those the rulebook is locked to would be held against other rules. */
function wordsFor(
  session: Session,
  { lock, label }: LoadedRulebook,
  text: OfficialText,
): OfficialText | undefined {
  if (!lock || compareWithLock(text, lock).length === 0) return text;
  session.emit([report('lint-other-source', undefined, { path: label })], EXIT.rules);
  return undefined;
}

const meaningOf = ({ model, plan }: Compiled): string | undefined => plan && meaningKey({ model, plan });

function printSummary(session: Session, book: LoadedRulebook, found: readonly Diagnostic[]): void {
  const { voice } = session;
  const count = (severity: Diagnostic['severity']) => found.filter((d) => d.severity === severity).length;
  const mark = hasErrors(found) ? voice.paint('red', '✗') : voice.paint('green', '✓');
  const parts = [
    say(voice, 'countFiles', { n: book.files.length }),
    say(voice, 'countNorms', { n: Object.keys(book.compiled.model.norms).length }),
  ];
  session.print(
    `${mark} ${printable(book.label)}  ${parts.join(' · ')}`,
    `  ${say(voice, 'lint.counts', { errors: count('error'), warnings: count('warning'), notes: count('info') })}`,
  );
}
