import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import type { LintContext } from './context.ts';
import { conditionAlwaysFalse } from './lints/condition-always-false.ts';
import { conditionAlwaysTrue } from './lints/condition-always-true.ts';
import { conditionPartIdle } from './lints/condition-part-idle.ts';
import { exceptionNeverApplies } from './lints/exception-never-applies.ts';
import { exceptionSwallowsNorm } from './lints/exception-swallows-norm.ts';
import { exceptionWithoutCitation } from './lints/exception-without-citation.ts';
import { mixedKeywordDialect } from './lints/mixed-keyword-dialect.ts';
import { normNeverApplies } from './lints/norm-never-applies.ts';
import { normShadowed } from './lints/norm-shadowed.ts';
import { normWithoutBearer } from './lints/norm-without-bearer.ts';
import { normWithoutExample } from './lints/norm-without-example.ts';
import { normWithoutGist } from './lints/norm-without-gist.ts';
import { normsContradict } from './lints/norms-contradict.ts';
import { requirementImpossible } from './lints/requirement-impossible.ts';
import { requirementVacuous } from './lints/requirement-vacuous.ts';
import { rowRedundant } from './lints/row-redundant.ts';
import { rowUnreachable } from './lints/row-unreachable.ts';
import { rowsOverlap } from './lints/rows-overlap.ts';
import { tableGap } from './lints/table-gap.ts';

export type Lint = (context: LintContext) => readonly Diagnostic[];
export const LINT_LEVELS = ['off', 'info', 'warning', 'error'] as const;
export type LintLevel = 'off' | Severity;

/**
 * Every lint under its name, which is also that of its file, its page in docs/, its fixture in tests/lint/ and its entry
 * in the catalogue. How grave it is by default stands in the catalogue.
 */
export const LINTS = {
  'condition-always-false': conditionAlwaysFalse,
  'condition-always-true': conditionAlwaysTrue,
  'condition-part-idle': conditionPartIdle,
  'exception-never-applies': exceptionNeverApplies,
  'exception-swallows-norm': exceptionSwallowsNorm,
  'exception-without-citation': exceptionWithoutCitation,
  'mixed-keyword-dialect': mixedKeywordDialect,
  'norm-never-applies': normNeverApplies,
  'norm-shadowed': normShadowed,
  'norm-without-bearer': normWithoutBearer,
  'norm-without-example': normWithoutExample,
  'norm-without-gist': normWithoutGist,
  'norms-contradict': normsContradict,
  'requirement-impossible': requirementImpossible,
  'requirement-vacuous': requirementVacuous,
  'row-redundant': rowRedundant,
  'row-unreachable': rowUnreachable,
  'rows-overlap': rowsOverlap,
  'table-gap': tableGap,
} as const satisfies Readonly<Record<string, Lint>>;
export type LintName = keyof typeof LINTS;
export const LINT_NAMES = Object.keys(LINTS) as readonly LintName[];

/** Off unless somebody asks for them, each with the reason. */
export const OFF_BY_DEFAULT: ReadonlySet<LintName> = new Set<LintName>([]);

export const isLintName = (word: string): word is LintName => Object.hasOwn(LINTS, word);
