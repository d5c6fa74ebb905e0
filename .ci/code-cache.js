import { readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Runs `check` once and keeps the code that V8 made of it. Another version of Node does not take it, and compiles. */
export function writeCodeCache(root) {
  const { loadMain } = createRequire(import.meta.url)('../bin/load-main.js');
  const { script, exports } = loadMain(root);
  const cases = readdirSync(`${root}/rules/hongshan/cases`).sort();
  const silent = { ...exports.nodeIo(root), out: () => {}, err: () => {} };
  return exports
    .main(['check', ...cases.slice(0, 6).map((name) => `${root}/rules/hongshan/cases/${name}`)], silent)
    .then(() => writeFileSync(`${root}/dist/main.cache`, script.createCachedData()));
}
