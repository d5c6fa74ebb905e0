import { didYouMean, report } from '../diagnostics/report.ts';
import { defaultSeverities, type Severities, severitiesFrom } from '../lint/lint.ts';
import { LINT_LEVELS, LINT_NAMES, type LintLevel, type LintName, OFF_BY_DEFAULT } from '../lint/lints.ts';
import { lintNamed } from '../lint/suppressions.ts';
import { EXIT } from './exit-code.ts';
import type { Session } from './session.ts';

export interface SeverityOptions {
  /** `NAME=LEVEL` */
  readonly severity?: readonly string[];
  /** Names; only these are asked. */
  readonly only?: readonly string[];
  /** From the configuration file: a name that is not in it keeps its default. */
  readonly configured?: Readonly<Partial<Record<LintName, LintLevel>>>;
}

/** Default < configuration < `--severity`; of those that `--only` leaves, one that is off by default is on. */
export function severitiesOf(session: Session, options: SeverityOptions): Severities | undefined {
  const levels: Record<LintName, LintLevel> = { ...defaultSeverities(), ...options.configured };
  let wrong = false;
  const named = (word: string): LintName | undefined => {
    const name = lintNamed(word);
    if (name) return name;
    wrong = true;
    const hint = didYouMean(word, LINT_NAMES);
    session.emit([report('unknown-lint-option', undefined, { name: word }, { hint })], EXIT.usage);
    return undefined;
  };
  const only = options.only?.flatMap((list) => list.split(/[,，、]/)).flatMap((word) => named(word) ?? []);
  if (only)
    for (const name of only) if (levels[name] === 'off' && OFF_BY_DEFAULT.has(name)) levels[name] = 'warning';
  for (const pair of options.severity ?? []) {
    const [, word = '', level = ''] = /^(.*?)=(.*)$/s.exec(pair) ?? [undefined, pair];
    const name = named(word);
    if (!isLevel(level)) {
      wrong = true;
      session.emit([report('bad-lint-level', undefined, { found: level, pair })], EXIT.usage);
    } else if (name) levels[name] = level;
  }
  if (wrong) return undefined;
  return only ? severitiesFrom((name) => (only.includes(name) ? levels[name] : 'off')) : levels;
}

const isLevel = (word: string): word is LintLevel => (LINT_LEVELS as readonly string[]).includes(word);
