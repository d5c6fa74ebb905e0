import type { IToken } from 'chevrotain';
import { CODES } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean, report } from '../diagnostics/report.ts';
import type { Span } from '../text/span.ts';
import type { LintContext } from './context.ts';
import { isLintName, LINT_NAMES, type LintName } from './lints.ts';
import { type FileParts, filePartsOf, partBelow } from './suppressed-part.ts';

/**
 * `# 準繩-略過 名稱：理由` (简体 `准绳-略过`, English `zhunsheng-ignore`): on a line of its own it speaks of the block or
 * clause that begins below it, behind something of its line. The reason may not be left out: whoever inherits the rule
 * must know why the finding was let pass.
 */
const MARK = /^[#＃]\s*(?:準繩|准绳|zhunsheng)[-－_ ]?(?:略過|略过|ignore)(?![\p{L}\p{N}])\s*(.*)$/iu;

interface Suppression {
  readonly lint: LintName;
  readonly span: Span;
  readonly reason: string;
  /** Only what begins in here is let pass. */
  readonly range: Span;
  /** The comment, if it speaks of nothing else, with the line or the blanks that are its own. */
  readonly comment?: Span;
}

/** A finding that a comment lets pass, and why. */
export interface LetPass {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
}
export interface Suppressed {
  /** The findings that stay, and those about the comments themselves. */
  readonly found: readonly Diagnostic[];
  readonly letPass: readonly LetPass[];
}

export function applySuppressions(
  context: LintContext,
  found: readonly Diagnostic[],
  ran: ReadonlySet<LintName>,
): Suppressed {
  const suppressions: Suppression[] = [];
  const wrong: Diagnostic[] = [];
  for (const [file, { comments }] of context.lexed()) {
    const marked = comments.filter((c) => MARK.test(c.image));
    const parts = marked.length > 0 ? filePartsOf(context, file) : undefined;
    if (parts) for (const comment of marked) read(parts, comment, suppressions, wrong);
  }
  const used = new Set<Suppression>();
  const letPass: LetPass[] = [];
  const byLint = new Map<string, Suppression[]>();
  for (const s of suppressions) {
    const list = byLint.get(keyOf(s.lint, s.span));
    if (list) list.push(s);
    else byLint.set(keyOf(s.lint, s.span), [s]);
  }
  const staying = found.filter((d) => {
    const { span } = d;
    const by = span ? (byLint.get(keyOf(d.code, span)) ?? []).filter((s) => contains(s.range, span)) : [];
    for (const s of by) used.add(s);
    if (by[0]) letPass.push({ diagnostic: d, reason: by[0].reason });
    return by.length === 0;
  });
  // a lint that did not run could not find anything
  const unused = suppressions
    .filter((s) => ran.has(s.lint) && !used.has(s))
    .map((s) => {
      const title = { zh: '刪去這句註解', en: 'Delete the comment' };
      const fix = s.comment && { title, edits: [{ span: s.comment, text: '' }], sameMeaning: true as const };
      return report('suppression-unused', s.span, { lint: s.lint }, { fix });
    });
  return { found: [...staying, ...wrong, ...unused], letPass };
}

const keyOf = (lint: string, { file }: Span): string => `${lint} ${file}`;

function read(parts: FileParts, comment: IToken, suppressions: Suppression[], wrong: Diagnostic[]): void {
  const { image, startOffset: start } = comment;
  const [, rest] = MARK.exec(image.trimEnd()) ?? [];
  if (rest === undefined) return;
  const whole: Span = { file: parts.file, start, end: start + image.trimEnd().length };
  const [, list = '', reason = ''] = /^([^:：]*)(?:[:：](.*))?$/su.exec(rest) ?? [];
  const words = list.split(/[、,，\s]+/u).filter((w) => w !== '');
  if (words.length === 0 || reason.trim() === '') {
    wrong.push(report('suppression-without-reason', whole, { found: image.trim() }));
    return;
  }
  const range = partBelow(parts, whole);
  for (const word of words) {
    const name = lintNamed(word);
    const span = {
      ...whole,
      start: start + image.indexOf(word),
      end: start + image.indexOf(word) + word.length,
    };
    const alone = words.length === 1 ? { comment: withItsBlanks(parts.text, whole) } : {};
    if (name) suppressions.push({ lint: name, span, reason: reason.trim(), range, ...alone });
    else
      wrong.push(
        report('suppression-unknown-lint', span, { name: word }, { hint: didYouMean(word, LINT_NAMES) }),
      );
  }
}

/** A comment on a line of its own goes with the line, behind something with the blanks before it. */
function withItsBlanks(text: string, { file, start, end }: Span): Span {
  let from = start;
  while (/[^\S\r\n]/u.test(text.charAt(from - 1))) from--;
  const rest = /^[^\S\r\n]*(?:\r\n|\n|\r|$)/u.exec(text.slice(end, end + 80))?.[0] ?? '';
  const whole = from === 0 || /[\r\n]/.test(text.charAt(from - 1));
  return { file, start: from, end: end + (whole ? rest.length : 0) };
}

const contains = (outer: Span, inner: Span): boolean =>
  outer.file === inner.file && outer.start <= inner.start && inner.start < outer.end;

/** By its name or by its number. */
export function lintNamed(word: string): LintName | undefined {
  const plain = word.normalize('NFKC');
  if (isLintName(plain)) return plain;
  return LINT_NAMES.find((name) => CODES[name].id === plain.toUpperCase());
}
