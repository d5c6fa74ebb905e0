import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { LINT_NAMES } from '../../src/lint/lints.ts';
import { lockToJson, makeLock } from '../../src/source/lock.ts';
import { parseOfficialText } from '../../src/source/official-text.ts';
import { type Run, withFolder, zhunsheng } from '../support/run-cli.ts';

/** The program as it is published, on a folder with the bad fixture of every lint, each a rulebook that is locked to the same text. */
const here = dirname(fileURLToPath(import.meta.url));
const official = readFileSync(join(here, 'regulation.txt'), 'utf8');

interface Found {
  readonly rulebook: string;
  readonly clean: boolean;
  readonly diagnostics: readonly { readonly code: string; readonly id: string; readonly severity: string }[];
}
let run: Run;
let rulebooks: readonly Found[];

beforeAll(() => {
  const lock = lockToJson(makeLock(parseOfficialText({ name: 'text.txt', text: official }).value));
  const files = Object.fromEntries(
    LINT_NAMES.flatMap((name) => [
      [`${name}/bad.norm`, readFileSync(join(here, name, 'bad.norm'), 'utf8')],
      [`${name}/source.lock.json`, lock],
    ]),
  );
  withFolder({ ...files, 'text.txt': official }, (folder) => {
    run = zhunsheng(folder, ['lint', ...LINT_NAMES, '--source', 'text.txt', '-f', 'json']);
    rulebooks = JSON.parse(run.out).rulebooks;
  });
});

describe('lint on a folder of bad fixtures', () => {
  test.each(LINT_NAMES)('%s fires', (name) => {
    const book = rulebooks.find((r) => r.rulebook === name);
    expect(book?.diagnostics.map((d) => d.code)).toContain(name);
  });

  test('ends with 1 exactly if something is an error', () => {
    const errors = rulebooks.flatMap((r) => r.diagnostics.filter((d) => d.severity === 'error'));
    expect(run.code).toBe(errors.length > 0 ? 1 : 0);
    expect(rulebooks.every((r) => r.diagnostics.every((d) => /^Z7\d{3}$/.test(d.id)))).toBe(true);
  });
});
