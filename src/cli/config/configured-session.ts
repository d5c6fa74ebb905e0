import type { Language } from '../../report/voice.ts';
import {
  inScript,
  languageFromLocale,
  languageFromOption,
  type ScriptChoice,
  scriptFromOption,
} from '../language.ts';
import { makeSession, type Session } from '../session.ts';
import type { Configuration } from './configuration.ts';
import type { FoundConfig } from './find-config.ts';
import { loadConfig } from './load-config.ts';

/** The session of a run with a configuration: it speaks the language that is set there, unless the command line says another. */
export async function configuredSession(
  first: Session,
  found: FoundConfig,
  variables: readonly string[],
  given: { readonly language?: Language | undefined; readonly script?: ScriptChoice | undefined },
): Promise<{ readonly session: Session; readonly configuration: Configuration }> {
  const configuration = loadConfig(first, found, variables);
  const { io } = first;
  const script = given.script ?? scriptFromOption(configuration.script) ?? 'as-written';
  const language =
    given.language ??
    (configuration.lang === undefined ? undefined : languageFromOption(configuration.lang)) ??
    languageFromLocale(io.env);
  const session = await makeSession(io, inScript(language, script), script, configuration.rules);
  // places in the configuration are shown by the session that tells them
  for (const file of configuration.read) session.sources.add(file);
  return { session, configuration };
}
