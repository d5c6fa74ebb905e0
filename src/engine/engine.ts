import type { EvaluateOptions } from '../evaluate/context.ts';
import type { CaseResult } from '../evaluate/verdict.ts';
import type { Case } from '../facts/case.ts';

export const ENGINE_NAMES = ['reference', 'compiled', 'json-rules-engine'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];
/** What is held against the reference interpreter: the compiled engine in both its ways to run. */
export const CONTESTANT_NAMES = ['bytecode', 'generated', 'json-rules-engine'] as const;
export type ContestantName = (typeof CONTESTANT_NAMES)[number];

/**
 * One rulebook made ready to run. Every engine gives, for every case, what the reference interpreter gives: verdicts,
 * citations, missing facts and due dates (held by the differential tests). Never throws for a user's mistake.
 */
export interface Engine {
  readonly name: EngineName;
  evaluate(kase: Case, options: EvaluateOptions): CaseResult | Promise<CaseResult>;
}
