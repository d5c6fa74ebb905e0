import { bookForce, inForceOf } from '../../evaluate/book-force.ts';
import { type Context, type EvaluateOptions, makeContext } from '../../evaluate/context.ts';
import { contradictions } from '../../evaluate/contradictions.ts';
import { caseVerdict, countVerdicts } from '../../evaluate/evaluate.ts';
import { defeaters, dueOfNorm, missingOf } from '../../evaluate/norm-verdict.ts';
import { type Trace, trace } from '../../evaluate/trace.ts';
import type { CaseResult, NormResult, Verdict } from '../../evaluate/verdict.ts';
import type { Case, CaseMatter } from '../../facts/case.ts';
import type { Plan, PlanNorm } from '../../plan/plan.ts';
import { invariant } from '../../text/invariant.ts';
import { once } from '../../text/once.ts';
import type { Engine } from '../engine.ts';
import { HARMLESS, OPEN, type VerdictCode, verdictOfCode } from './codes.ts';
import { type Machine, type Mode, makeMachine } from './machine.ts';
import type { Program } from './program.ts';
import { type RowEvaluator, rowEvaluator } from './row.ts';

export interface CompiledEngine extends Engine {
  readonly name: 'compiled';
  readonly program: Program;
  evaluate(kase: Case, options: EvaluateOptions): CaseResult;
  /** For many cases of one matter each, as plain values: verdict codes without citations. */
  rows(kind: string, options: EvaluateOptions): RowEvaluator;
}

/**
 * The plan lowered to a program and run on registers. Verdicts come from the program alone; missing facts, due dates
 * and what a verdict rests on are worked out by the walkers of evaluate/ for those norms of which they are asked.
 */
export function compiledEngine(plan: Plan, program: Program, mode: Mode = 'auto'): CompiledEngine {
  const machine = makeMachine(program, mode);
  return {
    name: 'compiled',
    program,
    evaluate: (kase, options) => evaluateCase(plan, machine, kase, options),
    rows: (kind, options) => rowEvaluator(plan, machine, kind, options),
  };
}

function evaluateCase(plan: Plan, machine: Machine, kase: Case, options: EvaluateOptions): CaseResult {
  const asOf = kase.asOf ?? options.asOf;
  const context = once(() => makeContext(plan, kase, options));
  const frames = machine.run(kase, asOf, options.calendar);
  const norms = kase.matters.flatMap((matter, i) => {
    const frame = frames[i];
    if (!frame) return [];
    return frame.unit.norms.map(({ norm }, k) => {
      const declared = plan.norms[norm];
      invariant(declared, `norm ${norm}`);
      return normResult(declared, matter, frame.V[k] as VerdictCode, machine.conflict(), context);
    });
  });
  const book = once(() => bookForce(plan, kase, context));
  return {
    title: kase.title,
    verdict: caseVerdict(norms),
    get inForce() {
      return inForceOf(book(), kase);
    },
    get book() {
      return book();
    },
    ...(kase.actDate === undefined ? {} : { actDate: kase.actDate }),
    asOf,
    norms,
    counts: countVerdicts(norms),
    contradictions: kase.matters.flatMap((matter, i) =>
      frames[i]?.unit.mayContradict ? contradictions(context(), matter) : [],
    ),
    diagnostics: [],
  };
}

/** What explains the verdict is worked out when it is read. */
function normResult(
  norm: PlanNorm,
  matter: CaseMatter,
  code: VerdictCode,
  mayConflict: boolean,
  context: () => Context,
): NormResult {
  const open = code === OPEN || code === HARMLESS;
  const missing = once(() => (open ? missingOf(context(), norm, matter) : []));
  const traced = once((): Trace => trace(context(), norm, matter));
  const verdict: Verdict =
    open && mayConflict && missing().length > 0 && missing().every((m) => m.kind === 'conflict')
      ? 'conflict'
      : verdictOfCode(code);
  const due = verdict === 'pending' ? dueOfNorm(context(), norm, matter) : undefined;
  const exemptBy = once(() => (verdict === 'exempt' ? defeaters(context(), norm, matter) : []));
  return {
    norm: norm.name,
    matter: matter.id,
    matterKind: matter.kind,
    verdict,
    modality: norm.modality,
    strength: norm.strength,
    bearers: norm.bearers,
    cites: norm.cites,
    ...(norm.gist === undefined ? {} : { gist: norm.gist }),
    harmless: code === HARMLESS,
    ...(due === undefined ? {} : { due }),
    span: norm.span,
    get missing() {
      return missing();
    },
    get exemptBy() {
      return exemptBy();
    },
    get used() {
      return traced().used;
    },
    get dueNotes() {
      return traced().dueNotes;
    },
    get readings() {
      return traced().readings;
    },
    get params() {
      return traced().params;
    },
    get rows() {
      return traced().rows;
    },
  };
}
