import { chinaCalendar } from '../../src/calendar/china.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { lintContext } from '../../src/lint/context.ts';
import { defaultSeverities, lint, type Severities, severitiesFrom } from '../../src/lint/lint.ts';
import type { LintName } from '../../src/lint/lints.ts';
import { compile } from '../../src/pipeline.ts';
import { makeLock } from '../../src/source/lock.ts';
import { parseOfficialText } from '../../src/source/official-text.ts';
import { lineStarts, positionAt, type SourceFile } from '../../src/text/span.ts';

export interface Linted {
  /** Of compiling: must be empty where lints are tried. */
  readonly errors: readonly Diagnostic[];
  readonly found: readonly Diagnostic[];
}

/** Lints one text; with the official text the rulebook is locked to it, and its words are at hand. */
export const lintText = (file: SourceFile, severities: Severities, official?: string): Linted =>
  lintFiles([file], severities, official);

export function lintFiles(texts: readonly SourceFile[], severities: Severities, official?: string): Linted {
  const source =
    official === undefined ? undefined : parseOfficialText({ name: 'text', text: official }).value;
  const lock = source && makeLock(source);
  const { value, diagnostics } = compile(texts, lock);
  const errors = diagnostics.filter((d) => d.severity === 'error');
  const { parsed, model, plan } = value;
  if (!plan) return { errors, found: [] };
  const calendar = chinaCalendar();
  const context = lintContext({ texts, parsed, model, plan, lock, source, scenarios: [], calendar });
  return { errors, found: lint(context, severities) };
}

export const only = (name: LintName): Severities =>
  severitiesFrom((other) =>
    other !== name ? 'off' : defaultSeverities()[name] === 'off' ? 'warning' : defaultSeverities()[name],
  );

/** `5:1 warning norm-without-gist [按期歸還] 規則「按期歸還」沒有要旨。`, with the hint and what the fix would write. */
export function shown(d: Diagnostic, text: string): string {
  const place = d.span ? positionAt(lineStarts(text), d.span.start) : { line: 0, column: 0 };
  const words = (start: number, end: number) => text.slice(start, end).replaceAll(/\r?\n/g, '⏎');
  const related = d.related.map(
    (r) => `\n    ${words(r.span.start, r.span.end).slice(0, 40)}: ${r.message.zh}`,
  );
  const fixes = (d.fix?.edits ?? []).map(
    (e) => `\n    ${words(e.span.start, e.span.end)} ⇒ ${e.text.replaceAll('\n', '⏎')}`,
  );
  const what = d.span ? words(d.span.start, d.span.end).slice(0, 60) : '';
  return `${place.line}:${place.column} ${d.severity} ${d.code} [${what}] ${d.message.zh}${related.join('')}${fixes.join('')}`;
}
