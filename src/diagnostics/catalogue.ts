import { CHECK_CODES } from './catalogue/check.ts';
import { CLI_CODES } from './catalogue/cli.ts';
import { EVALUATE_CODES } from './catalogue/evaluate.ts';
import { FACTS_CODES } from './catalogue/facts.ts';
import { LINT_CODES } from './catalogue/lint.ts';
import { LINTING_CODES } from './catalogue/linting.ts';
import { PROOF_LINT_CODES } from './catalogue/proof-lint.ts';
import { SOURCE_CODES } from './catalogue/source.ts';
import { SYNTAX_CODES } from './catalogue/syntax.ts';
import { TOOLS_CODES } from './catalogue/tools.ts';

/** All diagnostics of all stages: code → severity, number, wording. One table, one part a stage. */
export const CODES = {
  ...SYNTAX_CODES,
  ...CHECK_CODES,
  ...SOURCE_CODES,
  ...FACTS_CODES,
  ...EVALUATE_CODES,
  ...CLI_CODES,
  ...TOOLS_CODES,
  ...LINT_CODES,
  ...PROOF_LINT_CODES,
  ...LINTING_CODES,
} as const;
