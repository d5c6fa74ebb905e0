import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rewriteFile } from '../../src/cli/rewrite.ts';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import type { DiagnosticCode } from '../../src/diagnostics/diagnostic.ts';
import { ROOT, withFolder, zhunsheng } from '../support/run-cli.ts';

const WRITTEN = `規則 甲則   # 說明
依據 第1條
 適用 停車
應當 繳費，
`.replace('，', '');
const FORMATTED = `規則 甲則  # 說明
  依據 第一條
  適用 停車
  應當 繳費
`;
const BROKEN = '規則\n  應當\n';
const files = { 'rules/a.norm': WRITTEN, 'rules/b.norm': FORMATTED };
const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
const says = (text: string, ...codes: readonly DiagnosticCode[]): void => {
  for (const code of codes) expect(text).toContain(` ${CODES[code].id} `);
};

describe('what fmt does', () => {
  test('it rewrites what is not in the form, names it, and leaves the rest', () => {
    withFolder(files, (folder) => {
      chmodSync(join(folder, 'rules/a.norm'), 0o640);
      const before = statSync(join(folder, 'rules/b.norm')).mtimeMs;
      const run = zhunsheng(folder, ['fmt']);
      expect([run.code, run.out, run.err]).toEqual([0, 'rules/a.norm\n✓ 2 檔 · 改寫 1 檔\n', '']);
      expect([read(folder, 'rules/a.norm'), read(folder, 'rules/b.norm')]).toEqual([FORMATTED, FORMATTED]);
      expect(statSync(join(folder, 'rules/a.norm')).mode & 0o777).toBe(0o640);
      expect(statSync(join(folder, 'rules/b.norm')).mtimeMs).toBe(before);
      expect(zhunsheng(folder, ['fmt', 'rules']).out).toBe('✓ 2 檔 · 改寫 0 檔\n');
    });
  });

  test('--check writes nothing and ends with 1 at the first line that is otherwise', () => {
    withFolder(files, (folder) => {
      const run = zhunsheng(folder, ['fmt', '--check', 'rules']);
      expect([run.code, run.out]).toEqual([1, '✗ 2 檔 · 1 檔未照格式\n']);
      says(run.err, 'not-formatted');
      expect(run.err).toContain('rules/a.norm:1:1: ');
      expect(read(folder, 'rules/a.norm')).toBe(WRITTEN);
      expect(zhunsheng(folder, ['fmt', '--check', 'rules/b.norm']).code).toBe(0);
    });
  });

  test('--list and --diff show what would change and end with 0; git takes the diff', () => {
    withFolder(files, (folder) => {
      const list = zhunsheng(folder, ['fmt', '--list', 'rules']);
      expect([list.code, list.out]).toEqual([0, 'rules/a.norm\n']);
      const diff = zhunsheng(folder, ['fmt', '--diff', 'rules']);
      expect([diff.code, read(folder, 'rules/a.norm')]).toEqual([0, WRITTEN]);
      const applied = spawnSync('git', ['apply', '-p0', '-'], {
        cwd: folder,
        input: diff.out,
        encoding: 'utf8',
      });
      expect([applied.status, applied.stderr]).toEqual([0, '']);
      expect(read(folder, 'rules/a.norm')).toBe(FORMATTED);
    });
  });

  test('standard input comes back in the form, under the name it is given', () => {
    withFolder({}, (folder) => {
      expect(zhunsheng(folder, ['fmt', '--stdin'], { input: WRITTEN })).toEqual({
        code: 0,
        out: FORMATTED,
        err: '',
      });
      expect(zhunsheng(folder, ['fmt', '-'], { input: WRITTEN }).out).toBe(FORMATTED);
      const named = ['fmt', '--stdin-filepath', 'x/doc.norm.md'];
      expect(zhunsheng(folder, named, { input: `- 說明 ，\n\n\`\`\`norm\n${WRITTEN}\`\`\`\n` }).out).toBe(
        `- 說明 ，\n\n\`\`\`norm\n${FORMATTED}\`\`\`\n`,
      );
      const broken = zhunsheng(folder, ['fmt', '--stdin-filepath', 'x/a.norm'], { input: BROKEN });
      expect([broken.code, broken.out]).toEqual([3, '']);
      expect(broken.err).toContain('x/a.norm:1:1: ');
      const checked = zhunsheng(folder, ['fmt', '--stdin', '--check'], { input: WRITTEN });
      expect([checked.code, checked.out]).toEqual([1, '']);
    });
  });

  test('--dialect writes the keywords in another dialect, and names stay', () => {
    withFolder(files, (folder) => {
      expect(zhunsheng(folder, ['fmt', '--dialect', 'en', 'rules/b.norm']).code).toBe(0);
      expect(read(folder, 'rules/b.norm')).toBe(
        'norm 甲則  # 說明\n  cite art. 1\n  applies to 停車\n  shall 繳費\n',
      );
      expect(zhunsheng(folder, ['fmt', '--dialect', 'fr', 'rules']).code).toBe(64);
    });
  });

  test('a byte order mark stays where one was', () => {
    withFolder({ 'rules/a.norm': `\uFEFF${WRITTEN.replaceAll('\n', '\r\n')}` }, (folder) => {
      expect(zhunsheng(folder, ['fmt']).code).toBe(0);
      expect(read(folder, 'rules/a.norm')).toBe(`\uFEFF${FORMATTED}`);
    });
  });
});

describe('what it refuses', () => {
  test('a file with errors is left as it is, and does not hold up the others', () => {
    withFolder({ ...files, 'rules/0.norm': BROKEN }, (folder) => {
      const run = zhunsheng(folder, ['fmt']);
      expect([run.code, run.out]).toEqual([3, 'rules/a.norm\n✗ 3 檔 · 改寫 1 檔，1 檔有誤未改\n']);
      expect([read(folder, 'rules/0.norm'), read(folder, 'rules/a.norm')]).toEqual([BROKEN, FORMATTED]);
    });
  });

  test('a read-only file', () => {
    withFolder(files, (folder) => {
      chmodSync(join(folder, 'rules/a.norm'), 0o444);
      const run = zhunsheng(folder, ['fmt']);
      expect(run.code).toBe(64);
      says(run.err, 'unwritable-file');
      expect(read(folder, 'rules/a.norm')).toBe(WRITTEN);
      expect(readdirSync(join(folder, 'rules')).sort()).toEqual(['a.norm', 'b.norm']);
    });
  });

  test('a link out of the folder: neither the link nor what it points to is touched', () => {
    withFolder({ 'outside.norm': WRITTEN, 'rules/b.norm': FORMATTED }, (folder) => {
      symlinkSync('../outside.norm', join(folder, 'rules/a.norm'));
      const run = zhunsheng(folder, ['fmt', 'rules']);
      expect(run.code).toBe(64);
      says(run.err, 'fix-linked-file');
      expect(lstatSync(join(folder, 'rules/a.norm')).isSymbolicLink()).toBe(true);
      expect(read(folder, 'outside.norm')).toBe(WRITTEN);
    });
  });

  test('a file that somebody else changes meanwhile keeps what they wrote', () => {
    withFolder(files, (folder) => {
      const name = join(folder, 'rules/a.norm');
      const asRead = { name, text: WRITTEN };
      writeFileSync(name, `${WRITTEN}# 剛加的一行\n`);
      expect(rewriteFile(asRead, FORMATTED)?.code).toBe('fix-changed-file');
      expect(read(folder, 'rules/a.norm')).toBe(`${WRITTEN}# 剛加的一行\n`);
    });
  });

  test('a disk without room: the original survives, and no half-written file is left', () => {
    const long = Array.from({ length: 400 }, (_, i) => WRITTEN.replace('甲則', `甲則${i}`)).join('\n');
    withFolder({ 'rules/a.norm': long }, (folder) => {
      // files of at most 4 KiB: what is written beyond fails, as on a full disk
      const command = `trap '' XFSZ; ulimit -f 4; exec "${process.execPath}" "${ROOT}/bin/zhunsheng.js" fmt`;
      const env = { PATH: process.env.PATH, LANG: 'zh_TW.UTF-8', ZHUNSHENG_CACHE: '' };
      const run = spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8', env });
      expect([run.status, run.stderr.includes(` ${CODES['unwritable-file'].id} `)]).toEqual([64, true]);
      expect(run.stderr).toContain('EFBIG');
      expect(read(folder, 'rules/a.norm')).toBe(long);
      expect(readdirSync(join(folder, 'rules'))).toEqual(['a.norm']);
    });
  });

  test('nothing to do is an error: no such file, no rule files, a pattern without a match', () => {
    withFolder({ 'empty/x.txt': '' }, (folder) => {
      mkdirSync(join(folder, 'none'));
      for (const [args, code] of [
        [['gone.norm'], 'missing-file'],
        [['none'], 'folder-without-rules'],
        [['*.norm'], 'empty-glob'],
      ] as const) {
        const run = zhunsheng(folder, ['fmt', '--check', ...args]);
        expect([args, run.code]).toEqual([args, 3]);
        says(run.err, code);
      }
      const both = zhunsheng(folder, ['fmt', '--stdin', 'a.norm']);
      expect(both.code).toBe(64);
      says(both.err, 'stdin-and-files');
    });
  });
});
