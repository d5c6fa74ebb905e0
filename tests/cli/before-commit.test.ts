import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT, type Run, withFolder, zhunsheng } from '../support/run-cli.ts';

const BIN = join(ROOT, 'bin/zhunsheng.js');
const README = readFileSync(`${ROOT}/README.md`, 'utf8');
const block = (name: string): string =>
  new RegExp(`<!-- ${name} -->\n\`\`\`\\w+\n([\\s\\S]*?)\`\`\``).exec(README)?.[1] ?? '';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
}
const MANIFEST = parse(readFileSync(`${ROOT}/.pre-commit-hooks.yaml`, 'utf8')) as readonly Hook[];
const hook = (id: string): Hook => MANIFEST.find((one) => one.id === id) ?? expect.fail(id);
const asInstalled = (command: string): string =>
  command.replaceAll(/(npx )?zhunsheng (?=[a-z])/g, `node "${BIN}" `);
const COMMANDS = zhunsheng(ROOT, ['--help', '--lang', 'en']).out;
const isThere = (entry: string): boolean => new RegExp(`^  ${entry.split(' ')[1]} `, 'm').test(COMMANDS);

/** A repository of somebody else, with the example as its rulebook. */
function withRepository(use: (folder: string, git: (...args: readonly string[]) => Run) => void): void {
  withFolder({}, (folder) => {
    cpSync(`${ROOT}/rules/example`, join(folder, 'rules'), { recursive: true });
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      LANG: 'zh_TW.UTF-8',
      PRE_COMMIT_HOME: join(folder, '.git/pre-commit'),
      GIT_CONFIG_NOSYSTEM: '1',
      ...Object.fromEntries(
        ['AUTHOR', 'COMMITTER'].flatMap((who) => [
          [`GIT_${who}_NAME`, 'office'],
          [`GIT_${who}_EMAIL`, 'office@example.org'],
        ]),
      ),
    };
    const git = (...args: readonly string[]): Run => {
      const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, env, encoding: 'utf8' });
      return { code: status, out: stdout, err: stderr };
    };
    git('init', '--quiet');
    git('add', '--all');
    expect(git('commit', '--quiet', '--message', 'rules').code).toBe(0);
    use(folder, git);
  });
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

/** What a hook must do, whoever calls it: a bad rule stops the commit, a good one passes, a letter is no business of it. */
function keepsBadRulesOut(folder: string, git: (...args: readonly string[]) => Run): void {
  const rules = join(folder, 'rules/parking.norm.md');
  const commit = (): Run => {
    git('add', '--all');
    return git('commit', '--message', 'change');
  };
  const head = (): string => git('rev-parse', 'HEAD').out;
  const before = head();

  edit(rules, '適用 停放', '適用 停車');
  const refused = commit();
  expect(refused.code).toBe(1);
  expect(refused.out + refused.err).toMatch(/rules\/parking\.norm\.md:\d+:\d+: 錯誤 Z\d{4} .*停車/);
  expect(head()).toBe(before);

  edit(rules, '適用 停車', '適用 停放');
  edit(rules, '要旨 「來賓車輛最多連停三日」', '要旨 「來賓車輛最多連續停放三日」');
  const passed = commit();
  expect(passed.out + passed.err).toContain('[');
  expect(passed.code).toBe(0);
  expect(head()).not.toBe(before);
}

test('a plain hook of git, as the README has it', () => {
  withRepository((folder, git) => {
    const path = join(folder, '.git/hooks/pre-commit');
    mkdirSync(join(folder, '.git/hooks'), { recursive: true });
    writeFileSync(path, asInstalled(block('git-hook')), { mode: 0o755 });
    keepsBadRulesOut(folder, git);
  });
});

describe('the definitions for pre-commit', () => {
  test('name the files that their commands read', () => {
    const takes = (id: string, path: string) => new RegExp(hook(id).files).test(path);
    for (const { id, files } of MANIFEST) {
      expect(takes(id, 'rules/a.norm'), files).toBe(true);
      expect(takes(id, 'rules/parking.norm.md'), files).toBe(true);
      for (const other of ['README.md', 'a.norm.txt', 'a.normal', 'package.json', 'a/mysource.lock.json'])
        expect(takes(id, other), `${id} ${other}`).toBe(false);
    }
    for (const id of ['zhunsheng-validate', 'zhunsheng-lint', 'zhunsheng-test'])
      for (const path of [
        'source.lock.json',
        'rules/source.lock.json',
        'zhunsheng.config.yml',
        'a/zhunsheng.config.json',
      ])
        expect(takes(id, path), `${id} ${path}`).toBe(true);
    for (const path of ['cases/a.yaml', 'rules/cases/b/c.json'])
      expect([takes('zhunsheng-test', path), takes('zhunsheng-lint', path)]).toEqual([true, false]);
  });

  test('call commands that there are', () => {
    for (const { entry } of MANIFEST) expect(isThere(entry), entry).toBe(true);
  });

  test('are those that the README names', () => {
    const config = parse(block('pre-commit')) as {
      readonly repos: readonly { readonly hooks: readonly Hook[] }[];
    };
    const named = config.repos.flatMap((repo) => repo.hooks.map((one) => one.id));
    expect([...named].sort()).toEqual(MANIFEST.map((one) => one.id).sort());
  });

  /** Of Debian, where there is one; the rest of this file stands without it. */
  const there = spawnSync('pre-commit', ['--version']).status === 0;

  test.skipIf(!there)('are taken by pre-commit itself, and so is the configuration of the README', () => {
    withFolder({ '.pre-commit-config.yaml': block('pre-commit') }, (folder) => {
      for (const args of [
        ['validate-manifest', `${ROOT}/.pre-commit-hooks.yaml`],
        ['validate-config', join(folder, '.pre-commit-config.yaml')],
      ]) {
        const { status, stdout, stderr } = spawnSync('pre-commit', args, { encoding: 'utf8' });
        expect(stdout + stderr).toBe('');
        expect(status).toBe(0);
      }
    });
  });

  test.skipIf(!there)('keep bad rules out when pre-commit calls them', () => {
    withRepository((folder, git) => {
      const hooks = MANIFEST.map((one) => ({
        ...one,
        // here they are not installed, but called where they are
        language: 'system',
        entry: asInstalled(one.entry),
      }));
      writeFileSync(
        join(folder, '.pre-commit-config.yaml'),
        JSON.stringify({ repos: [{ repo: 'local', hooks }] }),
      );
      git('add', '--all');
      git('commit', '--message', 'hooks');
      const path = join(folder, '.git/hooks/pre-commit');
      mkdirSync(join(folder, '.git/hooks'), { recursive: true });
      writeFileSync(path, '#!/bin/sh\nexec pre-commit run\n', { mode: 0o755 });
      keepsBadRulesOut(folder, git);
      writeFileSync(join(folder, 'letter.txt'), 'a letter');
      git('add', '--all');
      const letter = git('commit', '--message', 'letter');
      expect((letter.out + letter.err).match(/no files to check/g)).toHaveLength(hooks.length);
    });
  });
});

describe('the package, as pre-commit and npm make it', () => {
  test('npm prints the name of its file alone', () => {
    const files = {
      'package.json': JSON.stringify({ name: 'a', version: '1.0.0', scripts: { prepare: 'echo made' } }),
    };
    const printed = (more: Readonly<Record<string, string>>): string =>
      withFolder(
        { ...files, ...more },
        (folder) => spawnSync('npm', ['pack'], { cwd: folder, encoding: 'utf8' }).stdout,
      );
    // pre-commit takes the whole of what it prints for that name
    expect(printed({ '.npmrc': readFileSync(`${ROOT}/.npmrc`, 'utf8') })).toBe('a-1.0.0.tgz\n');
    expect(printed({})).toContain('made');
  });

  test('works where only its file was unpacked', () => {
    withFolder({}, (folder) => {
      const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
        cwd: ROOT,
        encoding: 'utf8',
      });
      expect(packed.stdout.trim()).toMatch(/^zhunsheng-[\d.]+\.tgz$/);
      spawnSync('tar', ['-xzf', join(folder, packed.stdout.trim()), '-C', folder]);
      expect(readdirSync(join(folder, 'package')).sort()).toEqual(
        ['CHANGELOG.md', 'LICENSE', 'README.md', 'bin', 'dist', 'package.json', 'rules'].sort(),
      );
      const bin = join(folder, 'package/bin/zhunsheng.js');
      const at = (args: readonly string[]) =>
        spawnSync(process.execPath, [bin, ...args], {
          cwd: folder,
          encoding: 'utf8',
          env: { LANG: 'zh_TW.UTF-8' },
        });
      cpSync(`${ROOT}/rules/example`, join(folder, 'rules'), { recursive: true });
      for (const command of ['validate', 'lint', 'test']) {
        const { status, stdout } = at([command]);
        expect(stdout, command).toMatch(/^✓ rules /);
        expect(status, command).toBe(0);
      }
    });
  });
});
