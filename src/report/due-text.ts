import { civil, formatDate } from '../calendar/date.ts';
import { DURATION_WORDS } from '../evaluate/expression-text.ts';
import type { DueNote, NormResult } from '../evaluate/verdict.ts';
import type { DurationUnit } from '../syntax/ast.ts';
import { printable } from '../text/display-width.ts';
import type { Voice } from './voice.ts';
import { WORD } from './wording.ts';

/**
 * How a date was worked out: `會議日期 2026-09-28 後 3 個工作日：9-29、9-30、10-08（跳過 10-01 至 10-07 國慶節）`.
 * Ordinary weekends are not mentioned.
 */
export function dueText(note: DueNote, result: NormResult, voice: Voice): string {
  const say = voice.say;
  const base = result.used.find(
    (u) => (u.value.t === 'date' || u.value.t === 'event') && u.value.v === note.base,
  );
  const name = base ? `${printable(base.fact)} ` : '';
  const unit = Object.hasOwn(DURATION_WORDS, note.amount.unit)
    ? say(DURATION_WORDS[note.amount.unit as DurationUnit])
    : note.amount.unit;
  const direction = say(note.direction === 'after' ? WORD.after : WORD.before);
  const head =
    voice.language === 'en'
      ? `${note.amount.v} ${unit} ${direction} ${name}${formatDate(note.base)}`
      : `${name}${formatDate(note.base)} ${direction} ${note.amount.v} ${unit}`;
  if (note.counted.length === 0) return head;
  const days =
    note.counted.length > 10
      ? [...note.counted.slice(0, 3).map(shortDate), '…', shortDate(note.counted.at(-1) ?? note.due)]
      : note.counted.map(shortDate);
  const skipped = skippedText(note, voice);
  return `${head}${say(WORD.colon)}${days.join(say(WORD.sequence))}${
    skipped === '' ? '' : `${say(WORD.open)}${say(WORD.skipped)} ${skipped}${say(WORD.close)}`
  }`;
}

function skippedText(note: DueNote, voice: Voice): string {
  const days = [...note.skipped].sort((a, b) => a.day - b.day);
  const runs: { from: number; to: number; name: string }[] = [];
  for (const { day, name } of days) {
    const last = runs.at(-1);
    if (last && last.to === day - 1 && last.name === name) last.to = day;
    else runs.push({ from: day, to: day, name });
  }
  return runs
    .filter((run) => !/^(週末|周末|weekend)?$/i.test(run.name))
    .map((run) => {
      const span =
        run.from === run.to
          ? shortDate(run.from)
          : `${shortDate(run.from)} ${voice.say(WORD.to)} ${shortDate(run.to)}`;
      return `${span} ${printable(voice.say({ zh: run.name, en: run.name }))}`;
    })
    .join(voice.say(WORD.sequence));
}

/** 9-29; the year is in the line already. */
function shortDate(day: number): string {
  const { month, day: dayOfMonth } = civil(day);
  return `${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}
