import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXIT, graver } from '../../src/cli/exit-code.ts';
import { main } from '../../src/cli/main.ts';
import type { Io } from '../../src/cli/session.ts';
import { VERSION } from '../../src/cli/version.ts';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import type { DiagnosticCode } from '../../src/diagnostics/diagnostic.ts';
import { ROOT, SMALL_CASE, SMALL_RULES, withFolder, zhunsheng } from '../support/run-cli.ts';

const SMALL = { 'rules/a.norm': SMALL_RULES, 'a.yaml': SMALL_CASE };
const VIOLATED = SMALL_CASE;
const UNDETERMINED = SMALL_CASE.replace('  答覆: 2026-10-12\n', '');
const COMPLIANT = SMALL_CASE.replace('答覆: 2026-10-12', '答覆: 2026-10-08');
const says = (err: string, code: DiagnosticCode): void => expect(err).toContain(` ${CODES[code].id} `);

describe('exit codes', () => {
  const exit = (files: Readonly<Record<string, string>>, args: readonly string[]) =>
    withFolder({ 'rules/a.norm': SMALL_RULES, ...files }, (folder) => zhunsheng(folder, args));

  test('of verdicts', () => {
    expect(exit({ 'a.yaml': COMPLIANT }, ['check', 'a.yaml']).code).toBe(0);
    expect(exit({ 'a.yaml': VIOLATED }, ['check', 'a.yaml']).code).toBe(1);
    expect(exit({ 'a.yaml': UNDETERMINED }, ['check', 'a.yaml']).code).toBe(2);
  });

  test('--on-unknown and --exit-zero', () => {
    const unknown = (...more: string[]) => exit({ 'a.yaml': UNDETERMINED }, ['check', 'a.yaml', ...more]);
    const warned = unknown('--on-unknown', 'warn');
    expect(warned.code).toBe(0);
    says(warned.err, 'undetermined-case');
    expect(unknown('--on-unknown', 'pass')).toMatchObject({ code: 0, err: '' });
    expect(unknown('--on-unknown', 'fail').code).toBe(2);
    expect(exit({ 'a.yaml': VIOLATED }, ['check', 'a.yaml', '--exit-zero']).code).toBe(0);
    expect(exit({ 'a.yaml': '' }, ['check', 'a.yaml', '--exit-zero']).code).toBe(4);
  });

  test('the gravest of a batch counts: 70 > 64 > 3 > 4 > 1 > 2 > 0', () => {
    const files = { 'a.yaml': VIOLATED, 'b.yaml': UNDETERMINED, 'c.yaml': COMPLIANT, 'd.yaml': '' };
    expect(exit(files, ['check', 'c.yaml', 'b.yaml']).code).toBe(2);
    expect(exit(files, ['check', 'c.yaml', 'b.yaml', 'a.yaml']).code).toBe(1);
    expect(exit(files, ['check', 'c.yaml', 'b.yaml', 'a.yaml', 'd.yaml']).code).toBe(4);
    const order = [70, 64, 3, 4, 1, 2, 0] as const;
    for (const [i, grave] of order.entries()) {
      for (const light of order.slice(i))
        expect([graver(grave, light), graver(light, grave)]).toEqual([grave, grave]);
    }
  });

  test('an example that contradicts its norm is a failed test', () => {
    const example = `\n例 錯例 於 件數上限\n  件數 為 9\n  結果 合規\n`;
    const run = withFolder({ 'rules/a.norm': SMALL_RULES + example }, (folder) =>
      zhunsheng(folder, ['validate']),
    );
    expect(run.code).toBe(EXIT.violation);
    expect(run.err).toContain(`rules/a.norm:27:3: 錯誤 ${CODES['example-verdict'].id} `);
  });

  test('wrong usage is 64, whatever is wrong', () => {
    const usage = (args: readonly string[], code: DiagnosticCode = 'usage') => {
      const run = exit(SMALL, args);
      expect([args, run.code, run.out]).toEqual([args, 64, '']);
      says(run.err, code);
      return run.err;
    };
    usage([]);
    usage(['--lang', 'en']);
    expect(usage(['chek'])).toContain('是不是「check」');
    usage(['check'], 'nothing-to-do');
    usage(['explain'], 'nothing-to-do');
    usage(['check', 'a.yaml', '--foo']);
    expect(usage(['check', 'a.yaml', '-f', 'xml'])).toContain('pretty, json, ndjson');
    expect(usage(['check', 'a.yaml', '--lang', 'fr'])).toContain('fr');
    usage(['check', 'a.yaml', '--as-of']);
    usage(['check', 'a.yaml', '--as-of', '2026-02-30'], 'bad-date-option');
    expect(usage(['check', 'a.yaml', '--norm', '件數上線'], 'unknown-norm-option')).toContain('件數上限');
    usage(['explain', 'a.yaml', '--short', '--long']);
    usage(['graph', '--depth', 'x']);
    usage(['graph', '--why', '申請']);
    usage(['graph', '--around', '無此名'], 'graph-unknown-name');
    usage(['schema', '申情'], 'unknown-kind-option');
    usage(['schema', 'a', 'b']);
    usage(['init']);
    usage(['source']);
    usage(['source', 'lock']);
  });

  test('a defect of the program is 70, in one sentence', async () => {
    const said: string[] = [];
    const io: Io = {
      env: {},
      outIsTerminal: false,
      errIsTerminal: false,
      out: () => {
        throw new Error('stdout is gone');
      },
      err: (text) => void said.push(text),
      stdin: () => new Uint8Array(),
      now: () => 0,
      packageRoot: ROOT,
    };
    expect(await main(['schema', '--result'], io)).toBe(EXIT.internal);
    expect(said.join('')).toContain(`${CODES.internal.id} `);
    expect(said.join('')).not.toMatch(/^\s+at /m);
    said.length = 0;
    await main(['schema', '--result'], { ...io, env: { ZHUNSHENG_DEBUG: '1' } });
    expect(said.join('')).toMatch(/^\s+at /m);
  });
});

describe('input', () => {
  test('standard input, as YAML or JSON', () => {
    withFolder(SMALL, (folder) => {
      const run = zhunsheng(folder, ['check', '-'], { input: VIOLATED });
      expect(run.code).toBe(1);
      expect(run.out).toContain('<stdin>:7:7');
      const json = JSON.stringify({ 案件: '乙', 事項: '申請', 事實: { 件數: 9 } });
      expect(zhunsheng(folder, ['check', '-', '--norm', '件數上限'], { input: json }).code).toBe(1);
      expect(zhunsheng(folder, ['check', '-'], { input: '' }).code).toBe(4);
    });
  });

  test('folders and globs, each file once, in a fixed order', () => {
    const files = {
      ...SMALL,
      'c/b.yaml': COMPLIANT,
      'c/a.yml': COMPLIANT,
      'c/d/e.json': '{}',
      'c/.f.yaml': '',
    };
    withFolder(files, (folder) => {
      const names = (args: readonly string[]) =>
        [
          ...zhunsheng(folder, ['check', ...args, '-f', 'ndjson', '--all']).out.matchAll(
            /"file":"([^"]*\.ya?ml)"/g,
          ),
        ]
          .map((m) => m[1])
          .filter((name, i, all) => all.indexOf(name) === i);
      expect(names(['c/*.y*ml', 'c/b.yaml'])).toEqual(['c/a.yml', 'c/b.yaml']);
      expect(names(['**/[ab].y{a,}ml'])).toEqual(['a.yaml', 'c/a.yml', 'c/b.yaml']);
      expect(names(['./c/?.yaml'])).toEqual(['./c/b.yaml']);
      expect(zhunsheng(folder, ['check', 'c']).err).toContain('c/d/e.json');
    });
  });

  test('links to folders are not followed, so a loop ends', () => {
    withFolder(SMALL, (folder) => {
      symlinkSync('.', join(folder, 'loop'));
      const run = zhunsheng(folder, ['check', '.']);
      expect(run.out.match(/違規 {2}甲案/g)).toHaveLength(1);
    });
  });

  test('more files than anybody means', () => {
    withFolder(SMALL, (folder) => {
      mkdirSync(join(folder, 'many'));
      for (let i = 0; i <= 20_000; i++) writeFileSync(join(folder, 'many', `${i}.yaml`), '');
      const run = zhunsheng(folder, ['check', 'many']);
      says(run.err, 'too-many-files');
      expect(run.code).toBe(4);
    });
  });

  test('the date asked for wins over the case’s own', () => {
    withFolder(SMALL, (folder) => {
      const run = zhunsheng(folder, ['check', 'a.yaml', '--as-of', '2026-10-01']);
      expect(run.out).toContain('查核日期 2026-10-01');
    });
  });

  test('without a date it is today in Shanghai', () => {
    withFolder({ ...SMALL, 'a.yaml': VIOLATED.replace('查核日期: 2026-10-12\n', '') }, (folder) => {
      const before = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
      const { out } = zhunsheng(folder, ['check', 'a.yaml'], { env: { TZ: 'America/Anchorage' } });
      const after = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
      expect([before, after]).toContain(/查核日期 (\S+)/.exec(out)?.[1]);
    });
  });
});

describe('which rulebook', () => {
  test('the nearest rules/ above the case, else the shipped one', () => {
    withFolder({ ...SMALL, 'deep/er/b.yaml': VIOLATED, 'elsewhere/x.txt': '' }, (folder) => {
      expect(zhunsheng(folder, ['check', 'deep/er/b.yaml']).out).toContain('《測試規則》');
      expect(zhunsheng(join(folder, 'elsewhere'), ['check', '../deep/er/b.yaml']).out).toContain(
        '《測試規則》',
      );
    });
    withFolder({ 'a.yaml': VIOLATED }, (folder) => {
      const run = zhunsheng(folder, ['check', 'a.yaml']);
      says(run.err, 'case-unknown-kind');
    });
  });

  test('several candidates are not guessed among', () => {
    const files = { 'a.yaml': VIOLATED, 'rules/甲/a.norm': SMALL_RULES, 'rules/乙/a.norm': SMALL_RULES };
    withFolder(files, (folder) => {
      const run = zhunsheng(folder, ['check', 'a.yaml']);
      expect(run.code).toBe(64);
      says(run.err, 'several-rulebooks');
      expect(zhunsheng(folder, ['check', 'a.yaml', '--rules', 'rules/甲']).code).toBe(1);
      // each folder given is a rulebook of its own
      expect(zhunsheng(folder, ['validate', 'rules/甲', 'rules/乙']).code).toBe(0);
    });
  });

  test('two locks are one too many', () => {
    const lock = readFileSync(`${ROOT}/rules/hongshan/source.lock.json`);
    const files = { ...SMALL, 'rules/source.lock.json': lock, 'rules/x/source.lock.json': lock };
    withFolder(files, (folder) => {
      const run = zhunsheng(folder, ['validate']);
      expect(run.code).toBe(3);
      says(run.err, 'several-locks');
    });
  });

  test('without a lock the citations were not compared, and that is said', () => {
    withFolder(SMALL, (folder) => {
      const run = zhunsheng(folder, ['validate']);
      expect(run.code).toBe(0);
      says(run.err, 'no-lock');
    });
  });

  test('a package without rules says so', () => {
    withFolder({ 'a.yaml': VIOLATED, 'p/package.json': '{ "type": "module" }' }, (folder) => {
      cpSync(`${ROOT}/bin`, join(folder, 'p/bin'), { recursive: true });
      const program = join(folder, 'p/bin/zhunsheng.js');
      const run = () =>
        spawnSync(process.execPath, [program, 'check', 'a.yaml'], { cwd: folder, encoding: 'utf8' });
      expect(run().status).toBe(70);
      expect(run().stderr).toContain('npm run prepare');
      cpSync(`${ROOT}/dist`, join(folder, 'p/dist'), { recursive: true });
      expect(run().status).toBe(3);
      says(run().stderr, 'no-rulebook');
    });
  });

  test('the rulebook compiled ahead says what the compiler says', () => {
    withFolder({}, (folder) => {
      cpSync(`${ROOT}/rules/hongshan`, join(folder, 'rules'), { recursive: true });
      const check = () => zhunsheng(folder, ['check', 'rules/cases', '--rules', 'rules', '-f', 'json']);
      const ahead = JSON.parse(check().out);
      const [first = ''] = ahead.cases[0].norms.map((n: { place: { file: string } }) => n.place.file);
      expect(first).toMatch(/^rules\/.*\.norm$/);
      // another text, the same rules: the packed rulebook no longer fits and everything is compiled
      const file = join(folder, 'rules/00-vocabulary.norm');
      writeFileSync(file, `${readFileSync(file, 'utf8')}\n# 註解\n`);
      const compiled = JSON.parse(check().out);
      const plain = (result: { cases: { record: { rulebook: unknown } }[] }) =>
        result.cases.map((c) => ({ ...c, record: { ...c.record, rulebook: undefined } }));
      expect(plain(compiled)).toEqual(plain(ahead));
      expect(compiled.cases[0].record.rulebook).not.toEqual(ahead.cases[0].record.rulebook);
    });
  });
});

describe('init', () => {
  test('a new rulebook validates and checks at once', () => {
    withFolder({}, (folder) => {
      expect(zhunsheng(folder, ['init', '我的規則庫/']).code).toBe(0);
      const inside = join(folder, '我的規則庫');
      expect(zhunsheng(inside, ['validate'])).toMatchObject({ code: 0, err: '' });
      expect(zhunsheng(inside, ['check', 'cases'])).toMatchObject({ code: 0, err: '' });
      expect(zhunsheng(folder, ['check', '我的規則庫/cases'])).toMatchObject({ code: 0, err: '' });
      expect(zhunsheng(inside, ['explain', 'cases', '--long'])).toMatchObject({ code: 0, err: '' });
    });
  });

  test('overwrites nothing', () => {
    withFolder(SMALL, (folder) => {
      const run = zhunsheng(folder, ['init', 'rules']);
      expect(run.code).toBe(64);
      says(run.err, 'folder-not-empty');
      says(zhunsheng(folder, ['init', 'a.yaml/x']).err, 'unwritable-file');
      expect(readFileSync(join(folder, 'rules/a.norm'), 'utf8')).toBe(SMALL_RULES);
    });
  });
});

describe('source lock', () => {
  const TEXT = '某某辦法\n第一章 總則\n第一條 甲。乙。\n第二條 丙：\n（一）丁；\n（二）戊。\n';

  test('writes structure and fingerprints, never the words', () => {
    withFolder({ 't.txt': TEXT }, (folder) => {
      const printed = zhunsheng(folder, ['source', 'lock', 't.txt']);
      expect(printed.code).toBe(0);
      expect(JSON.parse(printed.out)).toMatchObject({ version: 1, articles: [{ number: 1 }, { number: 2 }] });
      for (const word of ['甲', '丙', '丁']) expect(printed.out).not.toContain(word);
      const written = zhunsheng(folder, ['source', 'lock', 't.txt', '-o', 'out/l.json']);
      expect(written.out).toContain('2 條');
      expect(readFileSync(join(folder, 'out/l.json'), 'utf8')).toBe(printed.out);
      expect(zhunsheng(folder, ['source', 'lock', '-'], { input: TEXT }).out).toBe(printed.out);
    });
  });

  test('a text without articles, a folder, no file', () => {
    withFolder({ 't.txt': '', 'f/x': '' }, (folder) => {
      expect(zhunsheng(folder, ['source', 'lock', 't.txt']).code).toBe(4);
      says(zhunsheng(folder, ['source', 'lock', 'f']).err, 'unreadable-file');
      says(zhunsheng(folder, ['source', 'lock', 'g']).err, 'missing-file');
    });
  });
});

describe('language and colour', () => {
  const first = (env: Readonly<Record<string, string>>, ...more: string[]) =>
    withFolder(SMALL, (folder) => zhunsheng(folder, ['check', 'a.yaml', ...more], { env }).out.split(' ')[0]);

  test('--lang, then the locale', () => {
    expect(first({ LANG: 'en_US.UTF-8' })).toBe('violated');
    expect(first({ LANG: 'zh_CN.UTF-8' })).toBe('违规');
    expect(first({ LANG: 'C' })).toBe('違規');
    expect(first({ LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW.UTF-8' })).toBe('違規');
    expect(first({ LANG: 'en_US.UTF-8' }, '--lang=zh')).toBe('違規');
  });

  test('colour only on a terminal, never with NO_COLOR', async () => {
    const check = async (env: Io['env'], terminal: boolean) => {
      const out: string[] = [];
      await main(['check', `${ROOT}/rules/hongshan/cases`, '--rules', `${ROOT}/rules/hongshan`], {
        env,
        outIsTerminal: terminal,
        errIsTerminal: terminal,
        out: (text) => void out.push(text),
        err: () => {},
        stdin: () => new Uint8Array(),
        now: () => 0,
        packageRoot: ROOT,
      });
      return out.join('').includes('\u001b[');
    };
    expect(await check({}, true)).toBe(true);
    expect(await check({}, false)).toBe(false);
    expect(await check({ NO_COLOR: '1' }, true)).toBe(false);
    expect(await check({ TERM: 'dumb' }, true)).toBe(false);
  });
});

test('the version is that of package.json', () => {
  const { version } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));
  expect(VERSION).toBe(version);
  expect(zhunsheng('.', ['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test('every shipped case is checked without an error, and npm start ends well', () => {
  const run = zhunsheng(ROOT, ['check', 'rules/hongshan/cases', '--rules', 'rules/hongshan', '--exit-zero']);
  expect(run.code).toBe(0);
  expect(run.err).not.toContain('錯誤');
  expect(run.out).toContain('《洪山區人民政府工作規則》第四十七條第二款');
  expect(existsSync(`${ROOT}/dist/hongshan.rulebook`)).toBe(true);
});

describe('bench differential', () => {
  test('says the seed, and ends with 0 where the engines agree', () => {
    const run = zhunsheng(ROOT, [
      'bench',
      'differential',
      '--cases',
      '2e3',
      '--seed',
      '4',
      '--engine',
      'bytecode',
    ]);
    expect([run.code, run.err]).toEqual([0, '']);
    expect(run.out).toMatch(
      /^種子 4：\d+ 部規則庫、\d+ 件案件，bytecode 各 20\d\d 個結論，[\d.]+ 秒\n全部一致\n$/,
    );
  });
  test.each([
    ['--cases', '0'],
    ['--cases', '-3'],
    ['--cases', 'many'],
    ['--seed', '1e99'],
    ['--engine', 'zen'],
  ])('%s %s is wrong usage', (option, value) => {
    expect(zhunsheng(ROOT, ['bench', 'differential', option, value]).code).toBe(64);
  });
});

describe('--script', () => {
  const rules = SMALL_RULES.replace('要旨 「三個工作日內答覆」', '要旨 「三個工作日內答覆，依程序報文件」');
  const hans = (...args: string[]) =>
    withFolder({ 'rules/a.norm': rules, '案件檔案.yaml': SMALL_CASE }, (folder) =>
      zhunsheng(folder, [...args, '--script', 'hans']),
    );

  test('hans: verdicts, names and gists in 简体, the law’s terms as they are, places of files untouched', () => {
    const run = hans('check', '案件檔案.yaml');
    expect(run.code).toBe(1);
    expect(run.out).toContain('✗ 三日答复');
    expect(run.out).toContain('三个工作日内答复，依程序报文件');
    expect(run.out).toContain('送达日期 2026-09-28');
    expect(run.out).toContain('案件檔案.yaml:6:9');
    expect(run.out).toContain('规则库：「测试规则」');
  });

  test('hans: explanations and the handbook', () => {
    expect(hans('explain', '--norm', '三日答覆').out).toContain('三个工作日内答复');
    const page = hans('export', 'html').out;
    expect(page).toContain('三个工作日内答复');
    expect(page).toContain('lang="zh-Hans"');
    expect(page.replace(/id="[^"]*"|href="[^"]*"/g, '')).not.toMatch(/[覆規則幾]/);
  });

  test('data for programs keeps the spelling of the rulebook', () => {
    const run = hans('check', '案件檔案.yaml', '-f', 'json');
    expect(JSON.parse(run.out).cases[0].norms.map((n: { norm: string }) => n.norm)).toContain('三日答覆');
  });

  test('hant: a rulebook in 简体 is told in 繁體', () => {
    const simple =
      '事项 申请\n  办结 : 是非\n规则 应办结\n  依据 第一条\n  要旨 「申请应当办结」\n  适用 申请\n  应当 办结\n';
    const run = withFolder(
      { 'rules/a.norm': simple, 'a.yaml': '事项: 申请\n事实:\n  办结: 否\n' },
      (folder) =>
        zhunsheng(folder, ['check', 'a.yaml', '--script', 'hant'], { env: { LANG: 'zh_CN.UTF-8' } }),
    );
    expect(run.out).toContain('✗ 應辦結');
    expect(run.out).toContain('申請應當辦結');
  });

  test('English words with the law in 简体; any other script is refused', () => {
    const run = hans('check', '案件檔案.yaml', '--lang', 'en');
    expect(run.out).toContain('violated');
    expect(run.out).toContain('三日答复');
    const wrong = zhunsheng(ROOT, ['check', 'x.yaml', '--script', 'latin']);
    expect(wrong.code).toBe(64);
    expect(wrong.err).toContain('latin');
  });
});

describe('why-not', () => {
  const files = { 'rules/a.norm': SMALL_RULES, 'a.yaml': SMALL_CASE };
  const run = (...args: string[]) =>
    withFolder(files, (folder) => zhunsheng(folder, ['why-not', 'a.yaml', ...args]));

  test('the change, what it mends, and what then', () => {
    expect(run().out).toBe(
      '違規  甲案\n  最少改 1 處：\n  1. 急件：否 → 是\n     三日答覆  第一條\n  改後：合規\n\n',
    );
    const kept = run('--keep', '急件').out;
    expect(kept).toContain('答覆：2026-10-12 → 2026-10-08');
    expect(kept).toContain(
      '期限 2026-10-08：送達日期 2026-09-28 後 3 個工作日：09-29、09-30、10-08（跳過 10-01 至 10-07 國慶節）',
    );
    const none = run('--keep', '急件', '答覆', '送達日期');
    expect([none.code, none.out]).toEqual([1, '違規  甲案\n  改動至多四處事實，都不能使它合規\n\n']);
  });
  test('as JSON; what it is asked for must exist', () => {
    const [answer] = JSON.parse(run('-f', 'json').out);
    expect(answer).toMatchObject({
      outcome: 'found',
      after: 'compliant',
      changes: [{ fact: '急件', to: { v: true } }],
    });
    const wrong = run('--keep', '沒有');
    expect(wrong.code).toBe(64);
    says(wrong.err, 'unknown-fact-option');
    expect(zhunsheng(ROOT, ['why-not']).code).toBe(64);
  });
});
