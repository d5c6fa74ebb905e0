import type { SourceFile } from '../text/span.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';

type Edit = Fix['edits'][number];

/** Is the result what may be written? `sameMeaning`: all fixes in it promise that the rules mean the same. */
export type Accepts = (texts: readonly SourceFile[], sameMeaning: boolean) => boolean;

export interface Fixed {
  /** All files given, changed or not, in the order given: the very list that was accepted last. */
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
  const taken = new Map(texts.map((t) => [t.name, [] as Edit[]]));
  const chosen = diagnostics.filter((d) => {
    const edits = d.fix && d.fix.guess !== true ? d.fix.edits : [];
    if (edits.length === 0 || !edits.every((e) => taken.has(e.span.file))) return false;
    const places = edits.map((e) => placeIn(taken.get(e.span.file) ?? [], e));
    const fresh = edits.filter((_, i) => places[i] === 'free');
    if (fresh.length === 0 || places.includes('touches')) return false;
    for (const e of fresh) insert(taken.get(e.span.file) ?? [], e);
    return true;
  });
  let standing = texts;
  const applied: Diagnostic[] = [];
  const refused: Diagnostic[] = [];
  const attempt = (some: readonly Diagnostic[]): void => {
    if (some.length === 0) return;
    const all = [...applied, ...some];
    const keeping = all.every((d) => d.fix?.sameMeaning === true);
    const next = edited(texts, all);
    if (accepts(next, keeping)) {
      standing = next;
      applied.push(...some);
    } else if (some.length === 1) refused.push(...some);
    else {
      const half = some.length >> 1;
      attempt(some.slice(0, half));
      attempt(some.slice(half));
    }
  };
  // first those that may be held to their promise, then the others
  attempt(chosen.filter((d) => d.fix?.sameMeaning === true));
  attempt(chosen.filter((d) => d.fix?.sameMeaning !== true));
  return { texts: standing, applied, refused };
}

/** The texts with the edits of these diagnostics; an edit that several make is made once. */
function edited(texts: readonly SourceFile[], diagnostics: readonly Diagnostic[]): readonly SourceFile[] {
  const all = diagnostics.flatMap((d) => d.fix?.edits ?? []);
  const once = [
    ...new Map(all.map((e) => [`${e.span.file}:${e.span.start}:${e.span.end}:${e.text}`, e])).values(),
  ];
  return texts.map((file) => {
    const edits = once
      .filter((e) => e.span.file === file.name)
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    let at = 0;
    const parts: string[] = [];
    for (const { span, text } of edits) {
      parts.push(file.text.slice(at, span.start), text);
      at = span.end;
    }
    const text = parts.join('') + file.text.slice(at);
    return text === file.text ? file : { ...file, text };
  });
}

/** Among edits that do not touch, in order. Two insertions at one place touch: which would come first is not said. */
function placeIn(taken: readonly Edit[], edit: Edit): 'free' | 'taken' | 'touches' {
  const next = indexOf(taken, edit);
  const near = [taken[next - 1], taken[next], taken[next + 1]].filter((e) => e !== undefined);
  if (
    near.some((e) => e.text === edit.text && e.span.start === edit.span.start && e.span.end === edit.span.end)
  )
    return 'taken';
  return near.some((e) => e.span.start <= edit.span.end && edit.span.start <= e.span.end)
    ? 'touches'
    : 'free';
}

function insert(taken: Edit[], edit: Edit): void {
  taken.splice(indexOf(taken, edit), 0, edit);
}

/** Of the first that begins at `edit` or behind it. */
function indexOf(taken: readonly Edit[], edit: Edit): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle]?.span.start ?? 0) < edit.span.start) low = middle + 1;
    else high = middle;
  }
  return low;
}
