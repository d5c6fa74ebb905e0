import { hash } from 'node:crypto';
import type { Model } from '../check/model.ts';
import type { Program } from '../engine/compiled/program.ts';
import { type UnitJson, unitFromJson, unitToJson } from '../engine/compiled/program-json.ts';
import type { Plan } from '../plan/plan.ts';
import { isLiterate } from '../syntax/literate.ts';
import { once, onceFor } from '../text/once.ts';
import type { FileContent } from './files.ts';
import type { FoundRulebook } from './rulebook-files.ts';
import { BUILD } from './version.ts';

/**
 * A rulebook that was compiled once and can be read without the parser. The file is the SHA-256 of all that follows, on
 * the first line; on the second a `Head`; then the parts, each JSON, end to end. It holds for exactly the bytes of the rule
 * files and of the lock, and for the build that made it; and what was changed or cut short afterwards is not read.
 */
interface Head {
  /** First, so that a rulebook of other files is told apart before it is read (`unpackRulebook`). */
  readonly key: string;
  /** Rule files by fingerprint and the names that stand in the places. */
  readonly files: readonly (readonly [fingerprint: string, name: string])[];
  /** In the order in which they lie: name and bytes. */
  readonly parts: readonly (readonly [name: string, bytes: number])[];
}

export interface ReadyRulebook {
  readonly model: Model;
  readonly plan: Plan;
  readonly program: Program;
}

const sha256 = (data: string | Uint8Array): string => hash('sha256', data);

/** What a file is to the compiler: its bytes, and whether it is literate. A start asks for it several times. */
const fingerprint = onceFor(
  (file: FileContent): string => `${isLiterate(file.name) ? 'md' : ''}${sha256(file.bytes)}`,
);

/** Names a rulebook by its content and by the build that reads it. Order and names of the files do not count. */
export function rulebookKey(found: FoundRulebook): string {
  const files = found.files.map(fingerprint).sort();
  return sha256([BUILD, ...files, found.lock ? `lock ${sha256(found.lock.bytes)}` : ''].join('\n'));
}

export function packRulebook(found: FoundRulebook, { model, plan, program }: ReadyRulebook): Uint8Array {
  // what only the other commands read stays out
  const slim: Model = { ...model, norms: {}, definitions: {}, declaratory: {}, examples: [], quotations: [] };
  const parts: readonly (readonly [string, unknown])[] = [
    ...partsOf('model', { ...slim, kinds: undefined }),
    ...partsOf('kind', model.kinds),
    ...partsOf('plan', plan),
    ...partsOf('program', { ...program, units: undefined }),
    ...Object.entries(program.units).map(([kind, unit]) => [`unit ${kind}`, unitToJson(unit)] as const),
  ];
  const bytes = parts.map(([, value]) => Buffer.from(isLong(value) ? linesOf(value) : JSON.stringify(value)));
  const head: Head = {
    key: rulebookKey(found),
    files: found.files.map((file) => [fingerprint(file), file.name]),
    parts: parts.map(([name], i) => [name, bytes[i]?.length ?? 0]),
  };
  const content = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...bytes]);
  return Buffer.concat([Buffer.from(`${sha256(content)}\n`), content]);
}

/** The packed rulebook if it is whole and was made by this build from these very files; its parts are read when needed. */
export function unpackRulebook(packed: Uint8Array, found: FoundRulebook): ReadyRulebook | undefined {
  const content = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength).subarray(DIGEST + 1);
  const start = Buffer.from(`{"key":"${rulebookKey(found)}"`);
  if (!content.subarray(0, start.length).equals(start)) return undefined;
  const digest = Buffer.from(`${sha256(content)}\n`);
  if (!digest.equals(packed.subarray(0, DIGEST + 1))) return undefined;
  const end = content.indexOf('\n');
  const head = JSON.parse(content.toString('utf8', 0, end)) as Head;
  return openParts(head, content.subarray(end + 1), renaming(head, found));
}

/** Hexadecimal digits of a SHA-256. */
const DIGEST = 64;

/** Old to new name, where the same files are called otherwise than when the rulebook was packed. */
function renaming(head: Head, found: FoundRulebook): ReadonlyMap<string, string> {
  const names = new Map(found.files.map((file) => [fingerprint(file), file.name]));
  return new Map(
    head.files.flatMap(([print, old]) => {
      const name = names.get(print);
      return name === undefined || name === old ? [] : [[JSON.stringify(old), JSON.stringify(name)] as const];
    }),
  );
}

function openParts(head: Head, body: Buffer, renamed: ReadonlyMap<string, string>): ReadyRulebook {
  const places = new Map<string, readonly [number, number]>();
  let at = 0;
  for (const [name, bytes] of head.parts) {
    places.set(name, [at, at + bytes]);
    at += bytes;
  }
  const part = (name: string): unknown => {
    const json = withNames(body.toString('utf8', ...(places.get(name) ?? [0, 0])), renamed);
    return json.startsWith(LINES) ? lazyList(json.slice(LINES.length).split('\n')) : JSON.parse(json);
  };
  /** All parts of a sort, as properties that are read when they are asked for. */
  const lazily = <T extends object>(sort: string, more: object, read: (value: object) => unknown): T => {
    const table: object = Object.setPrototypeOf(more, null);
    for (const full of places.keys()) {
      if (!full.startsWith(`${sort} `)) continue;
      const value = once(() => read(part(full) as object));
      Object.defineProperty(table, full.slice(sort.length + 1), { get: value, enumerable: true });
    }
    return table as T;
  };
  const kinds = lazily('kind', {}, plainly);
  const units = lazily('unit', {}, (unit) => unitFromJson(unit as UnitJson));
  return {
    model: lazily<Model>('model', { kinds }, plainly),
    plan: lazily<Plan>('plan', {}, plainly),
    program: lazily<Program>('program', { units }, (value) => value),
  };
}

function withNames(json: string, renamed: ReadonlyMap<string, string>): string {
  if (renamed.size === 0) return json;
  // inside a text of the rulebook the quotation marks would be escaped, so this meets places only
  return json.replace(/"file":("(?:[^"\\]|\\.)*")/g, (all, name: string) => {
    const now = renamed.get(name);
    return now === undefined ? all : `"file":${now}`;
  });
}

/** A long list stands in lines, one element each: a case needs a few of the norms and nodes of a rulebook. */
const LINES = 'lines\n';
const isLong = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length > 100;
const linesOf = (list: readonly unknown[]): string =>
  LINES + list.map((element) => JSON.stringify(element)).join('\n');

/** An array like any other, whose elements are parsed when they are first looked at. */
function lazyList(lines: readonly string[]): readonly unknown[] {
  const elements: unknown[] = new Array(lines.length);
  const parsed = (key: string | symbol): boolean => {
    if (typeof key !== 'string' || !/^\d+$/.test(key)) return true;
    const index = Number(key);
    const line = lines[index];
    if (line !== undefined) elements[index] ??= JSON.parse(line);
    return line === undefined;
  };
  return new Proxy(elements, {
    get(target, key) {
      parsed(key);
      return Reflect.get(target, key);
    },
    has: (target, key) => !parsed(key) || Reflect.has(target, key),
  });
}

/** Tables keyed by names of the rulebook inherit nothing, as the checker makes them; places and lists are not such. */
function plainly(value: object): object {
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  Object.setPrototypeOf(value, null);
  for (const inner of Object.values(value)) {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) continue;
    Object.setPrototypeOf(inner, null);
    for (const table of [inner.facts, inner.fields, inner.memberSpans])
      if (table) Object.setPrototypeOf(table, null);
  }
  return value;
}

const partsOf = (sort: string, table: object): readonly (readonly [string, unknown])[] =>
  Object.entries(table).flatMap(([name, value]) =>
    value === undefined ? [] : [[`${sort} ${name}`, value] as const],
  );
