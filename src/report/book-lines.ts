import type { CaseResult } from '../evaluate/verdict.ts';
import { printable } from '../text/display-width.ts';
import { type CaseContext, missingText } from './missing-text.ts';
import { valueText } from './value-text.ts';
import type { Voice } from './voice.ts';
import { WORD } from './wording.ts';

/** Whether the rulebook was in force, and on which reading and parameter that rests: once for the case. */
export function bookLines(
  { inForce, book }: Pick<CaseResult, 'inForce' | 'book'>,
  context: CaseContext,
  voice: Voice,
): string[] {
  const { say } = voice;
  const list = (texts: readonly string[]) => texts.join(say(WORD.sequence));
  const lines: string[] = [];
  if (inForce === 'unknown') {
    const missing = book.missing.map((m) => missingText(m, { matter: '' }, context, voice));
    lines.push(`  ${say(WORD.forceUnknown)}${say(WORD.colon)}${list(missing)}`);
  }
  if (book.outside.length > 0) {
    const some = book.outside.length < context.kase.matters.length;
    const which = some ? `${say(WORD.open)}${list(book.outside.map(printable))}${say(WORD.close)}` : '';
    lines.push(`  ${say(WORD.notInForce)}${which}`);
  }
  const rests = [
    ...book.readings.map(
      (name) => `${say(WORD.reading)} ${printable(name)} ${say(WORD.is)} ${printable(option(name, context))}`,
    ),
    ...book.params.flatMap((name) => {
      const given = parameter(name, context);
      return given === undefined
        ? []
        : [`${say(WORD.parameter)} ${printable(name)} ${valueText(given, voice)}`];
    }),
  ];
  if (rests.length > 0)
    lines.push(`  ${voice.paint('dim', `${say(WORD.entry)}${say(WORD.colon)}${list(rests)}`)}`);
  return lines;
}

const option = (name: string, { plan, kase }: CaseContext): string =>
  (Object.hasOwn(kase.readings, name) ? kase.readings[name]?.option : undefined) ??
  plan.readings[name]?.adopted ??
  '';

const parameter = (name: string, { plan, kase }: CaseContext) =>
  (Object.hasOwn(kase.params, name) ? kase.params[name]?.value : undefined) ?? plan.params[name]?.value;
