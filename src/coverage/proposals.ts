import { basesFor, factsRead, judgedFirst, ownerFirst } from '../analyse/bases.ts';
import { exampleText } from '../analyse/example-text.ts';
import { findCase } from '../analyse/find-case.ts';
import { freeName, pastedExamples } from '../analyse/pasted-examples.ts';
import { reachGraph } from '../analyse/reach.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import type { Model } from '../check/model.ts';
import { engineFromPlan } from '../engine/compiled/engine-from-plan.ts';
import { exampleDiagnostics } from '../evaluate/example-verdict.ts';
import type { CaseResult, Verdict } from '../evaluate/verdict.ts';
import type { Case } from '../facts/case.ts';
import { caseFromExample } from '../facts/case-from-example.ts';
import { planFromModel } from '../plan/plan-from-model.ts';
import type { SourceFile } from '../text/span.ts';
import type { CoverageReport, Gap } from './coverage.ts';
import { observe } from './observe.ts';

/** An example that fills a gap of coverage. */
export interface CoverageProposal {
  readonly name: string;
  readonly norm: string;
  /** What the rules give now. Whether the law says so is for the drafter to check. */
  readonly verdict: Verdict;
  readonly text: string;
}

/** Cases that are decided at most: for one gap, for all, and for one when those for all are used up. */
const EACH = 2500;
const ALL = 120_000;
const FEW = 100;

/**
 * For each gap an example that would fill it, where one is found: sought from the examples and scenarios on, made small,
 * compiled with the rulebook and tried. A verdict that waits for facts is none to be proposed.
 */
export function proposalsForGaps(
  model: Model,
  files: readonly SourceFile[],
  { gaps, instrumented }: Pick<CoverageReport, 'gaps' | 'instrumented'>,
  scenarios: readonly Case[],
  calendar: WorkCalendar,
): ReadonlyMap<Gap, CoverageProposal> {
  const graph = reachGraph(model);
  const taken = new Set(model.examples.map((e) => e.name));
  const found = new Map<Gap, CoverageProposal>();
  let left = ALL;

  const propose = (gap: Gap): CoverageProposal | undefined => {
    const affected = graph.affected(gap.owner);
    const plan = planFromModel(graph.part(affected));
    const engine = engineFromPlan(plan, 'bytecode');
    // the owner itself says most plainly what it is about; a few others may have to speak for a definition
    const norms = ownerFirst(affected, gap.owner).slice(0, NORMS);
    const shows = (kase: Case, result: CaseResult) => {
      for (const norm of norms) {
        const first = judgedFirst(kase, result, norm);
        if (!first || first.verdict === 'undetermined' || first.verdict === 'conflict') continue;
        const judged = [{ norm, matter: first.matter }];
        if (!gap.filledBy(observe(instrumented, [{ kase, result, judged }], calendar))) continue;
        return { what: { norm, verdict: first.verdict }, rank: 0 };
      }
      return undefined;
    };
    const answer = findCase({
      model,
      plan,
      bases: basesFor(model, affected, gap.owner.name, scenarios),
      facts: factsRead(plan),
      focus: FOCUS,
      most: Math.min(EACH, Math.max(FEW, left)),
      decide: (kase) => {
        left -= 1;
        return engine.evaluate(kase, { asOf: kase.asOf ?? kase.actDate ?? 0, calendar });
      },
      shows,
    });
    if (!answer) return undefined;
    const { norm, verdict } = answer.what;
    const name = freeName(norm, taken);
    const text = exampleText({ name, norm, kase: answer.kase, verdict }, model);
    if (text === undefined) return undefined;
    taken.add(name);
    return { name, norm, verdict, text };
  };

  for (const gap of gaps) {
    const proposal = propose(gap);
    if (proposal) found.set(gap, proposal);
  }
  const examples = pastedExamples(files, [...found.values()]);
  const engine = engineFromPlan(instrumented.plan, 'bytecode');
  return new Map(
    [...found].filter(([gap, { name, norm }]) => {
      const example = examples.get(name);
      if (!example) return false;
      const kase = caseFromExample(example, model);
      const result = engine.evaluate(kase, { asOf: example.asOf ?? example.actDate ?? 0, calendar });
      if (exampleDiagnostics(example, kase, result).length > 0) return false;
      const judged = result.norms.filter((n) => n.norm === norm).slice(0, 1);
      return gap.filledBy(observe(instrumented, [{ kase, result, judged }], calendar));
    }),
  );
}

const NORMS = 3;
const FOCUS = 8;
