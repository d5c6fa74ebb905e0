import { programFromPlan } from '../engine/compiled/program-from-plan.ts';
import { packRulebook, rulebookKey } from './packed-rulebook.ts';
import { type UsableRulebook, useRulebook } from './rulebook.ts';
import { cacheFolder, writeCached } from './rulebook-cache.ts';
import { decodeRulebook, type FoundRulebook } from './rulebook-files.ts';
import type { Session } from './session.ts';

/** Compiles a rulebook and keeps it for the next run. */
export function compileForCheck(session: Session, found: FoundRulebook): UsableRulebook | undefined {
  const rulebook = useRulebook(session, decodeRulebook(session, found));
  if (!rulebook) return undefined;
  const program = programFromPlan(rulebook.plan);
  const folder = cacheFolder(session.io.env);
  if (folder !== undefined && found.diagnostics.length === 0)
    writeCached(folder, rulebookKey(found), packRulebook(found, { ...rulebook, program }));
  return { ...rulebook, program };
}
