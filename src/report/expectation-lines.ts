import { formatDate } from '../calendar/date.ts';
import type { Bilingual } from '../diagnostics/diagnostic.ts';
import type { Explanation, Premise, Truth } from '../evaluate/explain.ts';
import type { Verdict } from '../evaluate/verdict.ts';
import { printable } from '../text/display-width.ts';
import { assertNever } from '../text/invariant.ts';
import { dueText } from './due-text.ts';
import { premiseLines, TRUTH } from './explanation-lines.ts';
import { type CaseContext, missingText } from './missing-text.ts';
import type { SourceTable } from './source-table.ts';
import type { ColumnLine, ColumnRow } from './two-columns.ts';
import type { Voice } from './voice.ts';
import { VERDICT, WORD } from './wording.ts';

/** What was expected of a norm, as it was written, and where. */
export interface Wanted {
  readonly verdict?: Verdict;
  readonly text: Bilingual;
}

const b = (zh: string, en: string): Bilingual => ({ zh, en });
const SAID = {
  applies: b('適用', 'applies'),
  requirement: b('要求', 'requirement'),
  exceptions: b('例外', 'an exception'),
  must: b('須', ' must be: '),
  one: b('須有一項成立', ' must hold'),
  none: b('須都不成立', ' must not hold'),
  open: b('適用、要求、例外之一須未定', 'applicability, requirement or an exception must be open'),
  conflict: b('所依的表或定義須有衝突', 'a table or definition that it rests on must be in conflict'),
} as const;

/**
 * The expected verdict and the one that was found, side by side: on the left what would have to be so for the expected one
 * (`≠` where it is not), on the right how it is, with the places of the facts in the case and of the norm in its file.
 */
export function expectationRows(
  wanted: Wanted,
  explanation: Explanation,
  context: CaseContext,
  sources: SourceTable,
  voice: Voice,
): readonly ColumnRow[] {
  const { result } = explanation;
  const plain: Voice = { ...voice, paint: (_style, text) => text };
  const found = VERDICT[result.verdict];
  const title = printable(`${result.norm}（${result.matter}）`);
  const head: ColumnRow = {
    left: [{ text: verdictText(wanted, voice), style: 'bold' }],
    right: [
      { text: `${found.mark} ${voice.say(found.word)}  ${title}`, style: 'bold' },
      { text: `  ${printable(sources.place(result.span))}`, style: 'dim' },
    ],
  };
  const tree = (premise: Premise | undefined): readonly ColumnLine[] =>
    premise ? premiseLines(premise, 0, sources, plain, 'mid').map((text) => ({ text })) : [];
  const exceptions = explanation.exceptions.flatMap(tree);
  const { applies, requires, excepted } = needs(wanted.verdict);
  const must = (what: Bilingual, truth: Truth | undefined, is: Truth | undefined): readonly ColumnLine[] =>
    truth === undefined
      ? []
      : [flagged(`${voice.say(what)}${voice.say(SAID.must)}${voice.say(TRUTH[truth].word)}`, truth !== is)];
  const lifted = explanation.exceptions.some((e) => e.truth === 'true');
  const allFail = explanation.exceptions.every((e) => e.truth === 'false');
  const rows: ColumnRow[] = [
    head,
    {
      left: must(SAID.applies, applies, explanation.applicability.truth),
      right: tree(explanation.applicability),
    },
    {
      left: must(SAID.requirement, requires, explanation.requirement?.truth),
      right: tree(explanation.requirement),
    },
    {
      left:
        excepted === undefined || (!excepted && explanation.exceptions.length === 0)
          ? []
          : [
              flagged(
                `${voice.say(SAID.exceptions)}${voice.say(excepted ? SAID.one : SAID.none)}`,
                excepted ? !lifted : !allFail,
              ),
            ],
      right: exceptions,
    },
  ];
  if (wanted.verdict === 'undetermined')
    rows.push({ left: [flagged(voice.say(SAID.open), result.verdict !== 'undetermined')], right: [] });
  if (wanted.verdict === 'conflict')
    rows.push({ left: [flagged(voice.say(SAID.conflict), result.verdict !== 'conflict')], right: [] });
  const rest: ColumnLine[] = [];
  for (const note of result.dueNotes)
    rest.push({ text: `${formatDate(note.due)} ＝ ${dueText(note, result, voice)}` });
  if (result.missing.length > 0)
    rest.push({
      text: `${voice.say(WORD.missing)}${voice.say(WORD.colon)}${result.missing
        .map((m) => missingText(m, result, context, voice))
        .join(voice.say(WORD.sequence))}`,
    });
  return [...rows, { left: [], right: rest }].filter((r) => r.left.length + r.right.length > 0);
}

const flagged = (text: string, differs: boolean): ColumnLine =>
  differs ? { text: `≠ ${text}`, style: 'red' } : { text: `  ${text}` };

function verdictText({ verdict, text }: Wanted, voice: Voice): string {
  const mark = verdict === undefined ? '' : `${VERDICT[verdict].mark} `;
  return `${mark}${printable(voice.say(text))}`;
}

interface Needs {
  readonly applies?: Truth;
  readonly requires?: Truth;
  readonly excepted?: boolean;
}

/** The table of verdicts read backwards. */
function needs(verdict: Verdict | undefined): Needs {
  switch (verdict) {
    case 'not-applicable':
      return { applies: 'false' };
    case 'exempt':
      return { applies: 'true', excepted: true };
    case 'compliant':
      return { applies: 'true', requires: 'true' };
    case 'violated':
    case 'deviation':
      return { applies: 'true', requires: 'false', excepted: false };
    case 'pending':
      return { applies: 'true', requires: 'pending', excepted: false };
    case 'undetermined':
    case 'conflict':
    case undefined:
      return {};
    default:
      return assertNever(verdict);
  }
}
