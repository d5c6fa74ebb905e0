import type { SourceFile } from '../text/span.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';

type Edit = Fix['edits'][number];

/** Is the result what may be written? `sameMeaning`: all fixes in it promise that the rules mean the same. */
export type Accepts = (texts: readonly SourceFile[], sameMeaning: boolean) => boolean;

export interface Fixed {
  /** All files given, changed or not, in the order given. */
  readonly texts: readonly SourceFile[];
  readonly applied: readonly Diagnostic[];
  /** The result of these was not accepted, alone or with those applied before them. */
  readonly refused: readonly Diagnostic[];
}

/**
 * One round of fixes: those of several diagnostics as long as they do not touch the same words (the rest wait for the
 * next round), each whole or not at all. Guesses are left to people, and so is what lies in a file that was not given.
 * Where the result is not accepted the fixes are tried in halves, so that one that does not fit holds up no other.
 */
export function applyFixes(
  texts: readonly SourceFile[],
  diagnostics: readonly Diagnostic[],
  accepts: Accepts,
): Fixed {
  const names = new Set(texts.map((t) => t.name));
  const chosen: Diagnostic[] = [];
  const taken: Edit[] = [];
  for (const d of diagnostics) {
    const edits = d.fix && d.fix.guess !== true ? d.fix.edits : [];
    if (edits.length === 0 || !edits.every((e) => names.has(e.span.file))) continue;
    const fresh = edits.filter((e) => !taken.some((t) => same(t, e)));
    if (fresh.length === 0 || fresh.some((e) => taken.some((t) => overlap(t, e)))) continue;
    chosen.push(d);
    taken.push(...fresh);
  }
  const applied: Diagnostic[] = [];
  const refused: Diagnostic[] = [];
  const attempt = (some: readonly Diagnostic[]): void => {
    if (some.length === 0) return;
    const all = [...applied, ...some];
    const keeping = all.every((d) => d.fix?.sameMeaning === true);
    if (accepts(edited(texts, all), keeping)) applied.push(...some);
    else if (some.length === 1) refused.push(...some);
    else {
      const half = some.length >> 1;
      attempt(some.slice(0, half));
      attempt(some.slice(half));
    }
  };
  // first those that may be held to their promise, then the others
  attempt(chosen.filter((d) => d.fix?.sameMeaning === true));
  attempt(chosen.filter((d) => d.fix?.sameMeaning !== true));
  return { texts: edited(texts, applied), applied, refused };
}

/** The texts with the edits of these diagnostics; an edit that several make is made once. */
function edited(texts: readonly SourceFile[], diagnostics: readonly Diagnostic[]): readonly SourceFile[] {
  const all = diagnostics.flatMap((d) => d.fix?.edits ?? []);
  return texts.map((file) => {
    const edits = all
      .filter((e, i) => e.span.file === file.name && all.findIndex((other) => same(other, e)) === i)
      .toSorted((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
    const text = edits.reduce(
      (t, { span, text: words }) => t.slice(0, span.start) + words + t.slice(span.end),
      file.text,
    );
    return text === file.text ? file : { ...file, text };
  });
}

const same = (a: Edit, b: Edit): boolean =>
  a.span.file === b.span.file &&
  a.span.start === b.span.start &&
  a.span.end === b.span.end &&
  a.text === b.text;

/** Two insertions at one place touch as well: which would come first is not said. */
const overlap = (a: Edit, b: Edit): boolean =>
  a.span.file === b.span.file && a.span.start <= b.span.end && b.span.start <= a.span.end;
