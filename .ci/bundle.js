// Bundles the program and the library into dist/ and compiles the shipped rulebook. `--analyse` prints what the script
// is made of that a verdict waits for.
//
// main.cjs is what every command starts with and all that `check` needs: one script, with what V8 compiled of it beside
// it (main.cache). What a run may need on top (the compiler of rules, the other commands, 简体 output) are modules,
// loaded when asked for.
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyzeMetafile, build } from 'esbuild';
import { buildHash } from './build-hash.js';
import { writeCodeCache } from './code-cache.js';

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

/** In main.cjs an `import()` is that of a module of its own in dist/, except of these. */
const IN_MAIN = /\/src\/cli\/check-command\.ts$/;
const lazy = {};
const lazyModules = {
  name: 'lazy-modules',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /.*/ }, async ({ path, kind, resolveDir, importer, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === 'resolving') return undefined;
      const found = await resolve(path, { kind, resolveDir, importer, pluginData: 'resolving' });
      if (found.external || IN_MAIN.test(found.path)) return found;
      const name = `lazy-${basename(found.path).replace(/\.\w+$/, '')}`;
      if ((lazy[name] ?? found.path) !== found.path) throw new Error(`two modules would be ${name}.js`);
      lazy[name] = found.path;
      return { path: `./${name}.js`, external: true };
    });
  },
};

/** In main.cjs the dictionaries of names stand in a file beside it: few runs need them. */
const dictionariesApart = {
  name: 'dictionaries-apart',
  setup({ onLoad }) {
    onLoad({ filter: /src\/check\/dictionary-texts\.ts$/ }, () => ({
      contents: `import { readFileSync } from 'node:fs';
import { join } from 'node:path';
export const dictionaryTexts = () => JSON.parse(readFileSync(join(__dirname, 'dictionaries.json'), 'utf8'));`,
    }));
  },
};

const shared = {
  // wherever this was started from
  absWorkingDir: root,
  outdir: fresh,
  bundle: true,
  platform: 'node',
  target: 'node20',
  // ES modules of the dependencies where they have them: only what is used is kept
  mainFields: ['module', 'main'],
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  // an engine of its own, run as it is published; loaded only when it is chosen
  external: ['json-rules-engine'],
  define: { ZHUNSHENG_BUILD: JSON.stringify(buildHash(root)) },
  charset: 'utf8',
  legalComments: 'linked',
  logLevel: 'warning',
  minifyWhitespace: true,
  minifySyntax: true,
};

const result = await build({
  ...shared,
  entryPoints: { main: 'src/cli/main.ts' },
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  // half the memory of a text with 漢字 in it, and nothing to decode (bin/load-main.js)
  charset: 'ascii',
  banner: { js: '(function(exports,require,module,__filename,__dirname,importModule){' },
  footer: { js: '})' },
  plugins: [withoutChildProcess, lazyModules, dictionariesApart],
  metafile: true,
});
const main = readFileSync(`${fresh}/main.cjs`, 'utf8')
  // V8 gives functions out of its code cache no `import()` of their own
  .replace(/\bimport\((?=")/g, 'importModule(')
  // in regular expressions esbuild leaves 漢字 as they are
  .replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
writeFileSync(`${fresh}/main.cjs`, main);
if (process.argv.includes('--analyse')) process.stdout.write(await analyzeMetafile(result.metafile));

await build({
  ...shared,
  entryPoints: { index: 'src/index.ts', precompile: 'src/cli/precompile.ts', ...lazy },
  splitting: true,
  format: 'esm',
  chunkNames: 'chunks/[name]-[hash]',
  plugins: [withoutChildProcess],
  // a dependency that is CommonJS asks for Node's own modules
  banner: {
    js: "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);",
  },
});

// what an export of rules gives to a program of somebody else: one file that can be read and needs nothing
await build({
  absWorkingDir: root,
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

const { dictionaryTexts, precompile, nodeIo } = await import(`../${fresh}/precompile.js`);
const compiled = await precompile('rules/hongshan', `${fresh}/hongshan.rulebook`, nodeIo(root));
if (!compiled) process.stdout.write('rules/hongshan has errors: it is not compiled ahead\n');

// what `explain CODE` prints
for (const folder of ['src/diagnostics/docs', 'src/lint/docs'])
  cpSync(folder, `${fresh}/docs`, { recursive: true });

writeFileSync(`${fresh}/dictionaries.json`, JSON.stringify(dictionaryTexts()));

rmSync('dist', { recursive: true, force: true });
renameSync(fresh, 'dist');
await writeCodeCache(root);
