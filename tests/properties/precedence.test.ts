import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Command, Option } from 'commander';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOTHING_CONFIGURED } from '../../src/cli/config/configuration.ts';
import { configuredSession } from '../../src/cli/config/configured-session.ts';
import { findConfig, settingVariables } from '../../src/cli/config/find-config.ts';
import { SETTING_NAMES, SETTINGS, type SettingName, variableOf } from '../../src/cli/config/settings.ts';
import { findOption, languageFromOption, scriptFromOption } from '../../src/cli/language.ts';
import { severitiesOf } from '../../src/cli/lint-options.ts';
import { makeProgram } from '../../src/cli/program.ts';
import { rulebookPaths } from '../../src/cli/rulebook-files.ts';
import { type Io, makeSession, type Session } from '../../src/cli/session.ts';
import { ROOT } from '../support/run-cli.ts';

/** A setting as each source writes it, and what a command then has. */
interface Way {
  readonly command: string;
  /** Values that differ, as the file writes them. */
  readonly values: readonly unknown[];
  readonly flag: (value: unknown) => readonly string[];
  readonly variable: (value: unknown) => string;
  readonly effect: (options: Readonly<Record<string, unknown>>, session: Session) => unknown;
  /** What the command has where nobody says anything. */
  readonly fallback: unknown;
  /** How a value shows in the effect. */
  readonly as?: (value: unknown) => unknown;
}

const plain = (
  command: string,
  flag: string,
  option: string,
  values: readonly unknown[],
  fallback?: unknown,
): Way => ({
  command,
  values,
  flag: (value) => [flag, String(value)],
  variable: String,
  effect: (options) => options[option],
  fallback,
});
const list = (values: readonly unknown[], separator: string, way: Way): Way => ({
  ...way,
  values,
  variable: (value) => (value as readonly string[]).join(separator),
});
const toggle = (command: string, on: string, off: string, option: string, fallback?: boolean): Way => ({
  ...plain(command, '', option, [true, false], fallback),
  flag: (value) => [value ? on : off],
});
const spoken = (
  command: string,
  flag: string,
  values: readonly string[],
  way: Pick<Way, 'effect' | 'fallback' | 'as'>,
): Way => ({
  ...plain(command, flag, '', values),
  ...way,
});
const measures = (value: unknown): string =>
  typeof value === 'number'
    ? String(value)
    : Object.entries(value as object)
        .map(([name, percent]) => `${name}=${percent}`)
        .join(',');

/** What the file names must be there. */
const here = (path: string): string => join(ROOT, path);

const WAYS: Readonly<Record<SettingName, Way>> = {
  rules: {
    ...list(
      [[here('rules')], [here('src')], [here('tests'), here('bin')]],
      delimiter,
      plain('graph', '', '', []),
    ),
    command: 'explain',
    flag: (value) => ['--rules', ...(value as readonly string[])],
    effect: (options, session) => options.rules ?? session.rules ?? rulebookPaths(session, []),
    fallback: ['rules/hongshan'],
  },
  source: plain('validate', '--source', 'source', ['README.md', 'LICENSE', 'package.json'].map(here)),
  requireSource: toggle('validate', '--require-source', '--no-require-source', 'requireSource'),
  lang: spoken('check', '--lang', ['zh-Hant', 'en'], {
    effect: (_, { voice }) => voice.say({ zh: 'zh-Hant', en: 'en' }),
    fallback: 'en',
  }),
  script: spoken('check', '--script', ['hans', 'hant'], {
    effect: (_, { script }) => script('規则'),
    fallback: '規则',
    as: (value) => (value === 'hans' ? '规则' : '規則'),
  }),
  reports: {
    ...list([['sarif=a'], ['junit=b'], ['sarif=a', 'json=c']], delimiter, plain('test', '', 'output', [])),
    flag: (value) => (value as readonly string[]).flatMap((one) => ['-o', one]),
  },
  onUnknown: plain('check', '--on-unknown', 'onUnknown', ['pass', 'warn', 'fail'], 'fail'),
  engine: plain('check', '--engine', 'engine', ['reference', 'json-rules-engine', 'compiled'], 'compiled'),
  severity: {
    ...plain(
      'lint',
      '',
      '',
      ['off', 'info', 'error'].map((level) => ({ 'norm-without-bearer': level })),
    ),
    flag: (value) => ['--severity', measures(value)],
    variable: measures,
    effect: (options, session) => severitiesOf(session, options)?.['norm-without-bearer'],
    fallback: 'warning',
    as: (value) => Object.values(value as object)[0],
  },
  only: list([['gist-too-long'], ['table-gap'], ['names-alike', 'table-gap']], ',', {
    ...plain('lint', '', 'only', []),
    flag: (value) => (value as readonly string[]).flatMap((name) => ['--only', name]),
  }),
  maxWarnings: plain('lint', '--max-warnings', 'maxWarnings', [0, 7, 999]),
  coverage: toggle('test', '--coverage', '--no-coverage', 'coverage'),
  mutate: toggle('test', '--mutate', '--no-mutate', 'mutate'),
  threshold: {
    ...plain('test', '', '', [95, { norm: 100 }, { norm: 80, mutation: 99.5 }]),
    flag: (value) => ['--threshold', measures(value)],
    variable: measures,
    effect: (options) =>
      options.threshold ?? (options.gates === undefined ? undefined : measures(options.gates)),
    as: measures,
    fallback: undefined,
  },
  failOnEmpty: toggle('test', '--fail-on-empty', '--no-fail-on-empty', 'failOnEmpty'),
  dialect: plain('fmt', '--dialect', 'dialect', ['zh-Hant', 'zh-Hans', 'en']),
};

const session = (env: Io['env']): Promise<Session> =>
  makeSession(
    {
      env,
      outIsTerminal: false,
      errIsTerminal: false,
      out: () => {},
      err: () => {},
      stdin: () => new Uint8Array(),
      now: () => 0,
      packageRoot: ROOT,
    },
    'en',
  );

const allCommands = (command: Command): readonly Command[] => [
  command,
  ...command.commands.flatMap(allCommands),
];
const named = (program: Command, name: string): Command | undefined =>
  allCommands(program).find((one) => {
    const { parent } = one;
    return (parent?.parent ? `${parent.name()} ${one.name()}` : one.name()) === name;
  });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhunsheng-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a run of the command has of a setting, as `main` gets there. */
async function effectOf(
  name: SettingName,
  said: { readonly flag?: unknown; readonly variable?: unknown; readonly file?: unknown },
  seen: Way['effect'] = WAYS[name].effect,
): Promise<unknown> {
  const way = WAYS[name];
  const { path } = SETTINGS[name];
  const file = join(folder, 'zhunsheng.config.json');
  const [key, inner] = path;
  const contents =
    said.file === undefined ? {} : { [key]: inner === undefined ? said.file : { [inner]: said.file } };
  writeFileSync(file, JSON.stringify(contents));
  const env = {
    LANG: 'en_US.UTF-8',
    ...(said.variable === undefined ? {} : { [variableOf(SETTINGS[name])]: way.variable(said.variable) }),
  };
  const args = [
    '--config',
    file,
    ...way.command.split(' '),
    ...(said.flag === undefined ? [] : way.flag(said.flag)),
  ];
  const lang = findOption(args, '--lang');
  const script = findOption(args, '--script');
  const { session: own, configuration } = await configuredSession(
    await session(env),
    findConfig(args, env),
    settingVariables(env),
    {
      language: lang === undefined ? undefined : languageFromOption(lang),
      script: script === undefined ? undefined : scriptFromOption(script),
    },
  );
  expect(configuration.diagnostics).toEqual([]);
  const program = makeProgram(own, configuration);
  const command = named(program, way.command);
  let options: Readonly<Record<string, unknown>> = {};
  command?.action(() => {
    options = command.opts();
  });
  await program.parseAsync(args, { from: 'user' });
  const effect = seen(options, own);
  return name === 'reports' && Array.isArray(effect)
    ? effect.map((one) => String(one).replace(`${folder}/`, ''))
    : effect;
}

const program = async () => makeProgram(await session({}), NOTHING_CONFIGURED);

describe('every setting', () => {
  test.each(SETTING_NAMES)(
    '%s: the flag wins over the variable, it over the file, it over the default',
    async (name) => {
      const { values, as = (value) => value, fallback } = WAYS[name];
      const maybe = fc.option(fc.constantFrom(...values), { nil: undefined });
      const combinations = [...Array(8).keys()].map((bits) =>
        [1, 2, 4].map((bit, i) => (bits & bit ? values[i % values.length] : undefined)),
      );
      await fc.assert(
        fc.asyncProperty(fc.tuple(maybe, maybe, maybe), async ([flag, variable, file]) => {
          const winner = flag ?? variable ?? file;
          expect(await effectOf(name, { flag, variable, file })).toEqual(
            winner === undefined ? fallback : as(winner),
          );
        }),
        { numRuns: 16, examples: combinations.map((one) => [one as [unknown, unknown, unknown]]) },
      );
    },
  );

  test('each lint is a setting of its own', async () => {
    const file = { 'norm-without-bearer': 'off', 'table-gap': 'info', 'names-alike': 'error' };
    const effect = await effectOf(
      'severity',
      { file, variable: { 'table-gap': 'off', 'names-alike': 'warning' }, flag: { 'names-alike': 'info' } },
      (options, own) => severitiesOf(own, options),
    );
    expect(effect).toMatchObject({ 'norm-without-bearer': 'off', 'table-gap': 'off', 'names-alike': 'info' });
  });

  test('has the flag, the option and the default that its commands have', async () => {
    const top = await program();
    const wrong: string[] = [];
    for (const name of SETTING_NAMES) {
      const { commands, flag, option, fallback } = SETTINGS[name] as (typeof SETTINGS)[SettingName] & {
        readonly fallback?: unknown;
      };
      const long = flag.split(',')[0] ?? '';
      for (const each of commands) {
        const command = named(top, each);
        if (!command) {
          wrong.push(`${name}: no command ${each}`);
          continue;
        }
        const it: Option | undefined = command.options.find((o) => o.long === long || o.short === long);
        // rulebooks may be arguments as well
        if (!it && !(name === 'rules' && command.registeredArguments.length > 0))
          wrong.push(`${name}: ${each} has no ${long}`);
        // what is merged with the flag, or weighed otherwise, comes under another name
        if (it && !['severity', 'threshold'].includes(name) && it.attributeName() !== option)
          wrong.push(`${name}: ${each} calls it ${it.attributeName()}`);
        const given: unknown = it?.defaultValue;
        if (given !== undefined && given !== fallback) wrong.push(`${name}: ${each} has ${String(given)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('no command takes such an option without heeding the setting', async () => {
    const long = new Map(SETTING_NAMES.map((name) => [SETTINGS[name].flag.split(',')[0] ?? '', name]));
    const unheeded = allCommands(await program()).flatMap((command) =>
      command.options.flatMap((option) => {
        const name = long.get(option.long ?? '');
        const { parent } = command;
        const called = parent?.parent ? `${parent.name()} ${command.name()}` : command.name();
        return name && command.commands.length === 0 && !SETTINGS[name].commands.includes(called)
          ? [`${called} ${option.long}`]
          : [];
      }),
    );
    // they read no configuration: what they make is made anew
    const without = ['init', 'source lock', 'bench differential'];
    expect(unheeded.filter((one) => !without.some((name) => one.startsWith(`${name} `)))).toEqual([]);
  });
});
