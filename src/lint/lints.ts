import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import type { LintContext } from './context.ts';
import { aliasNeverUsed } from './lints/alias-never-used.ts';
import { bearerUnknown } from './lints/bearer-unknown.ts';
import { citationRepeated } from './lints/citation-repeated.ts';
import { citationTooWide } from './lints/citation-too-wide.ts';
import { conditionAlwaysFalse } from './lints/condition-always-false.ts';
import { conditionAlwaysTrue } from './lints/condition-always-true.ts';
import { conditionPartIdle } from './lints/condition-part-idle.ts';
import { confusableCharacter } from './lints/confusable-character.ts';
import { deadlineBeyondCalendar } from './lints/deadline-beyond-calendar.ts';
import { doubleNegation } from './lints/double-negation.ts';
import { enumMemberNeverUsed } from './lints/enum-member-never-used.ts';
import { exampleRepeated } from './lints/example-repeated.ts';
import { examplesOneSided } from './lints/examples-one-sided.ts';
import { exceptionNeverApplies } from './lints/exception-never-applies.ts';
import { exceptionSwallowsNorm } from './lints/exception-swallows-norm.ts';
import { exceptionWithoutCitation } from './lints/exception-without-citation.ts';
import { factNeverRead } from './lints/fact-never-read.ts';
import { gistNumberDiffers } from './lints/gist-number-differs.ts';
import { gistRepeated } from './lints/gist-repeated.ts';
import { gistTooLong } from './lints/gist-too-long.ts';
import { judgementWithoutAttester } from './lints/judgement-without-attester.ts';
import { limitRepeated } from './lints/limit-repeated.ts';
import { mixedKeywordDialect } from './lints/mixed-keyword-dialect.ts';
import { nameSpeltOtherwise } from './lints/name-spelt-otherwise.ts';
import { namesAlike } from './lints/names-alike.ts';
import { nearDuplicateNorms } from './lints/near-duplicate-norms.ts';
import { normNeverApplies } from './lints/norm-never-applies.ts';
import { normShadowed } from './lints/norm-shadowed.ts';
import { normWithoutBearer } from './lints/norm-without-bearer.ts';
import { normWithoutExample } from './lints/norm-without-example.ts';
import { normWithoutGist } from './lints/norm-without-gist.ts';
import { normsContradict } from './lints/norms-contradict.ts';
import { numberNotInText } from './lints/number-not-in-text.ts';
import { parameterNeverGiven } from './lints/parameter-never-given.ts';
import { readingNeverTried } from './lints/reading-never-tried.ts';
import { requirementImpossible } from './lints/requirement-impossible.ts';
import { requirementVacuous } from './lints/requirement-vacuous.ts';
import { rowRedundant } from './lints/row-redundant.ts';
import { rowUnreachable } from './lints/row-unreachable.ts';
import { rowsOverlap } from './lints/rows-overlap.ts';
import { softWordsAsHard } from './lints/soft-words-as-hard.ts';
import { tableGap } from './lints/table-gap.ts';
import { unfinishedNote } from './lints/unfinished-note.ts';

export type Lint = (context: LintContext) => readonly Diagnostic[];
export const LINT_LEVELS = ['off', 'info', 'warning', 'error'] as const;
export type LintLevel = 'off' | Severity;

/**
 * Every lint under its name, which is also that of its file, its page in docs/, its fixture in tests/lint/ and its entry
 * in the catalogue. How grave it is by default stands in the catalogue.
 */
export const LINTS = {
  'alias-never-used': aliasNeverUsed,
  'bearer-unknown': bearerUnknown,
  'citation-repeated': citationRepeated,
  'citation-too-wide': citationTooWide,
  'condition-always-false': conditionAlwaysFalse,
  'condition-always-true': conditionAlwaysTrue,
  'condition-part-idle': conditionPartIdle,
  'confusable-character': confusableCharacter,
  'deadline-beyond-calendar': deadlineBeyondCalendar,
  'double-negation': doubleNegation,
  'enum-member-never-used': enumMemberNeverUsed,
  'example-repeated': exampleRepeated,
  'examples-one-sided': examplesOneSided,
  'exception-never-applies': exceptionNeverApplies,
  'exception-swallows-norm': exceptionSwallowsNorm,
  'exception-without-citation': exceptionWithoutCitation,
  'fact-never-read': factNeverRead,
  'gist-number-differs': gistNumberDiffers,
  'gist-repeated': gistRepeated,
  'gist-too-long': gistTooLong,
  'judgement-without-attester': judgementWithoutAttester,
  'limit-repeated': limitRepeated,
  'mixed-keyword-dialect': mixedKeywordDialect,
  'name-spelt-otherwise': nameSpeltOtherwise,
  'names-alike': namesAlike,
  'near-duplicate-norms': nearDuplicateNorms,
  'norm-never-applies': normNeverApplies,
  'norm-shadowed': normShadowed,
  'norm-without-bearer': normWithoutBearer,
  'norm-without-example': normWithoutExample,
  'norm-without-gist': normWithoutGist,
  'norms-contradict': normsContradict,
  'number-not-in-text': numberNotInText,
  'parameter-never-given': parameterNeverGiven,
  'reading-never-tried': readingNeverTried,
  'requirement-impossible': requirementImpossible,
  'requirement-vacuous': requirementVacuous,
  'row-redundant': rowRedundant,
  'row-unreachable': rowUnreachable,
  'rows-overlap': rowsOverlap,
  'soft-words-as-hard': softWordsAsHard,
  'table-gap': tableGap,
  'unfinished-note': unfinishedNote,
} as const satisfies Readonly<Record<string, Lint>>;
export type LintName = keyof typeof LINTS;
export const LINT_NAMES = Object.keys(LINTS) as readonly LintName[];

/** Off unless somebody asks for them, each with the reason. */
export const OFF_BY_DEFAULT: ReadonlySet<LintName> = new Set<LintName>([]);

export const isLintName = (word: string): word is LintName => Object.hasOwn(LINTS, word);
