import { spawnSync } from 'node:child_process';
import { atMost, inTurns, median, type Part, run, significant, table, time } from './measure.ts';

const RULES = 'rules/hongshan';
const REPEAT = 5;
/** The whole mutation run is long: it is measured so often. */
const FEW = 3;
/** Seconds that CI gives the mutation run on two cores. */
const MUTATION_SECONDS = 60;

/** What a drafter and CI run on every push, on the shipped rulebook, as whole processes. */
export async function tools(): Promise<Part> {
  const tool = (...args: string[]) => ['bin/zhunsheng.js', ...args];
  const commands = [
    ['fmt', '--check', RULES],
    ['lint', RULES],
    ['validate', RULES],
    ['test', RULES],
    ['test', RULES, '--coverage'],
  ].filter(isThere);
  const [node, ...times] = inTurns(
    [() => run(['-e', '0']), ...commands.map((args) => () => run(tool(...args)))],
    REPEAT,
  ) as [number, ...number[]];
  const mutate = ['test', RULES, '--mutate'];
  const mutation = median(Array.from({ length: FEW }, () => time(() => run(tool(...mutate)))));
  const row = (what: string, ms: number) => ({ cells: [what, significant(ms), significant(ms / node)] });
  const named = (args: readonly string[]): string => `\`${args.join(' ')}\``;
  return {
    text: `## The drafter’s and CI’s tools

On ${RULES}, from the start of the process to its end.

${table(
  ['', 'ms', '× `node -e 0`'],
  [
    row('`node -e 0`', node),
    ...commands.map((args, i) => row(named(args), times[i] ?? Number.NaN)),
    row(named(mutate), mutation),
  ],
)}
`,
    ratios: [atMost(`seconds of ${named(mutate)}`, mutation / 1000, MUTATION_SECONDS, ' s')],
  };
}

/** A command that this program does not have (64) is said and left out of the table, not timed failing. */
function isThere(args: readonly string[]): boolean {
  const there = spawnSync(process.execPath, ['bin/zhunsheng.js', ...args]).status !== 64;
  if (!there) process.stderr.write(`not measured, there is no such command: ${args.join(' ')}\n`);
  return there;
}
