/** What the engine asks of a calendar of working days. Days are numbers since 1970-01-01. An office can bring its own. */
export interface WorkCalendar {
  /** Name and version, part of every result's record. */
  readonly id: string;
  /** Is the year published? Beyond it, working days are unknown. */
  covers(year: number): boolean;
  /** Only asked for covered years. `name` is the holiday's or the reason, Chinese. */
  day(day: number): { readonly working: boolean; readonly name?: string };
}

/** The day reached by counting `count` working days from `day` (not counted itself). */
export interface WorkdayShift {
  readonly day: number;
  /** True when an unpublished year was crossed: `day` is then only an estimate (Monday to Friday). */
  readonly estimate: boolean;
  /** The first unpublished year that was met in counting; given exactly when `estimate` is true. */
  readonly unpublishedYear?: number;
  /** The working days counted, in order of counting. */
  readonly counted: readonly number[];
  /** Days that were passed over, with the calendar's reason. */
  readonly skipped: readonly { readonly day: number; readonly name: string }[];
}
