import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { report } from '../../src/diagnostics/report.ts';
import { bySeverity, type Findings } from '../../src/report/findings.ts';
import { githubText } from '../../src/report/github.ts';
import { junitXml } from '../../src/report/junit.ts';
import { findingsMarkdown, markdownWithin } from '../../src/report/markdown.ts';
import { makeSourceTable } from '../../src/report/source-table.ts';
import { makeVoice } from '../../src/report/voice.ts';
import { ABOUT, randomReport, sourcesOf } from '../support/random-findings.ts';
import { ROOT } from '../support/run-cli.ts';
import { readWorkflowCommand } from '../support/workflow-command.ts';

const ZH = makeVoice('zh-Hant', false);
const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) };

describe('workflow commands', () => {
  test('the runner reads back what was written, whatever it is', () => {
    fc.assert(
      fc.property(randomReport, (given) => {
        const text = githubText(given.findings, sourcesOf(given), ZH, ABOUT);
        const told = bySeverity(given.findings).filter((d) => d.severity !== 'info');
        const commands = text
          .split(/\r\n|\r|\n/)
          .slice(0, -1)
          .map(readWorkflowCommand);
        const kept = ['error', 'warning'].flatMap((severity) =>
          told.filter((d) => d.severity === severity).slice(0, 10),
        );
        expect(commands.length).toBe(kept.length + (told.length > kept.length ? 1 : 0));
        for (const [i, d] of kept.entries()) {
          expect(commands[i]).toMatchObject({ name: d.severity, properties: { title: d.id } });
          expect(commands[i]?.message.startsWith(d.message.zh)).toBe(true);
          if (d.span) expect(commands[i]?.properties.file).toBe(d.span.file);
        }
      }),
      RUNS,
    );
  });
});

const markdown = new MarkdownIt({ html: true, linkify: true });

/** Rows of all tables as a reader sees them, and the kinds of everything in the page. */
function rendered(text: string) {
  const tokens = markdown.parse(text, {});
  const rows: string[][] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'td_open' || token.type === 'th_open') {
      const children = tokens[i + 1]?.children ?? [];
      rows.at(-1)?.push(children.map((c) => c.content).join(''));
    }
  }
  const kinds = new Set(tokens.flatMap((t) => [t.type, ...(t.children ?? []).map((c) => c.type)]));
  return { rows, kinds };
}

/** As it stands in a line of text. */
const seen = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();

const PLAIN = new Set([
  ...['heading_open', 'heading_close', 'paragraph_open', 'paragraph_close', 'inline', 'text', 'text_special'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'].flatMap((t) => [`${t}_open`, `${t}_close`]),
]);

describe('markdown', () => {
  test('every finding is a row of a table, and nothing in it means anything', () => {
    fc.assert(
      fc.property(randomReport, (given) => {
        const { findings } = given;
        const { rows, kinds } = rendered(findingsMarkdown(findings, sourcesOf(given), ZH, ABOUT));
        expect([...kinds].filter((kind) => !PLAIN.has(kind))).toEqual([]);
        const messages = rows.filter((r) => r.length === 4 && r[1] !== '代碼').map((r) => seen(r[2] ?? ''));
        const expected = findings.suites
          .flatMap((s) => bySeverity({ suites: [s] }))
          .map((d) => seen(d.message.zh));
        expect(messages.length).toBe(expected.length);
        for (const [i, message] of messages.entries())
          expect(message.startsWith(expected[i] ?? '-')).toBe(true);
      }),
      RUNS,
    );
  });

  const many: Findings = {
    suites: [
      {
        name: 'rules',
        checked: [
          {
            name: 'a',
            file: 'a.norm',
            diagnostics: Array.from({ length: 400 }, (_, i) =>
              report('unknown-name', { file: 'a.norm', start: 0, end: 1 }, { name: `名稱${i}` }),
            ),
          },
        ],
      },
    ],
  };

  test('within a limit: whole rows, the number of those that are missing, and not a byte more', () => {
    const sources = makeSourceTable([{ name: 'a.norm', text: '甲' }]);
    expect(markdownWithin(many, sources, ZH, ABOUT, 100)).toBe('');
    for (const most of [300, 5_000, 20_000, 1_000_000]) {
      const text = markdownWithin(many, sources, ZH, ABOUT, most);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
      const shown = rendered(text).rows.filter((r) => r[1]?.includes('Z')).length;
      const missing = Number(/另有 (\d+) 項，此處容不下/.exec(text)?.[1] ?? 0);
      expect(shown + missing).toBe(400);
    }
  });
});

describe('JUnit', () => {
  const schema = readFileSync(join(ROOT, 'tests/support/junit.xsd'), 'utf8');

  test('is valid by its schema whatever was found', async () => {
    const reports = fc.sample(randomReport, { numRuns: 40, seed: 20260928 });
    const xml = reports.map((given, i) => ({
      fileName: `${i}.xml`,
      contents: junitXml(given.findings, sourcesOf(given), ZH),
    }));
    const { errors } = await validateXML({ xml, schema: [schema] });
    expect(errors.map((e) => e.message)).toEqual([]);
  });
});
