import * as z from 'zod';
import { LINT_CODES } from '../../diagnostics/catalogue/lint.ts';
import { PROOF_LINT_CODES } from '../../diagnostics/catalogue/proof-lint.ts';
import type { Bilingual } from '../../diagnostics/diagnostic.ts';
import { ENGINE_NAMES } from '../../engine/engine.ts';
import type { LintLevel, LintName } from '../../lint/lints.ts';
import { REPORT_FORMAT_NAMES } from '../report-formats.ts';

/** How a setting is written in an environment variable. */
export type VariableForm = 'text' | 'paths' | 'names' | 'switch' | 'number' | 'pairs' | 'threshold';

/** One thing that can be set: on the command line, in the environment, in the file. */
export interface Setting<S extends z.ZodType = z.ZodType> {
  /** Its place in the file, which also names its variable: `lint.maxWarnings`, `ZHUNSHENG_LINT_MAX_WARNINGS`. */
  readonly path: readonly [string] | readonly [string, string];
  readonly shape: S;
  readonly variable: VariableForm;
  /** As it is written on the command line. */
  readonly flag: string;
  /** The commands that heed it. */
  readonly commands: readonly string[];
  /** Under which name they are given it. */
  readonly option: string;
  /** What holds where nobody says anything; absent: nothing. */
  readonly fallback?: z.output<S>;
  readonly about: Bilingual;
}

// `error` is the word by which what is expected is told (EXPECTED in config-problems.ts)
const path = z.string().regex(/\S/, { error: 'path' });
const between = (number: z.ZodNumber, least: number, most: number) =>
  number.min(least, { error: `${least}–${most}` }).max(most, { error: `${least}–${most}` });
const percent = () => between(z.number(), 0, 100);
const someOf = <K extends string, S extends z.ZodType>(keys: readonly K[], value: S) =>
  z.strictObject(
    Object.fromEntries(keys.map((key) => [key, value.optional()])) as Record<K, z.ZodOptional<S>>,
  );

// the names without the lints themselves, which nobody needs here
const LINTS = [...Object.keys(LINT_CODES), ...Object.keys(PROOF_LINT_CODES)].sort() as readonly LintName[];
const LEVELS = ['off', 'info', 'warning', 'error'] as const satisfies readonly LintLevel[];
export const THRESHOLDS = ['norm', 'condition', 'row', 'exception', 'reading', 'mutation'] as const;
// those that every command has
export const REPORTS = ['pretty', 'json', ...REPORT_FORMAT_NAMES] as const;

const both = (zh: string, en: string): Bilingual => ({ zh, en });
const setting = <S extends z.ZodType>(it: Setting<S>): Setting<S> => it;

const CASES = ['check', 'explain', 'why-not', 'ask'];
const BOOKS = ['validate', 'lint', 'test', 'fmt', 'graph', 'export', 'schema'];
const OF_SOURCE = ['source verify', 'source show', 'source coverage', 'source export'];
export const ALL_COMMANDS: readonly string[] = [...CASES, ...BOOKS, ...OF_SOURCE];

/** Everything that can be set. The schema of the file, the variables, the table in the README are made from this. */
export const SETTINGS = {
  rules: setting({
    path: ['rules'],
    shape: z.union([path, z.array(path).min(1, { error: 'paths' })], { error: 'paths' }),
    variable: 'paths',
    flag: '--rules, DIR…',
    commands: ALL_COMMANDS,
    option: 'rules',
    about: both('規則庫：資料夾、檔案或樣式', 'rulebooks: folders, files or globs'),
  }),
  source: setting({
    path: ['source'],
    shape: path,
    variable: 'text',
    flag: '--source',
    commands: [
      'check',
      'validate',
      'lint',
      'explain',
      'export',
      'source show',
      'source coverage',
      'source export',
    ],
    option: 'source',
    about: both('正式文本', 'the official text'),
  }),
  requireSource: setting({
    path: ['requireSource'],
    shape: z.boolean(),
    variable: 'switch',
    flag: '--require-source',
    commands: ['validate'],
    option: 'requireSource',
    fallback: false,
    about: both(
      '未與正式文本核對即為錯誤',
      'words that were not compared with the official text are an error',
    ),
  }),
  lang: setting({
    path: ['lang'],
    shape: z.enum(['zh', 'zh-Hant', 'zh-Hans', 'en']),
    variable: 'text',
    flag: '--lang',
    commands: ALL_COMMANDS,
    option: 'lang',
    about: both('輸出語言（預設依語系）', 'language of the output (default: from the locale)'),
  }),
  script: setting({
    path: ['script'],
    shape: z.enum(['hans', 'hant']),
    variable: 'text',
    flag: '--script',
    commands: ALL_COMMANDS,
    option: 'script',
    about: both('所印的字體', 'the script of all that is printed'),
  }),
  reports: setting({
    path: ['reports'],
    shape: z.array(
      z.union(
        [
          z.string().regex(new RegExp(`^(?:${REPORTS.join('|')})=.*\\S`), { error: 'report' }),
          z.strictObject({ format: z.enum(REPORTS), path }),
        ],
        { error: 'report' },
      ),
    ),
    variable: 'paths',
    flag: '-o',
    commands: ['check', 'validate', 'lint', 'test'],
    option: 'output',
    about: both(
      '另寫的報告：「格式=路徑」，「{command}」代命令名',
      'reports to write as well: "format=path"; "{command}" stands for the name of the command',
    ),
  }),
  onUnknown: setting({
    path: ['check', 'onUnknown'],
    shape: z.enum(['fail', 'warn', 'pass']),
    variable: 'text',
    flag: '--on-unknown',
    commands: ['check'],
    option: 'onUnknown',
    fallback: 'fail',
    about: both('待定時如何結束', 'how to end when undetermined'),
  }),
  engine: setting({
    path: ['check', 'engine'],
    shape: z.enum(ENGINE_NAMES),
    variable: 'text',
    flag: '--engine',
    commands: ['check'],
    option: 'engine',
    fallback: 'compiled',
    about: both('判讀的引擎', 'the engine that decides'),
  }),
  severity: setting({
    path: ['lint', 'severity'],
    shape: someOf(LINTS, z.enum(LEVELS)),
    variable: 'pairs',
    flag: '--severity',
    commands: ['lint'],
    option: 'configured',
    about: both('各項檢視多重，逐項覆蓋', 'how grave each lint is; each lint is a setting of its own'),
  }),
  only: setting({
    path: ['lint', 'only'],
    shape: z.array(z.enum(LINTS)).min(1, { error: 'names' }),
    variable: 'names',
    flag: '--only',
    commands: ['lint'],
    option: 'only',
    about: both('只檢視這些', 'only these lints'),
  }),
  maxWarnings: setting({
    path: ['lint', 'maxWarnings'],
    shape: between(z.int(), 0, 999),
    variable: 'number',
    flag: '--max-warnings',
    commands: ['lint'],
    option: 'maxWarnings',
    about: both('警告多於此數即以 1 結束', 'more warnings than this end with 1'),
  }),
  coverage: setting({
    path: ['test', 'coverage'],
    shape: z.boolean(),
    variable: 'switch',
    flag: '--coverage',
    commands: ['test'],
    option: 'coverage',
    fallback: false,
    about: both('量例的涵蓋', 'measure how much the examples try'),
  }),
  mutate: setting({
    path: ['test', 'mutate'],
    shape: z.boolean(),
    variable: 'switch',
    flag: '--mutate',
    commands: ['test'],
    option: 'mutate',
    fallback: false,
    about: both(
      '逐處改動規則，看例是否察覺',
      'change the rules place by place and see whether the examples notice',
    ),
  }),
  threshold: setting({
    path: ['test', 'threshold'],
    shape: z.union([percent(), someOf(THRESHOLDS, percent())], { error: 'threshold' }),
    variable: 'threshold',
    flag: '--threshold',
    commands: ['test'],
    option: 'gates',
    about: both('低於此百分比即以 1 結束', 'fewer per cent than this end with 1'),
  }),
  failOnEmpty: setting({
    path: ['test', 'failOnEmpty'],
    shape: z.boolean(),
    variable: 'switch',
    flag: '--fail-on-empty',
    commands: ['test'],
    option: 'failOnEmpty',
    fallback: true,
    about: both('沒有例可跑即為錯誤', 'nothing to run is an error'),
  }),
  dialect: setting({
    path: ['fmt', 'dialect'],
    shape: z.enum(['zh-Hant', 'zh-Hans', 'en']),
    variable: 'text',
    flag: '--dialect',
    commands: ['fmt'],
    option: 'dialect',
    about: both('關鍵字的寫法', 'how keywords are spelt'),
  }),
} as const;

export type SettingName = keyof typeof SETTINGS;
export type SettingValue<N extends SettingName> = z.output<(typeof SETTINGS)[N]['shape']>;
/** What one of the sources sets. */
export type Settings = { readonly [N in SettingName]?: SettingValue<N> | undefined };

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

/** `['lint', 'maxWarnings']` → `ZHUNSHENG_LINT_MAX_WARNINGS`. */
export const variableOf = (it: Pick<Setting, 'path'>): string =>
  `ZHUNSHENG_${it.path.map((key) => key.replace(/[A-Z]/g, (c) => `_${c}`).toUpperCase()).join('_')}`;
