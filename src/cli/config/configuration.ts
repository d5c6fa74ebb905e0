import type { Command } from 'commander';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../text/span.ts';

/** What the environment and the file set for a run, beneath what the command line says. */
export interface Configuration {
  /** Where the rulebooks are. */
  readonly rules?: readonly string[];
  readonly lang?: string;
  readonly script?: string;
  /** What was read, so that places in it can be shown. */
  readonly read: readonly SourceFile[];
  /** What is wrong with it; an error among them ends every command that reads it. */
  readonly diagnostics: readonly Diagnostic[];
  /** Gives a command the settings that are its own and that its command line does not give. */
  readonly apply: (command: Command) => void;
}

export const NOTHING_CONFIGURED: Configuration = { read: [], diagnostics: [], apply: () => {} };
