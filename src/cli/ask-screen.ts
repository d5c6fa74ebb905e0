import { isCancel, Prompt, TextPrompt } from '@clack/core';
import type { Voice } from '../report/voice.ts';
import { WORD } from '../report/wording.ts';
import { clip } from '../text/display-width.ts';
import { makeList } from './ask-list.ts';
import { say } from './messages.ts';
import type { Terminal } from './session.ts';

/** What somebody did instead of answering. */
export type Gesture = 'back' | 'skip' | 'save' | 'leave';
export type Reply<T> = { readonly did: 'answer'; readonly value: T } | { readonly did: Gesture };

/** What stands above the answers: the first line says what is asked, the others what for. */
export interface Asking {
  readonly progress?: string;
  readonly title: string;
  readonly about?: readonly string[];
  /** Without it there is nothing to go back to. */
  readonly back: boolean;
  /** Whether it may be left open. */
  readonly skip: boolean;
  /** There is nothing to save yet. */
  readonly unsaved?: true;
}
export interface Option<T> {
  readonly value: T;
  readonly label: string;
  readonly note?: string;
  /** Further spellings that the option is found by. */
  readonly spellings?: readonly string[];
}

/** The three ways to ask: one of several, any of several, something typed. */
export interface Screen {
  choose<T>(asking: Asking, options: readonly Option<T>[], initial?: number): Promise<Reply<T>>;
  tick<T>(asking: Asking, options: readonly Option<T>[]): Promise<Reply<readonly T[]>>;
  /** `problem` is asked while the text is not in order; `fix` is a text that would be. */
  type(
    asking: Asking,
    check: (text: string) => Problem | undefined,
    initial?: string,
  ): Promise<Reply<string>>;
  note(...lines: readonly string[]): void;
  close(): void;
}
export interface Problem {
  readonly lines: readonly string[];
  readonly fix?: string;
}

/**
 * Questions on a terminal, one at a time; an answered one shrinks to a line. `convert` puts what is shown into the script
 * that was asked for, `fold` brings what is typed and what it may mean into one spelling.
 */
export function makeScreen(
  terminal: Terminal,
  voice: Voice,
  convert: (text: string) => string,
  fold: (text: string) => string,
): Screen {
  const { input, output } = terminal;
  let gone = false;
  /** Of the prompt that is shown: each listens to its own. */
  let current = new AbortController();
  const release = terminal.onHangup(() => {
    gone = true;
    current.abort();
  });
  const columns = (): number => Math.max(20, (output as { columns?: number }).columns || 80);
  const rows = (): number => (output as { rows?: number }).rows || 24;

  /** Runs one prompt; `keys` may end it with a gesture or an answer. */
  async function run<T>(
    asking: Asking,
    typed: string | undefined,
    view: (state: { readonly text: string; readonly cursor: number }) => readonly string[],
    keys: (key: Key, text: string) => Reply<T> | undefined,
    answerText: (value: T) => string,
  ): Promise<Reply<T>> {
    if (gone) return { did: 'leave' };
    current = new AbortController();
    let reply: Reply<T> | undefined;
    const settings = {
      input,
      output,
      signal: current.signal,
      // Enter is only taken where `keys` took it
      validate: () => (reply ? undefined : ' '),
    };
    const frame = (state: string, text: string, cursor: number): string => {
      if (reply) return finished(asking, reply, answerText);
      if (state === 'cancel') return finished(asking, { did: 'leave' }, answerText);
      return convert([...head(asking), ...view({ text, cursor })].join('\n'));
    };
    const prompt: Prompt<string> =
      typed === undefined
        ? new Prompt<string>(
            {
              ...settings,
              render() {
                return frame(this.state, '', 0);
              },
            },
            false,
          )
        : new TextPrompt({
            ...settings,
            initialUserInput: typed,
            render() {
              return frame(this.state, this.userInput, this.cursor);
            },
          });
    prompt.on('key', (char, info) => {
      const key: Key = {
        char: char ?? '',
        name: info.name ?? '',
        ctrl: info.ctrl === true,
        shift: info.shift === true,
      };
      reply = gesture(key, asking) ?? keys(key, prompt.userInput);
      if (reply) prompt.state = 'submit';
    });
    const result = await prompt.prompt();
    return isCancel(result) || !reply ? { did: 'leave' } : reply;
  }

  function head({ progress, title, about = [] }: Asking): readonly string[] {
    const width = columns() - 1;
    return [
      ...(progress === undefined ? [] : [voice.paint('dim', clip(progress, width))]),
      `${voice.paint('cyan', '?')} ${voice.paint('bold', title)}`,
      ...about.map((line) => `  ${line}`),
    ];
  }
  function finished<T>(asking: Asking, reply: Reply<T>, answerText: (value: T) => string): string {
    const mark = {
      answer: ['green', '✓'],
      back: ['dim', '↑'],
      skip: ['yellow', '·'],
      save: ['dim', '·'],
      leave: ['dim', '·'],
    } as const;
    const [style, sign] = mark[reply.did];
    const said =
      reply.did === 'answer'
        ? answerText(reply.value)
        : reply.did === 'skip'
          ? say(voice, 'ask.unknown')
          : '';
    return convert(`${voice.paint(style, sign)} ${asking.title}  ${voice.paint('bold', said)}`.trimEnd());
  }
  const hints = (asking: Asking, ...own: readonly string[]): string =>
    voice.paint(
      'dim',
      [
        ...own,
        ...(asking.back ? [say(voice, 'ask.keys.back')] : []),
        ...(asking.unsaved ? [] : [say(voice, 'ask.keys.save')]),
        say(voice, asking.unsaved ? 'ask.keys.quit' : 'ask.keys.leave'),
      ].join(voice.language === 'en' ? ' · ' : '　'),
    );

  function pick<T>(
    asking: Asking,
    options: readonly Option<T>[],
    initial: number,
    many: boolean,
  ): Promise<Reply<readonly T[]>> {
    const list = makeList({ asking, options, initial, many, voice, fold });
    const labels = (values: readonly T[]): string =>
      options
        .filter((o) => values.includes(o.value))
        .map((o) => o.label)
        .join(voice.say(WORD.sequence)) || say(voice, 'ask.none');
    return run(
      asking,
      undefined,
      () => [...list.lines(columns(), rows() - head(asking).length - 4), hints(asking, ...list.keys)],
      list.press,
      labels,
    );
  }

  return {
    async choose(asking, options, initial = 0) {
      const reply = await pick(asking, options, initial, false);
      if (reply.did !== 'answer') return reply;
      const [value] = reply.value;
      return value === undefined ? { did: 'leave' } : { did: 'answer', value };
    },
    tick: (asking, options) => pick(asking, options, 0, true),
    type(asking, check, initial) {
      let problem: Problem | undefined;
      let entered = false;
      return run<string>(
        asking,
        initial ?? '',
        ({ text, cursor }) => {
          if (!entered) problem = undefined;
          const before = text.slice(0, cursor);
          const under = [...text.slice(cursor)][0] ?? ' ';
          const after = text.slice(cursor + (text.length > cursor ? under.length : 0));
          return [
            `${voice.paint('cyan', '❯')} ${before}\u001b[7m${under}\u001b[27m${after}`,
            ...(problem
              ? problem.lines.map((line, i) => voice.paint('red', `${i === 0 ? '✗' : ' '} ${line}`))
              : []),
            ...(problem?.fix === undefined
              ? []
              : [voice.paint('cyan', `  ${say(voice, 'ask.keys.fix', { text: problem.fix })}`)]),
            hints(asking, say(voice, 'ask.keys.type'), ...(asking.skip ? [say(voice, 'ask.keys.skip')] : [])),
          ];
        },
        (key, text) => {
          if (key.name === 'tab' && problem?.fix !== undefined) {
            const { fix } = problem;
            problem = check(fix);
            return problem ? undefined : { did: 'answer', value: fix };
          }
          if (key.name !== 'return') {
            // what was wrong is said until something else is typed
            entered = entered && key.char === '';
            return undefined;
          }
          if (text.trim() === '' && asking.skip) return { did: 'skip' };
          problem = check(text);
          entered = problem !== undefined;
          return problem ? undefined : { did: 'answer', value: text.trim() };
        },
        (value) => value,
      );
    },
    note: (...lines) => void output.write(lines.map((line) => `${convert(line)}\n`).join('')),
    close: release,
  };
}

/** One key, or what was typed with one. */
export interface Key {
  readonly char: string;
  readonly name: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

/** Esc and Ctrl-C end a prompt by themselves. */
function gesture({ name, ctrl, shift }: Key, { back }: Asking): { readonly did: Gesture } | undefined {
  if (name === 'tab' && shift && back) return { did: 'back' };
  if (ctrl && name === 's') return { did: 'save' };
  if (ctrl && name === 'd') return { did: 'leave' };
  return undefined;
}
