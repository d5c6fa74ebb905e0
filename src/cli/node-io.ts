import { readSync } from 'node:fs';
import { isatty } from 'node:tty';
import type { Io, Terminal } from './session.ts';

/** The real world. `packageRoot` is found by bin/zhunsheng.js, which knows where it is. */
export function nodeIo(packageRoot: string): Io {
  // a reader that closes the pipe (`… | head`) is no error of ours
  const quiet = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  };
  process.stdout.on('error', quiet);
  process.stderr.on('error', quiet);
  return {
    env: process.env,
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    columns: process.stderr.columns ?? columnsOf(process.env.COLUMNS),
    out: (text) => void (text !== '' && process.stdout.write(text)),
    err: (text) => void (text !== '' && process.stderr.write(text)),
    stdin: (limit) => readUpTo(0, limit),
    ...(isatty(0) && isatty(1) ? { terminal } : {}),
    now: () => Date.now(),
    packageRoot,
  };
}

const columnsOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;

function terminal(): Terminal {
  return {
    input: process.stdin,
    output: process.stdout,
    onHangup(leave) {
      const signals = ['SIGHUP', 'SIGTERM'] as const;
      for (const signal of signals) process.on(signal, leave);
      process.stdin.on('end', leave);
      return () => {
        for (const signal of signals) process.off(signal, leave);
        process.stdin.off('end', leave);
        // an input that is still read would keep the process alive
        process.stdin.pause();
      };
    },
  };
}

/** Reads a descriptor of unknown length; stops one byte past the limit, so that the caller sees the excess. */
export function readUpTo(descriptor: number, limit: number): Uint8Array {
  const chunks: Buffer[] = [];
  let total = 0;
  while (total <= limit) {
    const chunk = Buffer.alloc(Math.min(65_536, limit + 1 - total));
    let read: number;
    try {
      read = readSync(descriptor, chunk, 0, chunk.length, null);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EAGAIN') continue;
      if (code === 'EOF') break;
      throw error;
    }
    if (read === 0) break;
    chunks.push(chunk.subarray(0, read));
    total += read;
  }
  return Buffer.concat(chunks);
}
