import { chinaCalendar } from '../calendar/china.ts';
import type { Model } from '../check/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { validateExamples } from '../pipeline.ts';
import { citing } from '../report/cited.ts';
import { diagnosticJson } from '../report/diagnostic-json.ts';
import type { Finding, Suite } from '../report/findings.ts';
import { printable } from '../text/display-width.ts';
import { checkedFiles } from './checked-files.ts';
import { EXIT } from './exit-code.ts';
import type { FixOptions } from './fixes.ts';
import { say } from './messages.ts';
import { type OutputOptions, type Outputs, type Told, withOutputs } from './outputs.ts';
import { compileRulebook, type LoadedRulebook } from './rulebook.ts';
import { allRulebookPaths, booksOf, type RulebookFiles, readRulebook } from './rulebook-files.ts';
import type { Session } from './session.ts';
import { provisionsOf, type ReadOfficialText, readOfficialText } from './source-text.ts';
import { mendRulebook } from './validate-fix.ts';
import { type Anchoring, anchor } from './validate-source.ts';

/** What it says itself, without a report. */
export const VALIDATE_FORMATS = ['pretty', 'json', 'ndjson'] as const;

export interface ValidateCommandOptions extends FixOptions, OutputOptions {
  readonly source?: string;
  readonly requireSource?: boolean;
  readonly complete?: boolean;
}

/** Parse, types, references, citations, examples. Each folder is a rulebook of its own, or holds several; files given are one together. */
export async function validateCommand(
  session: Session,
  args: readonly string[],
  options: ValidateCommandOptions,
): Promise<void> {
  await withOutputs(session, 'validate', VALIDATE_FORMATS, options, (listening, outputs) =>
    validateBooks(listening, outputs, args, options),
  );
}

async function validateBooks(
  session: Session,
  outputs: Outputs,
  args: readonly string[],
  options: ValidateCommandOptions,
): Promise<Told | undefined> {
  const given = args.length > 0 ? args : allRulebookPaths(session);
  if (given === undefined) return undefined;
  const books = booksOf(given);
  const official = options.source === undefined ? undefined : readOfficialText(session, options.source);
  const suites: Suite[] = [];
  const reports = books.map((book) => {
    const loaded = loadBook(session, readRulebook(session, book), official, options);
    const { found, json } = validateBook(session, outputs, loaded, options, official);
    suites.push({ name: loaded.label, checked: checkedFiles(loaded, found), file: loaded.files[0]?.name });
    return json;
  });
  for (const out of outputs.in('json'))
    out.data(JSON.stringify({ rulebooks: reports, exitCode: session.code() }, null, 2));
  for (const out of outputs.in('ndjson')) out.data(...reports.map((r) => JSON.stringify(r)));
  return { suites, provision: official?.text && provisionsOf(official.text) };
}

function loadBook(
  session: Session,
  read: RulebookFiles,
  official: ReadOfficialText | undefined,
  options: ValidateCommandOptions,
): LoadedRulebook {
  const loaded = compileRulebook(session, read);
  if (!options.fix || read.diagnostics.some((d) => d.severity === 'error')) return loaded;
  const mended = mendRulebook(session, read, loaded, official?.text, options);
  return mended === read ? loaded : compileRulebook(session, mended);
}

function validateBook(
  session: Session,
  outputs: Outputs,
  book: LoadedRulebook,
  options: ValidateCommandOptions,
  official: ReadOfficialText | undefined,
): { readonly json: object; readonly found: readonly Finding[] } {
  const { model, plan, parsed } = book.compiled;
  const cite = citing(parsed, model);
  const written = book.diagnostics.map(cite);
  session.emit(written, EXIT.rules);
  const unlocked =
    book.locked || book.files.length === 0 ? [] : [report('no-lock', undefined, { path: book.label })];
  session.emit(unlocked, EXIT.rules);
  const { errors: unanchored, ...anchoring } = anchor(book, {
    text: official?.text,
    asked: official !== undefined,
    requireSource: options.requireSource ?? false,
    complete: options.complete ?? false,
  });
  const adrift = unanchored.map(cite);
  session.emit(adrift, EXIT.rules);
  // an example that fails is a failed test, not a defect of the language: 1, not 3
  const failed = plan ? validateExamples(model, plan, chinaCalendar()).map(cite) : [];
  session.emit(failed, EXIT.violation);
  const all = [
    ...(official?.diagnostics ?? []),
    ...written,
    ...unlocked,
    ...adrift,
    ...anchoring.notes,
    ...failed,
  ];
  const counts = countsOf(model, book.files.length);
  const errors = count(all, 'error');
  const warnings = count(all, 'warning');
  for (const out of outputs.in('pretty')) {
    printSummary(out, book, counts, errors, warnings, plan !== undefined);
    printAnchoring(out, anchoring, book.lock !== undefined && official?.text !== undefined);
  }
  const json = {
    rulebook: book.label,
    valid: errors === 0,
    examplesRun: plan !== undefined,
    counts,
    ...(anchoring.coverage ? { coverage: anchoring.coverage } : {}),
    diagnostics: all.map((d) => diagnosticJson(d, session.sources)),
  };
  return { json, found: all };
}

function printSummary(
  session: Session,
  book: LoadedRulebook,
  counts: Counts,
  errors: number,
  warnings: number,
  ran: boolean,
): void {
  const { voice } = session;
  const mark = errors === 0 ? voice.paint('green', '✓') : voice.paint('red', '✗');
  const parts = [
    say(voice, 'countFiles', { n: counts.files }),
    say(voice, 'countNorms', { n: counts.norms }),
    say(voice, 'countDefinitions', { n: counts.definitions }),
    say(voice, 'countDeclaratory', { n: counts.declaratory }),
    say(voice, ran ? 'countExamples' : 'countExamplesNotRun', { n: counts.examples }),
  ];
  session.print(
    `${mark} ${printable(book.label)}  ${parts.join(' · ')}`,
    `  ${say(voice, 'errorsAndWarnings', { errors, warnings })}`,
  );
}

/** How far the rulebook goes, and whether the words behind it were looked at. */
function printAnchoring(
  session: Session,
  { coverage, notes }: Omit<Anchoring, 'errors'>,
  compared: boolean,
): void {
  const { voice } = session;
  if (coverage) {
    const { sentences, untouched, percent } = coverage;
    session.print(
      `  ${say(voice, 'coverageLine', { covered: sentences - untouched, sentences, percent })}${compared ? ` · ${say(voice, 'wordsCompared')}` : ''}`,
    );
  }
  for (const note of notes) session.print(`  ${voice.paint('dim', printable(voice.say(note.message)))}`);
}

interface Counts {
  readonly files: number;
  readonly norms: number;
  readonly definitions: number;
  readonly declaratory: number;
  readonly examples: number;
}

const countsOf = (model: Model, files: number): Counts => ({
  files,
  norms: Object.keys(model.norms).length,
  definitions: Object.keys(model.definitions).length,
  declaratory: Object.keys(model.declaratory).length,
  examples: model.examples.length,
});

const count = (diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): number =>
  diagnostics.filter((d) => d.severity === severity).length;
