import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import { lockToJson, makeLock } from '../../src/source/lock.ts';
import { parseOfficialText } from '../../src/source/official-text.ts';
import { ROOT, SMALL_RULES } from '../support/run-cli.ts';

const LAW = '第一條 三日答覆。\n第二條 急件除外。\n第三條 至多五件。\n';
const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-export-'));
const at = (name: string): string => join(folder, name);
writeFileSync(at('a.norm'), SMALL_RULES);
writeFileSync(at('law.txt'), LAW);
writeFileSync(at('other.txt'), LAW.replace('五件', '六件'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(args, {
    env: { LANG: 'zh_TW.UTF-8' },
    outIsTerminal: false,
    errIsTerminal: false,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    stdin: () => new Uint8Array(),
    now: () => 0,
    packageRoot: ROOT,
  });
  return { code, out: out.join(''), err: err.join('') };
}

describe('export', () => {
  test('Akoma Ntoso needs a lock or a text', async () => {
    const refused = await run('export', 'akoma-ntoso', folder);
    expect([refused.code, refused.out]).toEqual([3, '']);
    expect(refused.err).toContain(CODES['lock-required'].id);
    const given = await run('export', 'akoma-ntoso', folder, '--source', at('law.txt'));
    expect([given.code, given.err]).toEqual([0, '']);
    expect(given.out).toContain('至多五件。');
  });

  test('with a lock: no words unless they are given, and none but those of the lock', async () => {
    const lock = makeLock(parseOfficialText({ name: 'law.txt', text: LAW }).value);
    writeFileSync(at('source.lock.json'), lockToJson(lock));
    const plain = await run('export', 'akoma-ntoso', folder);
    expect([plain.code, plain.out.includes('至多五件')]).toEqual([0, false]);
    const wrong = await run('export', 'html', folder, '--source', at('other.txt'), '-o', at('wrong.html'));
    expect([wrong.code, wrong.out, existsSync(at('wrong.html'))]).toEqual([4, '', false]);
    expect(wrong.err).toContain(CODES['source-sentence-changed'].id);
    rmSync(at('source.lock.json'));
  });

  test('a file, or standard output', async () => {
    const file = at('out/handbook.html');
    const written = await run('export', 'html', folder, '-o', file);
    expect(written).toEqual({ code: 0, out: `已寫入 ${file}\n`, err: '' });
    expect(readFileSync(file, 'utf8')).toMatch(/^<!DOCTYPE html>\n/);
    const printed = await run('export', 'markdown', folder);
    expect(printed.out).toMatch(/^# 測試規則\n/);
  });

  test('in simplified characters', async () => {
    const { out } = await run('export', 'html', folder, '--lang', 'zh-Hans');
    expect(out).toContain('<html lang="zh-Hans">');
    expect(out).toContain('三个工作日内答复');
    expect(out).toContain(`href="#norm-${encodeURIComponent('三日答覆')}">三日答复</a>`);
  });

  test('wrong usage and broken rules', async () => {
    expect((await run('export')).code).toBe(64);
    expect((await run('export', 'pdf', folder)).code).toBe(64);
    writeFileSync(at('b.norm'), '規則 破\n');
    const broken = await run('export', 'html', folder);
    expect([broken.code, broken.out]).toEqual([3, '']);
    rmSync(at('b.norm'));
  });
});
