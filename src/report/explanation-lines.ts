import { formatDate } from '../calendar/date.ts';
import type { Bilingual } from '../diagnostics/diagnostic.ts';
import type { Explanation, Premise, Truth } from '../evaluate/explain.ts';
import { printable } from '../text/display-width.ts';
import { citesText, usedText } from './case-pretty.ts';
import { dueText } from './due-text.ts';
import { type CaseContext, missingText } from './missing-text.ts';
import type { SourceTable } from './source-table.ts';
import { type SourceWords, sourceWordLines } from './source-words.ts';
import type { Style, Voice } from './voice.ts';
import { STRENGTH, VERDICT, WORD } from './wording.ts';

/** short: one line a norm; mid: what decided it; long: every premise and where the rule says so. */
export type ExplanationLength = 'short' | 'mid' | 'long';

export const TRUTH: Readonly<
  Record<Truth, { readonly word: Bilingual; readonly mark: string; readonly style: Style }>
> = {
  true: { word: WORD.holds, mark: '✓', style: 'green' },
  false: { word: WORD.fails, mark: '✗', style: 'red' },
  unknown: { word: WORD.undecided, mark: '?', style: 'yellow' },
  pending: { word: WORD.live, mark: '⏳', style: 'blue' },
};

/** Why one norm has its verdict, as a tree. */
export function explanationLines(
  explanation: Explanation,
  context: CaseContext,
  sources: SourceTable,
  voice: Voice,
  length: ExplanationLength,
  words?: SourceWords,
): string[] {
  const say = voice.say;
  const { result } = explanation;
  const { word, mark, style } = VERDICT[result.verdict];
  const cites = citesText(result.cites, context.plan.book?.title, voice);
  const strength =
    result.strength === 'hard' ? '' : `${say(WORD.open)}${say(STRENGTH[result.strength])}${say(WORD.close)}`;
  const head = `${voice.paint(style, `${mark} ${say(word)}`)}  ${voice.paint('bold', printable(`${result.norm}（${result.matter}）`))}  ${cites}${strength}`;
  const missing = result.missing.map((m) => missingText(m, result, context, voice)).join(say(WORD.sequence));
  const due = result.due === undefined ? '' : `${say(WORD.due)} ${formatDate(result.due)}`;
  if (length === 'short') {
    const why = [missing === '' ? '' : `${say(WORD.missing)}${say(WORD.colon)}${missing}`, due].filter(
      (t) => t !== '',
    );
    return [[head, ...why].join('  ')];
  }

  const lines = [head];
  const add = (label: Bilingual, text: string) => lines.push(`  ${say(label)}${say(WORD.colon)}${text}`);
  if (result.gist !== undefined) lines.push(`  ${printable(result.gist)}`);
  for (const line of sourceWordLines(result.cites, words, voice)) lines.push(`  ${line}`);
  const tree = (premise: Premise | undefined) => {
    if (premise) lines.push(...premiseLines(premise, 1, sources, voice, length));
  };
  tree(explanation.applicability);
  tree(explanation.requirement);
  for (const exception of explanation.exceptions) tree(exception);
  for (const by of result.exemptBy) {
    add(
      WORD.exemptBy,
      `${by.norm === undefined ? '' : `${printable(by.norm)} `}${citesText(by.cites, undefined, voice)}`,
    );
  }
  for (const note of result.dueNotes)
    add(WORD.worked, `${formatDate(note.due)} ＝ ${dueText(note, result, voice)}`);
  if (due !== '') lines.push(`  ${due}`);
  if (missing !== '') add(WORD.missing, missing);
  if (result.verdict === 'undetermined' && result.harmless) lines.push(`  ${say(WORD.harmless)}`);
  for (const fact of result.used.filter((u) => u.assumed !== undefined || u.attestedBy !== undefined)) {
    add(fact.assumed === undefined ? WORD.judgement : WORD.assumption, usedText(fact, result, voice));
  }
  if (result.readings.length > 0) add(WORD.reading, result.readings.map(printable).join(say(WORD.sequence)));
  if (result.params.length > 0) add(WORD.parameter, result.params.map(printable).join(say(WORD.sequence)));
  if (result.bearers.length > 0) add(WORD.bearer, result.bearers.map(printable).join(say(WORD.sequence)));
  if (length === 'long') {
    if (explanation.note !== undefined) add(WORD.note, printable(explanation.note));
    add(WORD.where, printable(sources.place(result.span)));
  }
  return lines;
}

/** A premise and what it rests on, one line each, indented by `depth`. */
export function premiseLines(
  premise: Premise,
  depth: number,
  sources: SourceTable,
  voice: Voice,
  length: ExplanationLength,
): string[] {
  const { mark, style } = TRUTH[premise.truth];
  const indent = '  '.repeat(depth);
  const cites =
    premise.cites.length > 0 && depth > 1 ? `  ${citesText(premise.cites, undefined, voice)}` : '';
  const given = premise.fact?.span
    ? `  ${voice.paint('dim', printable(sources.place(premise.fact.span)))}`
    : '';
  const rule =
    length === 'long' && !premise.fact
      ? `  ${voice.paint('dim', printable(sources.place(premise.span)))}`
      : '';
  const bullet = premise.fact && premise.truth === 'true' ? '·' : voice.paint(style, mark);
  const own = `${indent}${bullet} ${printable(voice.say(premise.text))}${cites}${given}${rule}`;
  return [
    own,
    ...premise.children.flatMap((child) => premiseLines(child, depth + 1, sources, voice, length)),
  ];
}
