import { describe, expect, test } from 'vitest';
import { type Run, SMALL_CASE, SMALL_RULES, withFolder, zhunsheng } from '../support/run-cli.ts';

/** Everything a user sees of one run; record again with `npm test -- -u`. */
const seen = (args: readonly string[], run: Run): string =>
  `$ zhunsheng ${args.join(' ')}\n${run.out}--- stderr\n${run.err}--- exit ${run.code}\n`;

const golden = (name: string): string => `golden/${name}.txt`;

const UNKNOWN = SMALL_CASE.replace('  答覆: 2026-10-12\n', '').replace('甲案', '缺答覆日期');
const PENDING = SMALL_CASE.replace('答覆: 2026-10-12', '答覆: 未發生')
  .replace('查核日期: 2026-10-12', '查核日期: 2026-10-05')
  .replace('甲案', '尚未到期');
const URGENT = SMALL_CASE.replace('急件: 否', '急件: 是').replace('甲案', '急件');
const LATER = SMALL_CASE.replace('2026-09-28', '2044-09-28')
  .replaceAll('2026-10-12', '2044-10-12')
  .replace('甲案', '年份尚未公佈');
const GOOD = SMALL_CASE.replace('答覆: 2026-10-12', '答覆: 2026-10-08').replace('甲案', '恰在期限');

const FILES = {
  'rules/a.norm': SMALL_RULES,
  'a.yaml': SMALL_CASE,
  'unknown.yaml': UNKNOWN,
  'pending.yaml': PENDING,
  'urgent.yaml': URGENT,
  'later.yaml': LATER,
  'good.yaml': GOOD,
  'wrong.yaml': SMALL_CASE.replace('急件', '急建').replace('件數: 3', '件數: 很多'),
};

const RUNS: readonly (readonly [string, readonly string[]])[] = [
  ['check-violated', ['check', 'a.yaml']],
  ['check-violated.en', ['check', 'a.yaml', '--lang', 'en']],
  ['check-violated.hans', ['check', 'a.yaml', '--lang', 'zh-Hans']],
  ['check-violated-all', ['check', 'a.yaml', '--all']],
  ['check-undetermined', ['check', 'unknown.yaml']],
  ['check-pending', ['check', 'pending.yaml']],
  ['check-exempt', ['check', 'urgent.yaml']],
  ['check-unpublished-year', ['check', 'later.yaml']],
  ['check-compliant', ['check', 'good.yaml']],
  ['check-batch', ['check', 'a.yaml', 'unknown.yaml', 'good.yaml']],
  ['check-wrong', ['check', 'wrong.yaml']],
  ['check-wrong.en', ['check', 'wrong.yaml', '--lang', 'en']],
  ['check-json', ['check', 'a.yaml', '-f', 'json']],
  ['check-ndjson', ['check', 'a.yaml', 'good.yaml', '-f', 'ndjson']],
  ['explain-short', ['explain', 'a.yaml', '--short']],
  ['explain-mid', ['explain', 'a.yaml']],
  ['explain-long', ['explain', 'a.yaml', '--long']],
  ['explain-exempt', ['explain', 'urgent.yaml', '--norm', '三日答覆']],
  ['explain-norm', ['explain', '--norm', '三日答复', '--long']],
  ['explain-norm.en', ['explain', '--norm', '三日答覆', '--lang', 'en']],
  ['graph-json', ['graph']],
  ['graph-mermaid', ['graph', '-f', 'mermaid', '--around', '件數上限', '--depth', '1']],
  ['graph-dot', ['graph', 'rules', '-f', 'dot', '--around', '急件']],
  ['graph-why', ['graph', '--why', '申請', '第二條']],
  ['schema-kind', ['schema', '申請']],
  ['validate', ['validate']],
  ['validate-json', ['validate', 'rules', '-f', 'json']],
];

describe('what the commands print', () => {
  test.each(RUNS)('%s', async (name, args) => {
    const run = withFolder(FILES, (folder) => zhunsheng(folder, args));
    await expect(seen(args, run)).toMatchFileSnapshot(golden(name));
  });
});

describe('help, with an example each', () => {
  const COMMANDS = [
    '',
    'check',
    'validate',
    'test',
    'explain',
    'why-not',
    'export',
    'graph',
    'schema',
    'init',
    'source',
    'source lock',
    'source verify',
    'source show',
    'source coverage',
    'source export',
    'bench differential',
  ];
  test.each(['zh', 'zh-Hans', 'en'])('%s', async (language) => {
    const pages = COMMANDS.map((command) => {
      const args = [...command.split(' ').filter((word) => word !== ''), '--help', '--lang', language];
      const run = zhunsheng('.', args);
      expect(run.code).toBe(0);
      if (command !== '' && command !== 'source') expect(run.out).toMatch(/(例|Example)[:：]\n {2}zhunsheng/);
      return seen(args, run);
    });
    await expect(pages.join('\n')).toMatchFileSnapshot(golden(`help.${language}`));
  });
});
