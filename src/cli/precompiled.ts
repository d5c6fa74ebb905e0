import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Model } from '../check/model.ts';
import type { Plan } from '../plan/plan.ts';
import type { SourceFile } from '../text/span.ts';
import type { UsableRulebook } from './rulebook.ts';
import type { RulebookFiles } from './rulebook-files.ts';

/**
 * The shipped rulebook is compiled when the package is built, so that a verdict need not wait for the parser. It is
 * used only for exactly the texts it was made from; any other text is compiled.
 */
interface Packed {
  readonly key: string;
  /** Fingerprint of each text, in the order of the numbers that stand for file names. */
  readonly texts: readonly string[];
  readonly model: Model;
  readonly plan: Plan;
}

const fingerprint = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const keyOf = (texts: readonly string[], lock: string | undefined): string =>
  fingerprint([...texts].sort().join('\n') + (lock === undefined ? '' : `\nlock ${fingerprint(lock)}`));

export function packRulebook(
  files: readonly SourceFile[],
  lock: string | undefined,
  model: Model,
  plan: Plan,
): string {
  const texts = files.map((file) => fingerprint(file.text));
  const numbers = new Map(files.map((file, i) => [file.name, `@${i}`]));
  // what only the other commands read stays out
  const slim: Model = { ...model, norms: {}, definitions: {}, declaratory: {}, examples: [], quotations: [] };
  const packed: Packed = { key: keyOf(texts, lock), texts, model: slim, plan };
  return JSON.stringify(packed, (key, value: unknown) =>
    key === 'file' && typeof value === 'string' ? (numbers.get(value) ?? value) : value,
  );
}

/** The packed rulebook if it was made from these very texts. */
export function unpackRulebook(path: string, read: RulebookFiles): UsableRulebook | undefined {
  if (read.diagnostics.length > 0) return undefined;
  const texts = read.files.map((file) => fingerprint(file.text));
  const start = `{"key":"${keyOf(texts, read.lock?.text)}"`;
  const json = readIfThere(path);
  if (json === undefined || !json.startsWith(start)) return undefined;
  const numbered = (JSON.parse(`${json.slice(0, json.indexOf(',"model":'))}}`) as Packed).texts;
  const names = numbered.map((text) => JSON.stringify(read.files[texts.indexOf(text)]?.name ?? ''));
  // inside a text of the rulebook the quotation marks would be escaped, so this meets places only
  const packed = JSON.parse(
    json.replace(/"file":"@(\d+)"/g, (_, n: string) => `"file":${names[Number(n)]}`),
  ) as Packed;
  keepNamesPlain(packed);
  return { label: read.label, files: read.files, model: packed.model, plan: packed.plan };
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Tables keyed by names of the rulebook inherit nothing, as the checker makes them. */
function keepNamesPlain({ model, plan }: Packed): void {
  const tables: object[] = [
    model.enums,
    model.groups,
    model.kinds,
    model.records,
    model.parameters,
    model.readings,
    model.nameAliases,
    plan.definitions,
    plan.params,
    plan.readings,
    plan.lineage,
    plan.facts,
    ...Object.values(model.enums).map((e) => e.memberSpans),
    ...Object.values(model.kinds).map((k) => k.facts),
    ...Object.values(model.records).map((r) => r.fields),
    ...Object.values(plan.facts),
  ];
  for (const table of tables) Object.setPrototypeOf(table, null);
}
