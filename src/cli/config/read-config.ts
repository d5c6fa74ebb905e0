import { isAbsolute, join, resolve } from 'node:path';
import type { Diagnostic, Result } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import { shown, type Tree } from '../../facts/tree.ts';
import { readTrees } from '../../facts/yaml-tree.ts';
import type { SourceFile } from '../../text/span.ts';
import { kindOf } from '../files.ts';
import { folderOf, liesIn } from '../folders.ts';
import { isGlob } from '../glob.ts';
import { type Path, type Place, problems } from './config-problems.ts';
import { CONFIG_SHAPE } from './config-shape.ts';
import { SETTING_NAMES, SETTINGS, type Settings } from './settings.ts';

/**
 * The settings of a file, its paths as they would be written from here. Everything that is wrong with it is told at once;
 * then there are no settings.
 */
export function readConfig(file: SourceFile): Result<Settings> {
  const { value: trees, diagnostics } = readTrees(file);
  const broken = diagnostics.some((d) => d.severity === 'error');
  const [tree, second] = trees;
  if (tree?.kind !== 'map' || second !== undefined)
    return { value: {}, diagnostics: broken ? diagnostics : [notSettings(file, trees)] };
  const place = placeIn(tree);
  const parsed = CONFIG_SHAPE.safeParse(plainValue(tree));
  if (!parsed.success)
    return {
      value: {},
      diagnostics: [...diagnostics, ...problems(parsed.error.issues, CONFIG_SHAPE, place)],
    };
  const { value, diagnostics: wrongPaths } = withPaths(settingsIn(parsed.data), folderOf(file.name), place);
  return {
    value: broken || wrongPaths.length > 0 ? {} : value,
    diagnostics: [...diagnostics, ...wrongPaths],
  };
}

function notSettings(file: SourceFile, trees: readonly Tree[]): Diagnostic {
  const [tree, second] = trees;
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

function placeIn(root: Tree): Place {
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
    name: (path) => path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join('.'),
    found: (path) => shown(at(path)),
  };
}

/** Relative paths begin in the folder of the file. What is read must be there; what is written stays in that folder. */
function withPaths(settings: Settings, folder: string, place: Place): Result<Settings> {
  const diagnostics: Diagnostic[] = [];
  const fromHere = (path: string): string => (isAbsolute(path) ? path : join(folder, path));
  const read = (path: string, at: Path): string => {
    const here = fromHere(path);
    if (kindOf(here) === undefined && !isGlob(here))
      diagnostics.push(report('config-path-missing', place.span(at), { name: place.name(at), path: here }));
    return here;
  };
  const written = (path: string, at: Path): string => {
    const here = fromHere(path);
    if (!liesIn(here, folder) || resolve(here) === resolve(folder))
      diagnostics.push(report('config-path-outside', place.span(at), { name: place.name(at), path: here }));
    return here;
  };
  const { rules, source, reports } = settings;
  const value: Settings = {
    ...settings,
    ...(rules === undefined
      ? {}
      : {
          rules:
            typeof rules === 'string'
              ? read(rules, ['rules'])
              : rules.map((one, i) => read(one, ['rules', i])),
        }),
    ...(source === undefined ? {} : { source: read(source, ['source']) }),
    ...(reports === undefined
      ? {}
      : {
          reports: reports.map((one, i) => {
            const { format, path } = typeof one === 'string' ? splitReport(one) : one;
            return `${format}=${written(path, ['reports', i])}`;
          }),
        }),
  };
  return { value, diagnostics };
}

function splitReport(text: string): { readonly format: string; readonly path: string } {
  const at = text.indexOf('=');
  return { format: text.slice(0, at), path: text.slice(at + 1) };
}
