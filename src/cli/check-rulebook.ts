import { unpackRulebook } from './precompiled.ts';
import type { UsableRulebook } from './rulebook.ts';
import { readRulebook, rulebookPaths } from './rulebook-files.ts';
import type { Session } from './session.ts';

/** The rulebook for `check`: the shipped one ready made, any other through the compiler, which is read only then. */
export async function openForCheck(
  session: Session,
  option: readonly string[] | undefined,
  near: readonly string[],
): Promise<UsableRulebook | undefined> {
  const paths = option ?? rulebookPaths(session, near);
  if (paths === undefined) return undefined;
  const read = readRulebook(session, paths);
  const ready = unpackRulebook(`${session.io.packageRoot}/dist/rulebook.json`, read);
  if (ready) return ready;
  const { useRulebook } = await import('./rulebook.ts');
  return useRulebook(session, read);
}
