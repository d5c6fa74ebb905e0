import { fieldsRead } from '../analyse/norm-facts.ts';
import type { Question } from '../analyse/question.ts';
import type { Type } from '../check/model.ts';
import type { Answer } from '../facts/answer.ts';
import type { Attestation, CaseValue } from '../facts/case.ts';
import { readAnswerDay } from '../facts/read-answer.ts';
import { printable } from '../text/display-width.ts';
import { askLink, askReference } from './ask-matters.ts';
import type { Asking, Reply } from './ask-screen.ts';
import { type AskContext, answerOf, askValue, problemText } from './ask-values.ts';
import { say } from './messages.ts';

/** Asks one question, with all that belongs to its answer: several answers where a reference brings a matter of its own. */
export async function askAnswers(
  ctx: AskContext,
  question: Question,
  asking: Asking,
): Promise<Reply<readonly Answer[]>> {
  const { subject, type, decl } = question;
  if (subject.kind === 'link') return askLink(ctx, subject, type, asking);
  if (type.t === 'ref' && subject.kind === 'fact') return askReference(ctx, subject, type.kind, asking);
  const name =
    subject.kind === 'actDate'
      ? asking.title
      : subject.kind === 'field'
        ? subject.field
        : subject.kind === 'param'
          ? subject.name
          : subject.fact;
  const attesters = subject.kind === 'fact' ? (decl?.attesters ?? []) : [];
  for (;;) {
    const value =
      type.t === 'list' && subject.kind === 'fact'
        ? await askEntries(ctx, question, subject.fact, type.record, asking)
        : await askValue(ctx, asking, name, type, question.given);
    if (value.did !== 'answer') return value;
    if (attesters.length === 0 || value.value.t === 'unknown')
      return value.value.t === 'unknown' ? { did: 'skip' } : answerOf([{ subject, value: value.value }]);
    const attestation = await askAttestation(ctx, name, attesters);
    if (attestation.did === 'back') continue;
    if (attestation.did !== 'answer') return attestation;
    return answerOf([{ subject, value: value.value, attestation: attestation.value }]);
  }
}

async function askAttestation(
  { screen, voice, model }: AskContext,
  name: string,
  attesters: readonly string[],
): Promise<Reply<Attestation>> {
  const title = say(voice, 'ask.attestedBy', { name: printable(name) });
  const nobody = Symbol('nobody');
  let part: 'by' | 'date' | 'ground' = 'by';
  let by = '';
  let date: number | undefined;
  for (;;) {
    if (part === 'by') {
      const reply = await screen.choose<string | typeof nobody>({ title, back: true, skip: false }, [
        ...attesters.map((value) => ({ value, label: printable(value) })),
        { value: nobody, label: say(voice, 'ask.notAttested') },
      ]);
      if (reply.did !== 'answer') return reply;
      if (typeof reply.value === 'symbol') return { did: 'skip' };
      by = reply.value;
      part = 'date';
    } else if (part === 'date') {
      const label = say(voice, 'ask.attestedOn');
      const reply = await screen.type({ title: label, back: true, skip: false }, (text) => {
        const read = readAnswerDay(text, label, model);
        return 'problem' in read ? problemText(read.problem, voice) : undefined;
      });
      if (reply.did === 'back') part = 'by';
      else if (reply.did !== 'answer') return reply;
      else {
        const read = readAnswerDay(reply.value, label, model);
        date = 'problem' in read ? undefined : read.day;
        part = 'ground';
      }
    } else {
      const reply = await screen.type(
        { title: say(voice, 'ask.ground'), back: true, skip: false },
        () => undefined,
      );
      if (reply.did === 'back') part = 'date';
      else if (reply.did !== 'answer') return reply;
      else
        return answerOf({
          by,
          ...(date === undefined ? {} : { date }),
          ...(reply.value === '' ? {} : { ground: reply.value }),
        });
    }
  }
}

/** Entry by entry, and of each what the waiting norms read; a list that is given is complete. */
async function askEntries(
  ctx: AskContext,
  question: Question,
  fact: string,
  record: string,
  asking: Asking,
): Promise<Reply<CaseValue>> {
  const { screen, voice, model, plan } = ctx;
  const read = new Set(question.norms.flatMap(({ norm }) => fieldsRead(plan, norm, fact)));
  const fields = Object.values(model.records[record]?.fields ?? {}).filter(
    (f) => read.size === 0 || read.has(f.name),
  );
  const entries: Readonly<Record<string, CaseValue>>[] = [];
  for (;;) {
    const n = entries.length;
    const reply = await screen.choose(
      {
        ...asking,
        ...(n === 0 ? {} : { about: [say(voice, 'ask.entries', { n })], skip: false, back: true }),
      },
      [
        { value: 'add', label: say(voice, 'ask.entry.add') },
        {
          value: 'done',
          label: n === 0 ? say(voice, 'ask.entry.none') : say(voice, 'ask.entry.done', { n }),
        },
      ] as const,
    );
    if (reply.did === 'back' && n > 0) {
      entries.pop();
      continue;
    }
    if (reply.did !== 'answer') return reply;
    if (reply.value === 'done') return answerOf({ t: 'list', v: entries, record });
    const entry = await askEntry(ctx, fact, n + 1, fields);
    if (entry.did === 'leave') return entry;
    if (entry.did === 'answer') entries.push(entry.value);
  }
}

async function askEntry(
  ctx: AskContext,
  list: string,
  n: number,
  fields: readonly { readonly name: string; readonly type: Type; readonly description?: string }[],
): Promise<Reply<Readonly<Record<string, CaseValue>>>> {
  const values: (readonly [string, CaseValue] | undefined)[] = [];
  while (values.length < fields.length) {
    const field = fields[values.length];
    if (!field) break;
    const title = say(ctx.voice, 'ask.field', { list: printable(list), n, name: printable(field.name) });
    const about = field.description === undefined ? [] : [printable(field.description)];
    const reply = await askValue(ctx, { title, about, back: true, skip: true }, field.name, field.type);
    if (reply.did === 'back') {
      if (values.length === 0) return reply;
      values.pop();
    } else if (reply.did === 'skip') values.push(undefined);
    else if (reply.did === 'answer')
      values.push(reply.value.t === 'unknown' ? undefined : [field.name, reply.value]);
    else return reply;
  }
  return answerOf(Object.fromEntries(values.flatMap((v) => (v ? [v] : []))));
}
