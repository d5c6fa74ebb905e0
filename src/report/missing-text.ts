import { formatDate } from '../calendar/date.ts';
import type { Missing, NormResult } from '../evaluate/verdict.ts';
import type { Case } from '../facts/case.ts';
import type { Plan } from '../plan/plan.ts';
import { printable } from '../text/display-width.ts';
import { assertNever } from '../text/invariant.ts';
import type { Voice } from './voice.ts';
import { WORD } from './wording.ts';

/** What a report of one case can look up. */
export interface CaseContext {
  readonly plan: Plan;
  readonly kase: Case;
}

/** One missing thing in the drafter's words: `涉及重大事項（由 政府辦主任、區長 認定）`. */
export function missingText(
  missing: Missing,
  result: Pick<NormResult, 'matter'>,
  context: CaseContext,
  voice: Voice,
): string {
  const say = voice.say;
  const aside = (text: string) => `${say(WORD.open)}${text}${say(WORD.close)}`;
  const path = (matter: string, fact: string) =>
    printable(
      matter === result.matter
        ? fact
        : voice.language === 'en'
          ? `${matter}.${fact}`
          : `${matter} 之 ${fact}`,
    );
  switch (missing.kind) {
    case 'fact': {
      const who = attestersOf(context, missing.matter, missing.fact).map(printable).join(say(WORD.sequence));
      const by =
        who === ''
          ? ''
          : voice.language === 'en'
            ? `to be attested by ${who}`
            : `由 ${who} ${say(WORD.attested)}`;
      const why =
        missing.reason === 'absent'
          ? ''
          : say(missing.reason === 'unattested' ? WORD.unattested : WORD.wrongAttester);
      const note = [why, by].filter((part) => part !== '').join(voice.language === 'en' ? '; ' : '，');
      return path(missing.matter, missing.fact) + (note === '' ? '' : aside(note));
    }
    case 'field':
      return path(missing.matter, `${missing.fact}[${missing.index + 1}].${missing.field}`);
    case 'link':
      return path(missing.matter, missing.fact) + aside(say(WORD.noMatter));
    case 'param':
      return `${say(WORD.parameter)} ${printable(missing.name)}`;
    case 'actDate':
      return say(WORD.actDate);
    case 'calendar':
      return `${missing.year} ${say(WORD.calendarOpen)} ${formatDate(missing.estimate)}`;
    case 'gap':
      return `${path(missing.matter, missing.definition)}${aside(say(WORD.gap))}`;
    case 'conflict':
      return `${path(missing.matter, missing.definition)}${aside(
        `${missing.rows.map((row) => printable(rowName(row, missing.definition, voice))).join(say(WORD.sequence))} ${say(WORD.rowsConflict)}`,
      )}`;
    default:
      return assertNever(missing);
  }
}

/** `公文簽發人#3` → 第 3 行 */
export function rowName(row: string, definition: string, voice: Voice): string {
  const number = row.startsWith(`${definition}#`) ? row.slice(definition.length + 1) : row;
  return voice.say(WORD.row).replace('{n}', number);
}

function attestersOf(context: CaseContext, matter: string, fact: string): readonly string[] {
  const kind = context.kase.matters.find((m) => m.id === matter)?.kind;
  if (kind === undefined || !Object.hasOwn(context.plan.facts, kind)) return [];
  const facts = context.plan.facts[kind] ?? {};
  return Object.hasOwn(facts, fact) ? (facts[fact]?.attesters ?? []) : [];
}
