import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { tellMismatch } from '../../src/cli/differential-command.ts';
import { makeSession } from '../../src/cli/session.ts';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import { differential } from '../../src/differential/run.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { ROOT, withFolder, zhunsheng } from '../support/run-cli.ts';

test('what differs is printed, written as files that check can read, and ends with 1', async () => {
  // an engine that takes every violation for a deviation
  const { mismatch } = await differential({
    seed: 3,
    verdicts: 20_000,
    calendar: chinaCalendar(),
    contestants: [
      {
        name: 'lenient',
        open: (plan) => ({
          evaluate: (kase, options) => {
            const right = evaluate(plan, kase, options);
            const norms = right.norms.map((n) => ({
              ...n,
              verdict: n.verdict === 'violated' ? ('deviation' as const) : n.verdict,
            }));
            return { ...right, norms };
          },
        }),
      },
    ],
  });
  if (!mismatch) throw new Error('the wrong engine was not found');
  const printed = { out: '', err: '' };
  const into = (where: 'out' | 'err') => (text: string) => {
    printed[where] += text;
  };
  const session = await makeSession(
    {
      env: {},
      outIsTerminal: false,
      errIsTerminal: false,
      out: into('out'),
      err: into('err'),
      stdin: () => new Uint8Array(),
      now: () => 0,
      packageRoot: ROOT,
    },
    'zh-Hant',
  );
  withFolder({}, (folder) => {
    tellMismatch(session, mismatch, join(folder, 'found'));
    expect(session.code()).toBe(1);
    expect(printed.err).toContain(CODES['engines-differ'].id);
    expect(printed.err).toContain('「lenient」');
    expect(printed.err).toContain('"violated"');
    expect(printed.out).toContain(readFileSync(join(folder, 'found/rules.norm'), 'utf8'));
    const check = zhunsheng(folder, ['check', 'found/case.yaml', '--rules', 'found/rules.norm']);
    expect(check.code).toBe(1);
    expect(check.out).toContain('違規');
  });
});
