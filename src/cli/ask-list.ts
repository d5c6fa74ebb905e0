import type { Voice } from '../report/voice.ts';
import { clip, displayWidth } from '../text/display-width.ts';
import type { Asking, Key, Option, Reply } from './ask-screen.ts';
import { say } from './messages.ts';

/** From so many options on, what is typed narrows them. */
const FILTER_FROM = 8;
/** Lines that a list may take at least, on a low terminal. */
const LEAST_ROWS = 4;

/** A line of the list: an option, or one of the answers that are always there. */
type Row<T> =
  | { readonly is: 'option'; readonly at: number; readonly option: Option<T> }
  | { readonly is: 'none' | 'unknown' };

export interface ListSettings<T> {
  readonly asking: Asking;
  readonly options: readonly Option<T>[];
  /** Several may be ticked. */
  readonly many: boolean;
  readonly initial: number;
  readonly voice: Voice;
  /** Brings what is typed and what it may mean into one spelling. */
  readonly fold: (text: string) => string;
}
export interface List<T> {
  /** The lines of the list, for a terminal of so many columns, in so many rows. */
  readonly lines: (columns: number, rows: number) => readonly string[];
  readonly press: (key: Key) => Reply<readonly T[]> | undefined;
  /** What can be done, in words. */
  readonly keys: readonly string[];
}

/** A list of which one is taken, or several are ticked. */
export function makeList<T>(settings: ListSettings<T>): List<T> {
  const { asking, options, many, voice, fold } = settings;
  const filters = options.length >= FILTER_FROM && !many;
  const ticked = new Set<number>();
  let at = settings.initial;
  let filter = '';

  const rows = (): readonly Row<T>[] => {
    const wanted = fold(filter);
    const fitting = options.flatMap((option, i): readonly Row<T>[] =>
      [option.label, ...(option.spellings ?? [])].some((spelling) => fold(spelling).includes(wanted))
        ? [{ is: 'option', at: i, option }]
        : [],
    );
    // where nothing fits what was typed, Enter must not say that it is unknown
    if (filter !== '') return fitting;
    return [
      ...fitting,
      ...(many ? [{ is: 'none' } as const] : []),
      ...(asking.skip ? [{ is: 'unknown' } as const] : []),
    ];
  };

  const line = (row: Row<T>, here: boolean, width: number): string => {
    const box = !many ? '' : row.is === 'option' ? (ticked.has(row.at) ? '◉ ' : '◯ ') : '  ';
    const text = row.is === 'option' ? row.option.label : say(voice, `ask.${row.is}`);
    const label = clip(box + text, width);
    const room = width - displayWidth(label) - 2;
    const note =
      row.is === 'option' && row.option.note && room > 8
        ? `  ${voice.paint('dim', clip(row.option.note, room))}`
        : '';
    return here ? `${voice.paint('cyan', `❯ ${label}`)}${note}` : `  ${label}${note}`;
  };

  const take = (row: Row<T> | undefined): Reply<readonly T[]> | undefined => {
    if (!row) return undefined;
    if (row.is !== 'option') return row.is === 'unknown' ? { did: 'skip' } : { did: 'answer', value: [] };
    if (!many) return { did: 'answer', value: [row.option.value] };
    // Enter on the first one does not say that there are none
    if (ticked.size === 0) ticked.add(row.at);
    else return { did: 'answer', value: options.flatMap((o, i) => (ticked.has(i) ? [o.value] : [])) };
    return undefined;
  };

  return {
    lines(columns, height) {
      const all = rows();
      const shown = Math.max(LEAST_ROWS, height);
      const from = Math.max(0, Math.min(at - Math.floor(shown / 2), all.length - shown));
      const to = Math.min(all.length, from + shown);
      const dim = (key: 'ask.above' | 'ask.below', n: number) =>
        n > 0 ? [voice.paint('dim', `  ${say(voice, key, { n })}`)] : [];
      return [
        ...(filter === '' ? [] : [`  /${filter}`]),
        ...(all.length === 0
          ? [voice.paint('yellow', `  ${say(voice, 'ask.noMatch', { text: filter })}`)]
          : []),
        ...dim('ask.above', from),
        ...all.slice(from, to).map((row, k) => line(row, from + k === at, columns - 3)),
        ...dim('ask.below', all.length - to),
      ];
    },
    press(key) {
      const all = rows();
      const last = Math.max(0, all.length - 1);
      const turn = (step: number) => {
        at = all.length === 0 ? 0 : (at + step + all.length) % all.length;
      };
      if (key.name === 'return') return take(all[at]);
      if (key.name === 'left' && asking.back) return { did: 'back' };
      if (key.name === 'up') turn(-1);
      else if (key.name === 'down') turn(1);
      else if (key.name === 'home' || key.name === 'pageup') at = 0;
      else if (key.name === 'end' || key.name === 'pagedown') at = last;
      else if (many && key.name === 'space') {
        const row = all[at];
        if (row?.is === 'option' && !ticked.delete(row.at)) ticked.add(row.at);
      } else if (filters && key.name === 'backspace') {
        filter = [...filter].slice(0, -1).join('');
        at = 0;
      } else if (filters && !key.ctrl && /^[^\p{Cc}\p{Cf}]+$/u.test(key.char)) {
        filter += key.char;
        at = 0;
      }
      return undefined;
    },
    keys: [
      say(voice, many ? 'ask.keys.multi' : 'ask.keys.choose'),
      ...(filters ? [say(voice, 'ask.keys.filter')] : []),
    ],
  };
}
