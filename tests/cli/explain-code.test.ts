import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import type { CatalogueEntry } from '../../src/diagnostics/diagnostic.ts';
import { displayWidth } from '../../src/text/display-width.ts';
import { paragraphLines } from '../../src/text/paragraph.ts';
import { ROOT, SMALL_CASE, SMALL_RULES, withFolder, zhunsheng } from '../support/run-cli.ts';

const ENTRIES = Object.entries(CODES) as readonly (readonly [string, CatalogueEntry])[];
const explain = (...args: readonly string[]) =>
  withFolder({}, (folder) => zhunsheng(folder, ['explain', ...args]));

/** As `zhunsheng`, in this process, for somebody at a terminal. */
async function atTerminal(
  args: readonly string[],
  packageRoot = ROOT,
): Promise<{ out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  await main(args, {
    env: { LANG: 'zh_TW.UTF-8', TERM: 'dumb', ZHUNSHENG_CACHE: '' },
    outIsTerminal: true,
    errIsTerminal: true,
    columns: 60,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    stdin: () => new Uint8Array(),
    now: () => 0,
    packageRoot,
  });
  return { out: out.join(''), err: err.join('') };
}

describe('explain CODE', () => {
  test('by number, in whatever case and width, and by name, the page is the same', () => {
    const page = explain('Z2002');
    expect([page.code, page.err]).toEqual([0, '']);
    expect(page.out).toMatch(/^Z2002 unknown-name {2}錯誤\n找不到名稱「…」。\n\n規則裡用到的名稱要先宣告/);
    expect(page.out).toContain('\n這樣寫就會說：\n    事項 停車\n');
    expect(page.out).toContain('\n改正之後：\n    事項 停車\n');
    for (const word of ['z2002', 'Ｚ２００２', 'unknown-name', 'Unknown-Name'])
      expect(explain(word)).toEqual(page);
  });

  test('in English, in 简体, several at once, and of a lint', () => {
    expect(explain('Z2002', '--lang', 'en').out).toMatch(
      /^Z2002 unknown-name {2}error\nThe name "…" is not declared\.\n\nA name must be declared/,
    );
    expect(explain('Z2002', '--lang', 'zh-Hans').out).toContain('规则里用到的名称要先宣告');
    const both = explain('norm-without-gist', 'Z6101');
    expect(both.code).toBe(0);
    expect(both.out).toMatch(/^Z7\d{3} norm-without-gist {2}\S+\n/);
    expect(both.out).toContain('\n\nZ6101 missing-file  錯誤\n');
  });

  test('every code has a page that is shipped', async () => {
    const words = ENTRIES.map(([code]) => code);
    const { out, err } = await atTerminal(['explain', ...words]);
    expect(err).toBe('');
    for (const [code, { id }] of ENTRIES) expect(out).toContain(`${id} ${code}  `);
  });

  test('--codes lists each code once under its part', () => {
    const { code, out } = explain('--codes');
    expect(code).toBe(0);
    const listed = [...out.matchAll(/^ {2}(Z\d{4}) {2}(\S+)/gm)].map((m) => `${m[1]} ${m[2]}`);
    expect(listed).toEqual(ENTRIES.map(([name, { id }]) => `${id} ${name}`).sort());
  });

  test.each([
    ['Z2999', '是不是「Z2071」？'],
    ['norm-shadow', '是不是「norm-shadowed」？'],
    ['Z20022', '是不是「Z2002」？'],
    ['zzzz', undefined],
  ])('%s is not known (unknown-code)', (word, hint) => {
    const { code, out, err } = explain(word);
    expect([code, out]).toEqual([64, '']);
    expect(err).toContain(` ${CODES['unknown-code'].id} `);
    if (hint) expect(err).toContain(hint);
  });

  test('as JSON: the catalogue, and with a code its page', () => {
    const [one] = JSON.parse(explain('unknown-name', '-f', 'json').out);
    expect(one).toMatchObject({ id: 'Z2002', code: 'unknown-name', severity: 'error' });
    expect(one.page.markdown).toContain('```norm bad\n');
    const all = JSON.parse(explain('--codes', '-f', 'json').out);
    expect(all.map(({ id }: { id: string }) => id)).toEqual(ENTRIES.map(([, { id }]) => id).sort());
  });

  test.each([
    [['Z2002', '--long']],
    [['Z2002', '--norm', '甲']],
    [['Z2002', 'case.yaml']],
    [['--codes', 'Z2002']],
    [['case.yaml', '-f', 'json']],
  ])('%s: codes-alone', (args) => {
    const { code, out, err } = explain(...args);
    expect([code, out]).toEqual([64, '']);
    expect(err).toContain(` ${CODES['codes-alone'].id} `);
  });

  test('a case stays a case: the file, also of a name without an ending', () => {
    withFolder({ 'rules/a.norm': SMALL_RULES, 'case.yaml': SMALL_CASE, mycase: SMALL_CASE }, (folder) => {
      const run = zhunsheng(folder, ['explain', 'case.yaml']);
      expect(run.out).toContain('三日答覆');
      expect(zhunsheng(folder, ['explain', 'mycase']).out).toBe(run.out.replaceAll('case.yaml', 'mycase'));
    });
  });
});

test('at a terminal the last line tells where more is said about the first errors', async () => {
  const { err } = await atTerminal(['validate', '/nowhere/at/all']);
  expect(err).toMatch(/\n詳細說明：zhunsheng explain Z6101\n$/);
  expect((await atTerminal(['explain', 'Z2002'])).err).toBe('');
});

test('prose is set in lines that do not begin with a closing sign', () => {
  const text =
    '名稱要先宣告：事實寫在「事項」裡，由別的事實推出的寫成「定義」。Most often a letter is wrong, or a blank.';
  for (const width of [12, 20, 31, 60]) {
    const lines = paragraphLines(text, width);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    for (const line of lines) {
      expect(line).not.toMatch(/^[、。；：，」）]|[「（]$/);
      expect(displayWidth(line)).toBeLessThanOrEqual(width + 4);
    }
  }
});
