import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, type Run, SMALL_CASE, SMALL_RULES, withFolder, zhunsheng } from '../support/run-cli.ts';

const FILES = { 'rules/small.norm': SMALL_RULES, 'case.yaml': SMALL_CASE };

/** What `check` says with this cache folder. */
function check(folder: string, cache: string | undefined, more: Readonly<Record<string, string>> = {}): Run {
  return zhunsheng(folder, ['check', 'case.yaml'], {
    env: { ...(cache === undefined ? {} : { ZHUNSHENG_CACHE: cache }), ...more },
  });
}
const stored = (folder: string): string[] => readdirSync(join(folder, 'cache')).sort();
const onlyFile = (folder: string): string => join(folder, 'cache', stored(folder)[0] ?? '');

describe('a rulebook that was compiled before', () => {
  test('is stored under the hash of its content, for its user alone, and used again', () =>
    withFolder(FILES, (folder) => {
      const first = check(folder, 'cache');
      expect([first.code, first.err]).toEqual([1, '']);
      expect(stored(folder)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.rulebook$/)]);
      const { ino, mode } = statSync(onlyFile(folder));
      expect(mode & 0o777).toBe(0o600);
      expect(check(folder, 'cache')).toEqual(first);
      expect(statSync(onlyFile(folder)).ino).toBe(ino); // not written again
    }));

  test('says the same in every format and from another folder, where the files have other names', () =>
    withFolder(FILES, (folder) => {
      const ask = (cwd: string, rules: string, kase: string) =>
        zhunsheng(cwd, ['check', kase, '--rules', rules, '-f', 'json'], {
          env: { ZHUNSHENG_CACHE: join(folder, 'cache') },
        });
      const first = ask(folder, 'rules', 'case.yaml');
      const other = ask(join(folder, 'rules'), '.', '../case.yaml');
      expect(stored(folder)).toHaveLength(1);
      const places = (run: Run) =>
        JSON.stringify(JSON.parse(run.out))
          .match(/"file":"[^"]*\.norm"/g)
          ?.filter((p, i, all) => all.indexOf(p) === i);
      expect(places(first)).toEqual(['"file":"rules/small.norm"']);
      expect(places(other)).toEqual(['"file":"./small.norm"']);
      expect(
        other.out.replaceAll('./small.norm', 'rules/small.norm').replaceAll('../case.yaml', 'case.yaml'),
      ).toBe(first.out);
    }));

  test('is never stale: another text is another rulebook', () =>
    withFolder(FILES, (folder) => {
      expect(check(folder, 'cache').code).toBe(1);
      writeFileSync(join(folder, 'rules/small.norm'), SMALL_RULES.replace('3 個工作日', '10 個工作日'));
      expect(check(folder, 'cache').code).toBe(0);
      expect(stored(folder)).toHaveLength(2);
      writeFileSync(join(folder, 'rules/small.norm'), `${SMALL_RULES}\n規則 甲\n`);
      expect(check(folder, 'cache').code).toBe(3); // errors are not stored
      expect(stored(folder)).toHaveLength(2);
      writeFileSync(join(folder, 'rules/small.norm'), SMALL_RULES);
      expect(check(folder, 'cache').code).toBe(1);
      // the same words, once as rules and once as a document with fences, are two rulebooks
      renameSync(join(folder, 'rules/small.norm'), join(folder, 'rules/small.norm.md'));
      expect(check(folder, 'cache').code).toBe(3);
    }));
});

describe('a cache that is not as it was written', () => {
  const DAMAGE: readonly (readonly [string, (path: string, folder: string) => void])[] = [
    ['cut short', (path) => writeFileSync(path, readFileSync(path).subarray(0, -20))],
    ['cut to the first line', (path) => writeFileSync(path, readFileSync(path, 'utf8').split('\n')[0] ?? '')],
    ['empty', (path) => writeFileSync(path, '')],
    [
      'edited by hand: another limit',
      (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('"v":3', '"v":9')),
    ],
    [
      'of another build',
      (path) => {
        const content = readFileSync(path, 'utf8')
          .slice(65)
          .replace(/"key":"[0-9a-f]{8}/, '"key":"00000000');
        writeFileSync(path, `${createHash('sha256').update(content).digest('hex')}\n${content}`);
      },
    ],
    ['not JSON', (path) => writeFileSync(path, '{{{\n')],
    ['JSON of something else', (path) => writeFileSync(path, '[]\n[]')],
    ['writable for others', (path) => chmodSync(path, 0o666)],
    [
      'a link to somewhere else',
      (path, folder) => {
        renameSync(path, join(folder, 'elsewhere'));
        symlinkSync(join(folder, 'elsewhere'), path);
      },
    ],
    ...(process.getuid?.() === 0
      ? [["somebody else's", (path: string) => chownSync(path, 65_534, 65_534)] as const]
      : []),
  ];
  test.each(DAMAGE)('%s: the rulebook is compiled again, and stored anew', (_, damage) =>
    withFolder(FILES, (folder) => {
      const first = check(folder, 'cache');
      const whole = readFileSync(onlyFile(folder));
      damage(onlyFile(folder), folder);
      expect(check(folder, 'cache')).toEqual(first);
      expect(readFileSync(onlyFile(folder)).equals(whole)).toBe(true);
      expect(statSync(onlyFile(folder)).mode & 0o777).toBe(0o600);
    }),
  );

  test('a folder that cannot be used is no error: nothing is stored', () =>
    withFolder({ ...FILES, blocked: 'a file' }, (folder) => {
      const plain = check(folder, '');
      expect(plain.code).toBe(1);
      expect(readdirSync(folder).sort()).toEqual(['blocked', 'case.yaml', 'rules']);
      expect(check(folder, 'blocked')).toEqual(plain);
      expect(check(folder, 'blocked/below')).toEqual(plain);
      mkdirSync(join(folder, 'open'));
      chmodSync(join(folder, 'open'), 0o777); // where anybody may write, anybody may have written
      expect(check(folder, 'open')).toEqual(plain);
      expect(readdirSync(join(folder, 'open'))).toEqual([]);
      // neither a home nor a cache folder
      expect(check(folder, undefined)).toEqual(plain);
    }));

  test('XDG_CACHE_HOME, then HOME', () =>
    withFolder(FILES, (folder) => {
      check(folder, undefined, { HOME: join(folder, 'home') });
      expect(readdirSync(join(folder, 'home/.cache/zhunsheng'))).toHaveLength(1);
      check(folder, undefined, { HOME: join(folder, 'other'), XDG_CACHE_HOME: join(folder, 'xdg') });
      expect(readdirSync(join(folder, 'xdg/zhunsheng'))).toHaveLength(1);
      expect(existsSync(join(folder, 'other'))).toBe(false);
    }));

  test('what a run that was broken off left behind is not read, and goes in time', () =>
    withFolder(FILES, (folder) => {
      check(folder, 'cache');
      const key = stored(folder)[0]?.replace('.rulebook', '') ?? '';
      const half = join(folder, 'cache', `${key}.123.abc.tmp`);
      const old = join(folder, 'cache', `${key}.124.abc.tmp`);
      for (const path of [half, old]) writeFileSync(path, readFileSync(onlyFile(folder)).subarray(0, 100));
      utimesSync(old, 1, 1);
      writeFileSync(join(folder, 'cache', `${key}.rulebook`), 'broken');
      expect(check(folder, 'cache').code).toBe(1);
      expect(stored(folder)).toEqual([`${key}.123.abc.tmp`, `${key}.rulebook`]);
    }));

  test('many runs at once, some of them killed: every run that ends says the same', async () => {
    const files: Record<string, string> = { ...FILES };
    await withFolderAsync(files, async (folder) => {
      const plain = check(folder, '');
      const runs = Array.from({ length: 8 }, (_, i) => start(folder, i % 4 === 3 ? 60 + 25 * i : undefined));
      for (const run of await Promise.all(runs)) if (!run.killed) expect(run.out).toBe(plain.out);
      expect(check(folder, 'cache')).toEqual(plain);
    });
  });
});

async function withFolderAsync(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  let done: Promise<void> = Promise.resolve();
  withFolder(files, (folder) => {
    const kept = `${folder}.kept`;
    renameSync(folder, kept);
    done = use(kept);
  });
  await done;
}

function start(folder: string, killAfter: number | undefined): Promise<{ out: string; killed: boolean }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'bin/zhunsheng.js'), 'check', 'case.yaml'], {
      cwd: folder,
      env: { PATH: process.env.PATH, LANG: 'zh_TW.UTF-8', ZHUNSHENG_CACHE: 'cache' },
    });
    let out = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    if (killAfter !== undefined) setTimeout(() => child.kill('SIGINT'), killAfter);
    child.on('close', (_, signal) => resolve({ out, killed: signal !== null }));
  });
}

test('where code may not be generated from strings, the verdicts are the same', () =>
  withFolder(FILES, (folder) => {
    const plain = check(folder, '');
    expect(check(folder, '', { NODE_OPTIONS: '--disallow-code-generation-from-strings' })).toEqual(plain);
  }));
