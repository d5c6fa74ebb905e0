import type { CaseResult } from '../evaluate/verdict.ts';
import type { Case, CaseValue } from '../facts/case.ts';
import { type Goal, keyOf, openNorms, type Question, subjectOf } from './question.ts';

/** A question with the answers that are tried; `weight`: of how many that many values it is one. */
export interface Tried {
  readonly question: Question;
  readonly trials: readonly { readonly value: CaseValue; readonly weight: number }[];
}
export interface Forecast {
  /** Of each question: how many more have to be answered after it, on average, if the best one is asked each time. */
  readonly after: ReadonlyMap<string, number>;
  /** Questions whose answer changes the verdict of the goal in no case, whatever the others are or are not known to be. */
  readonly idle: ReadonlySet<string>;
}

/** It is not begun where the answers, or none, to all questions make more cases than this … */
const MOST_COURSES = 4000;
/** … and given up when so many of them had to be decided: most courses are settled early. */
const MOST_CASES = 250;

/**
 * Every course that the questions can take, to its end: the decision tree with the fewest questions on average, over answers
 * that are independent of each other. Undefined where there are too many courses. What is `idle` is proven only where every
 * answer was tried (是非 and enums, and no reference that leads further).
 */
export function forecast(
  kase: Case,
  goal: Goal,
  tried: readonly Tried[],
  decide: (answers: readonly (CaseValue | undefined)[]) => CaseResult,
): Forecast | undefined {
  const courses = tried.reduce((product, { trials }) => product * (trials.length + 1), 1);
  if (courses > MOST_COURSES || tried.some((t) => t.trials.length === 0 || t.question.type.t === 'ref'))
    return undefined;
  const places = new Map(tried.map(({ question }, i) => [question.key, i]));
  const finite = tried.every(({ question: { type } }) => type.t === 'bool' || type.t === 'enum');
  let exhaustive = finite;
  const moving = new Set<number>();
  const known = new Map<string, State>();
  let exhausted = false;

  const stateAt = (chosen: readonly number[]): State => {
    const key = chosen.join();
    const before = known.get(key);
    if (before) return before;
    if (known.size >= MOST_CASES) exhausted = true;
    if (exhausted) return NOWHERE;
    const result = decide(chosen.map((at, i) => tried[i]?.trials[at]?.value));
    const open = new Set<number>();
    let beyond = 0;
    for (const askable of askableKeys(kase, result, goal)) {
      const place = places.get(askable);
      if (place === undefined) beyond += 1;
      else if (chosen[place] === NONE) open.add(place);
    }
    if (beyond > 0) exhaustive = false;
    const state: State = { open: [...open].sort((a, b) => a - b), beyond, mark: markOf(result, goal) };
    known.set(key, state);
    return state;
  };

  const best = new Map<string, Course>();
  /** What is left to do if the best question is asked each time. */
  const onwards = (chosen: readonly number[]): Course => {
    const key = chosen.join();
    const before = best.get(key);
    if (before) return before;
    const { open, beyond } = stateAt(chosen);
    const all = open.map((place) => after(chosen, place));
    const moves = beyond > 0 || all.some((course) => course.moves);
    const least = all.length === 0 ? beyond : 1 + Math.min(...all.map((course) => course.questions));
    // where every answer was tried and none moves the verdict, nothing is asked
    const course = { questions: moves || !finite ? least : 0, moves };
    best.set(key, course);
    return course;
  };
  const after = (chosen: readonly number[], place: number): Course => {
    const { mark } = stateAt(chosen);
    let sum = 0;
    let weight = 0;
    let moves = false;
    for (const [at, trial] of (tried[place]?.trials ?? []).entries()) {
      const then = chosen.map((c, i) => (i === place ? at : c));
      if (stateAt(then).mark !== mark) {
        moving.add(place);
        moves = true;
      }
      const course = onwards(then);
      moves ||= course.moves;
      sum += trial.weight * course.questions;
      weight += trial.weight;
    }
    return { questions: sum / weight, moves };
  };

  const start = tried.map(() => NONE);
  const expected = new Map(tried.map(({ question }, place) => [question.key, after(start, place).questions]));
  if (exhausted) return undefined;
  const idle = tried.flatMap(({ question }, place) => (moving.has(place) ? [] : [question.key]));
  return { after: expected, idle: new Set(exhaustive ? idle : []) };
}

const NONE = -1;

interface Course {
  readonly questions: number;
  /** Whether an answer on the way changes the verdict of the goal. */
  readonly moves: boolean;
}

interface State {
  /** Places of the questions that are open, in order. */
  readonly open: readonly number[];
  /** How many questions are open that were not there at the start. */
  readonly beyond: number;
  readonly mark: string;
}

const NOWHERE: State = { open: [], beyond: 0, mark: '' };

/** What of a result a goal is about: the verdict of the case, or of each of its norms. */
export function markOf(result: CaseResult, goal: Goal): string {
  switch (goal.kind) {
    case 'case':
      return result.verdict;
    case 'norm':
      return result.norms
        .filter((n) => n.norm === goal.norm)
        .map((n) => n.verdict)
        .join();
    case 'all':
      return result.norms.map((n) => n.verdict).join();
  }
}

export function askableKeys(kase: Case, result: CaseResult, goal: Goal): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const norm of openNorms(result, goal))
    for (const missing of norm.missing) {
      const subject = subjectOf(missing, kase);
      if (subject) keys.add(keyOf(subject));
    }
  return keys;
}
