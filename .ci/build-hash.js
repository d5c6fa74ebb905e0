import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Fingerprint of all that makes a rulebook what it is when compiled: the code of the language and the dependencies. A
 * stored rulebook of another build is not used.
 */
export function buildHash(root) {
  const hash = createHash('sha256');
  for (const path of [
    ...filesIn(`${root}/src`),
    ...filesIn(`${root}/grammar`),
    `${root}/package-lock.json`,
  ]) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesIn(path);
      return /\.(ts|json)$/.test(entry.name) ? [path] : [];
    });
}
