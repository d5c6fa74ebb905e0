import { formatDate } from '../calendar/date.ts';
import type { Verdict } from '../evaluate/verdict.ts';
import { assertNever } from '../text/invariant.ts';
import type { Span } from '../text/span.ts';
import type { Actual, Difference } from './difference.ts';
import type { TestReport, TestResult } from './test-report.ts';

/** A piece of text that takes the place of another: an expectation as the rules now give it. */
export interface Edit {
  readonly test: TestResult;
  readonly span: Span;
  readonly text: string;
}
export interface Updates {
  readonly edits: readonly Edit[];
  /** Differences that cannot be recorded: no one value would be right, or the expectation itself is wrong. */
  readonly left: readonly { readonly test: TestResult; readonly difference: Difference }[];
}

/** How a word is spelled: as the words around it. */
export interface Spelling {
  readonly verdict: (verdict: Verdict, written: string) => string;
  readonly missing: (written: string) => string;
  readonly due: (written: string) => string;
}

/**
 * The smallest changes of the texts after which every expectation that differs is what the rules give. Nothing is added that
 * was not expected before: a 缺 or 期限 that was not written stays unwritten, and one that has no value any more goes.
 */
export function updatesOf(report: TestReport, textOf: (span: Span) => string, spelling: Spelling): Updates {
  const edits: Edit[] = [];
  const left: { test: TestResult; difference: Difference }[] = [];
  for (const test of report.tests)
    for (const difference of test.differences) {
      const span = difference.diagnostic.span;
      const text = span && difference.actual && replacement(difference.actual, textOf(span), spelling);
      const other = edits.find((e) => span && sameSpan(e.span, span));
      if (!span || text === undefined || (other && other.text !== text)) left.push({ test, difference });
      else if (!other) edits.push({ test, span, text });
    }
  // one 結果 for norms that come out differently cannot be recorded at all
  const torn = left.flatMap(({ difference }) =>
    difference.diagnostic.span ? [difference.diagnostic.span] : [],
  );
  return { edits: edits.filter((e) => !torn.some((t) => sameSpan(t, e.span))), left };
}

const sameSpan = (a: Span, b: Span): boolean => a.file === b.file && a.start === b.start && a.end === b.end;

function replacement(actual: Actual, written: string, spelling: Spelling): string | undefined {
  switch (actual.kind) {
    case 'verdict':
      return quotedAs(written, spelling.verdict(actual.verdict, unquoted(written)));
    case 'due':
      return quotedAs(written, formatDate(actual.day));
    case 'missing':
      return missingText(actual.names, written);
    case 'result':
      return resultText(actual, written, spelling);
    default:
      return assertNever(actual);
  }
}

const quoteOf = (written: string): string => (/^["']/.test(written) ? written.charAt(0) : '');
const unquoted = (written: string): string => (quoteOf(written) ? written.slice(1, -1) : written);
const quotedAs = (written: string, text: string): string => quoteOf(written) + text + quoteOf(written);

/** A list stays a list (of quoted texts, where it has them), words with 、 between them stay such. */
function missingText(names: readonly string[], written: string): string {
  const list = /^[[-]/.test(written);
  if (!list && names.length > 0) return quotedAs(written, names.join('、'));
  const quote = /["']/.exec(written)?.[0] ?? '';
  return `[${names.map((name) => quote + name + quote).join(', ')}]`;
}

/** 結果 合規 缺 甲、乙 期限 2026-10-08 */
function resultText(
  { verdict, missing, due }: Extract<Actual, { kind: 'result' }>,
  written: string,
  spelling: Spelling,
): string {
  const [, keyword = '', gap = ' ', rest = ''] = /^(\S+)(\s+)([\s\S]*)$/.exec(written) ?? [];
  const word = spelling.verdict(verdict, rest);
  const parts = [
    ...(missing === undefined ? [] : [`${spelling.missing(written)} ${missing.join('、')}`]),
    ...(due === undefined ? [] : [`${spelling.due(written)} ${formatDate(due)}`]),
  ];
  return [keyword + gap + word, ...parts].join(' ');
}

/** The text with all edits made. */
export function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end), text);
}
