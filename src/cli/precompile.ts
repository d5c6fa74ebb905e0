import { writeFileSync } from 'node:fs';
import { programFromPlan } from '../engine/compiled/program-from-plan.ts';
import { packRulebook } from './packed-rulebook.ts';
import { compileRulebook } from './rulebook.ts';
import { decodeRulebook, findRulebook } from './rulebook-files.ts';
import { type Io, makeSession } from './session.ts';

/** Called by the build: compiles a rulebook into a file. False where it has errors; it is then compiled at each run. */
export async function precompile(folder: string, output: string, io: Io): Promise<boolean> {
  const session = await makeSession(io, 'zh-Hant');
  const found = findRulebook(session, [folder]);
  const { model, plan } = compileRulebook(session, decodeRulebook(session, found)).compiled;
  if (plan === undefined) return false;
  writeFileSync(output, packRulebook(found, { model, plan, program: programFromPlan(plan) }));
  return true;
}

export { dictionaryTexts } from '../check/dictionary-texts.ts';
export { nodeIo } from './node-io.ts';
