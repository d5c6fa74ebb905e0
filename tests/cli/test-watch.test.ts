import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import { ROOT, SMALL_CASE, SMALL_RULES, withFolder, zhunsheng } from '../support/run-cli.ts';

const EXAMPLE = `
例 恰在期限 於 三日答覆
  送達日期 為 2026-09-28 ; 答覆 為 2026-10-08 ; 急件 為 否
  結果 合規
`;

interface Watching {
  readonly child: ChildProcess;
  /** What was printed up to and with the next «waiting for changes». */
  readonly next: () => Promise<string>;
  /** Waits until this was said on standard error, since the last time it was asked. */
  readonly said: (words: string) => Promise<void>;
  readonly end: () => Promise<number | null>;
}

function start(folder: string, ...args: string[]): Watching {
  const child = spawn(process.execPath, [join(ROOT, 'bin/zhunsheng.js'), 'test', '--watch', ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, LANG: 'zh_TW.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let errors = '';
  let heard: (() => void) | undefined;
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
    heard?.();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString('utf8');
    heard?.();
  });
  const more = (): Promise<void> =>
    new Promise((resolve) => {
      heard = resolve;
    });
  const said = async (words: string): Promise<void> => {
    while (!errors.includes(words)) await more();
    errors = '';
  };
  const next = async (): Promise<string> => {
    for (;;) {
      const end = text.indexOf('等候改動');
      if (end >= 0) {
        const told = text.slice(0, end);
        text = text.slice(text.indexOf('\n', end) + 1);
        return told;
      }
      await more();
    }
  };
  const end = (): Promise<number | null> =>
    new Promise((resolve) => {
      child.once('exit', (code) => resolve(code));
      child.kill('SIGINT');
    });
  return { child, next, said, end };
}

test('runs again when a rule, a case or a folder of cases changes, also while a file is broken; ends with the last code', async () => {
  const folder = withFolder({}, (path) => path);
  mkdirSync(join(folder, 'rules/cases'), { recursive: true });
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  write('rules/a.norm', SMALL_RULES + EXAMPLE);
  write('rules/cases/a.yaml', `${SMALL_CASE}期望: { 結論: 違規 }\n`);
  const watching = start(folder);
  try {
    expect(await watching.next()).toBe('✓ rules  1 個例、1 件案件：2 通過，0 未過\n');

    write('rules/a.norm', SMALL_RULES + EXAMPLE.replace('合規', '違規'));
    const failed = await watching.next();
    expect(failed).toContain('rules/a.norm 有改動\n');
    await watching.said('Z5001');
    expect(failed).toContain('1 通過，1 未過');

    write('rules/a.norm', `${SMALL_RULES}規則 壞\n`);
    const broken = await watching.next();
    await watching.said('Z2040');
    expect(broken).not.toContain('通過');

    write('rules/a.norm', SMALL_RULES + EXAMPLE);
    expect(await watching.next()).toContain('2 通過，0 未過');

    mkdirSync(join(folder, 'rules/cases/more'));
    write('rules/cases/more/b.yaml', `${SMALL_CASE}期望: { 結論: 合規 }\n`);
    expect(await watching.next()).toContain('2 件案件：2 通過，1 未過');

    write('rules/notes.txt', 'nothing to run for');
    rmSync(join(folder, 'rules/cases/more/b.yaml'));
    expect(await watching.next()).toContain('1 件案件：2 通過，0 未過');

    write('rules/a.norm', SMALL_RULES + EXAMPLE.replace('合規', '違規'));
    await watching.next();
    expect(await watching.end()).toBe(1);
  } finally {
    watching.child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}, 30_000);

test('is for people: not with another format, not together with a threshold that is wrong', () => {
  withFolder({ 'rules/a.norm': SMALL_RULES + EXAMPLE }, (folder) => {
    const json = zhunsheng(folder, ['test', '--watch', '-f', 'json']);
    expect([json.code, json.out]).toEqual([64, '']);
    expect(json.err).toContain(CODES['watch-for-people'].id);
    expect(zhunsheng(folder, ['test', '--watch', '--coverage', '--threshold', '101']).code).toBe(64);
  });
});
