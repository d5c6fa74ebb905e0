import { spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { type Io, main } from '../../src/cli/main.ts';
import { ROOT } from './run-cli.ts';

/** Keys as a terminal sends them. */
export const KEY = {
  up: '\u001b[A',
  down: '\u001b[B',
  left: '\u001b[D',
  enter: '\r',
  tab: '\t',
  back: '\u001b[Z',
  backspace: '\u007f',
  space: ' ',
  escape: '\u001b',
  interrupt: '\u0003',
  save: '\u0013',
  /** In `sit`: the terminal goes away. */
  hangup: 'hangup',
} as const;

/** Somebody at a terminal: types once what is awaited has been shown since the last key. */
export interface Person {
  /** Waits for a text or pattern that was shown after what was typed last. */
  sees(what: string | RegExp): Promise<void>;
  types(...keys: readonly string[]): Promise<void>;
  /** The exit code, when the program has ended. */
  readonly done: Promise<number>;
  /** All that was shown, without the control sequences. */
  readonly shown: () => string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the control sequences
const CONTROL = /\u001b\[[0-9;?]*[A-Za-z]/g;
const PATIENCE = 20_000;

function person(write: (keys: string) => void, done: Promise<number>) {
  let shown = '';
  let from = 0;
  const heard = (text: string): void => {
    shown += text;
  };
  const sees = async (what: string | RegExp): Promise<void> => {
    const started = Date.now();
    for (;;) {
      const fresh = shown.slice(from).replace(CONTROL, '');
      if (typeof what === 'string' ? fresh.includes(what) : what.test(fresh)) return;
      if (Date.now() - started > PATIENCE) throw new Error(`never shown: ${what}\n${fresh}`);
      await new Promise((next) => setTimeout(next, 5));
    }
  };
  const types = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      from = shown.length;
      write(key);
      // an escape is told from the beginning of a sequence by what follows
      await new Promise((next) => setTimeout(next, key === KEY.escape ? 80 : 8));
    }
  };
  const one: Person = { sees, types, done, shown: () => shown.replace(CONTROL, '') };
  return { one, heard };
}

/** The program in this process, with streams for a terminal; works in the process's own folder. */
export function sit(
  args: readonly string[],
  more: Partial<Io> = {},
): Person & { readonly err: () => string } {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { columns: 80, rows: 24 });
  let err = '';
  let leave = () => {};
  const io: Io = {
    env: { LANG: 'zh_TW.UTF-8', ZHUNSHENG_CACHE: '' },
    outIsTerminal: false,
    errIsTerminal: false,
    out: (text) => void output.write(text),
    err: (text) => {
      err += text;
    },
    stdin: () => new Uint8Array(),
    now: () => Date.UTC(2026, 9, 12),
    packageRoot: ROOT,
    terminal: () => ({
      input,
      output,
      onHangup: (then) => {
        leave = then;
        return () => {};
      },
    }),
    ...more,
  };
  const done = main(args, io);
  const { one, heard } = person((keys) => (keys === KEY.hangup ? leave() : void input.write(keys)), done);
  output.on('data', (chunk) => heard(String(chunk)));
  return { ...one, err: () => err };
}

/** The built program under a pseudo-terminal of 80 columns and 24 rows (`script` of util-linux). */
export function sitAtTerminal(cwd: string, args: readonly string[]): Person {
  const quoted = [process.execPath, `${ROOT}/bin/zhunsheng.js`, ...args].map(
    (a) => `'${a.replaceAll("'", `'\\''`)}'`,
  );
  const child = spawn('script', ['-qfec', `stty cols 80 rows 24; exec ${quoted.join(' ')}`, '/dev/null'], {
    cwd,
    env: { PATH: process.env.PATH, LANG: 'zh_TW.UTF-8', TERM: 'xterm' },
  });
  const done = new Promise<number>((end, fail) => {
    child.on('error', fail);
    child.on('close', (code) => end(code ?? -1));
  });
  const { one, heard } = person((keys) => void child.stdin.write(keys), done);
  child.stdout.setEncoding('utf8').on('data', heard);
  child.stderr.setEncoding('utf8').on('data', heard);
  return one;
}
