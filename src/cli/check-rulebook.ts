import { readFileSync } from 'node:fs';
import { decodeText } from '../text/decode.ts';
import { once } from '../text/once.ts';
import type { SourceFile } from '../text/span.ts';
import type { FileContent } from './files.ts';
import { type ReadyRulebook, rulebookKey, unpackRulebook } from './packed-rulebook.ts';
import type { UsableRulebook } from './rulebook.ts';
import { cacheFolder, readCached } from './rulebook-cache.ts';
import { type FoundRulebook, findRulebook, rulebookPaths } from './rulebook-files.ts';
import type { Session } from './session.ts';

/**
 * The rulebook for `check`: ready made where it was compiled before, by the build (the shipped one) or by an earlier run;
 * else through the compiler, which is loaded only then.
 */
export async function openForCheck(
  session: Session,
  option: readonly string[] | undefined,
  near: readonly string[],
): Promise<UsableRulebook | undefined> {
  const paths = option ?? rulebookPaths(session, near);
  if (paths === undefined) return undefined;
  const found = findRulebook(session, paths);
  const ready = found.diagnostics.length === 0 ? readyMade(session, found) : undefined;
  if (ready) {
    const files = found.files.map(decodedLater);
    for (const file of files) session.sources.add(file);
    return { label: found.label, files, ...ready };
  }
  const { compileForCheck } = await import('./compile-for-check.ts');
  return compileForCheck(session, found);
}

function readyMade(session: Session, found: FoundRulebook): ReadyRulebook | undefined {
  const shipped = readIfThere(`${session.io.packageRoot}/dist/hongshan.rulebook`);
  const ready = shipped && unpackRulebook(shipped, found);
  if (ready) return ready;
  const folder = cacheFolder(session.io.env);
  const cached = folder === undefined ? undefined : readCached(folder, rulebookKey(found));
  return cached && unpackRulebook(cached, found);
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** It was decoded without complaint when it was compiled; most runs show no place in it. */
function decodedLater({ name, bytes }: FileContent): SourceFile {
  const text = once(() => decodeText(bytes, name).value.text);
  return {
    name,
    get text() {
      return text();
    },
  };
}
