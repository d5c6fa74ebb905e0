import { CODES } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LintContext } from './context.ts';
import { LINT_NAMES, LINTS, type LintLevel, type LintName, OFF_BY_DEFAULT } from './lints.ts';
import { applySuppressions, type Suppressed } from './suppressions.ts';

export type Severities = Readonly<Record<LintName, LintLevel>>;

/** What each lint is without any configuration. */
export function defaultSeverities(): Severities {
  return severitiesFrom((name) => (OFF_BY_DEFAULT.has(name) ? 'off' : CODES[name].severity));
}

export function severitiesFrom(level: (name: LintName) => LintLevel): Severities {
  return Object.fromEntries(LINT_NAMES.map((name) => [name, level(name)])) as Record<LintName, LintLevel>;
}

/**
 * What the lints that are not off find, less what a comment with a reason lets pass, and what is wrong with such
 * comments; in the order of files and places.
 */
export const lint = (context: LintContext, severities: Severities): readonly Diagnostic[] =>
  lintAll(context, severities).found;

/** As `lint`, and what a comment lets pass. */
export function lintAll(context: LintContext, severities: Severities): Suppressed {
  const ran = LINT_NAMES.filter((name) => severities[name] !== 'off');
  const found = ran.flatMap((name) => LINTS[name](context).map((d) => ({ ...d, severity: levelOf(name) })));
  const result = applySuppressions(context, found, new Set(ran));
  return { ...result, found: result.found.toSorted(byPlace) };

  function levelOf(name: LintName): Diagnostic['severity'] {
    const level = severities[name];
    return level === 'off' ? 'info' : level;
  }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [x, y] = [a.span, b.span];
  if (!x || !y) return (x ? 1 : 0) - (y ? 1 : 0);
  if (x.file !== y.file) return x.file < y.file ? -1 : 1;
  return x.start - y.start || x.end - y.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
