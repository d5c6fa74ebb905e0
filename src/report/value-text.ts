import { formatDate, formatTime } from '../calendar/date.ts';
import type { Constant } from '../check/model.ts';
import { DURATION_WORDS } from '../evaluate/expression-text.ts';
import type { CaseValue } from '../facts/case.ts';
import { printable } from '../text/display-width.ts';
import { assertNever } from '../text/invariant.ts';
import type { Voice } from './voice.ts';
import { WORD } from './wording.ts';

/** A value as a clerk writes it: money in 元, dates as YYYY-MM-DD. */
export function valueText(value: CaseValue | Constant, voice: Voice): string {
  switch (value.t) {
    case 'bool':
      return voice.say(value.v ? WORD.yes : WORD.no);
    case 'number':
      return quantityText(value.unit === '元' ? value.v / 100 : value.v, value.unit);
    case 'date':
      return formatDate(value.v);
    case 'time':
      return formatTime(value.v);
    case 'event':
      return value.v === 'not-yet' ? voice.say(WORD.notYet) : formatDate(value.v);
    case 'text':
      return `「${printable(value.v)}」`;
    case 'duration':
      return `${value.v} ${voice.say(DURATION_WORDS[value.unit])}`;
    case 'enum':
    case 'ref':
      return printable(value.v);
    case 'set':
      return value.v.length === 0
        ? voice.say(WORD.empty)
        : value.v.map(printable).join(voice.say(WORD.sequence));
    case 'list':
      return value.v.length === 0 ? voice.say(WORD.empty) : `${value.v.length} ${voice.say(WORD.records)}`;
    case 'unknown':
      return voice.say(WORD.unknown);
    default:
      return assertNever(value);
  }
}

/** A value for JSON: dates as text, a quantity as number with unit. */
export function valueJson(value: CaseValue | Constant): unknown {
  switch (value.t) {
    case 'bool':
    case 'text':
    case 'enum':
    case 'ref':
      return value.v;
    case 'number':
      return value.unit === ''
        ? value.v
        : { value: value.unit === '元' ? value.v / 100 : value.v, unit: value.unit };
    case 'duration':
      return { value: value.v, unit: value.unit };
    case 'date':
      return formatDate(value.v);
    case 'time':
      return formatTime(value.v);
    case 'event':
      return value.v === 'not-yet' ? 'not-yet' : formatDate(value.v);
    case 'set':
      return [...value.v];
    case 'list':
      // pairs through fromEntries: a field named __proto__ stays a field
      return value.v.map((row) =>
        Object.fromEntries(
          Object.keys(row)
            .sort()
            .flatMap((key) => {
              const field = row[key];
              return field === undefined ? [] : [[key, valueJson(field)]];
            }),
        ),
      );
    case 'unknown':
      return null;
    default:
      return assertNever(value);
  }
}

const quantityText = (value: number, unit: string): string =>
  unit === '' ? String(value) : `${value} ${unit}`;
