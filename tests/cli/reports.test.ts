import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import { ROOT, type Run, SMALL_CASE, SMALL_RULES, withFolder, zhunsheng } from '../support/run-cli.ts';
import { offsetsOf, type SarifRun, sarifFaults, sarifRun, withFixes } from '../support/sarif.ts';
import { readWorkflowCommand } from '../support/workflow-command.ts';

const schema = readFileSync(join(ROOT, 'tests/support/junit.xsd'), 'utf8');
async function junitFaults(contents: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'junit.xml', contents }], schema: [schema] });
  return errors.map((e) => e.message);
}

const FORMATS = ['sarif', 'junit', 'github', 'markdown', 'html', 'json', 'pretty'] as const;
type Reports = Readonly<Record<(typeof FORMATS)[number], string>>;

/** One run that writes every format into `out/`; nothing else may lie there afterwards. */
function inAll(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
): { readonly run: Run; readonly reports: Reports; readonly sarif: SarifRun } {
  return withFolder(files, (folder) => {
    const outputs = FORMATS.flatMap((format) => ['-o', `${format}=out/報告.${format}`]);
    const run = zhunsheng(folder, [...args, ...outputs]);
    expect(readdirSync(join(folder, 'out')).length).toBe(FORMATS.length);
    const read = (format: string) => readFileSync(join(folder, `out/報告.${format}`), 'utf8');
    const reports = Object.fromEntries(FORMATS.map((f) => [f, read(f)])) as Record<
      (typeof FORMATS)[number],
      string
    >;
    return { run, reports, sarif: sarifRun(reports.sarif) };
  });
}

/** The small rulebook and its case without what nobody reads, answered in time. */
const RULES = SMALL_RULES.replace(/^枚舉.*\n\n/m, '').replace(/^ {2}種類.*\n/m, '');
const CASE = SMALL_CASE.replace(/^ {2}種類.*\n/m, '').replace('答覆: 2026-10-12', '答覆: 2026-10-08');
const BROKEN = `${RULES}\n規則 丁\n  依據 第四條第一款\n  適用 申請書\n  應當 急件\n`;
const EXAMPLE = '\n例 太多 於 件數上限\n  件數 為 6\n  結果 違規\n';
const WRONG_EXAMPLE = '\n例 太少 於 件數上限\n  件數 為 6\n  結果 合規\n';
const VIOLATED = CASE.replace('件數: 3', '件數: 9');
const OPEN = CASE.replace('  件數: 3\n', '').replace('甲案', '乙|案');

interface Row {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly code: number;
  /** Codes of the results, without those that the file tells in other places. */
  readonly results: readonly (keyof typeof CODES)[];
}
const ROWS: readonly Row[] = [
  {
    name: 'validate, good',
    files: { '規則/甲.norm': RULES + EXAMPLE },
    args: ['validate', '規則'],
    code: 0,
    results: ['no-lock'],
  },
  {
    name: 'validate, bad',
    files: { '規則/甲.norm': BROKEN },
    args: ['validate', '規則'],
    code: 3,
    results: ['no-lock', 'unknown-kind'],
  },
  {
    name: 'validate, an example that fails',
    files: { '規則/甲.norm': RULES + WRONG_EXAMPLE },
    args: ['validate', '規則'],
    code: 1,
    results: ['no-lock', 'example-verdict'],
  },
  {
    name: 'lint',
    files: { '規則/甲.norm': RULES },
    args: ['lint', '規則'],
    code: 0,
    results: ['norm-without-bearer', 'norm-without-gist', 'norm-without-example'],
  },
  {
    name: 'lint, not a rulebook',
    files: { '規則/甲.norm': BROKEN },
    args: ['lint', '規則'],
    code: 3,
    results: ['unknown-kind'],
  },
  {
    name: 'test, good',
    files: { '規則/甲.norm': RULES + EXAMPLE },
    args: ['test', '規則'],
    code: 0,
    results: [],
  },
  {
    name: 'test, bad',
    files: {
      '規則/甲.norm': RULES + WRONG_EXAMPLE,
      '規則/cases/a.yaml': `${CASE}期望: { 結論: 違規 }\n`,
    },
    args: ['test', '規則'],
    code: 1,
    results: ['example-verdict', 'scenario-differs'],
  },
  {
    name: 'test, not a rulebook',
    files: { '規則/甲.norm': BROKEN },
    args: ['test', '規則'],
    code: 3,
    results: ['unknown-kind'],
  },
  {
    name: 'check, compliant',
    files: {
      '規則/甲.norm': RULES,
      '案 件.yaml': CASE,
    },
    args: ['check', '案 件.yaml', '--rules', '規則'],
    code: 0,
    results: [],
  },
  {
    name: 'check, violated and open',
    files: { '規則/甲.norm': RULES, '案/a.yaml': VIOLATED, '案/b.yaml': OPEN },
    args: ['check', '案', '--rules', '規則'],
    code: 1,
    results: ['norm-violated', 'norm-undetermined'],
  },
  {
    name: 'check, not a rulebook',
    files: { '規則/甲.norm': BROKEN, 'a.yaml': CASE },
    args: ['check', 'a.yaml', '--rules', '規則'],
    code: 3,
    results: ['unknown-kind'],
  },
  {
    name: 'check, not a case',
    files: { '規則/甲.norm': RULES, 'a.yaml': CASE.replace('件數: 3', '件數: 三個半') },
    args: ['check', 'a.yaml', '--rules', '規則'],
    code: 4,
    results: ['case-unit-mismatch'],
  },
  {
    name: 'check, no file',
    files: { '規則/甲.norm': RULES },
    args: ['check', 'none.yaml', '--rules', '規則'],
    code: 4,
    results: ['missing-file'],
  },
];

describe('every format of every command', () => {
  test.each(ROWS)('$name', async ({ files, args, code, results }) => {
    const { run, reports, sarif } = inAll(files, args);
    expect({ code: run.code, err: run.err }).toMatchObject({ code });
    expect(sarifFaults(reports.sarif)).toEqual([]);
    expect(await junitFaults(reports.junit)).toEqual([]);
    const ids = results.map((c) => CODES[c].id);
    expect([...new Set(sarif.results.map((r) => r.ruleId))].sort()).toEqual([...ids].sort());
    expect(sarif.invocations[0]).toMatchObject({ exitCode: code, executionSuccessful: true });
    // what is an error in one is one in all
    const errors = sarif.results.filter((r) => r.level === 'error').length;
    const commands = reports.github.trim().split('\n').filter(Boolean).map(readWorkflowCommand);
    expect(commands.filter((c) => c?.name === 'error').length).toBe(errors);
    expect(reports.junit.match(/<failure /g)?.length ?? 0).toBe(errors);
    expect(reports.markdown).toContain(`${errors} 項錯誤`);
    for (const id of ids)
      for (const format of ['markdown', 'html'] as const) expect(reports[format]).toContain(id);
    expect(JSON.parse(reports.json)).toEqual(expect.anything());
    expect(reports.pretty).not.toContain('\u001b');
    expect(reports.pretty === '' ? run.out : reports.pretty).not.toBe('');
    for (const r of sarif.results)
      expect(r.locations[0].physicalLocation.artifactLocation.uri).not.toMatch(/[^!-~]/);
  });

  test('what goes to standard output is the format of -f, whatever goes into files', () => {
    withFolder({ 'rules/a.norm': RULES + EXAMPLE }, (folder) => {
      const plain = zhunsheng(folder, ['validate', 'rules']);
      const more = zhunsheng(folder, ['validate', 'rules', '-o', 'sarif=a.sarif', '-o', 'pretty=a.txt']);
      expect(more).toEqual(plain);
      const file = readFileSync(join(folder, 'a.txt'), 'utf8');
      expect(file).toBe(plain.err + plain.out);
      expect(zhunsheng(folder, ['validate', 'rules', '-f', 'sarif']).out).toBe(
        readFileSync(join(folder, 'a.sarif'), 'utf8'),
      );
    });
  });
});

describe('check', () => {
  const { sarif, reports } = inAll({ '規則/甲.norm': RULES, '案/a.yaml': VIOLATED, '案/b.yaml': OPEN }, [
    'check',
    '案',
    '--rules',
    '規則',
  ]);
  const [violated, open] = sarif.results;

  test('a violation stands at the fact, with the norm and its provision beside it', () => {
    expect(violated).toMatchObject({
      level: 'error',
      message: { text: expect.stringContaining('案件「甲案」違反規則「件數上限」（第三條）') },
      locations: [{ physicalLocation: { region: { startLine: 8, startColumn: 7, endColumn: 8 } } }],
    });
    const places = violated?.relatedLocations?.map((p) => decodeURI(p.physicalLocation.artifactLocation.uri));
    expect(places).toEqual(['規則/甲.norm', '規則/甲.norm']);
    expect(violated?.relatedLocations?.at(-1)?.logicalLocations).toMatchObject([
      { fullyQualifiedName: '第三條' },
    ]);
  });

  test('what is open stands at the matter, saying what is missing', () => {
    expect(open?.message.text).toContain('缺：「件數」');
    expect(open?.level).toBe('error');
    expect(decodeURI(open?.locations[0].physicalLocation.artifactLocation.uri ?? '')).toBe('案/b.yaml');
  });

  test('in 简体 what the office wrote stays as it was written', () => {
    withFolder({ '規則/甲.norm': RULES, '案.yaml': VIOLATED }, (folder) => {
      const args = ['check', '案.yaml', '--rules', '規則', '-f', 'sarif', '--lang', 'zh-Hans'];
      const { results } = sarifRun(zhunsheng(folder, args).out);
      expect(results[0]?.message.text).toBe('案件「甲案」违反规则「件數上限」（第三条）。');
    });
  });

  test('a test case for each case, a suite for each file', () => {
    expect(reports.junit).toContain('<testsuite name="案/a.yaml" tests="1" failures="1"');
    expect(reports.markdown).toContain('| 乙\\|案 | 待定 |');
  });

  const levelOf = (mode: string) =>
    withFolder({ 'rules/a.norm': RULES, 'b.yaml': OPEN }, (folder) => {
      const run = zhunsheng(folder, ['check', 'b.yaml', '-f', 'sarif', '--on-unknown', mode]);
      return [
        run.code,
        sarifRun(run.out).results.find((r) => r.ruleId === CODES['norm-undetermined'].id)?.level,
      ];
    });
  test.each([
    ['fail', 2, 'error'],
    ['warn', 0, 'warning'],
    ['pass', 0, 'note'],
  ])('--on-unknown %s ends with %i and tells it as %s', (mode, code, level) => {
    expect(levelOf(mode)).toEqual([code, level]);
  });

  test('pending, deviation, conflict and opposite duties have their own codes', () => {
    const rules = `${SMALL_RULES}
規則 從簡
  依據 第四條
  適用 申請
  應當 件數 不超過 2
  效力 柔性

規則 甲類須急
  依據 第五條
  適用 申請
  當 種類 為 甲類
  應當 急件

規則 甲類不急
  依據 第六條
  適用 申請
  不得 急件

表 上限 : 數
  依據 第七條
  | 種類 | 急件 || 上限 |
  | 甲類 | 任意 || 1    |
  | 任意 | 否   || 2    |

規則 不逾上限
  依據 第七條
  適用 申請
  應當 件數 不超過 上限
`;
    const late = SMALL_CASE.replace('2026-10-12\n事', '2026-09-29\n事').replace(
      '答覆: 2026-10-12',
      '答覆: 未發生',
    );
    const run = withFolder({ 'rules/a.norm': rules, 'a.yaml': late }, (folder) =>
      zhunsheng(folder, ['check', 'a.yaml', '-f', 'sarif']),
    );
    const ids = sarifRun(run.out).results.map((r) => r.ruleId);
    for (const code of ['norm-pending', 'norm-departed-from', 'norm-in-conflict', 'opposite-duties'] as const)
      expect(ids, `${code} ${run.err}`).toContain(CODES[code].id);
  });
});

describe('the official text', () => {
  const EXAMPLE_BOOK = join(ROOT, 'rules/example');
  const run = withFolder({}, (folder) => {
    cpSync(EXAMPLE_BOOK, join(folder, 'rules/example'), { recursive: true });
    const rules = join(folder, 'rules/example/parking.norm.md');
    writeFileSync(rules, readFileSync(rules, 'utf8').replace('起算日 後 3 天', '起算日 後 0 天'));
    const text = 'rules/example/regulation.txt';
    const given = ['rules/example', '--source', text, '-f', 'sarif', '--lang', 'en'];
    const { out } = zhunsheng(folder, ['validate', ...given]);
    const words = readFileSync(join(folder, text), 'utf8');
    return { sarif: sarifRun(out), faults: sarifFaults(out), words };
  });

  test('where it was given, the related place of a provision is the sentence itself', () => {
    expect(run.faults).toEqual([]);
    const failed = run.sarif.results.find((r) => r.ruleId === CODES['example-verdict'].id);
    // the example stands in a block of its own; what it is about is cited where the norm does
    const places = run.sarif.results
      .flatMap((r) => r.relatedLocations ?? [])
      .filter((p) => p.logicalLocations);
    expect(failed?.message.text).toMatch(/^example "/);
    for (const { physicalLocation, logicalLocations } of places) {
      expect(physicalLocation.artifactLocation.uri).toBe('rules/example/regulation.txt');
      const { start, end } = offsetsOf(run.words, physicalLocation.region);
      expect(run.words.slice(start, end)).not.toBe('');
      expect(logicalLocations?.[0]?.fullyQualifiedName).toMatch(/^第.+條/);
    }
    expect(places.length).toBeGreaterThan(0);
  });
});

describe('lint', () => {
  const NOTED = RULES.replace(
    '規則 件數上限',
    '# 準繩-略過 norm-without-bearer、norm-without-example：附錄尚未起草\n規則 件數上限',
  );
  test('what a comment lets pass is a suppressed result, and no finding anywhere else', () => {
    const { sarif, reports } = inAll({ 'rules/a.norm': NOTED }, ['lint', 'rules']);
    const suppressed = sarif.results.filter((r) => r.suppressions);
    expect(suppressed.map((r) => r.suppressions?.[0]?.justification)).toEqual([
      '附錄尚未起草',
      '附錄尚未起草',
    ]);
    expect(sarif.results.length).toBe(5);
    expect(reports.github.trim().split('\n').length).toBe(3);
  });

  test('the fixes of a report, put in by somebody else, give the text that --fix gives', () => {
    const crlf = RULES.replace('規則 三日答覆', 'norm 三日答覆').replaceAll('\n', '\r\n');
    withFolder({ '規則/甲 乙.norm': crlf }, (folder) => {
      const { results } = sarifRun(zhunsheng(folder, ['lint', '規則', '-f', 'sarif']).out);
      expect(results.filter((r) => r.fixes).length).toBeGreaterThan(0);
      const mended = withFixes(crlf, encodeURI('規則/甲 乙.norm'), results);
      expect(mended).not.toBe(crlf);
      zhunsheng(folder, ['lint', '規則', '--fix']);
      expect(readFileSync(join(folder, '規則/甲 乙.norm'), 'utf8')).toBe(mended);
    });
  });
});

describe('test', () => {
  test('what is not covered, mutants that survive and missed thresholds are findings', async () => {
    const { run, sarif, reports } = inAll({ 'rules/a.norm': RULES + EXAMPLE }, [
      'test',
      'rules',
      '--coverage',
      '--mutate',
      '--threshold',
      'norm=100,mutation=100',
    ]);
    expect(run.code).toBe(1);
    expect(await junitFaults(reports.junit)).toEqual([]);
    const byCode = (code: keyof typeof CODES) => sarif.results.filter((r) => r.ruleId === CODES[code].id);
    expect(byCode('below-threshold').map((r) => r.level)).toEqual(['error', 'error']);
    expect(
      byCode('untried').some((r) => r.message.text.includes('還沒有為規則「三日答覆」寫出結論的例')),
    ).toBe(true);
    expect(byCode('mutant-survived').length).toBeGreaterThan(0);
    for (const r of [...byCode('untried'), ...byCode('mutant-survived')]) {
      expect(r.level).toBe('warning');
      expect(r.locations[0].physicalLocation.region.startLine).toBeGreaterThan(9);
      expect(r.relatedLocations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName).toMatch(/^第.條$/);
    }
    expect(sarif.properties?.figures).toContainEqual(
      expect.objectContaining({ suite: 'rules', covered: 1, all: 2, percent: 50, threshold: 100 }),
    );
    expect(reports.junit).toContain('<property name="規則" value="50% (1/2)"/>');
    expect(reports.markdown).toContain('| 規則 | 50% (1/2) | 100% |');
  });
});

describe('bad input', () => {
  const refused = (outputs: readonly string[], files: Readonly<Record<string, string>> = {}) =>
    withFolder({ 'rules/a.norm': RULES, ...files }, (folder) => {
      const run = zhunsheng(folder, ['validate', 'rules', ...outputs.flatMap((o) => ['-o', o])]);
      return { ...run, left: readdirSync(folder).sort() };
    });

  test.each([
    [['out.sarif'], 'bad-output', '「-o out.sarif」不是「格式=路徑」'],
    [['sarif='], 'bad-output', '「-o sarif=」'],
    [['sarif=-'], 'bad-output', '「-o sarif=-」'],
    [['=out'], 'bad-output', '格式可用：pretty、json、ndjson、sarif、junit、github、markdown、html'],
    [['serif=out'], 'bad-output', '是不是「sarif」？'],
    [['sarif=out', 'junit=./out'], 'output-twice', '兩份輸出都要寫到「./out」'],
    [['sarif=rules'], 'unwritable-file', '「rules」'],
    [['sarif=rules/a.norm/b'], 'unwritable-file', '「rules/a.norm/b」'],
    [['sarif=/proc/none/out'], 'unwritable-file', '「/proc/none/out」'],
  ] as const)('%j is refused before anything is run', (outputs, code, words) => {
    const run = refused(outputs);
    expect(run.code).toBe(64);
    expect(run.err).toContain(CODES[code].id);
    expect(run.err).toContain(words);
    expect(run.out).toBe('');
    expect(run.left).toEqual(['rules']);
  });

  test('everything that is wrong with the outputs is said at once', () => {
    const run = refused(['a', 'b=c', 'sarif=x', 'junit=x']);
    expect(run.err.match(/錯誤 Z\d{4}/g)).toEqual(['錯誤 Z6058', '錯誤 Z6058', '錯誤 Z6059']);
  });

  test('no output goes over a file that was read', () => {
    for (const path of ['rules/a.norm', './rules/../rules/a.norm', 'a.yaml'])
      withFolder({ 'rules/a.norm': RULES, 'a.yaml': CASE }, (folder) => {
        const run = zhunsheng(folder, ['check', 'a.yaml', '-o', `json=${path}`]);
        expect(run.code).toBe(64);
        expect(run.err).toContain(CODES['output-over-input'].id);
        expect(readFileSync(join(folder, 'rules/a.norm'), 'utf8')).toBe(RULES);
        expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(CASE);
      });
  });

  test('a pipe is written to, and stays one; what is full is a coded error', () => {
    withFolder({ 'rules/a.norm': RULES }, (folder) => {
      const script = 'mkfifo pipe && { cat pipe > got & "$@"; wait; test -p pipe && cat got; }';
      const args = ['-c', script, 'sh', process.execPath, join(ROOT, 'bin/zhunsheng.js')];
      const { stdout } = spawnSync('sh', [...args, 'validate', 'rules', '-f', 'sarif', '-o', 'sarif=pipe'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(stdout.length).toBeGreaterThan(1000);
      expect(stdout.slice(0, stdout.length / 2)).toBe(stdout.slice(stdout.length / 2));
      symlinkSync('/dev/full', join(folder, 'full'));
      const full = zhunsheng(folder, ['validate', 'rules', '-o', 'sarif=full']);
      expect(full.code).toBe(64);
      expect(full.err).toContain('無法寫入「full」（ENOSPC');
    });
  });

  test('the summary of a step is written once, however many outputs there are', () => {
    withFolder({ 'rules/a.norm': BROKEN, summary: '' }, (folder) => {
      const env = { GITHUB_STEP_SUMMARY: join(folder, 'summary') };
      const args = ['validate', join(folder, 'rules'), '-f', 'github', '-o', 'github=a', '-o', 'markdown=b'];
      const run = zhunsheng(folder, args, { env });
      expect(readFileSync(join(folder, 'summary'), 'utf8')).toBe(readFileSync(join(folder, 'b'), 'utf8'));
      expect(readFileSync(join(folder, 'a'), 'utf8')).toBe(run.out);
      // absolute as it was given, relative to the repository as it is told
      const files = run.out
        .trim()
        .split('\n')
        .map((line) => readWorkflowCommand(line)?.properties.file);
      expect([...new Set(files)]).toEqual(['rules/a.norm']);
    });
  });

  test('what stood at the path before stays whole when it cannot be replaced', () => {
    withFolder({ 'rules/a.norm': RULES, 'out/a.sarif': 'before' }, (folder) => {
      chmodSync(join(folder, 'out'), 0o500);
      const run = zhunsheng(folder, ['validate', 'rules', '-o', 'sarif=out/a.sarif']);
      chmodSync(join(folder, 'out'), 0o700);
      // whoever may write everywhere is not refused
      const text = readFileSync(join(folder, 'out/a.sarif'), 'utf8');
      expect(run.code === 64 ? text : 'before').toBe('before');
    });
  });

  test('a run that comes to nothing does not leave the report of the last one', () => {
    withFolder({ 'rules/a.norm': RULES, 'a.json': '{"exitCode":0}', 'a.sarif': '{}' }, (folder) => {
      mkdirSync(join(folder, 'empty'));
      const run = zhunsheng(folder, [
        'test',
        'empty',
        '-o',
        'json=a.json',
        '-o',
        'sarif=a.sarif',
        '-f',
        'junit',
      ]);
      expect(run.code).toBeGreaterThan(0);
      const json = JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'));
      expect(json.exitCode).toBe(run.code);
      const text = readFileSync(join(folder, 'a.sarif'), 'utf8');
      expect(sarifFaults(text)).toEqual([]);
      expect(
        sarifRun(text).results.length + sarifRun(text).invocations[0].toolExecutionNotifications.length,
      ).toBeGreaterThan(0);
      expect(run.out).toContain('<failure ');
    });
  });

  test('--watch and --update go with no report', () => {
    withFolder({ 'rules/a.norm': RULES + EXAMPLE }, (folder) => {
      for (const option of ['--watch', '--update']) {
        expect(zhunsheng(folder, ['test', 'rules', option, '-o', 'sarif=a']).code).toBe(64);
        expect(zhunsheng(folder, ['test', 'rules', option, '-f', 'sarif']).code).toBe(64);
      }
      expect(existsSync(join(folder, 'a'))).toBe(false);
    });
  });
});
