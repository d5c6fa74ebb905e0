import type { Bilingual } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { printable } from '../text/display-width.ts';
import { type Configuration, NOTHING_CONFIGURED } from './config/configuration.ts';
import { findConfig, settingVariables } from './config/find-config.ts';
import { errorReason } from './error-reason.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import {
  findOption,
  inScript,
  languageFromLocale,
  languageFromOption,
  scriptFromOption,
} from './language.ts';
import { ALLOWED, BAD_LANGUAGE, BAD_SCRIPT, DID_YOU_MEAN, NO_COMMAND, say, USAGE } from './messages.ts';
import { CONFIG_BROKEN, makeProgram } from './program.ts';
import { type Io, makeSession, type Session } from './session.ts';

export { nodeIo } from './node-io.ts';
export type { Io } from './session.ts';

/** Runs one command line; never throws. The result is the exit code. */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const written = findOption(args, '--lang');
  const chosen = written === undefined ? undefined : languageFromOption(written);
  const writtenScript = findOption(args, '--script');
  const script = scriptFromOption(writtenScript);
  const language = inScript(chosen ?? languageFromLocale(io.env), script ?? 'as-written');
  let session = await makeSession(io, language, script);
  try {
    if (written !== undefined && chosen === undefined) {
      usage(session, BAD_LANGUAGE, written);
      return session.code();
    }
    if (script === undefined) {
      usage(session, BAD_SCRIPT, writtenScript ?? '');
      return session.code();
    }
    const found = findConfig(args, io.env);
    const variables = settingVariables(io.env);
    if (found.kind === 'none' && variables.length === 0) await run(session, args, NOTHING_CONFIGURED);
    else {
      const { configuredSession } = await import('./config/configured-session.ts');
      const given = { language: chosen, script: writtenScript === undefined ? undefined : script };
      const configured = await configuredSession(session, found, variables, given);
      session = configured.session;
      await run(session, args, configured.configuration);
    }
    adviseExplain(session);
  } catch (error) {
    session.emit([report('internal', undefined, { reason: printable(errorReason(error)) })], EXIT.internal);
    if ((io.env.ZHUNSHENG_DEBUG ?? '') !== '' && error instanceof Error) io.err(`${error.stack}\n`);
  }
  return session.code();
}

/** Somebody who sits at a terminal is told where more is said about the first errors. */
function adviseExplain({ io, errVoice, errors }: Session): void {
  const codes = errors().slice(0, MOST_ADVISED).join(' ');
  if (io.errIsTerminal && codes !== '')
    io.err(`${errVoice.paint('dim', say(errVoice, 'explain.more', { codes }))}\n`);
}
const MOST_ADVISED = 3;

async function run(session: Session, args: readonly string[], configuration: Configuration): Promise<void> {
  const program = makeProgram(session, configuration);
  if (args.length === 0 || onlyLanguage(args)) {
    usage(session, NO_COMMAND, '');
    return;
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    const code = commanderCode(error);
    if (code === undefined) throw error;
    if (code === CONFIG_BROKEN) return;
    // --help and --version have printed what was asked for
    if (code === 'commander.helpDisplayed' || code === 'commander.version') return;
    const known = Object.hasOwn(USAGE, code) ? USAGE[code] : undefined;
    usage(session, known ?? NO_COMMAND, wordOf(error), error instanceof Error ? error.message : '');
  }
}

function usage(session: Session, text: Bilingual, word: string, message = ''): void {
  const fill = (template: Bilingual, value: string): Bilingual => ({
    zh: template.zh.replace('{word}', () => value),
    en: template.en.replace('{word}', () => value),
  });
  const near = /\(Did you mean (?:one of )?([^?]*)\?\)/.exec(message)?.[1];
  const allowed = /Allowed choices are ([^.]*)\./.exec(message)?.[1];
  const hint = near ? fill(DID_YOU_MEAN, near) : allowed ? fill(ALLOWED, allowed) : undefined;
  session.emit([report('usage', undefined, fill(text, word), { hint })], EXIT.usage);
}

const onlyLanguage = (args: readonly string[]): boolean =>
  args.every(
    (arg, i) =>
      /^--(lang|script|config|no-config)/.test(arg) || /^--(lang|script|config)$/.test(args[i - 1] ?? ''),
  );

function commanderCode(error: unknown): string | undefined {
  const code = (error as { readonly code?: unknown } | undefined)?.code;
  return typeof code === 'string' && /^(commander|zhunsheng)\./.test(code) ? code : undefined;
}

/** The parser quotes what it complains about: `error: unknown option '--foo'`. */
function wordOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  return /argument '([^']*)' is invalid/.exec(message)?.[1] ?? /'([^']*)'/.exec(message)?.[1] ?? message;
}
