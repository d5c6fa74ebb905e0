import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine } from 'json-rules-engine';
import { afterAll, describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import { FORMAT_VERSION } from '../../src/engine/json-rules-engine/format.ts';
import { EXPORT_ERRORS, ExportError } from '../../src/engine/json-rules-engine/module/export-error.ts';
import {
  loadRulebook,
  manifestHash,
  type PlainCase,
} from '../../src/engine/json-rules-engine/module/index.ts';
import { jsonRulesEngineFiles } from '../../src/export/json-rules-engine.ts';
import { compile } from '../../src/pipeline.ts';
import { ROOT, SMALL_RULES, withFolder, zhunsheng } from '../support/run-cli.ts';

const { plan } = compile([
  { name: 'small.norm', text: `${SMALL_RULES}\n讀法 起算\n  依據 第一條\n  次日（採用）\n  當日\n` },
]).value;
if (!plan) throw new Error('the small rulebook has errors');
const files = new Map(
  jsonRulesEngineFiles(plan, chinaCalendar(), 'export {};\n', 'test').map((f) => [f.name, f.text]),
);
const names = [...files.keys()];
const CASE: PlainCase = {
  asOf: '2026-10-12',
  matters: [
    { id: '甲', kind: '申請', facts: { 送達日期: '2026-09-28', 答覆: '2026-10-12', 急件: false, 件數: 3 } },
  ],
};

const load = (changed: Readonly<Record<string, string | undefined>> = {}) =>
  loadRulebook((name) => {
    const text = Object.hasOwn(changed, name) ? changed[name] : files.get(name);
    if (text === undefined) throw new Error(`no ${name}`);
    return text;
  });
const seen = new Set<string>();
async function code(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
    return 'accepted';
  } catch (error) {
    if (!(error instanceof ExportError)) throw error;
    expect(error.message).toMatch(/^\[[a-z-]+\] .*[一-鿿].* · .*[a-z]/);
    expect(error.message).not.toMatch(/[{}]\w+[{}]/);
    seen.add(error.code);
    return error.code;
  }
}
const text = (name: string): string => files.get(name) ?? '';
const refused = (changed: Readonly<Record<string, string | undefined>>) => code(() => load(changed));

describe('an export is loaded as it was written or not at all', () => {
  test('as it was written', async () => {
    const { verdict, norms } = await (await load()).evaluate(Engine, CASE);
    expect(verdict).toBe('violated');
    expect(norms.map((n) => [n.norm, n.verdict, n.cites])).toEqual([
      ['三日答覆', 'violated', ['第一條']],
      ['件數上限', 'compliant', ['第三條']],
    ]);
  });

  test.each(names)('%s missing, edited, cut short', async (name) => {
    const whole = text(name);
    expect(await refused({ [name]: undefined })).toBe('export-file-missing');
    const edited = name.endsWith('.json') ? whole.replace(/\n\}?\]?\n?$/, ' $&') : `${whole} `;
    expect(edited).not.toBe(whole);
    const half = whole.slice(0, Math.floor(whole.length / 2));
    if (name === 'manifest.json') {
      expect(await refused({ [name]: whole.replace('"test"', '"tast"') })).toBe('export-changed');
      expect(await refused({ [name]: whole.replace(/"rules.json": "[0-9a-f]/, '"rules.json": "z') })).toBe(
        'export-changed',
      );
      expect(await refused({ [name]: half })).toBe('export-not-json');
    } else {
      expect(await refused({ [name]: edited })).toBe('export-changed');
      expect(await refused({ [name]: half })).toBe('export-changed');
    }
  });

  test('another version, or something else', async () => {
    const { sha256: _, ...head } = JSON.parse(text('manifest.json'));
    const manifest = (change: object) => {
      const changed = { ...head, ...change };
      return { 'manifest.json': JSON.stringify({ ...changed, sha256: manifestHash(changed) }) };
    };
    expect(await refused(manifest({}))).toBe('accepted');
    expect(await refused(manifest({ version: FORMAT_VERSION + 1 }))).toBe('export-version');
    expect(await refused(manifest({ format: 'another' }))).toBe('export-format');
    for (const other of ['null', '[]', '{}', '7'])
      expect(await refused({ 'manifest.json': other })).toBe('export-format');
  });
});

describe('a case', () => {
  const [matter] = CASE.matters;
  const decide = (kase: unknown) => code(async () => (await load()).evaluate(Engine, kase as PlainCase));
  const withFacts = (facts: object) => decide({ ...CASE, matters: [{ ...matter, facts }] });

  test.each([
    ['case-shape', 7],
    ['case-shape', { ...CASE, asOf: undefined }],
    ['case-shape', { ...CASE, asOf: '2026-02-30' }],
    ['case-shape', { ...CASE, matters: {} }],
    ['case-shape', { ...CASE, matters: [{ ...matter, id: '' }] }],
    ['case-unknown-kind', { ...CASE, matters: [{ ...matter, kind: '__proto__' }] }],
    ['case-duplicate-matter', { ...CASE, matters: [matter, matter] }],
    ['case-unknown-name', { ...CASE, params: { constructor: 1 } }],
    ['case-unknown-name', { ...CASE, readings: { 沒有: '次日' } }],
    ['case-value', { ...CASE, readings: { 起算: '後日' } }],
    ['accepted', { ...CASE, readings: { 起算: '當日' } }],
    ['accepted', CASE],
  ])('%s', async (wanted, kase) => {
    expect(await decide(kase)).toBe(wanted);
  });

  test('facts', async () => {
    expect(await withFacts({ 沒有: 1 })).toBe('case-unknown-fact');
    expect(await withFacts(JSON.parse('{"__proto__": 1}'))).toBe('case-unknown-fact');
    for (const facts of [
      { 件數: '3' },
      { 急件: 1 },
      { 答覆: '2026-13-01' },
      { 答覆: '尚未' },
      { 送達日期: 20716 },
      { 種類: ['甲類'] },
    ])
      expect(await withFacts(facts)).toBe('case-value');
    expect(await withFacts({ 件數: null, 答覆: '未發生', 種類: '甲類' })).toBe('accepted');
  });

  test('what is open says what is missing, what is pending when it is due, what is exempt by what', async () => {
    const book = await load();
    const norm = async (facts: Record<string, unknown>, asOf = '2026-10-12') => {
      const { norms } = await book.evaluate(Engine, {
        asOf,
        matters: [{ id: '甲', kind: '申請', facts }],
      });
      return norms[0];
    };
    expect(await norm({ 送達日期: '2026-09-28', 答覆: '未發生', 急件: false }, '2026-10-01')).toMatchObject({
      verdict: 'pending',
      due: '2026-10-08',
    });
    expect(await norm({ 急件: true })).toMatchObject({ verdict: 'exempt', exemptBy: ['第二條'] });
    expect((await norm({ 送達日期: '2031-09-28', 答覆: '2031-10-12' }))?.missing).toEqual([
      { kind: 'calendar', year: 2031, estimate: '2031-10-01' },
      { kind: 'fact', matter: '甲', fact: '急件', reason: 'absent' },
    ]);
  });
});

test('every code of the operator module has been met', () => {
  expect([...seen].sort()).toEqual(Object.keys(EXPORT_ERRORS).sort());
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-jre-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'a.norm'), SMALL_RULES);
  const run = (...args: string[]) => zhunsheng(folder, ['export', 'json-rules-engine', '.', ...args]);

  test('writes the folder whole, replaces an earlier export, leaves any other folder alone', () => {
    expect(run('-o', 'out/engine')).toEqual({ code: 0, out: '已寫入 out/engine\n', err: '' });
    expect(readdirSync(join(folder, 'out'))).toEqual(['engine']);
    expect(readdirSync(join(folder, 'out/engine'))).toEqual([...names].sort());
    writeFileSync(join(folder, 'out/engine/rules.json'), 'edited');
    expect(run('-o', 'out/engine/').code).toBe(0);
    expect(readFileSync(join(folder, 'out/engine/rules.json'), 'utf8')).not.toBe('edited');
    expect(readdirSync(join(folder, 'out'))).toEqual(['engine']);

    const other = run('-o', 'out');
    expect(other.code).toBe(64);
    expect(other.err).toContain(CODES['folder-not-empty'].id);
    expect(run('-o', 'a.norm').code).toBe(64);
    expect(existsSync(join(folder, 'out/engine/rules.json'))).toBe(true);
  });

  test('needs a folder; one that cannot be written is told', () => {
    const without = run();
    expect([without.code, without.out]).toEqual([64, '']);
    expect(without.err).toContain('-o');
    const below = run('-o', 'a.norm/engine');
    expect(below.code).toBe(64);
    expect(below.err).toContain(CODES['unwritable-file'].id);
    expect(readdirSync(folder).sort()).toEqual(['a.norm', 'out']);
  });

  test('a rulebook with errors is not exported', () => {
    withFolder({ 'bad.norm': '規則 甲\n' }, (bad) => {
      expect(zhunsheng(bad, ['export', 'json-rules-engine', '.', '-o', 'engine']).code).toBe(3);
      expect(readdirSync(bad)).toEqual(['bad.norm']);
    });
  });

  test('the same rulebook gives the same bytes, and check the same verdicts by every engine', () => {
    run('-o', 'again');
    for (const name of names)
      expect(readFileSync(join(folder, 'again', name), 'utf8')).toBe(
        readFileSync(join(folder, 'out/engine', name), 'utf8'),
      );
    const by = (engine: string) =>
      zhunsheng(ROOT, ['check', 'rules/hongshan/cases', '-f', 'json', '--engine', engine]);
    expect(by('json-rules-engine')).toEqual(by('reference'));
    expect(zhunsheng(ROOT, ['check', 'rules/hongshan/cases', '--engine', 'other']).code).toBe(64);
  });
});
