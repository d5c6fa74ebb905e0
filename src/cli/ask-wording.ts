import type { RankedQuestion } from '../analyse/ask.ts';
import type { Question } from '../analyse/question.ts';
import type { Model } from '../check/model.ts';
import type { CaseResult } from '../evaluate/verdict.ts';
import type { Case } from '../facts/case.ts';
import { exampleAnswer } from '../facts/read-answer.ts';
import type { Plan } from '../plan/plan.ts';
import { citesText, countsText } from '../report/case-pretty.ts';
import { valueText } from '../report/value-text.ts';
import type { Voice } from '../report/voice.ts';
import { WORD } from '../report/wording.ts';
import { printable } from '../text/display-width.ts';
import { say } from './messages.ts';

/** Norms that are named as the reason of a question; the others are counted. */
const MOST_NORMS = 2;

/** What is asked, in one line. */
export function questionTitle({ subject }: Question, kase: Case, voice: Voice): string {
  switch (subject.kind) {
    case 'param':
      return say(voice, 'ask.param', { name: printable(subject.name) });
    case 'actDate':
      return say(voice, 'ask.actDate');
    case 'link':
      return say(voice, 'ask.link', { id: printable(subject.id) });
    case 'fact':
    case 'field': {
      const list = printable(subject.fact);
      const name =
        subject.kind === 'fact'
          ? list
          : say(voice, 'ask.field', { list, n: subject.index + 1, name: printable(subject.field) });
      return kase.matters.length > 1
        ? say(voice, 'ask.of', { matter: printable(subject.matter), name })
        : name;
    }
  }
}

/** What it means, who says so, and which norms wait for it. */
export function aboutLines(question: Question, model: Model, plan: Plan, voice: Voice): readonly string[] {
  const { decl, norms, given, reason, type, subject } = question;
  const who = (decl?.attesters ?? []).map(printable).join(voice.say(WORD.sequence));
  const typed = ['number', 'duration', 'time'].includes(type.t) ? exampleAnswer(type, model) : '';
  const notes = [
    ...(decl?.description === undefined ? [] : [printable(decl.description)]),
    ...(typed === '' || subject.kind === 'link' ? [] : [say(voice, 'ask.example.value', { example: typed })]),
    ...(who === '' ? [] : [say(voice, 'ask.attesters', { who })]),
  ];
  const standing =
    given && reason === 'unattested'
      ? [say(voice, 'ask.unattested', { value: valueText(given, voice) })]
      : given && reason === 'wrong-attester'
        ? [say(voice, 'ask.wrongAttester', { value: valueText(given, voice) })]
        : [];
  const shown = distinctNorms(norms).slice(0, MOST_NORMS);
  const why = shown.flatMap((norm, i) => {
    const book = i === 0 ? plan.book?.title : undefined;
    const cites = citesText(norm.cites, book, voice);
    return [
      voice.paint('dim', `${say(voice, 'ask.why')}${printable(norm.norm)}  ${cites}`.trimEnd()),
      ...(norm.gist === undefined ? [] : [voice.paint('dim', `  ${printable(norm.gist)}`)]),
    ];
  });
  const more = distinctNorms(norms).length - shown.length;
  return [
    ...notes,
    ...standing.map((line) => voice.paint('yellow', line)),
    ...why,
    ...(more > 0 ? [voice.paint('dim', say(voice, 'ask.moreNorms', { n: more }))] : []),
  ];
}

/** One norm may wait in several matters. */
const distinctNorms = (norms: Question['norms']): Question['norms'] => [
  ...new Map(norms.map((n) => [n.norm, n])).values(),
];

/** What is decided, and how many questions may still come. */
export function progressLine(result: CaseResult, questions: readonly RankedQuestion[], voice: Voice): string {
  const leads = questions.some(
    ({ subject, type }) => subject.kind === 'link' || type.t === 'ref' || type.t === 'list',
  );
  return say(voice, leads ? 'ask.progressOpen' : 'ask.progress', {
    counts: countsText(result.counts, voice),
    n: questions.length,
  });
}
