import { dirname, resolve, sep } from 'node:path';

/** The folder of a path, as written: `a/b.yaml` → `a`, `b.yaml` → `.`. */
export function folderOf(path: string): string {
  return dirname(path);
}

/**
 * The folder and those above it, as they would be written from here: `cases/x`, `cases`, `.`, `..`, `../..` … up
 * to the root, so that places stay relative where the user wrote them so.
 */
export function upwards(start: string): string[] {
  const folders: string[] = [];
  let written = start === '' ? '.' : start;
  for (let absolute = resolve(written); ; absolute = dirname(absolute)) {
    folders.push(written);
    if (absolute === dirname(absolute)) return folders;
    written = above(written);
  }
}

function above(written: string): string {
  if (written === '.') return '..';
  const last = written.split('/').at(-1);
  return last === '..' ? `${written}/..` : dirname(written);
}

export const sameFolder = (a: string, b: string): boolean => resolve(a) === resolve(b);

/** Whether a path is the folder or lies somewhere in it. */
export const liesIn = (path: string, folder: string): boolean =>
  `${resolve(path)}${sep}`.startsWith(`${resolve(folder)}${sep}`);
