// Bundles the program and the library into dist/: loading the dependencies file by file would cost 400 ms a start.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
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
  // commander is CommonJS and asks for Node's own modules
  banner: {
    js: "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);",
  },
  charset: 'utf8',
  legalComments: 'linked',
  logLevel: 'warning',
  metafile: process.argv.includes('--analyse'),
}).then(async (result) => {
  if (!result.metafile) return;
  const { analyzeMetafile } = await import('esbuild');
  process.stdout.write(await analyzeMetafile(result.metafile));
});
