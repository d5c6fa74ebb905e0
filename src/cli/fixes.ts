import { type Accepts, applyFixes } from '../diagnostics/apply-fixes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { unifiedDiff } from '../report/unified-diff.ts';
import type { SourceFile } from '../text/span.ts';
import { EXIT } from './exit-code.ts';
import { say } from './messages.ts';
import { rewriteFile } from './rewrite.ts';
import type { Session } from './session.ts';

export interface FixOptions {
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  /** For people a diff is a result; beside results for programs it goes to stderr. */
  readonly format: string;
}

/** A mended text may make room for another fix; a rulebook that is not at rest after so many rounds is left so. */
const MAX_ROUNDS = 10;

/** Applies fixes until none is left, and writes what has changed, or prints it as a diff. Returns the texts as they now are. */
export function mend(
  session: Session,
  texts: readonly SourceFile[],
  find: (texts: readonly SourceFile[]) => readonly Diagnostic[],
  accepts: Accepts,
  options: FixOptions,
): readonly SourceFile[] {
  let now = texts;
  let mended = 0;
  const refused = new Map<string, Diagnostic>();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const open = find(now).filter((d) => !refused.has(keyOf(d)));
    const result = applyFixes(now, open, accepts);
    for (const d of result.refused) refused.set(keyOf(d), d);
    mended += result.applied.length;
    now = result.texts;
    if (result.applied.length === 0) break;
  }
  const told = [...refused.values()].map((d) => report('fix-refused', d.span, { id: d.id }));
  session.emit(told, EXIT.violation);
  const changed = now.flatMap((after, i) => {
    const before = texts[i];
    return before && before.text !== after.text ? [{ before, after }] : [];
  });
  const failed = putInPlace(
    session,
    changed.map(({ before, after }) => ({ before, after: after.text })),
    options,
  );
  if (options.dryRun) return texts;
  if (mended > 0) {
    const files = changed.length - failed.size;
    session.io.err(`${say(session.voice, 'fixed', { n: mended, files })}\n`);
  }
  const standing =
    failed.size === 0 ? now : now.map((after, i) => (failed.has(after.name) ? (texts[i] ?? after) : after));
  for (const file of standing) session.sources.add(file);
  return standing;
}

/** Writes each file, or prints what would be written as a diff. Returns the names of those that could not be written. */
export function putInPlace(
  session: Session,
  changes: readonly { readonly before: SourceFile; readonly after: string }[],
  { dryRun, format }: FixOptions,
): ReadonlySet<string> {
  const failed = new Set<string>();
  for (const { before, after } of changes) {
    if (dryRun) {
      const tell = format === 'pretty' ? session.io.out : session.io.err;
      tell(unifiedDiff(before.name, before.text, after));
      continue;
    }
    const problem = rewriteFile(before, after);
    if (!problem) continue;
    failed.add(before.name);
    session.emit([problem], EXIT.usage);
  }
  return failed;
}

const keyOf = (d: Diagnostic): string => `${d.code} ${JSON.stringify(d.fix?.edits)}`;
