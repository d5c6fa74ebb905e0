import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import { ROOT, SMALL_CASE, SMALL_RULES, withFolder, zhunsheng } from '../support/run-cli.ts';

const TEXT = `第一條 申請送達後，應當在三個工作日內答覆。
第二條 急件除外。
第三條 每次不超過五件。
`;
const [VOCABULARY = '', ...NORMS] = SMALL_RULES.split(/^(?=規則 )/m);
/** The small rulebook as a document: its citations stand in the headings. */
const DOCUMENT = [
  '# 測試規則',
  '',
  '```norm',
  VOCABULARY.trimEnd(),
  '```',
  ...NORMS.flatMap((norm) => {
    const [, cite = ''] = /^ {2}依據 (.*)\n/m.exec(norm) ?? [];
    return [
      '',
      `## ${cite} 條文`,
      '',
      '- 規則：',
      '',
      '  ```norm',
      norm.replace(/^ {2}依據 .*\n/m, '').trimEnd(),
      '  ```',
    ];
  }),
  '',
  '## 第二條',
  '',
  '~~~norm',
  '宣示 急件  理由 「已寫成例外」  引文 「急件除外」',
  '~~~',
  '',
].join('\n');
const FILES = { 'rules/a.norm.md': DOCUMENT, 'a.yaml': SMALL_CASE, 't.txt': TEXT };

describe('a rulebook that is one document', () => {
  test('gives the verdicts, citations and graph of the plain file', () => {
    withFolder(FILES, (folder) => {
      withFolder({ 'rules/a.norm': SMALL_RULES, 'a.yaml': SMALL_CASE }, (plain) => {
        for (const args of [
          ['check', 'a.yaml'],
          ['explain', 'a.yaml', '--short'],
          ['graph', '--why', '三日答覆', '第二條'],
          ['schema', '申請'],
        ]) {
          const [literate, other] = [zhunsheng(folder, args), zhunsheng(plain, args)];
          expect(literate.out.replaceAll(/a\.norm\.md:\d+/g, 'a.norm')).toBe(
            other.out.replaceAll(/a\.norm:\d+/g, 'a.norm'),
          );
          expect([literate.code, literate.err]).toEqual([other.code, other.err]);
        }
        const nodes = (at: string) =>
          JSON.parse(zhunsheng(at, ['graph']).out)
            .nodes.map((n: { id: string }) => n.id)
            .sort();
        expect(nodes(folder).filter((id: string) => !id.includes('急件'))).toEqual(
          nodes(plain).filter((id: string) => !id.includes('急件')),
        );
      });
    });
  });

  test('lock, verify, coverage and quotations', () => {
    withFolder(FILES, (folder) => {
      expect(zhunsheng(folder, ['source', 'lock', 't.txt', '-o', 'rules/source.lock.json']).code).toBe(0);
      expect(zhunsheng(folder, ['source', 'verify', 't.txt'])).toMatchObject({ code: 0, err: '' });
      expect(zhunsheng(folder, ['source', 'coverage'])).toMatchObject({ code: 0, err: '' });
      const whole = ['validate', '--source', 't.txt', '--complete', '--require-source'];
      const validated = zhunsheng(folder, whole);
      expect(validated.code).toBe(0);
      // the small rulebook has a fact that nothing uses
      expect(validated.err).not.toContain('錯誤');
    });
  });

  test.each([
    ['LF', '\n', ''],
    ['CRLF', '\r\n', ''],
    ['CR', '\r', ''],
    ['CRLF and BOM', '\r\n', '\uFEFF'],
  ])('errors stand at line and column of the document: %s', (_, end, bom) => {
    const wrong = DOCUMENT.replace('急件除外', '急件也算')
      .replace('## 第三條', '## 第四條')
      .replace('件數 不超過 5', '件树 不超過 5');
    const files = { ...FILES, 'rules/a.norm.md': bom + wrong.replaceAll('\n', end) };
    withFolder(files, (folder) => {
      zhunsheng(folder, ['source', 'lock', 't.txt', '-o', 'rules/source.lock.json']);
      const { code, err } = zhunsheng(folder, ['validate', '--source', 't.txt']);
      expect(code).toBe(3);
      const places = [...err.matchAll(/^rules\/a\.norm\.md:(\d+):(\d+): 錯誤 (Z\d+)/gm)].map(
        ([, l, c, id]) => {
          const line = wrong.split('\n')[Number(l) - 1] ?? '';
          return `${id} ${line.slice(Number(c) - 1)}`;
        },
      );
      expect(places.sort()).toEqual([
        `${CODES['unknown-name'].id} 件树 不超過 5`,
        `${CODES['citation-unknown-article'].id} 第四條 條文`,
        `${CODES['quotation-not-found'].id} 「急件也算」`,
      ]);
    });
  });

  test('found in folders and by globs, beside plain files, and not mistaken for other Markdown', () => {
    const [head = '', ...rest] = DOCUMENT.split(/^(?=## )/m);
    const files = {
      'rules/a.norm': VOCABULARY,
      'rules/in/b.norm.md': rest.join(''),
      'rules/README.md': '```norm\n規則 不是規則檔\n```\n',
      'a.yaml': SMALL_CASE,
    };
    expect(head).toContain('規章');
    withFolder(files, (folder) => {
      expect(zhunsheng(folder, ['validate', 'rules']).out).toContain('2 檔 · 2 條規則');
      expect(zhunsheng(folder, ['validate', 'rules/a.norm', 'rules/**/*.norm.md']).out).toContain(
        '2 檔 · 2 條規則',
      );
      expect(zhunsheng(folder, ['check', 'a.yaml']).out).toContain('《測試規則》第一條');
      // standard input has no name that says Markdown
      expect(zhunsheng(folder, ['validate', '-'], { input: DOCUMENT }).code).toBe(3);
    });
  });

  test('a document without rules is an error', () => {
    withFolder({ 'rules/a.norm.md': '# 第一條\n', 'a.yaml': SMALL_CASE }, (folder) => {
      for (const args of [['validate'], ['check', 'a.yaml']]) {
        const { code, err } = zhunsheng(folder, args);
        expect(code).toBe(3);
        expect(err).toContain(CODES['literate-no-rules'].id);
      }
    });
  });
});

describe('several rulebooks under rules/', () => {
  const example = `${ROOT}/rules/example`;

  test('a case inside a rulebook is checked against it, whatever the working folder', () => {
    const own = '規則庫：「機關停車場管理辦法」';
    for (const [cwd, path] of [
      [ROOT, 'rules/example/cases'],
      [ROOT, 'rules/example/cases/permit-pending.yaml'],
      [ROOT, 'rules/example/cases/*.yaml'],
      [example, 'cases'],
      [`${example}/cases`, 'permit-pending.yaml'],
      [`${ROOT}/tests`, '../rules/example/cases'],
    ] as const) {
      expect(zhunsheng(cwd, ['check', path, '--exit-zero'])).toMatchObject({
        code: 0,
        out: expect.stringContaining(own),
      });
    }
  });

  test('else the shipped one is meant', () => {
    expect(zhunsheng(ROOT, ['validate']).out).toMatch(/^✓ rules\/hongshan /);
    expect(zhunsheng(example, ['validate']).out).toMatch(/^✓ \S*rules\/example /);
    expect(zhunsheng(ROOT, ['schema', '會議紀要']).code).toBe(0);
  });

  test('elsewhere it is not guessed, but the books of a folder are validated one by one', () => {
    withFolder({ 'a.yaml': SMALL_CASE }, (folder) => {
      for (const book of ['甲', '乙']) cpSync(example, join(folder, 'rules', book), { recursive: true });
      const guess = zhunsheng(folder, ['check', 'a.yaml']);
      expect(guess.code).toBe(64);
      expect(guess.err).toContain(CODES['several-rulebooks'].id);
      expect(zhunsheng(folder, ['check', 'rules/乙/cases', '--exit-zero']).out).toContain('（「rules/乙」');
      const { code, out } = zhunsheng(folder, ['validate', 'rules', 'rules/']);
      expect(code).toBe(0);
      expect(out.match(/^✓ rules\/\S+/gm)).toEqual(['✓ rules/乙', '✓ rules/甲']);
      // together they are no rulebook
      const together = zhunsheng(folder, ['check', 'a.yaml', '--rules', 'rules']);
      expect(together.code).toBe(3);
      expect(together.err).toContain(CODES['several-locks'].id);
    });
  });

  test('the lock of the example is the one that source lock makes', () => {
    const { out } = zhunsheng(example, ['source', 'lock', 'regulation.txt']);
    expect(out).toBe(readFileSync(`${example}/source.lock.json`, 'utf8'));
  });
});
