import { lstatSync } from 'node:fs';
import { upwards } from '../folders.ts';
import { findOption } from '../language.ts';

export const CONFIG_NAMES = [
  'zhunsheng.config.json',
  'zhunsheng.config.yaml',
  'zhunsheng.config.yml',
] as const;

/** Where the configuration of a run stands, as it would be written from here. */
export type FoundConfig =
  | { readonly kind: 'none' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'several'; readonly paths: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `--no-config`, `--config PATH`, `ZHUNSHENG_CONFIG` (empty: none), else the first folder from here up to the root that has
 * one. Whatever bears the name counts, also a folder or a link that leads nowhere: what is broken is told, not passed over.
 */
export function findConfig(args: readonly string[], env: Environment): FoundConfig {
  const options = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length);
  const written = findOption(options, '--config');
  // without a path it asks `schema` for the shape of the file
  if (written !== undefined && !/^(-.*)?$/.test(written)) return { kind: 'file', path: written };
  if (options.includes('--no-config')) return { kind: 'none' };
  const named = env.ZHUNSHENG_CONFIG;
  if (named !== undefined) return named === '' ? { kind: 'none' } : { kind: 'file', path: named };
  for (const folder of upwards('.')) {
    const inHere = CONFIG_NAMES.map((name) => (folder === '.' ? name : `${folder}/${name}`)).filter(isThere);
    const [path, second] = inHere;
    if (second !== undefined) return { kind: 'several', paths: inHere };
    if (path !== undefined) return { kind: 'file', path };
  }
  return { kind: 'none' };
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // a folder above that may not be entered
    return false;
  }
}

/** Variables of ours that are no settings. */
const NO_SETTING: ReadonlySet<string> = new Set(['ZHUNSHENG_CACHE', 'ZHUNSHENG_CONFIG', 'ZHUNSHENG_DEBUG']);

/** The variables that set something, or look as if they should. */
export const settingVariables = (env: Environment): readonly string[] =>
  Object.keys(env)
    .filter((name) => name.startsWith('ZHUNSHENG_') && !NO_SETTING.has(name) && env[name] !== undefined)
    .sort();
