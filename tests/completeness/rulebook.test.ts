import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import type { NormDecl } from '../../src/check/model.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { readCases } from '../../src/facts/read-cases.ts';
import { checkCase, compile, validateExamples } from '../../src/pipeline.ts';
import { readLock, uncoveredProvisions, uncoveredSentences } from '../../src/source/lock.ts';
import { formatCitation } from '../../src/text/citation-text.ts';
import type { SourceFile } from '../../src/text/span.ts';
import { scenarioDiagnostics } from '../../src/verify/scenario.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const book = join(root, 'rules/hongshan');
const official = join(root, '../shared/source/hongshan-work-rules.txt');

const read = (folder: string, ending: string): SourceFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** The articles this rulebook claims to encode, every 款, 項 and 句 of them. */
const ENCODED = Array.from({ length: 78 }, (_, i) => 2 + i);

const files = read(book, '.norm');
const lock = readLock(readFileSync(join(book, 'source.lock.json'), 'utf8')).value;
const compiled = compile(files, lock);
const { model, plan } = compiled.value;
const norms = Object.values(model.norms);

const said = (d: Diagnostic): string => `${d.span?.file}:${d.span?.start} ${d.code} ${d.message.zh}`;

describe('the rulebook', () => {
  test('is free of errors and warnings', () => {
    expect(compiled.diagnostics.filter((d) => d.severity !== 'info').map((d) => said(d))).toEqual([]);
    expect(plan).toBeDefined();
    expect(lock).toBeDefined();
  });

  test('every example holds', () => {
    expect(plan && validateExamples(model, plan, chinaCalendar()).map((d) => said(d))).toEqual([]);
    expect(model.examples.length).toBeGreaterThan(350);
  });

  test('every place of the encoded articles is cited', () => {
    if (!lock) throw new Error('no lock');
    expect(uncoveredProvisions(model, lock, ENCODED).map((c) => formatCitation(c, 'zh'))).toEqual([]);
    expect(uncoveredSentences(model, lock, ENCODED).map((c) => formatCitation(c, 'zh'))).toEqual([]);
  });
});

/** Which verdicts the examples of a norm show. */
function shown(norm: string): Set<string> {
  return new Set(model.examples.filter((e) => e.norms.includes(norm)).map((e) => e.expect.verdict));
}
const canBeLifted = (norm: NormDecl): boolean =>
  norm.unless.length > 0 || norms.some((n) => n.exceptionTo.some((x) => x.norm === norm.name));

/** A duty without a day on which it falls due is never breached while it is open. */
const neverDue = (norm: NormDecl): boolean => norm.requirement.op === 'occurred' && !norm.deadline;

describe('every norm says what it is and shows it', () => {
  test('a gist and a citation', () => {
    const bare = norms.filter((n) => !n.gist || n.cites.length === 0).map((n) => n.name);
    expect(bare).toEqual([]);
  });
  test.each(norms.map((n) => [n.name, n] as const))('%s', (name, norm) => {
    const verdicts = shown(name);
    expect(verdicts).toContain('compliant');
    if (norm.modality === 'may') return;
    if (!neverDue(norm)) expect(verdicts).toContain(norm.strength === 'hard' ? 'violated' : 'deviation');
    else expect(verdicts).toContain('pending');
    if (canBeLifted(norm)) expect(verdicts).toContain('exempt');
  });
  test('every option of every reading is tried', () => {
    const tried = new Set(
      model.examples.flatMap((e) => Object.entries(e.readings).map(([r, o]) => `${r}=${o}`)),
    );
    const untried = Object.values(model.readings).flatMap((r) =>
      r.options
        .filter((o) => o.name !== r.adopted && !tried.has(`${r.name}=${o.name}`))
        .map((o) => `${r.name}=${o.name}`),
    );
    expect(untried).toEqual([]);
  });
});

describe('the cases', () => {
  const cases = read(join(book, 'cases'), '.yaml');
  test('there are enough of them', () => expect(cases.length).toBeGreaterThanOrEqual(12));
  test.each(cases.map((file) => [file.name, file] as const))('%s', (_, file) => {
    const given = readCases(file, model);
    expect(given.diagnostics.map((d) => said(d))).toEqual([]);
    for (const kase of given.value) {
      const result =
        plan && checkCase(plan, kase, { asOf: kase.asOf ?? kase.actDate ?? 0, calendar: chinaCalendar() });
      expect(kase.asOf, 'a case that is a test gives its 查核日期').toBeDefined();
      expect(kase.expected?.some((e) => e.key === '結論')).toBe(true);
      expect(result && plan && scenarioDiagnostics(kase, result, plan).map((d) => said(d))).toEqual([]);
    }
  });
});

/** The words are their issuer's: sixteen in a row, without a mark between them, are not copied (design.md, section 5). */
test.skipIf(!existsSync(official))('no passage of the official text is copied', () => {
  const mark = /[\s\p{P}\p{S}]+/u;
  const length = 16;
  const passages = new Set<string>();
  for (const run of readFileSync(official, 'utf8').split(mark)) {
    for (let i = 0; i + length <= run.length; i += 1) passages.add(run.slice(i, i + length));
  }
  expect(passages.size).toBeGreaterThan(0);
  const copied = files.flatMap((file) =>
    file.text.split(mark).flatMap((run) => {
      for (let i = 0; i + length <= run.length; i += 1) {
        if (passages.has(run.slice(i, i + length))) return [`${file.name}: ${run.slice(i, i + length)}`];
      }
      return [];
    }),
  );
  expect(copied).toEqual([]);
});
