// `npm run bench`: ratios, not absolute times, so that the table says the same on any machine. Writes tests/bench/README.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
// the shipped rulebook is compiled ahead when the package is built: measure what a user would have installed
run(['.ci/bundle.js']);
const REPEAT = 11;
const rules = 'rules/hongshan';
const cases = `${rules}/cases`;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
function time(task) {
  const start = performance.now();
  task();
  return performance.now() - start;
}
function run(args) {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status === null || status > 2)
    throw new Error(`node ${args.join(' ')} ended with ${status}\n${stderr}`);
}

/** Both sides of a ratio in turns, so that a slow moment of the machine meets both. */
function compare(slow, fast) {
  slow();
  fast();
  const times = Array.from({ length: REPEAT }, () => [time(slow), time(fast)]);
  return { slow: median(times.map(([a]) => a)), fast: median(times.map(([, b]) => b)) };
}

const firstCase = `${cases}/${
  readdirSync(cases)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()[0]
}`;
const cold = compare(
  () => run(['bin/zhunsheng.js', 'check', firstCase]),
  () => run(['-e', '0']),
);

const parse = await parsing();
const rows = [
  ['`check CASE`, cold start to verdict', '`node -e 0`', cold.slow / cold.fast, '≤ 5'],
  ['parsing (text to AST)', 'Chevrotain’s lexer and CST alone', parse.slow / parse.fast, '≤ 2'],
];
const table = rows.map(
  ([what, against, ratio, aim]) => `| ${what} | ${against} | ${ratio.toFixed(2)} | ${aim} |`,
);
const text = `# Benchmarks

Written by \`npm run bench\`: medians of ${REPEAT} runs taken in turns, as ratios.

| what | compared with | ratio | aim |
| --- | --- | --- | --- |
${table.join('\n')}

Machine: ${process.platform} ${process.arch}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}); Node ${process.versions.node}, V8 ${process.versions.v8}.
Parsing: the rulebook ${rules} (${parse.kilobytes} kB), ${(parse.kilobytes / parse.slow).toFixed(1)} MB/s to the AST, ${(parse.kilobytes / parse.fast).toFixed(1)} MB/s to the CST.
`;
writeFileSync('tests/bench/README.md', text);
process.stdout.write(text);
if (cold.slow / cold.fast > 5 || parse.slow / parse.fast > 2) process.exitCode = 1;

async function parsing() {
  const folder = mkdtempSync('node_modules/.bench-');
  try {
    await build({
      stdin: {
        contents: `export { parseNorm } from './src/syntax/parse.ts';
export { lexer } from './grammar/tokens.ts';
export { parser } from './grammar/parser.ts';
export { layOut } from './src/syntax/layout.ts';`,
        resolveDir: root,
        loader: 'ts',
      },
      outfile: `${folder}/parse.mjs`,
      bundle: true,
      format: 'esm',
      platform: 'node',
      mainFields: ['module', 'main'],
    });
    const { parseNorm, lexer, parser, layOut } = await import(pathToFileURL(`${folder}/parse.mjs`).href);
    const files = readdirSync(rules)
      .filter((name) => name.endsWith('.norm'))
      .sort()
      .map((name) => ({ name, text: readFileSync(`${rules}/${name}`, 'utf8') }));
    const toAst = () => files.forEach(parseNorm);
    const toCst = () => {
      for (const file of files) {
        for (const chunk of layOut(lexer.tokenize(file.text).tokens).slice(1)) {
          parser.input = chunk;
          parser.file();
        }
      }
    };
    for (let i = 0; i < 20; i++) {
      toAst();
      toCst();
    }
    const bytes = files.reduce((sum, file) => sum + Buffer.byteLength(file.text), 0);
    return { ...compare(toAst, toCst), kilobytes: Math.round(bytes / 1000) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
