import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { main } from '../../src/cli/main.ts';
import { CHECK_CODES } from '../../src/diagnostics/catalogue/check.ts';
import { CLI_CODES } from '../../src/diagnostics/catalogue/cli.ts';
import { EVALUATE_CODES } from '../../src/diagnostics/catalogue/evaluate.ts';
import { FACTS_CODES } from '../../src/diagnostics/catalogue/facts.ts';
import { LINTING_CODES } from '../../src/diagnostics/catalogue/linting.ts';
import { SOURCE_CODES } from '../../src/diagnostics/catalogue/source.ts';
import { SYNTAX_CODES } from '../../src/diagnostics/catalogue/syntax.ts';
import { TOOLS_CODES } from '../../src/diagnostics/catalogue/tools.ts';
import type { CatalogueEntry, Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type DocSection, docSections, type Fence } from '../../src/diagnostics/doc-page.ts';
import { readCalendar } from '../../src/facts/read-calendar.ts';
import { compile, validateExamples } from '../../src/pipeline.ts';
import { ROOT, withFolder } from '../support/run-cli.ts';

/**
 * The pages of the diagnostics: a section for every code, prose in both languages, and examples that are what they say.
 *
 * - `norm bad`, `norm good`: a rulebook that gives this code and no other error; one that gives no error.
 * - `yaml bad`, `yaml good`: the same for a case under the `norm rules` above it, checked.
 * - `yaml calendar bad`, `yaml calendar good`: the same for an office's calendar.
 * - `console bad`, `console good`: command lines (`$ zhunsheng …`) run among the files of the section (`norm file=PATH`),
 *   after the commands of `sh setup`; the last one gives this code, or does not.
 */
const PAGES: Readonly<Record<string, Readonly<Record<string, CatalogueEntry>>>> = {
  syntax: SYNTAX_CODES,
  check: CHECK_CODES,
  source: SOURCE_CODES,
  facts: FACTS_CODES,
  evaluate: EVALUATE_CODES,
  cli: CLI_CODES,
  tools: TOOLS_CODES,
  linting: LINTING_CODES,
};

/** What no page can show, and why. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  'aggregate-field-missing': 'in a text the syntax says so before',
  'citation-number': 'in a text the syntax says so before',
  'case-too-large': 'the command line refuses the file before',
  'fix-changed-file': 'somebody else must write at the same moment',
  'format-changes-meaning': 'a defect of the program',
  internal: 'a defect of the program',
  'engines-differ': 'a defect of the program',
  'update-changed': 'somebody else must write at the same moment',
  'changed-meanwhile': 'somebody else must write at the same moment',
  'ask-case-elsewhere': 'an interview needs a terminal',
  'output-exists': 'an interview needs a terminal',
  'report-cut': 'it takes five thousand findings',
  'no-rulebook': 'the program would have to be installed by half',
};

describe.each(Object.entries(PAGES))('%s.md', (page, codes) => {
  const text = readFileSync(join(ROOT, `src/diagnostics/docs/${page}.md`), 'utf8');
  const sections = docSections(text);
  // rules above the first section are those of all its cases
  const [, shared] = /^```norm rules\n(.*?)^```$/ms.exec(text.slice(0, text.indexOf('\n## '))) ?? [];

  test('every code has its section, in the order of the numbers', () => {
    const wanted = Object.entries(codes).map(([code, { id }]) => `${id} ${code}`);
    expect(sections.map(({ id, name }) => `${id} ${name}`)).toEqual(wanted.sort());
  });

  test.each(sections)('$id $name', async (section) => {
    expect(section.zh.join()).toMatch(/\p{Script=Han}{3}/u);
    expect(section.en.join()).toMatch(/[a-z]+ [a-z]+ [a-z]+/);
    expect(section.fences.some((f) => f.info.endsWith(' bad'))).toBe(!Object.hasOwn(NOT_SHOWN, section.name));
    for (const [i, fence] of section.fences.entries())
      await run(section, fence, section.fences.slice(0, i), shared);
  });
});

async function run(
  section: DocSection,
  fence: Fence,
  above: readonly Fence[],
  shared: string | undefined,
): Promise<void> {
  const { info, text } = fence;
  const good = info.endsWith(' good');
  switch (info.replace(/ (bad|good)$/, '')) {
    case 'norm':
      return judge(section, good, compiled(text));
    case 'yaml':
    case 'json': {
      const rules = above.findLast((f) => f.info === 'norm rules')?.text ?? shared;
      expect(rules, 'the rules of a case stand above it, or at the top of the page').toBeDefined();
      return judge(
        section,
        good,
        await checked(rules ?? '', text, info.startsWith('json') ? 'json' : 'yaml'),
      );
    }
    case 'yaml calendar':
      return judge(section, good, saidOf(readCalendar({ name: 'office.yaml', text }).diagnostics));
    case 'console':
      return console_(section, good, text);
    default:
      expect(info).toMatch(/^(norm rules|sh setup|\w+ file=\S+)$/);
  }
}

/** `error Z2002`, `warning Z…` of all that is said. */
type Said = readonly string[];
const saidOf = (diagnostics: readonly Diagnostic[]): Said => diagnostics.map((d) => `${d.severity} ${d.id}`);

function compiled(text: string): Said {
  const { value, diagnostics } = compile([{ name: 'a.norm', text }]);
  const failed = value.plan ? validateExamples(value.model, value.plan, chinaCalendar()) : [];
  return saidOf([...diagnostics, ...failed]);
}

async function checked(rules: string, kase: string, ending: string): Promise<Said> {
  return withFolderAsync({ 'rules/a.norm': rules, [`case.${ending}`]: kase }, async (folder) => {
    const err: string[] = [];
    await main(['check', `${folder}/case.${ending}`, '--rules', `${folder}/rules`, '--lang', 'en'], {
      env: { ZHUNSHENG_CACHE: '' },
      outIsTerminal: false,
      errIsTerminal: false,
      out: () => {},
      err: (words) => err.push(words),
      stdin: () => new Uint8Array(),
      now: () => Date.parse('2026-10-01T00:00:00Z'),
      packageRoot: ROOT,
    });
    return saidIn(err.join(''));
  });
}

/** What the command line has printed, in English. */
const saidIn = (text: string): Said =>
  [...text.matchAll(/(?:^|: )(error|warning|info|note) (Z\d{4}) /gm)].map((m) => `${m[1]} ${m[2]}`);

function judge({ id }: DocSection, good: boolean, said: Said): void {
  const errors = said.filter((s) => s.startsWith('error '));
  if (good) expect([...errors, ...said.filter((s) => s.endsWith(id))]).toEqual([]);
  else {
    expect(
      said.some((s) => s.endsWith(id)),
      `gives ${id}, not ${said.join()}`,
    ).toBe(true);
    expect(errors.filter((s) => !s.endsWith(id))).toEqual([]);
  }
}

function console_({ id, fences }: DocSection, good: boolean, text: string): void {
  const files = fences.flatMap(({ info, text: words }) => {
    const [, path] = /^\w+ file=(\S+)$/.exec(info) ?? [];
    return path === undefined ? [] : [[path, words] as const];
  });
  const setup = fences.flatMap((f) => (f.info === 'sh setup' ? [f.text] : [])).join('\n');
  const lines = [...text.matchAll(/^\$ zhunsheng ?(.*)$/gm)].map((m) => m[1] ?? '');
  expect(lines.length).toBeGreaterThan(0);
  withFolder(Object.fromEntries(files), (folder) => {
    const shell = (command: string) =>
      spawnSync(
        'bash',
        [
          '--norc',
          '-c',
          `zhunsheng() { "${process.execPath}" "${ROOT}/bin/zhunsheng.js" "$@"; }\n${command}`,
        ],
        {
          cwd: folder,
          encoding: 'utf8',
          input: '',
          env: { PATH: process.env.PATH, LANG: 'zh_TW.UTF-8', ZHUNSHENG_CACHE: '' },
        },
      );
    if (setup !== '') expect(shell(`set -e\n${setup}`).status, setup).toBe(0);
    const runs = lines.map((line) => shell(`zhunsheng ${line}`));
    const { stdout, stderr } = runs.at(-1) ?? { stdout: '', stderr: '' };
    if (good) expect(stdout + stderr).not.toContain(id);
    else expect(stdout + stderr).toContain(id);
  });
}

async function withFolderAsync<T>(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const { mkdtempSync, rmSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
