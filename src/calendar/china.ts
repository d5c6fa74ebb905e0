import arrangements from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import manifest from 'chinese-days/package.json' with { type: 'json' };
import { once } from '../text/once.ts';
import type { WorkCalendar } from './calendar.ts';
import { listCalendar } from './list-calendar.ts';

/** The data name holidays in 简体; what is shown follows the law's own 繁體 names here. */
const TRADITIONAL = new Map([
  ['元旦', '元旦'],
  ['春节', '春節'],
  ['清明', '清明節'],
  ['劳动节', '勞動節'],
  ['端午', '端午節'],
  ['中秋', '中秋節'],
  ['国庆节', '國慶節'],
  [
    '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日',
    '中國人民抗日戰爭暨世界反法西斯戰爭勝利70周年紀念日',
  ],
]);

const published = once(() =>
  listCalendar({
    id: ID,
    years: publishedYears(arrangements.holidays),
    holidays: named(arrangements.holidays, ''),
    workdays: named(arrangements.workdays, '調休上班'),
  }),
);
const ID = `chinese-days@${manifest.version}`;

/**
 * Holidays and make-up working days as the State Council publishes them, from the data of `chinese-days`. The data
 * are read without its code, which takes every day of an unpublished year from Monday to Friday for a working day.
 */
export function chinaCalendar(): WorkCalendar {
  return CALENDAR;
}

/** The lists are read when the first day is asked for: few cases count working days. */
const CALENDAR: WorkCalendar = {
  id: ID,
  covers: (year) => published().covers(year),
  day: (day) => published().day(day),
};

/**
 * A year counts as published when its first and its last regular holiday are listed: the arrangement of the next year
 * may reach into its December, that of the year before into its January, and neither makes a year complete.
 */
export function publishedYears(holidays: Readonly<Record<string, string>>): number[] {
  const years = new Set(Object.keys(holidays).map((date) => date.slice(0, 4)));
  return [...years]
    .filter((year) => Object.hasOwn(holidays, `${year}-01-01`) && Object.hasOwn(holidays, `${year}-10-01`))
    .map(Number)
    .sort((a, b) => a - b);
}

/** Entries read `English name,中文名,days`. */
function named(entries: Readonly<Record<string, string>>, suffix: string): Record<string, string> {
  const out: Record<string, string> = Object.create(null);
  for (const [date, entry] of Object.entries(entries)) {
    const chinese = entry.split(',')[1] ?? entry;
    out[date] = (TRADITIONAL.get(chinese) ?? chinese) + suffix;
  }
  return out;
}
