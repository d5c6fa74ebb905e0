import type { Readable, Writable } from 'node:stream';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnosticLines } from '../report/diagnostic-pretty.ts';
import { makeSourceTable, type SourceTable } from '../report/source-table.ts';
import { makeVoice, type Voice } from '../report/voice.ts';
import { EXIT, type ExitCode, graver } from './exit-code.ts';
import type { LanguageChoice, ScriptChoice } from './language.ts';

/** A terminal that somebody sits at. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  /** Calls `leave` when the terminal goes away or the process is told to end; gives what takes that back. */
  readonly onHangup: (leave: () => void) => () => void;
}

/** The world as the commands see it; tests give their own. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** How many columns the diagnostics may take; unknown where nobody watches. */
  readonly columns?: number | undefined;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** All of standard input, at most `limit` bytes and one more. */
  readonly stdin: (limit: number) => Uint8Array;
  /** Absent where input or output is a file or a pipe. */
  readonly terminal?: () => Terminal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The folder that holds bin/, dist/ and rules/. */
  readonly packageRoot: string;
}

/** One run of one command: where it speaks, what it has read, the exit code so far. */
export interface Session {
  readonly io: Io;
  readonly voice: Voice;
  /** As `voice`, in the colours of standard error. */
  readonly errVoice: Voice;
  readonly sources: SourceTable;
  /** Where the rulebooks are, by the environment or the configuration. */
  readonly rules?: readonly string[];
  /** Lines to be read by people, in the script that was asked for. */
  print(...lines: readonly string[]): void;
  /** Lines to be read by programs, as they are. */
  data(...lines: readonly string[]): void;
  /** A text in the script that was asked for. */
  readonly script: (text: string) => string;
  /** Prints diagnostics to stderr; an error among them sets the exit code. */
  emit(diagnostics: readonly Diagnostic[], onError: ExitCode): void;
  exit(code: ExitCode): void;
  readonly code: () => ExitCode;
  /** Numbers of the errors that were told, each once, in their order. */
  readonly errors: () => readonly string[];
  /** A run of its own that speaks to the same reader: nothing read yet, nothing wrong yet. */
  readonly again: () => Promise<Session>;
}

/** Past this many diagnostics only their number is given. */
const MAX_PRINTED = 500;

export async function makeSession(
  io: Io,
  language: LanguageChoice,
  script: ScriptChoice = 'as-written',
  rules?: readonly string[],
): Promise<Session> {
  const scripts =
    language === 'zh-Hans' || script !== 'as-written' ? await import('./scripts.ts') : undefined;
  const simplify = language === 'zh-Hans' ? scripts?.simplified : undefined;
  const convert = scripts?.conversion(script) ?? ((text: string) => text);
  const colour = (terminal: boolean) => terminal && (io.env.NO_COLOR ?? '') === '' && io.env.TERM !== 'dumb';
  const voice = makeVoice(language, colour(io.outIsTerminal), simplify);
  const errVoice = makeVoice(language, colour(io.errIsTerminal), simplify);
  const sources = makeSourceTable();
  let code: ExitCode = EXIT.clean;
  let printed = 0;
  const errors = new Set<string>();
  return {
    io,
    voice,
    errVoice,
    sources,
    ...(rules === undefined ? {} : { rules }),
    script: convert,
    print: (...lines) => io.out(convert(lines.map((line) => `${line}\n`).join(''))),
    data: (...lines) => io.out(lines.map((line) => `${line}\n`).join('')),
    emit(diagnostics, onError) {
      const lines: string[] = [];
      for (const diagnostic of diagnostics) {
        // what is about the run itself, and not about a place in a text, is always told
        if (diagnostic.span === undefined || printed++ < MAX_PRINTED)
          lines.push(...diagnosticLines(diagnostic, sources, errVoice));
        else if (printed === MAX_PRINTED + 1) lines.push('…');
      }
      io.err(lines.map((line) => `${line}\n`).join(''));
      for (const d of diagnostics) if (d.severity === 'error') errors.add(d.id);
      if (diagnostics.some((d) => d.severity === 'error')) code = graver(code, onError);
    },
    exit: (next) => {
      code = graver(code, next);
    },
    code: () => code,
    errors: () => [...errors],
    again: () => makeSession(io, language, script, rules),
  };
}
