import type { WorkCalendar } from '../../calendar/calendar.ts';
import { bookForce, inForceOf } from '../../evaluate/book-force.ts';
import { type Context, type EvaluateOptions, makeContext } from '../../evaluate/context.ts';
import { contradictions } from '../../evaluate/contradictions.ts';
import { caseVerdict, countVerdicts } from '../../evaluate/evaluate.ts';
import { normOf } from '../../evaluate/exceptions.ts';
import { trace } from '../../evaluate/trace.ts';
import type { CaseResult, NormResult } from '../../evaluate/verdict.ts';
import type { Case } from '../../facts/case.ts';
import type { Plan, PlanException } from '../../plan/plan.ts';
import { invariant } from '../../text/invariant.ts';
import type { Engine } from '../engine.ts';
import { exportData } from './export-data.ts';
import { type Runner, runner, type StockEngineClass } from './module/index.ts';
import type { NormVerdict } from './module/run.ts';
import { plainCase } from './plain-case.ts';

export interface JsonRulesEngine extends Engine {
  readonly name: 'json-rules-engine';
  evaluate(kase: Case, options: EvaluateOptions): Promise<CaseResult>;
  /** The verdicts alone, as an export gives them. */
  verdicts(kase: Case, options: EvaluateOptions): Promise<readonly NormVerdict[]>;
}

/**
 * The rulebook as it is exported, run in memory by the stock package (its class `Engine`). Verdicts, what is missing,
 * due dates and what defeats come from it; what a verdict rests on is worked out by the walkers of evaluate/.
 */
export function jsonRulesEngine(plan: Plan, Stock: StockEngineClass): JsonRulesEngine {
  const runners = new WeakMap<WorkCalendar, Runner>();
  const runnerFor = (calendar: WorkCalendar): Runner => {
    const known = runners.get(calendar) ?? runner(exportData(plan, calendar));
    runners.set(calendar, known);
    return known;
  };
  const verdicts = (kase: Case, options: EvaluateOptions) =>
    runnerFor(options.calendar)(Stock, plainCase(kase, kase.asOf ?? options.asOf));
  return {
    name: 'json-rules-engine',
    verdicts,
    evaluate: async (kase, options) => caseResult(plan, kase, options, await verdicts(kase, options)),
  };
}

function caseResult(
  plan: Plan,
  kase: Case,
  options: EvaluateOptions,
  verdicts: readonly NormVerdict[],
): CaseResult {
  const ctx = makeContext(plan, kase, options);
  const norms = verdicts.map((v) => normResult(ctx, v));
  const book = bookForce(plan, kase, () => ctx);
  return {
    title: kase.title,
    verdict: caseVerdict(norms),
    inForce: inForceOf(book, kase),
    book,
    ...(kase.actDate === undefined ? {} : { actDate: kase.actDate }),
    asOf: ctx.asOf,
    norms,
    counts: countVerdicts(norms),
    contradictions: kase.matters.flatMap((m) => contradictions(ctx, m)),
    diagnostics: [],
  };
}

function normResult(ctx: Context, found: NormVerdict): NormResult {
  const norm = ctx.norms().get(found.norm);
  const matter = ctx.matters.get(found.matter);
  invariant(norm && matter, `${found.norm} of ${found.matter}`);
  return {
    norm: norm.name,
    matter: matter.id,
    matterKind: matter.kind,
    verdict: found.verdict,
    modality: norm.modality,
    strength: norm.strength,
    bearers: norm.bearers,
    cites: norm.cites,
    ...(norm.gist === undefined ? {} : { gist: norm.gist }),
    missing: found.missing,
    harmless: found.harmless,
    ...(found.due === undefined ? {} : { due: found.due }),
    exemptBy: found.exemptBy.flatMap((i) => defeater(ctx, norm.exceptions[i])),
    ...trace(ctx, norm, matter),
    span: norm.span,
  };
}

function defeater(ctx: Context, exception: PlanException | undefined): NormResult['exemptBy'] {
  if (!exception) return [];
  const { source, span } = exception;
  return source.kind === 'unless'
    ? [{ cites: source.cites, span }]
    : [{ norm: source.norm, cites: normOf(ctx, source.norm).cites, span }];
}
