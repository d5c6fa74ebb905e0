import { watch } from 'chokidar';
import { report } from '../diagnostics/report.ts';
import { printable } from '../text/display-width.ts';
import { errorReason } from './error-reason.ts';
import { EXIT } from './exit-code.ts';
import { CASE_FILES, kindOf, RULE_FILES } from './files.ts';
import { folderOf } from './folders.ts';
import { say } from './messages.ts';
import type { Session } from './session.ts';

/** Milliseconds without a change before the run: an editor that saves several files asks for one run. */
const QUIET = 120;

const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/**
 * Runs, and runs again whenever a rule, a case or the lock changes, appears or goes, also while some of them cannot be read,
 * until it is interrupted. Each run is one of its own; the exit code is that of the last.
 */
export async function watchTests(
  session: Session,
  given: readonly string[],
  run: (fresh: Session) => Promise<void>,
): Promise<void> {
  const { io, voice } = session;
  let last = session;
  const once = async (changed: string | undefined): Promise<void> => {
    const fresh = await session.again();
    if (io.outIsTerminal) io.out(CLEAR);
    if (changed !== undefined) fresh.print(say(voice, 'watch.changed', { file: printable(changed) }));
    last = fresh;
    try {
      await run(fresh);
    } catch (error) {
      fresh.emit([report('internal', undefined, { reason: printable(errorReason(error)) })], EXIT.internal);
    }
    fresh.print(say(voice, 'watch.again'));
  };

  const watcher = watch(
    given.map((path) => (kindOf(path) === 'folder' ? path : folderOf(path))),
    {
      ignoreInitial: true,
      ignored: (path, stats) =>
        /(^|[/\\])(\.[^./\\]|node_modules)/.test(path.replace(/^(\.\.?[/\\])+/, '')) ||
        (stats?.isFile() === true && !isWatched(path)),
    },
  );
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  await once(undefined);
  await new Promise<void>((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    let running = false;
    let waiting: string | undefined;
    const go = async (): Promise<void> => {
      if (running) return;
      running = true;
      while (waiting !== undefined) {
        const changed = waiting;
        waiting = undefined;
        await once(changed);
      }
      running = false;
    };
    watcher.on('all', (_event, path) => {
      waiting = path;
      clearTimeout(timer);
      timer = setTimeout(() => void go(), QUIET);
    });
    const stop = (): void => {
      clearTimeout(timer);
      void watcher.close().then(resolve);
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  session.exit(last.code());
}

const isWatched = (path: string): boolean =>
  RULE_FILES.matches(path) || CASE_FILES.matches(path) || path.endsWith('source.lock.json');
