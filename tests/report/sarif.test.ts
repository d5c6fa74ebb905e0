import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { report } from '../../src/diagnostics/report.ts';
import { allFindings, type Finding, type Findings } from '../../src/report/findings.ts';
import { findingsSarif, MOST_RESULTS, sarifLeftOut } from '../../src/report/sarif.ts';
import { makeSourceTable } from '../../src/report/source-table.ts';
import { makeVoice } from '../../src/report/voice.ts';
import { ABOUT, nastyText, randomReport, sourcesOf } from '../support/random-findings.ts';
import { offsetsOf, sarifFaults, sarifRun, withFixes } from '../support/sarif.ts';

const ZH = makeVoice('zh-Hant', false);
const EN = makeVoice('en', false);
const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) };

const only = (...diagnostics: readonly Finding[]): Findings => ({
  suites: [{ name: 'rules', file: 'a.norm', checked: [{ name: 'a', file: 'a.norm', diagnostics }] }],
});
const at = (file: string, start: number, end = start) => ({ file, start, end });

describe('SARIF', () => {
  test('is valid by its schema whatever was found, and tells all of it', () => {
    fc.assert(
      fc.property(randomReport, fc.constantFrom(ZH, EN), (given, voice) => {
        const text = findingsSarif(given.findings, sourcesOf(given), voice, ABOUT);
        expect(sarifFaults(text)).toEqual([]);
        const { results, invocations } = sarifRun(text);
        const all = allFindings(given.findings);
        expect(results.length).toBe(all.filter((d) => d.span).length);
        expect(invocations[0].toolExecutionNotifications.length).toBe(all.filter((d) => !d.span).length);
        expect(text).not.toMatch(/\\ud[89a-f]/i);
      }),
      RUNS,
    );
  });

  test('regions lead a consumer to the very characters', () => {
    fc.assert(
      fc.property(randomReport, (given) => {
        const located = allFindings(given.findings).filter((d) => d.span);
        const { results } = sarifRun(findingsSarif(given.findings, sourcesOf(given), ZH, ABOUT));
        for (const [i, { span }] of located.entries()) {
          const text = given.files.find((f) => f.name === span?.file)?.text ?? '';
          const region = results[i]?.locations[0].physicalLocation.region;
          // between CR and LF there is no column: the end of the line is meant
          if (!span || !region || [span.start, span.end].some((o) => text.slice(o - 1, o + 1) === '\r\n'))
            continue;
          expect(offsetsOf(text, region)).toEqual({ start: span.start, end: span.end });
        }
      }),
      RUNS,
    );
  });

  test('a line above changes no fingerprint, and no two results have the same', () => {
    fc.assert(
      fc.property(randomReport, fc.constantFrom('\n', '# 註\n', '\r\n'), (given, line) => {
        const prints = (text: string) => {
          const { results } = sarifRun(text);
          return results.map((r) => Object.values(r.partialFingerprints)[0]);
        };
        const before = prints(findingsSarif(given.findings, sourcesOf(given), ZH, ABOUT));
        // what is about the file as a whole stays at its beginning
        const moved = JSON.parse(JSON.stringify(given.findings), (_, value) =>
          value?.end > 0
            ? { ...value, start: value.start + line.length, end: value.end + line.length }
            : value,
        );
        const files = given.files.map((f) => ({ ...f, text: line + f.text }));
        const after = prints(findingsSarif(moved, makeSourceTable(files), ZH, ABOUT));
        const located = allFindings(given.findings).filter((d) => d.span);
        expect(after).toEqual(before);
        const inFiles = located.map((d, i) => `${d.span?.file} ${before[i]}`);
        expect(new Set(inFiles).size).toBe(inFiles.length);
      }),
      RUNS,
    );
  });

  test('names of files are relative and percent-encoded, what lies elsewhere is absolute', () => {
    const file = '規則 庫/第一章: a#b?.norm';
    const about = { ...ABOUT, relative: (name: string) => (name === 'far' ? '/elsewhere/甲.norm' : name) };
    const found = only(
      report('empty-rule-file', at(file, 0), {}),
      report('empty-rule-file', at('far', 0), {}),
      report('empty-rule-file', at('<stdin>', 0), {}),
    );
    const text = findingsSarif(found, makeSourceTable(), ZH, about);
    expect(sarifFaults(text)).toEqual([]);
    expect(sarifRun(text).artifacts.map((a) => a.location)).toEqual([
      {
        uri: '%E8%A6%8F%E5%89%87%20%E5%BA%AB/%E7%AC%AC%E4%B8%80%E7%AB%A0%3A%20a%23b%3F.norm',
        uriBaseId: '%SRCROOT%',
      },
      { uri: 'file:///elsewhere/%E7%94%B2.norm' },
      { uri: '%3Cstdin%3E', uriBaseId: '%SRCROOT%' },
    ]);
    expect(text).toContain('"uri": "file:///%E5%8D%B7/project/"');
  });

  test('fixes are those of the diagnostic, to the character', () => {
    fc.assert(
      fc.property(nastyText, nastyText, nastyText, nastyText, (before, old, after, text) => {
        // an offset between CR and LF is none that an editor knows
        fc.pre(!/\r$/.test(before) && !/\r$/.test(old) && !/\r$/.test(after));
        fc.pre(!/[\ud800-\udfff]/u.test(text));
        const whole = before + old + after;
        const span = at('a.norm', before.length, before.length + old.length);
        const fix = { title: { zh: '改', en: 'mend' }, edits: [{ span, text }] };
        const found = only(report('empty-rule-file', span, {}, { fix }));
        const { results } = sarifRun(
          findingsSarif(found, makeSourceTable([{ name: 'a.norm', text: whole }]), ZH, ABOUT),
        );
        expect(withFixes(whole, 'a.norm', results)).toBe(before + text + after);
      }),
      RUNS,
    );
  });

  test('provisions: in the official text where it was given, else where the rules cite them', () => {
    const citation = { article: 20, paragraph: 1, sentence: 1 };
    const finding: Finding = {
      ...report('empty-rule-file', at('a.norm', 0), {}),
      cites: [{ citation, span: at('a.norm', 2, 4) }],
    };
    const sources = makeSourceTable([
      { name: 'a.norm', text: '\n依據' },
      { name: '工作規則.txt', text: '一二三四' },
    ]);
    const relatedIn = (provision?: typeof ABOUT.provision) =>
      sarifRun(findingsSarif(only(finding), sources, ZH, { ...ABOUT, provision })).results[0]
        ?.relatedLocations?.[0];
    expect(relatedIn()).toMatchObject({
      physicalLocation: { artifactLocation: { uri: 'a.norm' }, region: { startLine: 2, startColumn: 2 } },
      logicalLocations: [{ fullyQualifiedName: '第二十條第一款第一句', kind: 'sentence' }],
    });
    expect(relatedIn(() => at('工作規則.txt', 1, 3))).toMatchObject({
      physicalLocation: { region: { startLine: 1, startColumn: 2, endColumn: 4 } },
      logicalLocations: [{ fullyQualifiedName: '第二十條第一款第一句' }],
    });
  });

  test('more than GitHub shows: the gravest are kept, the rest is counted in the file and aloud', () => {
    const many = (n: number, severity: Finding['severity']): readonly Finding[] =>
      Array.from({ length: n }, () => ({ ...report('empty-rule-file', at('a.norm', 0), {}), severity }));
    const found = only(...many(3, 'info'), ...many(MOST_RESULTS, 'warning'), ...many(2, 'error'));
    const text = findingsSarif(found, makeSourceTable([{ name: 'a.norm', text: '' }]), ZH, ABOUT);
    expect(sarifFaults(text)).toEqual([]);
    const { results, invocations } = sarifRun(text);
    const levels = results.map((r) => r.level);
    expect(results.length).toBe(MOST_RESULTS);
    expect(levels.filter((l) => l === 'error').length).toBe(2);
    expect(levels).not.toContain('note');
    expect(invocations[0].toolExecutionNotifications.map((n) => n.message.text)).toEqual([
      expect.stringContaining('較輕的 5 項沒有寫入'),
    ]);
    expect(sarifLeftOut(found).map((d) => d.code)).toEqual(['report-cut']);
    expect(sarifLeftOut(only(...many(MOST_RESULTS, 'info')))).toEqual([]);
  });

  test('what a comment lets pass is told as such', () => {
    const finding = { ...report('empty-rule-file', at('a.norm', 0), {}), suppressed: '附錄尚未起草' };
    const [result] = sarifRun(findingsSarif(only(finding), makeSourceTable(), ZH, ABOUT)).results;
    expect(result?.suppressions).toEqual([{ kind: 'inSource', justification: '附錄尚未起草' }]);
  });
});
