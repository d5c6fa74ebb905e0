import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import type { DiagnosticCode } from '../../src/diagnostics/diagnostic.ts';
import { type Run, SMALL_CASE, SMALL_RULES, withFolder, zhunsheng } from '../support/run-cli.ts';

const BOOK = { 'norms/a.norm': SMALL_RULES, 'case.yaml': SMALL_CASE };
type Files = Readonly<Record<string, string | Uint8Array>>;

const run = (files: Files, args: readonly string[], env: Readonly<Record<string, string>> = {}): Run =>
  withFolder({ ...BOOK, ...files }, (folder) => zhunsheng(folder, args, { env }));
/** 64, with this code at this place, and nothing was done. */
function refused({ code, err, out }: Run, diagnostic: DiagnosticCode, place = ''): void {
  expect(err).toContain(`${place}${place === '' ? '' : ': '}錯誤 ${CODES[diagnostic].id} `);
  expect(out).toBe('');
  expect(code).toBe(64);
}

describe('the configuration is found', () => {
  test('in the folder, with its rulebook', () => {
    const { code, out } = run({ 'zhunsheng.config.yaml': 'rules: norms\n' }, ['check', 'case.yaml']);
    expect(out).toContain('規則庫：「測試規則」（「norms」，1 檔）');
    expect(code).toBe(1);
  });

  test('above the folder, its paths as they are written from there', () => {
    withFolder({ ...BOOK, 'zhunsheng.config.json': '{"rules": "norms"}', 'a/b/c.txt': '' }, (folder) => {
      const { out, err } = zhunsheng(join(folder, 'a/b'), ['lint']);
      expect(out).toMatch(/^✓ \.\.\/\.\.\/norms /);
      expect(err).toContain('../../norms/a.norm:');
      expect(err).not.toContain(folder);
    });
  });

  test('in the nearest folder that has one', () => {
    withFolder(
      {
        ...BOOK,
        'zhunsheng.config.yaml': 'lang: fr\n',
        'inner/zhunsheng.config.yml': 'lang: en\nrules: ../norms\n',
      },
      (folder) => {
        expect(zhunsheng(join(folder, 'inner'), ['validate']).out).toContain('0 errors');
        refused(zhunsheng(folder, ['validate']), 'config-no-such-choice', 'zhunsheng.config.yaml:1:7');
      },
    );
  });

  test('where `--config` or ZHUNSHENG_CONFIG says, or not at all', () => {
    const files = { 'zhunsheng.config.yaml': 'lang: fr\n', 'ci/other.yaml': 'lang: en\nrules: ../norms\n' };
    expect(run(files, ['validate', '--config', 'ci/other.yaml']).out).toContain('0 errors');
    expect(run(files, ['--config=ci/other.yaml', 'validate']).out).toContain('0 errors');
    expect(run(files, ['validate'], { ZHUNSHENG_CONFIG: 'ci/other.yaml' }).out).toContain('0 errors');
    expect(run(files, ['validate', 'norms'], { ZHUNSHENG_CONFIG: '' }).code).toBe(0);
    expect(run(files, ['validate', 'norms', '--no-config']).code).toBe(0);
    expect(
      run(files, ['validate', 'norms', '--no-config'], { ZHUNSHENG_CONFIG: 'ci/other.yaml' }).out,
    ).toContain('0 項錯誤');
    refused(run(files, ['validate', '--config', 'nowhere.yaml']), 'missing-file', 'nowhere.yaml:1:1');
    refused(run(files, ['validate', '--config']), 'usage');
    refused(run(files, ['validate', '--config=']), 'usage');
  });

  test('but not two in one folder', () => {
    const files = { 'zhunsheng.config.yaml': 'lang: en\n', 'zhunsheng.config.json': '{"lang": "en"}' };
    const told = run(files, ['validate', 'norms']);
    refused(told, 'config-twice', 'zhunsheng.config.json:1:1');
    expect(told.err).toContain('「zhunsheng.config.json」旁邊還有「zhunsheng.config.yaml」');
    expect(run(files, ['validate', 'norms', '--config', 'zhunsheng.config.yaml']).code).toBe(0);
  });
});

describe('what bears the name and is no configuration is an error', () => {
  const name = 'zhunsheng.config.yaml';
  const validate = ['validate', 'norms'];

  test('a folder', () => {
    withFolder({ ...BOOK, [`${name}/x`]: '' }, (folder) =>
      refused(zhunsheng(folder, validate), 'unreadable-file', `${name}:1:1`),
    );
  });

  test('a link to itself, a link that leads nowhere', () => {
    withFolder(BOOK, (folder) => {
      symlinkSync(name, join(folder, name));
      refused(zhunsheng(folder, validate), 'unreadable-file', `${name}:1:1`);
    });
    withFolder(BOOK, (folder) => {
      symlinkSync('nowhere', join(folder, name));
      refused(zhunsheng(folder, validate), 'missing-file', `${name}:1:1`);
    });
  });

  test.skipIf(process.platform !== 'linux')('a file that cannot be read', () => {
    refused(
      run({}, validate, { ZHUNSHENG_CONFIG: '/proc/self/mem' }),
      'unreadable-file',
      '/proc/self/mem:1:1',
    );
  });

  test('UTF-16, bytes that are no text, 10 MB', () => {
    const utf16 = new Uint8Array(Buffer.from('\ufefflang: en\n', 'utf16le'));
    refused(run({ [name]: utf16 }, validate), 'binary-file', `${name}:1:1`);
    refused(run({ [name]: new Uint8Array([108, 255, 254]) }, validate), 'invalid-utf8', `${name}:1:1`);
    refused(run({ [name]: `# ${'x'.repeat(10_000_000)}\n` }, validate), 'file-too-large', `${name}:1:1`);
  });

  test('but a byte order mark is none', () => {
    expect(run({ [name]: '\ufefflang: en\r\nrules: norms\r\n' }, ['validate']).out).toContain('0 errors');
  });

  test('everything that is wrong in one run, with the line and what was meant', () => {
    const files = { [name]: 'test:\n  threshold: { norm: 101 }\nlint:\n  severty: {}\n' };
    for (const command of ['validate', 'lint', 'test', 'graph', 'schema', 'source coverage']) {
      const told = run(files, command.split(' '));
      refused(told, 'config-out-of-range', `${name}:2:22`);
      refused(told, 'config-unknown-key', `${name}:4:3`);
      expect(told.err).toContain('是不是「severity」？');
    }
    refused(run(files, ['check', 'case.yaml', '--rules', 'norms']), 'config-out-of-range');
  });

  test('which stops neither help, nor the schema of the file, nor a new rulebook', () => {
    const files = { [name]: 'lang: fr\n' };
    expect(run(files, ['lint', '--help']).code).toBe(0);
    expect(run(files, ['schema', '--config']).code).toBe(0);
    expect(run(files, ['init', 'new']).code).toBe(0);
    expect(run(files, ['explain', 'Z6064']).code).toBe(0);
    expect(run(files, ['explain', '--codes']).code).toBe(0);
  });
});

describe('the environment', () => {
  test('sets what the file could', () => {
    const env = { ZHUNSHENG_RULES: 'norms', ZHUNSHENG_LANG: 'en_US', ZHUNSHENG_LINT_MAX_WARNINGS: '' };
    expect(run({}, ['validate'], env).out).toContain('0 errors');
  });

  test('is held to the same', () => {
    const env = {
      ZHUNSHENG_LINT_MAX_WARNINGS: 'many',
      ZHUNSHENG_LINT_SEVERITY: 'gist-too-lnog=off,names-alike=eror,table-gap,__proto__=off',
      ZHUNSHENG_TEST_THRESHOLD: '101',
      ZHUNSHENG_TEST_COVERAGE: 'perhaps',
      ZHUNSHENG_REPORTS: 'sarif',
    };
    const { err, code } = run({}, ['validate', 'norms'], env);
    expect(code).toBe(64);
    expect(err.split('\n').filter((line) => line.startsWith('錯誤'))).toEqual([
      '錯誤 Z6063 「ZHUNSHENG_LINT_MAX_WARNINGS」要寫一個數，不能寫「many」。',
      '錯誤 Z6064 「ZHUNSHENG_LINT_SEVERITY：names-alike」不能選「eror」。',
      '錯誤 Z6064 「ZHUNSHENG_LINT_SEVERITY：table-gap」不能選「」。',
      '錯誤 Z6062 沒有「ZHUNSHENG_LINT_SEVERITY：gist-too-lnog」這一項設定。',
      '錯誤 Z6062 沒有「ZHUNSHENG_LINT_SEVERITY：__proto__」這一項設定。',
      '錯誤 Z6063 「ZHUNSHENG_REPORTS：1」要寫「格式=路徑」，不能寫「sarif」。',
      '錯誤 Z6063 「ZHUNSHENG_TEST_COVERAGE」要寫「true」或「false」，不能寫「perhaps」。',
      '錯誤 Z6065 「ZHUNSHENG_TEST_THRESHOLD」要在 0–100 之間，不能寫「101」。',
    ]);
  });

  test('says so where a variable is none of ours', () => {
    const { err, code } = run({}, ['validate', 'norms'], { ZHUNSHENG_RULE: 'x', ZHUNSHENG_CACHE: '' });
    expect(err).toContain(`警告 ${CODES['unknown-variable'].id} `);
    expect(err).toContain('是不是「ZHUNSHENG_RULES」？');
    expect(code).toBe(0);
  });
});

describe('a setting is heeded by its commands', () => {
  const name = 'zhunsheng.config.yaml';

  test('how grave a lint is, and how many warnings pass', () => {
    const off = 'rules: norms\nlint: { severity: { norm-without-bearer: off } }\n';
    expect(run({}, ['lint', 'norms']).err).toContain(CODES['norm-without-bearer'].id);
    expect(run({ [name]: off }, ['lint']).err).not.toContain(CODES['norm-without-bearer'].id);
    expect(run({ [name]: off.replace('off', 'error') }, ['lint']).code).toBe(1);
    expect(run({ [name]: 'rules: norms\nlint: { maxWarnings: 0 }\n' }, ['lint']).code).toBe(1);
    expect(
      run({ [name]: 'rules: norms\nlint: { maxWarnings: 0 }\n' }, ['lint', '--max-warnings', '99']).code,
    ).toBe(0);
  });

  test('thresholds hold for what is measured, and the rest is told', () => {
    const EXAMPLE = '\n例 恰到 於 件數上限\n  件數 為 5\n  結果 合規\n';
    const files = {
      'norms/a.norm': SMALL_RULES + EXAMPLE,
      [name]: 'rules: norms\ntest: { threshold: { norm: 100, mutation: 100 } }\n',
    };
    const plain = run(files, ['test']);
    expect([plain.code, plain.err.match(/Z\d+/g)]).toEqual([0, [CODES['threshold-left'].id]]);
    const covered = run(files, ['test', '--coverage']);
    expect(covered.code).toBe(1);
    expect(covered.err).toContain(CODES['below-threshold'].id);
    expect(run(files, ['test', '--coverage', '--threshold', 'norm=50']).err).toBe('');
    expect(run(files, ['test', '--update']).err).not.toContain(CODES['threshold-left'].id);
    const always = { ...files, [name]: `${files[name]}  `.replace('test: {', 'test: { coverage: true,') };
    expect(run(always, ['test']).code).toBe(1);
    expect(run(always, ['test', '--no-coverage']).code).toBe(0);
    // some of the tests cannot try everything
    expect(run(always, ['test', '--run', '恰到']).code).toBe(0);
  });

  test('reports are written beside what is printed, each command its own', () => {
    const text = "rules: norms\nreports: ['json=out/{command}.json']\n";
    withFolder({ ...BOOK, [name]: text }, (folder) => {
      mkdirSync(join(folder, 'sub'));
      zhunsheng(join(folder, 'sub'), ['validate']);
      zhunsheng(folder, ['lint']);
      const read = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as object;
      expect(read('out/validate.json')).toHaveProperty('rulebooks.0.counts');
      expect(read('out/lint.json')).toHaveProperty('rulebooks.0.clean');
    });
  });

  test('but not where they go with nothing that was asked for', () => {
    const text = "rules: norms\nreports: ['json=out.json']\ntest: { coverage: true }\n";
    withFolder(
      { ...BOOK, 'norms/cases/a.yaml': `${SMALL_CASE}期望: { 件數上限: 合規 }\n`, [name]: text },
      (folder) => {
        expect(zhunsheng(folder, ['test', '--update'])).toMatchObject({ code: 0 });
        expect(existsSync(join(folder, 'out.json'))).toBe(false);
        expect(zhunsheng(folder, ['test', '--coverage', '--update']).code).toBe(64);
      },
    );
  });

  test('a link in the folder is no way out of it', () => {
    withFolder(
      { 'office/zhunsheng.config.yaml': 'reports: [json=link/deep/a.json, json=b.json]\n' },
      (folder) => {
        mkdirSync(join(folder, 'elsewhere'));
        symlinkSync('../elsewhere', join(folder, 'office/link'));
        const told = zhunsheng(join(folder, 'office'), ['lint']);
        refused(told, 'config-path-outside', `${name}:1:11`);
        expect(told.err.match(/Z\d{4}/g)).toHaveLength(1);
      },
    );
  });

  test('how keywords are spelt', () => {
    const diff = (config: string) =>
      run({ [name]: `rules: norms\n${config}` }, ['fmt', '--diff', '--check']).out;
    expect(diff('fmt: { dialect: en }\n')).toContain('+norm 三日答覆');
    expect(diff('')).not.toContain('+norm');
  });

  test('what to do when a case is undetermined', () => {
    const files = { [name]: 'rules: norms\ncheck: { onUnknown: pass }\n', 'case.yaml': '事項: 申請\n' };
    expect(run(files, ['check', 'case.yaml']).code).toBe(0);
    expect(run(files, ['check', 'case.yaml', '--on-unknown', 'fail']).code).toBe(2);
  });

  test('words are compared with the text, and must be', () => {
    const files = { [name]: 'rules: norms\nrequireSource: true\n' };
    expect(run(files, ['validate']).code).toBe(3);
    expect(run(files, ['validate', '--no-require-source']).code).toBe(0);
  });

  test('several rulebooks: each in turn, or the one that the case lies in', () => {
    const files = {
      [name]: 'rules: [one, two]\n',
      'one/a.norm': SMALL_RULES,
      'two/a.norm': SMALL_RULES.replaceAll('測試規則', '另一規則'),
      'two/cases/a.yaml': SMALL_CASE,
    };
    expect(run(files, ['validate']).out.match(/^✓ \S+/gm)).toEqual(['✓ one', '✓ two']);
    expect(run(files, ['check', 'two/cases']).out).toContain('「另一規則」');
    refused(run(files, ['check', 'case.yaml']), 'several-rulebooks');
    refused(run(files, ['graph']), 'several-rulebooks');
  });

  test('the language before the command line is understood', () => {
    expect(run({ [name]: 'lang: en\n' }, ['lint', '--nonsense']).err).toContain('there is no option');
    expect(run({ [name]: 'lang: en\n' }, ['lint', '--help']).out).toContain('Usage:');
    expect(run({ [name]: 'lang: en\n' }, ['lint', '--help', '--lang', 'zh']).out).toContain('用法：');
  });
});

test('what `init` proposes may be taken as it stands', () => {
  withFolder({}, (folder) => {
    expect(zhunsheng(folder, ['init', 'new']).code).toBe(0);
    const path = join(folder, 'new', 'zhunsheng.config.yaml');
    const taken = readFileSync(path, 'utf8').replace(/^# (?=\w+:| {2})/gm, '');
    expect(taken).toMatch(/^lint:\n {2}severity:/m);
    writeFileSync(path, taken);
    const inside = (command: string) => zhunsheng(join(folder, 'new'), [command]);
    expect(inside('validate')).toMatchObject({ code: 0, err: '' });
    expect(inside('test').code).toBe(0);
    expect(inside('lint').err).toContain(CODES['too-many-warnings'].id);
  });
});
