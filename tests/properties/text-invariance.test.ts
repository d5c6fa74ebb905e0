import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { caseFromExample } from '../../src/facts/case-from-example.ts';
import { compile } from '../../src/pipeline.ts';
import { isLiterate } from '../../src/syntax/literate.ts';
import { decodeText } from '../../src/text/decode.ts';
import type { SourceFile } from '../../src/text/span.ts';

/** What changes only the look of a text must not change a verdict. Held on every rulebook we have. */
const here = dirname(fileURLToPath(import.meta.url));
const calendar = chinaCalendar();
const toSimplified = Converter({ from: 't', to: 'cn' });

function read(folder: string): SourceFile[] {
  return readdirSync(folder)
    .filter((f) => /\.norm(\.md)?$/.test(f))
    .sort()
    .map((f) => ({ name: f, text: readFileSync(join(folder, f), 'utf8') }));
}

const conformance = join(here, '../conformance');
const rulebooks = new Map<string, SourceFile[]>([
  ['hongshan', read(join(here, '../../rules/hongshan'))],
  ['example', read(join(here, '../../rules/example'))],
  ...readdirSync(conformance)
    .filter((c) => !c.includes('.'))
    .sort()
    .flatMap((c) =>
      // every fixture is a rulebook of its own
      read(join(conformance, c, 'good')).map((file): [string, SourceFile[]] => [`${c}/${file.name}`, [file]]),
    ),
]);

/** Verdict, missing facts (counted) and due date of every norm in every example, whatever the names are called. */
function outcomes(files: readonly SourceFile[]): readonly string[] {
  const { value, diagnostics } = compile(files);
  expect(diagnostics.filter((d) => d.severity === 'error').map((d) => d.message.zh)).toEqual([]);
  const plan = value.plan;
  if (!plan) return [];
  return value.model.examples
    .flatMap((example) => {
      const result = evaluate(plan, caseFromExample(example, value.model), {
        asOf: example.asOf ?? 0,
        calendar,
      });
      const verdicts = result.norms.map((n) =>
        [n.verdict, n.missing.length, n.due ?? '', n.harmless].join(' '),
      );
      return `${result.verdict}: ${verdicts.sort().join('; ')}`;
    })
    .sort();
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ':': '：',
  ';': '；',
  '=': '＝',
  '|': '｜',
  '(': '（',
  ')': '）',
};
const changes: Readonly<Record<string, (text: string) => string>> = {
  CRLF: (t) => t.replaceAll('\n', '\r\n'),
  NFD: (t) => t.normalize('NFD'),
  'full width punctuation and digits': (t) =>
    t
      .replace(/(?<=[^\w\d][^\n「]*) [:;=|] /g, (m) => ` ${FULL_WIDTH[m.trim()] ?? m.trim()} `)
      .replace(/(?<= )\d(?= )/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
  'half width punctuation': (t) =>
    t.replaceAll('（', '(').replaceAll('）', ')').replaceAll('；', ';').replaceAll('、', ','),
  'Simplified characters': toSimplified,
  'trailing blanks and no final newline': (t) => t.trimEnd().replaceAll('\n', ' \t　\n'),
};

describe.each([...rulebooks.keys()])('%s', (name) => {
  const files = rulebooks.get(name) ?? [];
  const expected = outcomes(files);
  test.each(Object.keys(changes))('%s changes nothing', (change) => {
    const turn = changes[change] ?? ((t: string) => t);
    expect(outcomes(files.map((f) => ({ name: f.name, text: turn(f.text) })))).toEqual(expected);
  });
  test('a byte order mark changes nothing', () => {
    const marked = files.map((f) => decodeText(new TextEncoder().encode(`\uFEFF${f.text}`), f.name).value);
    expect(outcomes(marked)).toEqual(expected);
  });
  // blocks of a document stand under its headings
  if (files.some((f) => isLiterate(f.name))) return;
  test('the order of files and of blocks changes nothing', () => {
    const blocks = files.flatMap((f) =>
      f.text.split(/\n(?=(?:規則|定義|表|例|枚舉|事項|參數|讀法|宣示|norm|example) )/),
    );
    const shuffled = [...blocks]
      .reverse()
      .map((text, i) => ({ name: `${String(i).padStart(4, '0')}.norm`, text: `${text}\n` }));
    expect(outcomes(shuffled)).toEqual(expected);
  });
});
