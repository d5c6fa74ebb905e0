import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Parser from '@actions/workflow-parser';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT, withFolder } from '../support/run-cli.ts';

const WORKFLOW =
  /<!-- workflow -->\n```yaml\n([\s\S]*?)```/.exec(readFileSync(`${ROOT}/README.md`, 'utf8'))?.[1] ?? '';

/** What GitHub itself finds wrong with a workflow. Its parser imports JSON as only bundlers do. */
async function githubErrors(content: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-'));
  try {
    const outfile = join(folder, 'parser.mjs');
    await build({
      stdin: { contents: "export * from '@actions/workflow-parser'", resolveDir: ROOT },
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile,
      logLevel: 'error',
    });
    const github = (await import(pathToFileURL(outfile).href)) as typeof Parser;
    const { context, value } = github.parseWorkflow(
      { name: 'rules.yml', content },
      new github.NoOperationTraceWriter(),
    );
    const parsed = context.errors.getErrors().map((error) => error.message);
    if (parsed.length > 0 || value === undefined) return parsed;
    const { errors = [] } = await github.convertWorkflowTemplate(context, value, undefined, {});
    return errors.map((error) => error.Message);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("the workflow of the README is one by GitHub's own parser", async () => {
  expect(await githubErrors(WORKFLOW)).toEqual([]);
  // which does find what is wrong
  expect(await githubErrors(WORKFLOW.replace('permissions', 'permisions'))).toHaveLength(1);
  expect(await githubErrors(WORKFLOW.replace('!cancelled()', '!canceled()'))).not.toEqual([]);
  expect(await githubErrors(WORKFLOW.replace('runs-on', 'run-on'))).not.toEqual([]);
});

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}
const STEPS = (parse(WORKFLOW) as { readonly jobs: { readonly rules: { readonly steps: readonly Step[] } } })
  .jobs.rules.steps;

/** Its steps as a runner would take them, in a checkout that somebody changed. */
function runIn(
  folder: string,
): readonly { readonly step: string; readonly code: number | null; readonly out: string }[] {
  return STEPS.flatMap(({ run }) => {
    if (!run?.startsWith('npx zhunsheng ')) return [];
    const command = run.replace('npx zhunsheng', `node "${ROOT}/bin/zhunsheng.js"`);
    const { status, stdout } = spawnSync('bash', ['-e', '-c', command], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        LANG: 'C.UTF-8',
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: folder,
        GITHUB_STEP_SUMMARY: join(folder, `summary-${run.split(' ')[2]}.md`),
      },
    });
    return [{ step: run.split(' ')[2] ?? '', code: status, out: stdout }];
  });
}

function withCheckout(use: (folder: string) => void): void {
  withFolder({}, (folder) => {
    cpSync(`${ROOT}/rules/example`, join(folder, 'rules'), { recursive: true });
    use(folder);
  });
}

const reportsOf = (folder: string): readonly string[] => readdirSync(join(folder, 'reports')).sort();
const EXPECTED = ['lint.sarif', 'lint.xml', 'test.sarif', 'test.xml', 'validate.sarif', 'validate.xml'];

test('its steps pass on good rules, with every report that is uploaded', () => {
  withCheckout((folder) => {
    const steps = runIn(folder);
    expect(steps.map(({ step, code }) => [step, code])).toEqual(
      ['validate', 'fmt', 'lint', 'test'].map((step) => [step, 0]),
    );
    expect(steps.flatMap(({ out }) => out.match(/^::error/gm) ?? [])).toEqual([]);
    const uploaded = STEPS.flatMap((step) => (step.with?.sarif_file ?? step.with?.path) || []);
    expect(uploaded).toEqual(['reports', 'reports']);
    expect(reportsOf(folder)).toEqual(EXPECTED);
    expect(readFileSync(join(folder, 'summary-test.md'), 'utf8')).toContain('|');
    // GitHub takes several runs in one upload only if each is a category of its own
    const categories = EXPECTED.filter((name) => name.endsWith('.sarif')).map(
      (name) => JSON.parse(readFileSync(join(folder, 'reports', name), 'utf8')).runs[0].automationDetails.id,
    );
    expect(new Set(categories).size).toBe(categories.length);
  });
});

test('a bad rule fails them, is annotated at its line, and stands in the reports', () => {
  withCheckout((folder) => {
    const path = join(folder, 'rules/parking.norm.md');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('適用 停放', '適用 停車'));
    const line = text.slice(0, text.indexOf('適用 停放')).split('\n').length;
    const steps = runIn(folder).filter(({ step }) => step !== 'fmt');
    expect(steps.map(({ step, code }) => [step, code])).toEqual([
      ['validate', 3],
      ['lint', 3],
      ['test', 3],
    ]);
    for (const { step, out } of steps)
      expect(out, step).toMatch(new RegExp(`^::error .*file=rules/parking\\.norm\\.md,line=${line},`, 'm'));
    expect(reportsOf(folder)).toEqual(EXPECTED);
    for (const name of EXPECTED)
      expect(readFileSync(join(folder, 'reports', name), 'utf8'), name).toContain('停車');
  });
});
