import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import type { LintContext } from './context.ts';
import { exceptionWithoutCitation } from './lints/exception-without-citation.ts';
import { mixedKeywordDialect } from './lints/mixed-keyword-dialect.ts';
import { normWithoutBearer } from './lints/norm-without-bearer.ts';
import { normWithoutExample } from './lints/norm-without-example.ts';
import { normWithoutGist } from './lints/norm-without-gist.ts';

export type Lint = (context: LintContext) => readonly Diagnostic[];
export const LINT_LEVELS = ['off', 'info', 'warning', 'error'] as const;
export type LintLevel = 'off' | Severity;

/**
 * Every lint under its name, which is also that of its file, its page in docs/, its fixture in tests/lint/ and its entry
 * in the catalogue. How grave it is by default stands in the catalogue.
 */
export const LINTS = {
  'exception-without-citation': exceptionWithoutCitation,
  'mixed-keyword-dialect': mixedKeywordDialect,
  'norm-without-bearer': normWithoutBearer,
  'norm-without-example': normWithoutExample,
  'norm-without-gist': normWithoutGist,
} as const satisfies Readonly<Record<string, Lint>>;
export type LintName = keyof typeof LINTS;
export const LINT_NAMES = Object.keys(LINTS) as readonly LintName[];

/** Off unless somebody asks for them, each with the reason. */
export const OFF_BY_DEFAULT: ReadonlySet<LintName> = new Set<LintName>([]);

export const isLintName = (word: string): word is LintName => Object.hasOwn(LINTS, word);
