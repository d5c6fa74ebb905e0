import type { Command } from 'commander';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { SourceFile } from '../../text/span.ts';
import { readText, startOf } from '../files.ts';
import type { Session } from '../session.ts';
import type { Configuration } from './configuration.ts';
import type { FoundConfig } from './find-config.ts';
import { beneath } from './precedence.ts';
import { readConfig } from './read-config.ts';
import { readVariables } from './read-variables.ts';
import { SETTING_NAMES, SETTINGS, type Settings } from './settings.ts';

/** The file that was found and the variables that are set. */
export function loadConfig(
  session: Session,
  found: FoundConfig,
  variables: readonly string[],
): Configuration {
  const file = fromFile(session, found);
  const environment = readVariables(session.io.env, variables);
  const set = <N extends keyof Settings>(name: N) => beneath(name, environment.value, file.value);
  const rules = set('rules');
  const lang = set('lang');
  const script = set('script');
  return {
    ...(rules === undefined ? {} : { rules: typeof rules === 'string' ? [rules] : rules }),
    ...(lang === undefined ? {} : { lang }),
    ...(script === undefined ? {} : { script }),
    read: file.read,
    diagnostics: [...file.diagnostics, ...environment.diagnostics],
    apply: (command) => applySettings(command, set),
  };
}

interface FromFile {
  readonly value: Settings;
  readonly diagnostics: readonly Diagnostic[];
  readonly read: readonly SourceFile[];
}

function fromFile(session: Session, found: FoundConfig): FromFile {
  switch (found.kind) {
    case 'none':
      return { value: {}, diagnostics: [], read: [] };
    case 'several': {
      const [path = '', other = ''] = found.paths;
      return { value: {}, diagnostics: [report('config-twice', startOf(path), { path, other })], read: [] };
    }
    case 'file': {
      const { file, diagnostics } = readText(session, found.path);
      return file ? { ...readConfig(file), read: [file] } : { value: {}, diagnostics, read: [] };
    }
  }
}

/** The name of a command as it is written: `lint`, `source show`. */
function nameOf(command: Command): string {
  const { parent } = command;
  return parent?.parent ? `${parent.name()} ${command.name()}` : command.name();
}

function applySettings(command: Command, set: (name: keyof Settings) => unknown): void {
  const name = nameOf(command);
  const written = command.options.filter((option) => wasWritten(command, option.attributeName()));
  for (const key of SETTING_NAMES) {
    const { option, commands } = SETTINGS[key];
    if (!commands.includes(name) || key === 'rules' || key === 'lang' || key === 'script') continue;
    const value = set(key);
    if (value === undefined || wasWritten(command, option)) continue;
    // what goes with nothing that was asked for has not been asked for either
    if (written.some((one) => conflicts(command, one.attributeName(), option))) continue;
    command.setOptionValueWithSource(option, key === 'reports' ? reportsOf(value, name) : value, 'config');
  }
}

const wasWritten = (command: Command, option: string): boolean =>
  ['cli', 'implied'].includes(command.getOptionValueSource(option) ?? '');

/** What an option excludes is known to the parser alone, which does not look at settings. */
function conflicts(command: Command, written: string, option: string): boolean {
  const excluded = (name: string): readonly string[] =>
    command.options
      .filter((one) => one.attributeName() === name)
      .flatMap((one) => (one as unknown as { readonly conflictsWith: readonly string[] }).conflictsWith);
  return excluded(written).includes(option) || excluded(option).includes(written);
}

const reportsOf = (value: unknown, command: string): readonly string[] =>
  (value as readonly string[]).map((report) => report.replaceAll('{command}', command));
