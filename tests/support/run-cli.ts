import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
const BIN = join(ROOT, 'bin', 'zhunsheng.js');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program as a user would, in `cwd`, in Chinese unless `env` says otherwise. */
export function zhunsheng(
  cwd: string,
  args: readonly string[],
  options: { readonly input?: string | Uint8Array; readonly env?: Readonly<Record<string, string>> } = {},
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    encoding: 'utf8',
    input: options.input ?? '',
    maxBuffer: 64 * 1024 * 1024,
    env: { PATH: process.env.PATH, LANG: 'zh_TW.UTF-8', ...options.env },
  });
  return { code: status, out: stdout, err: stderr };
}

/** A folder with these files, gone after `use`. */
export function withFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A small rulebook without anchors, for tests that are about something else. */
export const SMALL_RULES = `規章 測試規則
  題名 「測試規則」

枚舉 種類 = 甲類、乙類

事項 申請
  種類     : 種類
  送達日期 : 日期
  答覆     : 事件
  件數     : 數
  急件     : 是非

規則 三日答覆
  依據 第一條
  要旨 「三個工作日內答覆」
  適用 申請
  應當 答覆 不遲於 送達日期 後 3 個工作日
  除非 急件 依據 第二條

規則 件數上限
  依據 第三條
  適用 申請
  應當 件數 不超過 5
`;

export const SMALL_CASE = `案件: 甲案
查核日期: 2026-10-12
事項: 申請
事實:
  種類: 甲類
  送達日期: 2026-09-28
  答覆: 2026-10-12
  急件: 否
  件數: 3
`;
