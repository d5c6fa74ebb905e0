// Bundles the program and the library into dist/, where loading the dependencies file by file would cost 400 ms a
// start, and compiles the shipped rulebook. `--analyse` prints what the bundle is made of.
import { renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { analyzeMetafile, build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
process.chdir(root);
const fresh = `node_modules/.dist-${process.pid}`;

/** commander asks for this at every start, and uses it only for commands that are programs of their own: not ours. */
const withoutChildProcess = {
  name: 'without-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?child_process$/ }, () => ({ path: 'child_process', namespace: 'unused' }));
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'export {};' }));
  },
};

const result = await build({
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts', precompile: 'src/cli/precompile.ts' },
  outdir: fresh,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  chunkNames: 'chunks/[name]-[hash]',
  minifyWhitespace: true,
  minifySyntax: true,
  // ES modules of the dependencies where they have them: only what is used is kept
  mainFields: ['module', 'main'],
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  // an engine of its own, run as it is published; loaded only when it is chosen
  external: ['json-rules-engine'],
  plugins: [withoutChildProcess],
  // commander is CommonJS and asks for Node's own modules
  banner: {
    js: "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);",
  },
  charset: 'utf8',
  legalComments: 'linked',
  logLevel: 'warning',
  metafile: true,
});
if (process.argv.includes('--analyse')) process.stdout.write(await analyzeMetafile(result.metafile));

// what an export of rules gives to a program of somebody else: one file that can be read and needs nothing
await build({
  entryPoints: { operators: 'src/engine/json-rules-engine/module/index.ts' },
  outdir: fresh,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  logLevel: 'warning',
});

const { precompile, nodeIo } = await import(`../${fresh}/precompile.js`);
const compiled = await precompile('rules/hongshan', `${fresh}/rulebook.json`, nodeIo(root));
if (!compiled) process.stdout.write('rules/hongshan has errors: it is not compiled ahead\n');

rmSync('dist', { recursive: true, force: true });
renameSync(fresh, 'dist');
