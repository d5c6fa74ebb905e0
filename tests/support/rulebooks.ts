import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '../../src/check/model.ts';
import { compile } from '../../src/pipeline.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { ROOT } from './run-cli.ts';

export interface Book {
  readonly name: string;
  readonly model: Model;
  readonly plan: Plan;
}

const ruleFiles = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => /\.norm(\.md)?$/.test(name)) : [];

/** One rulebook for every construct of the language, one where they meet, and the shipped ones. */
export function everyRulebook(): readonly Book[] {
  const conformance = join(ROOT, 'tests/conformance');
  const constructs = readdirSync(conformance).flatMap((construct) => {
    const folder = join(conformance, construct, 'good');
    return ruleFiles(folder).map((file) => book(`${construct}/${file}`, [join(folder, file)]));
  });
  const shipped = ['hongshan', 'example'].map((name) => {
    const folder = join(ROOT, 'rules', name);
    return book(
      name,
      ruleFiles(folder).map((file) => join(folder, file)),
    );
  });
  const interactions = book('interactions', [join(ROOT, 'tests/support/interactions.norm')]);
  return [...constructs, interactions, ...shipped];
}

function book(name: string, paths: readonly string[]): Book {
  const { model, plan } = compile(
    paths.map((path) => ({ name: path, text: readFileSync(path, 'utf8') })),
  ).value;
  if (!plan) throw new Error(`${name} has errors`);
  return { name, model, plan };
}
