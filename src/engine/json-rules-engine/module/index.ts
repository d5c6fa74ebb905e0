/**
 * Operators and computed facts for the rules of this folder, to be run with the stock package json-rules-engine. Generated
 * by zhunsheng from its own sources; it needs nothing else.
 */
import { createHash } from 'node:crypto';
import { formatDate } from '../../../calendar/date.ts';
import { listCalendar } from '../../../calendar/list-calendar.ts';
import type { Missing } from '../../../evaluate/verdict.ts';
import type { VerdictWord } from '../../../syntax/ast.ts';
import {
  type Citations,
  DATA_FILES,
  type Export,
  exceptionSlot,
  FORMAT,
  FORMAT_VERSION,
  MANIFEST_FILE,
  type Manifest,
  MODULE_FILE,
} from '../format.ts';
import { ExportError } from './export-error.ts';
import { type PlainCase, readCase } from './read-case.ts';
import { indexRules, type NormVerdict, runCase, type StockEngineClass } from './run.ts';
import type { Book } from './session.ts';

export { ExportError } from './export-error.ts';
export { operatorTable } from './operators.ts';
export type { PlainCase, PlainMatter } from './read-case.ts';
export type { StockEngineClass } from './run.ts';

/** Days are written as dates. */
export type PlainMissing =
  | Exclude<Missing, { kind: 'calendar' }>
  | { readonly kind: 'calendar'; readonly year: number; readonly estimate: string };
export interface CitedVerdict {
  readonly matter: string;
  readonly norm: string;
  readonly verdict: VerdictWord;
  readonly harmless: boolean;
  readonly cites: readonly string[];
  readonly gist?: string;
  readonly bearers: readonly string[];
  readonly missing: readonly PlainMissing[];
  /** For 待履行: the day it falls due, where there is one. */
  readonly due?: string;
  /** For 豁免: the provisions of what defeats the norm. */
  readonly exemptBy: readonly string[];
}
export interface CaseVerdict {
  readonly verdict: Exclude<VerdictWord, 'exempt' | 'deviation'>;
  readonly norms: readonly CitedVerdict[];
}
export interface Rulebook {
  readonly title: string;
  evaluate(Engine: StockEngineClass, kase: PlainCase): Promise<CaseVerdict>;
}

/** Reads an export with `read`, which gives a file's text by its name. Throws an `ExportError` for anything amiss. */
export async function loadRulebook(read: (name: string) => string | Promise<string>): Promise<Rulebook> {
  const text = async (name: string): Promise<string> => {
    try {
      return await read(name);
    } catch {
      throw new ExportError('export-file-missing', { name });
    }
  };
  const manifest = readManifest(parse(MANIFEST_FILE, await text(MANIFEST_FILE)));
  const parsed: Record<string, unknown> = {};
  for (const name of [...DATA_FILES.map((n) => `${n}.json`), MODULE_FILE]) {
    const content = await text(name);
    if (manifest.files[name] !== sha256(content)) throw new ExportError('export-changed', { name });
    if (name !== MODULE_FILE) parsed[name.replace('.json', '')] = parse(name, content);
  }
  return rulebookOf(parsed as unknown as Export);
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
export const manifestHash = (m: Omit<Manifest, 'sha256'>): string =>
  sha256(JSON.stringify([m.format, m.version, m.generator, Object.entries(m.files).sort()]));

function readManifest(given: unknown): Manifest {
  const manifest = given as Partial<Manifest> | null;
  if (manifest?.format !== FORMAT)
    throw new ExportError('export-format', { name: String(manifest?.format ?? MANIFEST_FILE) });
  if (manifest.version !== FORMAT_VERSION)
    throw new ExportError('export-version', {
      found: String(manifest.version),
      wanted: String(FORMAT_VERSION),
    });
  const { files, generator } = manifest;
  const whole = typeof files === 'object' && files !== null && typeof generator === 'string';
  const { format, version } = manifest;
  if (!whole || manifestHash({ format, version, generator, files }) !== manifest.sha256)
    throw new ExportError('export-changed', { name: MANIFEST_FILE });
  return manifest as Manifest;
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ExportError('export-not-json', { name });
  }
}

/** An export that is already in memory. */
export function rulebookOf(data: Export): Rulebook {
  const run = runner(data);
  return {
    title: data.citations.book,
    evaluate: async (Engine, kase) => {
      const norms = await run(Engine, kase);
      const strength = new Map(data.computed.norms.map((n) => [n.name, n.strength]));
      return {
        verdict: caseVerdict(
          norms.filter((n) => strength.get(n.norm) === 'hard'),
          norms,
        ),
        norms: norms.map((n) => cited(data.citations, n)),
      };
    },
  };
}

export type Runner = (Engine: StockEngineClass, kase: PlainCase) => Promise<readonly NormVerdict[]>;
export function runner(data: Export): Runner {
  const { computed, facts } = data;
  const book: Book = {
    program: computed,
    facts,
    calendar: listCalendar(data.calendar),
    norms: new Map(computed.norms.map((n) => [n.name, n])),
    exceptions: new Map(
      computed.norms.flatMap((n) => n.exceptions.map((e, i) => [exceptionSlot(n.name, i), e] as const)),
    ),
  };
  const index = indexRules(data.rules);
  return async (Engine, kase) => runCase(Engine, book, index, readCase(facts, computed, kase));
}

function cited(citations: Citations, n: NormVerdict): CitedVerdict {
  const own = citations.norms[n.norm];
  const { exemptBy, missing, due, ...rest } = n;
  return {
    ...rest,
    missing: missing.map((m) => (m.kind === 'calendar' ? { ...m, estimate: formatDate(m.estimate) } : m)),
    ...(due === undefined ? {} : { due: formatDate(due) }),
    cites: own?.cites ?? [],
    ...(own?.gist === undefined ? {} : { gist: own.gist }),
    bearers: own?.bearers ?? [],
    exemptBy: exemptBy.flatMap((i) => own?.exceptions[i] ?? []),
  };
}

/** Soft norms never make a case 待定 or 待履行; what is undetermined but cannot be violated does no harm. */
function caseVerdict(hard: readonly NormVerdict[], all: readonly NormVerdict[]): CaseVerdict['verdict'] {
  for (const verdict of ['violated', 'conflict', 'undetermined', 'pending'] as const)
    if (hard.some((n) => n.verdict === verdict && !n.harmless)) return verdict;
  const idle = ['not-applicable', 'undetermined', 'conflict'];
  return all.some((n) => !idle.includes(n.verdict)) ? 'compliant' : 'not-applicable';
}
