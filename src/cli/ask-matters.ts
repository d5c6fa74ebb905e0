import type { Question } from '../analyse/question.ts';
import { targets } from '../analyse/trial-values.ts';
import type { Model, Type } from '../check/model.ts';
import type { Answer } from '../facts/answer.ts';
import { readAnswer } from '../facts/read-answer.ts';
import { printable } from '../text/display-width.ts';
import type { Asking, Option, Reply } from './ask-screen.ts';
import { type AskContext, answerOf, problemText } from './ask-values.ts';
import { say } from './messages.ts';

/** The kind itself and those that are of it. */
export const kindsOf = (model: Model, kind: string): readonly string[] =>
  Object.values(model.kinds)
    .filter((k) => k.lineage.includes(kind))
    .map((k) => k.name);

/** Of which kind a matter is: asked only where there is a choice. */
async function askKind(
  { screen, voice, model }: AskContext,
  id: string,
  kind: string,
): Promise<Reply<string>> {
  const kinds = kindsOf(model, kind);
  if (kinds.length <= 1) return answerOf(kind);
  return screen.choose(
    { title: say(voice, 'ask.matterKind', { id: printable(id) }), back: true, skip: false },
    kinds.map((value) => kindOption(model, value)),
  );
}

export function kindOption(model: Model, value: string): Option<string> {
  const gist = model.kinds[value]?.gist;
  return { value, label: printable(value), ...(gist === undefined ? {} : { note: printable(gist) }) };
}

type FactSubject = Extract<Question['subject'], { kind: 'fact' }>;
type LinkSubject = Extract<Question['subject'], { kind: 'link' }>;

/** Which matter a reference names: one of the case, or another, which is added with its kind. */
export async function askReference(
  ctx: AskContext,
  subject: FactSubject,
  kind: string,
  asking: Asking,
): Promise<Reply<readonly Answer[]>> {
  const { screen, voice, model, plan, kase } = ctx;
  const another = Symbol('another');
  const known = targets(plan, kase, kind).map(({ id }) => ({
    value: id as string | typeof another,
    label: printable(id),
  }));
  for (;;) {
    const reply = await screen.choose(asking, [
      ...known,
      { value: another, label: say(voice, 'ask.newMatter', { kind: printable(kind) }) },
    ]);
    if (reply.did !== 'answer') return reply;
    if (typeof reply.value === 'string')
      return answerOf([{ subject, value: { t: 'ref', v: reply.value, kind } }]);
    const named = await screen.type(
      { title: say(voice, 'ask.matterId', { kind: printable(kind) }), back: true, skip: false },
      (text) => {
        const id = text.trim().normalize('NFC');
        if (kase.matters.some((m) => m.id === id))
          return { lines: [say(voice, 'ask.idTaken', { id: printable(id) })] };
        const read = readAnswer(text, subject.fact, { t: 'ref', kind }, model);
        if ('problem' in read) return problemText(read.problem, voice);
        return read.value.t === 'ref' ? undefined : { lines: [say(voice, 'ask.titleMissing')] };
      },
    );
    if (named.did === 'back') continue;
    if (named.did !== 'answer') return named;
    const id = named.value.normalize('NFC');
    const chosen = await askKind(ctx, id, kind);
    if (chosen.did === 'back') continue;
    if (chosen.did !== 'answer') return chosen;
    return answerOf([
      { subject, value: { t: 'ref', v: id, kind } },
      { subject: { kind: 'link', matter: subject.matter, fact: subject.fact, id }, matterKind: chosen.value },
    ]);
  }
}

/** The matter that a reference names and the case lacks. */
export async function askLink(
  ctx: AskContext,
  subject: LinkSubject,
  type: Type,
  asking: Asking,
): Promise<Reply<readonly Answer[]>> {
  const kind = type.t === 'ref' ? type.kind : '';
  const label = say(ctx.voice, 'ask.link.add', { id: printable(subject.id), kind: printable(kind) });
  for (;;) {
    const reply = await ctx.screen.choose(asking, [{ value: true, label }]);
    if (reply.did !== 'answer') return reply;
    const chosen = await askKind(ctx, subject.id, kind);
    if (chosen.did === 'back') continue;
    if (chosen.did !== 'answer') return chosen;
    return answerOf([{ subject, matterKind: chosen.value }]);
  }
}
