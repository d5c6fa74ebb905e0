import { appendFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { diagnosticJson } from '../report/diagnostic-json.ts';
import { diagnosticLines } from '../report/diagnostic-pretty.ts';
import {
  type About,
  allFindings,
  type Findings,
  type ReportedCommand,
  type Suite,
} from '../report/findings.ts';
import { withoutColours } from '../report/voice.ts';
import { errorReason } from './error-reason.ts';
import { EXIT } from './exit-code.ts';
import { type OutputFile, outputFiles } from './output-files.ts';
import {
  isReportFormat,
  REPORT_FORMATS,
  type ReportFormat,
  type ReportFormatName,
} from './report-formats.ts';
import type { Session } from './session.ts';
import { VERSION } from './version.ts';
import { tryWrite } from './write.ts';

export interface OutputOptions {
  /** What goes to standard output. */
  readonly format: string;
  /** `format=path`, each a file beside it. */
  readonly output?: readonly string[];
}

/** Where a run is told: standard output and the files that were asked for. */
export interface Outputs {
  /** The sessions that speak in one of the command's own formats: that of standard output, those of files. */
  readonly in: (format: string) => readonly Session[];
}

/** What a run tells in the formats of reports. */
export interface Told {
  readonly suites: readonly Suite[];
  readonly provision?: About['provision'];
}

interface Output {
  readonly format: string;
  readonly session: Session;
  /** Absent for standard output. */
  readonly path?: string;
  readonly text: () => string;
}

/**
 * Runs a command and tells what it found in every format that was asked for. Whatever was said on the way stands in every
 * report, also where the run came to nothing: a report without findings is a pass.
 */
export async function withOutputs(
  session: Session,
  command: ReportedCommand,
  own: readonly string[],
  options: OutputOptions,
  run: (session: Session, outputs: Outputs) => Promise<Told | undefined>,
): Promise<void> {
  const files = outputFiles(session, own, options);
  if (files === undefined) return;
  const said: Diagnostic[] = [];
  const inFiles = files.map((file) => intoFile(session, file));
  const forReaders = inFiles.filter((o) => o.format === 'pretty').map((o) => o.session);
  // a file for people holds what stands on the terminal: the diagnostics as well
  const listening: Session = {
    ...session,
    io: {
      ...session.io,
      err(text) {
        session.io.err(text);
        for (const reader of forReaders) reader.io.out(withoutColours(text));
      },
    },
    emit(diagnostics, onError) {
      said.push(...diagnostics);
      session.emit(diagnostics, onError);
      for (const { print, sources, voice } of forReaders)
        print(...diagnostics.flatMap((d) => diagnosticLines(d, sources, voice)));
    },
  };
  const outputs: readonly Output[] = [
    { format: options.format, session: listening, text: () => '' },
    ...inFiles,
  ];
  const tell = async (told: Told | undefined): Promise<void> => {
    const suites = told?.suites ?? [];
    const rest = suitesOf(command, unsaid(said, suites), suites[0]?.file);
    const findings = { suites: [...suites, ...rest] };
    const about: About = {
      command,
      version: VERSION,
      exitCode: session.code(),
      folder: resolve('.'),
      relative: relativePath,
      provision: told?.provision,
      help: outputs.some((o) => o.format === 'sarif') ? await pagesOf(session) : undefined,
    };
    for (const output of outputs) await write(session, output, findings, about);
    if (outputs.some((o) => o.format === 'github')) await tellSummary(session, findings, about);
  };
  let told: Told | undefined;
  try {
    told = await run(listening, {
      in: (format) => outputs.filter((o) => o.format === format).map((o) => o.session),
    });
  } catch (error) {
    said.push(report('internal', undefined, { reason: errorReason(error) }));
    session.exit(EXIT.internal);
    await tell(undefined);
    throw error;
  }
  await tell(told);
}

/** A session that speaks as the given one, without colours, into a file. */
function intoFile(session: Session, { format, path }: OutputFile): Output {
  const parts: string[] = [];
  const out = (text: string): void => void parts.push(text);
  const lines = (given: readonly string[]): string => given.map((line) => `${line}\n`).join('');
  return {
    format,
    path,
    text: () => parts.join(''),
    session: {
      ...session,
      io: { ...session.io, out, outIsTerminal: false },
      voice: { ...session.voice, paint: (_, text) => text },
      print: (...given) => out(session.script(lines(given))),
      data: (...given) => out(lines(given)),
    },
  };
}

async function write(session: Session, output: Output, findings: Findings, about: About): Promise<void> {
  const { format, path } = output;
  if (isReportFormat(format)) await tellFindings(session, output.session, format, findings, about);
  else if (path !== undefined && output.text() === '') nothingCame(output, findings, about);
  if (path === undefined) return;
  // the rules and cases of the run are no place for what it says of them
  const read = session.sources.names().some((name) => resolve(name) === resolve(path));
  if (read) session.emit([report('output-over-input', undefined, { path })], EXIT.usage);
  else tryWrite(session, path, output.text());
}

/** A run that ended before it had anything to tell: its errors are all there is, and they must not look like nothing. */
function nothingCame({ session }: Output, findings: Findings, about: About): void {
  const diagnostics = allFindings(findings).map((d) => diagnosticJson(d, session.sources));
  session.data(JSON.stringify({ exitCode: about.exitCode, diagnostics }));
}

async function tellFindings(
  session: Session,
  { sources, voice, io }: Session,
  format: ReportFormatName,
  findings: Findings,
  about: About,
): Promise<void> {
  const { render, forPeople, leftOut }: ReportFormat = await REPORT_FORMATS[format]();
  const text = render(findings, sources, voice, about);
  io.out(forPeople ? session.script(text) : text);
  session.emit(leftOut?.(findings) ?? [], EXIT.clean);
}

/** GitHub takes a summary of a step up to this, and nothing at all of a longer one. */
const LONGEST_SUMMARY = 1024 * 1024;

/** The whole table goes to the summary of the step, behind what stands there. */
async function tellSummary(
  { io, sources, voice, emit }: Session,
  findings: Findings,
  about: About,
): Promise<void> {
  const summary = io.env.GITHUB_STEP_SUMMARY;
  if (!summary) return;
  const { markdownWithin } = await import('../report/markdown.ts');
  try {
    const before = statSync(summary, { throwIfNoEntry: false })?.size ?? 0;
    const text = markdownWithin(findings, sources, voice, about, LONGEST_SUMMARY - before - 1);
    appendFileSync(summary, before === 0 ? text : `\n${text}`);
  } catch (error) {
    emit([report('unwritable-file', undefined, { path: summary, reason: errorReason(error) })], EXIT.usage);
  }
}

/** What a report may say of a code at length. */
async function pagesOf(session: Session): Promise<About['help']> {
  const { docPages } = await import('./doc-pages.ts');
  const pages = docPages(session);
  return (code) => pages.get(code)?.markdown;
}

const unsaid = (said: readonly Diagnostic[], suites: readonly Suite[]): readonly Diagnostic[] => {
  const told = new Set(suites.flatMap((s) => s.checked.flatMap((c) => c.diagnostics.map(keyOf))));
  return said.filter((d) => !told.has(keyOf(d)));
};

/** A finding is a diagnostic with more to it: what it says, and where, is the same. */
const keyOf = ({ id, span, message }: Diagnostic): string => JSON.stringify([id, span, message]);

/** What belongs to nothing that was looked at stands under the file it is about, or under the command. */
function suitesOf(
  command: ReportedCommand,
  diagnostics: readonly Diagnostic[],
  file: string | undefined,
): readonly Suite[] {
  if (diagnostics.length === 0) return [];
  const name = `zhunsheng ${command}`;
  const files = new Map<string, Diagnostic[]>();
  for (const d of diagnostics) {
    const one = d.span?.file ?? name;
    files.set(one, [...(files.get(one) ?? []), d]);
  }
  const checked = [...files].map(([one, found]) => ({ name: one, file: one, diagnostics: found }));
  return [{ name, checked, file }];
}

/** What comes from standard input or lies elsewhere keeps its name. */
function relativePath(file: string): string {
  if (file === '<stdin>') return file;
  const path = relative('.', file);
  return path.startsWith('..') || isAbsolute(path) ? resolve(file) : path.split(sep).join('/');
}
