// `npm run bench [-- quick]`: bundles the bench and runs it. Writes tests/bench/RESULTS.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
const node = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 70;
// the shipped rulebook is compiled ahead when the package is built: measure what a user would have installed
if (node('.ci/bundle.js') !== 0) process.exit(70);
const folder = mkdtempSync('node_modules/.bench-');
try {
  await build({
    entryPoints: { bench: 'tests/bench/bench.ts', 'parse-only': 'tests/bench/parse-only.ts' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    alias: { yaml: './node_modules/yaml/browser/index.js' },
    external: ['json-rules-engine', 'json-logic-engine', '@gorules/zen-engine', '@cedar-policy/cedar-wasm'],
    logLevel: 'warning',
  });
  process.exitCode = node(`${folder}/bench.mjs`, folder, ...process.argv.slice(2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
