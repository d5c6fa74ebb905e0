import { expect, test } from 'vitest';
import { z } from 'zod';
import { resultSchema } from '../../src/report/result-schema.ts';
import { ROOT, SMALL_CASE, SMALL_RULES, withFolder, zhunsheng } from '../support/run-cli.ts';

const schema = z.fromJSONSchema(resultSchema() as never);

test('what check prints as JSON is what the schema describes', () => {
  const run = zhunsheng(ROOT, ['check', 'rules/hongshan/cases', '--rules', 'rules/hongshan', '-f', 'json']);
  const result = JSON.parse(run.out);
  expect(schema.safeParse(result).error?.issues ?? []).toEqual([]);
  expect(result.cases.length).toBeGreaterThanOrEqual(10);
  expect(result.summary.exitCode).toBe(run.code);
});

test('so are errors beside results', () => {
  const files = {
    'rules/a.norm': SMALL_RULES,
    'a.yaml': SMALL_CASE,
    'b.yaml': SMALL_CASE.replace('急件', '急建'),
  };
  const run = withFolder(files, (folder) => zhunsheng(folder, ['check', 'a.yaml', 'b.yaml', '-f', 'json']));
  const result = JSON.parse(run.out);
  expect(schema.safeParse(result).error?.issues ?? []).toEqual([]);
  expect(result.diagnostics).toMatchObject([
    {
      code: 'case-unknown-fact',
      place: { file: 'b.yaml', line: 8, column: 3, endColumn: 5 },
      fix: { edits: [{}] },
    },
  ]);
  expect(run.code).toBe(4);
});

test('the schema refuses what it does not describe', () => {
  const run = zhunsheng(ROOT, ['check', 'rules/hongshan/cases', '--rules', 'rules/hongshan', '-f', 'json']);
  const result = JSON.parse(run.out);
  expect(schema.safeParse({ ...result, extra: 1 }).success).toBe(false);
  expect(schema.safeParse({ ...result, format: 'other/1' }).success).toBe(false);
  result.cases[0].norms[0].verdict = 'good';
  expect(schema.safeParse(result).success).toBe(false);
});

test('schema --result prints it', () => {
  expect(JSON.parse(zhunsheng('.', ['schema', '--result']).out)).toEqual(
    JSON.parse(JSON.stringify(resultSchema())),
  );
});

test('the same case and rules give the same fingerprints, other ones do not', () => {
  const record = (text: string, rules = SMALL_RULES) =>
    withFolder({ 'rules/a.norm': rules, 'a.yaml': text }, (folder) => {
      const run = zhunsheng(folder, ['check', 'a.yaml', '-f', 'ndjson']);
      return JSON.parse(run.out).record;
    });
  const plain = record(SMALL_CASE);
  expect(record(SMALL_CASE.replaceAll('\n', '\r\n'), SMALL_RULES.replaceAll('\n', '\r\n'))).toEqual(plain);
  expect(record(SMALL_CASE.replace('件數: 3', '件數: 4')).facts).not.toEqual(plain.facts);
  expect(record(SMALL_CASE, SMALL_RULES.replace('不超過 5', '不超過 6')).rulebook).not.toEqual(
    plain.rulebook,
  );
  expect(plain).toMatchObject({ asOf: '2026-10-12', actDate: null, readings: {} });
});
