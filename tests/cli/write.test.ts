import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import { SMALL_RULES, withFolder, zhunsheng } from '../support/run-cli.ts';

/** What `-o` writes, wherever it is sent. */
const files = { 'rules/a.norm': SMALL_RULES, 'out.md': 'before\n' };
const exportTo = (folder: string, path: string) =>
  zhunsheng(folder, ['export', 'markdown', 'rules', '-o', path]);

test('a file that is replaced keeps its rights, and a link stays a link', () => {
  withFolder(files, (folder) => {
    const out = join(folder, 'out.md');
    const link = join(folder, 'link.md');
    chmodSync(out, 0o640);
    symlinkSync('out.md', link);
    expect(exportTo(folder, 'link.md').code).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(statSync(out).mode & 0o777).toBe(0o640);
    expect(readFileSync(out, 'utf8')).toContain('三日答覆');
  });
});

test('a file that nobody may write, and a folder, are left as they are', () => {
  withFolder(files, (folder) => {
    chmodSync(join(folder, 'out.md'), 0o444);
    mkdirSync(join(folder, 'there'));
    for (const path of ['out.md', 'there']) {
      const { code, err } = exportTo(folder, path);
      expect([path, code]).toEqual([path, 64]);
      expect(err).toContain(CODES['unwritable-file'].id);
    }
    expect(readFileSync(join(folder, 'out.md'), 'utf8')).toBe('before\n');
    expect(readdirSync(folder).sort()).toEqual(['out.md', 'rules', 'there']);
  });
});

test('a device is written to, not replaced', () => {
  withFolder(files, (folder) => {
    expect(exportTo(folder, '/dev/null').code).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});

test('that a report could not be written is told, however much was said before', () => {
  const wrong = Array.from({ length: 700 }, (_, i) => `規則 甲${i}則\n  適用 無事\n`).join('');
  withFolder({ 'rules/a.norm': wrong }, (folder) => {
    const { code, err } = zhunsheng(folder, ['validate', 'rules', '-o', 'json=/dev/full']);
    expect(code).toBe(64);
    expect(err).toContain('\n…\n');
    expect(err).toContain(` ${CODES['unwritable-file'].id} 無法寫入「/dev/full」（ENOSPC）`);
  });
});
