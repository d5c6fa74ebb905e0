import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The tests of the command line run what is published, dist/: it is built again when a source is newer. */
export default function buildOnce(): void {
  const built = `${root}/dist/main.cache`;
  const newest = Math.max(
    ...['src', 'grammar', 'rules', '.ci'].map((folder) => newestIn(`${root}/${folder}`)),
  );
  if (existsSync(built) && statSync(built).mtimeMs > newest) return;
  execFileSync(process.execPath, ['.ci/bundle.js'], { cwd: root, stdio: 'inherit' });
}

function newestIn(folder: string): number {
  return Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? newestIn(`${folder}/${entry.name}`) : statSync(`${folder}/${entry.name}`).mtimeMs,
    ),
  );
}
