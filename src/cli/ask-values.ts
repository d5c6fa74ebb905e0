import type { Model, Type } from '../check/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Case, CaseValue } from '../facts/case.ts';
import { literalText } from '../facts/literal.ts';
import { readAnswer } from '../facts/read-answer.ts';
import type { Plan } from '../plan/plan.ts';
import type { Voice } from '../report/voice.ts';
import { printable } from '../text/display-width.ts';
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

export const answerOf = <T>(value: T): Reply<T> => ({ did: 'answer', value });

/** One value of a type; what is typed is read as a case file is read. */
export async function askValue(
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
