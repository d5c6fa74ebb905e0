import { type AskOptions, asker } from '../analyse/ask.ts';
import type { Goal } from '../analyse/question.ts';
import { chinaCalendar } from '../calendar/china.ts';
import { formatDate } from '../calendar/date.ts';
import { nameKey } from '../check/canonical-name.ts';
import { didYouMean, report } from '../diagnostics/report.ts';
import { compiledEngine } from '../engine/compiled/compiled.ts';
import type { Case } from '../facts/case.ts';
import { newCaseText, withAnswer } from '../facts/case-editor.ts';
import { lookupOf } from '../facts/lookup.ts';
import { readCases } from '../facts/read-cases.ts';
import { printable } from '../text/display-width.ts';
import type { SourceFile } from '../text/span.ts';
import { type CaseFile, fileNameOf, openCaseFile } from './ask-file.ts';
import { interview } from './ask-interview.ts';
import { askJson } from './ask-json.ts';
import { kindOption } from './ask-matters.ts';
import { makeScreen, type Screen } from './ask-screen.ts';
import { asOfOption, printPretty } from './check-command.ts';
import { openForCheck } from './check-rulebook.ts';
import { EXIT } from './exit-code.ts';
import { decodeContent, kindOf, readContent } from './files.ts';
import { say } from './messages.ts';
import { resolveNorm, withNorm } from './norm-option.ts';
import type { UsableRulebook } from './rulebook.ts';
import type { Session } from './session.ts';
import { today } from './today.ts';

export interface AskCommandOptions {
  readonly rules?: readonly string[];
  readonly kind?: string;
  readonly asOf?: string;
  readonly norm?: string;
  readonly all?: boolean;
  readonly json?: boolean;
  readonly output?: string;
  readonly force?: boolean;
}
/** A case file as it is before the first question: read, or made anew. */
interface Begun {
  readonly file: SourceFile;
  readonly target: CaseFile;
}

/** The interview, or with `--json` its questions. The verdict does not change the exit code: for that there is `check`. */
export async function askCommand(
  session: Session,
  path: string | undefined,
  options: AskCommandOptions,
): Promise<void> {
  const terminal = session.io.terminal?.();
  if (!options.json && (terminal === undefined || path === '-'))
    return session.emit([report('ask-needs-terminal', undefined, {})], EXIT.usage);
  if (options.json && path === undefined && options.kind === undefined)
    return session.emit([report('ask-needs-case', undefined, {})], EXIT.usage);
  if (path !== undefined && options.kind !== undefined)
    return session.emit([report('ask-kind-with-case', undefined, { path })], EXIT.usage);
  const asOf = asOfOption(session, options.asOf);
  if (asOf === 'wrong') return;
  const rulebook = await openForCheck(session, options.rules, path === undefined ? [] : [path]);
  if (!rulebook) return;
  const norm = resolveNorm(session, rulebook, options.norm);
  if (norm === 'wrong') return;
  const kind = kindOptionOf(session, rulebook, options.kind);
  if (kind === 'wrong') return;
  const goal: Goal = norm === undefined ? { kind: options.all ? 'all' : 'case' } : { kind: 'norm', norm };
  const settings: AskOptions = { asOf: asOf ?? today(session.io.now()), calendar: chinaCalendar(), goal };
  const { model, plan, program } = rulebook;
  const ask = asker(model, plan, program && compiledEngine(plan, program));
  /** A date asked for on the command line wins over the case's own. */
  const dated = (kase: Case): Case => (asOf === undefined ? kase : { ...kase, asOf });

  const read = path === undefined ? undefined : readCase(session, path, rulebook, options.json !== true);
  if (path !== undefined && read === undefined) return;
  if (options.json) {
    const text = newCaseText('case.yaml', kind ?? '', kind ?? '');
    const kase = read ? read.kase : readCases({ name: 'case.yaml', text }, model).value[0];
    if (!kase) return;
    const asked = ask(dated(kase), settings);
    session.data(JSON.stringify(askJson(asked, dated(kase), rulebook, settings), null, 2));
    return;
  }
  if (!terminal) return;
  const known = read && sameFile(options.output, path) ? read.bytes : undefined;
  const target = path ?? options.output;
  const checked =
    target === undefined
      ? undefined
      : openCaseFile(session, options.output ?? target, known, options.force ?? false);
  if (target !== undefined && !checked) return;
  const held: { text?: string; target?: CaseFile } = {};
  const screen = saving(makeScreen(terminal, session.voice, session.script, lookupOf(model).key), () => {
    if (held.text !== undefined && held.target?.save(held.text) === 'saved')
      screen.note(say(session.voice, 'ask.saved', { path: printable(held.target.path) }));
  });
  try {
    const begun =
      read && checked
        ? { file: read.file, target: checked }
        : await begin(session, screen, rulebook, kind, asOf, checked, options.force ?? false);
    if (begun === 'wrong') return;
    if (!begun) return screen.note(say(session.voice, 'ask.notSaved'));
    held.target = begun.target;
    const { text, left } = await interview(
      {
        model,
        plan,
        ask: (kase, o) => ask(dated(kase), o),
        options: settings,
        screen,
        voice: session.voice,
        keep: (now) => {
          held.text = now;
        },
      },
      begun.file,
    );
    finish(session, begun, text, read !== undefined && text === begun.file.text, left);
    const file: SourceFile = { name: begun.target.path, text };
    session.sources.add(file);
    const kase = readCases(file, model).value[0];
    if (!kase) return;
    const { result } = ask(dated(kase), settings);
    const shown = norm === undefined ? result : withNorm(result, norm);
    session.print('');
    printPretty(session, [{ kase, result: shown }], rulebook, { all: options.all ?? false });
  } finally {
    screen.close();
  }
}

const sameFile = (output: string | undefined, path: string | undefined): boolean =>
  output === undefined || output === path;

/** The answers are never lost: what cannot be written is printed. */
function finish(session: Session, { target }: Begun, text: string, unchanged: boolean, left: boolean): void {
  const { voice } = session;
  const path = printable(target.path);
  if (unchanged && kindOf(target.path) === 'file') {
    session.print(say(voice, 'ask.nothingAnswered', { path }));
  } else {
    const saved = target.save(text);
    if (saved === 'failed') session.data(text);
    if (saved !== 'saved') return;
    session.print(say(voice, 'ask.saved', { path }));
  }
  if (left) session.print(say(voice, 'ask.resume', { path }));
}

function kindOptionOf(
  session: Session,
  { model }: UsableRulebook,
  name: string | undefined,
): string | undefined | 'wrong' {
  if (name === undefined) return undefined;
  const wanted = nameKey(name, model.aliases);
  const found = Object.keys(model.kinds).find((k) => nameKey(k, model.aliases) === wanted);
  if (found !== undefined) return found;
  const hint = didYouMean(name, Object.keys(model.kinds));
  session.emit([report('unknown-kind-option', undefined, { name }, { hint })], EXIT.usage);
  return 'wrong';
}

/** One case without errors; `toAnswer`: in a file to which answers can be added. */
function readCase(
  session: Session,
  path: string,
  { model }: UsableRulebook,
  toAnswer: boolean,
): { readonly file: SourceFile; readonly bytes: Uint8Array; readonly kase: Case } | undefined {
  const { content, diagnostics } = readContent(session, path);
  session.emit(diagnostics, EXIT.input);
  if (!content) return undefined;
  const { file, diagnostics: decoding } = decodeContent(session, content);
  session.emit(decoding, EXIT.input);
  if (!file) return undefined;
  const cases = readCases(file, model);
  session.emit(cases.diagnostics, EXIT.input);
  if (cases.diagnostics.some((d) => d.severity === 'error')) return undefined;
  const [kase] = cases.value;
  if (!kase || cases.value.length > 1) {
    session.emit([report('ask-several-cases', kase?.span, { path, n: cases.value.length })], EXIT.input);
    return undefined;
  }
  if (toAnswer && kase.matters.some((m) => !canAnswer(file, kase, m.id, model))) {
    session.emit([report('ask-case-elsewhere', kase.span, { path })], EXIT.input);
    return undefined;
  }
  return { file, bytes: content.bytes, kase };
}

/** Tried with a fact of the matter, the answer thrown away. */
function canAnswer(file: SourceFile, kase: Case, id: string, model: UsableRulebook['model']): boolean {
  const kind = kase.matters.find((m) => m.id === id)?.kind ?? '';
  const [fact] = Object.keys(model.kinds[kind]?.facts ?? {});
  if (fact === undefined) return true;
  const subject = { kind: 'fact', matter: id, fact } as const;
  return withAnswer(file, model, { subject, value: { t: 'unknown' } }) !== undefined;
}

/** A new case: its kind of matter, its title, its file. Undefined: left before there was one. */
async function begin(
  session: Session,
  screen: Screen,
  { model, plan }: UsableRulebook,
  given: string | undefined,
  asOf: number | undefined,
  checked: CaseFile | undefined,
  force: boolean,
): Promise<Begun | undefined | 'wrong'> {
  const { voice } = session;
  const kinds = Object.keys(model.kinds).filter((kind) =>
    plan.norms.some((n) => n.kinds.some((k) => model.kinds[kind]?.lineage.includes(k))),
  );
  let kind = given;
  let title: string | undefined;
  for (;;) {
    if (kind === undefined) {
      const reply = await screen.choose(
        { title: say(voice, 'ask.whichKind'), back: false, skip: false, unsaved: true },
        kinds.map((name) => kindOption(model, name)),
      );
      if (reply.did !== 'answer') return undefined;
      kind = reply.value;
    }
    if (title === undefined) {
      const reply = await screen.type(
        { title: say(voice, 'ask.whichTitle'), back: given === undefined, skip: false, unsaved: true },
        (text) => (text.trim() === '' ? { lines: [say(voice, 'ask.titleMissing')] } : undefined),
      );
      if (reply.did === 'back') {
        kind = undefined;
        continue;
      }
      if (reply.did !== 'answer') return undefined;
      title = reply.value;
    }
    let target = checked;
    if (!target) {
      const reply = await screen.type(
        { title: say(voice, 'ask.whichFile'), back: true, skip: false, unsaved: true },
        (path) =>
          !/[^/\\]\.(ya?ml|json)$/i.test(path.trim())
            ? { lines: [say(voice, 'ask.fileSort')] }
            : kindOf(path.trim()) !== undefined && !force
              ? { lines: [say(voice, 'ask.fileThere', { path: printable(path.trim()) })] }
              : undefined,
        fileNameOf(title),
      );
      if (reply.did === 'back') {
        title = undefined;
        continue;
      }
      if (reply.did !== 'answer') return undefined;
      target = openCaseFile(session, reply.value, undefined, force);
      if (!target) return 'wrong';
    }
    const day = asOf === undefined ? undefined : formatDate(asOf);
    return { file: { name: target.path, text: newCaseText(target.path, title, kind, day) }, target };
  }
}

/** A screen on which Ctrl-S saves, and the same question is asked again. */
function saving(screen: Screen, save: () => void): Screen {
  const until = async <R extends { readonly did: string }>(ask: () => Promise<R>): Promise<R> => {
    for (;;) {
      const reply = await ask();
      if (reply.did !== 'save') return reply;
      save();
    }
  };
  return {
    ...screen,
    choose: (...args) => until(() => screen.choose(...args)),
    tick: (...args) => until(() => screen.tick(...args)),
    type: (...args) => until(() => screen.type(...args)),
  };
}
