import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { coldStart } from './cold-start.ts';
import { type Ratio, significant, table } from './measure.ts';
import { firstOfAll, neutral } from './neutral.ts';
import { parsing } from './parsing.ts';
import { shipped } from './shipped.ts';
import { tools } from './tools.ts';

const quick = process.argv.includes('quick');
const only = process.argv.find((arg) => arg.startsWith('only='))?.slice(5);
const wanted = (part: string): boolean => only === undefined || only === part;

const first = process.argv.find((arg) => arg.startsWith('first='));
if (first) {
  process.stdout.write(String(firstOfAll(Number(first.slice(6)))));
  process.exit(0);
}

const ratios: Ratio[] = [];
const parts: string[] = [];
if (wanted('neutral')) {
  parts.push(`## A neutral workload

Norms over facts of three types (是非, numbers, members of an enum), every atom a fact against a constant; cases are plain
objects with a fifth of the facts missing, the answer is the names of the norms by verdict. The peers know two truth values and
get the same cases with the gaps filled. All are verified to give the same lists before they are timed.
`);
  for (const norms of quick ? [30, 300] : [30, 300, 3000, 30_000]) {
    const result = await neutral(norms);
    parts.push(result.text);
    ratios.push(...result.ratios);
    process.stdout.write(`${result.text}\n`);
  }
}
for (const [name, part] of [
  ['shipped', shipped],
  ['cold', coldStart],
  ['parsing', parsing],
  ['tools', tools],
] as const) {
  if (!wanted(name)) continue;
  const result = await part();
  parts.push(result.text);
  ratios.push(...result.ratios);
  process.stdout.write(`${result.text}\n`);
}

const bounds = table(
  ['what', 'measured', 'aim', ''],
  ratios.map(({ what, value, aim, kept }) => ({
    cells: [what, significant(value), aim, kept ? 'kept' : 'missed'],
  })),
);
process.stdout.write(`${bounds}\n`);
if (!quick && only === undefined) {
  const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
  writeFileSync(
    'tests/bench/RESULTS.md',
    `# Results of \`npm run bench\`

Medians, taken in turns within one run. zhunsheng ${version}; ${process.platform} ${process.arch}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}); Node ${process.versions.node}, V8 ${process.versions.v8}.

${bounds}

${parts.join('\n')}`,
  );
}
if (ratios.some((r) => !r.kept)) process.exitCode = 1;
