import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { readCases } from '../../src/facts/read-cases.ts';
import { checkCase, compile, validateExamples } from '../../src/pipeline.ts';
import { compareWithLock } from '../../src/source/compare.ts';
import { lockToJson, makeLock, readLock } from '../../src/source/lock.ts';
import { normaliseSource } from '../../src/source/normalise.ts';
import { parseOfficialText } from '../../src/source/official-text.ts';
import { checkQuotations } from '../../src/source/quotations.ts';
import { untouchedPlaces } from '../../src/source/sentence-coverage.ts';
import { scenarioDiagnostics } from '../../src/verify/scenario.ts';

/** `rules/example`: the made-up regulation that shows an office its own words and rules together. */
const folder = new URL('../../rules/example/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const document = { name: 'parking.norm.md', text: read('parking.norm.md') };
const official = parseOfficialText({ name: 'regulation.txt', text: read('regulation.txt') });
const lock = readLock(read('source.lock.json')).value;
const { value, diagnostics } = compile([document], lock);
const { model, plan } = value;
const calendar = chinaCalendar();

test('nothing is wrong, every example holds, every norm shows what it means', () => {
  expect(diagnostics).toEqual([]);
  expect(plan && validateExamples(model, plan, calendar)).toEqual([]);
  const verdicts = (norm: string) =>
    model.examples.filter((e) => e.norms.includes(norm)).map((e) => e.expect.verdict);
  for (const norm of Object.values(model.norms)) {
    expect(norm.gist, norm.name).toBeDefined();
    expect(verdicts(norm.name), norm.name).toContain('compliant');
    expect(new Set(verdicts(norm.name)).size, norm.name).toBeGreaterThan(1);
  }
});

test('the words are those of the official text: lock, quotations, and the articles in the document', () => {
  expect(official.diagnostics).toEqual([]);
  expect(lockToJson(makeLock(official.value))).toBe(read('source.lock.json'));
  expect(lock && compareWithLock(official.value, lock, model)).toEqual([]);
  expect(checkQuotations(model, official.value)).toEqual([]);
  expect(model.quotations.length).toBeGreaterThan(8);
  const quoted = [...document.text.matchAll(/^>(.*)$/gm)].map((m) => m[1]).join('');
  const articles = read('regulation.txt')
    .split('\n')
    .filter((line) => !/^(機關停車場管理辦法|第.章.*)?$/.test(line))
    .map((line) => line.replace(/^第[一二三四五六七八九十]+條 /, ''));
  expect(normaliseSource(quoted)).toBe(normaliseSource(articles.join('')));
});

test('every sentence is encoded or declared', () => {
  expect(lock && untouchedPlaces(model, lock)).toEqual([]);
});

test('the constructs it is there to show', () => {
  const modalities = new Set(Object.values(model.norms).map((n) => n.modality));
  expect(modalities).toEqual(new Set(['shall', 'shall-not', 'may', 'only-may']));
  expect(Object.values(model.definitions).some((d) => d.form === 'table')).toBe(true);
  expect(Object.keys(model.readings)).toHaveLength(1);
  expect(
    Object.values(model.kinds).some((k) => Object.values(k.facts).some((f) => f.attesters.length > 0)),
  ).toBe(true);
});

const cases = readdirSync(new URL('cases/', folder)).sort();
test.each(cases)('%s', (name) => {
  const given = readCases({ name, text: read(`cases/${name}`) }, model);
  expect(given.diagnostics).toEqual([]);
  expect(given.value).toHaveLength(1);
  for (const kase of given.value) {
    const result = plan && checkCase(plan, kase, { asOf: kase.asOf ?? 0, calendar });
    expect(kase.expected?.some((e) => e.key === '結論')).toBe(true);
    expect(result && plan && scenarioDiagnostics(kase, result, plan)).toEqual([]);
  }
});
