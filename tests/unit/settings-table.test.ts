import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/cli/config/read-config.ts';
import {
  SETTING_NAMES,
  SETTINGS,
  type Setting,
  THRESHOLDS,
  variableOf,
} from '../../src/cli/config/settings.ts';
import { MEASURES } from '../../src/coverage/coverage.ts';
import { LINT_CODES } from '../../src/diagnostics/catalogue/lint.ts';
import { PROOF_LINT_CODES } from '../../src/diagnostics/catalogue/proof-lint.ts';
import { LINT_NAMES } from '../../src/lint/lints.ts';
import { ROOT } from '../support/run-cli.ts';

const row = (it: Setting): string => {
  const { path, flag, commands, about, fallback } = it;
  const of = commands.length > 9 ? '' : `; ${commands.join(', ')}`;
  const preset = fallback === undefined ? '' : `\`${String(fallback)}\``;
  return `| \`${path.join('.')}\` | \`${variableOf(it)}\` | \`${flag}\`${of} | ${preset} | ${about.zh} ${about.en} |`;
};

/** `UPDATE=1` writes it anew. */
test('the table of settings in the README is that of the program', () => {
  const table = [
    '<!-- settings -->',
    '| in the file | variable | on the command line | default | |',
    '| --- | --- | --- | --- | --- |',
    ...SETTING_NAMES.map((name) => row(SETTINGS[name])),
    '',
  ].join('\n');
  const readme = readFileSync(`${ROOT}/README.md`, 'utf8');
  const found = /<!-- settings -->\n(?:\|.*\n)*/.exec(readme)?.[0] ?? '';
  if (process.env.UPDATE)
    writeFileSync(
      `${ROOT}/README.md`,
      readme.replace(found, () => table),
    );
  else expect(found).toBe(table);
});

test('the configuration in the README is one', () => {
  const readme = readFileSync(`${ROOT}/README.md`, 'utf8');
  const text = /<!-- config -->\n```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const { value, diagnostics } = readConfig({ name: 'zhunsheng.config.yaml', text });
  expect(diagnostics).toEqual([]);
  expect(value).toMatchObject({ rules: 'rules', maxWarnings: 0, coverage: true });
});

test('the names that can be set are those that there are', () => {
  const lints = [...Object.keys(LINT_CODES), ...Object.keys(PROOF_LINT_CODES)];
  expect([...lints].sort()).toEqual([...LINT_NAMES].sort());
  expect(THRESHOLDS).toEqual([...MEASURES, 'mutation']);
});

test('no two settings share a place, a variable or an option of a command', () => {
  const settings: readonly Setting[] = SETTING_NAMES.map((name) => SETTINGS[name]);
  const all = [
    ...settings.map((it) => it.path.join('.')),
    ...settings.map(variableOf),
    ...settings.flatMap((it) => it.commands.map((command) => `${command} ${it.option}`)),
  ];
  expect(all.filter((one, i) => all.indexOf(one) !== i)).toEqual([]);
});
