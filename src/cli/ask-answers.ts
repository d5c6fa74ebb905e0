import { fieldsRead } from '../analyse/norm-facts.ts';
import type { Question } from '../analyse/question.ts';
import { targets } from '../analyse/trial-values.ts';
import type { Model, Type } from '../check/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Answer } from '../facts/answer.ts';
import type { Attestation, Case, CaseValue } from '../facts/case.ts';
import { literalText } from '../facts/literal.ts';
import { readAnswer, readAnswerDay } from '../facts/read-answer.ts';
import type { Plan } from '../plan/plan.ts';
import { printable } from '../report/display-width.ts';
import type { Voice } from '../report/voice.ts';
import type { Asking, Option, Problem, Reply, Screen } from './ask-screen.ts';
import { say } from './messages.ts';

/** What it takes to ask about a case. */
export interface AskContext {
  readonly model: Model;
  readonly plan: Plan;
  readonly screen: Screen;
  readonly voice: Voice;
  readonly kase: Case;
}

const answerOf = <T>(value: T): Reply<T> => ({ did: 'answer', value });

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

/** One value of a type; what is typed is read as a case file is read. */
async function askValue(
  ctx: AskContext,
  asking: Asking,
  name: string,
  type: Type,
  given?: CaseValue,
): Promise<Reply<CaseValue>> {
  const { screen, voice, model } = ctx;
  const at = (values: readonly CaseValue[]): number =>
    Math.max(
      0,
      values.findIndex((v) => JSON.stringify(v) === JSON.stringify(given)),
    );
  switch (type.t) {
    case 'bool': {
      const values = [true, false].map((v): CaseValue => ({ t: 'bool', v }));
      return screen.choose(
        asking,
        [
          { value: values[0] as CaseValue, label: say(voice, 'ask.yes') },
          { value: values[1] as CaseValue, label: say(voice, 'ask.no') },
        ],
        at(values),
      );
    }
    case 'enum': {
      const options = members(model, type.enum).map(({ value, ...rest }) => ({
        ...rest,
        value: { t: 'enum', v: value, enum: type.enum } as CaseValue,
      }));
      return screen.choose(asking, options, at(options.map((o) => o.value)));
    }
    case 'event':
      for (;;) {
        const happened = await screen.choose(asking, [
          { value: false, label: say(voice, 'ask.notYet') },
          { value: true, label: say(voice, 'ask.onDate') },
        ]);
        if (happened.did !== 'answer') return happened;
        if (!happened.value) return answerOf({ t: 'event', v: 'not-yet' });
        const day = await typed(ctx, { ...asking, about: [], back: true }, name, type);
        if (day.did !== 'back') return day;
      }
    case 'set':
      if (type.of.t === 'enum') {
        const ticked = await screen.tick(asking, members(model, type.of.enum));
        if (ticked.did !== 'answer') return ticked;
        const all = model.enums[type.of.enum]?.members ?? [];
        return answerOf({ t: 'set', v: all.filter((m) => ticked.value.includes(m)), of: type.of });
      }
      return typed(ctx, asking, name, type, given);
    default:
      return typed(ctx, asking, name, type, given);
  }
}

async function typed(
  { screen, voice, model }: AskContext,
  asking: Asking,
  name: string,
  type: Type,
  given?: CaseValue,
): Promise<Reply<CaseValue>> {
  const initial =
    given === undefined || given.t === 'unknown' || given.t === 'list' || given.t === 'ref'
      ? ''
      : literalText(given);
  const reply = await screen.type(
    asking,
    (text) => {
      const read = readAnswer(text, name, type, model);
      return 'problem' in read ? problemText(read.problem, voice) : undefined;
    },
    initial,
  );
  if (reply.did !== 'answer') return reply;
  const read = readAnswer(reply.value, name, type, model);
  return 'value' in read ? answerOf(read.value) : { did: 'leave' };
}

/** The words of the diagnostic, with its hint; a fix is offered as a text. */
export function problemText({ message, hint, fix }: Diagnostic, voice: Voice): Problem {
  const [edit] = fix?.edits ?? [];
  return {
    lines: [voice.say(message), ...(hint ? [voice.say(hint)] : [])],
    ...(edit ? { fix: edit.text } : {}),
  };
}

const members = (model: Model, name: string): readonly Option<string>[] =>
  (model.enums[name]?.members ?? []).map((value) => ({
    value,
    label: printable(value),
    spellings: Object.keys(model.nameAliases).filter((alias) => model.nameAliases[alias] === value),
  }));

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

async function askReference(
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

async function askLink(
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
