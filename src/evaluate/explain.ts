import type { Cite } from '../check/model.ts';
import type { Bilingual } from '../diagnostics/diagnostic.ts';
import type { Case, CaseMatter } from '../facts/case.ts';
import { operands } from '../plan/operands.ts';
import type { NodeId, Plan, PlanException, PlanNorm } from '../plan/plan.ts';
import type { Span } from '../text/span.ts';
import {
  type Context,
  type EvaluateOptions,
  type Frame,
  givenFact,
  isKind,
  makeContext,
  nodeAt,
} from './context.ts';
import { definitionOf, definitionValue } from './definition.ts';
import { applies, exceptionHolds, exceptionMatters, normOf } from './exceptions.ts';
import { linked, nodeValue } from './expression.ts';
import { constantText, nodeText } from './expression-text.ts';
import { normResult, requirement } from './norm-verdict.ts';
import { decisive, ownConditions } from './trace.ts';
import type { Tri } from './value.ts';
import type { NormResult } from './verdict.ts';

export type Truth = 'true' | 'false' | 'unknown' | 'pending';

/** One line of an explanation: what is said, whether it holds, what it rests on. */
export interface Premise {
  readonly text: Bilingual;
  readonly truth: Truth;
  /** Where the rule says so. */
  readonly span: Span;
  readonly cites: readonly Cite[];
  /** A fact that was read: its value in words, and where the case gives it. */
  readonly fact?: {
    readonly matter: string;
    readonly name: string;
    readonly value: Bilingual;
    readonly span?: Span;
  };
  readonly children: readonly Premise[];
}
/** Why one norm has its verdict in one matter. */
export interface Explanation {
  readonly result: NormResult;
  readonly note?: string;
  readonly applicability: Premise;
  /** Absent where the norm does not apply. */
  readonly requirement?: Premise;
  /** Every exception that was weighed, with the reason why it holds or not. */
  readonly exceptions: readonly Premise[];
}

/** Explains every norm that concerns a matter of the case, or only those named. */
export function explain(
  plan: Plan,
  kase: Case,
  options: EvaluateOptions,
  norms?: readonly string[],
): Explanation[] {
  const ctx = makeContext(plan, kase, options);
  return kase.matters.flatMap((matter) =>
    plan.norms
      .filter((n) => isKind(plan, matter, n.kinds) && (norms?.includes(n.name) ?? true))
      .map((norm) => explainNorm(ctx, norm, matter)),
  );
}

function explainNorm(ctx: Context, norm: PlanNorm, matter: CaseMatter): Explanation {
  const result = normResult(ctx, norm, matter);
  const frame = { matter, live: false };
  const a = applies(ctx, norm, matter);
  const applicability: Premise = {
    text: { zh: '適用', en: 'applies' },
    truth: truthOf(a),
    span: norm.span,
    cites: norm.cites,
    children: conditions(ctx, norm, frame),
  };
  const base = { result, ...(norm.note === undefined ? {} : { note: norm.note }), applicability };
  if (a === false) return { ...base, exceptions: [] };
  return {
    ...base,
    requirement: {
      text: {
        zh: norm.modality === 'may' ? '可以' : '要求',
        en: norm.modality === 'may' ? 'may' : 'requires',
      },
      truth: requirement(ctx, norm, matter),
      span: norm.span,
      cites: norm.cites,
      children: premises(ctx, norm.requires, frame),
    },
    exceptions: norm.exceptions.map((e) => exceptionPremise(ctx, e, matter)),
  };
}

function exceptionPremise(ctx: Context, exception: PlanException, matter: CaseMatter): Premise {
  const { source, span } = exception;
  const truth = truthOf(exceptionHolds(ctx, exception, matter));
  if (source.kind === 'unless')
    return {
      text: { zh: '除非', en: 'unless' },
      truth,
      span,
      cites: source.cites,
      children: premises(ctx, source.when, { matter, live: false }),
    };
  const norm = normOf(ctx, source.norm);
  return {
    text: { zh: `例外：${norm.name}`, en: `exception: ${norm.name}` },
    truth,
    span,
    cites: norm.cites,
    children: exceptionMatters(ctx, exception, matter).flatMap(({ matter: m }) =>
      m
        ? [
            ...conditions(ctx, norm, { matter: m, live: false }),
            ...premises(ctx, norm.requires, { matter: m, live: false }),
          ]
        : [],
    ),
  };
}

const truthOf = (value: Tri): Truth => (value === undefined ? 'unknown' : value ? 'true' : 'false');

const conditions = (ctx: Context, norm: PlanNorm, frame: Frame): Premise[] =>
  ownConditions(ctx, norm, frame).flatMap((id) => premises(ctx, id, frame));

/** The conjuncts of a condition as premises; a condition that is always true has none. */
function premises(ctx: Context, id: NodeId, frame: Frame): Premise[] {
  const node = nodeAt(ctx.plan, id);
  if (node.op === 'const') return [];
  if (node.op === 'and') return decisive(ctx, id, frame).flatMap((a) => premises(ctx, a, frame));
  return [premise(ctx, id, frame)];
}

function premise(ctx: Context, id: NodeId, frame: Frame): Premise {
  const node = nodeAt(ctx.plan, id);
  const value = nodeValue(ctx, id, frame);
  const live = value === false && nodeValue(ctx, id, { ...frame, live: true }) === true;
  const children =
    node.op === 'or' || node.op === 'and'
      ? decisive(ctx, id, frame).map((a) => premise(ctx, a, frame))
      : evidence(ctx, id, frame);
  return {
    text: nodeText(ctx.plan, id),
    truth: live ? 'pending' : truthOf(typeof value === 'boolean' ? value : undefined),
    span: ctx.plan.spans[id] ?? frame.matter.span,
    cites: [],
    children,
  };
}

/** The facts an atom reads, and the rows of the definitions it uses, each once. */
function evidence(ctx: Context, id: NodeId, frame: Frame): Premise[] {
  const node = nodeAt(ctx.plan, id);
  if (node.op === 'fact') return [factPremise(ctx, id, frame, node.fact)];
  if (node.op === 'follow') {
    const target = linked(ctx, nodeValue(ctx, node.ref, frame));
    const own = evidence(ctx, node.ref, frame);
    return target ? [...own, ...evidence(ctx, node.target, { matter: target, live: frame.live })] : own;
  }
  if (node.op === 'table') {
    const outcome = definitionValue(ctx, node.definition, frame);
    const definition = definitionOf(ctx, node.definition);
    if (outcome.otherwise && definition.otherwise !== undefined)
      return [
        {
          text: {
            zh: `${node.definition}：${nodeText(ctx.plan, definition.otherwise).zh}`,
            en: `${node.definition}: ${nodeText(ctx.plan, definition.otherwise).en}`,
          },
          truth: 'true' as const,
          span: definition.span,
          cites: definition.cites,
          children: evidence(ctx, definition.otherwise, frame),
        },
      ];
    return outcome.rows.map((row) => ({
      text: {
        zh: `${node.definition} ＝ ${nodeText(ctx.plan, row.value).zh}`,
        en: `${node.definition} = ${nodeText(ctx.plan, row.value).en}`,
      },
      truth: 'true' as const,
      span: row.span,
      cites: row.cites,
      children: premises(ctx, row.when, { ...frame, live: false }),
    }));
  }
  if (node.op === 'aggregate') return evidence(ctx, node.list, frame);
  return operands(node).flatMap((o) => evidence(ctx, o, frame));
}

function factPremise(ctx: Context, id: NodeId, frame: Frame, name: string): Premise {
  const given = givenFact(frame.matter, name);
  const value = given && !given.rejected ? given.value : { t: 'unknown' as const };
  const words =
    value.t === 'list'
      ? { zh: `${value.v.length} 筆`, en: `${value.v.length} entries` }
      : constantText(value);
  return {
    text: { zh: `${name}：${words.zh}`, en: `${name}: ${words.en}` },
    truth: value.t === 'unknown' ? 'unknown' : 'true',
    span: ctx.plan.spans[id] ?? frame.matter.span,
    cites: [],
    fact: { matter: frame.matter.id, name, value: words, ...(given ? { span: given.span } : {}) },
    children: [],
  };
}
