import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { configSchema } from '../../src/cli/config/config-shape.ts';
import { readConfig } from '../../src/cli/config/read-config.ts';
import type { DiagnosticCode } from '../../src/diagnostics/diagnostic.ts';

const YAML = 'rules/example/zhunsheng.config.yaml';
const JSON_FILE = 'rules/example/zhunsheng.config.json';

/** Every problem as `code 「what it points at」`, in their order. */
function wrong(text: string, name = YAML): readonly string[] {
  const { diagnostics, value } = readConfig({ name, text });
  expect(value).toEqual({});
  return diagnostics.map(({ code, span }) => `${code} 「${text.slice(span?.start, span?.end)}」`);
}
const hints = (text: string): readonly string[] =>
  readConfig({ name: YAML, text }).diagnostics.map((d) => d.hint?.zh ?? '');

const GOOD = `# of the office
rules: [., parking.norm.md]
source: regulation.txt
requireSource: true
lang: zh-Hant
script: hans
reports:
  - sarif=out/{command}.sarif
  - { format: junit, path: out.xml }
check: { onUnknown: warn, engine: reference }
lint:
  severity: { norm-without-bearer: off, gist-too-long: error }
  only: [gist-too-long]
  maxWarnings: 0
test:
  coverage: true
  mutate: false
  threshold: { norm: 100, mutation: 95.5 }
  failOnEmpty: true
fmt: { dialect: zh-Hans }
`;

describe('a configuration', () => {
  test('gives its settings, paths as they are written from here', () => {
    const { value, diagnostics } = readConfig({ name: YAML, text: GOOD });
    expect(diagnostics).toEqual([]);
    expect(value).toEqual({
      rules: ['rules/example', 'rules/example/parking.norm.md'],
      source: 'rules/example/regulation.txt',
      requireSource: true,
      lang: 'zh-Hant',
      script: 'hans',
      reports: ['sarif=rules/example/out/{command}.sarif', 'junit=rules/example/out.xml'],
      onUnknown: 'warn',
      engine: 'reference',
      severity: { 'norm-without-bearer': 'off', 'gist-too-long': 'error' },
      only: ['gist-too-long'],
      maxWarnings: 0,
      coverage: true,
      mutate: false,
      threshold: { norm: 100, mutation: 95.5 },
      failOnEmpty: true,
      dialect: 'zh-Hans',
    });
  });

  test('as JSON, with its schema named, and with nothing in it', () => {
    const text = '{"$schema": "config.schema.json", "rules": ".", "test": {"threshold": 95}}';
    expect(readConfig({ name: JSON_FILE, text }).value).toEqual({ rules: 'rules/example', threshold: 95 });
    expect(readConfig({ name: JSON_FILE, text: '{}' })).toEqual({ value: {}, diagnostics: [] });
  });

  test('CRLF changes nothing', () => {
    const read = (text: string) => readConfig({ name: YAML, text });
    expect(read(GOOD.replaceAll('\n', '\r\n'))).toEqual(read(GOOD));
  });
});

/** What is wrong → the configuration, the code, what it points at. */
const EACH: Readonly<Record<string, readonly [string, DiagnosticCode, string]>> = {
  'a threshold over 100': ['test: { threshold: 101 }', 'config-out-of-range', '101'],
  'a threshold below 0': ['test: { threshold: { norm: -1 } }', 'config-out-of-range', '-1'],
  'a threshold in words': ['test: { threshold: all }', 'config-wrong-kind', 'all'],
  'a threshold in quotes': ['test: { threshold: { norm: "100" } }', 'config-wrong-kind', '"100"'],
  'no number': ['test: { threshold: .nan }', 'config-wrong-kind', '.nan'],
  'half a warning': ['lint: { maxWarnings: 1.5 }', 'config-wrong-kind', '1.5'],
  'a switch in words': ['requireSource: yes', 'config-wrong-kind', 'yes'],
  'a language of others': ['lang: fr', 'config-no-such-choice', 'fr'],
  'a date': ['asOf: 2026-01-01', 'config-unknown-key', 'asOf'],
  'nothing behind a key': ['rules:', 'config-wrong-kind', 'rules'],
  'a blank path': ['source: " "', 'config-wrong-kind', '" "'],
  'no path at all': ['rules: []', 'config-wrong-kind', '[]'],
  'a number for a path': ['rules: [3]', 'config-wrong-kind', '3'],
  'a path that is not there': ['rules: [., nowhere]', 'config-path-missing', 'nowhere'],
  'an absolute report': ['reports: [sarif=/etc/x]', 'config-path-outside', 'sarif=/etc/x'],
  'the folder for a report': ['reports: [sarif=.]', 'config-path-outside', 'sarif=.'],
  'an unknown setting of a group': ['lint: { severty: {} }', 'config-unknown-key', 'severty'],
  'an unknown lint': ['lint: { severity: { no-such-lint: off } }', 'config-unknown-key', 'no-such-lint'],
  'an unknown level': ['lint: { severity: { table-gap: eror } }', 'config-no-such-choice', 'eror'],
  'too many warnings': ['lint: { maxWarnings: 1000 }', 'config-out-of-range', '1000'],
  'a format of others': ['reports: [{ format: pdf, path: a }]', 'config-no-such-choice', 'pdf'],
  'two in a group': ['lint: off', 'config-wrong-kind', 'off'],
  twice: ['lang: en\nlang: zh', 'case-duplicate-key', 'lang'],
  'an inherited name': ['__proto__: { lang: en }', 'case-forbidden-key', '__proto__'],
  'an inherited name inside': [
    'lint: { severity: { constructor: off } }',
    'case-forbidden-key',
    'constructor',
  ],
  'a full-width colon': ['lang：en', 'case-colon', '：'],
  'a tab': ['lint:\n\tmaxWarnings: 1', 'case-yaml-tab', '\t'],
  'a list': ['- lang: en', 'config-not-settings', '- lang: en'],
  'a text': ['lang', 'config-not-settings', 'lang'],
  nothing: ['', 'config-not-settings', ''],
  'comments only': ['# lang: en\n', 'config-not-settings', ''],
  'two documents': ['lang: en\n---\nlang: zh\n', 'config-not-settings', 'lang: zh\n'],
};

describe('everything that is wrong is told in one run, at its place', () => {
  test('in the order of the places', () => {
    expect(
      wrong(`ruels: .
lint:
  severity: { norm-without-baerer: off, gist-too-long: eror }
  maxWarnings: 1000
test: { threshold: { norm: 101, lines: 3 } }
reports: ['sarif=../out', plain, { format: sarf, path: a, mode: b }]
check: [1]
source: no-such-file
`),
    ).toEqual([
      'config-unknown-key 「ruels」',
      'config-unknown-key 「norm-without-baerer」',
      'config-no-such-choice 「eror」',
      'config-out-of-range 「1000」',
      'config-out-of-range 「101」',
      'config-unknown-key 「lines」',
      "config-path-outside 「'sarif=../out'」",
      'config-wrong-kind 「plain」',
      'config-no-such-choice 「sarf」',
      'config-unknown-key 「mode」',
      'config-wrong-kind 「[1]」',
      'config-path-missing 「no-such-file」',
    ]);
  });

  test('with what was meant', () => {
    expect(hints('ruels: .')).toEqual(['是不是「rules」？']);
    expect(hints('maxWarnings: 0')).toEqual(['是不是「lint.maxWarnings」？']);
    expect(hints('test: { source: text.txt }')).toEqual(['是不是「source」？']);
    expect(hints('lint: { severity: { norm-without-baerer: off } }')).toEqual([
      '是不是「norm-without-bearer」？',
    ]);
    expect(hints('lint: { severity: { gist-too-long: eror } }')).toEqual(['是不是「error」？']);
    expect(hints('lint: { severity: { gist-too-long: 3 } }')).toEqual(['可用：off、info、warning、error。']);
    expect(hints('lint: { severity: { Z7001: off } }')).toEqual(['是不是「norm-without-bearer」？']);
    expect(hints('lint: { only: [z7001] }')).toEqual(['是不是「norm-without-bearer」？']);
    expect(hints('lint: { only: [gist-to-long] }')).toEqual(['是不是「gist-too-long」？']);
    expect(hints('test: { threshold: { nrom: 3 } }')).toEqual(['是不是「norm」？']);
    expect(hints('reports: [{ format: junit, paht: x }]').filter((h) => h !== '')).toEqual([
      '是不是「path」？',
    ]);
  });

  test.each(Object.entries(EACH))('%s', (_, [text, code, at]) => {
    expect(wrong(text)).toEqual([`${code} 「${at}」`]);
  });

  test('the same in JSON', () => {
    expect(wrong('{"test": {"threshold": 101}, "lang": "fr"}', JSON_FILE)).toEqual([
      'config-out-of-range 「101」',
      'config-no-such-choice 「"fr"」',
    ]);
    expect(wrong('{"lang": "en",}', JSON_FILE)[0]).toMatch(/^case-json-syntax/);
    expect(wrong('', JSON_FILE)[0]).toMatch(/^case-json-syntax/);
    expect(wrong('{"lang": "en", "lang": "zh"}', JSON_FILE)).toEqual(['case-duplicate-key 「"lang"」']);
    expect(wrong('{"__proto__": {"lang": "en"}}', JSON_FILE)).toEqual(['case-forbidden-key 「"__proto__"」']);
  });

  test('references that multiply end at the limit', () => {
    const levels = Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`);
    const { diagnostics } = readConfig({ name: YAML, text: `a0: &a0 [x]\n${levels.join('\n')}\n` });
    expect(diagnostics.map((d) => d.code)).toContain('case-too-many-aliases');
  });
});

test('what is in quotes is shown so: there is the reason', () => {
  const said = (text: string) => readConfig({ name: YAML, text }).diagnostics.map((d) => d.message.zh);
  expect(said('requireSource: "true"')).toEqual([
    '「requireSource」要寫「true」或「false」，不能寫「"true"」。',
  ]);
  expect(said('test: { threshold: { norm: "9" } }')).toEqual([
    '「test.threshold.norm」要寫一個數，不能寫「"9"」。',
  ]);
  expect(said('lang: "fr"')).toEqual(['「lang」不能選「fr」。']);
});

describe('the JSON Schema', () => {
  const validate = new Ajv2020({ strict: true }).compile(configSchema());
  /** What a schema can know: not what lies on the disk, nor how the text was written. */
  const KNOWN: ReadonlySet<DiagnosticCode> = new Set([
    'config-unknown-key',
    'config-wrong-kind',
    'config-no-such-choice',
    'config-out-of-range',
  ]);

  test('takes what is right', () => {
    for (const text of [GOOD, '{}', 'rules: .', 'test: { threshold: 95 }', 'lint: { severity: {} }'])
      expect(validate(parse(text)), text).toBe(true);
  });

  test('refuses what is refused', () => {
    const samples = Object.values(EACH).filter(([, code]) => KNOWN.has(code));
    expect(samples.length).toBeGreaterThan(15);
    expect(samples.filter(([text]) => validate(parse(text))).map(([text]) => text)).toEqual([]);
    expect(validate([])).toBe(false);
  });

  test('describes everything in both languages', () => {
    const missing: string[] = [];
    const look = (
      at: string,
      schema: { readonly properties?: object; readonly description?: string },
    ): void => {
      for (const [key, inside] of Object.entries(schema.properties ?? {})) {
        const it = inside as { readonly description?: string };
        if (!/\p{Script=Han}.* \/ .*[a-z]/u.test(it.description ?? '')) missing.push(`${at}${key}`);
        // the lints and the measures are described by their own pages
        if (!['severity', 'threshold'].includes(key)) look(`${at}${key}.`, it);
      }
    };
    look('', configSchema());
    expect(missing).toEqual([]);
  });
});
