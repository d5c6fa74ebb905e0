import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { atMost, inTurns, type Part, run, significant, table } from './measure.ts';

const RULES = 'rules/hongshan';
const REPEAT = 11;
/** Bytes of rules that may be parsed in a millisecond: 3 MB/s. */
const PARSED_A_MS = 3000;

/** Whole processes, from the start to the verdict of one case. */
export async function coldStart(): Promise<Part> {
  const folder = mkdtempSync('node_modules/.bench-cold-');
  try {
    // the same rules with one more line: not the shipped ones, so that the user's cache has to do
    cpSync(RULES, join(folder, 'rules'), { recursive: true });
    appendFileSync(join(folder, 'rules', 'chapter-08.norm'), '\n# 另一部\n');
    const name =
      readdirSync(`${RULES}/cases`)
        .filter((n) => n.endsWith('.yaml'))
        .sort()[0] ?? '';
    const kase = `${RULES}/cases/${name}`;
    const check = (rules: string) => ['bin/zhunsheng.js', 'check', kase, '--rules', rules];
    const own = join(folder, 'rules');
    const [node, shipped, cached, uncached] = inTurns(
      [
        () => run(['-e', '0']),
        () => run(check(RULES)),
        () => run(check(own), { ZHUNSHENG_CACHE: join(folder, 'cache') }),
        () => run(check(own), { ZHUNSHENG_CACHE: '' }),
      ],
      REPEAT,
    ) as [number, number, number, number];
    const bytes = readdirSync(own)
      .filter((n) => n.endsWith('.norm'))
      .reduce((sum, n) => sum + statSync(join(own, n)).size, 0);
    const row = (what: string, ms: number) => ({ cells: [what, significant(ms), significant(ms / node)] });
    return {
      text: `## Cold start

One case, from the start of the process to the verdict.

${table(
  ['', 'ms', '× `node -e 0`'],
  [
    row('`node -e 0`', node),
    row('`check`, shipped rulebook', shipped),
    row('`check`, a rulebook of one’s own, from the cache', cached),
    row(`\`check\`, the same without a cache (${Math.round(bytes / 1000)} kB of rules)`, uncached),
  ],
)}
`,
      ratios: [
        atMost('cold `check` ÷ `node -e 0`, shipped rulebook', shipped / node, 1.8),
        atMost('cold `check` ÷ `node -e 0`, own rulebook from the cache', cached / node, 1.8),
        atMost(
          'cold `check` without a cache ÷ (4 × `node -e 0` + rules at 3 MB/s)',
          uncached / (4 * node + bytes / PARSED_A_MS),
          1,
        ),
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
