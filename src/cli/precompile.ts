import { writeFileSync } from 'node:fs';
import { packRulebook } from './precompiled.ts';
import { compileRulebook } from './rulebook.ts';
import { readRulebook } from './rulebook-files.ts';
import { type Io, makeSession } from './session.ts';

/** Called by the build: compiles a rulebook into a file. False where it has errors; it is then compiled at each run. */
export async function precompile(folder: string, output: string, io: Io): Promise<boolean> {
  const session = await makeSession(io, 'zh-Hant');
  const read = readRulebook(session, [folder]);
  const { compiled, files } = compileRulebook(session, read);
  if (compiled.plan === undefined) return false;
  writeFileSync(output, packRulebook(files, read.lock?.text, compiled.model, compiled.plan));
  return true;
}

export { nodeIo } from './node-io.ts';
