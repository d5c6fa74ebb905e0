import type { Asked, Asker, AskOptions } from '../analyse/ask.ts';
import type { Goal } from '../analyse/question.ts';
import type { Model } from '../check/model.ts';
import type { Answer } from '../facts/answer.ts';
import type { Case } from '../facts/case.ts';
import { withAnswer } from '../facts/case-editor.ts';
import { readCases } from '../facts/read-cases.ts';
import type { Plan } from '../plan/plan.ts';
import { missingText } from '../report/missing-text.ts';
import type { Voice } from '../report/voice.ts';
import { WORD } from '../report/wording.ts';
import { printable } from '../text/display-width.ts';
import { invariant } from '../text/invariant.ts';
import type { SourceFile } from '../text/span.ts';
import { askAnswers } from './ask-answers.ts';
import type { Asking, Screen } from './ask-screen.ts';
import { aboutLines, progressLine, questionTitle } from './ask-wording.ts';
import { say } from './messages.ts';

export interface InterviewSettings {
  readonly model: Model;
  readonly plan: Plan;
  readonly ask: Asker;
  readonly options: AskOptions;
  readonly screen: Screen;
  readonly voice: Voice;
  /** Is told the text of the case file after every answer. */
  readonly keep: (text: string) => void;
}
/** How far it has come: the text of the case file, and what was answered «I do not know». */
interface Step {
  readonly text: string;
  readonly skipped: ReadonlySet<string>;
}
export interface Interviewed {
  readonly text: string;
  /** Ended by the user before nothing was left to ask. */
  readonly left: boolean;
}

/**
 * Asks until the goal is settled, nothing is left to ask, or the user leaves. The case is always the one that the text of
 * the file says; going back takes the text back.
 */
export async function interview(settings: InterviewSettings, file: SourceFile): Promise<Interviewed> {
  const { model, ask, options, keep } = settings;
  const history: Step[] = [];
  let step: Step = { text: file.text, skipped: new Set() };
  let again = false;
  let { goal } = options;
  for (;;) {
    keep(step.text);
    const kase = caseIn({ name: file.name, text: step.text }, model);
    const asked = ask(kase, { ...options, goal });
    const questions = asked.questions.filter(
      (q) => !step.skipped.has(q.key) && (again || q.reason !== 'unknown'),
    );
    const [question] = questions;
    if (!question) {
      const rest = goal.kind === 'case' ? ask(kase, { ...options, goal: { kind: 'all' } }).questions : [];
      const more = rest.filter((q) => q.reason !== 'unknown' && !step.skipped.has(q.key)).length;
      const end = await atTheEnd(settings, goal, kase, asked, { back: history.length > 0, more });
      if (end === 'done' || end === 'leave') return { text: step.text, left: end === 'leave' };
      if (end === 'all') goal = { kind: 'all' };
      else if (end === 'again') {
        history.push(step);
        again = true;
        step = { ...step, skipped: new Set() };
      } else step = history.pop() ?? step;
      continue;
    }
    const { voice } = settings;
    const asking: Asking = {
      progress: progressLine(asked.result, questions, voice),
      title: questionTitle(question, kase, voice),
      about: aboutLines(question, model, settings.plan, voice),
      back: history.length > 0,
      skip: true,
    };
    const reply = await askAnswers({ ...settings, kase }, question, asking);
    switch (reply.did) {
      case 'leave':
        return { text: step.text, left: true };
      case 'back':
        step = history.pop() ?? step;
        break;
      case 'skip':
        history.push(step);
        step = {
          // what stands there without its attester stays there
          text:
            question.reason === 'absent'
              ? unknownIn(file.name, step.text, model, question.subject)
              : step.text,
          skipped: new Set([...step.skipped, question.key]),
        };
        break;
      case 'answer': {
        history.push(step);
        const text = reply.value.reduce(
          (before, answer) => written(file.name, before, model, answer),
          step.text,
        );
        step = { ...step, text };
        break;
      }
      case 'save':
        invariant(false, 'the screen saves');
    }
  }
}

function caseIn(file: SourceFile, model: Model): Case {
  const { value, diagnostics } = readCases(file, model);
  const [kase] = value;
  invariant(kase && !diagnostics.some((d) => d.severity === 'error'), 'an answer spoils the case file');
  return kase;
}

function written(name: string, text: string, model: Model, answer: Answer): string {
  const after = withAnswer({ name, text }, model, answer);
  invariant(after !== undefined, 'the place of an answer is in the file');
  return after;
}

/** 未知 where the case format can say so. */
function unknownIn(name: string, text: string, model: Model, subject: Answer['subject']): string {
  return subject.kind === 'fact' || subject.kind === 'field'
    ? written(name, text, model, { subject, value: { t: 'unknown' } })
    : text;
}

type End = 'done' | 'all' | 'again' | 'back' | 'leave';

/** Nothing is left to ask: settled, or some things are not known. `more`: questions of norms that no longer matter to the case. */
async function atTheEnd(
  { screen, voice, plan }: InterviewSettings,
  goal: Goal,
  kase: Case,
  { state, questions, obstacles, result }: Asked,
  { back, more }: { readonly back: boolean; readonly more: number },
): Promise<End> {
  const left = questions.length;
  const title =
    state === 'settled'
      ? say(voice, `ask.settled.${goal.kind}`, goal.kind === 'norm' ? { norm: printable(goal.norm) } : {})
      : left > 0
        ? say(voice, 'ask.leftOpen', {
            n: left,
            names: questions.map((q) => questionTitle(q, kase, voice)).join(voice.say(WORD.sequence)),
          })
        : say(voice, 'ask.stuck', {
            missing: obstacles
              .map((m) => missingText(m, { matter: 'matter' in m ? m.matter : '' }, { plan, kase }, voice))
              .join(voice.say(WORD.sequence)),
          });
  if (!back && left === 0) {
    screen.note(title, ...(more > 0 ? [say(voice, 'ask.moreWithAll', { n: more })] : []));
    return 'done';
  }
  const reply = await screen.choose<End>(
    { progress: progressLine(result, [], voice), title, back, skip: false },
    [
      { value: 'done', label: say(voice, 'ask.finish') },
      ...(left > 0 ? [{ value: 'again', label: say(voice, 'ask.askAgain', { n: left }) } as const] : []),
      ...(more > 0 ? [{ value: 'all', label: say(voice, 'ask.goOn', { n: more }) } as const] : []),
    ],
  );
  return reply.did === 'answer' ? reply.value : reply.did === 'back' ? 'back' : 'leave';
}
