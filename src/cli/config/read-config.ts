import { realpathSync } from 'node:fs';
import { basename, isAbsolute, join, resolve } from 'node:path';
import type { Diagnostic, Result } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import { shorten, shown, type Tree } from '../../facts/tree.ts';
import { colonError, readTrees } from '../../facts/yaml-tree.ts';
import type { SourceFile } from '../../text/span.ts';
import { kindOf } from '../files.ts';
import { folderOf, liesIn } from '../folders.ts';
import { isGlob } from '../glob.ts';
import { type Path, type Place, problems, written } from './config-problems.ts';
import { CONFIG_SHAPE } from './config-shape.ts';
import { SETTING_NAMES, SETTINGS, type Settings } from './settings.ts';

/**
 * The settings of a file, its paths as they would be written from here. Everything that is wrong with it is told at once;
 * then there are no settings.
 */
export function readConfig(file: SourceFile): Result<Settings> {
  const { value: trees, diagnostics } = readTrees(file);
  const [tree, second] = trees;
  if (tree?.kind !== 'map' || second !== undefined)
    return { value: {}, diagnostics: hasErrors(diagnostics) ? diagnostics : [notSettings(file, trees)] };
  const place = placeIn(tree, file);
  const plain = plainValue(tree);
  const parsed = CONFIG_SHAPE.safeParse(plain);
  const found = [
    ...diagnostics,
    ...(parsed.success ? [] : problems(parsed.error.issues, CONFIG_SHAPE, place)),
    ...wrongPaths(plain, folderOf(file.name), place),
  ].sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  if (!parsed.success || hasErrors(found)) return { value: {}, diagnostics: found };
  return { value: fromFolder(settingsIn(parsed.data), folderOf(file.name)), diagnostics: found };
}

function notSettings(file: SourceFile, trees: readonly Tree[]): Diagnostic {
  const [tree, second] = trees;
  const colon = tree?.kind === 'scalar' && colonError(file, tree.span.start, tree.span.end);
  if (colon) return colon;
  const [zh, en] =
    second !== undefined
      ? ['不止一份內容（「---」）', 'more than one document ("---")']
      : tree === undefined || (tree.kind === 'scalar' && tree.empty)
        ? ['空的', 'nothing']
        : tree.kind === 'seq'
          ? ['清單', 'a list']
          : ['一段文字', 'a text'];
  const span = (second ?? tree)?.span ?? { file: file.name, start: 0, end: 0 };
  return report('config-not-settings', span, { found: zh, foundEn: en });
}

/** The plain value of a tree. Its keys were refused where they would be more than names. */
function plainValue(tree: Tree): unknown {
  switch (tree.kind) {
    case 'map':
      return Object.fromEntries(tree.entries.map(({ key, value }) => [key, plainValue(value)]));
    case 'seq':
      return tree.items.map(plainValue);
    case 'scalar':
      return tree.value;
  }
}

function settingsIn(config: Readonly<Record<string, unknown>>): Settings {
  return Object.fromEntries(
    SETTING_NAMES.flatMap((name) => {
      const at = SETTINGS[name].path.reduce<unknown>(
        (value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key],
        config,
      );
      return at === undefined ? [] : [[name, at]];
    }),
  );
}

function placeIn(root: Tree, file: SourceFile): Place {
  const at = (path: Path): Tree => {
    let tree = root;
    for (const key of path) {
      const next =
        tree.kind === 'map'
          ? tree.entries.find((entry) => entry.key === key)?.value
          : tree.kind === 'seq'
            ? tree.items[Number(key)]
            : undefined;
      if (!next) return tree;
      tree = next;
    }
    return tree;
  };
  return {
    span: (path) => at(path).span,
    keySpan: (path, key) => {
      const tree = at(path);
      return tree.kind === 'map' ? tree.entries.find((entry) => entry.key === key)?.keySpan : tree.span;
    },
    name: (path) => path.map(written).join('.'),
    found: (path) => shown(at(path)),
    asWritten: (path) => {
      const tree = at(path);
      if (tree.kind !== 'scalar' || tree.empty) return shown(tree);
      return shorten(file.text.slice(tree.span.start, tree.span.end));
    },
  };
}

/** Relative paths begin in the folder of the file. */
const fromHere = (folder: string, path: string): string => (isAbsolute(path) ? path : join(folder, path));

/** What is read must be there; what is written stays in the folder of the file. Told of every path, whatever else is wrong. */
function wrongPaths(plain: unknown, folder: string, place: Place): readonly Diagnostic[] {
  const { rules, source, reports } = plain as Readonly<Record<string, unknown>>;
  const paths = (value: unknown, at: Path): readonly (readonly [string, Path])[] =>
    typeof value === 'string' && value.trim() !== ''
      ? [[value, at]]
      : Array.isArray(value)
        ? value.flatMap((one, i) => paths(one, [...at, i]))
        : [];
  const missing = [...paths(rules, ['rules']), ...paths(source, ['source'])].flatMap(([path, at]) => {
    const here = fromHere(folder, path);
    return kindOf(here) !== undefined || isGlob(here)
      ? []
      : [report('config-path-missing', place.span(at), { name: place.name(at), path: here })];
  });
  const outside = (Array.isArray(reports) ? reports : []).flatMap((one: unknown, i) => {
    const path = typeof one === 'string' ? splitReport(one).path : (one as { path?: unknown } | null)?.path;
    if (typeof path !== 'string') return [];
    const here = fromHere(folder, path);
    if (liesIn(here, folder) && resolve(here) !== resolve(folder) && liesIn(real(here), real(folder)))
      return [];
    const at = ['reports', i];
    return [report('config-path-outside', place.span(at), { name: place.name(at), path: here })];
  });
  return [...missing, ...outside];
}

/** Where a path leads to, links followed as far as there is something. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = folderOf(resolve(path));
    return above === resolve(path) ? above : join(real(above), basename(path));
  }
}

function fromFolder(settings: Settings, folder: string): Settings {
  const { rules, source, reports } = settings;
  const here = (path: string) => fromHere(folder, path);
  return {
    ...settings,
    ...(rules === undefined ? {} : { rules: typeof rules === 'string' ? here(rules) : rules.map(here) }),
    ...(source === undefined ? {} : { source: here(source) }),
    ...(reports === undefined
      ? {}
      : {
          reports: reports.map((one) => {
            const { format, path } = typeof one === 'string' ? splitReport(one) : one;
            return `${format}=${here(path)}`;
          }),
        }),
  };
}

function splitReport(text: string): { readonly format: string; readonly path: string } {
  const at = text.indexOf('=');
  return { format: text.slice(0, at), path: text.slice(at + 1) };
}

const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((d) => d.severity === 'error');
