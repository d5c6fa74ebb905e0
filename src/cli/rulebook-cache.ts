import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Io } from './session.ts';

const MAX_BYTES = 256 * 1024 * 1024;
const MAX_STORED = 40;
const STALE_MS = 60 * 60 * 1000;

/**
 * Where compiled rulebooks are kept between runs: `ZHUNSHENG_CACHE` (empty: nowhere), else the user's cache folder. Files
 * are named by what they hold, so that an old one is never taken for a new one.
 */
export function cacheFolder(env: Io['env']): string | undefined {
  if (env.ZHUNSHENG_CACHE !== undefined) return env.ZHUNSHENG_CACHE || undefined;
  const base = env.XDG_CACHE_HOME || env.LOCALAPPDATA || (env.HOME && join(env.HOME, '.cache'));
  return base ? join(base, 'zhunsheng') : undefined;
}

const pathOf = (folder: string, key: string): string => join(folder, `${key}.rulebook`);

/** What is stored under the key, if it is a file of this user that nobody else may write. */
export function readCached(folder: string, key: string): Uint8Array | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(pathOf(folder, key), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    const stat = fstatSync(descriptor);
    if (!stat.isFile() || stat.size > MAX_BYTES || !isOurs(stat)) return undefined;
    return readFileSync(descriptor);
  } catch {
    // not there, or not to be read: it is made again
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/**
 * Stores it whole or not at all: beside it first, then renamed, so that several writers or a run that is broken off leave
 * nothing half written under its name. A cache that cannot be written is no error: the next run compiles again.
 */
export function writeCached(folder: string, key: string, packed: Uint8Array): boolean {
  const temporary = join(folder, `${key}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const stat = lstatSync(folder);
    if (!stat.isDirectory() || !isOurs(stat)) return false;
    writeFileSync(temporary, packed, { flag: 'wx', mode: 0o600 });
    renameSync(temporary, pathOf(folder, key));
    tidy(folder);
    return true;
  } catch {
    removeQuietly(temporary);
    return false;
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // what could not be written is not there
  }
}

/** Where there are owners: ours, and written by nobody else. */
function isOurs({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean {
  const me = process.getuid?.();
  return me === undefined || (uid === me && (mode & 0o022) === 0);
}

/** What broken-off runs left behind, and the oldest of more rulebooks than anybody works with. */
function tidy(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => /^[0-9a-f]{64}\.(rulebook|.*\.tmp)$/.test(name))
    .map((name) => ({ path: join(folder, name), name, at: timeOf(join(folder, name)) }));
  const old = files.filter(({ name, at }) => name.endsWith('.tmp') && at < Date.now() - STALE_MS);
  const stored = files.filter(({ name }) => name.endsWith('.rulebook')).sort((a, b) => b.at - a.at);
  for (const { path } of [...old, ...stored.slice(MAX_STORED)]) removeQuietly(path);
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
