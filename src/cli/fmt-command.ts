import type { Dialect } from '../../grammar/keywords.ts';
import { report } from '../diagnostics/report.ts';
import { formatText } from '../format/format.ts';
import { unifiedDiff } from '../report/unified-diff.ts';
import { printable } from '../text/display-width.ts';
import type { SourceFile } from '../text/span.ts';
import { EXIT } from './exit-code.ts';
import { decodeContent, expandPaths, RULE_FILES, readContent, readText } from './files.ts';
import { say } from './messages.ts';
import { rewriteFile } from './rewrite.ts';
import { allRulebookPaths } from './rulebook-files.ts';
import type { Session } from './session.ts';

export interface FmtCommandOptions {
  readonly check?: boolean;
  readonly diff?: boolean;
  readonly list?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilepath?: string;
  readonly dialect?: DialectName;
}

/** The dialects as they are named outside of the keyword table. */
export const DIALECT_NAMES = { 'zh-Hant': 'hant', 'zh-Hans': 'hans', en: 'en' } as const satisfies Record<
  string,
  Dialect
>;
export type DialectName = keyof typeof DIALECT_NAMES;

/** What became of one file. */
type Formatted = 'same' | 'other' | 'failed';

/** Rewrites rule files in the standard form. One file that cannot be read or written does not hold up the others. */
export function fmtCommand(session: Session, args: readonly string[], options: FmtCommandOptions): void {
  const fromInput = options.stdin || options.stdinFilepath !== undefined || args.includes('-');
  if (fromInput) {
    if (args.some((arg) => arg !== '-'))
      return session.emit([report('stdin-and-files', undefined, {})], EXIT.usage);
    formatInput(session, options);
    return;
  }
  const given = args.length > 0 ? args : allRulebookPaths(session);
  if (given === undefined) return;
  const { paths, diagnostics } = expandPaths(given, RULE_FILES);
  session.emit(diagnostics, EXIT.rules);
  if (paths.length === 0) return;
  const results = paths.map((path) => formatFile(session, path, options));
  const count = (wanted: Formatted): number => results.filter((r) => r === wanted).length;
  const figures = { files: paths.length, changed: count('other'), broken: count('failed') };
  if (options.diff || options.list) return;
  const { voice } = session;
  const good = figures.broken === 0 && !(options.check && figures.changed > 0);
  const key = options.check ? 'fmt.checked' : 'fmt.done';
  const broken = figures.broken === 0 ? '' : say(voice, 'fmt.broken', figures);
  session.print(
    `${good ? voice.paint('green', '✓') : voice.paint('red', '✗')} ${say(voice, key, figures)}${broken}`,
  );
}

/** Standard input → standard output; the text itself, whatever stands in it, or nothing. */
function formatInput(session: Session, options: FmtCommandOptions): void {
  const { content, diagnostics } = readContent(session, '-');
  session.emit(diagnostics, EXIT.rules);
  if (!content) return;
  const decoded = decodeContent(session, { ...content, name: options.stdinFilepath ?? content.name });
  session.emit(decoded.diagnostics, EXIT.rules);
  if (!decoded.file) return;
  const after = formatted(session, decoded.file, options);
  if (after === undefined) return;
  if (isTold(session, decoded.file, after, options)) return;
  session.io.out(after);
}

function formatFile(session: Session, path: string, options: FmtCommandOptions): Formatted {
  const { file, diagnostics } = readText(session, path);
  session.emit(diagnostics, EXIT.rules);
  if (!file) return 'failed';
  const after = formatted(session, file, options);
  if (after === undefined) return 'failed';
  if (isTold(session, file, after, options) || after === file.text)
    return after === file.text ? 'same' : 'other';
  const problem = rewriteFile(file, after);
  if (problem) {
    session.emit([problem], EXIT.usage);
    return 'failed';
  }
  session.print(printable(path));
  return 'other';
}

function formatted(session: Session, file: SourceFile, { dialect }: FmtCommandOptions): string | undefined {
  const { value, diagnostics } = formatText(file, dialect ? { dialect: DIALECT_NAMES[dialect] } : {});
  const defect = diagnostics.some((d) => d.code === 'format-changes-meaning');
  session.emit(diagnostics, defect ? EXIT.internal : EXIT.rules);
  return diagnostics.length > 0 ? undefined : value;
}

/** Was it only to be told what would change? */
function isTold(
  session: Session,
  file: SourceFile,
  after: string,
  { check, diff, list }: FmtCommandOptions,
): boolean {
  if (!check && !diff && !list) return false;
  if (after === file.text) return true;
  if (list) session.data(file.name);
  if (diff) session.io.out(unifiedDiff(file.name, file.text, after));
  if (check)
    session.emit(
      [report('not-formatted', firstDifference(file, after), { name: file.name })],
      EXIT.violation,
    );
  return true;
}

/** The first line that would be written otherwise. */
function firstDifference({ name, text }: SourceFile, after: string) {
  let at = 0;
  while (at < text.length && text[at] === after[at]) at++;
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.slice(start).search(/[\r\n]|$/) + start;
  return { file: name, start, end };
}
