import type * as z from 'zod';
import { LINT_CODES } from '../../diagnostics/catalogue/lint.ts';
import { PROOF_LINT_CODES } from '../../diagnostics/catalogue/proof-lint.ts';
import type { Bilingual, CatalogueEntry, Diagnostic } from '../../diagnostics/diagnostic.ts';
import { didYouMean, report } from '../../diagnostics/report.ts';
import type { Span } from '../../text/span.ts';
import { SETTING_NAMES, SETTINGS } from './settings.ts';

/** Where values were read, so that what is wrong with one is told at its place. */
export interface Place {
  readonly span: (path: Path) => Span | undefined;
  readonly keySpan: (path: Path, key: string) => Span | undefined;
  /** How the reader calls it: `test.threshold.norm`, or the name of a variable. */
  readonly name: (path: Path) => string;
  readonly found: (path: Path) => string;
  /** As it stands there: with its quotes, where it has some. */
  readonly asWritten: (path: Path) => string;
}
export type Path = readonly PropertyKey[];
/** Entries of a list are counted from 1. */
export const written = (key: PropertyKey): string => String(typeof key === 'number' ? key + 1 : key);
type Issue = z.core.$ZodIssue;

/** What was expected, by the word of a shape (settings.ts) or of the library. */
const EXPECTED: Readonly<Record<string, Bilingual>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '一個數', en: 'a number' },
  int: { zh: '整數', en: 'a whole number' },
  boolean: { zh: '「true」或「false」', en: 'true or false' },
  array: { zh: '清單', en: 'a list' },
  object: { zh: '「名稱: 內容」', en: '"name: contents"' },
  path: { zh: '路徑', en: 'a path' },
  paths: { zh: '路徑，或路徑的清單', en: 'a path or a list of paths' },
  names: { zh: '名稱的清單', en: 'a list of names' },
  report: { zh: '「格式=路徑」', en: '"format=path"' },
  threshold: {
    zh: '一個數（不寫「%」），或「norm: 100」這樣逐項寫',
    en: 'a number (without "%"), or one each such as "norm: 100"',
  },
};
const OTHERWISE: Bilingual = { zh: '另一種內容', en: 'something else' };

/** What the library finds wrong, in the words of those who wrote it. */
export function problems(issues: readonly Issue[], shape: z.ZodType, place: Place): readonly Diagnostic[] {
  return issues.flatMap((issue) => problem(issue, [], shape, place));
}

function problem(issue: Issue, before: Path, shape: z.ZodType, place: Place): readonly Diagnostic[] {
  const path = [...before, ...issue.path];
  const [name, found, span] = [place.name(path), place.found(path), place.span(path)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const allowed = keysAt(shape, path);
        const hint = elsewhere(key) ?? meant(key, allowed);
        const where = place.name([...path, key]);
        return report('config-unknown-key', place.keySpan(path, key), { name: where }, { hint });
      });
    case 'invalid_value': {
      const values = issue.values.map(String);
      const near = meant(found, values);
      const choices = values.length > 12 ? undefined : values.join('、');
      const hint =
        near ?? (choices ? { zh: `可用：${choices}。`, en: `Use one of: ${choices}.` } : undefined);
      return [report('config-no-such-choice', span, { name, found }, { hint })];
    }
    case 'too_big':
    case 'too_small':
      if (issue.origin === 'array') break;
      return [report('config-out-of-range', span, { name, found, range: issue.message })];
    case 'invalid_union': {
      // the one it was meant to be
      const near = issue.errors.find((errors) => !errors.some(isOfAnotherKind));
      if (near) return near.flatMap((one) => problem(one, path, shape, place));
    }
  }
  const expected =
    EXPECTED[issue.message] ?? EXPECTED[String('expected' in issue && issue.expected)] ?? OTHERWISE;
  const params = { name, found: place.asWritten(path), expected: expected.zh, expectedEn: expected.en };
  return [report('config-wrong-kind', span, params)];
}

/** A setting that stands in another group, as `maxWarnings` in `lint`. */
function elsewhere(key: string): Bilingual | undefined {
  const name = SETTING_NAMES.find((one) => SETTINGS[one].path.at(-1) === key);
  if (name === undefined) return undefined;
  const path = SETTINGS[name].path.join('.');
  return { zh: `是不是「${path}」？`, en: `Did you mean "${path}"?` };
}

/** Messages show the number of a lint before its name: whoever writes it is told the name. */
function meant(word: string, allowed: readonly string[]): Bilingual | undefined {
  const number = word.normalize('NFKC').toUpperCase();
  const name = Object.entries(LINTS).find(([, { id }]) => id === number)?.[0];
  return didYouMean(name !== undefined && allowed.includes(name) ? name : word, allowed);
}
const LINTS: Readonly<Record<string, CatalogueEntry>> = { ...LINT_CODES, ...PROOF_LINT_CODES };

const isOfAnotherKind = (issue: Issue): boolean => issue.path.length === 0 && issue.code === 'invalid_type';

/** The keys that may stand in the mapping at a place. */
function keysAt(shape: z.ZodType, path: Path): readonly string[] {
  let here: readonly unknown[] = alternatives(shape);
  for (const key of path) here = here.flatMap((one) => alternatives(inside(one, key)));
  return here.flatMap((one) => Object.keys(definition(one)?.shape ?? {}));
}

/** Loosely, what the library keeps of a shape. */
interface Definition {
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly innerType?: unknown;
  readonly options?: readonly unknown[];
  readonly element?: unknown;
}
const definition = (shape: unknown): Definition | undefined =>
  (shape as { readonly def?: Definition } | undefined)?.def;

const inside = (shape: unknown, key: PropertyKey): unknown =>
  typeof key === 'number' ? definition(shape)?.element : definition(shape)?.shape?.[String(key)];

function alternatives(shape: unknown): readonly unknown[] {
  const { innerType, options } = definition(shape) ?? {};
  if (innerType !== undefined) return alternatives(innerType);
  return options ? options.flatMap(alternatives) : [shape];
}
