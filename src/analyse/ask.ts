import type { WorkCalendar } from '../calendar/calendar.ts';
import type { Model } from '../check/model.ts';
import type { CompiledEngine } from '../engine/compiled/compiled.ts';
import { engineOf } from '../engine/compiled/engine-from-plan.ts';
import type { CaseResult, Missing, NormResult } from '../evaluate/verdict.ts';
import { type Answer, answered } from '../facts/answer.ts';
import type { Case, CaseValue } from '../facts/case.ts';
import type { Plan } from '../plan/plan.ts';
import { forecast, type Tried } from './forecast.ts';
import {
  type Goal,
  keyOf,
  obstaclesOf,
  openNorms,
  type Question,
  questionsOf,
  subjectOf,
} from './question.ts';
import { type Trial, trialsFor } from './trial-values.ts';

export interface AskOptions {
  /** 查核日期 as a day number; a date in the case itself wins over it. */
  readonly asOf: number;
  readonly calendar: WorkCalendar;
  readonly goal: Goal;
}
export interface RankedQuestion extends Question {
  /** How many questions are expected after its answer until the goal is settled; see README.md of this folder. */
  readonly remaining: number;
}
export interface Asked {
  readonly result: CaseResult;
  /** `settled`: no answer changes the verdict of the goal any more. `open`: these questions can. `stuck`: it is open, and
   *  nothing that can be answered settles it. */
  readonly state: 'settled' | 'open' | 'stuck';
  /** The best one first. */
  readonly questions: readonly RankedQuestion[];
  /** What keeps the goal open and no answer helps against. */
  readonly obstacles: readonly Missing[];
}
export type Asker = (kase: Case, options: AskOptions) => Asked;

/**
 * What has to be known before a goal is settled, in the order that settles it soonest: on average over the answers
 * (trial-values.ts), the fewest questions follow. Where few questions are open that is worked out to the end, and what is
 * shown there to change nothing is not asked (forecast.ts); where there are many, that question comes first after which the
 * fewest stay open.
 */
export function asker(model: Model, plan: Plan, engine: CompiledEngine = engineOf(plan)): Asker {
  const trials = trialsFor(model, plan);
  return (kase, options) => {
    const decide = (c: Case): CaseResult =>
      engine.evaluate(c, { asOf: options.asOf, calendar: options.calendar });
    const result = decide(kase);
    const open = openNorms(result, options.goal);
    const dated = kase.asOf === undefined ? { ...kase, asOf: options.asOf } : kase;
    const outlook = outlookOf(kase, result, open, options.goal);
    const views = questionsOf(model, kase, open).map((question) => ({
      question,
      views: classes(
        answersTo(question, trials(dated, question)).map(({ answer, trial }) => ({
          trial,
          ...outlook(question, decide(answered(kase, model, answer))),
        })),
      ),
    }));
    const tried = views.map(
      ({ question, views: own }): Tried => ({
        question,
        trials: own.flatMap(({ trial, weight }) => (trial ? [{ value: trial.value, weight }] : [])),
      }),
    );
    const whole = forecast(kase, options.goal, tried, (values) =>
      decide(
        values.reduce<Case>((c, value, i) => {
          const question = tried[i]?.question;
          return value && question ? answered(c, model, answerWith(question, value)) : c;
        }, kase),
      ),
    );
    const ranked = views
      .filter(({ question }) => !whole?.idle.has(question.key))
      .map(({ question, views: own }) => ({
        ...question,
        remaining: whole?.after.get(question.key) ?? meanOpen(own, views.length),
      }));
    return {
      result,
      state: open.length === 0 ? 'settled' : ranked.length === 0 ? 'stuck' : 'open',
      questions: inOrder(ranked),
      obstacles: obstaclesOf(kase, open),
    };
  };
}

/** The answers to try, given as those would who may give them; a matter that is missing can only be supplied. */
function answersTo(
  question: Question,
  trials: readonly Trial[],
): readonly { readonly answer: Answer; readonly trial?: Trial }[] {
  const { subject, type } = question;
  if (subject.kind === 'link')
    return type.t === 'ref' ? [{ answer: { subject, matterKind: type.kind } }] : [];
  return trials.map((trial) => ({ answer: answerWith(question, trial.value), trial }));
}

function answerWith({ subject, decl }: Question, value: CaseValue): Answer {
  if (subject.kind === 'link') return { subject, matterKind: '' };
  const [by] = decl?.attesters ?? [];
  return { subject, value, ...(by === undefined ? {} : { attestation: { by } }) };
}

/** What an answer leaves open, and a mark by which answers with the same consequences are known. */
interface Outlook {
  readonly open: number;
  readonly mark: string;
}
interface View extends Outlook {
  readonly trial?: Trial | undefined;
}

/** Answers of types without end count once for each consequence that they have; members of an enum each for itself. */
function classes(views: readonly View[]): readonly (View & { readonly weight: number })[] {
  const seen = new Set<string>();
  return views.flatMap((view) => {
    const stands = view.trial?.stands;
    if (stands !== undefined) return [{ ...view, weight: stands }];
    if (seen.has(view.mark)) return [];
    seen.add(view.mark);
    return [{ ...view, weight: 1 }];
  });
}

/** Where nothing can be tried, all others stay open. */
function meanOpen(views: readonly (Outlook & { readonly weight: number })[], questions: number): number {
  const weight = views.reduce((sum, v) => sum + v.weight, 0);
  return weight === 0 ? questions - 1 : views.reduce((sum, v) => sum + v.open * v.weight, 0) / weight;
}

/**
 * How many questions a result leaves, told from the norms that wait for the answer: others stay as they were, since an open
 * norm is moved by nothing but what it says is missing (tests/properties/relevance.test.ts).
 */
function outlookOf(
  kase: Case,
  before: CaseResult,
  open: readonly NormResult[],
  goal: Goal,
): (question: Question, result: CaseResult) => Outlook {
  const keys = (norm: NormResult): readonly string[] =>
    norm.missing.flatMap((missing) => {
      const subject = subjectOf(missing, kase);
      return subject ? [keyOf(subject)] : [];
    });
  const kept = new Map(open.map((norm) => [norm, keys(norm)]));
  const places = new Map(before.norms.map((norm, i) => [norm, i]));
  return (question, result) => {
    const now = new Set(openNorms(result, goal));
    const left = new Set<string>();
    const marks: string[] = [];
    const add = (norm: NormResult | undefined): void => {
      if (!norm) return;
      marks.push(norm.verdict);
      if (!now.has(norm)) return;
      for (const key of keys(norm)) {
        left.add(key);
        marks.push(key);
      }
    };
    // a matter more brings norms of its own
    if (result.norms.length !== before.norms.length) for (const norm of now) add(norm);
    else if (now.size > 0) {
      const moved = new Set(question.norms);
      for (const [norm, same] of kept)
        if (moved.has(norm)) add(result.norms[places.get(norm) ?? -1]);
        else for (const key of same) left.add(key);
    }
    left.delete(question.key);
    return { open: left.size, mark: marks.join('\n') };
  };
}

/**
 * What was answered 未知 comes last; then by what remains, by how many norms wait for it, a fact before what somebody has to
 * attest, and as the vocabulary has them.
 */
function inOrder(questions: readonly RankedQuestion[]): readonly RankedQuestion[] {
  const rank = (q: RankedQuestion): readonly number[] => [
    q.reason === 'unknown' ? 1 : 0,
    Number(q.remaining.toPrecision(9)),
    -q.norms.length,
    (q.decl?.attesters.length ?? 0) > 0 ? 1 : 0,
  ];
  return questions
    .map((question) => ({ question, rank: rank(question) }))
    .sort((a, b) => {
      const at = a.rank.findIndex((n, i) => n !== b.rank[i]);
      return at < 0 ? 0 : (a.rank[at] ?? 0) - (b.rank[at] ?? 0);
    })
    .map(({ question }) => question);
}
